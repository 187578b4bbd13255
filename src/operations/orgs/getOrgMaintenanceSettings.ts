import { door, operation, schemas } from "../declare.ts";
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
  versions: { preview: { reply: schemas.OrganizationMaintenanceSettingsResponse } },
}).handle(({ tx, org }) => readMode(tx, org), { preview: showMode });
