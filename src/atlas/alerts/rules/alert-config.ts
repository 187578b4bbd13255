// Alert configurations: what they watch, their thresholds, and what narrows them.
import { alertKinds, metricUnits } from "../../../core/contract/alert-kinds.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import {
  type AlertNotification,
  chooseNotifications,
  notificationErrors,
  type SentNotification,
} from "./alert-notification.ts";

export interface Threshold {
  readonly operator?: "GREATER_THAN" | "LESS_THAN";
  readonly threshold?: number;
  readonly units?: string;
}

interface Watched {
  readonly eventTypeName: string;
  readonly metricThreshold?: Threshold & { readonly metricName: string; readonly mode?: "AVERAGE" };
  readonly severityOverride?: "INFO" | "WARNING" | "ERROR" | "CRITICAL";
  readonly threshold?: Threshold;
}

type MatcherOperator =
  | "EQUALS"
  | "CONTAINS"
  | "STARTS_WITH"
  | "ENDS_WITH"
  | "NOT_EQUALS"
  | "NOT_CONTAINS"
  | "REGEX";

export interface Matcher {
  readonly fieldName: string;
  readonly operator: MatcherOperator;
  readonly value?: string;
}

export interface AlertConfig extends Watched {
  readonly enabled: boolean;
  readonly matchers: readonly Matcher[];
  readonly notifications: readonly AlertNotification[];
  readonly updatedAt: Instant;
}

export interface SentConfig extends Watched {
  readonly enabled?: boolean;
  readonly matchers?: readonly Matcher[];
  readonly notifications?: readonly SentNotification[];
}

/** The most configurations of a project. This number is ours, because Atlas's is not published. */
export const mostAlertConfigs = 500;

export const alertConfigErrors = [
  ...notificationErrors,
  "INVALID_EVENT_TYPE_FOR_ALERT",
  "INVALID_OPERATOR_FOR_EVENT_TYPE",
  "METRIC_THRESHOLD_PRESENT",
  "METRIC_TYPE_UNSUPPORTED",
  "MISSING_METRIC_THRESHOLD",
  "MISSING_THRESHOLD",
  "THRESHOLD_PRESENT",
  "UNITS_MISMATCH",
] as const;

type Refusing = FaultMaker<(typeof alertConfigErrors)[number]>;

/** Makes the configuration that a request sends in place of an existing one. */
export function chooseAlertConfig(
  sent: SentConfig,
  before: AlertConfig | undefined,
  { now, ...choosing }: { readonly now: Instant; readonly newId: () => string; readonly fault: Refusing },
): AlertConfig {
  const { eventTypeName, matchers = [], metricThreshold, severityOverride, threshold } = sent;
  checkWatched(sent, matchers, choosing.fault);
  return {
    enabled: sent.enabled ?? before?.enabled ?? false,
    eventTypeName,
    matchers,
    ...(metricThreshold !== undefined && { metricThreshold }),
    notifications: chooseNotifications(sent.notifications ?? [], before?.notifications ?? [], choosing),
    ...(severityOverride !== undefined && { severityOverride }),
    ...(threshold !== undefined && { threshold }),
    updatedAt: now,
  };
}

function checkWatched(sent: Watched, matchers: readonly Matcher[], fault: Refusing): void {
  const { eventTypeName, metricThreshold, threshold } = sent;
  const kind = alertKinds.get(eventTypeName);
  if (kind === undefined) {
    const wrong = wrongField("eventTypeName", "No alert can be set on it.");
    throw fault("INVALID_EVENT_TYPE_FOR_ALERT", { eventTypeName }, wrong);
  }
  matchers.forEach(({ fieldName }, index) => {
    if (kind.fields.includes(fieldName)) return;
    const wrong = wrongField(
      `matchers.${index}.fieldName`,
      `Fields of this type: ${kind.fields.join(", ")}.`,
    );
    throw fault("INVALID_ATTRIBUTE", { attribute: "fieldName" }, wrong);
  });
  if (kind.metrics !== undefined) {
    const needed = wrongField("metricThreshold", "The value is required.");
    if (metricThreshold === undefined) throw fault("MISSING_METRIC_THRESHOLD", { eventTypeName }, needed);
    checkMetric(metricThreshold, kind.metrics, fault);
  } else if (metricThreshold !== undefined) {
    throw fault("METRIC_THRESHOLD_PRESENT", { eventTypeName }, wrongField("metricThreshold", "It is sent."));
  }
  if (threshold !== undefined) {
    const { operators, units } = kind.threshold ?? {};
    if (operators === undefined || units === undefined) {
      throw fault("THRESHOLD_PRESENT", { eventTypeName }, wrongField("threshold", "It is sent."));
    }
    const { operator } = threshold;
    if (operator !== undefined && !operators.includes(operator)) {
      const wrong = wrongField("threshold.operator", `Operators of this type: ${operators.join(", ")}.`);
      throw fault("INVALID_OPERATOR_FOR_EVENT_TYPE", { operator, eventTypeName }, wrong);
    }
    checkUnits(threshold, units, "threshold", fault);
  } else if (kind.threshold?.isNeeded) {
    throw fault("MISSING_THRESHOLD", { eventTypeName }, wrongField("threshold", "The value is required."));
  }
}

/** The prefixes of metrics of other kinds; metrics of hosts have none. */
const prefixes = /^(REALM|SERVERLESS|FLEX|STREAM_PROCESSOR)_/;

function checkMetric(metric: NonNullable<Watched["metricThreshold"]>, prefix: string, fault: Refusing): void {
  const { metricName } = metric;
  const units = metricUnits.get(metricName);
  if (units === undefined || (prefixes.exec(metricName)?.[0] ?? "") !== prefix) {
    const wrong = wrongField("metricThreshold.metricName", "The type of event has no such metric.");
    throw fault("METRIC_TYPE_UNSUPPORTED", { metricName }, wrong);
  }
  checkUnits(metric, units, "metricThreshold", fault);
}

function checkUnits(
  { units: sent }: Threshold,
  units: readonly string[],
  field: string,
  fault: Refusing,
): void {
  if (sent === undefined || units.includes(sent)) return;
  const wrong = wrongField(`${field}.units`, `Units of it: ${units.join(", ")}.`);
  throw fault("UNITS_MISMATCH", { units: sent }, wrong);
}
