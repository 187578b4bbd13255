// Operations on invitations to an organization.

import type { OrgInvite } from "../../core/domain/invite.ts";
import { invitedMember } from "../../core/domain/membership.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { chooseUsername, ofAddress, olderSets } from "../../core/operations/declare.ts";
import { inviteToOrg } from "../invites/inviting.ts";
import { changeOrgInvite, removeMember } from "../users/membership.ts";
import { chooseAll, grantErrors, showInvite } from "./common.ts";

export const listOrgInvites = atlas("listOrgInvites", {}).handle(
  async ({ tx, org, query, now }) => {
    const { username } = query;
    const invites = await tx.orgInvites.pending(org, now);
    // Clients that always send the parameter send an empty filter.
    if (username === undefined || username === "") return invites;
    return invites.filter(ofAddress(username));
  },
  (invites: OrgInvite[]) => invites.map(showInvite),
);

export const getOrgInvite = atlas("getOrgInvite", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, org, params, now, fault }) => {
  const { invitationId } = params;
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return invite;
}, showInvite);

export const createOrgInvite = atlas("createOrgInvite", {
  counts: olderSets.invitations,
  errors: [
    ...grantErrors,
    "DUPLICATE_ORG_INVITATION",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_ORG_EXCEEDED",
    "USER_ALREADY_IN_ORG",
  ],
}).handle(async (context) => {
  const { org, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const { roles, groupRoles = [], teamIds = [] } = await chooseAll(context, org, body);
  return inviteToOrg(context, org, { username, inviter: caller.name, roles, groupRoles, teamIds });
}, showInvite);

export const updateOrgInviteById = atlas("updateOrgInviteById", {
  errors: [...grantErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, now, fault } = context;
  const { invitationId } = params;
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);

export const updateOrgInvites = atlas("updateOrgInvites", {
  errors: [...grantErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(ofAddress(username));
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);

export const deleteOrgInvite = atlas("deleteOrgInvite", {
  errors: ["CANNOT_DELETE_GROUP_INVITATION", "INVALID_INVITATION_ID"],
}).handle(async (context) => {
  const { tx, org, params, now, fault } = context;
  const { invitationId } = params;
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite !== undefined) return removeMember(context, invitedMember(invite), org);
  const other = await tx.invites.find(invitationId, now);
  const isOfGroup = other?.orgId === org.id && other.groupId !== null;
  throw fault(isOfGroup ? "CANNOT_DELETE_GROUP_INVITATION" : "INVALID_INVITATION_ID", { invitationId });
});
