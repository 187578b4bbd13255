// Membership: who belongs to an organization, active or invited, and what must stay true when that changes.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import { type MembershipStatus, membershipStatuses } from "../contract/membership.ts";
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import { foldAddress } from "./address.ts";
import type { GroupRoleGrant, InviteStatus, OrgInvite } from "./invite.ts";
import type { Org } from "./org.ts";
import type { GroupTeam } from "./team.ts";
import type { User } from "./user.ts";

/** The roles and teams that a member has in an organization, or will have once the invitation is accepted. */
export interface Holdings {
  /** The roles in the order of the role table; never empty for a member. */
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGrant[];
  readonly teamIds: readonly string[];
}

interface Belonging extends Holdings {
  readonly id: string;
  readonly orgId: string;
  readonly username: string;
}

export interface ActiveMember extends Belonging {
  readonly status: "ACTIVE";
  readonly user: User;
}

export interface InvitedMember extends Belonging {
  readonly status: Exclude<MembershipStatus, "ACTIVE">;
  readonly invite: OrgInvite;
}

export type Member = ActiveMember | InvitedMember;

/** Sorts active members first, and each part by address. */
export function inListOrder(members: readonly Member[]): Member[] {
  const keyed = members.map((member) => ({
    member,
    isInvited: Number(member.status !== "ACTIVE"),
    key: foldAddress(member.username),
  }));
  keyed.sort((a, b) => a.isInvited - b.isInvited || (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ member }) => member);
}

const statusOf: Readonly<Record<InviteStatus, InvitedMember["status"]>> = {
  PENDING: "PENDING",
  EXPIRED: "INVITATION_EXPIRED",
  DECLINED: "INVITATION_REJECTED",
  // These two are never shown; they only complete the table.
  ACCEPTED: "INVITATION_EXPIRED",
  REVOKED: "INVITATION_EXPIRED",
};

export const invitedMember = (invite: OrgInvite): InvitedMember => ({
  id: invite.userId,
  orgId: invite.orgId,
  username: invite.username,
  status: statusOf[invite.status],
  roles: invite.roles,
  groupRoles: invite.groupRoles,
  teamIds: invite.teamIds,
  invite,
});

/**
 * Returns each person once: as an active member, or else with the newest invitation. Active members come first, in the given
 * order.
 */
export function gatherMembers(active: readonly ActiveMember[], invites: readonly OrgInvite[]): Member[] {
  const joined = new Set(active.map(({ username }) => foldAddress(username)));
  const newest = new Map(invites.map((invite) => [foldAddress(invite.username), invite]));
  const invited = invites.filter(
    (invite) =>
      newest.get(foldAddress(invite.username)) === invite && !joined.has(foldAddress(invite.username)),
  );
  return [...active, ...invited.map(invitedMember)];
}

/** Reports whether a member can be changed: an invitation that expired or was declined can only be replaced. */
export const isCurrent = ({ status }: Member): boolean => status === "ACTIVE" || status === "PENDING";

interface StatusFilter {
  readonly orgMembershipStatus?: string | undefined;
  readonly orgMembershipStatuses?: readonly string[] | undefined;
}

/** Returns the statuses that a request asks for, by either parameter: active and pending ones if it has neither. */
export function chooseStatuses(
  { orgMembershipStatus: one, orgMembershipStatuses: many }: StatusFilter,
  fault: FaultMaker<"INVALID_QUERY_PARAMETER" | "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS">,
): readonly string[] {
  if (one === undefined || one === "") return many ?? ["ACTIVE", "PENDING"];
  if (many !== undefined) {
    const parameters = "orgMembershipStatus, orgMembershipStatuses";
    throw fault("MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", { parameters });
  }
  if ((membershipStatuses as readonly string[]).includes(one)) return [one];
  const description = `'${one}' is none of ${membershipStatuses.join(", ")}.`;
  const parameter = "orgMembershipStatus";
  throw fault("INVALID_QUERY_PARAMETER", { parameter }, wrongField(parameter, description));
}

export const rolesInGroup = ({ groupRoles }: Holdings, groupId: string): GroupRole[] =>
  inOrder(groupRoles.filter((roleGrant) => roleGrant.groupId === groupId).map(({ role }) => role));

export const groupsOf = (roleGrants: readonly GroupRoleGrant[]): string[] =>
  [...new Set(roleGrants.map(({ groupId }) => groupId))].sort();

function impliedInGroup({ roles }: Holdings): GroupRole[] {
  if (roles.includes("ORG_OWNER")) return ["GROUP_OWNER"];
  return roles.includes("ORG_READ_ONLY") ? ["GROUP_READ_ONLY"] : [];
}

/** Returns the holdings with other roles in one project, or without the project if there are none. */
export function withGroupRoles<S extends Holdings>(
  holdings: S,
  groupId: string,
  roles: readonly GroupRole[],
): S {
  const others = holdings.groupRoles.filter((roleGrant) => roleGrant.groupId !== groupId);
  return { ...holdings, groupRoles: [...others, ...roles.map((role) => ({ groupId, role }))] };
}

export const including = <R extends OrgRole | GroupRole>(roles: readonly R[], others: readonly R[]): R[] =>
  inOrder(new Set([...roles, ...others]));
export const excluding = <R extends OrgRole | GroupRole>(roles: readonly R[], others: readonly R[]): R[] =>
  roles.filter((each) => !others.includes(each));

export const isLastOwner = (member: Member, members: readonly Member[]): boolean =>
  owns(member) && !members.some((other) => other.id !== member.id && owns(other));

const owns = ({ status, roles }: Member): boolean => status === "ACTIVE" && roles.includes("ORG_OWNER");

export function checkOrgRoles(
  roles: readonly OrgRole[],
  member: Member,
  members: readonly Member[],
  fault: FaultMaker<"CANNOT_DEMOTE_LAST_ORG_OWNER">,
): OrgRole[] {
  if (!roles.includes("ORG_OWNER") && isLastOwner(member, members)) {
    throw fault("CANNOT_DEMOTE_LAST_ORG_OWNER", { orgId: member.orgId });
  }
  return inOrder(new Set(roles));
}

/** Refuses `more` new members beyond the limit; an organization over its limit stays as it is. */
export function checkRoomInOrg(
  { id: orgId, mostUsers }: Pick<Org, "id" | "mostUsers">,
  members: readonly Member[],
  fault: FaultMaker<"MAX_USERS_PER_ORG_EXCEEDED">,
  more = 1,
): void {
  if (more === 0 || members.filter(isCurrent).length + more <= mostUsers) return;
  throw fault("MAX_USERS_PER_ORG_EXCEEDED", { limit: mostUsers, orgId });
}

interface RoleSources {
  readonly teams: readonly GroupTeam[];
  readonly throughOrg: boolean;
}

export function rolesSeen(member: Member, groupId: string, { teams, throughOrg }: RoleSources): GroupRole[] {
  const ofTeams = teams.flatMap(({ teamId, roles }) => (member.teamIds.includes(teamId) ? roles : []));
  const implied = throughOrg ? impliedInGroup(member) : [];
  return inOrder(new Set([...rolesInGroup(member, groupId), ...ofTeams, ...implied]));
}
