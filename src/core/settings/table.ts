// The table of settings, from which flags with --help, variables, checks, options of createAnteroom and their pages in docs are
// made.

import { grades } from "../contract/grade.ts";
import { languageCodes } from "../contract/languages.ts";
import { clusterSpeeds } from "../domain/cluster-speed.ts";
import { audiences } from "../domain/policy.ts";
import { readDeployments } from "./deployments.ts";
import {
  checkDatabaseUrl,
  checkMailUrl,
  oneOf,
  readBaseUrl,
  readControlToken,
  readDays,
  readDomains,
  readFolder,
  readGate,
  readHeadsPlace,
  readInstant,
  readMetricsPort,
  readOrgs,
  readPort,
  readSeconds,
  readSeedText,
  readSwitch,
  readTrust,
} from "./readers.ts";

/** The commands that accept a setting: `store` stands for those that open a store without serving it. */
type Place = "dev" | "serve" | "store";

/** A setting. The one named `keepMail` has the flag `--keep-mail` and the variable `ANTEROOM_KEEP_MAIL`. */
export interface Setting {
  /** The value of the flag, as --help shows it; without it the flag is a switch. */
  readonly takes?: string;
  /** The text shown by --help, in docs/settings.md, and in editors and docs/options.md unless the option has its own. */
  readonly text: string;
  readonly default?: string;
  /** The default in words, if it depends on the command or is not a value. */
  readonly otherwise?: string;
  /** True if the flag may be given several times, and the option as a list; their texts are joined by line breaks. */
  readonly several?: true;
  /** A link, relative to docs. */
  readonly see?: string;
  /** The commands; `dev` and `serve` if absent. */
  readonly of?: readonly Place[];
  /** True if it has no flag: it is a secret, or too long for one. */
  readonly hasNoFlag?: true;
  /** True if the variable with `_FILE` at its end may name a file with the value. */
  readonly mayBeInFile?: true;
  /** The option of `createAnteroom`: its type, and its default if it differs. */
  readonly option?: { readonly type: string; readonly text?: string; readonly default?: string };
  /** Refuses an invalid value; without it any text is accepted. */
  readonly read?: (text: string, flag: string) => unknown;
}

const server = ["dev", "serve"] as const;
const storage = [...server, "store"] as const;
const toggle = { default: "off", read: readSwitch };
const kept = { takes: "<days>", otherwise: "they are kept for ever", read: readDays };

