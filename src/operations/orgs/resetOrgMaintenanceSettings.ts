// Takes back what was set about the maintenance of an organization's clusters.
import { limitSets } from "../../contract/limits.ts";
import { OrganizationMaintenanceSettingsResponse } from "../../contract/schemas/org-settings.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { maintenancePath, readMode, showMode } from "./maintenance.ts";
import { envelope, orgId, pretty } from "./settings.ts";

export const resetOrgMaintenanceSettings = operation({
  id: "resetOrgMaintenanceSettings",
  method: "POST",
  path: `${maintenancePath}:reset`,
  tag: "Organizations",
  summary: "Reset the maintenance settings of an organization",
  description: "Takes back the mode that was set, so that the default holds. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId },
  query: { envelope, pretty },
  versions: { preview: { reply: OrganizationMaintenanceSettingsResponse } },
  errors: [],
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
