import { writeSettings } from "../../changes/settings.ts";
import { atlas } from "../atlas.ts";
import { readMode, showMode } from "./common.ts";

export const updateOrgMaintenanceSettings = atlas("updateOrgMaintenanceSettings", {}).handle(
  async ({ tx, now, newId, org, body, record }) => {
    const before = await readMode(tx, org);
    const { waveAssignmentMode = before } = body;
    if (waveAssignmentMode !== before) {
      writeSettings({ tx, now, newId }, { orgId: org.id }, "maintenance", { waveAssignmentMode });
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return waveAssignmentMode;
  },
  showMode,
);
