import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { withGroupRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { seesActiveOnly } from "./common.ts";

export const removeGroupUser = atlas("removeGroupUser", {
  errors: [...groupMemberErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, query } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const member = await findGroupMember(context, group, params.userId, statuses);
  await changeMember(context, member, withGroupRoles(member, group.id, []));
});
