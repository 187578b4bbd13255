// Organizations.
import type { RoleName } from "../contract/roles.ts";
import type { Caller } from "../domain/access.ts";
import { mostUsersPerOrg, type Org } from "../domain/org.ts";
import type { Unit } from "./connection.ts";
import { documentsIn } from "./documents.ts";
import { grantReads } from "./grants.ts";
import { insertion, query, rememberedQuery } from "./query.ts";
import type { Tables } from "./tables.ts";

const columns = [
  "id",
  "name",
  "created_at",
  "skip_default_alerts_settings",
  "api_access_list_required",
  "most_users",
] as const;

const byId = rememberedQuery((db, at: { id: string }) =>
  db.selectFrom("orgs").select(columns).where("id", "=", at.id),
);

const founder = rememberedQuery((db, at: { id: string }) =>
  db.selectFrom("orgs").select("founder_id").where("id", "=", at.id),
);

const anyOrg = query((db, _: Record<string, never>) => db.selectFrom("orgs").select("id").limit(1));

/** Organizations a principal holds any role in, in them or in their projects, oldest first. */
const around = query((db, at: { principalId: string }) =>
  db
    .selectFrom("orgs")
    .select(columns)
    // From the roles to the organizations: a store may have many that are nothing to the principal.
    .where("id", "in", (held) =>
      held.selectFrom("grants").select("org_id").where("principal_id", "=", at.principalId),
    )
    .orderBy("created_at")
    .orderBy("id"),
);

const insert = insertion("orgs");

const update = query((db, to: { id: string; name: string; skip: 0 | 1; required: 0 | 1 }) =>
  db
    .updateTable("orgs")
    .set({ name: to.name, skip_default_alerts_settings: to.skip, api_access_list_required: to.required })
    .where("id", "=", to.id),
);

const remove = query((db, at: { id: string }) => db.deleteFrom("orgs").where("id", "=", at.id));

/** The keys and service accounts that belong to the organization; its people belong to themselves. */
const removeKeys = query((db, at: { id: string }) =>
  db
    .deleteFrom("principals")
    .where("id", "in", (keys) => keys.selectFrom("api_keys").select("id").where("org_id", "=", at.id)),
);
const removeAccounts = query((db, at: { id: string }) =>
  db
    .deleteFrom("principals")
    .where("id", "in", (all) => all.selectFrom("service_accounts").select("id").where("org_id", "=", at.id)),
);

const documents = documentsIn("org_documents", "org_id");

const toOrg = (row: Omit<Tables["orgs"], "founder_id">): Org => ({
  id: row.id,
  name: row.name,
  createdAt: row.created_at,
  skipDefaultAlertsSettings: row.skip_default_alerts_settings === 1,
  apiAccessListRequired: row.api_access_list_required === 1,
  mostUsers: row.most_users ?? mostUsersPerOrg,
});

export const orgReads = {
  async find(unit: Unit, id: string): Promise<Org | undefined> {
    const row = await unit.first(byId, { id });
    return row && toOrg(row);
  },

  /** Organizations of a caller: the one a credential belongs to, those a person holds roles in. Oldest first. */
  async around(unit: Unit, { id, orgId }: Pick<Caller, "id" | "orgId">): Promise<Org[]> {
    const rows =
      orgId === null ? await unit.all(around, { principalId: id }) : await unit.all(byId, { id: orgId });
    return rows.map(toOrg);
  },

  /**
   * Whose organizations these are: one person's, or those that came out of one organization by its keys and service
   * accounts. An organization that nobody is known to have made is its own.
   */
  async founderOf(unit: Unit, id: string): Promise<string> {
    return (await unit.first(founder, { id }))?.founder_id ?? id;
  },

  /** Organization roles a principal holds. */
  async rolesOf(unit: Unit, orgId: string, principalId: string): Promise<RoleName[]> {
    return grantReads.inOrg(unit, principalId, orgId);
  },

  /** Settings that were written down, as they were written; nothing when none were. */
  document: documents.find,

  async exist(unit: Unit): Promise<boolean> {
    return (await unit.first(anyOrg, {})) !== undefined;
  },
};

export const orgWrites = {
  ...orgReads,

  async add(unit: Unit, org: Org, founderId: string | null = null): Promise<void> {
    unit.post(insert, {
      id: org.id,
      name: org.name,
      created_at: org.createdAt,
      skip_default_alerts_settings: org.skipDefaultAlertsSettings ? 1 : 0,
      api_access_list_required: org.apiAccessListRequired ? 1 : 0,
      most_users: org.mostUsers === mostUsersPerOrg ? null : org.mostUsers,
      founder_id: founderId,
    });
  },
  /** Writes the name and the two settings that are columns. */
  async update(unit: Unit, org: Org): Promise<void> {
    unit.post(update, {
      id: org.id,
      name: org.name,
      skip: org.skipDefaultAlertsSettings ? 1 : 0,
      required: org.apiAccessListRequired ? 1 : 0,
    });
  },

  writeDocument: documents.write,
  clearDocument: documents.clear,

  /** Removes the organization, its credentials and all that hangs on it; accounts of people stay. */
  async remove(unit: Unit, id: string): Promise<void> {
    unit.post(removeKeys, { id });
    unit.post(removeAccounts, { id });
    unit.post(remove, { id });
  },
};
