// Organizations.
import type { Caller } from "../domain/access.ts";
import { mostUsersPerOrg, type Org } from "../domain/org.ts";
import type { FactorSettings } from "../domain/second-factor.ts";
import { exists, many, one, posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { type Builder, derived, insertion, rememberedQuery, toBit } from "./query.ts";
import { removal, selection } from "./statements.ts";
import type { Tables } from "./tables.ts";

const orgs = (db: Builder) =>
  db
    .selectFrom("orgs")
    .select(["id", "name", "createdAt", "mostUsers"])
    .select(["skipDefaultAlertsSettings", "apiAccessListRequired"]);

const toOrg = (row: Omit<Tables["orgs"], "founderId">): Org => ({
  ...row,
  skipDefaultAlertsSettings: row.skipDefaultAlertsSettings === 1,
  apiAccessListRequired: row.apiAccessListRequired === 1,
  mostUsers: row.mostUsers ?? mostUsersPerOrg,
});

const find = one(
  rememberedQuery((db, id: string) => orgs(db).where("id", "=", id)),
  toOrg,
);

const founder = one(rememberedQuery(selection("orgs", ["founderId"], "id")));

/** Finds organizations in which a principal has any role, in them or in their projects, oldest first. */
const around = many(
  (db, principalId: string) =>
    orgs(db)
      // The query starts from the roles, since a store may have many other organizations.
      .where("id", "in", (held) =>
        held.selectFrom("grants").select("orgId").where("principalId", "=", principalId),
      )
      .orderBy("createdAt")
      .orderBy("id"),
  toOrg,
);

const insert = posts(insertion("orgs"));

export const reads = {
  find,
  /** Finds organizations by name, which need not be unique. */
  named: many((db, name: string) => orgs(db).where("name", "=", name).orderBy("id"), toOrg),

  names: many((db) => db.selectFrom("orgs").select(["id", "name"]).orderBy("name")),

  /**
   * Lists the organizations of a caller: the one that a credential belongs to, or those in which a person has roles. Oldest
   * first.
   */
  async around(unit: Unit, { id, orgId }: Pick<Caller, "id" | "orgId">): Promise<Org[]> {
    if (orgId === null) return around(unit, id);
    const org = await find(unit, orgId);
    return org === undefined ? [] : [org];
  },

  /** Returns the person who created it, or the organization whose key or service account did; itself if that is unknown. */
  founderOf: async (unit: Unit, id: string) => (await founder(unit, id))?.founderId ?? id,

  /** Reads the settings, if any were written, of the organizations that a person belongs to in any way. */
  settingsAround: many(
    (db, userId: string) =>
      db
        .selectFrom("documents")
        .select(["orgId", "document"])
        .where("kind", "=", "settings")
        .$narrowType<{ orgId: string }>()
        .where("orgId", "in", (held) =>
          held.selectFrom("grants").select("orgId").where("principalId", "=", userId),
        ),
    ({ orgId, document }) => ({ orgId, settings: JSON.parse(document) as FactorSettings }),
  ),

  rolesOf: (unit: Unit, orgId: string, principalId: string) => grants.reads.inOrg(unit, principalId, orgId),
  exist: exists((db) => db.selectFrom("orgs").select("id").limit(1)),
};

export const writes = {
  async add(unit: Unit, org: Org, founderId: string | null = null): Promise<void> {
    insert(unit, {
      ...org,
      skipDefaultAlertsSettings: toBit(org.skipDefaultAlertsSettings),
      apiAccessListRequired: toBit(org.apiAccessListRequired),
      mostUsers: org.mostUsers === mostUsersPerOrg ? null : org.mostUsers,
      founderId,
    });
  },

  update: posts((db, org: Org) =>
    db
      .updateTable("orgs")
      .set({
        name: org.name,
        skipDefaultAlertsSettings: derived(org.skipDefaultAlertsSettings, toBit),
        apiAccessListRequired: derived(org.apiAccessListRequired, toBit),
      })
      .where("id", "=", org.id),
  ),

  /** Removes the organization, its keys and service accounts, and everything that refers to it; accounts of people stay. */
  remove: posts(
    (db: Builder, id: string) =>
      db
        .deleteFrom("principals")
        .where("id", "in", (keys) => keys.selectFrom("apiKeys").select("id").where("orgId", "=", id)),
    (db: Builder, id: string) =>
      db
        .deleteFrom("principals")
        .where("id", "in", (all) => all.selectFrom("serviceAccounts").select("id").where("orgId", "=", id)),
    removal("orgs", "id"),
    // Removes the identity providers of a federation whose last organization this was.
    (db: Builder) =>
      db
        .deleteFrom("documents")
        .where("kind", "=", "identityProvider")
        .where("federationId", "is not", null)
        .where("federationId", "not in", (left) =>
          left
            .selectFrom("documents")
            .select("federationId")
            .where("kind", "=", "connectedOrg")
            .where("federationId", "is not", null),
        ),
  ),
};
