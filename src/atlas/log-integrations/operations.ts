// Operations on the integrations that a project's logs are exported to.

import type { LogIntegrationRequest } from "../../client/api.ts";
import { resourcesOf } from "../../core/changes/resources.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { Sent } from "../../core/domain/sent.ts";
import { keepingBodies } from "../../core/operations/keeping-bodies.ts";
import { checkRole, roleErrors } from "../provider-access/roles.ts";

type Integration = Sent<LogIntegrationRequest>;

/** The words that the types of events begin with. */
const destinations = {
  AZURE_LOG_EXPORT: "AZURE",
  DATADOG_LOG_EXPORT: "DATADOG",
  GCS_LOG_EXPORT: "GCP",
  OTEL_LOG_EXPORT: "OTEL",
  S3_LOG_EXPORT: "S3",
  SPLUNK_LOG_EXPORT: "SPLUNK",
} as const;

/** Returns the types of the events of a change, one for each destination. */
const eventsOf = <const Change extends string>(change: Change) => ({
  among: Object.fromEntries(
    Object.entries(destinations).map(([type, word]) => [`${word}_LOG_STREAMING_${change}`, type]),
  ),
  choose: ({ type }: Integration) => `${destinations[type]}_LOG_STREAMING_${change}` as const,
});

const integrations = resourcesOf<Integration>({
  kind: "logIntegration",
  events: {
    added: eventsOf("ENABLED"),
    replaced: eventsOf("CONFIGURATION_UPDATED"),
    removed: eventsOf("DISABLED"),
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
