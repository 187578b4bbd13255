import { door, operation, schemas } from "../declare.ts";
import { misplaced, oneGroup, readSettings, showSettings } from "./common.ts";

export const getGroupSettings = operation("GET /api/atlas/v2/groups/{groupId}/settings", {
  ...oneGroup,
  summary: "Get the settings of a project",
  description: "Answers every setting, with its default where it was not set. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.GroupSettings } },
}).handle(({ tx, group }) => readSettings(tx, group), showSettings, misplaced);
