// Finds, changes and removes members of an organization, active or invited, and records the events.

import { type Changing, checkHoldings, type Looking } from "../../core/changes/changing.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { EventType } from "../../core/domain/event.ts";
import { type GroupInOrg, mostUsersPerGroup } from "../../core/domain/group.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { type GroupRoleGrant, type OrgInvite, sortRoleGrants } from "../../core/domain/invite.ts";
import {
  groupsOf,
  type Holdings,
  invitedMember,
  type Member,
  rolesInGroup,
} from "../../core/domain/membership.ts";
import type { NamedOrg } from "../../core/domain/org.ts";
import type { Reads } from "../../core/store/store.ts";
import { recordPendingBy, revokeInvitesTo } from "../invites/pending.ts";
import { keepRoles, keepTeam, teamToKeep } from "./keeping.ts";

/**
 * Returns the members with the given statuses. People whose invitation ended are only read if requested, because there may be
 * any number of them.
 */
export const membersOf = (
  tx: Reads,
  org: NamedOrg,
  now: Instant,
  statuses: readonly string[] = current,
): Promise<Member[]> =>
  statuses.every((status) => current.includes(status))
    ? tx.members.current(org, now)
    : tx.members.all(org, now);

/**
 * Returns the active and pending members of an organization; if one of the ids is not among them, also people whose invitation
 * ended.
 */
export async function membersWith(
  tx: Reads,
  org: NamedOrg,
  now: Instant,
  ...userIds: readonly string[]
): Promise<Member[]> {
  const members = await tx.members.current(org, now);
  const known = new Set(members.map(({ id }) => id));
  return userIds.every((id) => known.has(id)) ? members : tx.members.all(org, now);
}

/** The statuses that can be changed: an expired or declined invitation can only be replaced. */
const current: readonly string[] = ["ACTIVE", "PENDING"];

export const memberErrors = ["USER_NOT_FOUND", "USER_NOT_IN_ORG"] as const;

/** Finds a member by id; one with a status that is not listed counts as outside of the organization. */
export function pickMember(
  members: readonly Member[],
  userId: string,
  fault: FaultMaker<(typeof memberErrors)[number]>,
  statuses: readonly string[] = current,
): Member {
  const member = members.find(({ id }) => id === userId);
  if (member === undefined) throw fault("USER_NOT_FOUND", { userId });
  if (statuses.includes(member.status)) return member;
  throw fault("USER_NOT_IN_ORG", { username: member.username, orgId: member.orgId });
}

export async function findAmong(
  { tx, now, fault }: Looking<(typeof memberErrors)[number]>,
  org: NamedOrg,
  userId: string,
  statuses?: readonly string[],
): Promise<{ readonly member: Member; readonly members: readonly Member[] }> {
  const members = await membersWith(tx, org, now, userId);
  return { member: pickMember(members, userId, fault, statuses), members };
}

export const findMember = async (...args: Parameters<typeof findAmong>): Promise<Member> =>
  (await findAmong(...args)).member;

export const groupMemberErrors = [...memberErrors, "USER_NOT_IN_GROUP"] as const;

export async function findGroupMember(
  looking: Looking<(typeof groupMemberErrors)[number]>,
  group: GroupInOrg,
  userId: string,
  statuses?: readonly string[],
): Promise<Member> {
  const member = await findMember(looking, await orgOf(looking.tx, group), userId, statuses);
  if (rolesInGroup(member, group.id).length > 0) return member;
  throw looking.fault("USER_NOT_IN_GROUP", { username: member.username, groupId: group.id });
}

/**
 * Refuses a person more than a project may have; people with roles there, active or invited, and older invitations to it count.
 */
export async function checkRoomInGroup(
  { tx, now, fault }: Looking<"MAX_USERS_PER_GROUP_EXCEEDED">,
  group: GroupInOrg,
): Promise<void> {
  const counts = [tx.members.countInGroup(group, now), tx.invites.countPending(group, now)] as const;
  const [people, invited] = await Promise.all(counts);
  if (people + invited < mostUsersPerGroup) return;
  throw fault("MAX_USERS_PER_GROUP_EXCEEDED", { limit: mostUsersPerGroup, groupId: group.id });
}

const eventTypes = {
  active: {
    groupGained: "JOINED_GROUP",
    groupLost: "REMOVED_FROM_GROUP",
    teamGained: "JOINED_TEAM",
    teamLost: "REMOVED_FROM_TEAM",
  },
  invited: {
    groupGained: "INVITED_TO_GROUP",
    groupLost: "GROUP_INVITATION_DELETED",
    teamGained: "INVITED_TO_TEAM",
    teamLost: "REMOVED_FROM_TEAM",
  },
} as const satisfies Record<string, Record<string, EventType>>;

const typesOf = ({ status }: Pick<Member, "status">) =>
  eventTypes[status === "ACTIVE" ? "active" : "invited"];

/** Replaces the roles and teams of a member, active or invited, records an event for each scope that changed, and returns the member. */
export async function changeMember(changing: Changing, member: Member, wanted: Holdings): Promise<Member> {
  const { tx, now } = changing;
  const holdings: Holdings = {
    roles: wanted.roles,
    groupRoles: sortRoleGrants(wanted.groupRoles),
    teamIds: [...wanted.teamIds].sort(),
  };
  await checkHoldings(changing, member.orgId, { before: member, after: holdings });
  if (member.status === "ACTIVE") await writeGrants(changing, member, holdings);
  else await tx.orgInvites.replace(member.invite.id, holdings, now);
  await recordChange(changing, member, holdings);
  if (member.status === "ACTIVE") return { ...member, ...holdings };
  return { ...member, ...holdings, invite: { ...member.invite, ...holdings } };
}

