// Operations on the integrations that a project's metrics are sent to.

import type { MetricIntegrationRequest } from "../../client/api.ts";
import { resourcesOf } from "../../core/changes/resources.ts";
import type { Sent } from "../../core/domain/sent.ts";
import { keepingBodies } from "../../core/operations/keeping-bodies.ts";

const integrations = resourcesOf<Sent<MetricIntegrationRequest>>({
  kind: "metricIntegration",
  events: {
    added: "OTEL_METRIC_INTEGRATION_ENABLED",
    replaced: "OTEL_METRIC_INTEGRATION_CONFIGURATION_UPDATED",
    removed: "OTEL_METRIC_INTEGRATION_DISABLED",
  },
});

const kept = keepingBodies(integrations, {
  of: "createGroupMetricIntegration",
  by: "metricIntegrationId",
  title: ["providerType", "endpoint"],
  renamed: { headers: "headersRedacted" },
});

export const listGroupMetricIntegrations = kept.page("listGroupMetricIntegrations", {
  integrationType: "integrationType",
  providerType: "providerType",
});

export const getGroupMetricIntegration = kept.get("getGroupMetricIntegration");

export const createGroupMetricIntegration = kept.create;

export const updateGroupMetricIntegration = kept.replace("updateGroupMetricIntegration");

export const deleteGroupMetricIntegration = kept.remove("deleteGroupMetricIntegration", {});
