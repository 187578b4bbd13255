import { rolesByName } from "../../changes/database-access.ts";
import { customRoles, databaseUsers } from "../../changes/resources.ts";
import { heirsOf } from "../../domain/custom-role.ts";
import { atlas } from "../atlas.ts";
import { findRole } from "./common.ts";

export const deleteGroupCustomDbRoleRole = atlas("deleteGroupCustomDbRoleRole", {
  holds: "group",
  errors: [
    "ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES",
    "ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS",
    "ATLAS_CUSTOM_ROLE_NOT_FOUND",
  ],
}).handle(async (context) => {
  const { group, fault } = context;
  const role = await findRole(context);
  const users = (await databaseUsers.all(context, group)).filter(({ document }) =>
    document.roles.some(({ roleName }) => roleName === role.name),
  );
  const names = users.map(({ document }) => document.username).join(", ");
  if (users.length > 0) throw fault("ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS", { names });
  const heirs = heirsOf(role.name, await rolesByName(context, context.group));
  if (heirs.length > 0) throw fault("ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES", { names: heirs.join(", ") });
  await customRoles.remove(context, role);
});
