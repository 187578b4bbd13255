import { atlas } from "../atlas.ts";
import { readMode, showMode } from "./common.ts";

export const getOrgMaintenanceSettings = atlas("getOrgMaintenanceSettings", {}).handle(
  ({ tx, org }) => readMode(tx, org),
  showMode,
);
