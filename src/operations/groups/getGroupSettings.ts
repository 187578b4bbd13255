// Answers the settings of a project.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { GroupSettings } from "../../contract/schemas/group-settings.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { readSettings, showSettings } from "./settings.ts";
import { misplaced } from "./views.ts";

export const getGroupSettings = operation({
  id: "getGroupSettings",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/settings",
  tag: "Projects",
  summary: "Get the settings of a project",
  description:
    "Answers every setting, with its default where it was not set; those without a default are left out until they are set. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.group,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: GroupSettings } },
  errors: [],
}).handle(({ tx, group }) => readSettings(tx, group), { "2023-01-01": showSettings }, misplaced);
