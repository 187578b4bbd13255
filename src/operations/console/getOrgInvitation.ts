import { traceInvite } from "../../changes/tracing.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages, tokenToHand } from "./common.ts";

export const getOrgInvitation = operation("GET /console/orgs/{orgId}/invitations/{invitationId}", {
  ...onPages,
  summary: "Get an invitation to an organization",
  description:
    "What it gives or gave, what became of it and of its messages, and its events. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { invitationId: ObjectId },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, org, params, now, fault, ...server }) => {
  const invite = await tx.invites.find(params.invitationId, now);
  if (invite === undefined || invite.orgId !== org.id || invite.groupId !== null) {
    throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  }
  return { ...(await traceInvite({ tx, now }, invite)), token: tokenToHand(server, invite) };
}, asIs);
