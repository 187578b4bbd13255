import { addIntegration, addIntegrationErrors, integrationPage } from "../../changes/integrating.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { params, pathOfOne, shared, showIntegration, typeOf } from "./common.ts";

export const createGroupIntegration = operation(`POST ${pathOfOne}`, {
  ...shared,
  summary: "Configure a third-party integration of a project",
  description:
    "Answers all of them. There is one of a type. Its secrets are kept sealed; nothing is sent to anybody. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 200,
  params,
  query: { ...paging },
  body: schemas.ThirdPartyIntegration,
  versions: { "2023-01-01": { reply: schemas.IntegrationPage } },
  errors: [...addIntegrationErrors],
}).handle(async (context) => {
  const { group, params, body, query, issue, fault } = context;
  await addIntegration({ ...context, ...issue }, group, typeOf(params, fault), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));
