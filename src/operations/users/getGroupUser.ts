// Answers one person of a project, active or invited.
import { limitSets } from "../../contract/limits.ts";
import { GroupUserResponse, orgMembershipStatuses } from "../../contract/schemas/users.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import {
  envelope,
  findGroupMember,
  groupId,
  groupPath,
  inGroup,
  membersAround,
  pretty,
  tag,
  userId,
} from "./membership.ts";
import { showGroupUser } from "./views.ts";

export const getGroupUser = operation({
  id: "getGroupUser",
  method: "GET",
  path: `${groupPath}/{userId}`,
  tag,
  summary: "Get one person of a project",
  description:
    "An active user with roles in the project, or one whose pending invitation to the organization carries such; one whose invitation ran out or was declined only when orgMembershipStatuses asks for such. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupUsers,
  status: 200,
  params: { groupId, userId },
  query: { envelope, pretty, orgMembershipStatuses },
  versions: { "2025-02-19": { reply: GroupUserResponse } },
  errors: ["USER_NOT_FOUND", "USER_NOT_IN_GROUP", "USER_NOT_IN_ORG"],
}).handle(
  async ({ tx, group, params, query, now, fault }) => {
    const members = await membersAround(tx, group, now);
    const statuses = query.orgMembershipStatuses;
    return inGroup(findGroupMember(members, params.userId, group.id, fault, statuses), group.id);
  },
  { "2025-02-19": showGroupUser },
);
