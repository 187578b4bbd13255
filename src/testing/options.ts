// Written by scripts/settings.ts from src/core/settings/table.ts: the options of an Anteroom inside a program.
import type { Policy } from "../core/domain/policy.ts";
import type { SeedDocument } from "./seed/types.ts";

export interface AnteroomOptions {
  /** Address to listen on from the start. Default: 127.0.0.1. */
  readonly host?: string;
  /** Port to listen on from the start, 0 for any free one; in Deno `url` needs it. Default: any free one, when `url` is first read. */
  readonly port?: number;
  /** Believe X-Forwarded-For and X-Forwarded-Proto of these proxies: how many there are, or their own addresses (a network only where no client is in it). Default: off. */
  readonly trustProxy?: number | string;
  /** Folder of the SQLite file. Default: everything is kept in memory. */
  readonly data?: string;
  /** Keep everything in PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE; of several HOST:PORT, with commas between them, the one that takes writes is used. */
  readonly databaseUrl?: string;
  /** Run clusters on this deployment of MongoDB, and make their database users in it: mongodb://ADMIN:PASSWORD@HOST:PORT for all, NAME=mongodb://… for clusters of that name, `auto` for the mongod (or ferretdb) that is on the PATH. Default: clusters have no database. */
  readonly deployment?: string | readonly string[];
  /** Speak HTTPS with a certificate for localhost, and for the host of `baseUrl`; it is kept in the folder of `data`, and without one made anew each time. Default: off. */
  readonly tls?: boolean;
  /** The world to begin with, if the store is empty, or the path of a YAML or JSON file with it. Default: the demonstration, or nothing where `data` or `databaseUrl` keeps a world. */
  readonly seed?: SeedDocument | string | URL;
  /** Start the clock at this instant, such as 2027-07-01. */
  readonly now?: string;
  /** Make ids, secrets and times from this text, so that every run has the same; the clock stands still, at `now` or the first day of 2026, until it is moved. The text gives away every secret. */
  readonly deterministic?: string;
  /** Enforce the rate limits of Atlas: off or atlas. Default: off. */
  readonly limits?: "off" | "atlas";
  /** How long clusters are made, changed and deleted: atlas (minutes, as there), fast (2 seconds), now (until that was shown once), or instant (the answer to the change alone shows it). Default: fast. */
  readonly clusterSpeed?: "atlas" | "fast" | "now" | "instant";
  /** Answer 501 to operations below this grade: kept (none is), declared (what is only stored and shown) or recorded (what is not held against recorded answers of Atlas). Default: kept. */
  readonly leastGrade?: "kept" | "declared" | "recorded";
  /** Give the newest version to requests that ask for none, instead of 406. Default: off. */
  readonly lenientAccept?: boolean;
  /** Send mail through this server: smtp://USER:PASSWORD@HOST:587 or smtps://… Default: mail is captured. */
  readonly mailUrl?: string;
  /** Sender of mail, such as "Anteroom <no-reply@example.com>"; needed where mail is sent. */
  readonly mailFrom?: string;
  /** Language of mail: en or ko. Default: en. */
  readonly mailLanguage?: string;
  /** Open a TCP port at this address for each project, before the deployment of its clusters, which lets in the addresses of the project's IP access list alone; HOST:PORT gives the first port that may be taken. Default: connection strings lead to the deployment itself. */
  readonly gate?: string;
  /** Let people sign in with this OpenID Connect provider; needs `oidcClientId` and `oidcClientSecret`. */
  readonly oidcIssuer?: string;
  /** Client id of this server at the provider. */
  readonly oidcClientId?: string;
  /** Client secret of this server at the provider. */
  readonly oidcClientSecret?: string;
  /** What sign-in pages call the provider. Default: the host of the issuer. */
  readonly oidcName?: string;
  /** Believe the provider's addresses at these domains, such as example.com, also where it sends no `email_verified`. Default: none. */
  readonly oidcTrustedDomains?: string;
  /** Refuse changes to roles above the caller's own. Default: false. */
  readonly strictRoles?: boolean;
  /** Log what is at least this severe: fatal, error, warn, info, debug or silent. Default: silent. */
  readonly logLevel?: string;
  /** The secret that seals and signs what the store keeps: give the same one to open a store again. Default: a new one. */
  readonly secret?: string;
  /** The token that `/_anteroom` and the pages of the rehearsal ask for, at least 16 characters. Default: nothing is asked for. */
  readonly controlToken?: string;
  /** `system` takes the time from the global `Date` at each request, which a test may have faked. Default: real time, whatever is faked. */
  readonly clock?: "system";
  /** Who gets an account, who may create organizations, and what people are asked for. Default: no restriction. */
  readonly policy?: Partial<Policy>;
}
