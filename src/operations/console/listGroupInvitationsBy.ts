import { pendingBy } from "../../changes/pending.ts";
import { door, operation } from "../declare.ts";
import { asIs, byInviter, onPages, showPending } from "./common.ts";

export const listGroupInvitationsBy = operation("GET /console/groups/{groupId}/inviters/{inviter}", {
  ...onPages,
  summary: "List the pending invitations of an inviter",
  description:
    "Those to the project, and those to its organization that give roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: byInviter,
}).handle(async ({ tx, now, group, params }) => {
  const at = { orgId: group.orgId, groupId: group.id };
  return showPending(await pendingBy({ tx, now }, at, params.inviter));
}, asIs);
