import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { including, rolesInGroup, withGroupRoles } from "../../domain/membership.ts";
import { chooseGroupRoles, door, groupRoleErrors, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, inGroup, showGroupUser } from "./common.ts";

export const addGroupUserRole = operation(`POST ${groupPath}/{userId}:addRole`, {
  ...groupSide,
  summary: "Give a person one more role in a project",
  description:
    "Adds one project role to those an active or pending user has in the project; a role that is held already stays as it is. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: schemas.AddOrRemoveGroupRole,
  versions: { "2025-02-19": { reply: schemas.GroupUserResponse } },
  errors: [...groupMemberErrors, ...groupRoleErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, body, fault } = context;
  const chosen = chooseGroupRoles([body.groupRole], group.id, fault);
  const member = await findGroupMember(context, group, params.userId);
  const roles = including(rolesInGroup(member, group.id), chosen);

  const changed = await changeMember(context, member, withGroupRoles(member, group.id, roles));
  return inGroup(changed, group.id);
}, showGroupUser);
