// How an invitation to an organization looks.
import type { OrgInvite } from "../../domain/invite.ts";
import { toTimestamp } from "../declare.ts";

/** Members in alphabetical order, as recorded; there are no links in it. */
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
