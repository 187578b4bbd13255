// Answers how maintenance of an organization's clusters is ordered.
import { limitSets } from "../../contract/limits.ts";
import { OrganizationMaintenanceSettingsResponse } from "../../contract/schemas/org-settings.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { maintenancePath, readMode, showMode } from "./maintenance.ts";
import { envelope, orgId, pretty } from "./settings.ts";

export const getOrgMaintenanceSettings = operation({
  id: "getOrgMaintenanceSettings",
  method: "GET",
  path: maintenancePath,
  tag: "Organizations",
  summary: "Get the maintenance settings of an organization",
  description:
    "Answers the mode that was set, and the one that holds. It decides nothing here. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId },
  query: { envelope, pretty },
  versions: { preview: { reply: OrganizationMaintenanceSettingsResponse } },
  errors: [],
}).handle(({ tx, org }) => readMode(tx, org), { preview: showMode });
