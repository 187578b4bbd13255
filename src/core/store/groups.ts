// Projects and their tags.
import { sql } from "kysely";
import { orgRoleNames } from "../contract/roles.ts";
import { type Caller, effectiveRoles } from "../domain/access.ts";
import type { EnteredGroup, Group, Tag } from "../domain/group.ts";
import { grouped } from "../domain/grouped.ts";
import { frozen, memoised } from "../domain/memoised.ts";
import type { Paged, PageRequest } from "../domain/page.ts";
import { count, knownRoles, many, manyAmong, one, paged, posts, type Unit, withKnownRoles } from "./facet.ts";
import { type Builder, derived, insertion, rememberedQuery, toBit } from "./query.ts";
import { removal } from "./statements.ts";
import type { Tables } from "./tables.ts";

const columns = [
  "groups.id",
  "groups.orgId",
  "groups.name",
  "groups.createdAt",
  "groups.withDefaultAlertsSettings",
] as const;

type Row = Tables["groups"];

const toGroup = ({ withDefaultAlertsSettings, ...row }: Row): EnteredGroup => ({
  ...row,
  withDefaultAlertsSettings: withDefaultAlertsSettings === 1,
});

/**
 * Finds the project, with one row for each role of the principal in it or in its organization, and one row without a role if
 * there is none.
 */
const entered = many(
  rememberedQuery((db, groupId: string, principalId: string) =>
    db
      .selectFrom("groups")
      .leftJoin("grants", (join) =>
        join
          .onRef("grants.orgId", "=", "groups.orgId")
          .on("grants.principalId", "=", principalId)
          .on((on) =>
            on.or([on("grants.groupId", "is", null), on("grants.groupId", "=", on.ref("groups.id"))]),
          ),
      )
      .select([...columns, "grants.role"])
      .where("groups.id", "=", groupId),
  ),
);

const entryOf = memoised((rows: readonly (Row & { role: string | null })[], unit: Unit, whose: string) => {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { role: _, ...row } = first;
  const names = rows.flatMap(({ role }) => role ?? []);
  return { group: frozen(toGroup(row)), roles: knownRoles(unit, names, whose) };
});

/** Finds the roles that the teams of a person give in a project. */
const throughTeams = many(
  rememberedQuery((db, groupId: string, userId: string) =>
    db
      .selectFrom("teamGrants")
      .innerJoin("teamMembers", "teamMembers.teamId", "teamGrants.teamId")
      .select(["teamGrants.teamId", "teamGrants.role"])
      .where("teamGrants.groupId", "=", groupId)
      .where("teamMembers.userId", "=", userId),
  ),
);

const tagsOf = many((db, groupId: string) =>
  db.selectFrom("groupTags").select(["key", "value"]).where("groupId", "=", groupId).orderBy("position"),
);

const tagsAmong = manyAmong((db, groupIds) =>
  db
    .selectFrom("groupTags")
    .select(["groupId", "key", "value"])
    .where("groupId", "in", groupIds)
    .orderBy("position"),
);

const byId = one(
  rememberedQuery((db, id: string) => db.selectFrom("groups").select(columns).where("id", "=", id)),
);

const named = one((db, orgId: string, name: string) =>
  db.selectFrom("groups").select(columns).where("orgId", "=", orgId).where("name", "=", name),
);

/** The organization roles that allow to read every project. */
const readsAll = orgRoleNames
  .filter((role) => effectiveRoles([role]).has("GROUP_READ_ONLY"))
  .map((role) => sql.lit(role));

/** Selects the projects that a principal may see, starting from its roles, since a store may have many others. */
export const visibleGroups = (db: Builder, principalId: string) =>
  db.selectFrom("groups").where("groups.id", "in", (ids) =>
    ids
      .selectFrom("grants")
      .innerJoin("groups as own", "own.id", "grants.groupId")
      .select("own.id")
      .where("grants.principalId", "=", principalId)
      .unionAll(
        ids
          .selectFrom("grants")
          .innerJoin("groups as all", "all.orgId", "grants.orgId")
          .select("all.id")
          .where("grants.principalId", "=", principalId)
          .where("grants.groupId", "is", null)
          .where("grants.role", "in", readsAll),
      )
      .unionAll(
        ids
          .selectFrom("teamMembers")
          .innerJoin("teamGrants", "teamGrants.teamId", "teamMembers.teamId")
          .select("teamGrants.groupId as id")
          .where("teamMembers.userId", "=", principalId),
      ),
  );

