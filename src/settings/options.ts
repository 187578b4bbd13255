// Written by scripts/settings.ts from src/settings/table.ts: the options of an Anteroom inside a program.
import type { Policy } from "../domain/policy.ts";
import type { SeedDocument } from "../seed/types.ts";

export interface AnteroomOptions {
  /** Address to listen on from the start. Default: 127.0.0.1. */
  readonly host?: string;
  /** Port to listen on from the start, 0 for any free one. Default: any free one, when `url` is first read. */
  readonly port?: number;
  /** Folder of the SQLite file. Default: everything is kept in memory. */
  readonly data?: string;
  /** Keep everything in PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE; of several HOST:PORT with commas between them, the one that takes changes. */
  readonly databaseUrl?: string;
  /** Speak HTTPS with a certificate of its own for localhost, kept in `data`, or made anew without it. Default: off. */
  readonly tls?: boolean;
  /** World to begin with, or the path of a YAML or JSON file with it. Default: the demonstration, or nothing where `data` or `databaseUrl` keeps a world. */
  readonly seed?: SeedDocument | string | URL;
  /** Start the clock at this instant, such as 2027-07-01. */
  readonly now?: string;
  /** Ids, secrets and times follow from this text, and are the same at every run; the clock stands, at `now` or the first day of 2026, until it is moved. Who knows the text knows the secrets. */
  readonly deterministic?: string;
  /** Enforce rate limits: off or atlas. Default: off. */
  readonly limits?: "off" | "atlas";
  /** Send mail through this server: smtp://USER:PASSWORD@HOST:587 or smtps://…. Default: mail is captured. */
  readonly mailUrl?: string;
  /** Sender of mail, such as "Anteroom <no-reply@example.com>". */
  readonly mailFrom?: string;
  /** Language of mail: en or ko. Default: en. */
  readonly mailLanguage?: string;
  /** OpenID Connect provider that people can sign in with; needs `oidcClientId` and `oidcClientSecret`. */
  readonly oidcIssuer?: string;
  /** Client id of this server at the provider. */
  readonly oidcClientId?: string;
  /** Client secret of this server at the provider. */
  readonly oidcClientSecret?: string;
  /** What people know the provider by. Default: host of the issuer. */
  readonly oidcName?: string;
  /** Give the newest version to requests that ask for none, instead of 406. Default: off. */
  readonly lenientAccept?: boolean;
  /** Let nobody give or take a role above their own. Default: false. */
  readonly strictRoles?: boolean;
  /** Hops, or networks such as `10.0.0.0/8,192.0.2.7`, of proxies whose X-Forwarded-For and -Proto are believed. Default: off. */
  readonly trustProxy?: number | string;
  /** Level of the log, such as `warn`. Default: silent. */
  readonly logLevel?: string;
  /** Seals and signs what a store keeps; give the same one to reopen a store. Default: a new one. */
  readonly secret?: string;
  /** What `/_anteroom` and the pages of the rehearsal ask for, where others reach the server. Default: nothing is asked for. */
  readonly controlToken?: string;
  /** `system` has the clock follow the global Date, read at each request, which a test may have faked. Default: real time, whatever is faked. */
  readonly clock?: "system";
  /** Who gets an account, and may make organizations. Default: everybody. */
  readonly policy?: Partial<Policy>;
}
