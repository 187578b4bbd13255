import { accept, holdLink, refuseEnded } from "../../changes/accepting.ts";
import { isSameAddress } from "../../domain/address.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const acceptInvitation = operation("POST /console", {
  ...onPages,
  summary: "Accept an invitation",
  description:
    "Gives the person all that the invitation offers. Only the invited address may accept; doing so twice is the same as once.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "itself",
  body: Type.Object({ token: Type.String() }),
  errors: ["INVITATION_ENDED", "INVITATION_LINK_NOT_FOUND", "INVITATION_OF_ANOTHER_ADDRESS"],
}).handle(async (context) => {
  const { body, caller, issue, fault } = context;
  const invite = await holdLink(context, issue.aimOf(body.token));
  if (!isSameAddress(invite.username, caller.name)) throw fault("INVITATION_OF_ANOTHER_ADDRESS", {});
  refuseEnded(invite, fault, "ACCEPTED");
  await accept(context, invite);
  const { orgId, groupId } = invite;
  return { status: "ACCEPTED", orgId, groupId } as const;
}, asIs);
