import { checkGifts, inviteToOrg } from "../../changes/inviting.ts";
import { chooseTeams } from "../../domain/invite.ts";
import { invitedMember } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseOrgRoles, chooseUsername, olderSets, orgRoleErrors } from "../declare.ts";
import { chooseAssignments, showOrgUser } from "./common.ts";

export const createOrgUser = atlas("createOrgUser", {
  counts: olderSets.invitations,
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
