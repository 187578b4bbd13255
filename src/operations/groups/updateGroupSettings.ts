import { writeSettings } from "../../changes/settings.ts";
import { eventsOfSettings } from "../../domain/group-settings.ts";
import { atlas } from "../atlas.ts";
import { misplaced, readSettings, showSettings } from "./common.ts";

export const updateGroupSettings = atlas("updateGroupSettings", {
  holds: "group",
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
