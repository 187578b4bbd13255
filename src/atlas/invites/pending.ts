// Finds, revokes and records pending invitations of a person, and to an address.

import type { Reading, Recording } from "../../core/changes/changing.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import type { GroupInvite } from "../../core/domain/invite.ts";
import { rolesInGroup } from "../../core/domain/membership.ts";
import type { GrantScope } from "../../core/store/grants.ts";

/** Returns the pending invitations of an inviter in an organization, or those to one of its projects. */
export async function pendingBy({ tx, now }: Reading, { orgId, groupId }: GrantScope, inviter: string) {
  const [toOrg, toGroups] = await Promise.all([
    orgOf(tx, { orgId }).then((org) => tx.orgInvites.pending(org, now)),
    tx.invites.pendingBy(orgId, inviter, now),
  ]);
  return {
    toOrg: toOrg.filter(
      (each) =>
        each.inviterUsername === inviter && (groupId === null || rolesInGroup(each, groupId).length > 0),
    ),
    toGroups: toGroups.filter((each) => groupId === null || each.groupId === groupId),
  };
}

/** Records an event for the owners when the removed inviter has pending invitations. */
export async function recordPendingBy(
  changing: Reading & Recording,
  orgId: string,
  inviter: string,
): Promise<void> {
  const { toOrg, toGroups } = await pendingBy(changing, { orgId, groupId: null }, inviter);
  if (toOrg.length + toGroups.length === 0) return;
  await changing.record("INVITATIONS_OF_REMOVED_INVITER", { orgId, targetUsername: inviter });
}

type RevocationContext = Reading & Recording;
type RevokedInvite = Pick<GroupInvite, "id" | "groupId" | "username">;

const recordRevoked = ({ record }: RevocationContext, { groupId, username: targetUsername }: RevokedInvite) =>
  record("GROUP_INVITATION_DELETED", { groupId, targetUsername });

/** Revokes an invitation to a project unless it has ended. */
export async function revokeGroupInvite(changing: RevocationContext, invite: RevokedInvite): Promise<void> {
  if (await changing.tx.invites.end(invite.id, "REVOKED", changing.now)) {
    await recordRevoked(changing, invite);
  }
}

/** Revokes an invitation that this unit has seen pending, so the update need not be awaited. */
export async function revokePendingGroupInvite(changing: RevocationContext, invite: RevokedInvite) {
  changing.tx.invites.revoke(invite.id, changing.now);
  await recordRevoked(changing, invite);
}

/** Revokes the invitations of an address to one project, or to all of an organization, so that a removed person cannot come back. */
export async function revokeInvitesTo(
  changing: RevocationContext,
  { orgId, groupId }: GrantScope,
  username: string,
): Promise<void> {
  for (const invite of await changing.tx.invites.pendingTo(orgId, username, changing.now)) {
    if (groupId === null || invite.groupId === groupId) await revokeGroupInvite(changing, invite);
  }
}
