// Finds the address a caller sends from, and which proxies are trusted to state it.
import { isIP } from "node:net";
import { covers, toCidr } from "./access-entry.ts";

/** A caller's address, and on whose word. */
export type RemoteAddress =
  | {
      /** `own` is that of the connection, where no proxy is trusted; `proven` is what a trusted proxy named. */
      readonly state: "own" | "proven";
      readonly ip: string;
      readonly peer?: undefined;
    }
  | {
      /** A trusted proxy, `peer` or one behind it, sent no valid client address. No access list covers such a caller. */
      readonly state: "unknown";
      readonly ip?: undefined;
      readonly peer: string;
    };

/** Hops counted from the server, or networks of proxies. 0 trusts no proxy. */
export type Proxies = number | readonly string[];

/** The greatest number of hops; a greater one is taken for a typing error. */
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

/** Reports whether the peer at `hop` (0: of the socket) is a trusted proxy. */
export const isTrusted = (proxies: Proxies, text: string, hop: number): boolean => {
  if (typeof proxies === "number" && hop >= proxies) return false;
  const address = readAddress(text);
  if (address === undefined) return false;
  return typeof proxies === "number" || proxies.some((network) => covers(network, address));
};

/** Asks each proxy that is trusted, from the nearest on, whom it had before it: `forwarded` is X-Forwarded-For, which each lengthens. */
export function readRemote(proxies: Proxies, peer: string, forwarded: string | undefined): RemoteAddress {
  const named = forwarded?.split(",") ?? [];
  let ip: string | undefined = peer || undefined;
  let hop = 0;
  while (ip !== undefined && isTrusted(proxies, ip, hop)) {
    // Networks have callers as well as proxies; each hop is a proxy.
    if (hop > 0 && named.length === 0 && typeof proxies !== "number") break;
    ip = readAddress(named.pop()?.trim() ?? "");
    hop++;
  }
  if (ip === undefined) return { state: "unknown", peer };
  return { state: hop === 0 ? "own" : "proven", ip };
}
