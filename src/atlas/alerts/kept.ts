// The kinds of resources for alerts and their configurations.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Alert } from "./rules/alert.ts";
import type { AlertConfig } from "./rules/alert-config.ts";

export const alertConfigs = resourcesOf<AlertConfig>({
  kind: "alertConfig",
  events: {
    added: "ALERT_CONFIG_ADDED_AUDIT",
    replaced: (before, { enabled }) => {
      if (before.enabled === enabled) return "ALERT_CONFIG_CHANGED_AUDIT";
      return enabled ? "ALERT_CONFIG_ENABLED_AUDIT" : "ALERT_CONFIG_DISABLED_AUDIT";
    },
    removed: "ALERT_CONFIG_DELETED_AUDIT",
  },
  details: (alertConfigId) => ({ alertConfigId }),
});

export const alerts = resourcesOf<Alert>({
  kind: "alert",
  events: {
    replaced: ({ acknowledged: before }, { acknowledged: after }) => {
      if (after !== undefined && after !== before) return "ALERT_ACKNOWLEDGED_AUDIT";
      return before !== undefined && after === undefined ? "ALERT_UNACKNOWLEDGED_AUDIT" : undefined;
    },
  },
  details: (alertId) => ({ alertId }),
});
