import { alertsOf, isOpen } from "../../changes/alerts.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findConfig, seenPage, showListedAlert } from "./common.ts";

export const getGroupAlertConfigAlerts = atlas("getGroupAlertConfigAlerts", {
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => {
  const all = await alertsOf(context, await findConfig(context));
  const open = all.filter((alert) => isOpen(alert, context.now));
  return seenPage(open, context);
}, showPageOf(showListedAlert));
