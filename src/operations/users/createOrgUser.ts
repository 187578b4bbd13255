import { checkGifts, inviteToOrg } from "../../changes/inviting.ts";
import { chooseTeams } from "../../domain/invite.ts";
import { invitedMember } from "../../domain/membership.ts";
import {
  chooseOrgRoles,
  chooseUsername,
  door,
  olderSets,
  operation,
  orgRoleErrors,
  schemas,
} from "../declare.ts";
import { chooseAssignments, orgPath, orgSide, showOrgUser } from "./common.ts";

export const createOrgUser = operation(`POST ${orgPath}`, {
  ...orgSide,
  summary: "Invite a person to an organization",
  description:
    "Makes a pending user: an invitation to the organization that can be accepted for thirty days, with roles there, in projects and in teams. A person who has an account must accept as well. An invitation that ran out or was declined is replaced. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  status: 201,
  body: schemas.OrgUserRequest,
  counts: olderSets.invitations,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [
    ...orgRoleErrors,
    "DUPLICATE_ORG_INVITATION",
    "GROUP_NOT_FOUND",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_ORG_EXCEEDED",
    "TEAM_NOT_FOUND",
    "USER_ALREADY_IN_ORG",
  ],
}).handle(async (context) => {
  const { org, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const wanted = {
    roles: chooseOrgRoles(body.roles.orgRoles, org.id, fault),
    groupRoles: chooseAssignments(body.roles.groupRoleAssignments ?? [], fault),
    teamIds: chooseTeams(body.teamIds ?? [], fault),
  };
  await checkGifts(context, org.id, wanted);
  return invitedMember(await inviteToOrg(context, org, { username, inviter: caller.name, ...wanted }));
}, showOrgUser);
