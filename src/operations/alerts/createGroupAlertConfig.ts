import { makeAlertConfig, makeConfigErrors } from "../../changes/alerts.ts";
import { operation, schemas } from "../declare.ts";
import { configsPath, linked, mayWrite, ofConfigs, showConfig } from "./common.ts";

export const createGroupAlertConfig = operation(`POST ${configsPath}`, {
  ...ofConfigs,
  summary: "Create an alert configuration of a project",
  description:
    "The configuration is stored; notifications are never sent. Of their credentials only the masked form is stored. Needs Project Alerts Manager.",
  door: mayWrite,
  holds: "group",
  status: 201,
  body: schemas.GroupAlertsConfig,
  versions: { "2023-01-01": { reply: schemas.GroupAlertsConfig } },
  errors: [...makeConfigErrors],
}).handle(
  (context) => makeAlertConfig(context, context.group, context.body),
  showConfig,
  ({ groupId, name }, { origin }) => ({ location: linked(origin, groupId, "alertConfigs", name) }),
);
