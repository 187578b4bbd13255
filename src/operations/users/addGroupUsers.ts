import { admissionErrors, admitToGroup } from "../../changes/inviting.ts";
import { chooseGroupRoles, chooseUsername, door, groupRoleErrors, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, inGroup, showGroupUser } from "./common.ts";

export const addGroupUsers = operation(`POST ${groupPath}`, {
  ...groupSide,
  summary: "Add a person to a project",
  description:
    "An active user of the organization has the roles at once. A pending invitation to the organization gains them. Any other address is invited to the organization, as a member there, with these roles in the project. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  status: 201,
  body: schemas.GroupUserRequest,
  versions: { "2025-02-19": { reply: schemas.GroupUserResponse } },
  errors: [...groupRoleErrors, ...admissionErrors, "INVALID_USERNAME", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { body, group, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inGroup(await admitToGroup(context, group, { username, roles, inviter: caller.name }), group.id);
}, showGroupUser);
