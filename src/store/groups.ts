// Projects and their tags.
import { sql } from "kysely";
import { orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Caller, effectiveRoles } from "../domain/access.ts";
import type { EnteredGroup, Group, Tag } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import { frozen, memoised } from "../domain/memoised.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { documentsIn } from "./documents.ts";
import { grouped } from "./grouped.ts";
import { type Builder, insertion, query, queryNow, rememberedQuery } from "./query.ts";

interface Row {
  id: string;
  org_id: string;
  name: string;
  created_at: Instant;
  with_default_alerts_settings: 0 | 1;
}

const columns = [
  "groups.id",
  "groups.org_id",
  "groups.name",
  "groups.created_at",
  "groups.with_default_alerts_settings",
] as const;

const toGroup = (row: Row): EnteredGroup => ({
  id: row.id,
  orgId: row.org_id,
  name: row.name,
  createdAt: row.created_at,
  withDefaultAlertsSettings: row.with_default_alerts_settings === 1,
});

/** The project, one row for each role the principal holds in it or in its organization, one without if there is none. */
const entered = rememberedQuery((db, at: { groupId: string; principalId: string }) =>
  db
    .selectFrom("groups")
    .leftJoin("grants", (join) =>
      join
        .onRef("grants.org_id", "=", "groups.org_id")
        .on("grants.principal_id", "=", at.principalId)
        .on((on) =>
          on.or([on("grants.group_id", "is", null), on("grants.group_id", "=", on.ref("groups.id"))]),
        ),
    )
    .select([...columns, "grants.role"])
    .where("groups.id", "=", at.groupId),
);

const entryOf = memoised((rows: readonly (Row & { role: string | null })[]) => {
  const [row] = rows;
  const roles: readonly RoleName[] = rows.flatMap(({ role }) => (role === null ? [] : [role as RoleName]));
  return row && { group: frozen(toGroup(row)), roles };
});

const tagsOf = query((db, at: { groupId: string }) =>
  db.selectFrom("group_tags").select(["key", "value"]).where("group_id", "=", at.groupId).orderBy("position"),
);

const tagsIn = (groupIds: readonly string[]) =>
  queryNow((db) =>
    db
      .selectFrom("group_tags")
      .select(["group_id", "key", "value"])
      .where("group_id", "in", groupIds.length === 0 ? [""] : groupIds)
      .orderBy("position"),
  );

const named = query((db, at: { orgId: string; name: string }) =>
  db.selectFrom("groups").select(columns).where("org_id", "=", at.orgId).where("name", "=", at.name),
);

/** Roles that the teams of a person give in a project. */
const throughTeams = rememberedQuery((db, at: { groupId: string; userId: string }) =>
  db
    .selectFrom("team_grants")
    .innerJoin("team_members", "team_members.team_id", "team_grants.team_id")
    .select("team_grants.role")
    .where("team_grants.group_id", "=", at.groupId)
    .where("team_members.user_id", "=", at.userId),
);

/** Organization roles that let their holder read every project. */
const readsAll = orgRoleNames
  .filter((role) => effectiveRoles([role]).has("GROUP_READ_ONLY"))
  .map((role) => sql.lit(role));

/**
 * Projects a principal may see: by a role of its own, through its organization, or through a team. From the roles to the
 * projects: a store may have many that are nothing to the principal.
 */
const visible = (db: Builder, to: { principalId: string }) =>
  db.selectFrom("groups").where("groups.id", "in", (ids) =>
    ids
      .selectFrom("grants")
      .innerJoin("groups as own", "own.id", "grants.group_id")
      .select("own.id")
      .where("grants.principal_id", "=", to.principalId)
      .unionAll(
        ids
          .selectFrom("grants")
          .innerJoin("groups as all", "all.org_id", "grants.org_id")
          .select("all.id")
          .where("grants.principal_id", "=", to.principalId)
          .where("grants.group_id", "is", null)
          .where("grants.role", "in", readsAll),
      )
      .unionAll(
        ids
          .selectFrom("team_members")
          .innerJoin("team_grants", "team_grants.team_id", "team_members.team_id")
          .select("team_grants.group_id as id")
          .where("team_members.user_id", "=", to.principalId),
      ),
  );

const visibleIn = (db: Builder, to: { principalId: string; orgId: string }) =>
  visible(db, to).where("groups.org_id", "=", to.orgId);

interface Rows {
  limit: number;
  offset: number;
}

const pageOf = (found: ReturnType<typeof visible>, { limit, offset }: Rows) =>
  found.select(columns).orderBy("groups.created_at").orderBy("groups.id").limit(limit).offset(offset);

const countOf = (found: ReturnType<typeof visible>) =>
  found.select((select) => select.fn.countAll<number>().as("count"));

type Viewer = { principalId: string };
type ViewerIn = Viewer & { orgId: string };
const visiblePage = query((db, at: Viewer & Rows) => pageOf(visible(db, at), at));
const visibleCount = query((db, to: Viewer) => countOf(visible(db, to)));
const visiblePageIn = query((db, at: ViewerIn & Rows) => pageOf(visibleIn(db, at), at));
const visibleCountIn = query((db, to: ViewerIn) => countOf(visibleIn(db, to)));

