// Groups addresses that share limits of attempts, connections and work: those of one host, or of one customer of a provider.
import ipaddr from "ipaddr.js";

/** Returns the network of a host, which has all of the /64 of its IPv6 address. */
export const networkOf = (ip = "unknown"): string => maskedTo(ip, 32, 64);

/** Returns the network of a customer, who can have all of a /24 of IPv4, or of a /48 of IPv6. */
export const wideNetworkOf = (ip = "unknown"): string => maskedTo(ip, 24, 48);

/** Matches the separators of an address, which sockets and proxies always write. */
const isWritten = /[.:]/;

/** Masks an address. A text that is not an address stays as it is: all callers of unknown addresses are one network. */
function maskedTo(ip: string, bitsOf4: number, bitsOf6: number): string {
  // For a text that is not an address, ipaddr.js throws an exception, which takes as long as a query.
  if (!isWritten.test(ip) || !ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  const is4 = address.kind() === "ipv4";
  if (is4 && bitsOf4 === 32) return address.toString();
  const cidr = `${address.toNormalizedString()}/${is4 ? bitsOf4 : bitsOf6}`;
  const first = is4 ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${first}/${is4 ? bitsOf4 : bitsOf6}`;
}
