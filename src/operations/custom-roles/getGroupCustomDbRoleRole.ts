import { door, operation, schemas } from "../declare.ts";
import { findRole, pathOfOne, roleName, shared, showRole } from "./common.ts";

export const getGroupCustomDbRoleRole = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get one of a project's own roles for its databases",
  description: "Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { roleName },
  versions: { "2023-01-01": { reply: schemas.UserCustomDBRole } },
  errors: ["ATLAS_CUSTOM_ROLE_NOT_FOUND"],
}).handle(findRole, showRole);
