// Operations on people of an organization.

import { chooseTeams } from "../../core/domain/invite.ts";
import {
  checkOrgRoles,
  chooseStatuses,
  excluding,
  including,
  inListOrder,
  invitedMember,
  isLastOwner,
} from "../../core/domain/membership.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  chooseOrgRoles,
  chooseUsername,
  ofAddress,
  olderSets,
  orgRoleErrors,
  pageOf,
  showPageOf,
} from "../../core/operations/declare.ts";
import { checkGrants, inviteToOrg } from "../invites/inviting.ts";
import { chooseAssignments, seesActiveOnly, selfLinks, showOlderList, showOrgUser } from "./common.ts";
import { changeMember, findAmong, findMember, memberErrors, membersOf, removeMember } from "./membership.ts";

export const listOrgUsers = atlas("listOrgUsers", {
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"],
}).handle(
  async ({ tx, org, query, now, fault }) => {
    const statuses = chooseStatuses(query, fault);
    const members = await membersOf(tx, org, now, statuses);
    const asked = inListOrder(members.filter(({ status }) => statuses.includes(status)));
    // Clients that always send the parameter send an empty filter.
    return pageOf(query.username ? asked.filter(ofAddress(query.username)) : asked, query);
  },
  {
    "2023-01-01": showOlderList,
    "2025-02-19": showPageOf(showOrgUser),
  },
);

export const getOrgUser = atlas("getOrgUser", {
  errors: [...memberErrors],
}).handle(
  (context) => findMember(context, context.org, context.params.userId, context.query.orgMembershipStatuses),
  showOrgUser,
);

export const addOrgUserRole = atlas("addOrgUserRole", {
  errors: [...memberErrors, ...orgRoleErrors],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const chosen = chooseOrgRoles([body.orgRole], org.id, fault);
  const member = await findMember(context, org, params.userId);
  const roles = including(member.roles, chosen);
  return changeMember(context, member, { ...member, roles });
}, showOrgUser);

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
  await checkGrants(context, org.id, wanted);
  return invitedMember(await inviteToOrg(context, org, { username, inviter: caller.name, ...wanted }));
}, showOrgUser);

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
  await checkGrants(context, org.id, wanted);
  const { member, members } = await findAmong(context, org, params.userId);
  const roles = checkOrgRoles(chosen ?? member.roles, member, members, fault);
  return changeMember(context, member, { ...member, ...wanted, roles });
}, showOrgUser);

export const updateOrgUserRoles = atlas("updateOrgUserRoles", {
  errors: [...memberErrors, ...orgRoleErrors, "CANNOT_DEMOTE_LAST_ORG_OWNER", "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(
  async (context) => {
    const { org, params, body, fault } = context;
    const { member, members } = await findAmong(context, org, params.userId, ["ACTIVE"]);
    if (body.orgRoles?.length === 0) {
      throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
    }
    const chosen = chooseOrgRoles(body.orgRoles, org.id, fault);
    const roles = checkOrgRoles(chosen, member, members, fault);
    return changeMember(context, member, { ...member, roles });
  },
  (member, showing) => ({ links: selfLinks(showing), orgRoles: [...member.roles] }),
);

export const removeOrgUser = atlas("removeOrgUser", {
  errors: [...memberErrors, "CANNOT_DELETE_LAST_ADMIN"],
}).handle(async (context) => {
  const { org, params, query, fault } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const { member, members } = await findAmong(context, org, params.userId, statuses);
  if (isLastOwner(member, members)) throw fault("CANNOT_DELETE_LAST_ADMIN", { orgId: org.id });
  await removeMember(context, member, org);
});

export const removeOrgUserRole = atlas("removeOrgUserRole", {
  errors: [...memberErrors, ...orgRoleErrors, "CANNOT_DEMOTE_LAST_ORG_OWNER", "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const chosen = chooseOrgRoles([body.orgRole], org.id, fault);
  const { member, members } = await findAmong(context, org, params.userId);
  const rest = excluding(member.roles, chosen);
  if (rest.length === 0) throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
  const roles = checkOrgRoles(rest, member, members, fault);
  return changeMember(context, member, { ...member, roles });
}, showOrgUser);
