// Revokes a pending invitation to a project.
import { limitSets } from "../../contract/limits.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, groupId, invitationId, pathById, versionsWithoutReply } from "./lifecycle.ts";

export const deleteGroupInvite = operation({
  id: "deleteGroupInvite",
  method: "DELETE",
  path: pathById,
  tag: "Projects",
  summary: "Revoke a pending project invitation",
  description:
    "Ends the invitation, so that it can no longer be accepted. One that is not pending any more, or never was, answers 400. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.groupInvites,
  status: 204,
  params: { groupId, invitationId },
  query: { envelope },
  successor: "removeGroupUser",
  versions: versionsWithoutReply,
  errors: ["CANNOT_DELETE_ORG_INVITATION", "INVALID_INVITATION_ID"],
}).handle(
  async ({ tx, group, params, now, fault, record }) => {
    const { invitationId } = params;
    const invite = await tx.invites.find(invitationId);
    if (invite?.groupId === null && invite.orgId === group.orgId) {
      throw fault("CANNOT_DELETE_ORG_INVITATION", { invitationId });
    }
    if (invite?.groupId !== group.id || !(await tx.invites.end(invitationId, "REVOKED", now))) {
      throw fault("INVALID_INVITATION_ID", { invitationId });
    }
    await record("GROUP_INVITATION_DELETED", { groupId: group.id, targetUsername: invite.username });
  },
  { "2023-01-01": null },
);
