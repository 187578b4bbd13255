import { removeMember } from "../../changes/membership.ts";
import { invitedMember } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";

export const deleteOrgInvite = atlas("deleteOrgInvite", {
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
