// Which proxies stand before the server, and what is believed of an address that they pass on.
import { isIP } from "node:net";
import { covers, toCidr } from "./access-entry.ts";

/** A number of hops, counted from the server, or networks of proxies. 0 believes nobody. */
export type Proxies = number | readonly string[];

/** As many proxies as one could mean; more is a slip of the pen. */
const mostHops = 10;

/** `2`, or `10.0.0.0/8, 192.0.2.7`; undefined for what is neither. */
export function readProxies(text: string): Proxies | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= mostHops ? Number(text) : undefined;
  const networks = text.split(",").map((entry) => toCidr(entry.trim()));
  return networks.every((entry) => entry !== undefined) ? networks : undefined;
}

/** An address as proxies write it, without the port that some add; undefined for what is none. */
export function readAddress(text: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  return isIP(address) !== 0 && !address.includes("%") ? address : undefined;
}

/** Whether what stands `hop` hops before the server, 0 for its own peer, is a proxy that may name the one before it. */
export const isTrusted = (proxies: Proxies, text: string, hop: number): boolean => {
  const address = readAddress(text);
  if (address === undefined) return false;
  return typeof proxies === "number" ? hop < proxies : proxies.some((network) => covers(network, address));
};

/** What is read of a request; `ip` and `protocol` as the proxies that are trusted passed them on. */
interface Arrived {
  readonly ip: string;
  readonly protocol: string;
  readonly headers: { readonly host?: string | undefined };
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Of the nearest that is no proxy of ours; entries to its left were written by itself. The peer's if it cannot be read. */
export const addressOf = ({ ip, socket }: Arrived): string => readAddress(ip) ?? socket.remoteAddress ?? "";

/** Scheme and authority that links of an answer start with. The Host is the request's own: X-Forwarded-Host is anybody's. */
export const originOf = ({ protocol, headers }: Arrived, baseUrl: string | null): string =>
  baseUrl ?? `${protocol === "https" ? "https" : "http"}://${headers.host ?? ""}`;
