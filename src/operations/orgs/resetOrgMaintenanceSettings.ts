import { door, operation } from "../declare.ts";
import { maintenancePath, maintenanceVersions, oneOrg, readMode, showMode } from "./common.ts";

export const resetOrgMaintenanceSettings = operation(`POST ${maintenancePath}:reset`, {
  ...oneOrg,
  summary: "Reset the maintenance settings of an organization",
  description: "Takes back the mode that was set, so that the default holds. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: maintenanceVersions,
}).handle(async ({ tx, org, record }) => {
  if ((await readMode(tx, org)) !== null) {
    tx.documents.removeOfOrg(org.id, "maintenance");
    await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
  }
  return null;
}, showMode);
