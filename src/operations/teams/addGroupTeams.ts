// Gives teams roles in a project.
import Type from "typebox";
import { Page } from "../../contract/schemas/page.ts";
import { TeamRole } from "../../contract/schemas/teams.ts";
import { door } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { chooseGroupRoles } from "../../domain/role-list.ts";
import { mostTeamsPerGroup } from "../../domain/team.ts";
import { operation } from "../operation.ts";
import { firstPage, groupPath, groupSide, teamOf } from "./common.ts";
import { showGroupTeam } from "./views.ts";

export const addGroupTeams = operation({
  id: "addGroupTeams",
  method: "POST",
  path: groupPath,
  ...groupSide,
  summary: "Add teams to a project",
  description:
    "Gives one or more teams of the organization roles in the project; all are added or none. Answers every team of the project. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
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
