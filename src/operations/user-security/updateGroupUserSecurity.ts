import { changeUserSecurity } from "../../changes/user-security.ts";
import { userSecurityErrors } from "../../domain/user-security.ts";
import { operation, schemas } from "../declare.ts";
import { path, shared, showUserSecurity } from "./common.ts";

export const updateGroupUserSecurity = operation(`PATCH ${path}`, {
  ...shared,
  summary: "Set how the databases of a project know users beside passwords",
  description:
    "Replaces what is sent. A directory that is turned on needs hostname, bindUsername and bindPassword. Needs Project Owner.",
  holds: "group",
  status: 202,
  body: schemas.UserSecurity,
  versions: { "2023-01-01": { reply: schemas.UserSecurity } },
  errors: [...userSecurityErrors],
}).handle(
  (context) => changeUserSecurity({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUserSecurity,
);
