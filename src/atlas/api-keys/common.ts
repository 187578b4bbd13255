// The shared parts of operations on API keys: their paths, how a key is found, and how a key and its access list look.

import { type AccessEntry, entryName, singleAddress } from "../../core/domain/access-entry.ts";
import type { ApiKey } from "../../core/domain/credential.ts";
import {
  type FaultMaker,
  type Paged,
  type Reads,
  type Showing,
  showPage,
  toTimestamp,
} from "../../core/operations/declare.ts";
import type { MadeKey } from "./credentials.ts";

interface KeyLookup {
  readonly tx: Reads;
  readonly params: { readonly apiUserId: string };
  readonly fault: FaultMaker<"API_KEY_NOT_FOUND">;
}

/** Finds the key that the path names; one of another organization counts as missing. */
export async function findKey({ tx, params: { apiUserId: keyId }, fault }: KeyLookup, orgId: string) {
  const key = await tx.apiKeys.find(orgId, keyId);
  if (key === undefined) throw fault("API_KEY_NOT_FOUND", { keyId });
  return key;
}

const selfOf = ({ id, orgId }: ApiKey, { origin }: Showing) =>
  `${origin}/api/atlas/v2/orgs/${orgId}/apiKeys/${id}`;

/**
 * Shows a key. Its mask has one group fewer than a private key, and the link always leads to the organization, both as
 * recorded.
 */
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

export const showEntry = (
  { key, entry: { cidr, createdAt } }: { key: ApiKey; entry: AccessEntry },
  showing: Showing,
) => {
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

export const showList = ({ key, page }: { key: ApiKey; page: Paged<AccessEntry> }, showing: Showing) =>
  showPage(page, showing, (entry) => showEntry({ key, entry }, showing));
