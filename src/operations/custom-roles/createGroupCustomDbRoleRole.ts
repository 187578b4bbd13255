import { makeCustomRole, makeRoleErrors } from "../../changes/database-access.ts";
import { atlas } from "../atlas.ts";
import { showRole } from "./common.ts";

export const createGroupCustomDbRoleRole = atlas("createGroupCustomDbRoleRole", {
  holds: "group",
  errors: [...makeRoleErrors],
}).handle((context) => makeCustomRole(context, context.group, context.body), showRole);
