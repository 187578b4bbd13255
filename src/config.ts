// The settings of a server: what each means, what it is when nobody says, and which combinations make no sense.
import { resolve } from "node:path";
import type { Instant } from "./domain/instant.ts";

/** Where the state is kept. */
export type Storage =
  | { readonly kind: "memory" }
  /** A folder with the SQLite file; made when it is missing. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly storage: Storage;
  /** Where `dev` keeps its credentials; null keeps them nowhere. */
  readonly folder: string | null;
  /** Seed file to plant in a store that is empty. */
  readonly seed: string | null;
  /** Where the clock starts; null for the present. */
  readonly now: Instant | null;
  readonly limits: "off" | "atlas";
  /** Scheme and authority that links start with; null takes those of each request. */
  readonly baseUrl: string | null;
  readonly lenientAccept: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

/** Options as the command line and the environment give them: texts, or nothing. */
export interface RawSettings {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly memory?: boolean;
  readonly databaseUrl?: string;
  readonly seed?: string;
  readonly now?: string;
  readonly limits?: string;
  readonly baseUrl?: string;
  readonly lenientAccept?: boolean;
  readonly trustProxy?: boolean;
  readonly logLevel?: string;
}

/** A setting that cannot be, and what to do about it. */
export class SettingsError extends Error {}

const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"];

export function readSettings(raw: RawSettings, defaults: { logLevel: string }): Settings {
  return {
    host: raw.host ?? "127.0.0.1",
    port: readPort(raw.port ?? "8080"),
    storage: readStorage(raw),
    folder: raw.memory === true ? null : resolve(raw.data ?? "data"),
    seed: raw.seed ?? null,
    now: raw.now === undefined ? null : readInstant(raw.now),
    limits: readChoice("--limits", raw.limits ?? "off", ["off", "atlas"]) as Settings["limits"],
    baseUrl: raw.baseUrl === undefined ? null : readBaseUrl(raw.baseUrl),
    lenientAccept: raw.lenientAccept ?? false,
    trustProxy: raw.trustProxy ?? false,
    logLevel: readChoice("--log-level", raw.logLevel ?? defaults.logLevel, logLevels),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsError(`--port ${text}: a port is a number from 0 to 65535; 0 takes any free one`);
}

function readStorage({ memory, data, databaseUrl }: RawSettings): Storage {
  if (memory === true && databaseUrl !== undefined) {
    throw new SettingsError("--memory and --database-url exclude each other; give one of them");
  }
  if (memory === true) return { kind: "memory" };
  if (databaseUrl === undefined) return { kind: "folder", path: resolve(data ?? "data") };
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return { kind: "postgres", url: databaseUrl };
  throw new SettingsError("--database-url: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE");
}

/** An instant as people write it: an ISO 8601 date, or date and time. */
export function readInstant(text: string): Instant {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new SettingsError(`'${text}' is no instant; write 2027-07-01 or 2027-07-01T12:00:00Z`);
}

function readChoice(flag: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw new SettingsError(`${flag} ${text}: choose one of ${choices.join(", ")}`);
}

/** Scheme and authority of a server, without a slash at the end. */
export function readBaseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new SettingsError(`--base-url ${text}: expected a URL such as https://atlas.example.com`);
}
