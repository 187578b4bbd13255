// Teams: their people, and their roles in projects.
import { type GroupRole, inOrder } from "../contract/roles.ts";
import type { GroupTeam, Team } from "../domain/team.ts";
import { changes, count, exists, knownRoles, many, one, paged, posts, rolesBy, type Unit } from "./facet.ts";
import { insertion } from "./query.ts";
import { removal, selection, setting } from "./statements.ts";

const teamsIn = selection("teams", ["id", "orgId", "name", "createdAt"], "orgId");

const grantsIn = many((db, groupId: string) =>
  db
    .selectFrom("teamGrants")
    .innerJoin("teams", "teams.id", "teamGrants.teamId")
    .select(["teamGrants.teamId", "teamGrants.role"])
    .where("teamGrants.groupId", "=", groupId)
    .orderBy("teams.createdAt")
    .orderBy("teams.id"),
);

const grantsOf = many(
  (db, teamId: string) => db.selectFrom("teamGrants").select("role").where("teamId", "=", teamId).distinct(),
  ({ role }) => role,
);

const insert = posts(insertion("teams"));
const insertMember = insertion("teamMembers", { ignore: true });
const postMember = posts(insertMember);
const join = changes(insertMember);

const removeGrants = removal("teamGrants", "teamId", "groupId");
const clearGrants = posts(removeGrants);
const insertGrant = posts(insertion("teamGrants"));

export const reads = {
  find: one((db, orgId: string, id: string) => teamsIn(db, orgId).where("id", "=", id)),
  named: one((db, orgId: string, name: string) => teamsIn(db, orgId).where("name", "=", name)),
  countInOrg: count(teamsIn),
  /** Reads a page of the organization's teams, oldest first. */
  inOrg: paged((db, orgId: string) => teamsIn(db, orgId).orderBy("createdAt").orderBy("id")),

  /** Counts the teams that a person is in, in any organization. */
  countOf: count((db, userId: string) => db.selectFrom("teamMembers").where("userId", "=", userId)),

  /** Lists the teams of a project, oldest first. There are at most a hundred. */
  async inGroup(unit: Unit, groupId: string): Promise<GroupTeam[]> {
    const roles = rolesBy(unit, await grantsIn(unit, groupId), "team", (row) => row.teamId);
    return [...roles].map(([teamId, held]) => ({ teamId, roles: inOrder(held as GroupRole[]) }));
  },

  async rolesOf(unit: Unit, teamId: string): Promise<GroupRole[]> {
    return inOrder(knownRoles<GroupRole>(unit, await grantsOf(unit, teamId), `team ${teamId}`));
  },

  isInAnyGroup: exists((db, teamId: string) =>
    db.selectFrom("teamGrants").select("groupId").where("teamId", "=", teamId).limit(1),
  ),
};

export const writes = {
  async add(unit: Unit, team: Team, memberIds: readonly string[]): Promise<void> {
    insert(unit, team);
    for (const userId of memberIds) postMember(unit, { teamId: team.id, userId });
  },

  rename: posts(setting("teams", "name")),
  /** Removes the team and everything that refers to it: its members, and its roles in projects. */
  remove: posts(removal("teams", "id")),
  /** Adds a person to a team; returns whether the person was not in it before. */
  join: (unit: Unit, teamId: string, userId: string) => join(unit, { teamId, userId }),

  /** Removes a person from a team; returns whether the person was in it. */
  leave: changes(removal("teamMembers", "teamId", "userId")),

  /** Replaces the roles of a team in a project of its organization. */
  async assign(
    unit: Unit,
    { teamId, orgId, groupId }: { teamId: string; orgId: string; groupId: string },
    roles: readonly GroupRole[],
  ): Promise<void> {
    clearGrants(unit, teamId, groupId);
    for (const role of roles) insertGrant(unit, { teamId, orgId, groupId, role });
  },

  /** Removes the roles of a team in a project, and returns whether it had any. */
  unassign: changes(removeGrants),
};