export const settings = {
  host: {
    takes: "<address>",
    text: "address to listen on",
    default: "127.0.0.1",
    option: { type: "string", text: "address to listen on from the start" },
  },
  port: {
    takes: "<number>",
    text: "port to listen on; 0 takes any free one",
    default: "8080",
    option: {
      type: "number",
      text: "port to listen on from the start, 0 for any free one; in Deno `url` needs it",
      default: "any free one, when `url` is first read",
    },
    read: readPort,
  },
  metricsPort: {
    takes: "<port>",
    text: "answer /metrics, /readyz and /livez on this port alone, in plain HTTP, as HOST:PORT at another address; 0 takes any free one, and `public` shows them to everybody on the port of everything else",
    otherwise: "no metrics, and /readyz beside everything else without its reasons",
    of: ["serve"],
    read: readMetricsPort,
  },
  drainDelay: {
    takes: "<seconds>",
    text: "at SIGTERM, fail /readyz for so long and go on serving, so that balancers look elsewhere before the server ends",
    default: "0",
    of: ["serve"],
    read: readSeconds,
  },
  baseUrl: {
    takes: "<url>",
    text: "what links in answers and mail begin with",
    otherwise: "scheme and host of each request",
    read: readBaseUrl,
  },
  trustProxy: {
    takes: "[proxies]",
    text: "believe X-Forwarded-For and X-Forwarded-Proto of your proxies: how many there are (1 for the bare flag), or their own addresses, such as 10.0.0.4,10.0.0.5; a network only where no client is in it, for a client in it could say any address",
    default: "off",
    otherwise: "off",
    see: "[production](guides/production.md)",
    option: {
      type: "number | string",
      text: "believe X-Forwarded-For and X-Forwarded-Proto of these proxies: how many there are, or their own addresses (a network only where no client is in it)",
    },
    read: readTrust,
  },
  data: {
    takes: "<dir>",
    text: "folder of the SQLite file",
    default: "data",
    otherwise: "./data",
    of: storage,
    option: { type: "string", default: "everything is kept in memory" },
    read: readFolder,
  },
  memory: { ...toggle, text: "keep everything in memory, until the process ends", of: storage },
  databaseUrl: {
    takes: "<url>",
    text: "keep everything in PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE; of several HOST:PORT, with commas between them, the one that takes writes is used",
    see: "[scale](guides/operations.md#a-replicated-postgresql)",
    of: storage,
    mayBeInFile: true,
    option: { type: "string" },
    read: checkDatabaseUrl,
  },
  deployment: {
    takes: "<url>",
    text: "run clusters on this deployment of MongoDB, and make their database users in it: mongodb://ADMIN:PASSWORD@HOST:PORT for all, NAME=mongodb://… for clusters of that name, @FILE in the place of a URL for a file with it; `auto` starts the mongod (or ferretdb) that is on the PATH. May be given several times",
    otherwise: "clusters have no database",
    see: "[deployments](guides/deployment.md)",
    several: true,
    mayBeInFile: true,
    option: {
      type: "string | readonly string[]",
      text: "run clusters on this deployment of MongoDB, and make their database users in it: mongodb://ADMIN:PASSWORD@HOST:PORT for all, NAME=mongodb://… for clusters of that name, `auto` for the mongod (or ferretdb) that is on the PATH",
    },
    read: readDeployments,
  },
  sharedDeployment: {
    ...toggle,
    text: "let several organizations share a deployment: they trust each other, since nothing separates their databases there",
    see: "[deployments](guides/deployment.md#several-organizations)",
    otherwise: "off: serve refuses it, dev warns",
  },
  tls: {
    ...toggle,
    text: "speak HTTPS with a certificate for localhost, and for the host of the base URL, that is made once and kept in the data folder",
    of: ["dev"],
    option: {
      type: "boolean",
      text: "speak HTTPS with a certificate for localhost, and for the host of `baseUrl`; it is kept in the folder of `data`, and without one made anew each time",
    },
  },
  tlsCert: {
    takes: "<file>",
    text: "speak HTTPS with this certificate (PEM); read again when it changes",
  },
  tlsKey: {
    takes: "<file>",
    text: "private key of the certificate (PEM, without a passphrase)",
  },
  seed: {
    takes: "<file>",
    text: "begin with the world in this YAML or JSON file, if the store is empty",
    see: "[seeds](guides/seed.md)",
    option: {
      type: "SeedDocument | string | URL",
      text: "the world to begin with, if the store is empty, or the path of a YAML or JSON file with it",
      default: "the demonstration, or nothing where `data` or `databaseUrl` keeps a world",
    },
  },
  seedText: {
    hasNoFlag: true,
    text: "the text of a seed, for a container that has no file of it",
  },
  printLinks: {
    ...toggle,
    text: "print the links by which the seed's owners choose a password, even where standard output is not a terminal",
    otherwise: "to a terminal, else into a file of the data folder",
    see: "[seeds](guides/seed.md)",
    of: ["serve"],
  },
  now: {
    takes: "<instant>",
    text: "start the clock at this instant, such as 2027-07-01",
    option: { type: "string" },
    read: readInstant,
  },
  deterministic: {
    takes: "<seed>",
    text: "make ids, secrets and times from this text, so that every run has the same; the clock stands still",
    see: "[the same at every run](guides/controls.md#the-same-at-every-run)",
    of: ["dev"],
    option: {
      type: "string",
      text: "make ids, secrets and times from this text, so that every run has the same; the clock stands still, at `now` or the first day of 2026, until it is moved. The text gives away every secret",
    },
    read: readSeedText,
  },
  faults: {
    takes: "<rules>",
    text: "inject these faults from the start: a list of rules in JSON, or the YAML or JSON file of one",
    see: "[faults](guides/controls.md#faults)",
    of: ["dev"],
  },
  limits: {
    takes: "<mode>",
    text: "enforce the rate limits of Atlas: off or atlas",
    default: "off",
    option: { type: '"off" | "atlas"' },
    read: oneOf("off", "atlas"),
  },
  clusterSpeed: {
    takes: "<speed>",
    text: "how long clusters are made, changed and deleted: atlas (minutes, as there), fast (2 seconds), now (until that was shown once), or instant (the answer to the change alone shows it)",
    default: "fast",
    see: "[clusters](guides/clusters.md)",
    option: { type: '"atlas" | "fast" | "now" | "instant"' },
    read: oneOf(...clusterSpeeds),
  },
  leastGrade: {
    takes: "<grade>",
    text: "answer 501 to operations below this grade: kept (none is), declared (what is only stored and shown) or recorded (what is not held against recorded answers of Atlas)",
    default: "kept",
    see: "[coverage](coverage.md)",
    option: { type: '"kept" | "declared" | "recorded"' },
    read: oneOf(...grades),
  },
  lenientAccept: {
    ...toggle,
    text: "give the newest version to requests that ask for none, instead of 406",
    option: { type: "boolean" },
  },
  mailUrl: {
    takes: "<url>",
    text: "send mail through this server: smtp://USER:PASSWORD@HOST:587 or smtps://…",
    otherwise: "dev captures it, serve keeps it waiting",
    mayBeInFile: true,
    option: { type: "string", default: "mail is captured" },
    read: checkMailUrl,
  },
  mailFrom: {
    takes: "<mailbox>",
    text: 'sender of mail, such as "Anteroom <no-reply@example.com>"; needed where mail is sent',
    option: { type: "string" },
  },
  mailLanguage: {
    takes: "<code>",
    text: `language of mail: ${languageCodes.join(" or ")}`,
    default: "en",
    option: { type: "string" },
    read: oneOf(...languageCodes),
  },
  gate: {
    takes: "<address>",
    text: "open a TCP port at this address for each project, before the deployment of its clusters, which lets in the addresses of the project's IP access list alone; HOST:PORT gives the first port that may be taken",
    otherwise: "connection strings lead to the deployment itself",
    see: "[connect](guides/connect.md#the-ip-access-list)",
    option: { type: "string" },
    read: readGate,
  },
  oidcIssuer: {
    takes: "<url>",
    text: "let people sign in with this OpenID Connect provider; its client secret is read from ANTEROOM_OIDC_CLIENT_SECRET alone",
    option: {
      type: "string",
      text: "let people sign in with this OpenID Connect provider; needs `oidcClientId` and `oidcClientSecret`",
    },
  },
  oidcClientId: {
    takes: "<id>",
    text: "client id of this server at the provider",
    option: { type: "string" },
  },
  oidcClientSecret: {
    hasNoFlag: true,
    text: "client secret of this server at the provider",
    mayBeInFile: true,
    option: { type: "string" },
  },
  oidcName: {
    takes: "<name>",
    text: "what sign-in pages call the provider",
    otherwise: "the host of the issuer",
    option: { type: "string" },
  },
  oidcTrustedDomains: {
    takes: "<domains>",
    text: "believe the provider's addresses at these domains, such as example.com, also where it sends no `email_verified`",
    see: "[providers](guides/production.md#install-and-first-start)",
    otherwise: "none",
    option: { type: "string" },
    read: readDomains,
  },
  oidcOrgs: {
    takes: "<ids>",
    text: "organizations that may use the provider in their federation, so that its people are offered to join them and role mappings count: ids with commas between them, none or all",
    default: "all",
    otherwise: "all in dev, none in serve",
    see: "[production](guides/production.md#organizations-of-the-provider)",
    read: readOrgs,
  },
  strictRoles: {
    takes: "[choice]",
    text: "refuse changes to roles above the caller's own: on or off",
    default: "off",
    otherwise: "off in dev, on in serve",
    see: "[permissions](permissions.md#roles-above-ones-own)",
    option: { type: "boolean", text: "refuse changes to roles above the caller's own", default: "false" },
    read: readSwitch,
  },
  signIn: {
    takes: "<ways>",
    text: "how people sign in: both (by password, and with the provider where there is one) or provider (with it alone)",
    default: "both",
    otherwise: "both",
    read: oneOf("both", "provider"),
  },
  signUp: {
    takes: "<who>",
    text: "who gets an account by signing in with the provider, or by the link of an invitation: nobody, invited or everybody",
    default: "everybody",
    otherwise: "everybody in dev, invited in serve",
    read: oneOf(...audiences),
  },
  createOrgs: {
    takes: "<who>",
    text: "which people may create organizations: nobody, invited (members of one) or everybody",
    default: "everybody",
    otherwise: "everybody in dev, invited in serve",
    read: oneOf(...audiences),
  },
  mailDomains: {
    takes: "<domains>",
    text: "let only people with an address at one of these domains sign up, such as example.com,example.org",
    otherwise: "any",
    read: readDomains,
  },
  keepEvents: {
    ...kept,
    text: "remove events that are older, once they are sealed",
    see: "[seals](security.md#seals-of-events)",
  },
  auditHeads: {
    takes: "<place>",
    text: "send the newest seal of events out by itself, to a place that somebody with the database cannot change: a file such as ./heads.jsonl, syslog (of this system), syslog://HOST:PORT (TCP), syslog+udp://HOST:PORT or https://…",
    otherwise: "the log alone has them",
    see: "[seals](security.md#heads-elsewhere)",
    mayBeInFile: true,
    read: readHeadsPlace,
  },
  keepMail: { ...kept, text: "remove messages that were sent or given up longer ago" },
  keepInvitations: { ...kept, text: "remove invitations that ended or ran out longer ago" },
  logLevel: {
    takes: "<level>",
    text: "log what is at least this severe: fatal, error, warn, info, debug or silent",
    default: "warn",
    otherwise: "warn in dev, info in serve",
    option: { type: "string", default: "silent" },
    read: oneOf("fatal", "error", "warn", "info", "debug", "silent"),
  },
  json: {
    ...toggle,
    text: "print one line of JSON once the server is ready, in place of the greeting: `url`, `controlUrl`, `signInUrl`, `pid`, `apiKeys`, `serviceAccounts`, `orgs` with their projects",
    see: "[CI](guides/ci.md)",
    of: ["dev"],
  },
  readyFile: {
    takes: "<file>",
    text: "write the same line to this file once the server is ready, readable for its owner alone; one of an earlier start is removed first",
    see: "[CI](guides/ci.md)",
    of: ["dev"],
  },
  secret: {
    hasNoFlag: true,
    text: "the secret that seals and signs what the store keeps: give the same one at every start; for serve at least 32 characters, from a random source",
    otherwise: "dev makes one and keeps it in the data folder",
    of: storage,
    mayBeInFile: true,
    option: {
      type: "string",
      text: "the secret that seals and signs what the store keeps: give the same one to open a store again",
      default: "a new one",
    },
  },
  secretPrevious: {
    hasNoFlag: true,
    text: "the former secret, believed as well while it is being replaced",
    see: "[a new secret](guides/operations.md#a-new-secret)",
    of: storage,
    mayBeInFile: true,
  },
  controlToken: {
    hasNoFlag: true,
    text: "the token that the test controls ask for, at least 16 characters; needed to listen beyond loopback",
    of: ["dev"],
    mayBeInFile: true,
    option: {
      type: "string",
      text: "the token that `/_anteroom` and the pages of the rehearsal ask for, at least 16 characters",
      default: "nothing is asked for",
    },
    read: readControlToken,
  },
} satisfies Readonly<Record<string, Setting>>;

