// Finds the address of a caller, and decides which proxies are trusted to state it.
import { isIP } from "node:net";
import { covers, toCidr } from "./access-entry.ts";

/** A caller's address, and who stated it. */
export type RemoteAddress =
  | {
      /** The source: `own` is the connection, if no proxy is trusted; `proven` is a trusted proxy. */
      readonly state: "own" | "proven";
      readonly ip: string;
      readonly peer?: undefined;
    }
  | {
      /**
       * The state in which a trusted proxy, `peer` or one behind it, sent no valid client address. No access list includes such
       * a caller.
       */
      readonly state: "unknown";
      readonly ip?: undefined;
      readonly peer: string;
    };

/** The number of hops from the server, or the networks of proxies. 0 trusts no proxy. */
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

/**
 * Finds the caller's address: each trusted proxy, from the nearest on, states who was before it. `forwarded` is
 * X-Forwarded-For, to which each proxy adds.
 */
export function readRemote(proxies: Proxies, peer: string, forwarded: string | undefined): RemoteAddress {
  const named = forwarded?.split(",") ?? [];
  let ip: string | undefined = peer || undefined;
  let hop = 0;
  while (ip !== undefined && isTrusted(proxies, ip, hop)) {
    // A network may have callers as well as proxies, but each counted hop is a proxy.
    if (hop > 0 && named.length === 0 && typeof proxies !== "number") break;
    ip = readAddress(named.pop()?.trim() ?? "");
    hop++;
  }
  if (ip === undefined) return { state: "unknown", peer };
  return { state: hop === 0 ? "own" : "proven", ip };
}
