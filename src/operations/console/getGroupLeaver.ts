import { describeLeaver, leaverErrors } from "../../changes/leavers.ts";
import { orgOf } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs } from "./common.ts";

export const getGroupLeaver = operation("GET /console/groups/{groupId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person who leaves a project loses, and what they made that works in it",
  description:
    "Lists invitations for owners of the project alone. If the person has left, says when and who removed them. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  errors: leaverErrors,
}).handle(async (context) => {
  const { tx, group, params } = context;
  return describeLeaver(context, { org: await orgOf(tx, group), group }, params.userId);
}, asIs);
