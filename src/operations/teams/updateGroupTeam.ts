import { changeTeamRoles } from "../../changes/teams.ts";
import { chooseGroupRoles, door, groupRoleErrors, operation, Page, schemas } from "../declare.ts";
import { firstPage, groupPathById, groupSide, showGroupTeams, teamIn } from "./common.ts";

export const updateGroupTeam = operation(`PATCH ${groupPathById}`, {
  ...groupSide,
  summary: "Change the roles of a team in a project",
  description:
    "The sent roles replace those the team had in the project. Answers a page with that team alone. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: schemas.TeamRoleChange,
  versions: { "2023-01-01": { reply: Page(schemas.TeamRole, "PaginatedTeamRoleView") } },
  errors: [...groupRoleErrors, "ROLE_ABOVE_OWN", "TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(async (context) => {
  const { tx, group, params, body, fault } = context;
  const team = await teamIn(tx, group, params.teamId, fault);
  const roles = chooseGroupRoles(body.roleNames, group.id, fault);
  await changeTeamRoles(context, group, team, roles);
  return { group, ...firstPage([{ teamId: team.teamId, roles }]) };
}, showGroupTeams);
