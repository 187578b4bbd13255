// Answers how maintenance of an organization's clusters is ordered.
import { OrganizationMaintenanceSettingsResponse } from "../../contract/schemas/org-settings.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { maintenancePath, oneOrg, readMode } from "./common.ts";
import { showMode } from "./views.ts";

export const getOrgMaintenanceSettings = operation({
  id: "getOrgMaintenanceSettings",
  method: "GET",
  path: maintenancePath,
  ...oneOrg,
  summary: "Get the maintenance settings of an organization",
  description:
    "Answers the mode that was set, and the one that holds. It decides nothing here. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { preview: { reply: OrganizationMaintenanceSettingsResponse } },
}).handle(({ tx, org }) => readMode(tx, org), { preview: showMode });
