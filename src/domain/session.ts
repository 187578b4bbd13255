// Sessions: how long one lasts, and which addresses count as one network where attempts are counted.
import ipaddr from "ipaddr.js";
import { hour } from "./instant.ts";

/** A working day, and the evening. Using a session does not prolong it. */
export const sessionLifetime = 12 * hour;

/** A host that has one IPv6 address has all of its /64, so these count as one network. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString()}/64`).toString()}/64`;
}
