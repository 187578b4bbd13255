import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { withGroupRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { inGroup, selfLinks } from "./common.ts";

export const updateGroupUserRoles = atlas("updateGroupUserRoles", {
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
