import { rolesByName } from "../../changes/database-access.ts";
import { customRoles } from "../../changes/resources.ts";
import { checkCircle, chooseCustomRole, customRoleErrors } from "../../domain/custom-role.ts";
import { operation, schemas } from "../declare.ts";
import { findRole, mayWrite, pathOfOne, roleName, shared, showRole } from "./common.ts";

export const updateGroupCustomDbRoleRole = operation(`PATCH ${pathOfOne}`, {
  ...shared,
  summary: "Update one of a project's own roles for its databases",
  description:
    "Replaces the actions, the inherited roles or both; what is not sent stays. Needs Project Database Access Admin or Project Stream Processing Owner.",
  door: mayWrite,
  holds: "group",
  params: { roleName },
  body: schemas.UpdateCustomDBRole,
  versions: { "2023-01-01": { reply: schemas.UserCustomDBRole } },
  errors: [...customRoleErrors, "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY"],
}).handle(async (context) => {
  const before = await findRole(context);
  const roles = await rolesByName(context, context.group);
  const document = chooseCustomRole(before.name, context.body, roles, context.fault);
  checkCircle(before.name, document, roles, context.fault);
  return customRoles.replace(context, before, { document });
}, showRole);
