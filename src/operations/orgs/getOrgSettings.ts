import { atlas } from "../atlas.ts";
import { readSettings, showSettings } from "./common.ts";

export const getOrgSettings = atlas("getOrgSettings", {}).handle(
  ({ tx, org }) => readSettings(tx, org),
  showSettings,
);