const countIn = query((db, at: { orgId: string }) =>
  db
    .selectFrom("groups")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("org_id", "=", at.orgId),
);

const insert = insertion("groups");

const insertTag = insertion("group_tags");

const update = query((db, to: { id: string; name: string; alerts: 0 | 1 }) =>
  db
    .updateTable("groups")
    .set({ name: to.name, with_default_alerts_settings: to.alerts })
    .where("id", "=", to.id),
);

const clearTags = query((db, at: { groupId: string }) =>
  db.deleteFrom("group_tags").where("group_id", "=", at.groupId),
);

const remove = query((db, at: { id: string }) => db.deleteFrom("groups").where("id", "=", at.id));

const byId = rememberedQuery((db, at: { id: string }) =>
  db.selectFrom("groups").select(columns).where("id", "=", at.id),
);

const documents = documentsIn("group_documents", "group_id");

async function replaceTags(unit: Unit, groupId: string, tags: readonly Tag[]): Promise<void> {
  unit.post(clearTags, { groupId });
  for (const [position, tag] of tags.entries()) {
    unit.post(insertTag, { group_id: groupId, position, key: tag.key, value: tag.value });
  }
}

export const groupReads = {
  /** The project and every role the caller holds that could matter there; nothing when there is no such project. */
  async enter(unit: Unit, groupId: string, { id, kind }: Pick<Caller, "id" | "kind">) {
    const asked = unit.all(entered, { groupId, principalId: id });
    if (kind !== "USER") return entryOf(await asked);
    const [rows, more] = await Promise.all([asked, unit.all(throughTeams, { groupId, userId: id })]);
    const entry = entryOf(rows);
    return entry && { ...entry, roles: [...entry.roles, ...more.map(({ role }) => role as RoleName)] };
  },

  async find(unit: Unit, groupId: string): Promise<Group | undefined> {
    const [row, tags] = await Promise.all([unit.first(byId, { id: groupId }), unit.all(tagsOf, { groupId })]);
    return row && { ...toGroup(row), tags };
  },

  async nameOf(unit: Unit, groupId: string): Promise<string | undefined> {
    return (await unit.first(byId, { id: groupId }))?.name;
  },

  async named(unit: Unit, orgId: string, name: string): Promise<Group | undefined> {
    const row = await unit.first(named, { orgId, name });
    return row && { ...toGroup(row), tags: await unit.all(tagsOf, { groupId: row.id }) };
  },

  tags: async (unit: Unit, groupId: string): Promise<Tag[]> => unit.all(tagsOf, { groupId }),

  /** Settings that were written down, as they were written; nothing when none were. */
  document: documents.find,

  async countInOrg(unit: Unit, orgId: string): Promise<number> {
    return (await unit.first(countIn, { orgId }))?.count ?? 0;
  },

  /** A page of the projects that a principal may see, in one organization or in any, oldest first. */
  async visible(
    unit: Unit,
    { principalId, orgId }: { principalId: string; orgId?: string },
    at: PageRequest,
  ): Promise<Paged<Group>> {
    const window = { limit: at.itemsPerPage, offset: skipped(at) };
    const count = () =>
      orgId === undefined
        ? unit.first(visibleCount, { principalId })
        : unit.first(visibleCountIn, { principalId, orgId });
    const [rows, counted] = await Promise.all([
      orgId === undefined
        ? unit.all(visiblePage, { principalId, ...window })
        : unit.all(visiblePageIn, { principalId, orgId, ...window }),
      at.includeCount ? count() : undefined,
    ]);
    const tags = grouped(
      await unit.all(tagsIn(rows.map((row) => row.id)), {}),
      (tag) => tag.group_id,
      ({ key, value }): Tag => ({ key, value }),
    );
    const results = rows.map((row) => ({ ...toGroup(row), tags: tags.get(row.id) ?? [] }));
    return { ...at, results, total: counted?.count ?? 0 };
  },
};

export const groupWrites = {
  ...groupReads,

  async add(unit: Unit, group: Group): Promise<void> {
    unit.post(insert, {
      id: group.id,
      org_id: group.orgId,
      name: group.name,
      created_at: group.createdAt,
      with_default_alerts_settings: group.withDefaultAlertsSettings ? 1 : 0,
    });
    await replaceTags(unit, group.id, group.tags);
  },

  /** Writes the name and the alert setting; tags are replaced on their own. */
  async update(unit: Unit, { id, name, withDefaultAlertsSettings }: Group): Promise<void> {
    unit.post(update, { id, name, alerts: withDefaultAlertsSettings ? 1 : 0 });
  },

  replaceTags,

  writeDocument: documents.write,

  /** Removes the project and all that hangs on it: roles in it, invitations to it, tags. */
  async remove(unit: Unit, id: string): Promise<void> {
    unit.post(remove, { id });
  },
};
