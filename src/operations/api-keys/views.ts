// How an API key and its access list look.
import type { MadeKey } from "../../changes/credentials.ts";
import { type AccessEntry, entryName, singleAddress } from "../../domain/access-entry.ts";
import type { ApiKey } from "../../domain/api-key.ts";
import { type Paged, type Showing, showPage, toTimestamp } from "../declare.ts";

const selfOf = ({ id, orgId }: ApiKey, { origin }: Showing) =>
  `${origin}/api/atlas/v2/orgs/${orgId}/apiKeys/${id}`;

/** The mask has one group fewer than a private key, as recorded; the link leads to the organization from everywhere. */
export const showKey = (key: ApiKey, showing: Showing) => ({
  desc: key.description,
  id: key.id,
  links: [{ href: selfOf(key, showing), rel: "self" }],
  privateKey: `********-****-****-${key.privateKeyTail}`,
  publicKey: key.publicKey,
  roles: key.roles.map(({ groupId, role }) =>
    groupId === null ? { orgId: key.orgId, roleName: role } : { groupId, roleName: role },
  ),
});

export const showMadeKey = (key: MadeKey, showing: Showing) => ({
  ...showKey(key, showing),
  privateKey: key.privateKey,
});

export const showEntry = ({ cidr, createdAt }: AccessEntry, key: ApiKey, showing: Showing) => {
  const ipAddress = singleAddress(cidr);
  const href = `${selfOf(key, showing)}/accessList/${entryName(cidr).replace("/", "%2F")}`;
  return {
    cidrBlock: cidr,
    count: 0,
    created: toTimestamp(createdAt),
    ...(ipAddress !== undefined && { ipAddress }),
    links: [{ href, rel: "self" }],
  };
};

interface ListedEntries {
  readonly key: ApiKey;
  readonly page: Paged<AccessEntry>;
}

export const showList = ({ key, page }: ListedEntries, showing: Showing) =>
  showPage(page, showing, (entry) => showEntry(entry, key, showing));
