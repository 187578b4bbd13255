import { alertConfigs } from "../../changes/resources.ts";
import { door, operation, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { alertId, alertPath, findAlert, ofConfigs, showListedConfig } from "./common.ts";

export const getGroupAlertAlertConfigs = operation(`GET ${alertPath}/alertConfigs`, {
  ...ofConfigs,
  summary: "List the alert configurations that opened an alert",
  description: "The one that it is of; none if that was deleted. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { alertId },
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.AlertConfigPage } },
  errors: ["ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { document } = await findAlert(context);
  const config = await alertConfigs.find(context, context.group, document.alertConfigId);
  return pageOf(config === undefined ? [] : [config], context.query);
}, showPageOf(showListedConfig));
