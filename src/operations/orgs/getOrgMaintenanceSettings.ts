import { door, operation, schemas } from "../declare.ts";
import { maintenancePath, oneOrg, readMode, showMode } from "./common.ts";

export const getOrgMaintenanceSettings = operation(`GET ${maintenancePath}`, {
  ...oneOrg,
  summary: "Get the maintenance settings of an organization",
  description:
    "Answers the mode that was set, and the one that holds. It decides nothing here. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { preview: { reply: schemas.OrganizationMaintenanceSettingsResponse } },
}).handle(({ tx, org }) => readMode(tx, org), showMode);