/** The options of `createAnteroom` alone. */
export const libraryOptions = {
  clock: {
    type: '"system"',
    text: "`system` takes the time from the global `Date` at each request, which a test may have faked",
    default: "real time, whatever is faked",
    see: "[fake clocks](guides/testing.md#fake-clocks)",
  },
  policy: {
    type: "Partial<Policy>",
    text: "who gets an account, who may create organizations, and what people are asked for",
    default: "no restriction",
    see: "[members](#policy)",
  },
} as const;

type Table = typeof settings;
export type SettingName = keyof Table;
type Read<Row> = Row extends { read: (...given: never[]) => infer Value } ? Value : string;

/** The given settings as texts; values of other types are converted to text. */
export type GivenSettings = {
  readonly [Name in SettingName]?: string | number | boolean | readonly string[] | undefined;
};

/** The values of settings; null if neither a value nor a default was given. */
export type SettingValues = {
  readonly [Name in SettingName]: Table[Name] extends { default: string }
    ? Read<Table[Name]>
    : Read<Table[Name]> | null;
};

export const rows: readonly (readonly [SettingName, Setting])[] = Object.entries(settings) as [
  SettingName,
  Setting,
][];

export const placesOf = ({ of = server }: Setting): readonly Place[] => of;

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
export const flagOf = (name: string): string => `--${dashed(name)}`;
export const variableOf = (name: string): string =>
  `ANTEROOM_${dashed(name).toUpperCase().replaceAll("-", "_")}`;

export const optionNames: readonly string[] = [
  ...rows.flatMap(([name, { option }]) => (option === undefined ? [] : [name])),
  ...Object.keys(libraryOptions),
];

/** Reads each setting by its row; a default of null means none. */
export function readValues(
  given: GivenSettings,
  defaults: { readonly [Name in SettingName]?: GivenSettings[Name] | null },
): SettingValues {
  const values = rows.map(([name, row]) => {
    const byDefault = defaults[name] === undefined ? row.default : defaults[name];
    const value = given[name] ?? byDefault ?? null;
    if (value === null) return [name, null];
    const text = typeof value === "object" ? value.join("\n") : String(value);
    return [name, row.read === undefined ? text : row.read(text, flagOf(name))];
  });
  return Object.fromEntries(values);
}
