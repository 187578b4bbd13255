import { keepAlertConfig } from "../../changes/alerts.ts";
import { missing } from "../../contract/errors.ts";
import { atlas } from "../atlas.ts";
import { findConfig, showConfig } from "./common.ts";

export const toggleGroupAlertConfig = atlas("toggleGroupAlertConfig", {
  holds: "group",
  errors: ["ALERT_CONFIG_NOT_FOUND", "MISSING_ATTRIBUTE"],
}).handle(async (context) => {
  const { body, fault, now } = context;
  const config = await findConfig(context);
  if (body.enabled === undefined) throw missing("enabled", fault);
  if (body.enabled === config.document.enabled) return config;
  return keepAlertConfig(context, config, { ...config.document, enabled: body.enabled, updatedAt: now });
}, showConfig);
