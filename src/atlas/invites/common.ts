// The shared parts of the six operations on invitations to a project: their paths, the life of their versions, and how one
// looks.

import type { GroupInvite } from "../../core/domain/invite.ts";
import { frozen, memoised } from "../../core/domain/memoised.ts";
import { toTimestamp } from "../../core/operations/declare.ts";

/** Shows an invitation, with members in alphabetical order and without links, as recorded. */
export const showInvite = memoised((invite: GroupInvite) =>
  frozen({
    createdAt: toTimestamp(invite.createdAt),
    expiresAt: toTimestamp(invite.expiresAt),
    groupId: invite.groupId,
    groupName: invite.groupName,
    id: invite.id,
    inviterUsername: invite.inviterUsername,
    roles: [...invite.roles],
    username: invite.username,
  }),
);

export const showInvites = memoised((invites: readonly GroupInvite[]) => frozen(invites.map(showInvite)));
