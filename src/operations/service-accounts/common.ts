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

/** The account a path of an organization names. */
export async function findAccount(
  tx: Reads,
  of: { orgId: string; clientId: string },
  fault: FaultMaker<"SERVICE_ACCOUNT_NOT_FOUND">,
): Promise<ServiceAccount> {
  const account = await tx.serviceAccounts.find(of.orgId, fromClientId(of.clientId));
  if (account === undefined) throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId: of.clientId });
  return account;
}

/** The account a path of a project names: one that holds a role there. */
export async function findGroupAccount(
  tx: Reads,
  group: { id: string; orgId: string },
  clientId: string,
  fault: FaultMaker<"SERVICE_ACCOUNT_NOT_FOUND">,
): Promise<ServiceAccount> {
  const account = await findAccount(tx, { orgId: group.orgId, clientId }, fault);
  if (rolesIn(account.roles, group.id).length === 0) throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId });
  return account;
}
