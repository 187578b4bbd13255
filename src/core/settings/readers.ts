// Readers of single settings: each takes a text and the name of its flag, and refuses invalid values.
import { resolve } from "node:path";
import { isCalendarDate } from "../contract/versions.ts";
import { isAddress } from "../domain/address.ts";
import { isId } from "../domain/choosing.ts";
import { readDatabaseUrl, wantedServer } from "../domain/database-url.ts";
import { type Instant, latestInstant } from "../domain/instant.ts";
import { isLoopback } from "../domain/loopback.ts";
import { type Proxies, readProxies } from "../domain/proxies.ts";
import { Misuse } from "./error.ts";

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf("@") + 1);

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

export function readPort(text: string, flag: string): number {
  if (isPort(text)) return Number(text);
  throw new Misuse(`${flag} ${text}: a port is a number from 0 to 65535; 0 takes any free one`);
}

/** Reads `10.0.0.5`, `10.0.0.5:27100` or `[::1]:27100`; the port is null if the text has none. */
export function readGate(text: string, flag: string) {
  const [, version6, name = version6 ?? "", port] =
    /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d+))?$/i.exec(text) ?? [];
  if (name !== "" && (port === undefined || (isPort(port) && Number(port) > 0))) {
    return { host: name, port: port === undefined ? null : Number(port) };
  }
  throw new Misuse(
    `${flag} ${text}: expected an address of this machine, such as 127.0.0.1, or with the first port of the gate, such as 0.0.0.0:27100`,
  );
}

/** Reads `9464`, `10.0.0.5:9464` or `[::1]:9464`; the host is null if the text has none. */
export function readMetricsPort(text: string, flag: string) {
  if (text === "public") return text;
  const [, version6, name = version6 ?? null, port = ""] =
    /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+)):)?(\d+)$/i.exec(text) ?? [];
  if (isPort(port)) return { host: name, port: Number(port) };
  throw new Misuse(
    `${flag} ${text}: a port is a number from 0 to 65535, where 0 takes any free one, alone or as HOST:PORT; or give \`public\`, which shows them to everybody`,
  );
}

export function readDays(text: string, flag: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Misuse(`${flag} ${text}: expected a number of days from 1 to 99999`);
}

export function readSeconds(text: string, flag: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new Misuse(`${flag} ${text}: expected a number of seconds from 0 to 999`);
}

export function oneOf<const Choice extends string>(...choices: readonly Choice[]) {
  return (text: string, flag: string): Choice => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    throw new Misuse(`${flag} ${text}: choose one of ${choices.join(", ")}`);
  };
}

const isOff = (text: string): boolean => /^(off|false|no|0|)$/i.test(text);

export function readSwitch(text: string, flag: string): boolean {
  if (/^(on|true|yes|1)$/i.test(text)) return true;
  if (isOff(text)) return false;
  throw new Misuse(`${flag} ${text}: choose on or off`);
}

/** Reads an ISO 8601 date, or date and time. */
export function readInstant(text: string): Instant {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const at = day !== undefined && isCalendarDate(day) ? Date.parse(text) : Number.NaN;
  if (at <= latestInstant) return at;
  throw new Misuse(`'${text}' is no instant; write 2027-07-01 or 2027-07-01T12:00:00Z`);
}

export function readSeedText(text: string, flag: string): string {
  if (text !== "") return text;
  throw new Misuse(`${flag}: expected a text, such as 1, that everything is to follow from`);
}

const shortestToken = 16;

export function readControlToken(text: string): string {
  if (text.length >= shortestToken && /^[!-~]+$/.test(text)) return text;
  throw new Misuse(
    `ANTEROOM_CONTROL_TOKEN: expected at least ${shortestToken} letters, digits and signs; make one with: openssl rand -hex 16`,
  );
}

export function readDomains(text: string, flag: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim().toLowerCase());
  if (names.every((name) => isAddress(`somebody@${name}`))) return names;
  throw new Misuse(`${flag} ${text}: expected domains such as example.com,example.org`);
}

/** Reads ids of organizations, or "all". */
export function readOrgs(text: string, flag: string): readonly string[] | "all" {
  if (text === "all") return text;
  if (text === "none") return [];
  const ids = text.split(",").map((id) => id.trim().toLowerCase());
  if (ids.every(isId)) return ids;
  throw new Misuse(
    `${flag} ${text}: expected ids of organizations, such as a0123456789abcdef012345a,b0123456789abcdef012345b, none or all`,
  );
}

/** Reads a number of hops, or networks; the bare flag, or a variable that is only switched on, means one hop. */
export function readTrust(text: string, flag: string): Proxies {
  if (/^(true|yes|on)$/i.test(text)) return 1;
  const read = isOff(text) ? 0 : readProxies(text);
  if (read !== undefined) return read;
  throw new Misuse(
    `${flag} ${text}: expected a number of hops, 1 for a single proxy, or the proxies' own addresses such as 10.0.0.4,10.0.0.5`,
  );
}

