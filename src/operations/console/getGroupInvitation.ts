import { leadsTo, traceInvite } from "../../changes/tracing.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages, tokenToHand } from "./common.ts";

export const getGroupInvitation = operation("GET /console/groups/{groupId}/invitations/{invitationId}", {
  ...onPages,
  summary: "Get an invitation to a project",
  description:
    "What it gives or gave there, what became of it and of its messages, and its events. One to the organization counts where it gives roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { invitationId: ObjectId },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, now, fault, ...server }) => {
  const invite = await tx.invites.find(params.invitationId, now);
  if (invite === undefined || !(await leadsTo(tx, invite, group.id))) {
    throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  }
  return { ...(await traceInvite({ tx, now }, invite, group.id)), token: tokenToHand(server, invite) };
}, asIs);
