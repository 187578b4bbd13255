// Takes back what was set about the maintenance of an organization's clusters.
import { OrganizationMaintenanceSettingsResponse } from "../../contract/schemas/org-settings.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { maintenancePath, oneOrg, readMode } from "./common.ts";
import { showMode } from "./views.ts";

export const resetOrgMaintenanceSettings = operation({
  id: "resetOrgMaintenanceSettings",
  method: "POST",
  path: `${maintenancePath}:reset`,
  ...oneOrg,
  summary: "Reset the maintenance settings of an organization",
  description: "Takes back the mode that was set, so that the default holds. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { preview: { reply: OrganizationMaintenanceSettingsResponse } },
}).handle(
  async ({ tx, org, record }) => {
    if ((await readMode(tx, org)) !== null) {
      await tx.orgs.clearDocument(org.id, "maintenance");
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return null;
  },
  { preview: showMode },
);
