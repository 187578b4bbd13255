// Service accounts and their secrets as their own operations read and write them.
import { inReadingOrder } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import type { ClientSecret, ServiceAccount } from "../domain/service-account.ts";
import type { Unit } from "./connection.ts";
import { credentialLists } from "./credential-lists.ts";
import { grantReads, grantWrites } from "./grants.ts";
import { grouped } from "./grouped.ts";
import { addPrincipal, removePrincipal } from "./principals.ts";
import { insertion, query, queryNow } from "./query.ts";

interface Row {
  id: string;
  org_id: string;
  name: string;
  description: string;
  created_at: Instant;
}

const columns = [
  "service_accounts.id",
  "service_accounts.org_id",
  "service_accounts.name",
  "service_accounts.description",
  "service_accounts.created_at",
];

const secretsOf = (accountIds: readonly string[]) =>
  queryNow((db) =>
    db
      .selectFrom("service_account_secrets")
      .select(["id", "service_account_id", "tail", "created_at", "expires_at", "last_used_at"])
      .where("service_account_id", "in", accountIds.length === 0 ? [""] : accountIds)
      .orderBy("created_at")
      .orderBy("id"),
  );

const settings = query((db, at: { orgId: string }) =>
  db
    .selectFrom("org_documents")
    .select("document")
    .where("org_id", "=", at.orgId)
    .where("kind", "=", "settings"),
);

const insert = insertion("service_accounts");

const update = query((db, to: { id: string; name: string; description: string }) =>
  db
    .updateTable("service_accounts")
    .set({ name: to.name, description: to.description })
    .where("id", "=", to.id),
);

const insertSecret = insertion("service_account_secrets");

const capSecrets = query((db, at: { accountId: string; expiresAt: Instant }) =>
  db
    .updateTable("service_account_secrets")
    .set({ expires_at: at.expiresAt })
    .where("service_account_id", "=", at.accountId)
    .where("expires_at", ">", at.expiresAt),
);

const removeSecret = query((db, at: { accountId: string; id: string }) =>
  db
    .deleteFrom("service_account_secrets")
    .where("service_account_id", "=", at.accountId)
    .where("id", "=", at.id),
);

async function complete(unit: Unit, ids: readonly string[]): Promise<(row: Row) => ServiceAccount> {
  const [rolesOf, kept] = await Promise.all([
    grantReads.ofPrincipals(unit, ids),
    unit.all(secretsOf(ids), {}),
  ]);
  const secrets = grouped(
    kept,
    (secret) => secret.service_account_id,
    (secret) => ({
      id: secret.id,
      tail: secret.tail,
      createdAt: secret.created_at,
      expiresAt: secret.expires_at,
      lastUsedAt: secret.last_used_at,
    }),
  );
  return (row) => ({
    id: row.id,
    orgId: row.org_id,
    name: row.name,
    description: row.description,
    createdAt: row.created_at,
    roles: inReadingOrder(rolesOf(row.id)),
    secrets: secrets.get(row.id) ?? [],
  });
}

export const serviceAccountReads = {
  ...credentialLists({ table: "service_accounts", columns, complete }),

  /** Hours a secret may live at most by the settings of the organization; nothing where they do not say. */
  async mostSecretHours(unit: Unit, orgId: string): Promise<number | undefined> {
    const row = await unit.first(settings, { orgId });
    if (row === undefined) return undefined;
    const { maxServiceAccountSecretValidityInHours: most } = JSON.parse(row.document);
    return most ?? undefined;
  },
};

export const serviceAccountWrites = {
  ...serviceAccountReads,

  /** Adds an account with its roles; its secrets are added on their own. */
  async add(unit: Unit, account: Omit<ServiceAccount, "secrets">): Promise<void> {
    await addPrincipal(unit, account.id, "SERVICE_ACCOUNT");
    unit.post(insert, {
      id: account.id,
      org_id: account.orgId,
      name: account.name,
      description: account.description,
      created_at: account.createdAt,
    });
    await grantWrites.giveAll(unit, account);
  },

  /** Writes name and description. */
  async update(unit: Unit, { id, name, description }: ServiceAccount): Promise<void> {
    unit.post(update, { id, name, description });
  },

  /** Removes an account with all that hangs on it: roles, access list, secrets, tokens. */
  remove: removePrincipal,

  async addSecret(unit: Unit, accountId: string, secret: ClientSecret, hash: string): Promise<void> {
    unit.post(insertSecret, {
      id: secret.id,
      service_account_id: accountId,
      secret_hash: hash,
      tail: secret.tail,
      created_at: secret.createdAt,
      expires_at: secret.expiresAt,
      last_used_at: secret.lastUsedAt,
    });
  },

  /** Lets no secret of the account live longer than until `expiresAt`. */
  async capSecrets(unit: Unit, accountId: string, expiresAt: Instant): Promise<void> {
    unit.post(capSecrets, { accountId, expiresAt });
  },

  /** Removes a secret and returns whether there was one. */
  async removeSecret(unit: Unit, accountId: string, id: string): Promise<boolean> {
    return (await unit.change(removeSecret, { accountId, id })) > 0;
  },
};
