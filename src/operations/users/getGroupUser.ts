import { findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { atlas } from "../atlas.ts";
import { inGroup, showGroupUser } from "./common.ts";

export const getGroupUser = atlas("getGroupUser", {
  errors: [...groupMemberErrors],
}).handle(async (context) => {
  const { group, params, query } = context;
  const member = await findGroupMember(context, group, params.userId, query.orgMembershipStatuses);
  return inGroup(member, group.id);
}, showGroupUser);
