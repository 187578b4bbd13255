import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { excluding, rolesInGroup, withGroupRoles } from "../../domain/membership.ts";
import { chooseGroupRoles, door, groupRoleErrors, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, inGroup, showGroupUser } from "./common.ts";

export const removeGroupUserRole = operation(`POST ${groupPath}/{userId}:removeRole`, {
  ...groupSide,
  summary: "Take one role in a project from a person",
  description:
    "Takes one project role from an active or pending user, who must keep another there; a role that is not held changes nothing. removeGroupUser takes the last. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: schemas.AddOrRemoveGroupRole,
  versions: { "2025-02-19": { reply: schemas.GroupUserResponse } },
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
