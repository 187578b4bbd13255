import { removeAlertConfig } from "../../changes/alerts.ts";
import { operation } from "../declare.ts";
import { alertConfigId, configPath, findConfig, mayWrite, ofConfigs } from "./common.ts";

export const deleteGroupAlertConfig = operation(`DELETE ${configPath}`, {
  ...ofConfigs,
  summary: "Delete an alert configuration of a project",
  description: "Cancels its alerts that are open. Needs Project Alerts Manager.",
  door: mayWrite,
  holds: "group",
  params: { alertConfigId },
  versions: { "2023-01-01": {} },
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => removeAlertConfig(context, await findConfig(context)));
