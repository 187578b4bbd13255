import { keepAlertConfig } from "../../changes/alerts.ts";
import { missing } from "../../contract/errors.ts";
import { operation, schemas } from "../declare.ts";
import { alertConfigId, configPath, findConfig, mayWrite, ofConfigs, showConfig } from "./common.ts";

export const toggleGroupAlertConfig = operation(`PATCH ${configPath}`, {
  ...ofConfigs,
  summary: "Turn an alert configuration of a project on or off",
  description: "Turning it off cancels its alerts that are open. Needs Project Alerts Manager.",
  door: mayWrite,
  holds: "group",
  params: { alertConfigId },
  body: schemas.AlertsToggle,
  versions: { "2023-01-01": { reply: schemas.GroupAlertsConfig } },
  errors: ["ALERT_CONFIG_NOT_FOUND", "MISSING_ATTRIBUTE"],
}).handle(async (context) => {
  const { body, fault, now } = context;
  const config = await findConfig(context);
  if (body.enabled === undefined) throw missing("enabled", fault);
  if (body.enabled === config.document.enabled) return config;
  return keepAlertConfig(context, config, { ...config.document, enabled: body.enabled, updatedAt: now });
}, showConfig);
