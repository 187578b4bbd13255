// Revokes a pending invitation to an organization.
import Type from "typebox";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { pathById, shared, versionsWithoutReply } from "./common.ts";

export const deleteOrgInvite = operation({
  id: "deleteOrgInvite",
  method: "DELETE",
  path: pathById,
  ...shared,
  summary: "Revoke a pending organization invitation",
  description:
    "Ends the invitation, so that it can no longer be accepted. One that is not pending any more, or never was, answers 400. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  status: 204,
  params: { invitationId: Type.String({ description: "Id of the invitation." }) },
  successor: "removeOrgUser",
  versions: versionsWithoutReply,
  errors: ["CANNOT_DELETE_GROUP_INVITATION", "INVALID_INVITATION_ID"],
}).handle(
  async ({ tx, org, params, now, fault, record }) => {
    const { invitationId } = params;
    const invite = await tx.invites.find(invitationId);
    if (invite?.orgId === org.id && invite.groupId !== null) {
      throw fault("CANNOT_DELETE_GROUP_INVITATION", { invitationId });
    }
    if (invite?.orgId !== org.id || !(await tx.invites.end(invitationId, "REVOKED", now))) {
      throw fault("INVALID_INVITATION_ID", { invitationId });
    }
    await record("ORG_INVITATION_DELETED", { orgId: org.id, targetUsername: invite.username });
  },
  { "2023-01-01": null },
);
