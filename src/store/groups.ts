// Projects and their tags.
import { sql } from "kysely";
import { orgRoleNames } from "../contract/roles.ts";
import { type Caller, effectiveRoles } from "../domain/access.ts";
import type { EnteredGroup, Group, Tag } from "../domain/group.ts";
import { frozen, memoised } from "../domain/memoised.ts";
import type { Paged, PageRequest } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { documentsIn } from "./documents.ts";
import { count, many, one, paged, posts } from "./facet.ts";
import { grouped } from "./grouped.ts";
import { type Builder, derived, insertion, queryAmong, rememberedQuery, toBit } from "./query.ts";
import { knownRoles, withKnownRoles } from "./roles.ts";

const columns = [
  "groups.id",
  "groups.org_id as orgId",
  "groups.name",
  "groups.created_at as createdAt",
  "groups.with_default_alerts_settings",
] as const;

type Row = Omit<EnteredGroup, "withDefaultAlertsSettings"> & { with_default_alerts_settings: 0 | 1 };

const toGroup = (row: Row): EnteredGroup => ({
  id: row.id,
  orgId: row.orgId,
  name: row.name,
  createdAt: row.createdAt,
  withDefaultAlertsSettings: row.with_default_alerts_settings === 1,
});

/** The project, one row for each role the principal holds in it or in its organization, one without if there is none. */
const entered = many(
  rememberedQuery((db, groupId: string, principalId: string) =>
    db
      .selectFrom("groups")
      .leftJoin("grants", (join) =>
        join
          .onRef("grants.org_id", "=", "groups.org_id")
          .on("grants.principal_id", "=", principalId)
          .on((on) =>
            on.or([on("grants.group_id", "is", null), on("grants.group_id", "=", on.ref("groups.id"))]),
          ),
      )
      .select([...columns, "grants.role"])
      .where("groups.id", "=", groupId),
  ),
);

const entryOf = memoised((rows: readonly (Row & { role: string | null })[], unit: Unit, whose: string) => {
  const [row] = rows;
  const names = rows.flatMap(({ role }) => role ?? []);
  return row && { group: frozen(toGroup(row)), roles: knownRoles(unit, names, whose) };
});

/** Roles that the teams of a person give in a project. */
const throughTeams = many(
  rememberedQuery((db, groupId: string, userId: string) =>
    db
      .selectFrom("team_grants")
      .innerJoin("team_members", "team_members.team_id", "team_grants.team_id")
      .select(["team_grants.team_id", "team_grants.role"])
      .where("team_grants.group_id", "=", groupId)
      .where("team_members.user_id", "=", userId),
  ),
);

const tagsOf = many((db, groupId: string) =>
  db.selectFrom("group_tags").select(["key", "value"]).where("group_id", "=", groupId).orderBy("position"),
);

const tagsAmong = many(
  queryAmong((db, groupIds) =>
    db
      .selectFrom("group_tags")
      .select(["group_id", "key", "value"])
      .where("group_id", "in", groupIds)
      .orderBy("position"),
  ),
);

const byId = one(
  rememberedQuery((db, id: string) => db.selectFrom("groups").select(columns).where("id", "=", id)),
);

const named = one((db, orgId: string, name: string) =>
  db.selectFrom("groups").select(columns).where("org_id", "=", orgId).where("name", "=", name),
);

/** Organization roles that let their holder read every project. */
const readsAll = orgRoleNames
  .filter((role) => effectiveRoles([role]).has("GROUP_READ_ONLY"))
  .map((role) => sql.lit(role));

/**
 * Projects a principal may see: by a role of its own, through its organization, or through a team. From the roles to the
 * projects: a store may have many that the principal has no part in.
 */
