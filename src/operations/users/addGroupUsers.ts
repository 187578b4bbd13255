import { admissionErrors, admitToGroup } from "../../changes/inviting.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, chooseUsername, groupRoleErrors } from "../declare.ts";
import { inGroup, showGroupUser } from "./common.ts";

export const addGroupUsers = atlas("addGroupUsers", {
  errors: [...groupRoleErrors, ...admissionErrors, "INVALID_USERNAME", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { body, group, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inGroup(await admitToGroup(context, group, { username, roles, inviter: caller.name }), group.id);
}, showGroupUser);
