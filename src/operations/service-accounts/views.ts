// How a service account and a secret of it look.
import { toClientId } from "../../contract/client-id.ts";
import { rolesIn } from "../../domain/credential.ts";
import { toTimestamp } from "../../domain/instant.ts";
import type { ClientSecret, ServiceAccount } from "../../domain/service-account.ts";

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
