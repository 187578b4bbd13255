// The settings of a server: what each means, what it is when nobody says, and which combinations make no sense.

import { resolve } from "node:path";
import { type Language, languageCodes } from "./contract/languages.ts";
import { isCalendarDate } from "./contract/versions.ts";
import { isAddress } from "./domain/address.ts";
import { readDatabaseUrl, wantedServer } from "./domain/database-url.ts";
import { type Instant, latestInstant } from "./domain/instant.ts";
import { isLoopback } from "./domain/loopback.ts";
import { type Audience, audiences, type Policy } from "./domain/policy.ts";
import { type Proxies, readProxies } from "./domain/proxies.ts";

/** Where the state is kept. */
export type Storage =
  | { readonly kind: "memory" }
  /** A folder with the SQLite file; made when it is missing. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Where a seed comes from. */
export interface SeedSource {
  /** Of its file, or what its text is called in messages. */
  readonly name: string;
  /** Null for that of the file. */
  readonly text: string | null;
}

/** Whom mail comes from. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf("@") + 1);

export interface MailSettings {
  /** The SMTP server and the sender; null sends nothing. */
  readonly server: { readonly url: string; readonly from: Mailbox } | null;
  readonly language: Language;
}

/** The OpenID Connect provider that people can sign in with. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people know it by. */
  readonly name: string;
}

/** Where the certificate of a server comes from. */
export type TlsSettings =
  /** The server makes its own, for this machine, and keeps it in this folder; null keeps it nowhere. */
  | { readonly kind: "minted"; readonly folder: string | null }
  /** Files in PEM form, read again when they change. */
  | { readonly kind: "files"; readonly cert: string; readonly key: string };

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where metrics and readiness are, and nothing else; null leaves them beside all else. 0 takes any free one. */
  readonly metricsPort: number | null;
  readonly storage: Storage;
  /** Where `dev` keeps its credentials; null keeps them nowhere. */
  readonly folder: string | null;
  /** Null serves plain HTTP. */
  readonly tls: TlsSettings | null;
  /** Seed to plant in a store that is empty. */
  readonly seed: SeedSource | null;
  /** Whether the links of seeded owners go to standard output, also where nobody reads it. */
  readonly printLinks: boolean;
  /** What the controls of a rehearsal ask for; null where they are open to everybody on the machine. */
  readonly controlToken: string | null;
  /** Faults that a rehearsal begins with: a list as JSON, or the file of one; null for none. */
  readonly faults: string | null;
  /** What all that is otherwise random follows from, with a clock that stands; null for a server of its own chance. */
  readonly deterministic: string | null;
  /** Where the clock starts; null for the present. */
  readonly now: Instant | null;
  readonly limits: "off" | "atlas";
  /** Scheme and authority that links start with; null takes those of each request. */
  readonly baseUrl: string | null;
  readonly mail: MailSettings;
  /** Null lets people sign in by password alone. */
  readonly oidc: OidcSettings | null;
  readonly lenientAccept: boolean;
  /** Whether nobody gives or takes a role above their own. */
  readonly strictRoles: boolean;
  readonly policy: Policy;
  /** Proxies whose X-Forwarded-For and -Proto are believed. */
  readonly trustProxy: Proxies;
  /** Days that events are kept; null for ever. */
  readonly keepEvents: number | null;
  /** The same for mail that was sent or given up, and for invitations from their end. */
  readonly keepMail: number | null;
  readonly keepInvitations: number | null;
  readonly logLevel: string;
}

