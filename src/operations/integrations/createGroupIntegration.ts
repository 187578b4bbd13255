import { addIntegration, addIntegrationErrors, integrationPage } from "../../changes/integrating.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showIntegration, typeOf } from "./common.ts";

export const createGroupIntegration = atlas("createGroupIntegration", {
  holds: "group",
  errors: [...addIntegrationErrors],
}).handle(async (context) => {
  const { group, params, body, query, issue, fault } = context;
  await addIntegration({ ...context, ...issue }, group, typeOf(params, fault), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));
