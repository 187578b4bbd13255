import { pendingBy } from "../../changes/pending.ts";
import { door, operation } from "../declare.ts";
import { asIs, byInviter, onPages, showPending } from "./common.ts";

export const listOrgInvitationsBy = operation("GET /console/orgs/{orgId}/inviters/{inviter}", {
  ...onPages,
  summary: "List the pending invitations of an inviter",
  description: "All to the organization and to its projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: byInviter,
}).handle(async ({ tx, now, org, params }) => {
  const at = { orgId: org.id, groupId: null };
  return showPending(await pendingBy({ tx, now }, at, params.inviter));
}, asIs);
