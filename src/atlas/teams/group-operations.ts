// Operations on teams of a project.

import { atlas } from "../../core/operations/atlas.ts";
import { chooseGroupRoles, groupRoleErrors, pageOf } from "../../core/operations/declare.ts";
import { firstPage, showGroupTeam, showGroupTeams, teamIn } from "./common.ts";
import { addTeamToGroup, changeTeamRoles } from "./teams.ts";

export const listGroupTeams = atlas("listGroupTeams", {}).handle(
  async ({ tx, group, query }) => ({ group, ...pageOf(await tx.teams.inGroup(group.id), query) }),
  showGroupTeams,
);

export const getGroupTeam = atlas("getGroupTeam", {
  errors: ["TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(
  async (context) => ({ group: context.group, team: await teamIn(context) }),
  ({ group, team }, showing) => showGroupTeam(team, group, showing),
);

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

export const updateGroupTeam = atlas("updateGroupTeam", {
  errors: [...groupRoleErrors, "ROLE_ABOVE_OWN", "TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const team = await teamIn(context);
  const roles = chooseGroupRoles(body.roleNames, group.id, fault);
  await changeTeamRoles(context, group, team, roles);
  return { group, ...firstPage([{ teamId: team.teamId, roles }]) };
}, showGroupTeams);

export const removeGroupTeam = atlas("removeGroupTeam", {
  errors: ["ROLE_ABOVE_OWN", "TEAM_NOT_IN_GROUP", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, params, fault } = context;
  if ((await tx.teams.find(group.orgId, params.teamId)) === undefined) throw fault("USER_UNAUTHORIZED", {});
  await changeTeamRoles(context, group, await teamIn(context), []);
});
