import { eventOfClearing } from "../../domain/group-limit.ts";
import { door, operation } from "../declare.ts";
import { limitName, limitsPath, oneGroup } from "./common.ts";

export const deleteGroupLimit = operation(`DELETE ${limitsPath}/{limitName}`, {
  ...oneGroup,
  summary: "Put a limit of a project back to its default",
  description: "Forgets what was set. A limit that was not set stays as it is. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params: { limitName },
  versions: { "2023-01-01": {} },
}).handle(async ({ tx, group, params, record }) => {
  if (!(await tx.groupLimits.clear(group.id, params.limitName))) return;
  await record(eventOfClearing(params.limitName), { orgId: group.orgId, groupId: group.id });
});
