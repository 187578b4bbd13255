// Service accounts and their secrets as their own operations read and write them.
import { inReadingOrder } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import type { ClientSecret, ServiceAccount } from "../domain/service-account.ts";
import type { Unit } from "./connection.ts";
import { credentialLists } from "./credential-lists.ts";
import { documentsIn } from "./documents.ts";
import { changes, many, posts } from "./facet.ts";
import { grantReads, grantWrites } from "./grants.ts";
import { grouped } from "./grouped.ts";
import { addPrincipal, removePrincipal } from "./principals.ts";
import { queryAmong } from "./query.ts";

const columns = [
  "service_accounts.id",
  "service_accounts.org_id as orgId",
  "service_accounts.name",
  "service_accounts.description",
  "service_accounts.created_at as createdAt",
];

const secretsOf = many(
  queryAmong((db, accountIds) =>
    db
      .selectFrom("service_account_secrets")
      .select(["id", "service_account_id", "tail", "created_at as createdAt"])
      .select(["expires_at as expiresAt", "last_used_at as lastUsedAt"])
      .where("service_account_id", "in", accountIds)
      .orderBy("created_at")
      .orderBy("id"),
  ),
);

const orgDocuments = documentsIn("org_documents", "org_id");

const insert = posts((db, account: Omit<ServiceAccount, "secrets">) =>
  db.insertInto("service_accounts").values({
    id: account.id,
    org_id: account.orgId,
    name: account.name,
    description: account.description,
    created_at: account.createdAt,
  }),
);

async function complete(unit: Unit, ids: readonly string[]) {
  const [rolesOf, kept] = await Promise.all([grantReads.ofPrincipals(unit, ids), secretsOf(unit, ids)]);
  const secrets = grouped(
    kept,
    (row) => row.service_account_id,
    ({ service_account_id, ...secret }): ClientSecret => secret,
  );
  return (row: Omit<ServiceAccount, "roles" | "secrets">): ServiceAccount => ({
    ...row,
    roles: inReadingOrder(rolesOf(row.id)),
    secrets: secrets.get(row.id) ?? [],
  });
}

export const serviceAccountReads = {
  ...credentialLists({ table: "service_accounts", columns, complete }),

  /** Hours a secret may live at most by the settings of the organization; undefined where they do not say. */
  async mostSecretHours(unit: Unit, orgId: string): Promise<number | undefined> {
    const settings = await orgDocuments.find(unit, orgId, "settings");
    const { maxServiceAccountSecretValidityInHours: most } = (settings ?? {}) as Record<string, number>;
    return most ?? undefined;
  },
};

export const serviceAccountWrites = {
  ...serviceAccountReads,

  /** Adds an account with its roles; its secrets are added on their own. */
  async add(unit: Unit, account: Omit<ServiceAccount, "secrets">): Promise<void> {
    addPrincipal(unit, account.id, "SERVICE_ACCOUNT");
    insert(unit, account);
    grantWrites.giveAll(unit, account);
  },

  /** Writes name and description. */
  update: posts((db, { id, name, description }: ServiceAccount) =>
    db.updateTable("service_accounts").set({ name, description }).where("id", "=", id),
  ),

  /** Removes an account with everything that refers to it: roles, access list, secrets, tokens. */
  remove: removePrincipal,

  addSecret: posts((db, accountId: string, secret: ClientSecret, secret_hash: string) =>
    db.insertInto("service_account_secrets").values({
      id: secret.id,
      service_account_id: accountId,
      secret_hash,
      tail: secret.tail,
      created_at: secret.createdAt,
      expires_at: secret.expiresAt,
      last_used_at: secret.lastUsedAt,
    }),
  ),

  /** Lets no secret of the account live longer than until `expiresAt`. */
  capSecrets: posts((db, accountId: string, expiresAt: Instant) =>
    db
      .updateTable("service_account_secrets")
      .set({ expires_at: expiresAt })
      .where("service_account_id", "=", accountId)
      .where("expires_at", ">", expiresAt),
  ),

  /** Removes a secret and returns whether there was one. */
  removeSecret: changes((db, accountId: string, id: string) =>
    db.deleteFrom("service_account_secrets").where("service_account_id", "=", accountId).where("id", "=", id),
  ),
};
