import { traceInvite } from "../../changes/tracing.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const getGroupInvitation = operation("GET /console/groups/{groupId}/invitations/{invitationId}", {
  ...onPages,
  summary: "Get an invitation to a project",
  description:
    "What it gives or gave, what became of it and of its messages, and its events. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { invitationId: ObjectId },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, now, fault }) => {
  const invite = await tx.invites.find(params.invitationId, now);
  if (invite === undefined || invite.groupId !== group.id) {
    throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  }
  return traceInvite({ tx, now }, invite);
}, asIs);
