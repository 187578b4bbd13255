// A request in a log, and the formats of logs, with their names on the command line.
import type { CallerNamed } from "../../core/domain/deprecated-call.ts";
import type { Instant } from "../../core/domain/instant.ts";

/** The formats; `access` is for lines of proxies, as text or JSON, such as recordings of `anteroom record`. */
export const logFormats = ["har", "terraform", "access"] as const;
export type LogFormat = (typeof logFormats)[number];

export interface LoggedCall {
  readonly at: Instant;
  readonly method: string;
  /** The path and query; some logs have scheme and host before it, which `targetIn` removes. */
  readonly target: string;
  /** The Accept header; undefined if the log does not have it. */
  readonly accept: string | undefined;
  readonly userAgent: string;
  /** The status; undefined if the log does not have it or no answer came. */
  readonly status: number | undefined;
  readonly credential: CallerNamed | null;
  /** The parsed body; undefined if there was none, or the log does not have it. */
  readonly body: unknown;
}

export interface Sink {
  call(call: LoggedCall): void;
  /** Receives a line or entry in no known format. */
  unreadable(): void;
}

export interface LineReader {
  line(text: string): void;
  end(): void;
}

/** Returns the path and query of a request line or a URL. */
export const targetIn = (text: string): string =>
  text.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/^(?=\?|$)/, "/");

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the credential of an Authorization header, unverified. Its secret part is not read. */
export function credentialIn(authorization: string | undefined): CallerNamed | null {
  if (authorization === undefined) return null;
  const [, scheme = "", rest = ""] = /^(\w+)\s+(.*)$/s.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "digest") {
    const name = /\busername="([\w.-]{1,64})"/.exec(rest)?.[1];
    return name === undefined ? null : { kind: "API_KEY", id: "", name };
  }
  if (scheme.toLowerCase() !== "bearer") return null;
  const claims = parseJson(Buffer.from(rest.split(".")[1] ?? "", "base64url").toString("utf8"));
  if (typeof claims !== "object" || claims === null) return null;
  const { client_id: clientId, clientId: camel, sub } = claims as Record<string, unknown>;
  const name = [clientId, camel, sub].find(
    (each): each is string => typeof each === "string" && /^mdb_sa_id_[0-9a-f]{24}$/.test(each),
  );
  return name === undefined ? null : { kind: "SERVICE_ACCOUNT", id: "", name };
}
