import { integrationPage, replaceIntegration } from "../../changes/integrating.ts";
import { integrationErrors } from "../../domain/integration.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findIntegration, params, pathOfOne, shared, showIntegration } from "./common.ts";

export const updateGroupIntegration = operation(`PUT ${pathOfOne}`, {
  ...shared,
  summary: "Replace a third-party integration of a project",
  description:
    "Answers all of them. A secret that is sent as answers show it stays what it was. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params,
  query: { ...paging },
  body: schemas.ThirdPartyIntegration,
  versions: { "2023-01-01": { reply: schemas.IntegrationPage } },
  errors: [...integrationErrors, "INTEGRATION_NOT_CONFIGURED"],
}).handle(async (context) => {
  const { group, body, query, issue } = context;
  await replaceIntegration({ ...context, ...issue }, await findIntegration(context), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));
