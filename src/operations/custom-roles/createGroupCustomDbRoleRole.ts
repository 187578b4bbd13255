import { makeCustomRole, makeRoleErrors } from "../../changes/database-access.ts";
import { operation, schemas } from "../declare.ts";
import { mayWrite, path, shared, showRole } from "./common.ts";

export const createGroupCustomDbRoleRole = operation(`POST ${path}`, {
  ...shared,
  summary: "Create a role of a project for its databases",
  description:
    "The role allows actions, inherits built-in roles and other roles of the project, or both. Needs Project Database Access Admin or Project Stream Processing Owner.",
  door: mayWrite,
  holds: "group",
  status: 202,
  body: schemas.UserCustomDBRole,
  versions: { "2023-01-01": { reply: schemas.UserCustomDBRole } },
  errors: [...makeRoleErrors],
}).handle((context) => makeCustomRole(context, context.group, context.body), showRole);
