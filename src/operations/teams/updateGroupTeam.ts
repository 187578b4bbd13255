import { changeTeamRoles } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { firstPage, showGroupTeams, teamIn } from "./common.ts";

export const updateGroupTeam = atlas("updateGroupTeam", {
  errors: [...groupRoleErrors, "ROLE_ABOVE_OWN", "TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(async (context) => {
  const { tx, group, params, body, fault } = context;
  const team = await teamIn(tx, group, params.teamId, fault);
  const roles = chooseGroupRoles(body.roleNames, group.id, fault);
  await changeTeamRoles(context, group, team, roles);
  return { group, ...firstPage([{ teamId: team.teamId, roles }]) };
}, showGroupTeams);
