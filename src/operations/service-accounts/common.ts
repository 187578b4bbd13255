// What the operations of service accounts have in common: their paths, and how an account is found.
import { fromClientId } from "../../contract/client-id.ts";
import { rolesIn } from "../../domain/credential.ts";
import type { ServiceAccount } from "../../domain/service-account.ts";
import { type FaultMaker, flag, limitSets, paging, type Reads } from "../declare.ts";

const tag = "Service Accounts";
export const orgSide = { tag, limit: limitSets.orgServiceAccounts } as const;
export const groupSide = { tag, limit: limitSets.groupServiceAccounts } as const;

export const orgPath = "/api/atlas/v2/orgs/{orgId}/serviceAccounts";
export const orgPathById = `${orgPath}/{clientId}` as const;
export const groupPath = "/api/atlas/v2/groups/{groupId}/serviceAccounts";
export const groupPathById = `${groupPath}/{clientId}` as const;

const { itemsPerPage, pageNum } = paging;
/** Lists of accounts always count their results. */
export const countedPaging = { itemsPerPage, pageNum };
export const includeSystemManaged = flag("Whether to list accounts the system keeps: there are none here.");

interface AccountLookup {
  readonly tx: Reads;
  readonly params: { readonly clientId: string };
  readonly fault: FaultMaker<"SERVICE_ACCOUNT_NOT_FOUND">;
}

/** The account of the organization that the path names. */
export async function findAccount(
  { tx, params: { clientId }, fault }: AccountLookup,
  orgId: string,
): Promise<ServiceAccount> {
  const account = await tx.serviceAccounts.find(orgId, fromClientId(clientId));
  if (account === undefined) throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId });
  return account;
}

/** The same for one that holds a role in the project. */
export async function findGroupAccount(
  lookup: AccountLookup & { readonly group: { readonly id: string; readonly orgId: string } },
): Promise<ServiceAccount> {
  const { group, params, fault } = lookup;
  const account = await findAccount(lookup, group.orgId);
  if (rolesIn(account.roles, group.id).length > 0) return account;
  throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId: params.clientId });
}
