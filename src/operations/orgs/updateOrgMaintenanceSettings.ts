// Changes how maintenance of an organization's clusters is ordered.
import { limitSets } from "../../contract/limits.ts";
import {
  OrganizationMaintenanceSettingsResponse,
  OrganizationMaintenanceSettingsUpdateRequest,
} from "../../contract/schemas/org-settings.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { maintenancePath, readMode, showMode } from "./maintenance.ts";
import { envelope, orgId, pretty } from "./settings.ts";

export const updateOrgMaintenanceSettings = operation({
  id: "updateOrgMaintenanceSettings",
  method: "PATCH",
  path: maintenancePath,
  tag: "Organizations",
  summary: "Change the maintenance settings of an organization",
  description:
    "Sets the mode that is sent; without one it stays as it is. It decides nothing here. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId },
  query: { envelope, pretty },
  body: OrganizationMaintenanceSettingsUpdateRequest,
  versions: { preview: { reply: OrganizationMaintenanceSettingsResponse } },
  errors: [],
}).handle(
  async ({ tx, org, body, record }) => {
    const before = await readMode(tx, org);
    const { waveAssignmentMode = before } = body;
    if (waveAssignmentMode !== before) {
      await tx.orgs.writeDocument(org.id, "maintenance", { waveAssignmentMode });
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return waveAssignmentMode;
  },
  { preview: showMode },
);
