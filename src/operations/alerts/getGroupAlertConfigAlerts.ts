import { alertsOf, isOpen } from "../../changes/alerts.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { alertConfigId, configPath, findConfig, ofAlerts, seenPage, showListedAlert } from "./common.ts";

export const getGroupAlertConfigAlerts = operation(`GET ${configPath}/alerts`, {
  ...ofAlerts,
  summary: "List the open alerts of an alert configuration",
  description: "Those that are OPEN or TRACKING, oldest first. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { alertConfigId },
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.AlertPage } },
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => {
  const all = await alertsOf(context, await findConfig(context));
  const open = all.filter((alert) => isOpen(alert, context.now));
  return seenPage(open, context);
}, showPageOf(showListedAlert));
