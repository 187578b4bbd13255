// Finds the subject of a waiting message at the moment it is sent.
import { describeInvite, inviterOf } from "../atlas/invites/describing.ts";
import { isIdentified } from "../core/changes/sessions.ts";
import { isClientId } from "../core/contract/client-id.ts";
import { isAddress } from "../core/domain/address.ts";
import { hour, type Instant } from "../core/domain/instant.ts";
import { inviteLifetime } from "../core/domain/invite.ts";
import type { Notice } from "../core/domain/notice.ts";
import type { WaitingMail } from "../core/store/outbox.ts";
import type { Reads } from "../core/store/store.ts";
import type { Invitation } from "./messages/letter.ts";

export type Subject = { readonly to: string } & (
  | {
      readonly kind: "INVITE";
      readonly linkExpiresAt: Instant;
      readonly inviteId: string;
      readonly invitation: Invitation;
      /** The founder of the inviting organization, who may have created others. */
      readonly founderId: string;
    }
  | { readonly kind: "PASSWORD_RESET"; readonly linkExpiresAt: Instant; readonly userId: string }
  | { readonly kind: "NOTICE"; readonly notice: Notice }
);

/** The time for which a link still shows the outcome of its invitation after it ended. */
const linkAfterlife = inviteLifetime;
const resetLifetime = hour;

/** Finds the subject; undefined if the message is pointless: the invitation has ended, or there is no such account. */
export async function findSubject(
  tx: Reads,
  { inviteId, address, notice }: WaitingMail,
  now: Instant,
): Promise<Subject | undefined> {
  if (inviteId !== null) return findInvitation(tx, inviteId, now);
  const user = address === null ? undefined : await tx.users.byAddress(address);
  if (user === undefined) return undefined;
  const { id: userId, username: to } = user;
  if (notice !== null) return { kind: "NOTICE", notice, to };
  // Another person may read the address's mail now: the account belongs to the person whom the provider identifies.
  if (await isIdentified(tx, userId)) {
    const refused = { what: "PASSWORD_OF_PROVIDER", at: now, remoteAddress: null, about: [] } as const;
    return { kind: "NOTICE", notice: refused, to };
  }
  return { kind: "PASSWORD_RESET", userId, to, linkExpiresAt: now + resetLifetime };
}

async function findInvitation(tx: Reads, inviteId: string, now: Instant): Promise<Subject | undefined> {
  const invite = await tx.invites.find(inviteId, now);
  if (invite?.status !== "PENDING") return undefined;
  const { username, inviterUsername, expiresAt } = invite;
  const { label, firstName, lastName } = await inviterOf(tx, invite);
  return {
    kind: "INVITE",
    inviteId,
    to: username,
    linkExpiresAt: expiresAt + linkAfterlife,
    founderId: await tx.orgs.founderOf(invite.orgId),
    invitation: {
      inviter: {
        kind: kindOf(inviterUsername),
        name: inviterUsername,
        label: label || `${firstName} ${lastName}`.trim(),
      },
      ...(await describeInvite(tx, invite)),
      expiresAt,
    },
  };
}

function kindOf(inviter: string): Invitation["inviter"]["kind"] {
  if (isAddress(inviter)) return "person";
  return isClientId(inviter) ? "serviceAccount" : "apiKey";
}
