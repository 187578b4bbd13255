import { findAmong, memberErrors } from "../../changes/membership.ts";
import { joinTeam, joinTeamErrors } from "../../changes/teams.ts";
import { door, operation, schemas } from "../declare.ts";
import { peopleTag, showOrgUser } from "../users/common.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

export const addOrgTeamUser = operation(`POST ${orgPathById}:addUser`, {
  ...orgSide,
  tag: peopleTag,
  summary: "Add a person to a team",
  description:
    "The person must be an active or pending user of the organization; a pending one joins the team on accepting. Answers the user. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.AddOrRemoveUserFromTeam,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [...memberErrors, ...joinTeamErrors, "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
  const { member, members } = await findAmong(context, org, body.id);
  return joinTeam(context, team, member, members);
}, showOrgUser);
