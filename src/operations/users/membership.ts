// How a member of an organization is found, and how a change of it is written.
import type { FaultMaker } from "../../contract/errors.ts";
import { isSameAddress } from "../../domain/address.ts";
import type { EventSubject, EventType } from "../../domain/event.ts";
import type { EnteredGroup } from "../../domain/group.ts";
import type { Instant } from "../../domain/instant.ts";
import type { GroupRoleGift, OrgInvite } from "../../domain/invite.ts";
import { type Member, rolesInGroup, type Standing } from "../../domain/membership.ts";
import type { Org } from "../../domain/org.ts";
import { sortGifts } from "../../domain/org-invite.ts";
import type { Reads, Writes } from "../../store/store.ts";

/** The organization of a project. */
export async function homeOf(tx: Reads, { orgId }: Pick<EnteredGroup, "orgId">): Promise<Org> {
  const org = await tx.orgs.find(orgId);
  if (org === undefined) throw new Error(`project of an organization that is not there: ${orgId}`);
  return org;
}

/** Everybody of the project's organization. */
export const membersAround = async (tx: Reads, group: EnteredGroup, now: Instant): Promise<Member[]> =>
  tx.members.all(await homeOf(tx, group), now);

type NotFound = FaultMaker<"USER_NOT_FOUND" | "USER_NOT_IN_ORG">;

/** The statuses that changes reach: an invitation that ran out or was declined can only be replaced. */
const current: readonly string[] = ["ACTIVE", "PENDING"];

/** The member of an id; one of another status than is asked for counts as not being in the organization. */
export function findMember(
  members: readonly Member[],
  userId: string,
  fault: NotFound,
  statuses: readonly string[] = current,
): Member {
  const member = members.find(({ id }) => id === userId);
  if (member === undefined) throw fault("USER_NOT_FOUND", { userId });
  if (statuses.includes(member.status)) return member;
  throw fault("USER_NOT_IN_ORG", { username: member.username, orgId: member.orgId });
}

/** The same, for one who holds roles of its own in a project. */
export function findGroupMember(
  members: readonly Member[],
  userId: string,
  groupId: string,
  fault: FaultMaker<"USER_NOT_FOUND" | "USER_NOT_IN_GROUP" | "USER_NOT_IN_ORG">,
  statuses: readonly string[] = current,
): Member {
  const member = findMember(members, userId, fault, statuses);
  if (rolesInGroup(member, groupId).length > 0) return member;
  throw fault("USER_NOT_IN_GROUP", { username: member.username, groupId });
}

