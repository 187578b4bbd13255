// Invitations to projects and to organizations: their drafts, their ends, and what they may contain.

import { type FaultMaker, missing, wrongField } from "../contract/errors.ts";
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import { day, type Instant } from "./instant.ts";
import { chooseGroupRoles } from "./role-list.ts";

/** The time from invitation to expiry: thirty days in every recorded pair; a change does not restart it. */
export const inviteLifetime = 30 * day;

/** The ways in which an invitation can end. A pending one after its expiry counts as EXPIRED even before that is stored. */
export type InviteStatus = "PENDING" | "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED";

export const statusAt = (
  { status, expiresAt }: { readonly status: InviteStatus; readonly expiresAt: Instant },
  now: Instant,
): InviteStatus => (status === "PENDING" && expiresAt <= now ? "EXPIRED" : status);

interface Invitation {
  readonly id: string;
  readonly username: string;
  readonly inviterUsername: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface GroupInvite extends Invitation {
  readonly orgId: string;
  readonly groupId: string;
  readonly groupName: string;
  /** The roles in the order of the role table; never empty. */
  readonly roles: readonly GroupRole[];
}

interface Draft extends Omit<Invitation, "inviterUsername" | "createdAt" | "expiresAt"> {
  readonly inviter: string;
  readonly now: Instant;
}

const draft = <D extends Draft>({ inviter, now, ...given }: D) => ({
  ...given,
  inviterUsername: inviter,
  createdAt: now,
  expiresAt: now + inviteLifetime,
});

export interface GroupInviteDraft extends Draft, Pick<GroupInvite, "roles"> {
  readonly group: { readonly id: string; readonly orgId: string; readonly name: string };
}

export const draftInvite = ({ group, ...given }: GroupInviteDraft): GroupInvite => ({
  ...draft(given),
  orgId: group.orgId,
  groupId: group.id,
  groupName: group.name,
});

export interface GroupRoleGrant {
  readonly groupId: string;
  readonly role: GroupRole;
}

/** An invitation of an address to an organization; the newer API shows it as a pending user. */
export interface OrgInvite extends Invitation {
  /** The id of the pending user: that of the account, if the address has one already. */
  readonly userId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly status: InviteStatus;
  /** The roles in the order of the role table. */
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGrant[];
  readonly teamIds: readonly string[];
}

export interface OrgInviteDraft
  extends Draft,
    Pick<OrgInvite, "userId" | "roles" | "groupRoles" | "teamIds"> {
  readonly org: { readonly id: string; readonly name: string };
}

export const draftOrgInvite = ({ org, ...given }: OrgInviteDraft): OrgInvite => ({
  ...draft(given),
  orgId: org.id,
  orgName: org.name,
  status: "PENDING",
});

/**
 * The most project roles in a request: an organization has at most 250 projects and 250 teams, so a longer list is a mistake.
 */
const mostRoleGrants = 250;

/** Sorts by project, and within a project in the order of the role table. */
export function sortRoleGrants(roleGrants: readonly GroupRoleGrant[]): GroupRoleGrant[] {
  const groupIds = [...new Set(roleGrants.map(({ groupId }) => groupId))].sort();
  return groupIds.flatMap((groupId) => {
    const roles = roleGrants.filter((roleGrant) => roleGrant.groupId === groupId).map(({ role }) => role);
    return inOrder(new Set(roles)).map((role) => ({ groupId, role }));
  });
}

interface RoleAssignment {
  readonly groupId?: string;
  readonly roles?: readonly string[];
}

/** Reads the project roles of a request; several assignments of one project are merged. */
export function chooseRoleGrants(
  assignments: readonly RoleAssignment[],
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_GROUP" | "MISSING_ATTRIBUTE">,
): GroupRoleGrant[] {
  refuseLong("groupRoleAssignments", assignments, fault);
  const roleGrants = assignments.flatMap(({ groupId, roles }, index) => {
    if (groupId === undefined) {
      const attribute = `groupRoleAssignments.${index}.groupId`;
      throw missing(attribute, fault, "Name the project the roles are for.");
    }
    return chooseGroupRoles(roles, groupId, fault).map((role) => ({ groupId, role }));
  });
  return sortRoleGrants(roleGrants);
}

export function chooseTeams(teamIds: readonly string[], fault: FaultMaker<"BAD_REQUEST">): string[] {
  refuseLong("teamIds", teamIds, fault);
  return [...new Set(teamIds)].sort();
}

function refuseLong(field: string, list: readonly unknown[], fault: FaultMaker<"BAD_REQUEST">): void {
  if (list.length <= mostRoleGrants) return;
  const description = `${list.length} were specified. At most ${mostRoleGrants} are accepted.`;
  throw fault("BAD_REQUEST", {}, wrongField(field, description));
}
