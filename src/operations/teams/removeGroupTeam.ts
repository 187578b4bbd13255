import { changeTeamRoles } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { teamIn } from "./common.ts";

export const removeGroupTeam = atlas("removeGroupTeam", {
  errors: ["ROLE_ABOVE_OWN", "TEAM_NOT_IN_GROUP", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, params, fault } = context;
  if ((await tx.teams.find(group.orgId, params.teamId)) === undefined) throw fault("USER_UNAUTHORIZED", {});
  await changeTeamRoles(context, group, await teamIn(tx, group, params.teamId, fault), []);
});
