import { leaverErrors, takeLeaver } from "../../changes/leavers.ts";
import { orgOf } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs, withLeaver } from "./common.ts";

export const removeGroupLeaver = operation("POST /console/groups/{groupId}/leavers/{userId}", {
  ...aboutLeaver,
  securityEvent: "leaving",
  summary: "Remove a person from a project, with some of what they made",
  description:
    "The API keys and service accounts that `codes` names lose their roles in the project, and so do the invitations. What is refused stays, and the receipt says why. Needs Project Access Manager; for accounts and invitations, Project Owner.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: withLeaver,
  errors: [...leaverErrors, "ROLE_ABOVE_OWN", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, params, body } = context;
  return takeLeaver(context, { org: await orgOf(tx, group), group }, params.userId, body.codes);
}, asIs);
