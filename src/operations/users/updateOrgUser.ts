import { checkGifts } from "../../changes/inviting.ts";
import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { chooseTeams } from "../../domain/invite.ts";
import { checkOrgRoles } from "../../domain/membership.ts";
import { chooseOrgRoles, door, operation, orgRoleErrors, schemas } from "../declare.ts";
import { chooseAssignments, orgPath, orgSide, showOrgUser } from "./common.ts";

export const updateOrgUser = operation(`PATCH ${orgPath}/{userId}`, {
  ...orgSide,
  summary: "Change the roles and teams of a person in an organization",
  description:
    "Replaces what is sent and leaves the rest: roles.orgRoles, roles.groupRoleAssignments, teamIds; an empty list takes everything of its kind. Works on active and pending users. The last owner stays owner. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrgUserUpdateRequest,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
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
