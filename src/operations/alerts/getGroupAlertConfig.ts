import { door, operation, schemas } from "../declare.ts";
import { alertConfigId, configPath, findConfig, ofConfigs, showConfig } from "./common.ts";

export const getGroupAlertConfig = operation(`GET ${configPath}`, {
  ...ofConfigs,
  summary: "Get an alert configuration of a project",
  description: "Credentials of notifications are masked. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { alertConfigId },
  versions: { "2023-01-01": { reply: schemas.GroupAlertsConfig } },
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(findConfig, showConfig);
