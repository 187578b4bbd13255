import { atlas } from "../atlas.ts";
import { findConfig, showConfig } from "./common.ts";

export const getGroupAlertConfig = atlas("getGroupAlertConfig", {
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(findConfig, showConfig);
