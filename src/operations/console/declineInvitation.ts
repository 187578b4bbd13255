// Declines an invitation; its link is enough for that, no account is needed.
import { holdLink, refuseEnded } from "../../changes/accepting.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const declineInvitation = operation("POST /console", {
  ...onPages,
  summary: "Decline an invitation",
  description: "Ends the invitation for good. Declining twice is the same as once.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ token: Type.String() }),
  errors: ["INVITATION_ENDED", "INVITATION_LINK_NOT_FOUND"],
}).handle(async ({ tx, body, now, issue, fault }) => {
  const invite = await holdLink({ tx, now, fault }, issue.aimOf(body.token));
  refuseEnded(invite, fault, "DECLINED");
  await tx.invites.end(invite.id, "DECLINED", now);
  return { status: "DECLINED" } as const;
}, asIs);
