import { door, operation, schemas } from "../declare.ts";
import { countedOne, oneGroup, showGroup } from "./common.ts";

export const getGroup = operation("GET /api/atlas/v2/groups/{groupId}", {
  ...oneGroup,
  summary: "Get a project",
  description: "Answers the project. Needs Project Read Only, which every role in the project includes.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.Group } },
}).handle(
  async ({ tx, now, group }) => countedOne({ tx, now }, { ...group, tags: await tx.groups.tags(group.id) }),
  showGroup,
);
