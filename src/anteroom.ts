// What `import { createAnteroom } from "anteroom"` takes and gives. Whoever imports it reads these types, and nothing of the server.
import type { AtlasClient } from "./client/client.ts";
import type { Controlled } from "./controls/controlled.ts";
import { openPolicy, type Policy } from "./domain/policy.ts";
import type { PlantedCredentials } from "./seed/planted.ts";
import type { SeedDocument } from "./seed/types.ts";

export type * from "./controls/seen.ts";
export type * from "./seed/types.ts";
export type { PlantedCredentials, Policy };

/** Options of an Anteroom inside a program. */
export interface AnteroomOptions {
  /**
   * World to begin with, or the path of a YAML or JSON file with it; the demonstration if absent, or nothing where `data` or
   * `databaseUrl` keeps it.
   */
  readonly seed?: SeedDocument | string | URL;
  /** Port to listen at from the start, 0 for any free one. If absent, any free one when `url` is first read. */
  readonly port?: number;
  /** Address to listen at from the start; 127.0.0.1 if absent. */
  readonly host?: string;
  /** Folder of the SQLite file; absent keeps everything in memory. */
  readonly data?: string;
  /** PostgreSQL to keep everything in, `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; of several hosts, divided by commas, the primary. */
  readonly databaseUrl?: string;
  /** Speaks HTTPS, with a certificate of its own for localhost: kept in `data`, or made anew without it. */
  readonly tls?: boolean;
  /**
   * Ids, secrets and times follow from this text, and are the same at every run; the clock stands, at `now` or the first day of
   * 2026, until it is moved. Whoever knows the text knows the secrets.
   */
  readonly deterministic?: string;
  /** Where the clock starts, ISO 8601. */
  readonly now?: string;
  /**
   * `system` has the clock follow the global Date, read at each request, which a test may have faked. If absent it goes by
   * real time, whatever is faked.
   */
  readonly clock?: "system";
  /** Whether rate limits are enforced, as Atlas has them; `off` if absent. */
  readonly limits?: "off" | "atlas";
  /** SMTP server to send mail through, `smtp://USER:PASSWORD@HOST:PORT`; absent captures mail. */
  readonly mailUrl?: string;
  /** Sender of mail; needed with `mailUrl`. */
  readonly mailFrom?: string;
  /** A code of src/contract/languages.ts; `en` if absent. */
  readonly mailLanguage?: string;
  /** OpenID Connect provider that people can sign in with; needs `oidcClientId` and `oidcClientSecret`. */
  readonly oidcIssuer?: string;
  /** What the provider knows this server by. */
  readonly oidcClientId?: string;
  /** What the server proves that with. */
  readonly oidcClientSecret?: string;
  /** What people know the provider by; the issuer's host if absent. */
  readonly oidcName?: string;
  /** Whether `application/json` is taken in Accept; Atlas answers 406. */
  readonly lenientAccept?: boolean;
  /** Whether nobody gives or takes a role above their own, as in `anteroom serve`; false if absent. */
  readonly strictRoles?: boolean;
  /** Whom the server takes in; everybody if absent. */
  readonly policy?: Partial<Policy>;
  /** Hops, or networks as `10.0.0.0/8,192.0.2.7`, of proxies whose X-Forwarded-For and -Proto are believed. */
  readonly trustProxy?: number | string;
  /** Seals and signs what a store keeps; give the same one to reopen a store. Minted if absent. */
  readonly secret?: string;
  /** What `/_anteroom` and the pages of the rehearsal ask for, where others reach the server; absent asks for nothing. */
  readonly controlToken?: string;
  /** A level of pino, such as `warn`; `silent` if absent. */
  readonly logLevel?: string;
}

/** A running Anteroom. It does not keep the process: a program that is done may end, whether it was closed or not. */
export interface Anteroom extends AsyncDisposable, Controlled {
  /** Base URL without a slash at the end. Reading it opens the socket, if no option has done so. */
  readonly url: string;
  /**
   * A client with the first credentials of the seed that are an organization's owner; it needs no socket. Reading it throws a
   * TypeError where the seed has none.
   */
  readonly atlas: AtlasClient;
  /** What clients must trust, in PEM form; null for plain HTTP. */
  readonly certificate: string | null;
  /** Credentials of the seeds planted so far; secrets can be seen nowhere else. */
  readonly credentials: PlantedCredentials;
  /** Requests a path of this server, or an address, without a socket: all but the network is as it is for others. */
  fetch(path: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Plants more of a world. */
  seed(document: SeedDocument): Promise<PlantedCredentials>;
  /** Stops listening, and closes the store. */
  close(): Promise<void>;
}

/** Each option once; the types see to it that none is missing. */
const known: Readonly<Record<keyof AnteroomOptions, true>> = {
  seed: true,
  port: true,
  host: true,
  data: true,
  databaseUrl: true,
  tls: true,
  deterministic: true,
  now: true,
  clock: true,
  limits: true,
  mailUrl: true,
  mailFrom: true,
  mailLanguage: true,
  oidcIssuer: true,
  oidcClientId: true,
  oidcClientSecret: true,
  oidcName: true,
  lenientAccept: true,
  strictRoles: true,
  policy: true,
  trustProxy: true,
  secret: true,
  controlToken: true,
  logLevel: true,
};

/** Programs without types may write `sed` for `seed`. */
export function refuseUnknown(options: AnteroomOptions): void {
  refuseBeside(Object.keys(known), options, "");
  refuseBeside(Object.keys(openPolicy), options.policy ?? {}, "policy.");
  const { clock = "system" } = options;
  if (clock !== "system") {
    throw new TypeError(`createAnteroom: clock is '${clock}'; it is 'system' or left out`);
  }
  if (options.clock !== undefined && options.deterministic !== undefined) {
    throw new TypeError(
      "createAnteroom: clock and deterministic exclude each other: the clock of the latter stands",
    );
  }
}

function refuseBeside(names: readonly string[], options: object, path: string): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, names);
  const hint = near === undefined ? "" : ` Did you mean '${path}${near}'?`;
  const all = names.map((name) => `${path}${name}`).join(", ");
  throw new TypeError(`createAnteroom: there is no option '${path}${unknown}'.${hint} There are ${all}.`);
}

/** The name that a slip of the pen may have meant. */
function nearest(slip: string, names: readonly string[]): string | undefined {
  const most = Math.ceil(slip.length / 3);
  const [first] = names
    .map((name) => ({ name, changes: changesBetween(slip.toLowerCase(), name.toLowerCase()) }))
    .filter(({ changes }) => changes <= most)
    .sort((a, b) => a.changes - b.changes);
  return first?.name;
}

/** How many letters are to be added, taken away or replaced to make one word of the other. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [nth, other] of [...b].entries()) {
      const [replaced = 0, removed = 0] = row.slice(nth);
      next.push(Math.min(replaced + (letter === other ? 0 : 1), removed + 1, (next[nth] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
