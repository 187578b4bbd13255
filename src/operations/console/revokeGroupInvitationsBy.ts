import { revokeInvitesBy } from "../../changes/inviting.ts";
import { door, operation } from "../declare.ts";
import { asIs, byInviter, onPages } from "./common.ts";

export const revokeGroupInvitationsBy = operation("POST /console/groups/{groupId}/inviters/{inviter}", {
  ...onPages,
  summary: "Revoke the pending invitations of an inviter",
  description:
    "Those to the project; those to its organization lose their roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: byInviter,
}).handle(async (context) => {
  const { group, params } = context;
  await revokeInvitesBy(context, { orgId: group.orgId, groupId: group.id }, params.inviter);
  return {};
}, asIs);