/** The accepted values of `target_session_attrs`, which mean the same for PostgreSQL. */
const primaries = ["read-write", "primary"];

/** Checks the URL of the database. The refusals do not repeat it, since it may have a password. */
export function checkDatabaseUrl(text: string, flag: string): string {
  if (readDatabaseUrl(text) === undefined) {
    throw new Misuse(
      `${flag}: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE, with commas between several HOST:PORT`,
    );
  }
  const wanted = wantedServer(text);
  if (wanted === undefined || primaries.includes(wanted)) return text;
  throw new Misuse(
    `${flag}: target_session_attrs=${wanted} may lead to a server that takes no changes; say read-write, or leave it out`,
  );
}

/** Reads the scheme and authority of a server, without a slash at the end. */
export function readBaseUrl(text: string, flag = "--base-url"): string {
  if (/^https?:$/.test(parse(text).protocol)) return text.replace(/\/+$/, "");
  throw new Misuse(`${flag} ${text}: expected a URL such as https://atlas.example.com`);
}

/** Checks the URL of the mail server. The refusal does not repeat it, since it may have a password. */
export function checkMailUrl(text: string, flag: string): string {
  const { protocol, hostname, pathname, search, hash } = parse(text);
  const isServer = /^smtps?:$/.test(protocol) && hostname !== "";
  if (isServer && /^\/?$/.test(pathname) && search + hash === "") return text;
  throw new Misuse(`${flag}: expected smtp://USER:PASSWORD@HOST:PORT, or smtps://… for TLS at once`);
}

export function readMailbox(text: string): Mailbox {
  const [, name = "", bracketed] = /^\s*(?:"?([^"<>\p{C}]*?)"?\s*<([^<>]*)>)\s*$/u.exec(text) ?? [];
  const address = bracketed ?? text.trim();
  if (isAddress(address)) return { name, address };
  throw new Misuse(`--mail-from ${text}: expected an address, or "Name <name@example.com>"`);
}

/**
 * Reads the address of the provider: TLS is required, unless the provider is on this machine, since a client secret is sent
 * there.
 */
export function readIssuer(text: string): string {
  const { protocol, host, username, password, search, hash, pathname } = parse(text);
  const isGuarded = protocol === "https:" || (protocol === "http:" && isLoopback(host));
  const isPlain = username + password + search + hash === "" && !pathname.includes("/.well-known/");
  if (isGuarded && isPlain) return text;
  throw new Misuse(
    `--oidc-issuer ${text}: expected the issuer's URL, such as https://login.example.com, without /.well-known; http is for loopback only`,
  );
}

/** The place to which heads of seals are sent. */
export type HeadsPlace =
  | { readonly kind: "file"; readonly path: string }
  /** The log of this system, through a program that writes to it. */
  | { readonly kind: "logger"; readonly program: string }
  | { readonly kind: "tcp" | "udp"; readonly host: string; readonly port: number }
  | { readonly kind: "http"; readonly url: string };

const transports: Readonly<Record<string, "tcp" | "udp">> = { "syslog:": "tcp", "syslog+udp:": "udp" };
const syslogPort = 514;

/** Reads the place of heads. The refusal does not repeat it, since it may have a password. */
export function readHeadsPlace(text: string, flag: string): HeadsPlace {
  if (/^syslog:?$/.test(text)) return { kind: "logger", program: "/usr/bin/logger" };
  // A single letter is a Windows drive.
  const isPath = /[./\\]/.test(text) && !/^[a-z][a-z+.-]+:/i.test(text);
  if (isPath) return { kind: "file", path: resolve(text) };
  const { protocol, hostname, host, port, pathname, search, hash } = parse(text);
  const isPlain = /^\/?$/.test(pathname) && search + hash === "";
  const kind = transports[protocol];
  if (kind !== undefined && hostname !== "" && isPlain) {
    return { kind, host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || syslogPort) };
  }
  if (protocol === "https:" || (protocol === "http:" && isLoopback(host))) return { kind: "http", url: text };
  throw new Misuse(
    `${flag}: expected a file such as ./heads.jsonl, syslog, syslog://HOST:PORT, syslog+udp://HOST:PORT or https://…; http is for loopback only`,
  );
}

export const looksLikeUrl = (text: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(text);

/** Reads a folder, and refuses what looks like a URL. The refusal does not repeat it, since it may have a password. */
export function readFolder(text: string, flag: string): string {
  if (!looksLikeUrl(text)) return text;
  throw new Misuse(
    `${flag}: expected a folder; of databases, only PostgreSQL's postgres://… is known, in --database-url`,
  );
}

const parse = (text: string): URL => new URL(URL.canParse(text) ? text : "none:");
