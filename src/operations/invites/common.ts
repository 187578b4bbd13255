// What the six operations on invitations to a project share: their paths, the life of their versions, and how one looks.

import type { GroupInvite } from "../../domain/invite.ts";
import { frozen, memoised } from "../../domain/memoised.ts";
import { limitSets, schemas, toTimestamp } from "../declare.ts";

export const shared = { tag: "Projects", limit: limitSets.groupInvites } as const;

export const path = "/api/atlas/v2/groups/{groupId}/invites";
export const pathById = `${path}/{invitationId}` as const;

const lifetime = { deprecated: "2023-10-04", sunset: "2027-07-01" } as const;
export const versions = { "2023-01-01": { ...lifetime, reply: schemas.GroupInvitation } } as const;
export const versionsWithoutReply = { "2023-01-01": lifetime } as const;

/** Members in alphabetical order, as recorded; there are no links in it. */
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
