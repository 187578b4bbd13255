// Gives teams roles in a project.

import Type from "typebox";
import { limitSets } from "../../contract/limits.ts";
import { Page } from "../../contract/schemas/page.ts";
import { TeamRole } from "../../contract/schemas/teams.ts";
import { group } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { chooseGroupRoles } from "../../domain/role-list.ts";
import { mostTeamsPerGroup } from "../../domain/team.ts";
import { operation } from "../operation.ts";
import { firstPage } from "./first-page.ts";
import { envelope, groupId, groupPath, pretty, showGroupTeam, teamOf } from "./lookups.ts";

export const addGroupTeams = operation({
  id: "addGroupTeams",
  method: "POST",
  path: groupPath,
  tag: "Teams",
  summary: "Add teams to a project",
  description:
    "Gives one or more teams of the organization roles in the project; all are added or none. Answers every team of the project. Needs Project Access Manager.",
  door: group("GROUP_ACCESS_MANAGER"),
  limit: limitSets.groupTeams,
  status: 200,
  params: { groupId },
  query: { envelope, pretty },
  body: Type.Array(TeamRole),
  versions: { "2023-01-01": { reply: Page(TeamRole, "PaginatedTeamRoleView") } },
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "MAX_TEAMS_PER_GROUP_EXCEEDED",
    "MISSING_ATTRIBUTE",
    "TEAM_EXISTS_IN_GROUP",
    "TEAM_NOT_FOUND",
  ],
}).handle(
  async ({ tx, group, body, fault, record }) => {
    const { id: groupId, orgId } = group;
    const present = new Set((await tx.teams.inGroup(groupId)).map(({ teamId }) => teamId));
    for (const { teamId, roleNames } of body) {
      const roles = chooseGroupRoles(roleNames, groupId, fault);
      await teamOf(tx, { id: orgId }, teamId, fault);
      if (present.has(teamId)) throw fault("TEAM_EXISTS_IN_GROUP", { teamId, groupId });
      present.add(teamId);
      if (present.size > mostTeamsPerGroup) {
        throw fault("MAX_TEAMS_PER_GROUP_EXCEEDED", { limit: mostTeamsPerGroup, groupId });
      }
      await tx.teams.assign({ teamId, orgId, groupId }, roles);
      await record("TEAM_ADDED_TO_GROUP", { orgId, groupId, details: { teamId } });
    }
    return { group, ...firstPage(await tx.teams.inGroup(groupId)) };
  },
  {
    "2023-01-01": (page, showing) =>
      showPage(page, showing, (team) => showGroupTeam(team, page.group, showing)),
  },
);
