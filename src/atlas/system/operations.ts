// Operations on Atlas itself.

import { createHash } from "node:crypto";
import { version } from "../../core/contract/release.ts";
import { entryName, toCidr } from "../../core/domain/access-entry.ts";
import { atlas } from "../../core/operations/atlas.ts";

const none = { aws: {}, azure: {}, gcp: {} };

export const listControlPlaneIpAddresses = atlas("listControlPlaneIpAddresses", {}).handle(
  async () => none,
  (providers) => ({ gateways: [], inbound: providers, outbound: providers }),
);

/** The build: forty hexadecimal digits, as at Atlas, made from the version. */
const build = createHash("sha1").update(`anteroom ${version}`).digest("hex");

export const getSystemStatus = atlas("getSystemStatus", {}).handle(
  async ({ tx, caller }) => {
    const { ip } = caller.remoteAddress;
    if (caller.kind !== "API_KEY") return { caller, ip, key: null };
    const key = await tx.credentials.apiKey(caller.name);
    return { caller, ip, key: { accessList: key?.accessList ?? [], grants: await tx.grants.of(caller.id) } };
  },
  ({ caller, key, ip }, { origin }) => ({
    apiKey: key && {
      accessList: key.accessList.map((cidr) => {
        const single = /^(.*)\/(?:32|128)$/.exec(cidr);
        return { cidrBlock: cidr, ipAddress: single?.[1] ?? null };
      }),
      id: caller.id,
      publicKey: caller.name,
      roles: key.grants.map(({ orgId, groupId, role }) =>
        groupId === null ? { orgId, roleName: role } : { groupId, roleName: role },
      ),
    },
    appName: "MongoDB Atlas" as const,
    build,
    ...(ip !== undefined && { ipAddress: entryName(toCidr(ip) ?? ip) }),
    links: [{ href: `${origin}/api/atlas/v2`, rel: "self" }],
    throttling: false,
    ...(caller.kind === "USER" && { user: { username: caller.name } }),
  }),
);
