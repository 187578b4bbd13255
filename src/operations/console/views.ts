// How pending invitations look, and command lines.
import type { pendingBy } from "../../changes/pending.ts";
import { clientName } from "../../domain/command-line.ts";
import { type Instant, toTimestamp } from "../declare.ts";

/** Oldest first; `groupName` is null for an invitation to the organization. */
export const showPending = ({ toOrg, toGroups }: Awaited<ReturnType<typeof pendingBy>>) =>
  [...toOrg, ...toGroups]
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((invite) => ({
      id: invite.id,
      username: invite.username,
      groupName: "groupName" in invite ? invite.groupName : null,
      roles: invite.roles,
      expiresAt: toTimestamp(invite.expiresAt),
    }));

/** What a command line said of itself, and from where. */
export const showCommandLine = ({
  clientId,
  userAgent,
  remoteAddress,
  createdAt,
  expiresAt,
}: {
  readonly clientId: string;
  readonly userAgent: string;
  readonly remoteAddress: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}) => ({
  client: clientName(clientId),
  userAgent,
  remoteAddress,
  createdAt: toTimestamp(createdAt),
  expiresAt: toTimestamp(expiresAt),
});
