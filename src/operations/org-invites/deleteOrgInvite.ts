import { removeMember } from "../../changes/membership.ts";
import { invitedMember } from "../../domain/membership.ts";
import { door, operation, Type } from "../declare.ts";
import { pathById, shared, versionsWithoutReply } from "./common.ts";

export const deleteOrgInvite = operation(`DELETE ${pathById}`, {
  ...shared,
  summary: "Revoke a pending organization invitation",
  description:
    "Ends the invitation, so that it can no longer be accepted, and with it invitations of the address to single projects of the organization. One that is not pending any more, or never was, answers 400. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { invitationId: Type.String({ description: "Id of the invitation." }) },
  successor: "removeOrgUser",
  versions: versionsWithoutReply,
  errors: ["CANNOT_DELETE_GROUP_INVITATION", "INVALID_INVITATION_ID"],
}).handle(async (context) => {
  const { tx, org, params, now, fault } = context;
  const { invitationId } = params;
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite !== undefined) return removeMember(context, invitedMember(invite), org);
  const other = await tx.invites.find(invitationId, now);
  const isOfGroup = other?.orgId === org.id && other.groupId !== null;
  throw fault(isOfGroup ? "CANNOT_DELETE_GROUP_INVITATION" : "INVALID_INVITATION_ID", { invitationId });
});
