// Puts a limit of a project back to its default.
import { limitSets } from "../../contract/limits.ts";
import { envelope, pretty } from "../../contract/schemas/common.ts";
import { group } from "../../domain/access.ts";
import { eventOfClearing } from "../../domain/group-limit.ts";
import { operation } from "../operation.ts";
import { groupId, limitName, limitsPath } from "./limits.ts";

export const deleteGroupLimit = operation({
  id: "deleteGroupLimit",
  method: "DELETE",
  path: `${limitsPath}/{limitName}`,
  tag: "Projects",
  summary: "Put a limit of a project back to its default",
  description: "Forgets what was set. A limit that was not set stays as it is. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.group,
  status: 204,
  params: { groupId, limitName },
  query: { envelope, pretty },
  versions: { "2023-01-01": {} },
  errors: [],
}).handle(
  async ({ tx, group, params, record }) => {
    if (!(await tx.groupLimits.clear(group.id, params.limitName))) return;
    await record(eventOfClearing(params.limitName), { orgId: group.orgId, groupId: group.id });
  },
  { "2023-01-01": null },
);
