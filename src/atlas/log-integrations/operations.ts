// Operations on the integrations that a project's logs are exported to.

import type { LogIntegrationRequest } from "../../client/api.ts";
import { resourcesOf } from "../../core/changes/resources.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { Sent } from "../../core/domain/sent.ts";
import { keepingBodies } from "../../core/operations/keeping-bodies.ts";
import { checkRole, roleErrors } from "../provider-access/roles.ts";

const integrations = resourcesOf<Sent<LogIntegrationRequest>>({
  kind: "logIntegration",
  events: {
    added: "PUSH_BASED_LOG_EXPORT_ENABLED",
    replaced: "PUSH_BASED_LOG_EXPORT_CONFIGURATION_UPDATED",
    removed: "PUSH_BASED_LOG_EXPORT_DISABLED",
  },
});

const kept = keepingBodies(integrations, {
  of: "createGroupLogIntegration",
  by: "id",
  title: ["type"],
  errors: [...roleErrors],
  replaceErrors: ["INVALID_ATTRIBUTE"],
  async check(context, body, before) {
    const { group, fault } = context;
    if (before !== undefined && before.type !== body.type) {
      const why = wrongField("type", `It stays ${before.type}.`);
      throw fault("INVALID_ATTRIBUTE", { attribute: "type" }, why);
    }
    if (body.type === "S3_LOG_EXPORT") await checkRole(context, group, body.iamRoleId, "AWS");
    if (body.type === "AZURE_LOG_EXPORT") await checkRole(context, group, body.roleId, "AZURE");
    if (body.type === "GCS_LOG_EXPORT") await checkRole(context, group, body.roleId, "GCP");
  },
  shows: (body) => (body.type === "S3_LOG_EXPORT" ? { useLegacyPathStructure: false, ...body } : body),
});

export const listGroupLogIntegrations = kept.page("listGroupLogIntegrations", { integrationType: "type" });

export const getGroupLogIntegration = kept.get("getGroupLogIntegration");

export const createGroupLogIntegration = kept.create;

export const updateGroupLogIntegration = kept.replace("updateGroupLogIntegration");

export const deleteGroupLogIntegration = kept.remove("deleteGroupLogIntegration", {});
