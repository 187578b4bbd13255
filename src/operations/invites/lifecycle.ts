// What the six project invitation operations have in common: where they live, how long, and how an invitation looks.
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { GroupInvitation } from "../../contract/schemas/invites.ts";
import { toTimestamp } from "../../domain/instant.ts";
import type { GroupInvite } from "../../domain/invite.ts";

export const path = "/api/atlas/v2/groups/{groupId}/invites";
export const pathById = `${path}/{invitationId}` as const;

export const groupId = { ...ObjectId, description: "Id of the project." };
export const invitationId = { ...ObjectId, description: "Id of the invitation." };
export { envelope, pretty };

const lifetime = { deprecated: "2023-10-04", sunset: "2027-07-01" } as const;
export const versions = { "2023-01-01": { ...lifetime, reply: GroupInvitation } } as const;
export const versionsWithoutReply = { "2023-01-01": lifetime } as const;

/** Members in alphabetical order, as recorded; there are no links in it. */
export const showInvite = (invite: GroupInvite) => ({
  createdAt: toTimestamp(invite.createdAt),
  expiresAt: toTimestamp(invite.expiresAt),
  groupId: invite.groupId,
  groupName: invite.groupName,
  id: invite.id,
  inviterUsername: invite.inviterUsername,
  roles: [...invite.roles],
  username: invite.username,
});
