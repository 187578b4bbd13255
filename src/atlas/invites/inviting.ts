// Invites addresses to organizations and projects, changes the roles of project invitations, and revokes invitations by
// inviter.

import { type Changing, checkHoldings, checkRoles, type Visiting } from "../../core/changes/changing.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import type { GroupRole, RoleName } from "../../core/contract/roles.ts";
import { ofAddress } from "../../core/domain/address.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import {
  draftInvite,
  draftOrgInvite,
  type GroupInvite,
  type GroupInviteDraft,
  type OrgInvite,
  type OrgInviteDraft,
} from "../../core/domain/invite.ts";
import {
  checkRoomInOrg,
  groupsOf,
  invitedMember,
  type Member,
  rolesInGroup,
  withGroupRoles,
} from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import type { GrantScope } from "../../core/store/grants.ts";
import { teamToKeep } from "../users/keeping.ts";
import { changeMember, checkRoomInGroup, endMembership } from "../users/membership.ts";
import { pendingBy, revokeGroupInvite } from "./pending.ts";

interface NamedGrants {
  readonly groupRoles?: readonly { readonly groupId: string }[] | undefined;
  readonly teamIds?: readonly string[] | undefined;
}

export async function checkGrants(
  { tx, fault }: Visiting<"GROUP_NOT_FOUND" | "TEAM_NOT_FOUND">,
  orgId: string,
  { groupRoles = [], teamIds = [] }: NamedGrants,
): Promise<void> {
  for (const { groupId } of groupRoles) {
    if ((await tx.groups.find(groupId))?.orgId !== orgId) throw fault("GROUP_NOT_FOUND", { groupId });
  }
  for (const teamId of teamIds) {
    if ((await tx.teams.find(orgId, teamId)) === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  }
}

/** A request whose id a seed may choose. */
type Wanted<Draft, Known extends keyof Draft> = Omit<Draft, Known | "id" | "now"> & {
  readonly id?: string | undefined;
};

/** A request to invite to an organization. `userId` is the account that already waits for the invitation, if there is one. */
type WantedInOrg = Wanted<OrgInviteDraft, "org" | "userId"> & { readonly userId?: string };
type WantedInGroup = Wanted<GroupInviteDraft, "group">;

export async function inviteToOrg(
  changing: Changing<"DUPLICATE_ORG_INVITATION" | "MAX_USERS_PER_ORG_EXCEEDED" | "USER_ALREADY_IN_ORG">,
  org: Org,
  wanted: WantedInOrg,
): Promise<OrgInvite> {
  const { tx, now, fault } = changing;
  const { username } = wanted;
  const members = await tx.members.current(org, now);
  const known = members.find(ofAddress(username));
  if (known !== undefined) {
    const code = known.status === "ACTIVE" ? "USER_ALREADY_IN_ORG" : "DUPLICATE_ORG_INVITATION";
    throw fault(code, { username, orgId: org.id });
  }
  return inviteStranger(changing, { org, members }, wanted);
}

const offered = (after: readonly RoleName[]) => ({ roles: { before: [], after } });

/** Invites an address that is neither active nor pending; replaces an invitation that expired or was declined. */
export async function inviteStranger(
  changing: Changing<"MAX_USERS_PER_ORG_EXCEEDED">,
  { org, members }: { org: Org; members: readonly Member[] },
  wanted: WantedInOrg,
): Promise<OrgInvite> {
  const { tx, now, newId, fault, record, mail } = changing;
  const { username, groupRoles, teamIds } = wanted;
  await checkHoldings(changing, org.id, { after: wanted });
  checkRoomInOrg(org, members, fault);
  const id = wanted.id ?? newId();
  const userId = wanted.userId ?? (await tx.users.byAddress(username))?.id ?? newId();
  const invite = draftOrgInvite({ ...wanted, id, userId, org, now });
  await tx.orgInvites.revokeOf(org.id, username, now);
  await tx.orgInvites.add(invite);
  const orgId = org.id;
  await record("INVITED_TO_ORG", { orgId, targetUsername: username, kept: offered(wanted.roles) });
  for (const groupId of groupsOf(groupRoles)) {
    const roles = groupRoles.filter((roleGrant) => roleGrant.groupId === groupId).map(({ role }) => role);
    await record("INVITED_TO_GROUP", { groupId, targetUsername: username, kept: offered(roles) });
  }
  for (const teamId of teamIds) {
    const kept = { team: await teamToKeep(tx, orgId, teamId) };
    await record("INVITED_TO_TEAM", { orgId, targetUsername: username, kept });
  }
  await mail({ inviteId: invite.id });
  return invite;
}

/** Invites an address to a project by an older, separate invitation, which no user of the organization shows. */
export async function inviteToGroup(
  changing: Changing<"DUPLICATE_INVITATION" | "MAX_USERS_PER_GROUP_EXCEEDED" | "USER_ALREADY_IN_GROUP">,
  group: EnteredGroup,
  wanted: WantedInGroup,
): Promise<GroupInvite> {
  const { tx, now, newId, fault, record, mail } = changing;
  const { username } = wanted;
  checkRoles(changing, { scopeId: group.id, after: wanted.roles });
  const [pending, held] = await Promise.all([
    tx.invites.pendingByAddress(group, username, now),
    tx.members.rolesByAddress(group, username),
  ]);
  if (pending !== undefined) throw fault("DUPLICATE_INVITATION", { username, groupId: group.id });
  if (held?.length) throw fault("USER_ALREADY_IN_GROUP", { username, groupId: group.id });
  await checkRoomInGroup(changing, group);
  const invite = draftInvite({ ...wanted, id: wanted.id ?? newId(), group, now });
  await tx.invites.expireOverdue(group.id, username, now);
  await tx.invites.add(invite);
  const kept = offered(wanted.roles);
  await record("INVITED_TO_GROUP", { groupId: group.id, targetUsername: username, kept });
  if (held === undefined) await record("INVITED_TO_ORG", { orgId: group.orgId, targetUsername: username });
  await mail({ inviteId: invite.id });
  return invite;
}

export async function changeGroupInvite(
  { tx, now, held, isRecent, record }: Changing,
  invite: GroupInvite,
  roles: readonly GroupRole[],
): Promise<GroupInvite> {
  checkRoles({ held, isRecent }, { scopeId: invite.groupId, before: invite.roles, after: roles });
  tx.invites.replaceRoles(invite, roles, now);
  if (String(roles) !== String(invite.roles)) {
    const { groupId, username: targetUsername } = invite;
    const kept = { roles: { before: invite.roles, after: roles }, access: [] };
    await record("USER_ROLES_CHANGED_AUDIT", { groupId, targetUsername, kept });
  }
  return { ...invite, roles };
}

/** Revokes all pending invitations of an inviter in an organization, or removes one project from them. */
export async function revokeInvitesBy(changing: Changing, at: GrantScope, inviter: string): Promise<void> {
  const { toOrg, toGroups } = await pendingBy(changing, at, inviter);
  for (const invite of [...toOrg, ...toGroups]) await revokeInvite(changing, at, invite);
}

/** Revokes a pending invitation, or removes one project from an invitation to the organization. */
export async function revokeInvite(changing: Changing, at: GrantScope, invite: OrgInvite | GroupInvite) {
  if (!("groupRoles" in invite)) return revokeGroupInvite(changing, invite);
  const member = invitedMember(invite);
  if (at.groupId === null) await endMembership(changing, member, { id: at.orgId, name: invite.orgName });
  else await changeMember(changing, member, withGroupRoles(member, at.groupId, []));
}

export const admissionErrors = [
  "MAX_USERS_PER_GROUP_EXCEEDED",
  "MAX_USERS_PER_ORG_EXCEEDED",
  "USER_ALREADY_IN_GROUP",
] as const;

/**
 * Grants roles as the newer API does: to a member at once, to a pending user with its invitation, and to others by a new
 * invitation to the organization.
 */
export async function admitToGroup(
  changing: Changing<(typeof admissionErrors)[number]>,
  group: EnteredGroup,
  { username, inviter, roles }: WantedInGroup,
): Promise<Member> {
  const { tx, now, fault } = changing;
  const org = await orgOf(tx, group);
  const members = await tx.members.current(org, now);
  const known = members.find(ofAddress(username));
  if (known !== undefined && rolesInGroup(known, group.id).length > 0) {
    throw fault("USER_ALREADY_IN_GROUP", { username, groupId: group.id });
  }
  await checkRoomInGroup(changing, group);
  if (known !== undefined) return changeMember(changing, known, withGroupRoles(known, group.id, roles));
  const groupRoles = roles.map((role) => ({ groupId: group.id, role }));
  const wanted = { username, inviter, roles: ["ORG_MEMBER"] as const, groupRoles, teamIds: [] };
  return invitedMember(await inviteStranger(changing, { org, members }, wanted));
}