const lacking = <T>(some: readonly T[], others: readonly T[]): T[] =>
  some.filter((each) => !others.includes(each));

const isSame = (a: GroupRoleGrant) => (b: GroupRoleGrant) => a.groupId === b.groupId && a.role === b.role;

async function writeGrants({ tx, now }: Changing, member: Member, next: Holdings): Promise<void> {
  const { id, orgId } = member;
  const inOrg = { orgId, groupId: null };
  for (const role of lacking(next.roles, member.roles)) await tx.grants.give(id, inOrg, role, now);
  for (const role of lacking(member.roles, next.roles)) await tx.grants.take(id, inOrg, role);
  for (const roleGrant of next.groupRoles) {
    if (member.groupRoles.some(isSame(roleGrant))) continue;
    await tx.grants.give(id, { orgId, groupId: roleGrant.groupId }, roleGrant.role, now);
  }
  for (const roleGrant of member.groupRoles) {
    if (next.groupRoles.some(isSame(roleGrant))) continue;
    await tx.grants.take(id, { orgId, groupId: roleGrant.groupId }, roleGrant.role);
  }
  for (const teamId of lacking(next.teamIds, member.teamIds)) await tx.teams.join(teamId, id);
  for (const teamId of lacking(member.teamIds, next.teamIds)) await tx.teams.leave(teamId, id);
}

async function recordChange(changing: Changing, member: Member, next: Holdings): Promise<void> {
  const { record } = changing;
  const { orgId, username: targetUsername } = member;
  const types = typesOf(member);
  if (String(member.roles) !== String(next.roles)) {
    const kept = keepRoles(member, null, { before: member.roles, after: next.roles });
    await record("USER_ROLES_CHANGED_AUDIT", { orgId, targetUsername, kept });
  }
  for (const groupId of groupsOf([...member.groupRoles, ...next.groupRoles])) {
    const before = rolesInGroup(member, groupId);
    const after = rolesInGroup(next, groupId);
    if (String(before) === String(after)) continue;
    const changed = after.length === 0 ? types.groupLost : "USER_ROLES_CHANGED_AUDIT";
    const type = before.length === 0 ? types.groupGained : changed;
    await record(type, { groupId, targetUsername, kept: keepRoles(member, groupId, { before, after }) });
    if (after.length > 0 || member.status !== "ACTIVE") continue;
    await revokeInvitesTo(changing, { orgId, groupId }, targetUsername);
  }
  await recordTeams(changing, member, lacking(next.teamIds, member.teamIds), "gained");
  await recordTeams(changing, member, lacking(member.teamIds, next.teamIds), "lost");
}

/** Records the events of changed teams; Atlas's events of people do not say which team. */
async function recordTeams(
  { tx, record }: Changing,
  member: Member,
  teamIds: readonly string[],
  how: "gained" | "lost",
): Promise<void> {
  const { orgId, username: targetUsername } = member;
  const types = typesOf(member);
  const type = how === "gained" ? types.teamGained : types.teamLost;
  for (const id of teamIds) {
    const kept = keepTeam(member, await teamToKeep(tx, orgId, id), how);
    await record(type, { orgId, targetUsername, kept });
  }
}

/** Removes a member from the organization, its projects and teams, or revokes the invitation. */
export async function removeMember(changing: Changing, member: Member, org: NamedOrg) {
  await endMembership(changing, member, org);
  await revokeInvitesTo(changing, { orgId: org.id, groupId: null }, member.username);
  if (member.status === "ACTIVE") await recordPendingBy(changing, org.id, member.username);
}

/** Ends a membership, but keeps pending invitations to single projects. */
export async function endMembership(changing: Changing, member: Member, org: NamedOrg) {
  const { tx, now, record } = changing;
  const { username: targetUsername } = member;
  const types = typesOf(member);
  const isActive = member.status === "ACTIVE";
  await checkHoldings(changing, org.id, { before: member });
  await tx.orgInvites.revokeOf(org.id, targetUsername, now);
  if (isActive) await tx.members.leaveOrg(member.id, org.id);
  for (const groupId of groupsOf(member.groupRoles)) {
    const kept = keepRoles(member, groupId, { before: rolesInGroup(member, groupId), after: [] });
    await record(types.groupLost, { groupId, targetUsername, kept });
  }
  await recordTeams(changing, member, member.teamIds, "lost");
  const kept = keepRoles(member, null, { before: member.roles, after: [] });
  const type = isActive ? "REMOVED_FROM_ORG" : "ORG_INVITATION_DELETED";
  await record(type, { orgId: org.id, targetUsername, kept });
}

export async function changeOrgInvite(changing: Changing, invite: OrgInvite, wanted: Partial<Holdings>) {
  const member = invitedMember(invite);
  const { roles, groupRoles, teamIds } = await changeMember(changing, member, { ...member, ...wanted });
  return { ...invite, roles, groupRoles, teamIds };
}