const visible = (db: Builder, principalId: string) =>
  visibleGroups(db, principalId).select(columns).orderBy("groups.createdAt").orderBy("groups.id");

const visiblePage = paged(visible);
const visiblePageIn = paged((db, principalId: string, orgId: string) =>
  visible(db, principalId).where("groups.orgId", "=", orgId),
);

const insert = posts(insertion("groups"));
const clearTags = posts(removal("groupTags", "groupId"));
const insertTag = posts(insertion("groupTags"));

async function replaceTags(unit: Unit, groupId: string, tags: readonly Tag[]): Promise<void> {
  clearTags(unit, groupId);
  for (const [position, { key, value }] of tags.entries()) {
    insertTag(unit, { groupId, position, key, value });
  }
}

export const reads = {
  /** Returns the project and every role of the caller that could count there; undefined for a missing project. */
  async enter(unit: Unit, groupId: string, { id, kind }: Pick<Caller, "id" | "kind">) {
    const whose = `grant of ${id}`;
    const asked = entered(unit, groupId, id);
    if (kind !== "USER") return entryOf(await asked, unit, whose);
    const [rows, more] = await Promise.all([asked, throughTeams(unit, groupId, id)]);
    const entry = entryOf(rows, unit, whose);
    const ofTeams = withKnownRoles(unit, more, (row) => `team ${row.teamId}`).map(({ role }) => role);
    return entry && { ...entry, roles: [...entry.roles, ...ofTeams] };
  },

  async find(unit: Unit, groupId: string): Promise<Group | undefined> {
    const [row, tags] = await Promise.all([byId(unit, groupId), tagsOf(unit, groupId)]);
    return row && { ...toGroup(row), tags };
  },

  nameOf: async (unit: Unit, groupId: string) => (await byId(unit, groupId))?.name,
  orgIdOf: async (unit: Unit, groupId: string) => (await byId(unit, groupId))?.orgId,

  async named(unit: Unit, orgId: string, name: string): Promise<Group | undefined> {
    const row = await named(unit, orgId, name);
    return row && { ...toGroup(row), tags: await tagsOf(unit, row.id) };
  },

  /** Lists an organization's projects by name. */
  inOrg: many((db, orgId: string) =>
    db.selectFrom("groups").select(["id", "name"]).where("orgId", "=", orgId).orderBy("name"),
  ),

  /** Lists the projects of all organizations by name. */
  names: many((db) => db.selectFrom("groups").select(["id", "name"]).orderBy("name")),

  tags: tagsOf,
  countInOrg: count((db, orgId: string) => db.selectFrom("groups").where("orgId", "=", orgId)),

  /** Returns a page of the projects that a principal may see, in one organization or in any, oldest first. */
  async visible(
    unit: Unit,
    { principalId, orgId }: { principalId: string; orgId?: string },
    at: PageRequest,
  ): Promise<Paged<Group>> {
    const page = await (orgId === undefined
      ? visiblePage(unit, principalId, at)
      : visiblePageIn(unit, principalId, orgId, at));
    const ids = page.results.map(({ id }) => id);
    const tags = grouped(
      await tagsAmong(unit, ids),
      (tag) => tag.groupId,
      ({ key, value }): Tag => ({ key, value }),
    );
    const results = page.results.map((row) => ({ ...toGroup(row), tags: tags.get(row.id) ?? [] }));
    return { ...page, results };
  },
};

export const writes = {
  async add(unit: Unit, group: Group): Promise<void> {
    insert(unit, { ...group, withDefaultAlertsSettings: toBit(group.withDefaultAlertsSettings) });
    await replaceTags(unit, group.id, group.tags);
  },

  /** Writes the name and the alert setting; tags are replaced separately. */
  update: posts((db, group: Group) =>
    db
      .updateTable("groups")
      .set({ name: group.name, withDefaultAlertsSettings: derived(group.withDefaultAlertsSettings, toBit) })
      .where("id", "=", group.id),
  ),

  replaceTags,
  /** Removes the project and everything that refers to it: roles in it, invitations to it, tags. */
  remove: posts(removal("groups", "id")),
};
