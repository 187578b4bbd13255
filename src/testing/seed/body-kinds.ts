// Written by scripts/body-kinds.ts from the table of operations; do not edit.
export const bodyKinds = {
  logIntegrations: {
    kind: "logIntegration",
    of: "createGroupLogIntegration",
    says: "Log integrations of the project.",
    noun: "log integration",
    id: "id",
    title: ["type"],
    secrets: ["apiKey", "otelSuppliedHeaders.value", "hecToken"],
  },
  metricIntegrations: {
    kind: "metricIntegration",
    of: "createGroupMetricIntegration",
    says: "Metric integrations of the project.",
    noun: "metric integration",
    id: "metricIntegrationId",
    title: ["providerType", "endpoint"],
    secrets: ["headers.value"],
    renamed: { headers: "headersRedacted" },
  },
} as const;
