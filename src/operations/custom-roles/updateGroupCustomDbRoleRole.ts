import { rolesByName } from "../../changes/database-access.ts";
import { customRoles } from "../../changes/resources.ts";
import { checkCircle, chooseCustomRole, customRoleErrors } from "../../domain/custom-role.ts";
import { atlas } from "../atlas.ts";
import { findRole, showRole } from "./common.ts";

export const updateGroupCustomDbRoleRole = atlas("updateGroupCustomDbRoleRole", {
  holds: "group",
  errors: [...customRoleErrors, "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY"],
}).handle(async (context) => {
  const before = await findRole(context);
  const roles = await rolesByName(context, context.group);
  const document = chooseCustomRole(before.name, context.body, roles, context.fault);
  checkCircle(before.name, document, roles, context.fault);
  return customRoles.replace(context, before, { document });
}, showRole);
