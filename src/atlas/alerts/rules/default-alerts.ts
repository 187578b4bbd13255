// The alert configurations of a new project, as recorded of a project: those that it was created with, and those that Atlas
// added later.

import type { Instant } from "../../../core/domain/instant.ts";
import type { AlertConfig } from "./alert-config.ts";

interface DefaultAlert
  extends Pick<AlertConfig, "eventTypeName">,
    Partial<Pick<AlertConfig, "metricThreshold" | "threshold">> {
  readonly isOff?: true;
  readonly delayMin?: number;
  readonly intervalMin?: number;
  /** True if it notifies all people in the project, and not only its owners. */
  readonly isForAll?: true;
}

const above = (metricName: string, threshold: number): DefaultAlert => ({
  eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
  metricThreshold: { metricName, mode: "AVERAGE", operator: "GREATER_THAN", threshold, units: "RAW" },
});
const each = (intervalMin: number, eventTypeNames: readonly string[]): readonly DefaultAlert[] =>
  eventTypeNames.map((eventTypeName) => ({ eventTypeName, intervalMin }));

const usualInterval = 60;
const shortInterval = 5;
const day = 1440;

const defaults: readonly DefaultAlert[] = [
  {
    eventTypeName: "REPLICATION_OPLOG_WINDOW_RUNNING_OUT",
    threshold: { operator: "LESS_THAN", threshold: 1, units: "HOURS" },
  },
  { eventTypeName: "NO_PRIMARY", delayMin: 15 },
  { eventTypeName: "CLUSTER_MONGOS_IS_MISSING", delayMin: 15 },
  above("CONNECTIONS_PERCENT", 80),
  above("DISK_PARTITION_SPACE_USED_DATA", 90),
  { eventTypeName: "CREDIT_CARD_ABOUT_TO_EXPIRE", intervalMin: day },
  above("NORMALIZED_SYSTEM_CPU_USER", 95),
  { ...above("NORMALIZED_SYSTEM_CPU_STEAL", 50), isOff: true },
  { eventTypeName: "HOST_HAS_INDEX_SUGGESTIONS", delayMin: 10 },
  { eventTypeName: "JOINED_GROUP", isForAll: true },
  { eventTypeName: "FTS_INDEX_DELETION_FAILED" },
  ...each(shortInterval, [
    "FTS_INDEX_BUILD_COMPLETE",
    "FTS_INDEX_BUILD_FAILED",
    "FTS_INDEXES_RESTORE_FAILED",
  ]),
  ...each(usualInterval, [
    "TRIGGER_FAILURE",
    "TRIGGER_AUTO_RESUMED",
    "SYNC_FAILURE",
    "REQUEST_RATE_LIMIT",
    "LOG_FORWARDER_FAILURE",
  ]),
  ...each(shortInterval, [
    "DISK_AUTO_SCALE_INITIATED",
    "DISK_AUTO_SCALE_OPLOG_FAIL",
    "DISK_AUTO_SCALE_MAX_DISK_SIZE_FAIL",
    "COMPUTE_AUTO_SCALE_INITIATED_BASE",
    "COMPUTE_AUTO_SCALE_INITIATED_ANALYTICS",
    "COMPUTE_AUTO_SCALE_MAX_INSTANCE_SIZE_FAIL_BASE",
    "COMPUTE_AUTO_SCALE_MAX_INSTANCE_SIZE_FAIL_ANALYTICS",
    "COMPUTE_AUTO_SCALE_OPLOG_FAIL_BASE",
    "COMPUTE_AUTO_SCALE_OPLOG_FAIL_ANALYTICS",
    "COMPUTE_AUTO_SCALE_SCALE_DOWN_FAIL_BASE",
    "COMPUTE_AUTO_SCALE_SCALE_DOWN_FAIL_ANALYTICS",
  ]),
];

/** Creates the configurations of a new project. */
export const defaultAlerts = (newId: () => string, now: Instant): AlertConfig[] =>
  defaults.map(({ isOff, delayMin = 0, intervalMin = usualInterval, isForAll, ...watched }) => ({
    ...watched,
    enabled: !isOff,
    matchers: [],
    notifications: [
      {
        typeName: "GROUP",
        notifierId: newId(),
        delayMin,
        intervalMin,
        emailEnabled: true,
        smsEnabled: false,
        ...(!isForAll && { roles: ["GROUP_OWNER"] }),
      },
    ],
    updatedAt: now,
  }));
