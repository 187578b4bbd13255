// Operations on invitations to a project.

import { atlas } from "../../core/operations/atlas.ts";
import {
  chooseGroupRoles,
  chooseUsername,
  groupRoleErrors,
  olderSets,
} from "../../core/operations/declare.ts";
import { showInvite, showInvites } from "./common.ts";
import { changeGroupInvite, inviteToGroup } from "./inviting.ts";
import { revokePendingGroupInvite } from "./pending.ts";

export const listGroupInvites = atlas("listGroupInvites", {}).handle(async ({ tx, group, query, now }) => {
  // Clients that always send the parameter send an empty filter.
  if (query.username === undefined || query.username === "") return tx.invites.pendingInGroup(group, now);
  const invite = await tx.invites.pendingByAddress(group, query.username, now);
  return invite === undefined ? [] : [invite];
}, showInvites);

export const getGroupInvite = atlas("getGroupInvite", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, now, fault }) => {
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return invite;
}, showInvite);

export const createGroupInvite = atlas("createGroupInvite", {
  locks: "group",
  counts: olderSets.invitations,
  errors: [
    ...groupRoleErrors,
    "DUPLICATE_INVITATION",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_GROUP_EXCEEDED",
    "USER_ALREADY_IN_GROUP",
  ],
}).handle(async (context) => {
  const { group, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inviteToGroup(context, group, { username, roles, inviter: caller.name });
}, showInvite);

export const updateGroupInviteById = atlas("updateGroupInviteById", {
  locks: "group",
  errors: [...groupRoleErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, params, body, now, fault } = context;
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return changeGroupInvite(context, invite, roles);
}, showInvite);

export const updateGroupInvites = atlas("updateGroupInvites", {
  locks: "group",
  errors: [...groupRoleErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingByAddress(group, username, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeGroupInvite(context, invite, roles);
}, showInvite);

export const deleteGroupInvite = atlas("deleteGroupInvite", {
  locks: "group",
  errors: ["CANNOT_DELETE_ORG_INVITATION", "INVALID_INVITATION_ID"],
}).handle(async (context) => {
  const { tx, group, params, now, fault } = context;
  const { invitationId } = params;
  const invite = await tx.invites.find(invitationId, now);
  if (invite?.groupId === null && invite.orgId === group.orgId) {
    throw fault("CANNOT_DELETE_ORG_INVITATION", { invitationId });
  }
  if (invite?.groupId !== group.id || invite.status !== "PENDING") {
    throw fault("INVALID_INVITATION_ID", { invitationId });
  }
  await revokePendingGroupInvite(context, { ...invite, groupId: group.id });
});
