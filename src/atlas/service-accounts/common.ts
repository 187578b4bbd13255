// The shared parts of operations on service accounts: their paths, how an account is found, and how it looks.

import { clientSecretPrefix, fromClientId, toClientId } from "../../core/contract/client-id.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import { type AccessEntry, singleAddress } from "../../core/domain/access-entry.ts";
import { rolesIn, rolesInGroup, rolesInOrg, type ServiceAccount } from "../../core/domain/credential.ts";
import { type FaultMaker, type Reads, timestampOf, toTimestamp } from "../../core/operations/declare.ts";
import type { MadeSecret } from "../api-keys/credentials.ts";

interface AccountLookup {
  readonly tx: Reads;
  readonly params: { readonly clientId: string };
  readonly fault: FaultMaker<"SERVICE_ACCOUNT_NOT_FOUND">;
}

/** Finds a service account to show it: one that the system keeps too. */
export async function seeAccount({ tx, params: { clientId }, fault }: AccountLookup, orgId: string) {
  const account = await tx.serviceAccounts.find(orgId, fromClientId(clientId));
  if (account === undefined) throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId });
  return account;
}

/** Finds a service account to change it; one that the system keeps is changed with its configuration alone. */
export async function findAccount(lookup: AccountLookup, orgId: string) {
  const account = await seeAccount(lookup, orgId);
  if (account.mcpConfigId === null) return account;
  throw lookup.fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId: lookup.params.clientId });
}

/** Finds a service account that holds a role in the project, to change it unless `find` is another function. */
export async function findGroupAccount(
  lookup: AccountLookup & { readonly group: { readonly id: string; readonly orgId: string } },
  find = findAccount,
): Promise<ServiceAccount> {
  const { group, params, fault } = lookup;
  const account = await find(lookup, group.orgId);
  if (rolesIn(account.roles, group.id).length > 0) return account;
  throw fault("SERVICE_ACCOUNT_NOT_FOUND", { clientId: params.clientId });
}

/** Shows the secret itself if it is new, its mask otherwise. */
export const showSecret = (made: MadeSecret) => ({
  createdAt: toTimestamp(made.createdAt),
  expiresAt: toTimestamp(made.expiresAt),
  id: made.id,
  lastUsedAt: timestampOf(made.lastUsedAt),
  ...(made.secret === undefined
    ? { maskedSecretValue: `${clientSecretPrefix}...${made.tail}` }
    : { secret: made.secret }),
});

type AccountInAnswer = Omit<ServiceAccount, "secrets"> & { readonly secrets: readonly MadeSecret[] };

const showWith = <Role extends RoleName>(account: AccountInAnswer, roles: Role[]) => ({
  clientId: toClientId(account.id),
  createdAt: toTimestamp(account.createdAt),
  description: account.description,
  name: account.name,
  roles,
  secrets: account.secrets.map(showSecret),
  systemManaged: account.mcpConfigId !== null,
});

export const showAccount = (account: AccountInAnswer) => showWith(account, rolesInOrg(account.roles));

export const showGroupAccount = ({ account, groupId }: { account: AccountInAnswer; groupId: string }) =>
  showWith(account, rolesInGroup(account.roles, groupId));

export const showEntry = ({ cidr, createdAt }: AccessEntry) => ({
  cidrBlock: cidr,
  createdAt: toTimestamp(createdAt),
  ipAddress: singleAddress(cidr) ?? null,
  lastUsedAddress: null,
  lastUsedAt: null,
  requestCount: 0,
});
