// Lists what became of a project's invitations.
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, consoleRead } from "./common.ts";
import { showEnded } from "./views.ts";

export const listEndedGroupInvitations = operation({
  ...consoleRead,
  id: "listEndedGroupInvitations",
  path: "/console/groups/{groupId}/invitations",
  summary: "List a project's ended invitations",
  description: "The last hundred that were accepted, declined, revoked or ran out. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
}).handle(async ({ tx, group, now }) => {
  return (await tx.invites.ended({ orgId: group.orgId, groupId: group.id }, now)).map(showEnded);
}, asIs);
