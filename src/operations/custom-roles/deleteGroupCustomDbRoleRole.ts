import { rolesByName } from "../../changes/database-access.ts";
import { customRoles, databaseUsers } from "../../changes/resources.ts";
import { heirsOf } from "../../domain/custom-role.ts";
import { operation } from "../declare.ts";
import { findRole, mayWrite, pathOfOne, roleName, shared } from "./common.ts";

export const deleteGroupCustomDbRoleRole = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  summary: "Delete one of a project's own roles for its databases",
  description:
    "Refused while a database user or another role has it. Needs Project Database Access Admin or Project Stream Processing Owner.",
  door: mayWrite,
  holds: "group",
  params: { roleName },
  versions: { "2023-01-01": {} },
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
