import { describeLeaver, leaverErrors } from "../../changes/leavers.ts";
import { orgOf } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs } from "./common.ts";

export const getGroupLeaver = operation("GET /console/groups/{groupId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person loses who leaves a project, and what they made that works in it",
  description:
    "Invitations for owners of the project alone. Of one who has left, when and by whom. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  errors: leaverErrors,
}).handle(async (context) => {
  const { tx, group, params } = context;
  return describeLeaver(context, { org: await orgOf(tx, group), group }, params.userId);
}, asIs);
