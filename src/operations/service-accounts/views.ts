// How a service account and a secret of it look.
import type { MadeSecret } from "../../changes/credentials.ts";
import { clientSecretPrefix, toClientId } from "../../contract/client-id.ts";
import { type AccessEntry, singleAddress } from "../../domain/access-entry.ts";
import { rolesIn } from "../../domain/credential.ts";
import type { ServiceAccount } from "../../domain/service-account.ts";
import { timestampOf, toTimestamp } from "../declare.ts";

/** Shows the secret itself if it was just made, its mask otherwise. */
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

const showIn = (groupId: string | null) => (account: AccountInAnswer) => ({
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
export const showGroupAccount = ({ account, groupId }: { account: AccountInAnswer; groupId: string }) =>
  showIn(groupId)(account);

export const showEntry = ({ cidr, createdAt }: AccessEntry) => ({
  cidrBlock: cidr,
  createdAt: toTimestamp(createdAt),
  ipAddress: singleAddress(cidr) ?? null,
  lastUsedAddress: null,
  lastUsedAt: null,
  requestCount: 0,
});
