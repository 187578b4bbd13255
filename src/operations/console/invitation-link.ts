// What the acts of an invitation's link have in common: finding it by the token, and the state it is in.
import type { FaultMaker } from "../../contract/errors.ts";
import type { Instant } from "../../domain/instant.ts";
import { type InviteStatus, statusAt } from "../../domain/invite.ts";
import type { Reads } from "../../store/store.ts";
import type { AnyInvite } from "./acceptance.ts";

interface Following {
  readonly tx: Reads;
  readonly now: Instant;
  readonly fault: FaultMaker<"INVITATION_LINK_NOT_FOUND">;
}

/** The invitation a link leads to, with the status it has at this moment: also one that has ended. */
export async function followLink({ tx, now, fault }: Following, hash: string): Promise<AnyInvite> {
  const link = await tx.outbox.link(hash, now);
  const invite = link?.inviteId == null ? undefined : await tx.invites.find(link.inviteId);
  if (invite === undefined) throw fault("INVITATION_LINK_NOT_FOUND", {});
  return { ...invite, status: statusAt(invite, now) };
}

/** Refuses an invitation that has ended; in another way than `wanted`, where that is what was to be done. */
export function refuseEnded(
  { status }: Pick<AnyInvite, "status">,
  fault: FaultMaker<"INVITATION_ENDED">,
  wanted?: InviteStatus,
): void {
  if (status !== "PENDING" && status !== wanted) throw fault("INVITATION_ENDED", { status });
}
