import { changeAlertConfig, chooseConfigErrors } from "../../changes/alerts.ts";
import { atlas } from "../atlas.ts";
import { findConfig, showConfig } from "./common.ts";

export const updateGroupAlertConfig = atlas("updateGroupAlertConfig", {
  holds: "group",
  errors: [...chooseConfigErrors, "ALERT_CONFIG_NOT_FOUND"],
}).handle(
  async (context) => changeAlertConfig(context, context.group, await findConfig(context), context.body),
  showConfig,
);
