import { changeAlertConfig, chooseConfigErrors } from "../../changes/alerts.ts";
import { operation, schemas } from "../declare.ts";
import { alertConfigId, configPath, findConfig, mayWrite, ofConfigs, showConfig } from "./common.ts";

export const updateGroupAlertConfig = operation(`PUT ${configPath}`, {
  ...ofConfigs,
  summary: "Replace an alert configuration of a project",
  description:
    "What is not sent is removed, except enabled and the members of a notification sent with its notifierId. Notifications sent without one get new ids. Needs Project Alerts Manager.",
  door: mayWrite,
  holds: "group",
  params: { alertConfigId },
  body: schemas.GroupAlertsConfig,
  versions: { "2023-01-01": { reply: schemas.GroupAlertsConfig } },
  errors: [...chooseConfigErrors, "ALERT_CONFIG_NOT_FOUND"],
}).handle(
  async (context) => changeAlertConfig(context, context.group, await findConfig(context), context.body),
  showConfig,
);