/** Options as the command line and the environment give them: texts, or nothing. */
export interface RawSettings {
  readonly host?: string;
  readonly port?: string;
  readonly workers?: string;
  readonly metricsPort?: string;
  readonly data?: string;
  readonly memory?: boolean;
  readonly databaseUrl?: string;
  readonly tls?: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly seed?: string;
  readonly printLinks?: boolean;
  /** From the environment alone, as are the secrets: a container is given it where there is no file. */
  readonly seedText?: string | undefined;
  readonly controlToken?: string | undefined;
  readonly faults?: string;
  readonly deterministic?: string;
  readonly now?: string;
  readonly limits?: string;
  readonly baseUrl?: string;
  readonly mailUrl?: string;
  readonly mailFrom?: string;
  readonly mailLanguage?: string;
  readonly oidcIssuer?: string;
  readonly oidcClientId?: string;
  /** From the environment alone: arguments of a process are there for others to see. */
  readonly oidcClientSecret?: string | undefined;
  readonly oidcName?: string;
  readonly lenientAccept?: boolean;
  readonly strictRoles?: string;
  readonly signIn?: string;
  readonly signUp?: string;
  readonly createOrgs?: string;
  readonly mailDomains?: string;
  /** True for the bare flag. */
  readonly trustProxy?: boolean | string;
  readonly keepEvents?: string;
  readonly keepMail?: string;
  readonly keepInvitations?: string;
  readonly logLevel?: string;
}

/** What keeps a command from doing its work, and what to do about it. */
export class SettingsError extends Error {}

/** A setting, flag or argument that cannot be as it is written; nothing was begun. */
export class Misuse extends SettingsError {}

const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"];

/** What is not the same for every command. */
interface Defaults {
  readonly logLevel: string;
  readonly strictRoles?: "on" | "off";
  /** Whom a server takes in when nobody says. */
  readonly audience?: Audience;
  readonly boundsNewOrgs?: boolean;
  readonly provesMailboxes?: boolean;
  readonly asksAgain?: boolean;
}

export function readSettings(raw: RawSettings, defaults: Defaults): Settings {
  const [oidc, policy] = [readOidc(raw), readPolicy(raw, defaults)];
  requireWayIn(oidc, policy);
  return {
    host: raw.host ?? "127.0.0.1",
    port: readPort("--port", raw.port ?? "8080"),
    metricsPort: raw.metricsPort === undefined ? null : readMetricsPort(raw.metricsPort, raw.port),
    storage: readStorage(raw),
    folder: raw.memory === true ? null : resolve(raw.data ?? "data"),
    tls: readTls(raw),
    seed: readSeedSource(raw),
    printLinks: raw.printLinks ?? false,
    controlToken: readControlToken(raw.controlToken),
    faults: raw.faults ?? null,
    deterministic: readDeterministic(raw.deterministic),
    now: raw.now === undefined ? null : readInstant(raw.now),
    limits: readChoice("--limits", raw.limits ?? "off", ["off", "atlas"]) as Settings["limits"],
    baseUrl: raw.baseUrl === undefined ? null : readBaseUrl(raw.baseUrl),
    mail: readMail(raw),
    oidc,
    lenientAccept: raw.lenientAccept ?? false,
    strictRoles: readSwitch("--strict-roles", raw.strictRoles ?? defaults.strictRoles ?? "off"),
    policy,
    trustProxy: readTrust(raw.trustProxy ?? 0),
    keepEvents: readDays("--keep-events", raw.keepEvents),
    keepMail: readDays("--keep-mail", raw.keepMail),
    keepInvitations: readDays("--keep-invitations", raw.keepInvitations),
    logLevel: readChoice("--log-level", raw.logLevel ?? defaults.logLevel, logLevels),
  };
}

export function readDeterministic(seed: string | undefined): string | null {
  if (seed === undefined) return null;
  if (seed !== "") return seed;
  throw new Misuse("--deterministic: expected a text, such as 1, that everything is to follow from");
}

export const seedTextVariable = "ANTEROOM_SEED_TEXT";

function readSeedSource({ seed: file, seedText: text }: RawSettings): SeedSource | null {
  if (file !== undefined && text !== undefined) {
    throw new Misuse(`--seed and ${seedTextVariable} exclude each other; give one of them`);
  }
  if (file !== undefined) return { name: file, text: null };
  return text === undefined ? null : { name: seedTextVariable, text };
}

const shortestToken = 16;

export function readControlToken(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.length >= shortestToken && /^[!-~]+$/.test(text)) return text;
  throw new Misuse(
    `ANTEROOM_CONTROL_TOKEN: expected at least ${shortestToken} letters, digits and signs; make one with: openssl rand -hex 16`,
  );
}

