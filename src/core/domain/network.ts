// Groups addresses that share one allowance of attempts, connections and work: those of one host, or of one customer of a
// provider.
import ipaddr from "ipaddr.js";

/** A host that has one IPv6 address has all of its /64. */
export const networkOf = (ip = "unknown"): string => maskedTo(ip, 32, 64);

/** A customer can have all of a /24 of IPv4, or of a /48 of IPv6. */
export const wideNetworkOf = (ip = "unknown"): string => maskedTo(ip, 24, 48);

/** Matches the separators of an address, which sockets and proxies write in full. */
const isWritten = /[.:]/;

/** A text that is no address stays what it is: all callers of unknown addresses are one network. */
function maskedTo(ip: string, bitsOf4: number, bitsOf6: number): string {
  // To find that an id is no address takes ipaddr.js an exception, as long as a query.
  if (!isWritten.test(ip) || !ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  const is4 = address.kind() === "ipv4";
  if (is4 && bitsOf4 === 32) return address.toString();
  const cidr = `${address.toNormalizedString()}/${is4 ? bitsOf4 : bitsOf6}`;
  const first = is4 ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${first}/${is4 ? bitsOf4 : bitsOf6}`;
}
