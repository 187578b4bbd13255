import { revokePendingGroupInvite } from "../../changes/pending.ts";
import { door, operation } from "../declare.ts";
import { pathById, shared, versionsWithoutReply } from "./common.ts";

export const deleteGroupInvite = operation(`DELETE ${pathById}`, {
  ...shared,
  summary: "Revoke a pending project invitation",
  description:
    "Ends the invitation, so that it can no longer be accepted. One that is not pending any more, or never was, answers 400. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  without: ["pretty"],
  successor: "removeGroupUser",
  versions: versionsWithoutReply,
  errors: ["CANNOT_DELETE_ORG_INVITATION", "INVALID_INVITATION_ID"],
}).handle(async (context) => {
  const { tx, group, params, now, fault } = context;
  const { invitationId } = params;
  const invite = await tx.invites.find(invitationId, now);
  if (invite?.groupId === null && invite.orgId === group.orgId) {
    throw fault("CANNOT_DELETE_ORG_INVITATION", { invitationId });
  }
  if (invite?.groupId !== group.id || invite.status !== "PENDING") {
    throw fault("INVALID_INVITATION_ID", { invitationId });
  }
  await revokePendingGroupInvite(context, { ...invite, groupId: group.id });
});
