// The shared parts of the six operations on invitations to an organization: paths, the life of versions, what one grants,
// and how it looks.
import type { Visiting } from "../../core/changes/changing.ts";
import { chooseRoleGrants, chooseTeams, type OrgInvite } from "../../core/domain/invite.ts";
import type { Org } from "../../core/domain/org.ts";
import { chooseOrgRoles, toTimestamp } from "../../core/operations/declare.ts";
import { checkGrants } from "../invites/inviting.ts";

interface SentGrants {
  readonly roles?: readonly string[];
  readonly groupRoleAssignments?: readonly {
    readonly groupId?: string;
    readonly roles?: readonly string[];
  }[];
  readonly teamIds?: readonly string[];
}

export const grantErrors = [
  "BAD_REQUEST",
  "GROUP_NOT_FOUND",
  "INVALID_ROLE_FOR_GROUP",
  "INVALID_ROLE_FOR_ORG",
  "MISSING_ATTRIBUTE",
  "TEAM_NOT_FOUND",
] as const;

/**
 * Reads what an invitation grants: roles, project roles and teams; teams and projects of another organization count as missing.
 */
export async function chooseAll(looking: Visiting<(typeof grantErrors)[number]>, org: Org, body: SentGrants) {
  const { fault } = looking;
  const roles = chooseOrgRoles(body.roles, org.id, fault);
  const groupRoles = body.groupRoleAssignments && chooseRoleGrants(body.groupRoleAssignments, fault);
  const teamIds = body.teamIds && chooseTeams(body.teamIds, fault);
  await checkGrants(looking, org.id, { groupRoles, teamIds });
  return { roles, ...(groupRoles && { groupRoles }), ...(teamIds && { teamIds }) };
}

/** Shows an invitation, with members in alphabetical order and without links, as recorded. */
export const showInvite = (invite: OrgInvite) => ({
  createdAt: toTimestamp(invite.createdAt),
  expiresAt: toTimestamp(invite.expiresAt),
  groupRoleAssignments: invite.groupRoles.map(({ groupId, role }) => ({ groupId, groupRole: role })),
  id: invite.id,
  inviterUsername: invite.inviterUsername,
  orgId: invite.orgId,
  orgName: invite.orgName,
  roles: [...invite.roles],
  teamIds: [...invite.teamIds],
  username: invite.username,
});
