import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { excluding, rolesInGroup, withGroupRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { inGroup, showGroupUser } from "./common.ts";

export const removeGroupUserRole = atlas("removeGroupUserRole", {
  errors: [...groupMemberErrors, ...groupRoleErrors, "CANNOT_REMOVE_ALL_USER_ROLES", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, body, fault } = context;
  const chosen = chooseGroupRoles([body.groupRole], group.id, fault);
  const member = await findGroupMember(context, group, params.userId);
  const roles = excluding(rolesInGroup(member, group.id), chosen);
  if (roles.length === 0) throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
  const changed = await changeMember(context, member, withGroupRoles(member, group.id, roles));
  return inGroup(changed, group.id);
}, showGroupUser);