const visible = (db: Builder, principalId: string) =>
  db
    .selectFrom("groups")
    .select(columns)
    .where("groups.id", "in", (ids) =>
      ids
        .selectFrom("grants")
        .innerJoin("groups as own", "own.id", "grants.group_id")
        .select("own.id")
        .where("grants.principal_id", "=", principalId)
        .unionAll(
          ids
            .selectFrom("grants")
            .innerJoin("groups as all", "all.org_id", "grants.org_id")
            .select("all.id")
            .where("grants.principal_id", "=", principalId)
            .where("grants.group_id", "is", null)
            .where("grants.role", "in", readsAll),
        )
        .unionAll(
          ids
            .selectFrom("team_members")
            .innerJoin("team_grants", "team_grants.team_id", "team_members.team_id")
            .select("team_grants.group_id as id")
            .where("team_members.user_id", "=", principalId),
        ),
    )
    .orderBy("groups.created_at")
    .orderBy("groups.id");

const visiblePage = paged(visible);
const visiblePageIn = paged((db, principalId: string, orgId: string) =>
  visible(db, principalId).where("groups.org_id", "=", orgId),
);

const insert = posts((db, group: EnteredGroup) =>
  db.insertInto("groups").values({
    id: group.id,
    org_id: group.orgId,
    name: group.name,
    created_at: group.createdAt,
    with_default_alerts_settings: derived(group.withDefaultAlertsSettings, toBit),
  }),
);

const clearTags = posts((db, groupId: string) => db.deleteFrom("group_tags").where("group_id", "=", groupId));
const insertTag = posts(insertion("group_tags"));

const documents = documentsIn("group_documents", "group_id");

async function replaceTags(unit: Unit, groupId: string, tags: readonly Tag[]): Promise<void> {
  clearTags(unit, groupId);
  for (const [position, { key, value }] of tags.entries()) {
    insertTag(unit, { group_id: groupId, position, key, value });
  }
}

export const groupReads = {
  /** The project and every role the caller holds that could matter there; undefined when there is no such project. */
  async enter(unit: Unit, groupId: string, { id, kind }: Pick<Caller, "id" | "kind">) {
    const whose = `grant of ${id}`;
    const asked = entered(unit, groupId, id);
    if (kind !== "USER") return entryOf(await asked, unit, whose);
    const [rows, more] = await Promise.all([asked, throughTeams(unit, groupId, id)]);
    const entry = entryOf(rows, unit, whose);
    const ofTeams = withKnownRoles(unit, more, (row) => `team ${row.team_id}`).map(({ role }) => role);
    return entry && { ...entry, roles: [...entry.roles, ...ofTeams] };
  },

  async find(unit: Unit, groupId: string): Promise<Group | undefined> {
    const [row, tags] = await Promise.all([byId(unit, groupId), tagsOf(unit, groupId)]);
    return row && { ...toGroup(row), tags };
  },

  async nameOf(unit: Unit, groupId: string): Promise<string | undefined> {
    return (await byId(unit, groupId))?.name;
  },

  async named(unit: Unit, orgId: string, name: string): Promise<Group | undefined> {
    const row = await named(unit, orgId, name);
    return row && { ...toGroup(row), tags: await tagsOf(unit, row.id) };
  },

  tags: tagsOf,

  /** Settings that were written down, as they were written; undefined when none were. */
  document: documents.find,

  countInOrg: count((db, orgId: string) => db.selectFrom("groups").where("org_id", "=", orgId)),

  /** A page of the projects that a principal may see, in one organization or in any, oldest first. */
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
      (tag) => tag.group_id,
      ({ key, value }): Tag => ({ key, value }),
    );
    const results = page.results.map((row) => ({ ...toGroup(row), tags: tags.get(row.id) ?? [] }));
    return { ...page, results };
  },
};

export const groupWrites = {
  ...groupReads,

  async add(unit: Unit, group: Group): Promise<void> {
    insert(unit, group);
    await replaceTags(unit, group.id, group.tags);
  },

  /** Writes the name and the alert setting; tags are replaced on their own. */
  update: posts((db, group: Group) =>
    db
      .updateTable("groups")
      .set({
        name: group.name,
        with_default_alerts_settings: derived(group.withDefaultAlertsSettings, toBit),
      })
      .where("id", "=", group.id),
  ),

  replaceTags,

  writeDocument: documents.write,

  /** Removes the project and everything that refers to it: roles in it, invitations to it, tags. */
  remove: posts((db, id: string) => db.deleteFrom("groups").where("id", "=", id)),
};
