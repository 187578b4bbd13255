// What `import { createAnteroom } from "anteroom"` takes and gives. Whoever imports it reads these types, and nothing of the server.
import type { ClockSetting, FaultRule, SeenFault, SeenMail } from "./controls/seen.ts";
import { openPolicy, type Policy } from "./domain/policy.ts";
import type { PlantedCredentials } from "./seed/planted.ts";
import type { SeedDocument } from "./seed/types.ts";

export type * from "./seed/types.ts";
export type { ClockSetting, FaultRule, PlantedCredentials, Policy, SeenFault, SeenMail };

/** Options of an Anteroom inside a program. */
export interface AnteroomOptions {
  /** World to begin with. */
  readonly seed?: SeedDocument;
  /** 0, any free port, if absent. */
  readonly port?: number;
  /** Address to listen at; 127.0.0.1 if absent. */
  readonly host?: string;
  /** Folder of the SQLite file; absent keeps everything in memory. */
  readonly data?: string;
  /** PostgreSQL to keep everything in, `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. */
  readonly databaseUrl?: string;
  /** Speaks HTTPS, with a certificate of its own for localhost: kept in `data`, or made anew without it. */
  readonly tls?: boolean;
  /** Where the clock starts, ISO 8601. */
  readonly now?: string;
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
  /** A level of pino, such as `warn`; `silent` if absent. */
  /** What `/_anteroom` and the pages of the rehearsal ask for, where others reach the server; absent asks for nothing. */
  readonly controlToken?: string;
  readonly logLevel?: string;
}

/** A running Anteroom. */
export interface Anteroom extends AsyncDisposable {
  /** Base URL without a slash at the end. */
  readonly url: string;
  /** What clients must trust, in PEM form; null for plain HTTP. */
  readonly certificate: string | null;
  /** Credentials of the seeds planted so far; secrets can be seen nowhere else. */
  readonly credentials: PlantedCredentials;
  readonly clock: {
    /** What the server takes for the present, ISO 8601. */
    now(): string;
    set(setting: ClockSetting): void;
  };
  /** What goes wrong on purpose, until it is cleared or the world reset: answers, connections, time. */
  readonly faults: {
    /** In the order in which they are tried, with counts. */
    list(): readonly SeenFault[];
    /** Puts these rules in the place of all others. Throws for a rule that is none, and says which member and why. */
    set(rules: readonly FaultRule[]): readonly SeenFault[];
    clear(): void;
  };
  /** Requests a path of this server. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Plants more of a world. */
  seed(document: SeedDocument): Promise<PlantedCredentials>;
  /** Puts everything back to the seed it began with. */
  reset(): Promise<void>;
  /** Remembers the state under a name, or puts it back. */
  readonly snapshot: {
    /** Remembers it. */
    take(name: string): Promise<void>;
    /** Puts it back. */
    restore(name: string): Promise<void>;
  };
  readonly mail: {
    /** What was captured since the start or the last reset, newest first. Sends before what waits to be sent. */
    list(): Promise<readonly SeenMail[]>;
  };
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
  now: true,
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
}

function refuseBeside(names: readonly string[], options: object, path: string): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const hint = names.map((name) => `${path}${name}`).join(", ");
  throw new TypeError(`createAnteroom: there is no option '${path}${unknown}'; there are ${hint}`);
}
