// Operations on custom database roles.

import { atlas } from "../../core/operations/atlas.ts";
import { makeCustomRole, makeRoleErrors, rolesByName } from "../database-users/database-access.ts";
import { databaseUsers } from "../database-users/kept.ts";
import { findRole, showRole } from "./common.ts";
import { customRoles } from "./kept.ts";
import { checkCircle, chooseCustomRole, customRoleErrors, heirsOf } from "./rules/custom-role.ts";

export const listGroupCustomDbRoleRoles = atlas("listGroupCustomDbRoleRoles", {}).handle(
  ({ group, ...reading }) => customRoles.all(reading, group),
  (roles) => roles.map(showRole),
);

export const getGroupCustomDbRoleRole = atlas("getGroupCustomDbRoleRole", {
  errors: ["ATLAS_CUSTOM_ROLE_NOT_FOUND"],
}).handle(findRole, showRole);

export const createGroupCustomDbRoleRole = atlas("createGroupCustomDbRoleRole", {
  locks: "group",
  errors: [...makeRoleErrors],
}).handle((context) => makeCustomRole(context, context.group, context.body), showRole);

export const updateGroupCustomDbRoleRole = atlas("updateGroupCustomDbRoleRole", {
  locks: "group",
  errors: [...customRoleErrors, "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY"],
}).handle(async (context) => {
  const before = await findRole(context);
  const roles = await rolesByName(context, context.group);
  const document = chooseCustomRole(before.name, context.body, roles, context.fault);
  checkCircle(before.name, document, roles, context.fault);
  return customRoles.replace(context, before, { document });
}, showRole);

export const deleteGroupCustomDbRoleRole = atlas("deleteGroupCustomDbRoleRole", {
  locks: "group",
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
