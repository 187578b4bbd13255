import { integrationPage } from "../../changes/integrating.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { path, shared, showIntegration } from "./common.ts";

export const listGroupIntegrations = operation(`GET ${path}`, {
  ...shared,
  summary: "List the third-party integrations of a project",
  description: "By type; of secrets only the last four characters. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.IntegrationPage } },
}).handle(
  ({ group, query, ...reading }) => integrationPage(reading, group, query),
  showPageOf(showIntegration),
);
