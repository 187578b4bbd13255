// Operations on integrations of a project with other services.

import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { showPageOf } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import { addIntegration, addIntegrationErrors, integrationPage, replaceIntegration } from "./integrating.ts";
import { integrations } from "./kept.ts";
import { type Integration, type IntegrationType, integrationErrors } from "./rules/integration.ts";

/** Shows an integration. A webhook has its type last, as recorded. */
function showIntegration({ id, document }: Resource<Integration>) {
  const shown = sortMembers({ ...document, id });
  if (shown.type !== "WEBHOOK") return shown;
  const { type, ...others } = shown;
  return { ...others, type };
}

const ofTypes = keeping(integrations, {
  by: "integrationType",
  absent: "INTEGRATION_NOT_CONFIGURED",
  show: showIntegration,
});

export const listGroupIntegrations = atlas("listGroupIntegrations", {}).handle(
  ({ group, query, ...reading }) => integrationPage(reading, group, query),
  showPageOf(showIntegration),
);

export const getGroupIntegration = ofTypes.get("getGroupIntegration");

/** Reads the type. HIP_CHAT is documented, but no longer supported. */
function typeOf(
  { integrationType: type }: { readonly integrationType: string },
  fault: FaultMaker<"INVALID_INTEGRATION_SETTINGS">,
): IntegrationType {
  if (type === "HIP_CHAT") throw fault("INVALID_INTEGRATION_SETTINGS", { type });
  return type as IntegrationType;
}

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
  await replaceIntegration({ ...context, ...issue }, await ofTypes.find(context), body);
  return integrationPage(context, group, query);
}, showPageOf(showIntegration));

export const deleteGroupIntegration = ofTypes.remove("deleteGroupIntegration", {});
