// The shared parts of operations on people: their paths, what a caller may know of an account, and how people look in each
// API.
import type { GroupRole } from "../../core/contract/roles.ts";
import { chooseRoleGrants, type GroupRoleGrant } from "../../core/domain/invite.ts";
import { type ActiveMember, groupsOf, type Member, rolesInGroup } from "../../core/domain/membership.ts";
import {
  type Caller,
  type Instant,
  linksOf,
  type Paged,
  type Reads,
  type Showing,
  showPage,
  timestampOf,
  toTimestamp,
} from "../../core/operations/declare.ts";

/** Reports whether the requested version only has active users. */
export const seesActiveOnly = (query: object): boolean =>
  (query as { orgMembershipStatuses?: unknown }).orgMembershipStatuses !== undefined;

/** Returns the project roles of a request, in the newer API's names. */
export const chooseAssignments = (
  assignments: readonly { readonly groupId?: string; readonly groupRoles?: readonly string[] }[],
  fault: Parameters<typeof chooseRoleGrants>[1],
): GroupRoleGrant[] =>
  chooseRoleGrants(
    assignments.map(({ groupId, groupRoles }) => ({
      ...(groupId !== undefined && { groupId }),
      ...(groupRoles !== undefined && { roles: groupRoles }),
    })),
    fault,
  );

/**
 * Finds the account of an active member of one of the caller's organizations. Invited people are left out: anybody may be
 * invited, so they would tell who has an account.
 */
export async function findAccount(
  { tx, caller, now }: { tx: Reads; caller: Caller; now: Instant },
  isWanted: (member: Member) => boolean,
): Promise<ActiveMember | undefined> {
  for (const org of await tx.orgs.around(caller)) {
    for (const member of await tx.members.current(org, now)) {
      if (member.status === "ACTIVE" && isWanted(member)) return member;
    }
  }
  return undefined;
}

export interface GroupMember {
  readonly member: Member;
  readonly roles: readonly GroupRole[];
}

export const inGroup = (member: Member, groupId: string): GroupMember => ({
  member,
  roles: rolesInGroup(member, groupId),
});

const showPerson = (member: Member) =>
  member.status === "ACTIVE" ? showActive(member) : showInvited(member);

const showActive = ({ user, status }: ActiveMember) => ({
  country: user.country,
  createdAt: toTimestamp(user.createdAt),
  firstName: user.firstName,
  id: user.id,
  lastAuth: timestampOf(user.lastAuthAt),
  lastName: user.lastName,
  mobileNumber: user.mobileNumber,
  orgMembershipStatus: status,
});

const showInvited = (member: Exclude<Member, ActiveMember>) => ({
  id: member.id,
  invitationCreatedAt: toTimestamp(member.invite.createdAt),
  invitationExpiresAt: member.status === "INVITATION_REJECTED" ? null : toTimestamp(member.invite.expiresAt),
  inviterUsername: member.invite.inviterUsername,
  orgMembershipStatus: member.status,
});

export const showOrgUser = (member: Member) => ({
  ...showPerson(member),
  roles: {
    groupRoleAssignments: groupsOf(member.groupRoles).map((groupId) => ({
      groupId,
      groupRoles: rolesInGroup(member, groupId),
    })),
    orgRoles: [...member.roles],
  },
  teamIds: [...member.teamIds],
  username: member.username,
});

export const showGroupUser = ({ member, roles }: GroupMember) => ({
  ...showPerson(member),
  roles: [...roles],
  username: member.username,
});

const showWith =
  (...related: readonly string[]) =>
  ({ user, orgId, roles, groupRoles, teamIds }: ActiveMember, { origin }: Showing) => ({
    ...(user.country !== null && { country: user.country }),
    createdAt: toTimestamp(user.createdAt),
    emailAddress: user.username,
    firstName: user.firstName,
    id: user.id,
    ...(user.lastAuthAt !== null && { lastAuth: toTimestamp(user.lastAuthAt) }),
    lastName: user.lastName,
    links: linksOf(`${origin}/api/atlas/v2/users/${user.id}`, ...related),
    roles: [
      ...roles.map((roleName) => ({ orgId, roleName })),
      ...groupRoles.map(({ groupId, role }) => ({ groupId, roleName: role })),
    ],
    teamIds: [...teamIds],
    username: user.username,
  });

/** Shows an account as the older API does; its roles are those in one organization. */
export const showAccount = showWith("whitelist", "accessList");

/** Shows an account as in a list, in which it links to itself only. */
export const showAccountInList = showWith();

/** Shows a page of the older version, which only has active users. */
export const showOlderList = (page: Paged<Member>, showing: Showing) =>
  showPage(page as Paged<ActiveMember>, showing, (member) => showAccountInList(member, showing));

export const selfLinks = ({ origin, path }: Showing) => linksOf(`${origin}${path}`);
