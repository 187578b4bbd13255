// How an invitation to a project looks.
import { toTimestamp } from "../../domain/instant.ts";
import type { GroupInvite } from "../../domain/invite.ts";
import { keptWith, lasting } from "../../domain/kept.ts";

/** Members in alphabetical order, as recorded; there are no links in it. */
export const showInvite = keptWith((invite: GroupInvite) =>
  lasting({
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

export const showInvites = keptWith((invites: readonly GroupInvite[]) => lasting(invites.map(showInvite)));
