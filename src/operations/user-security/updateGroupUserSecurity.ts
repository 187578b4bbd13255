import { changeUserSecurity } from "../../changes/user-security.ts";
import { userSecurityErrors } from "../../domain/user-security.ts";
import { atlas } from "../atlas.ts";
import { showUserSecurity } from "./common.ts";

export const updateGroupUserSecurity = atlas("updateGroupUserSecurity", {
  holds: "group",
  errors: [...userSecurityErrors],
}).handle(
  (context) => changeUserSecurity({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUserSecurity,
);
