// Lists what became of a project's invitations.
import { ObjectId } from "../../contract/schemas/common.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, look } from "./act.ts";
import { showEnded } from "./ended-invitations.ts";

export const listEndedGroupInvitations = operation({
  ...look,
  id: "listEndedGroupInvitations",
  path: "/console/groups/{groupId}/invitations",
  summary: "List a project's ended invitations",
  description: "The last hundred that were accepted, declined, revoked or ran out. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  params: { groupId: ObjectId },
  errors: [],
}).handle(async ({ tx, group, now }) => {
  return (await tx.invites.ended({ groupId: group.id }, now)).map(showEnded);
}, asIs);
