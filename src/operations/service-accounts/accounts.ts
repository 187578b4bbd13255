// What the operations of service accounts have in common: where they live, and how an account looks.
import Type from "typebox";
import { clientIdPattern, exampleClientId, fromClientId, toClientId } from "../../contract/client-id.ts";
import type { FaultMaker } from "../../contract/errors.ts";
import { envelope, ObjectId, paging, pretty } from "../../contract/schemas/common.ts";
import { rolesIn } from "../../domain/credential.ts";
import { toTimestamp } from "../../domain/instant.ts";
import type { ClientSecret, ServiceAccount } from "../../domain/service-account.ts";
import type { Reads } from "../../store/store.ts";

export const tag = "Service Accounts";
export const orgPath = "/api/atlas/v2/orgs/{orgId}/serviceAccounts";
export const orgPathById = `${orgPath}/{clientId}` as const;
export const groupPath = "/api/atlas/v2/groups/{groupId}/serviceAccounts";
export const groupPathById = `${groupPath}/{clientId}` as const;

export const orgId = { ...ObjectId, description: "Id of the organization." };
export const groupId = { ...ObjectId, description: "Id of the project." };
export const clientId = Type.String({
  pattern: clientIdPattern,
  example: exampleClientId,
  description: "Client id of the service account.",
});
export const secretId = Type.String({ description: "Id of the secret." });

const { itemsPerPage, pageNum } = paging;
/** Lists of accounts always count their results. */
export const countedPaging = { itemsPerPage, pageNum };
export const includeSystemManaged = Object.assign(
  Type.Boolean({ description: "Whether to list accounts the system keeps: there are none here." }),
  { default: false as const },
);
export { envelope, paging, pretty };

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

/** A secret as it was just made, with the text that no later answer shows. */
export interface MadeSecret extends ClientSecret {
  readonly secret?: string;
}

/** Shows the secret itself if it was just made, its mask otherwise. */
export const showSecret = (made: MadeSecret) => ({
  createdAt: toTimestamp(made.createdAt),
  expiresAt: toTimestamp(made.expiresAt),
  id: made.id,
  lastUsedAt: made.lastUsedAt === null ? null : toTimestamp(made.lastUsedAt),
  ...(made.secret === undefined
    ? { maskedSecretValue: `mdb_sa_sk_...${made.tail}` }
    : { secret: made.secret }),
});

type Shown = Omit<ServiceAccount, "secrets"> & { readonly secrets: readonly MadeSecret[] };

const showIn = (groupId: string | null) => (account: Shown) => ({
  clientId: toClientId(account.id),
  createdAt: toTimestamp(account.createdAt),
  description: account.description,
  name: account.name,
  roles: rolesIn(account.roles, groupId),
  secrets: account.secrets.map(showSecret),
});

/** With the roles in the organization. */
export const showAccount = showIn(null);

/** With the roles in one project. */
export const showGroupAccount = ({ account, groupId }: { account: Shown; groupId: string }) =>
  showIn(groupId)(account);
