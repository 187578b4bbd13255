import { door, operation, schemas } from "../declare.ts";
import { oneGroup } from "./common.ts";
import { showGroup } from "./views.ts";

export const getGroup = operation({
  id: "getGroup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}",
  ...oneGroup,
  summary: "Get a project",
  description: "Answers the project. Needs Project Read Only, which every role in the project includes.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.Group } },
}).handle(async ({ tx, group }) => ({ ...group, tags: await tx.groups.tags(group.id) }), {
  "2023-01-01": showGroup,
});
