import { isBeingDeleted, removeGroup } from "../../changes/groups.ts";
import { door, operation, Type } from "../declare.ts";
import { oneGroup } from "./common.ts";

export const deleteGroup = operation("DELETE /api/atlas/v2/groups/{groupId}", {
  securityEvent: "project-removal",
  ...oneGroup,
  summary: "Delete a project",
  description:
    "Deletes the project with its invitations, the roles held in it and its tags. For a minute a second deletion is answered as the first was. A project with clusters cannot be deleted. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  repeats: ({ tx, params, caller, now }) => isBeingDeleted(tx, params.groupId ?? "", caller, now),
  status: 202,
  versions: { "2023-01-01": { reply: Type.Object({}) } },
  errors: ["CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS"],
}).handle(
  (context) => removeGroup(context, context.group),
  () => ({}),
);