/** Without passwords and without a provider nobody could sign in. */
export function requireWayIn(oidc: OidcSettings | null, { takesPasswords }: Policy): void {
  if (takesPasswords || oidc !== null) return;
  throw new Misuse(
    "--sign-in provider needs a provider: give --oidc-issuer, --oidc-client-id and ANTEROOM_OIDC_CLIENT_SECRET as well",
  );
}

function readPolicy({ signIn, signUp, createOrgs, mailDomains }: RawSettings, defaults: Defaults): Policy {
  const {
    audience = "everybody",
    boundsNewOrgs = false,
    provesMailboxes = false,
    asksAgain = false,
  } = defaults;
  return {
    signUp: readChoice("--sign-up", signUp ?? audience, audiences) as Audience,
    createOrgs: readChoice("--create-orgs", createOrgs ?? audience, audiences) as Audience,
    boundsNewOrgs,
    mailDomains: mailDomains === undefined ? null : readDomains(mailDomains),
    provesMailboxes,
    asksAgain,
    takesPasswords: readChoice("--sign-in", signIn ?? "both", ["both", "provider"]) === "both",
  };
}

function readDomains(text: string): string[] {
  const domains = text.split(",").map((domain) => domain.trim().toLowerCase());
  if (domains.every((domain) => isAddress(`somebody@${domain}`))) return domains;
  throw new Misuse(`--mail-domains ${text}: expected domains such as example.com,example.org`);
}

function readMetricsPort(text: string, port = "8080"): number {
  const inside = readPort("--metrics-port", text);
  if (inside === 0 || inside !== Number(port)) return inside;
  throw new Misuse(`--metrics-port ${text}: choose another port than that of --port`);
}

function readPort(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Misuse(`${flag} ${text}: a port is a number from 0 to 65535; 0 takes any free one`);
}

/** Null, for ever, where nothing is said. */
function readDays(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Misuse(`${flag} ${text}: expected a number of days from 1 to 99999`);
}

function readStorage({ memory, data, databaseUrl }: RawSettings): Storage {
  if (memory === true && databaseUrl !== undefined) {
    throw new Misuse("--memory and --database-url exclude each other; give one of them");
  }
  if (memory === true) return { kind: "memory" };
  if (databaseUrl === undefined) return { kind: "folder", path: resolve(data ?? "data") };
  if (readDatabaseUrl(databaseUrl) === undefined) {
    throw new Misuse(
      "--database-url: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE, with commas between several HOST:PORT",
    );
  }
  const wanted = wantedServer(databaseUrl);
  if (wanted !== undefined && !primaries.includes(wanted)) {
    throw new Misuse(
      `--database-url: target_session_attrs=${wanted} may lead to a server that takes no changes; say read-write, or leave it out`,
    );
  }
  return { kind: "postgres", url: databaseUrl };
}

/** What an address may ask for, which is the same for PostgreSQL. */
const primaries = ["read-write", "primary"];

/** One hop for the bare flag, or for a variable that is only switched on. */
export function readTrust(given: boolean | number | string): Proxies {
  if (given === true || /^(true|yes|on)$/i.test(String(given))) return 1;
  const proxies = readProxies(String(given));
  if (proxies !== undefined) return proxies;
  throw new Misuse(
    `--trust-proxy ${given}: expected a number of hops, 1 for a single proxy, or addresses and networks of proxies such as 10.0.0.0/8,192.0.2.7`,
  );
}

/** Files win over a certificate of the server's own. That one is kept also where all else is in memory: clients want a file. */
function readTls({ tls, tlsCert, tlsKey, data }: RawSettings): TlsSettings | null {
  if (tlsCert && tlsKey) return { kind: "files", cert: tlsCert, key: tlsKey };
  if (tlsCert) throw new Misuse("--tls-cert needs --tls-key as well, the file of its private key");
  if (tlsKey) throw new Misuse("--tls-key needs --tls-cert as well, the file of its certificate");
  return tls === true ? { kind: "minted", folder: resolve(data ?? "data") } : null;
}

/** An instant as people write it: an ISO 8601 date, or date and time. */
export function readInstant(text: string): Instant {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const at = day !== undefined && isCalendarDate(day) ? Date.parse(text) : Number.NaN;
  if (at <= latestInstant) return at;
  throw new Misuse(`'${text}' is no instant; write 2027-07-01 or 2027-07-01T12:00:00Z`);
}

