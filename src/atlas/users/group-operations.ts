// Operations on people of a project.

import { orgOf } from "../../core/changes/scopes.ts";
import type { OrgInvite } from "../../core/domain/invite.ts";
import {
  chooseStatuses,
  excluding,
  including,
  inListOrder,
  rolesInGroup,
  rolesSeen,
  withGroupRoles,
} from "../../core/domain/membership.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  chooseGroupRoles,
  chooseUsername,
  groupRoleErrors,
  ofAddress,
  pageOf,
  showPageOf,
} from "../../core/operations/declare.ts";
import { admissionErrors, admitToGroup } from "../invites/inviting.ts";
import { showInvite } from "../org-invites/common.ts";
import { inGroup, seesActiveOnly, selfLinks, showGroupUser, showOlderList } from "./common.ts";
import { changeMember, findGroupMember, groupMemberErrors, membersOf } from "./membership.ts";

export const listGroupUsers = atlas("listGroupUsers", {
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"],
}).handle(
  async ({ tx, group, query, now, fault }) => {
    const statuses = chooseStatuses(query, fault);
    const teams = query.flattenTeams ? await tx.teams.inGroup(group.id) : [];
    const seen = inListOrder(await membersOf(tx, await orgOf(tx, group), now, statuses))
      .filter(({ status }) => statuses.includes(status))
      .map((member) => ({
        member,
        roles: rolesSeen(member, group.id, { teams, throughOrg: query.includeOrgUsers }),
      }))
      .filter(({ roles }) => roles.length > 0);
    // Clients that always send the parameter send an empty filter.
    const isAsked = query.username ? ofAddress(query.username) : () => true;
    return pageOf(
      seen.filter(({ member }) => isAsked(member)),
      query,
    );
  },
  {
    "2023-01-01": (page, showing) =>
      showOlderList({ ...page, results: page.results.map(({ member }) => member) }, showing),
    "2025-02-19": showPageOf(showGroupUser),
  },
);

export const getGroupUser = atlas("getGroupUser", {
  errors: [...groupMemberErrors],
}).handle(async (context) => {
  const { group, params, query } = context;
  const member = await findGroupMember(context, group, params.userId, query.orgMembershipStatuses);
  return inGroup(member, group.id);
}, showGroupUser);

export const addGroupAccessUser = atlas("addGroupAccessUser", {
  errors: [...groupRoleErrors, "INVALID_USERNAME", ...admissionErrors],
}).handle(
  async (context) => {
    const { body, group, caller, fault } = context;
    const username = chooseUsername(body.username, fault);
    const roles = chooseGroupRoles(body.roles, group.id, fault);
    const member = await admitToGroup(context, group, { username, roles, inviter: caller.name });
    return member.status === "ACTIVE" ? undefined : member.invite;
  },
  (invite: OrgInvite | undefined) => invite && showInvite(invite),
);

export const addGroupUserRole = atlas("addGroupUserRole", {
  errors: [...groupMemberErrors, ...groupRoleErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, body, fault } = context;
  const chosen = chooseGroupRoles([body.groupRole], group.id, fault);
  const member = await findGroupMember(context, group, params.userId);
  const roles = including(rolesInGroup(member, group.id), chosen);

  const changed = await changeMember(context, member, withGroupRoles(member, group.id, roles));
  return inGroup(changed, group.id);
}, showGroupUser);

export const addGroupUsers = atlas("addGroupUsers", {
  errors: [...groupRoleErrors, ...admissionErrors, "INVALID_USERNAME", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { body, group, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inGroup(await admitToGroup(context, group, { username, roles, inviter: caller.name }), group.id);
}, showGroupUser);

export const updateGroupUserRoles = atlas("updateGroupUserRoles", {
  errors: [...groupMemberErrors, ...groupRoleErrors, "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(
  async (context) => {
    const { group, params, body, fault } = context;
    const member = await findGroupMember(context, group, params.userId, ["ACTIVE"]);
    if (body.groupRoles?.length === 0) {
      throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
    }
    const roles = chooseGroupRoles(body.groupRoles, group.id, fault);
    const wanted = withGroupRoles(member, group.id, roles);
    return inGroup(await changeMember(context, member, wanted), group.id);
  },
  ({ roles }, showing) => ({ groupRoles: [...roles], links: selfLinks(showing) }),
);

export const removeGroupUser = atlas("removeGroupUser", {
  errors: [...groupMemberErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, query } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const member = await findGroupMember(context, group, params.userId, statuses);
  await changeMember(context, member, withGroupRoles(member, group.id, []));
});

export const removeGroupUserRole = atlas("removeGroupUserRole", {
  errors: [...groupMemberErrors, ...groupRoleErrors, "CANNOT_REMOVE_ALL_USER_ROLES", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, body, fault } = context;
  const chosen = chooseGroupRoles([body.groupRole], group.id, fault);
  const member = await findGroupMember(context, group, params.userId);
  const roles = excluding(rolesInGroup(member, group.id), chosen);
  if (roles.length === 0) throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
  const changed = await changeMember(context, member, withGroupRoles(member, group.id, roles));
  return inGroup(changed, group.id);
}, showGroupUser);
