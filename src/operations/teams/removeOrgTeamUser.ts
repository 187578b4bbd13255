import { findMember, memberErrors } from "../../changes/membership.ts";
import { leaveTeam } from "../../changes/teams.ts";
import { door, operation, schemas } from "../declare.ts";
import { peopleTag, showOrgUser } from "../users/common.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

export const removeOrgTeamUser = operation(`POST ${orgPathById}:removeUser`, {
  ...orgSide,
  tag: peopleTag,
  summary: "Remove a person from a team",
  description:
    "Works for active and pending users of the organization, who stay in it. Answers the user. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.AddOrRemoveUserFromTeam,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [...memberErrors, "TEAM_NOT_FOUND", "USER_NOT_IN_TEAM"],
}).handle(async (context) => {
  const { tx, org, params, body, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
  const member = await findMember(context, org, body.id);
  return leaveTeam(context, team, member);
}, showOrgUser);
