// Service accounts and their secrets, as their own operations read and write them.
import { type ClientSecret, inReadingOrder, type ServiceAccount } from "../domain/credential.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import { addPrincipal, credentialLists, removePrincipal } from "./credential-lists.ts";
import { settingOfOrg } from "./documents.ts";
import { changes, many, manyAmong, posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { insertion } from "./query.ts";
import { removal } from "./statements.ts";

const columns = ["id", "orgId", "name", "description", "createdAt", "mcpConfigId", "mcpSide"] as const;

const secretsOf = manyAmong((db, accountIds) =>
  db
    .selectFrom("serviceAccountSecrets")
    .select(["id", "serviceAccountId", "tail", "createdAt"])
    .select(["expiresAt", "lastUsedAt"])
    .where("serviceAccountId", "in", accountIds)
    .orderBy("createdAt")
    .orderBy("id"),
);

const insert = posts(insertion("serviceAccounts"));
const insertSecret = posts(insertion("serviceAccountSecrets"));

async function complete(unit: Unit, ids: readonly string[]) {
  const [rolesOf, kept] = await Promise.all([grants.reads.ofPrincipals(unit, ids), secretsOf(unit, ids)]);
  const secrets = grouped(
    kept,
    (row) => row.serviceAccountId,
    ({ serviceAccountId, ...secret }): ClientSecret => secret,
  );
  return (row: Omit<ServiceAccount, "roles" | "secrets">): ServiceAccount => ({
    ...row,
    roles: inReadingOrder(rolesOf(row.id)),
    secrets: secrets.get(row.id) ?? [],
  });
}

const all = credentialLists({ table: "serviceAccounts", columns, complete });

const ofConfigs = many((db, orgId: string) =>
  db
    .selectFrom("serviceAccounts")
    .select(columns)
    .where("orgId", "=", orgId)
    .where("mcpConfigId", "is not", null)
    .orderBy("createdAt")
    .orderBy("id"),
);

export const reads = {
  ...credentialLists({ table: "serviceAccounts", columns, keptFor: "mcpConfigId", complete }),

  // Accounts that Atlas keeps are found, listed on request and counted.
  find: all.find,
  everyInOrg: all.inOrg,
  everyInGroup: all.inGroup,
  countInOrg: all.countInOrg,

  /** Reads the accounts of remote MCP configurations of an organization and its projects, oldest first. */
  async ofMcpConfigs(unit: Unit, orgId: string): Promise<ServiceAccount[]> {
    const rows = await ofConfigs(unit, orgId);
    const ids = rows.map(({ id }) => id);
    return rows.map(await complete(unit, ids));
  },

  /** Returns the longest lifetime of a secret in hours by the settings of the organization; undefined if they have none. */
  async mostSecretHours(unit: Unit, orgId: string): Promise<number | undefined> {
    const settings = await settingOfOrg(unit, orgId, "settings");
    const { maxServiceAccountSecretValidityInHours: most } = (settings ?? {}) as Record<string, number>;
    return most ?? undefined;
  },
};

export const writes = {
  /** Adds an account with its roles; its secrets are added separately. */
  async add(unit: Unit, account: Omit<ServiceAccount, "secrets">): Promise<void> {
    addPrincipal(unit, account.id, "SERVICE_ACCOUNT");
    insert(unit, account);
    grants.writes.giveAll(unit, account);
  },

  update: posts((db, { id, name, description }: ServiceAccount) =>
    db.updateTable("serviceAccounts").set({ name, description }).where("id", "=", id),
  ),

  remove: removePrincipal,

  addSecret: (unit: Unit, serviceAccountId: string, secret: ClientSecret, secretHash: string) =>
    insertSecret(unit, { ...secret, serviceAccountId, secretHash }),

  /** Limits the lifetime of all secrets of an account to `expiresAt`. */
  capSecrets: posts((db, accountId: string, expiresAt: Instant) =>
    db
      .updateTable("serviceAccountSecrets")
      .set({ expiresAt })
      .where("serviceAccountId", "=", accountId)
      .where("expiresAt", ">", expiresAt),
  ),

  /** Removes a secret, and returns whether there was one. */
  removeSecret: changes(removal("serviceAccountSecrets", "serviceAccountId", "id")),
};
