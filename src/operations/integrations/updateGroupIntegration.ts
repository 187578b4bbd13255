import { integrationPage, replaceIntegration } from "../../changes/integrating.ts";
import { integrationErrors } from "../../domain/integration.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findIntegration, showIntegration } from "./common.ts";

export const updateGroupIntegration = atlas("updateGroupIntegration", {
  holds: "group",
  errors: [...integrationErrors, "INTEGRATION_NOT_CONFIGURED"],
}).handle(async (context) => {
  const { group, body, query, issue } = context;
  await replaceIntegration({ ...context, ...issue }, await findIntegration(context), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));
