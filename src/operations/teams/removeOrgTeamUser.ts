// Takes one person, active or invited, out of a team.
import { findMember, membersWith } from "../../changes/membership.ts";
import { leaveTeam } from "../../changes/teams.ts";
import { AddOrRemoveUserFromTeam } from "../../contract/schemas/teams.ts";
import { OrgUserResponse } from "../../contract/schemas/users.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { peopleTag } from "../users/common.ts";
import { showOrgUser } from "../users/views.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

export const removeOrgTeamUser = operation({
  id: "removeOrgTeamUser",
  method: "POST",
  path: `${orgPathById}:removeUser`,
  ...orgSide,
  tag: peopleTag,
  summary: "Remove a person from a team",
  description:
    "Works for active and pending users of the organization, who stay in it. Answers the user. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: AddOrRemoveUserFromTeam,
  versions: { "2025-02-19": { reply: OrgUserResponse } },
  errors: ["TEAM_NOT_FOUND", "USER_NOT_FOUND", "USER_NOT_IN_ORG", "USER_NOT_IN_TEAM"],
}).handle(
  async (context) => {
    const { tx, org, params, body, now, fault } = context;
    const team = await teamOf(tx, org, params.teamId, fault);
    const member = findMember(await membersWith(tx, org, now, body.id), body.id, fault);
    return leaveTeam(context, team, member);
  },
  { "2025-02-19": showOrgUser },
);
