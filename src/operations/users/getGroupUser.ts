import { findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { door, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, inGroup, showGroupUser } from "./common.ts";

export const getGroupUser = operation(`GET ${groupPath}/{userId}`, {
  ...groupSide,
  summary: "Get one person of a project",
  description:
    "An active user with roles in the project, or one whose pending invitation to the organization carries such; one whose invitation ran out or was declined only when orgMembershipStatuses asks for such. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { orgMembershipStatuses: schemas.orgMembershipStatuses },
  versions: { "2025-02-19": { reply: schemas.GroupUserResponse } },
  errors: [...groupMemberErrors],
}).handle(async (context) => {
  const { group, params, query } = context;
  const member = await findGroupMember(context, group, params.userId, query.orgMembershipStatuses);
  return inGroup(member, group.id);
}, showGroupUser);