function readChoice(flag: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw new Misuse(`${flag} ${text}: choose one of ${choices.join(", ")}`);
}

/** On or off; variables are set to other words for them as well. */
function readSwitch(flag: string, text: string): boolean {
  if (/^(on|true|yes|1)$/i.test(text)) return true;
  if (/^(off|false|no|0|)$/i.test(text)) return false;
  throw new Misuse(`${flag} ${text}: choose on or off`);
}

/** Scheme and authority of a server, without a slash at the end. */
export function readBaseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new Misuse(`--base-url ${text}: expected a URL such as https://atlas.example.com`);
}

/** The settings of mail: a server to send through, and who it comes from, belong together. */
export function readMail({
  mailUrl,
  mailFrom,
  mailLanguage = "en",
}: Pick<RawSettings, "mailUrl" | "mailFrom" | "mailLanguage">): MailSettings {
  const language = readChoice("--mail-language", mailLanguage, languageCodes) as Language;
  if (mailUrl === undefined) return { server: null, language };
  if (mailFrom === undefined) {
    throw new Misuse('--mail-url needs --mail-from, such as --mail-from "Anteroom <no-reply@example.com>"');
  }
  return { server: { url: readMailUrl(mailUrl), from: readMailbox(mailFrom) }, language };
}

/** Not repeated in the refusal: it may hold a password. */
function readMailUrl(text: string): string {
  const { protocol, hostname, pathname, search, hash } = URL.canParse(text)
    ? new URL(text)
    : new URL("none:");
  const isServer =
    /^smtps?:$/.test(protocol) && hostname !== "" && /^\/?$/.test(pathname) && search + hash === "";
  if (isServer) return text;
  throw new Misuse("--mail-url: expected smtp://USER:PASSWORD@HOST:PORT, or smtps://… for TLS at once");
}

function readMailbox(text: string): Mailbox {
  const [, name = "", bracketed] = /^\s*(?:"?([^"<>\p{C}]*?)"?\s*<([^<>]*)>)\s*$/u.exec(text) ?? [];
  const address = bracketed ?? text.trim();
  if (isAddress(address)) return { name, address };
  throw new Misuse(`--mail-from ${text}: expected an address, or "Name <name@example.com>"`);
}

type RawOidc = Pick<RawSettings, "oidcIssuer" | "oidcClientId" | "oidcClientSecret" | "oidcName">;

/** The settings of a provider: all of it, or nothing. What is set to an empty text is not set. */
export function readOidc({
  oidcIssuer,
  oidcClientId,
  oidcClientSecret,
  oidcName,
}: RawOidc): OidcSettings | null {
  if (!oidcIssuer && !oidcClientId && !oidcClientSecret && !oidcName) return null;
  if (!oidcIssuer || !oidcClientId || !oidcClientSecret) {
    const missing = [
      ...(oidcIssuer ? [] : ["--oidc-issuer"]),
      ...(oidcClientId ? [] : ["--oidc-client-id"]),
      ...(oidcClientSecret ? [] : ["ANTEROOM_OIDC_CLIENT_SECRET in the environment"]),
    ];
    throw new Misuse(`sign-in with a provider needs ${missing.join(" and ")} as well`);
  }
  const issuer = readIssuer(oidcIssuer);
  const name = oidcName?.trim() || new URL(issuer).host;
  return { issuer, clientId: oidcClientId, clientSecret: oidcClientSecret, name };
}

/** What goes to a provider is secret on the way, unless it does not leave this machine. */
function readIssuer(text: string): string {
  const { protocol, host, username, password, search, hash, pathname } = URL.canParse(text)
    ? new URL(text)
    : new URL("none:");
  const isGuarded = protocol === "https:" || (protocol === "http:" && isLoopback(host));
  const isPlain = username + password + search + hash === "" && !pathname.includes("/.well-known/");
  if (isGuarded && isPlain) return text;
  throw new Misuse(
    `--oidc-issuer ${text}: expected the issuer's URL, such as https://login.example.com, without /.well-known; http is for loopback only`,
  );
}
