// Changes the settings of a project.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { GroupSettings } from "../../contract/schemas/group-settings.ts";
import { group } from "../../domain/access.ts";
import { eventsOfSettings } from "../../domain/group-settings.ts";
import { operation } from "../operation.ts";
import { readSettings, showSettings } from "./settings.ts";
import { misplaced } from "./views.ts";

export const updateGroupSettings = operation({
  id: "updateGroupSettings",
  method: "PATCH",
  path: "/api/atlas/v2/groups/{groupId}/settings",
  tag: "Projects",
  summary: "Change the settings of a project",
  description:
    "Changes the settings that are sent; the others stay. None decides anything here. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.group,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  body: GroupSettings,
  versions: { "2023-01-01": { reply: GroupSettings } },
  errors: [],
}).handle(
  async ({ tx, group, body, record }) => {
    const before = await readSettings(tx, group);
    const after = { ...before, ...body };
    await tx.groups.writeDocument(group.id, "settings", after);
    for (const type of eventsOfSettings(before, after)) {
      await record(type, { orgId: group.orgId, groupId: group.id });
    }
    return after;
  },
  { "2023-01-01": showSettings },
  misplaced,
);
