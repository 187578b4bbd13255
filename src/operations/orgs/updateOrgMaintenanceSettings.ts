import { writeSettings } from "../../changes/settings.ts";
import { door, operation, schemas } from "../declare.ts";
import { maintenancePath, maintenanceVersions, oneOrg, readMode, showMode } from "./common.ts";

export const updateOrgMaintenanceSettings = operation(`PATCH ${maintenancePath}`, {
  ...oneOrg,
  summary: "Change the maintenance settings of an organization",
  description:
    "Sets the mode that is sent; without one it stays as it is. It decides nothing here. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrganizationMaintenanceSettingsUpdateRequest,
  versions: maintenanceVersions,
}).handle(async ({ tx, now, newId, org, body, record }) => {
  const before = await readMode(tx, org);
  const { waveAssignmentMode = before } = body;
  if (waveAssignmentMode !== before) {
    writeSettings({ tx, now, newId }, { orgId: org.id }, "maintenance", { waveAssignmentMode });
    await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
  }
  return waveAssignmentMode;
}, showMode);
