import { isBeingDeleted, removeGroup } from "../../changes/groups.ts";
import { atlas } from "../atlas.ts";

export const deleteGroup = atlas("deleteGroup", {
  securityEvent: "project-removal",
  repeats: ({ tx, params, caller, now }) => isBeingDeleted(tx, params.groupId ?? "", caller, now),
  errors: ["CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS"],
}).handle(
  (context) => removeGroup(context, context.group),
  () => ({}),
);
