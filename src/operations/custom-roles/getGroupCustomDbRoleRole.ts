import { atlas } from "../atlas.ts";
import { findRole, showRole } from "./common.ts";

export const getGroupCustomDbRoleRole = atlas("getGroupCustomDbRoleRole", {
  errors: ["ATLAS_CUSTOM_ROLE_NOT_FOUND"],
}).handle(findRole, showRole);
