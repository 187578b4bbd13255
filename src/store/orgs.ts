// Organizations.
import type { Caller } from "../domain/access.ts";
import { mostUsersPerOrg, type Org } from "../domain/org.ts";
import type { Unit } from "./connection.ts";
import { documentsIn } from "./documents.ts";
import { exists, many, one, posts } from "./facet.ts";
import { grantReads } from "./grants.ts";
import { type Builder, derived, rememberedQuery, toBit } from "./query.ts";
import type { Tables } from "./tables.ts";

const orgs = (db: Builder) =>
  db
    .selectFrom("orgs")
    .select(["id", "name", "created_at", "most_users"])
    .select(["skip_default_alerts_settings", "api_access_list_required"]);

const toOrg = (row: Omit<Tables["orgs"], "founder_id">): Org => ({
  id: row.id,
  name: row.name,
  createdAt: row.created_at,
  skipDefaultAlertsSettings: row.skip_default_alerts_settings === 1,
  apiAccessListRequired: row.api_access_list_required === 1,
  mostUsers: row.most_users ?? mostUsersPerOrg,
});

const find = one(
  rememberedQuery((db, id: string) => orgs(db).where("id", "=", id)),
  toOrg,
);

const founder = one(
  rememberedQuery((db, id: string) => db.selectFrom("orgs").select("founder_id").where("id", "=", id)),
);

/** Organizations a principal holds any role in, in them or in their projects, oldest first. */
const around = many(
  (db, principalId: string) =>
    orgs(db)
      // From the roles to the organizations: a store may have many that the principal has no part in.
      .where("id", "in", (held) =>
        held.selectFrom("grants").select("org_id").where("principal_id", "=", principalId),
      )
      .orderBy("created_at")
      .orderBy("id"),
  toOrg,
);

const insert = posts((db, org: Org, founder_id: string | null) =>
  db.insertInto("orgs").values({
    id: org.id,
    name: org.name,
    created_at: org.createdAt,
    skip_default_alerts_settings: derived(org.skipDefaultAlertsSettings, toBit),
    api_access_list_required: derived(org.apiAccessListRequired, toBit),
    most_users: derived(org.mostUsers, (most) => (most === mostUsersPerOrg ? null : most) as number),
    founder_id,
  }),
);

const documents = documentsIn("org_documents", "org_id");

export const orgReads = {
  find,

  /** Organizations of a caller: the one a credential belongs to, those a person holds roles in. Oldest first. */
  async around(unit: Unit, { id, orgId }: Pick<Caller, "id" | "orgId">): Promise<Org[]> {
    if (orgId === null) return around(unit, id);
    const org = await find(unit, orgId);
    return org === undefined ? [] : [org];
  },

  /**
   * Who made the organization: a person, or the organization whose keys and service accounts made it. An organization of
   * unknown origin is its own founder.
   */
  async founderOf(unit: Unit, id: string): Promise<string> {
    return (await founder(unit, id))?.founder_id ?? id;
  },

  /** Organization roles a principal holds. */
  rolesOf: (unit: Unit, orgId: string, principalId: string) => grantReads.inOrg(unit, principalId, orgId),

  /** Settings that were written down, as they were written; undefined when none were. */
  document: documents.find,

  exist: exists((db) => db.selectFrom("orgs").select("id").limit(1)),
};

export const orgWrites = {
  ...orgReads,

  async add(unit: Unit, org: Org, founderId: string | null = null): Promise<void> {
    insert(unit, org, founderId);
  },

  /** Writes the name and the two settings that are columns. */
  update: posts((db, org: Org) =>
    db
      .updateTable("orgs")
      .set({
        name: org.name,
        skip_default_alerts_settings: derived(org.skipDefaultAlertsSettings, toBit),
        api_access_list_required: derived(org.apiAccessListRequired, toBit),
      })
      .where("id", "=", org.id),
  ),

  writeDocument: documents.write,
  clearDocument: documents.clear,

  /** Removes the organization, its keys and service accounts, and everything that refers to it; accounts of people stay. */
  remove: posts(
    (db: Builder, id: string) =>
      db
        .deleteFrom("principals")
        .where("id", "in", (keys) => keys.selectFrom("api_keys").select("id").where("org_id", "=", id)),
    (db: Builder, id: string) =>
      db
        .deleteFrom("principals")
        .where("id", "in", (all) => all.selectFrom("service_accounts").select("id").where("org_id", "=", id)),
    (db: Builder, id: string) => db.deleteFrom("orgs").where("id", "=", id),
  ),
};
