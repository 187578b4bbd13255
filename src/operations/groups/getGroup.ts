// Answers one project.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { Group } from "../../contract/schemas/groups.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { showGroup } from "./views.ts";

export const getGroup = operation({
  id: "getGroup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}",
  tag: "Projects",
  summary: "Get a project",
  description: "Answers the project. Needs Project Read Only, which every role in the project includes.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.group,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: Group } },
  errors: [],
}).handle(async ({ tx, group }) => ({ ...group, tags: await tx.groups.tags(group.id) }), {
  "2023-01-01": showGroup,
});
