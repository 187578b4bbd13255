// Teams: who is in them, and the roles they have in projects.
import { type GroupRole, inOrder } from "../contract/roles.ts";
import type { Instant } from "../domain/instant.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { GroupTeam, Team } from "../domain/team.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";

interface Row {
  id: string;
  org_id: string;
  name: string;
  created_at: Instant;
}

const columns = ["id", "org_id", "name", "created_at"] as const;

const toTeam = (row: Row): Team => ({
  id: row.id,
  orgId: row.org_id,
  name: row.name,
  createdAt: row.created_at,
});

const byId = query((db, at: { orgId: string; id: string }) =>
  db.selectFrom("teams").select(columns).where("org_id", "=", at.orgId).where("id", "=", at.id),
);

const named = query((db, at: { orgId: string; name: string }) =>
  db.selectFrom("teams").select(columns).where("org_id", "=", at.orgId).where("name", "=", at.name),
);

const pageIn = query((db, at: { orgId: string; limit: number; offset: number }) =>
  db
    .selectFrom("teams")
    .select(columns)
    .where("org_id", "=", at.orgId)
    .orderBy("created_at")
    .orderBy("id")
    .limit(at.limit)
    .offset(at.offset),
);

const countIn = query((db, at: { orgId: string }) =>
  db
    .selectFrom("teams")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("org_id", "=", at.orgId),
);

const members = query((db, at: { teamId: string }) =>
  db.selectFrom("team_members").select("user_id").where("team_id", "=", at.teamId).orderBy("user_id"),
);

const countOf = query((db, at: { userId: string }) =>
  db
    .selectFrom("team_members")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("user_id", "=", at.userId),
);

const grantsIn = query((db, at: { groupId: string }) =>
  db
    .selectFrom("team_grants")
    .innerJoin("teams", "teams.id", "team_grants.team_id")
    .select(["team_grants.team_id", "team_grants.role"])
    .where("team_grants.group_id", "=", at.groupId)
    .orderBy("teams.created_at")
    .orderBy("teams.id"),
);

const grantsOf = query((db, at: { teamId: string }) =>
  db.selectFrom("team_grants").select("role").where("team_id", "=", at.teamId).distinct(),
);

const anyGrant = query((db, at: { teamId: string }) =>
  db.selectFrom("team_grants").select("group_id").where("team_id", "=", at.teamId).limit(1),
);

const insert = insertion("teams");
const insertMember = insertion("team_members", { ignore: true });
const insertGrant = insertion("team_grants");

const rename = query((db, to: { id: string; name: string }) =>
  db.updateTable("teams").set({ name: to.name }).where("id", "=", to.id),
);

const remove = query((db, at: { id: string }) => db.deleteFrom("teams").where("id", "=", at.id));

const removeMember = query((db, at: { teamId: string; userId: string }) =>
  db.deleteFrom("team_members").where("team_id", "=", at.teamId).where("user_id", "=", at.userId),
);

const removeGrants = query((db, at: { teamId: string; groupId: string }) =>
  db.deleteFrom("team_grants").where("team_id", "=", at.teamId).where("group_id", "=", at.groupId),
);

export const teamReads = {
  /** A team of the organization. */
  async find(unit: Unit, orgId: string, id: string): Promise<Team | undefined> {
    const row = await unit.first(byId, { orgId, id });
    return row && toTeam(row);
  },

  async named(unit: Unit, orgId: string, name: string): Promise<Team | undefined> {
    const row = await unit.first(named, { orgId, name });
    return row && toTeam(row);
  },

  async countInOrg(unit: Unit, orgId: string): Promise<number> {
    return (await unit.first(countIn, { orgId }))?.count ?? 0;
  },

  /** A page of the organization's teams, oldest first. */
  async inOrg(unit: Unit, orgId: string, at: PageRequest): Promise<Paged<Team>> {
    const [rows, total] = await Promise.all([
      unit.all(pageIn, { orgId, limit: at.itemsPerPage, offset: skipped(at) }),
      at.includeCount ? teamReads.countInOrg(unit, orgId) : 0,
    ]);
    return { ...at, results: rows.map(toTeam), total };
  },

  /** Ids of the people in a team. */
  async memberIds(unit: Unit, teamId: string): Promise<string[]> {
    return (await unit.all(members, { teamId })).map((row) => row.user_id);
  },

  /** Number of teams a person is in, in whatever organization. */
  async countOf(unit: Unit, userId: string): Promise<number> {
    return (await unit.first(countOf, { userId }))?.count ?? 0;
  },

  /** The teams of a project, oldest first. A hundred are the most there can be. */
  async inGroup(unit: Unit, groupId: string): Promise<GroupTeam[]> {
    const roles = new Map<string, GroupRole[]>();
    for (const { team_id, role } of await unit.all(grantsIn, { groupId })) {
      roles.set(team_id, [...(roles.get(team_id) ?? []), role as GroupRole]);
    }
    return [...roles].map(([teamId, held]) => ({ teamId, roles: inOrder(held) }));
  },

  /** The roles that a team has, in whatever projects. */
  async rolesOf(unit: Unit, teamId: string): Promise<GroupRole[]> {
    return inOrder((await unit.all(grantsOf, { teamId })).map(({ role }) => role as GroupRole));
  },

  async isInAnyGroup(unit: Unit, teamId: string): Promise<boolean> {
    return (await unit.first(anyGrant, { teamId })) !== undefined;
  },
};

export const teamWrites = {
  ...teamReads,

  async add(unit: Unit, team: Team, memberIds: readonly string[]): Promise<void> {
    unit.post(insert, {
      id: team.id,
      org_id: team.orgId,
      name: team.name,
      created_at: team.createdAt,
    });
    for (const user_id of memberIds) unit.post(insertMember, { team_id: team.id, user_id });
  },

  async rename(unit: Unit, id: string, name: string): Promise<void> {
    unit.post(rename, { id, name });
  },

  /** Removes the team and all that hangs on it: who is in it, and what roles it has in projects. */
  async remove(unit: Unit, id: string): Promise<void> {
    unit.post(remove, { id });
  },

  /** Returns whether the person was not in the team before. */
  async join(unit: Unit, teamId: string, userId: string): Promise<boolean> {
    return (await unit.change(insertMember, { team_id: teamId, user_id: userId })) > 0;
  },

  /** Returns whether the person was in the team. */
  async leave(unit: Unit, teamId: string, userId: string): Promise<boolean> {
    return (await unit.change(removeMember, { teamId, userId })) > 0;
  },

  /** Gives a team roles in a project of its organization, in place of those it had there. */
  async assign(
    unit: Unit,
    at: { teamId: string; orgId: string; groupId: string },
    roles: readonly GroupRole[],
  ): Promise<void> {
    const { teamId, orgId, groupId } = at;
    unit.post(removeGrants, { teamId, groupId });
    for (const role of roles) {
      unit.post(insertGrant, { team_id: teamId, org_id: orgId, group_id: groupId, role });
    }
  },

  /** Takes a team's roles in a project away, and returns whether it had any. */
  async unassign(unit: Unit, teamId: string, groupId: string): Promise<boolean> {
    return (await unit.change(removeGrants, { teamId, groupId })) > 0;
  },
};
