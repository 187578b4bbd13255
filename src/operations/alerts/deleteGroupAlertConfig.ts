import { removeAlertConfig } from "../../changes/alerts.ts";
import { atlas } from "../atlas.ts";
import { findConfig } from "./common.ts";

export const deleteGroupAlertConfig = atlas("deleteGroupAlertConfig", {
  holds: "group",
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => removeAlertConfig(context, await findConfig(context)));
