// Teams: who is in them, and the roles they have in projects.
import { type GroupRole, inOrder } from "../contract/roles.ts";
import type { GroupTeam, Team } from "../domain/team.ts";
import type { Unit } from "./connection.ts";
import { changes, count, exists, many, one, paged, posts } from "./facet.ts";
import { grouped } from "./grouped.ts";
import { type Builder, insertion } from "./query.ts";
import { knownRoles, withKnownRoles } from "./roles.ts";

const teamsIn = (db: Builder, orgId: string) =>
  db
    .selectFrom("teams")
    .select(["id", "org_id as orgId", "name", "created_at as createdAt"])
    .where("org_id", "=", orgId);

const grantsIn = many((db, groupId: string) =>
  db
    .selectFrom("team_grants")
    .innerJoin("teams", "teams.id", "team_grants.team_id")
    .select(["team_grants.team_id", "team_grants.role"])
    .where("team_grants.group_id", "=", groupId)
    .orderBy("teams.created_at")
    .orderBy("teams.id"),
);

const grantsOf = many(
  (db, teamId: string) =>
    db.selectFrom("team_grants").select("role").where("team_id", "=", teamId).distinct(),
  ({ role }) => role,
);

const insert = posts((db, team: Team) =>
  db
    .insertInto("teams")
    .values({ id: team.id, org_id: team.orgId, name: team.name, created_at: team.createdAt }),
);
const insertMember = insertion("team_members", { ignore: true });
const postMember = posts(insertMember);
const join = changes(insertMember);

const removeGrants = (db: Builder, teamId: string, groupId: string) =>
  db.deleteFrom("team_grants").where("team_id", "=", teamId).where("group_id", "=", groupId);
const clearGrants = posts(removeGrants);
const insertGrant = posts(insertion("team_grants"));

export const teamReads = {
  /** A team of the organization. */
  find: one((db, orgId: string, id: string) => teamsIn(db, orgId).where("id", "=", id)),

  named: one((db, orgId: string, name: string) => teamsIn(db, orgId).where("name", "=", name)),

  countInOrg: count(teamsIn),

  /** A page of the organization's teams, oldest first. */
  inOrg: paged((db, orgId: string) => teamsIn(db, orgId).orderBy("created_at").orderBy("id")),

  /** Ids of the people in a team. */
  memberIds: many(
    (db, teamId: string) =>
      db.selectFrom("team_members").select("user_id").where("team_id", "=", teamId).orderBy("user_id"),
    (row) => row.user_id,
  ),

  /** Number of teams a person is in, in any organization. */
  countOf: count((db, userId: string) => db.selectFrom("team_members").where("user_id", "=", userId)),

  /** The teams of a project, oldest first. A hundred are the most there can be. */
  async inGroup(unit: Unit, groupId: string): Promise<GroupTeam[]> {
    const roles = grouped(
      withKnownRoles(unit, await grantsIn(unit, groupId), (row) => `team ${row.team_id}`),
      (row) => row.team_id,
      (row) => row.role as GroupRole,
    );
    return [...roles].map(([teamId, held]) => ({ teamId, roles: inOrder(held) }));
  },

  /** The roles that a team has in any project. */
  async rolesOf(unit: Unit, teamId: string): Promise<GroupRole[]> {
    return inOrder(knownRoles<GroupRole>(unit, await grantsOf(unit, teamId), `team ${teamId}`));
  },

  isInAnyGroup: exists((db, teamId: string) =>
    db.selectFrom("team_grants").select("group_id").where("team_id", "=", teamId).limit(1),
  ),
};

export const teamWrites = {
  ...teamReads,

  async add(unit: Unit, team: Team, memberIds: readonly string[]): Promise<void> {
    insert(unit, team);
    for (const user_id of memberIds) postMember(unit, { team_id: team.id, user_id });
  },

  rename: posts((db, id: string, name: string) => db.updateTable("teams").set({ name }).where("id", "=", id)),

  /** Removes the team and everything that refers to it: its members, and its roles in projects. */
  remove: posts((db, id: string) => db.deleteFrom("teams").where("id", "=", id)),

  /** Returns whether the person was not in the team before. */
  join: (unit: Unit, team_id: string, user_id: string) => join(unit, { team_id, user_id }),

  /** Returns whether the person was in the team. */
  leave: changes((db, teamId: string, userId: string) =>
    db.deleteFrom("team_members").where("team_id", "=", teamId).where("user_id", "=", userId),
  ),

  /** Gives a team roles in a project of its organization, in place of those it had there. */
  async assign(
    unit: Unit,
    { teamId, orgId, groupId }: { teamId: string; orgId: string; groupId: string },
    roles: readonly GroupRole[],
  ): Promise<void> {
    clearGrants(unit, teamId, groupId);
    for (const role of roles) insertGrant(unit, { team_id: teamId, org_id: orgId, group_id: groupId, role });
  },

  /** Takes a team's roles in a project away, and returns whether it had any. */
  unassign: changes(removeGrants),
};
