// How invitations that have ended look.
import { toTimestamp } from "../../domain/instant.ts";
import type { EndedInvite } from "../../domain/invite.ts";

export const showEnded = ({ createdAt, endedAt, inviterUsername, ...invite }: EndedInvite) => ({
  ...invite,
  createdAt: toTimestamp(createdAt),
  endedAt: toTimestamp(endedAt),
  inviter: inviterUsername,
});
