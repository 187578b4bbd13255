import { addTeamToGroup } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { firstPage, showGroupTeams } from "./common.ts";

export const addGroupTeams = atlas("addGroupTeams", {
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
