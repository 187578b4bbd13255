import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { withGroupRoles } from "../../domain/membership.ts";
import { chooseGroupRoles, door, groupRoleErrors, olderLifetime, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, inGroup, selfLinks } from "./common.ts";

export const updateGroupUserRoles = operation(`PUT ${groupPath}/{userId}/roles`, {
  ...groupSide,
  tag: "Projects",
  summary: "Replace the project roles of a person",
  description:
    "Gives an active user who has roles in the project these, in place of all others. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  body: schemas.UpdateGroupRolesForUser,
  successor: "addGroupUserRole and removeGroupUserRole",
  versions: { "2023-01-01": { ...olderLifetime, reply: schemas.UpdateGroupRolesForUser } },
  errors: [...groupMemberErrors, ...groupRoleErrors, "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(
  async (context) => {
    const { group, params, body, fault } = context;
    const member = await findGroupMember(context, group, params.userId, ["ACTIVE"]);
    if (body.groupRoles?.length === 0) {
      throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
    }
    const roles = chooseGroupRoles(body.groupRoles, group.id, fault);
    const wanted = withGroupRoles(member, group.id, roles);
    return inGroup(await changeMember(context, member, wanted), group.id);
  },
  ({ roles }, showing) => ({ groupRoles: [...roles], links: selfLinks(showing) }),
);
