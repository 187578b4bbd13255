// Entries of the access lists of credentials: addresses and networks a key or a service account may be used from.
import ipaddr from "ipaddr.js";
import type { FaultMaker } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

export interface AccessEntry {
  /** Always with a prefix length: a single address is a network of one. */
  readonly cidr: string;
  readonly createdAt: Instant;
}

const isV4 = (text: string) => ipaddr.IPv4.isValidFourPartDecimal(text);
const isV6 = (text: string) => ipaddr.IPv6.isValid(text) && !text.includes("%");

/** The one way to write an address or a network, so that two spellings are one entry; nothing for any other text. */
export function toCidr(text: string): string | undefined {
  const [host = "", bits, ...rest] = text.split("/");
  if (rest.length > 0 || !(isV4(host) || isV6(host))) return undefined;
  if (bits === undefined) {
    const address = ipaddr.process(host);
    return `${address.toString()}/${address.kind() === "ipv4" ? 32 : 128}`;
  }
  const address = ipaddr.parse(host);
  const longest = address.kind() === "ipv4" ? 32 : 128;
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return undefined;
  return `${address.toString()}/${Number(bits)}`;
}

/** The address an entry is about when it is about a single one. */
export const singleAddress = (cidr: string): string | undefined =>
  cidr.includes(":") ? /^(.*)\/128$/.exec(cidr)?.[1] : /^(.*)\/32$/.exec(cidr)?.[1];

/** How paths and events name an entry: a single address without its prefix length. */
export const entryName = (cidr: string): string => singleAddress(cidr) ?? cidr;

export function covers(cidr: string, ip: string): boolean {
  const address = ipaddr.process(ip);
  const [network, bits] = ipaddr.parseCIDR(cidr);
  return network.kind() === address.kind() && address.match(network, bits);
}

/** The entry a path names. */
export function readEntry(text: string, fault: FaultMaker<"INVALID_IP_ADDRESS_OR_CIDR_NOTATION">): string {
  const cidr = toCidr(text);
  if (cidr === undefined) throw fault("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { entry: text });
  return cidr;
}

interface Sent {
  readonly cidrBlock?: string | null;
  readonly ipAddress?: string | null;
}

/** The entries a request adds: at least one, each an address or a network, none twice. */
export function chooseEntries(
  sent: readonly Sent[],
  fault: FaultMaker<
    | "BAD_ACCESS_LIST_ADD_REQUEST"
    | "DUPLICATE_ADDRESSES_IN_INPUT"
    | "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"
    | "MISSING_ONE_OF_ATTRIBUTES"
  >,
): string[] {
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
