import { addTeamToGroup } from "../../changes/teams.ts";
import { chooseGroupRoles, door, groupRoleErrors, operation, Page, schemas, Type } from "../declare.ts";
import { firstPage, groupPath, groupSide, showGroupTeams } from "./common.ts";

export const addGroupTeams = operation(`POST ${groupPath}`, {
  ...groupSide,
  summary: "Add teams to a project",
  description:
    "Gives one or more teams of the organization roles in the project; all are added or none. Answers every team of the project. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: Type.Array(schemas.TeamRole),
  versions: { "2023-01-01": { reply: Page(schemas.TeamRole, "PaginatedTeamRoleView") } },
  errors: [
    ...groupRoleErrors,
    "MAX_TEAMS_PER_GROUP_EXCEEDED",
    "ROLE_ABOVE_OWN",
    "TEAM_EXISTS_IN_GROUP",
    "TEAM_NOT_FOUND",
  ],
}).handle(async (context) => {
  const { tx, group, body, fault } = context;
  for (const { teamId, roleNames } of body) {
    await addTeamToGroup(context, group, teamId, chooseGroupRoles(roleNames, group.id, fault));
  }
  return { group, ...firstPage(await tx.teams.inGroup(group.id)) };
}, showGroupTeams);
