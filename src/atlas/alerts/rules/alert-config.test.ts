// Tests what alerts may watch, with which thresholds.
import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { type AlertConfig, chooseAlertConfig, type SentConfig } from "./alert-config.ts";

const notification = { typeName: "EMAIL", notifierId: "n", delayMin: 0, intervalMin: 60 } as const;
const choose = (sent: SentConfig, before?: AlertConfig) =>
  chooseAlertConfig(
    {
      notifications: [{ ...notification, emailAddress: "a@a.test" } as object as typeof notification],
      ...sent,
    },
    before,
    { now: 1, newId: () => "new", fault },
  );

const plain = { eventTypeName: "HOST_DOWN" };
const bill = { eventTypeName: "DAILY_BILL_OVER_THRESHOLD" };
const metric = {
  eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
  metricThreshold: { metricName: "SWAP_USAGE_USED" },
};
const named = (metricName: string, units?: string) => ({
  ...metric,
  metricThreshold: { metricName, ...(units !== undefined && { units }) },
});
const matching = (...fieldNames: string[]) => ({
  matchers: fieldNames.map((fieldName) => ({ fieldName, operator: "EQUALS" as const, value: "a" })),
});

test("a configuration is what is sent, and stays enabled or not where that is not sent", () => {
  const all = {
    ...metric,
    ...matching("HOSTNAME"),
    enabled: true,
    severityOverride: "INFO" as const,
    metricThreshold: {
      metricName: "SWAP_USAGE_USED",
      operator: "GREATER_THAN" as const,
      threshold: 1,
      units: "BYTES",
    },
  };
  const { notifications, ...chosen } = choose(all);
  deepEqual(chosen, { ...all, updatedAt: 1 });
  const { notifications: _, ...changed } = choose(plain, { ...chosen, notifications });
  deepEqual(changed, { ...plain, enabled: true, matchers: [], updatedAt: 1 });
  deepEqual(choose(plain).enabled, false);
  deepEqual(choose({ ...bill, threshold: { operator: "GREATER_THAN", units: "RAW" } }).threshold, {
    operator: "GREATER_THAN",
    units: "RAW",
  });
  choose({ ...named("FLEX_DATA_SIZE_TOTAL"), eventTypeName: "OUTSIDE_FLEX_METRIC_THRESHOLD" });
});

test("a refusal names what is wrong", () => {
  for (const [code, sent] of [
    ["INVALID_EVENT_TYPE_FOR_ALERT", { eventTypeName: "UNKNOWN" }],
    ["INVALID_ATTRIBUTE", { ...plain, ...matching("HOSTNAME", "CLUSTER_NAME") }],
    ["MISSING_METRIC_THRESHOLD", { eventTypeName: metric.eventTypeName }],
    ["METRIC_THRESHOLD_PRESENT", { ...metric, ...plain }],
    ["METRIC_TYPE_UNSUPPORTED", named("UNKNOWN")],
    ["METRIC_TYPE_UNSUPPORTED", named("FLEX_DATA_SIZE_TOTAL")],
    ["UNITS_MISMATCH", named("SWAP_USAGE_USED", "RAW")],
    ["THRESHOLD_PRESENT", { ...plain, threshold: {} }],
    ["MISSING_THRESHOLD", bill],
    ["INVALID_OPERATOR_FOR_EVENT_TYPE", { ...bill, threshold: { operator: "LESS_THAN" } }],
    ["UNITS_MISMATCH", { ...bill, threshold: { units: "DAYS" } }],
    ["MISSING_NOTIFICATIONS", { ...plain, notifications: [] }],
  ] as const) {
    throws(() => choose(sent), { code }, code);
  }
});
