// Entries of the access lists of credentials: the addresses and networks from which a key or a service account may be used.
import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import type { FaultMaker } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

export interface AccessEntry {
  /** The network, always with a prefix length: a single address is a network of one. */
  readonly cidr: string;
  readonly createdAt: Instant;
}

/**
 * Reports whether a text is an address. The library accepts octal and hexadecimal numbers in the last four bytes of an IPv6
 * address; Node does not.
 */
const isHost = (text: string) => isIPv4(text) || (isIPv6(text) && !text.includes("%"));

/**
 * Returns the address in Node's spelling: the library takes `::192.0.2.1` for the mapped `::ffff:192.0.2.1`, but reads
 * `0::192.0.2.1`, the same address, correctly.
 */
const spell = (host: string): string => (isIPv6(host) ? host.replace(/^::(?=\d+\.)/, "0::") : host);

/** The number of bits of an IPv6 address that mark a mapped IPv4 address. */
const mappedBits = 96;

/**
 * Returns the canonical form of an address or a network; undefined for any other text. Mapped IPv4 becomes IPv4, as callers'
 * addresses do.
 */
export function toCidr(text: string): string | undefined {
  const [host = "", sent, ...rest] = text.split("/");
  if (rest.length > 0 || !isHost(host)) return undefined;
  const address = ipaddr.parse(spell(host));
  const longest = address.kind() === "ipv4" ? 32 : 128;
  if (sent !== undefined && !/^\d{1,3}$/.test(sent)) return undefined;
  const bits = sent === undefined ? longest : Number(sent);
  if (bits > longest) return undefined;
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= mappedBits) {
    return `${address.toIPv4Address().toString()}/${bits - mappedBits}`;
  }
  return `${address.toString()}/${bits}`;
}

export const singleAddress = (cidr: string): string | undefined =>
  cidr.includes(":") ? /^(.*)\/128$/.exec(cidr)?.[1] : /^(.*)\/32$/.exec(cidr)?.[1];

/** Returns the name of an entry in paths and events: a single address without its prefix length. */
export const entryName = (cidr: string): string => singleAddress(cidr) ?? cidr;

/** Reports whether two networks share addresses. */
export const overlap = (one: string, other: string): boolean =>
  covers(one, firstOf(other)) || covers(other, firstOf(one));

const firstOf = (cidr: string): string => cidr.slice(0, cidr.indexOf("/"));

export function covers(cidr: string, ip: string): boolean {
  const address = ipaddr.process(spell(ip));
  const [network, bits] = ipaddr.parseCIDR(cidr);
  return network.kind() === address.kind() && address.match(network, bits);
}

export function readEntry(text: string, fault: FaultMaker<"INVALID_IP_ADDRESS_OR_CIDR_NOTATION">): string {
  const cidr = toCidr(text);
  if (cidr === undefined) throw fault("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { entry: text });
  return cidr;
}

interface SentEntry {
  readonly cidrBlock?: string | null;
  readonly ipAddress?: string | null;
}

export const entryErrors = [
  "BAD_ACCESS_LIST_ADD_REQUEST",
  "DUPLICATE_ADDRESSES_IN_INPUT",
  "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
  "MISSING_ONE_OF_ATTRIBUTES",
] as const;

/** Returns the entries of a request: at least one, each an address or a network, without duplicates. */
export function chooseEntries(sent: readonly SentEntry[], fault: FaultMaker<(typeof entryErrors)[number]>) {
  const missing = () => fault("MISSING_ONE_OF_ATTRIBUTES", { attributes: "ipAddress, cidrBlock" });
  if (sent.length === 0) throw missing();
  const chosen = new Set<string>();
  for (const { cidrBlock, ipAddress } of sent) {
    // Clients that read both members of an entry send both back.
    const texts = [ipAddress, cidrBlock].filter((text) => text !== undefined && text !== null);
    const [first] = texts;
    if (first === undefined) throw missing();
    const [cidr, other] = texts.map((text) => readEntry(text, fault));
    if (other !== undefined && other !== cidr) throw fault("BAD_ACCESS_LIST_ADD_REQUEST", {});
    const entry = cidr ?? "";
    if (chosen.has(entry)) throw fault("DUPLICATE_ADDRESSES_IN_INPUT", { entry: entryName(entry) });
    chosen.add(entry);
  }
  return [...chosen];
}
