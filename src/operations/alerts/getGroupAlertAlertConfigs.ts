import { alertConfigs } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { findAlert, showListedConfig } from "./common.ts";

export const getGroupAlertAlertConfigs = atlas("getGroupAlertAlertConfigs", {
  errors: ["ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { document } = await findAlert(context);
  const config = await alertConfigs.find(context, context.group, document.alertConfigId);
  return pageOf(config === undefined ? [] : [config], context.query);
}, showPageOf(showListedConfig));
