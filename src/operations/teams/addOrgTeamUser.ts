import { findAmong, memberErrors } from "../../changes/membership.ts";
import { joinTeam, joinTeamErrors } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { showOrgUser } from "../users/common.ts";
import { teamOf } from "./common.ts";

export const addOrgTeamUser = atlas("addOrgTeamUser", {
  errors: [...memberErrors, ...joinTeamErrors, "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
  const { member, members } = await findAmong(context, org, body.id);
  return joinTeam(context, team, member, members);
}, showOrgUser);
