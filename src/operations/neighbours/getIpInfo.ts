// Answers the address that a caller asks from, which tools put on access lists.
import { fault } from "../../contract/errors.ts";
import { entryName, toCidr } from "../../domain/access-entry.ts";
import { door, object, operation, Type } from "../declare.ts";
import { unlisted } from "./common.ts";

const IpInfo = object("IpInfo", {
  currentIpv4Address: Type.String({ description: "The address; one of IPv6 where the caller has such." }),
});

export const getIpInfo = operation("GET /api/private/ipinfo", {
  ...unlisted,
  summary: "Get the address of the caller",
  description: "Answers the address the request came from, as the server sees it.",
  door: door.signedIn,
  versions: { unversioned: { reply: IpInfo } },
}).handle(
  async ({ caller }) => {
    const { ip } = caller.remoteAddress;
    // Tools would put that of the proxy on an access list.
    if (ip === undefined) throw fault("ADDRESS_UNKNOWN", {});
    return ip;
  },
  (address) => ({ currentIpv4Address: entryName(toCidr(address) ?? address) }),
);
