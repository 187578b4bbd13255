// What the operations of API keys have in common: their paths, and how a key is found.
import type { ApiKey } from "../../domain/api-key.ts";
import { type FaultMaker, limitSets, type Reads } from "../declare.ts";

const tag = "Programmatic API Keys";
export const orgSide = { tag, limit: limitSets.orgApiKeys } as const;
export const groupSide = { tag, limit: limitSets.groupApiKeys } as const;

export const orgPath = "/api/atlas/v2/orgs/{orgId}/apiKeys";
export const orgPathById = `${orgPath}/{apiUserId}` as const;
export const groupPath = "/api/atlas/v2/groups/{groupId}/apiKeys";
export const groupPathById = `${groupPath}/{apiUserId}` as const;
export const listPath = `${orgPathById}/accessList` as const;
export const entryPath = `${listPath}/{ipAddress}` as const;

interface KeyLookup {
  readonly tx: Reads;
  readonly params: { readonly apiUserId: string };
  readonly fault: FaultMaker<"API_KEY_NOT_FOUND">;
}

/** The key that the path names; one of another organization counts as missing. */
export async function findKey(
  { tx, params: { apiUserId: keyId }, fault }: KeyLookup,
  orgId: string,
): Promise<ApiKey> {
  const key = await tx.apiKeys.find(orgId, keyId);
  if (key === undefined) throw fault("API_KEY_NOT_FOUND", { keyId });
  return key;
}
