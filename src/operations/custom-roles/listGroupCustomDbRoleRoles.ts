import { customRoles } from "../../changes/resources.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, shared, showRole } from "./common.ts";

export const listGroupCustomDbRoleRoles = operation(`GET ${path}`, {
  ...shared,
  summary: "List a project's own roles for its databases",
  description: "All of them, oldest first. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.CustomDBRoles } },
}).handle(
  ({ group, ...reading }) => customRoles.all(reading, group),
  (roles) => roles.map(showRole),
);
