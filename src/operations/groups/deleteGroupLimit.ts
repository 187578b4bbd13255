import { eventOfClearing } from "../../domain/group-limit.ts";
import { atlas } from "../atlas.ts";

export const deleteGroupLimit = atlas("deleteGroupLimit", {
  holds: "group",
}).handle(async ({ tx, group, params, record }) => {
  if (!(await tx.groupLimits.clear(group.id, params.limitName))) return;
  await record(eventOfClearing(params.limitName), { orgId: group.orgId, groupId: group.id });
});
