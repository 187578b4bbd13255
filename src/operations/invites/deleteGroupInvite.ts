import { revokePendingGroupInvite } from "../../changes/pending.ts";
import { atlas } from "../atlas.ts";

export const deleteGroupInvite = atlas("deleteGroupInvite", {
  holds: "group",
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
