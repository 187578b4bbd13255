import { revokeInvitesBy } from "../../changes/inviting.ts";
import { door, operation } from "../declare.ts";
import { asIs, byInviter, onPages } from "./common.ts";

export const revokeOrgInvitationsBy = operation("POST /console/orgs/{orgId}/inviters/{inviter}", {
  ...onPages,
  summary: "Revoke the pending invitations of an inviter",
  description: "All to the organization and to its projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: byInviter,
}).handle(async (context) => {
  const { org, params } = context;
  await revokeInvitesBy(context, { orgId: org.id, groupId: null }, params.inviter);
  return {};
}, asIs);
