// What the operations of API keys have in common: where they live, and how a key and an entry of its access list look.
import type { FaultMaker } from "../../contract/errors.ts";
import { envelope, ObjectId, paging, pretty } from "../../contract/schemas/common.ts";
import { type AccessEntry, entryName, singleAddress } from "../../domain/access-entry.ts";
import type { ApiKey } from "../../domain/api-key.ts";
import type { HeldRole } from "../../domain/credential.ts";
import { toTimestamp } from "../../domain/instant.ts";
import type { FreshApiKey } from "../../secrets/issue.ts";
import type { Reads } from "../../store/store.ts";
import type { Showing } from "../operation.ts";

export const tag = "Programmatic API Keys";
export const orgPath = "/api/atlas/v2/orgs/{orgId}/apiKeys";
export const orgPathById = `${orgPath}/{apiUserId}` as const;
export const groupPath = "/api/atlas/v2/groups/{groupId}/apiKeys";
export const groupPathById = `${groupPath}/{apiUserId}` as const;
export const listPath = `${orgPathById}/accessList` as const;
export const entryPath = `${listPath}/{ipAddress}` as const;

export const orgId = { ...ObjectId, description: "Id of the organization." };
export const groupId = { ...ObjectId, description: "Id of the project." };
export const apiUserId = { ...ObjectId, description: "Id of the API key." };
export { envelope, paging, pretty };

/** A key as it was just made, with the private key that no later answer shows. */
export interface MadeKey extends ApiKey {
  readonly privateKey: string;
}

export function makeKey(
  fresh: FreshApiKey,
  key: { id: string; orgId: string; description: string; roles: readonly HeldRole[]; createdAt: number },
): MadeKey {
  const { publicKey, privateKey } = fresh;
  return { ...key, publicKey, privateKey, privateKeyTail: privateKey.slice(-12) };
}

/** The key a path names; one of another organization is as unknown as one that never was. */
export async function findKey(
  tx: Reads,
  of: { orgId: string; keyId: string },
  fault: FaultMaker<"API_KEY_NOT_FOUND">,
): Promise<ApiKey> {
  const key = await tx.apiKeys.find(of.orgId, of.keyId);
  if (key === undefined) throw fault("API_KEY_NOT_FOUND", { keyId: of.keyId });
  return key;
}

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
