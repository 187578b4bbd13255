import { findMember, memberErrors } from "../../changes/membership.ts";
import { leaveTeam } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { showOrgUser } from "../users/common.ts";
import { teamOf } from "./common.ts";

export const removeOrgTeamUser = atlas("removeOrgTeamUser", {
  errors: [...memberErrors, "TEAM_NOT_FOUND", "USER_NOT_IN_TEAM"],
}).handle(async (context) => {
  const { tx, org, params, body, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
  const member = await findMember(context, org, body.id);
  return leaveTeam(context, team, member);
}, showOrgUser);
