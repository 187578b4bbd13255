// Pending invitations of somebody who is removed: those they made, which others can still accept, and those made to them.
import type { GroupInvite, OrgInvite } from "../domain/invite.ts";
import { rolesInGroup } from "../domain/membership.ts";
import type { GrantScope } from "../store/grants.ts";
import type { Changing, Looking } from "./changing.ts";
import { orgOf } from "./scopes.ts";

/** To an organization, and to projects alone. */
interface PendingInvites {
  readonly toOrg: readonly OrgInvite[];
  readonly toGroups: readonly GroupInvite[];
}

/** What an inviter, by the name that invitations know it by, made and is pending: all in an organization, or what leads to one project. */
export async function pendingBy(
  { tx, now }: Pick<Looking, "tx" | "now">,
  { orgId, groupId }: GrantScope,
  inviter: string,
): Promise<PendingInvites> {
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

/** Tells the owners of an organization, by an event, when who is removed has made invitations that are pending. */
export async function recordPendingBy(
  changing: Pick<Changing, "tx" | "now" | "record">,
  orgId: string,
  inviter: string,
): Promise<void> {
  const { toOrg, toGroups } = await pendingBy(changing, { orgId, groupId: null }, inviter);
  if (toOrg.length + toGroups.length === 0) return;
  await changing.record("INVITATIONS_OF_REMOVED_INVITER", { orgId, targetUsername: inviter });
}

type Revoking = Pick<Changing, "tx" | "now" | "record">;
type Revoked = Pick<GroupInvite, "id" | "groupId" | "username">;

const recordRevoked = ({ record }: Revoking, { groupId, username: targetUsername }: Revoked) =>
  record("GROUP_INVITATION_DELETED", { groupId, targetUsername });

/** Revokes a project's invitation unless it has ended. */
export async function revokeGroupInvite(changing: Revoking, invite: Revoked): Promise<void> {
  if (await changing.tx.invites.end(invite.id, "REVOKED", changing.now))
    await recordRevoked(changing, invite);
}

/** The same for one that was just seen pending, which nobody has to wait for. */
export async function revokePendingGroupInvite(changing: Revoking, invite: Revoked): Promise<void> {
  changing.tx.invites.revoke(invite.id, changing.now);
  await recordRevoked(changing, invite);
}

/** Revokes what invites an address to one project, or to any of an organization: who is removed does not come back by it. */
export async function revokeInvitesTo(
  changing: Revoking,
  { orgId, groupId }: GrantScope,
  username: string,
): Promise<void> {
  for (const invite of await changing.tx.invites.pendingTo(orgId, username, changing.now)) {
    if (groupId === null || invite.groupId === groupId) await revokeGroupInvite(changing, invite);
  }
}
