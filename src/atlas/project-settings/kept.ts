// The kinds of resources for settings that only a project's databases use.

import { settingOf } from "../../core/changes/resources.ts";
import {
  type AuditLog,
  eventsOfWindow,
  type MaintenanceWindow,
  noAuditLog,
  noWindow,
  type Switch,
} from "./rules/settings.ts";

export const auditLogs = settingOf<AuditLog>({
  kind: "auditLog",
  initial: noAuditLog,
  events: "AUDIT_LOG_CONFIGURATION_UPDATED",
});

export const customDns = settingOf<Switch>({ kind: "awsCustomDns", initial: { enabled: false } });

export const privateIpModes = settingOf<Switch>({ kind: "privateIpMode", initial: { enabled: false } });

export const regionalModes = settingOf<Switch>({
  kind: "regionalMode",
  initial: { enabled: false },
  events: (before, { enabled }) => {
    if (before.enabled === enabled) return [];
    return enabled
      ? ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED"]
      : ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED"];
  },
});

export const maintenanceWindows = settingOf<MaintenanceWindow>({
  kind: "maintenanceWindow",
  initial: noWindow,
  events: eventsOfWindow,
});
