import { alertConfigs } from "../../changes/resources.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { configsPath, ofConfigs, showListedConfig } from "./common.ts";

export const listGroupAlertConfigs = operation(`GET ${configsPath}`, {
  ...ofConfigs,
  summary: "List the alert configurations of a project",
  description: "Oldest first. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.AlertConfigPage } },
}).handle(
  ({ group, query, ...reading }) => alertConfigs.page(reading, group, query),
  showPageOf(showListedConfig),
);
