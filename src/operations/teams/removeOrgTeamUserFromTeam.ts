import { findMember, memberErrors } from "../../changes/membership.ts";
import { leaveTeam, refuseLastOf } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { teamOf } from "./common.ts";

export const removeOrgTeamUserFromTeam = atlas("removeOrgTeamUserFromTeam", {
  errors: [...memberErrors, "CANNOT_REMOVE_LAST_USER_FROM_TEAM", "TEAM_NOT_FOUND", "USER_NOT_IN_TEAM"],
}).handle(async (context) => {
  const { tx, org, params, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
  const member = await findMember(context, org, params.userId);
  const { username } = member;
  if (member.status !== "ACTIVE") throw fault("USER_NOT_IN_ORG", { username, orgId: org.id });
  await refuseLastOf(context, org, team, member);
  await leaveTeam(context, team, member);
});