/** Refuses projects and teams that the organization does not have. */
export async function checkGifts(
  tx: Reads,
  orgId: string,
  { groupRoles, teamIds }: Partial<Pick<Standing, "groupRoles" | "teamIds">>,
  fault: FaultMaker<"GROUP_NOT_FOUND" | "TEAM_NOT_FOUND">,
): Promise<void> {
  for (const groupId of new Set((groupRoles ?? []).map((gift) => gift.groupId))) {
    if ((await tx.groups.find(groupId))?.orgId !== orgId) throw fault("GROUP_NOT_FOUND", { groupId });
  }
  for (const teamId of teamIds ?? []) {
    if ((await tx.teams.find(orgId, teamId)) === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  }
}

export interface Acting {
  readonly tx: Writes;
  readonly now: Instant;
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
}

/** What becomes known when a member gains or loses a project or a team: an invited one has not joined yet. */
const told = {
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

/** Gives a member, active or invited, another standing, writes an event for each scope that changed, and answers it. */
export async function changeStanding(acting: Acting, member: Member, wanted: Standing): Promise<Member> {
  const standing: Standing = {
    roles: wanted.roles,
    groupRoles: sortGifts(wanted.groupRoles),
    teamIds: [...wanted.teamIds].sort(),
  };
  const { tx, now } = acting;
  if (member.status === "ACTIVE") await writeGrants(acting, member, standing);
  else if (!(await tx.orgInvites.replace(member.invite.id, standing, now))) {
    throw new Error(`an invitation that was read as pending is not: ${member.invite.id}`);
  }
  await tellChanges(acting, member, standing);
  return { ...member, ...standing };
}

const lacking = <T>(some: readonly T[], others: readonly T[]): T[] =>
  some.filter((each) => !others.includes(each));

const isSame = (a: GroupRoleGift) => (b: GroupRoleGift) => a.groupId === b.groupId && a.role === b.role;

async function writeGrants({ tx, now }: Acting, member: Member, next: Standing): Promise<void> {
  const { id, orgId } = member;
  const inOrg = { orgId, groupId: null };
  for (const role of lacking(next.roles, member.roles)) await tx.grants.give(id, inOrg, role, now);
  for (const role of lacking(member.roles, next.roles)) await tx.grants.take(id, inOrg, role);
  for (const gift of next.groupRoles) {
    if (member.groupRoles.some(isSame(gift))) continue;
    await tx.grants.give(id, { orgId, groupId: gift.groupId }, gift.role, now);
  }
  for (const gift of member.groupRoles) {
    if (next.groupRoles.some(isSame(gift))) continue;
    await tx.grants.take(id, { orgId, groupId: gift.groupId }, gift.role);
  }
  for (const teamId of lacking(next.teamIds, member.teamIds)) await tx.teams.join(teamId, id);
  for (const teamId of lacking(member.teamIds, next.teamIds)) await tx.teams.leave(teamId, id);
}

async function tellChanges({ record }: Acting, member: Member, next: Standing): Promise<void> {
  const { orgId, username: targetUsername } = member;
  const types = told[member.status === "ACTIVE" ? "active" : "invited"];
  if (String(member.roles) !== String(next.roles)) {
    await record("USER_ROLES_CHANGED_AUDIT", { orgId, targetUsername });
  }
  for (const groupId of groupsOf([...member.groupRoles, ...next.groupRoles])) {
    const before = rolesInGroup(member, groupId);
    const after = rolesInGroup(next, groupId);
    if (String(before) === String(after)) continue;
    const changed = after.length === 0 ? types.groupLost : "USER_ROLES_CHANGED_AUDIT";
    await record(before.length === 0 ? types.groupGained : changed, { groupId, targetUsername });
  }
  for (const _ of lacking(next.teamIds, member.teamIds)) {
    await record(types.teamGained, { orgId, targetUsername });
  }
  for (const _ of lacking(member.teamIds, next.teamIds)) {
    await record(types.teamLost, { orgId, targetUsername });
  }
}

const groupsOf = (gifts: readonly GroupRoleGift[]): string[] =>
  [...new Set(gifts.map(({ groupId }) => groupId))].sort();

/** Ends the invitations of an address to an organization that are pending, ran out or were declined. */
async function closeInvites(
  { tx, now }: Acting,
  org: Pick<Org, "id" | "name">,
  username: string,
): Promise<void> {
  for (const each of await tx.orgInvites.all(org, now)) {
    if (isSameAddress(each.username, username)) await tx.orgInvites.close(each.id, "REVOKED", now);
  }
}

/** Adds an invitation to the organization in the place of those that ran out or were declined, tells of it, and sends it. */
export async function invite(acting: Acting & { newId: () => string }, drafted: OrgInvite): Promise<void> {
  const { tx, now, newId, record } = acting;
  const { orgId, orgName, username: targetUsername } = drafted;
  await closeInvites(acting, { id: orgId, name: orgName }, targetUsername);
  await tx.orgInvites.add(drafted);
  await record("INVITED_TO_ORG", { orgId, targetUsername });
  for (const groupId of groupsOf(drafted.groupRoles)) {
    await record("INVITED_TO_GROUP", { groupId, targetUsername });
  }
  await tx.outbox.add({ id: newId(), about: { inviteId: drafted.id }, now });
}

/** Takes everything a member holds in the organization, projects and teams with it, or cancels the invitation. */
export async function removeMember(acting: Acting, member: Member, org: Org): Promise<void> {
  const { tx, record } = acting;
  const targetUsername = member.username;
  await closeInvites(acting, org, targetUsername);
  if (member.status !== "ACTIVE") {
    await record("ORG_INVITATION_DELETED", { orgId: org.id, targetUsername });
    return;
  }
  await tx.members.leaveOrg(member.id, org.id);
  for (const groupId of groupsOf(member.groupRoles)) {
    await record("REMOVED_FROM_GROUP", { groupId, targetUsername });
  }
  for (const _ of member.teamIds) await record("REMOVED_FROM_TEAM", { orgId: org.id, targetUsername });
  await record("REMOVED_FROM_ORG", { orgId: org.id, targetUsername });
}
