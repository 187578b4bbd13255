import { writeSettings } from "../../changes/settings.ts";
import { eventsOfSettings } from "../../domain/group-settings.ts";
import { door, operation, schemas } from "../declare.ts";
import { misplaced, oneGroup, readSettings, showSettings } from "./common.ts";

export const updateGroupSettings = operation("PATCH /api/atlas/v2/groups/{groupId}/settings", {
  ...oneGroup,
  summary: "Change the settings of a project",
  description:
    "Changes the settings that are sent; the others stay. None decides anything here. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  body: schemas.GroupSettings,
  versions: { "2023-01-01": { reply: schemas.GroupSettings } },
}).handle(
  async ({ tx, now, newId, group, body, record }) => {
    const before = await readSettings(tx, group);
    const after = { ...before, ...body };
    writeSettings({ tx, now, newId }, { groupId: group.id }, "settings", after);
    for (const type of eventsOfSettings(before, after)) {
      await record(type, { orgId: group.orgId, groupId: group.id });
    }
    return after;
  },
  showSettings,
  misplaced,
);
