// Operations on integrations of a project with other services.

import { atlas } from "../../core/operations/atlas.ts";
import { showPageOf } from "../../core/operations/declare.ts";
import { findIntegration, showIntegration, typeOf } from "./common.ts";
import { addIntegration, addIntegrationErrors, integrationPage, replaceIntegration } from "./integrating.ts";
import { integrations } from "./kept.ts";
import { integrationErrors } from "./rules/integration.ts";

export const listGroupIntegrations = atlas("listGroupIntegrations", {}).handle(
  ({ group, query, ...reading }) => integrationPage(reading, group, query),
  showPageOf(showIntegration),
);

export const getGroupIntegration = atlas("getGroupIntegration", {
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(findIntegration, showIntegration);

export const createGroupIntegration = atlas("createGroupIntegration", {
  locks: "group",
  errors: [...addIntegrationErrors],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, params, body, query, issue, fault } = context;
  await addIntegration({ ...context, ...issue }, group, typeOf(params, fault), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));

export const updateGroupIntegration = atlas("updateGroupIntegration", {
  locks: "group",
  errors: [...integrationErrors, "INTEGRATION_NOT_CONFIGURED"],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, body, query, issue } = context;
  await replaceIntegration({ ...context, ...issue }, await findIntegration(context), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));

export const deleteGroupIntegration = atlas("deleteGroupIntegration", {
  locks: "group",
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(async (context) => integrations.remove(context, await findIntegration(context)));
