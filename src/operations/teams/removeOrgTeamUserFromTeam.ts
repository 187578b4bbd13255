import { findMember, memberErrors } from "../../changes/membership.ts";
import { leaveTeam, refuseLastOf } from "../../changes/teams.ts";
import { door, olderLifetime, operation } from "../declare.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

export const removeOrgTeamUserFromTeam = operation(`DELETE ${orgPathById}/users/{userId}`, {
  ...orgSide,
  summary: "Remove a person from a team, the older way",
  description:
    "Takes an active user out of the team, but not the last one; pending ones are not seen. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  successor: "removeOrgTeamUser",
  versions: { "2023-01-01": olderLifetime },
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
