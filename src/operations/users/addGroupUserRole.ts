import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { including, rolesInGroup, withGroupRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { inGroup, showGroupUser } from "./common.ts";

export const addGroupUserRole = atlas("addGroupUserRole", {
  errors: [...groupMemberErrors, ...groupRoleErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, body, fault } = context;
  const chosen = chooseGroupRoles([body.groupRole], group.id, fault);
  const member = await findGroupMember(context, group, params.userId);
  const roles = including(rolesInGroup(member, group.id), chosen);

  const changed = await changeMember(context, member, withGroupRoles(member, group.id, roles));
  return inGroup(changed, group.id);
}, showGroupUser);
