// How people look: as members of an organization or of a project, and as the older API shows accounts.
import { type ActiveMember, type Member, rolesInGroup } from "../../domain/membership.ts";
import type { User } from "../../domain/user.ts";
import { type Showing, timestampOf, toTimestamp } from "../declare.ts";

/** A member, with the roles of the project it is looked at from. */
export interface GroupMember {
  readonly member: Member;
  readonly roles: readonly string[];
}

/** A member as a project sees it: with its own roles there. */
export const inGroup = (member: Member, groupId: string): GroupMember => ({
  member,
  roles: rolesInGroup(member, groupId),
});

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

/** As a member of the organization: roles there and in its projects, and teams. */
export function showOrgUser(member: Member) {
  const groupIds = [...new Set(member.groupRoles.map(({ groupId }) => groupId))].sort();
  const rest = {
    roles: {
      groupRoleAssignments: groupIds.map((groupId) => ({
        groupId,
        groupRoles: rolesInGroup(member, groupId) as string[],
      })),
      orgRoles: [...member.roles],
    },
    teamIds: [...member.teamIds],
    username: member.username,
  };
  return member.status === "ACTIVE"
    ? { ...showActive(member), ...rest }
    : { ...showInvited(member), ...rest };
}

/** As a member of one project: roles there only. */
export function showGroupUser({ member, roles }: GroupMember) {
  const rest = {
    roles: [...roles],
    username: member.username,
  };
  return member.status === "ACTIVE"
    ? { ...showActive(member), ...rest }
    : { ...showInvited(member), ...rest };
}

const self = (user: User, { origin }: Showing) => `${origin}/api/atlas/v2/users/${user.id}`;

const showAppUser = (member: ActiveMember, links: { href: string; rel: string }[]) => {
  const { user } = member;
  return {
    ...(user.country !== null && { country: user.country }),
    createdAt: toTimestamp(user.createdAt),
    emailAddress: user.username,
    firstName: user.firstName,
    id: user.id,
    ...(user.lastAuthAt !== null && { lastAuth: toTimestamp(user.lastAuthAt) }),
    lastName: user.lastName,
    links,
    roles: [
      ...member.roles.map((roleName) => ({ orgId: member.orgId, roleName })),
      ...member.groupRoles.map(({ groupId, role }) => ({ groupId, roleName: role })),
    ],
    teamIds: [...member.teamIds],
    username: user.username,
  };
};

/** As an account, as the older API shows it alone; of its roles, those in one organization. */
export const showAccount = (member: ActiveMember, showing: Showing) => {
  const href = self(member.user, showing);
  const others = ["whitelist", "accessList"].map((name) => ({
    href: `${href}/${name}`,
    rel: `https://cloud.mongodb.com/${name}`,
  }));
  return showAppUser(member, [{ href, rel: "self" }, ...others]);
};

/** The same in a list, where an account links to itself only. */
export const showAccountInList = (member: ActiveMember, showing: Showing) =>
  showAppUser(member, [{ href: self(member.user, showing), rel: "self" }]);

export const selfLinks = ({ origin, path }: Showing) => [{ href: `${origin}${path}`, rel: "self" }];
