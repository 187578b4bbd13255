import { atlas } from "../atlas.ts";
import { misplaced, readSettings, showSettings } from "./common.ts";

export const getGroupSettings = atlas("getGroupSettings", {}).handle(
  ({ tx, group }) => readSettings(tx, group),
  showSettings,
  misplaced,
);
