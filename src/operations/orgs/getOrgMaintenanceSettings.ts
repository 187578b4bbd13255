import { door, operation } from "../declare.ts";
import { maintenancePath, maintenanceVersions, oneOrg, readMode, showMode } from "./common.ts";

export const getOrgMaintenanceSettings = operation(`GET ${maintenancePath}`, {
  ...oneOrg,
  summary: "Get the maintenance settings of an organization",
  description:
    "Answers the mode that was set, and the one that holds. It decides nothing here. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: maintenanceVersions,
}).handle(({ tx, org }) => readMode(tx, org), showMode);
