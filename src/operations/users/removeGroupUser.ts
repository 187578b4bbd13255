import { changeMember, findGroupMember, groupMemberErrors } from "../../changes/membership.ts";
import { withGroupRoles } from "../../domain/membership.ts";
import { door, olderLifetime, operation } from "../declare.ts";
import { activeOnly, groupPath, groupSide, seesActiveOnly } from "./common.ts";

export const removeGroupUser = operation(`DELETE ${groupPath}/{userId}`, {
  ...groupSide,
  summary: "Remove a person from a project",
  description:
    "Takes all roles an active user has in the project itself. The pending invitation of an invited one loses them and stays, with whatever else it gives. The version of 2023-01-01 knows of active users only. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  successor: "removeGroupUser in version 2025-02-19",
  versions: { "2023-01-01": { ...olderLifetime, query: activeOnly }, "2025-02-19": {} },
  errors: [...groupMemberErrors, "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, params, query } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const member = await findGroupMember(context, group, params.userId, statuses);
  await changeMember(context, member, withGroupRoles(member, group.id, []));
});
