// API keys as their own operations read and write them.
import type { RoleName } from "../contract/roles.ts";
import type { ApiKey } from "../domain/api-key.ts";
import { type HeldRole, inReadingOrder } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import type { Paged, PageRequest } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { credentialLists } from "./credential-lists.ts";
import { credentialWrites } from "./credentials.ts";
import { query, queryNow } from "./query.ts";

const columns = [
  "api_keys.id",
  "api_keys.org_id",
  "api_keys.public_key",
  "api_keys.private_key_tail",
  "api_keys.description",
  "api_keys.created_at",
] as const;

interface Row {
  id: string;
  org_id: string;
  public_key: string;
  private_key_tail: string;
  description: string;
  created_at: Instant;
}

const toKey = (row: Row, roles: readonly HeldRole[]): ApiKey => ({
  id: row.id,
  orgId: row.org_id,
  publicKey: row.public_key,
  privateKeyTail: row.private_key_tail,
  description: row.description,
  createdAt: row.created_at,
  roles: inReadingOrder(roles),
});

const keys = credentialLists<Row>("api_keys", columns);

const describe = query((db, to: { id: string; description: string }) =>
  db.updateTable("api_keys").set({ description: to.description }).where("id", "=", to.id),
);

/** Roles of several credentials at once. */
const rolesOf = (principalIds: readonly string[]) =>
  queryNow((db) =>
    db
      .selectFrom("grants")
      .select(["principal_id", "group_id", "role"])
      .where("principal_id", "in", principalIds.length === 0 ? [""] : principalIds),
  );

const clearOrgRoles = query((db, at: { principalId: string }) =>
  db.deleteFrom("grants").where("principal_id", "=", at.principalId).where("group_id", "is", null),
);

const clearGroupRoles = query((db, at: { principalId: string; groupId: string }) =>
  db.deleteFrom("grants").where("principal_id", "=", at.principalId).where("group_id", "=", at.groupId),
);

/** Roles by the id of the credential that holds them. */
export async function heldRoles(
  unit: Unit,
  principalIds: readonly string[],
): Promise<(principalId: string) => HeldRole[]> {
  const rows = await unit.all(rolesOf(principalIds), {});
  return (principalId) =>
    rows
      .filter((row) => row.principal_id === principalId)
      .map((row) => ({ groupId: row.group_id, role: row.role as RoleName }));
}

/** Replaces the roles a credential holds in one scope; none takes it out of that scope. */
export async function replaceRoles(
  unit: Unit,
  principalId: string,
  at: { orgId: string; groupId: string | null },
  roles: readonly RoleName[],
  now: Instant,
): Promise<void> {
  if (at.groupId === null) await unit.change(clearOrgRoles, { principalId });
  else await unit.change(clearGroupRoles, { principalId, groupId: at.groupId });
  for (const role of roles) await credentialWrites.grant(unit, principalId, at, role, now);
}

async function paged(
  unit: Unit,
  at: PageRequest,
  rows: readonly Row[],
  count: () => Promise<number>,
): Promise<Paged<ApiKey>> {
  const roles = await heldRoles(
    unit,
    rows.map((row) => row.id),
  );
  const total = at.includeCount ? await count() : 0;
  return { ...at, results: rows.map((row) => toKey(row, roles(row.id))), total };
}

export const apiKeyReads = {
  /** A key of this organization, with all its roles. */
  async find(unit: Unit, orgId: string, id: string): Promise<ApiKey | undefined> {
    const row = await keys.find(unit, orgId, id);
    return row && toKey(row, (await heldRoles(unit, [id]))(id));
  },

  /** Keys of the organization, newest first. */
  async inOrg(unit: Unit, orgId: string, at: PageRequest): Promise<Paged<ApiKey>> {
    const rows = await keys.inOrg(unit, orgId, at);
    return paged(unit, at, rows, () => keys.countInOrg(unit, orgId));
  },

  /** Keys that hold a role in the project, newest first. */
  async inGroup(unit: Unit, group: { id: string; orgId: string }, at: PageRequest) {
    const rows = await keys.inGroup(unit, group, at);
    return paged(unit, at, rows, () => keys.countInGroup(unit, group));
  },

  countInOrg: keys.countInOrg,
};

export const apiKeyWrites = {
  ...apiKeyReads,

  /** Adds a key with its roles. */
  async add(unit: Unit, key: ApiKey, sealedVerifier: string): Promise<void> {
    await credentialWrites.addApiKey(unit, {
      id: key.id,
      org_id: key.orgId,
      public_key: key.publicKey,
      sealed_ha1: sealedVerifier,
      private_key_tail: key.privateKeyTail,
      description: key.description,
      created_at: key.createdAt,
    });
    for (const { groupId, role } of key.roles) {
      await credentialWrites.grant(unit, key.id, { orgId: key.orgId, groupId }, role, key.createdAt);
    }
  },

  async describe(unit: Unit, id: string, description: string): Promise<void> {
    await unit.change(describe, { id, description });
  },

  replaceRoles,
};
