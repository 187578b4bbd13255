// Trusted proxies: which forwarded addresses and origins are believed.
import { isIP } from "node:net";
import { covers, toCidr } from "./access-entry.ts";

/** Hops counted from the server, or networks of proxies. 0 trusts no proxy. */
export type Proxies = number | readonly string[];

/** More hops than this is a typing error. */
const mostHops = 10;

/** Parses `2`, or `10.0.0.0/8, 192.0.2.7`; undefined for any other text. */
export function readProxies(text: string): Proxies | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= mostHops ? Number(text) : undefined;
  const networks = text.split(",").map((entry) => toCidr(entry.trim()));
  return networks.every((entry) => entry !== undefined) ? networks : undefined;
}

/** Parses an address as proxies write it, without the port that some add; undefined for any other text. */
export function readAddress(text: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  return isIP(address) !== 0 && !address.includes("%") ? address : undefined;
}

/** Whether the peer at `hop` (0: of the socket) is a trusted proxy. */
export const isTrusted = (proxies: Proxies, text: string, hop: number): boolean => {
  const address = readAddress(text);
  if (address === undefined) return false;
  return typeof proxies === "number" ? hop < proxies : proxies.some((network) => covers(network, address));
};
