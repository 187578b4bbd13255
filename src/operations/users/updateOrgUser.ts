import { checkGifts } from "../../changes/inviting.ts";
import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { chooseTeams } from "../../domain/invite.ts";
import { checkOrgRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseOrgRoles, orgRoleErrors } from "../declare.ts";
import { chooseAssignments, showOrgUser } from "./common.ts";

export const updateOrgUser = atlas("updateOrgUser", {
  errors: [
    ...memberErrors,
    ...orgRoleErrors,
    "CANNOT_DEMOTE_LAST_ORG_OWNER",
    "GROUP_NOT_FOUND",
    "INVALID_ROLE_FOR_GROUP",
    "TEAM_NOT_FOUND",
  ],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const { orgRoles, groupRoleAssignments } = body.roles ?? {};
  const wanted = {
    ...(groupRoleAssignments && { groupRoles: chooseAssignments(groupRoleAssignments, fault) }),
    ...(body.teamIds && { teamIds: chooseTeams(body.teamIds, fault) }),
  };
  const chosen = orgRoles && chooseOrgRoles(orgRoles, org.id, fault);
  await checkGifts(context, org.id, wanted);
  const { member, members } = await findAmong(context, org, params.userId);
  const roles = checkOrgRoles(chosen ?? member.roles, member, members, fault);
  return changeMember(context, member, { ...member, ...wanted, roles });
}, showOrgUser);
