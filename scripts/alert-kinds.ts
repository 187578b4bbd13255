// Writes src/core/contract/alert-table.json: what alerts can be set on, as Atlas publishes it.
import { type AlertKind, matcherFieldNames } from "../src/core/contract/alert-kinds.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import { readSpec } from "../src/core/spec/files.ts";
import type { Form } from "../src/core/spec/form.ts";
import { format } from "./format.ts";

const { types } = readSpec("atlas");

const formOf = (form: Form = {}): Form => (form.ref === undefined ? form : formOf(types[form.ref]));

const memberOf = (form: Form | undefined, name: string): Form => formOf(formOf(form).members?.[name]);

const casesOf = ({ cases = [] }: Form): Form[] =>
  Object.values<Form | string>(cases).map((each) => formOf(typeof each === "string" ? { ref: each } : each));

/** All values of an enumeration, or of its alternatives. */
const valuesOf = (form: Form): string[] => [
  ...new Set([...(form.enum ?? []).map(String), ...casesOf(form).flatMap(valuesOf)]),
];

const allUnits = ["Raw", "Time", "Data", "Number", "Serverless"].flatMap((kind) =>
  valuesOf(formOf({ ref: `${kind}MetricUnits` })),
);

/** A threshold of replica sets is published with the signs that pages show: it takes all. */
function thresholdOf(form: Form): AlertKind["threshold"] {
  const units = valuesOf(memberOf(form, "units"));
  if (units.length === 0) return undefined;
  const takesAll = units.length > allUnits.length;
  return takesAll
    ? { operators: ["GREATER_THAN", "LESS_THAN"], units: allUnits }
    : { operators: valuesOf(memberOf(form, "operator")), units };
}

/** A metric stands in the place of a threshold. A kind that is named by its threshold cannot do without. */
function kindOf(name: string): AlertKind {
  const { members = {} } = formOf({ ref: name });
  const events = valuesOf(formOf(members.eventTypeName));
  const fields = valuesOf(memberOf(members.matchers?.list, "fieldName"));
  const metrics = /^OUTSIDE_(.*)METRIC_THRESHOLD$/.exec(events[0] ?? "")?.[1];
  const threshold = metrics === undefined ? thresholdOf(formOf(members.threshold)) : undefined;
  return {
    events,
    fields,
    ...(metrics !== undefined && { metrics }),
    ...(threshold && { threshold: { ...threshold, ...(name.includes("Threshold") && { isNeeded: true }) } }),
  };
}

const { cases = [] } = formOf({ ref: "GroupAlertsConfig" });
const names = (cases as readonly Form[]).map(({ ref = "" }) => ref);
const isTold = ({ fields, threshold, metrics }: AlertKind): boolean =>
  fields.length > 0 || threshold !== undefined || metrics !== undefined;

/** The first kind has events of others too. It tells of those of which the others say nothing more. */
function listKinds(): AlertKind[] {
  const [rest, ...others] = names.map(kindOf);
  const told = others.filter(isTold);
  const known = new Set(told.flatMap(({ events }) => events));
  const stream = told.find(({ events }) => events.includes("STREAM_PROCESSOR_STATE_IS_FAILED"));
  const events = rest?.events.filter((event) => !known.has(event)) ?? [];
  return [
    { events, fields: [...matcherFieldNames, ...(stream?.fields ?? [])] },
    ...told.map((kind) => (kind.fields.length > 0 ? kind : { ...kind, fields: matcherFieldNames })),
  ];
}

/** Lists the metrics, each with its units. */
const listMetrics = (): [name: string, units: string][] =>
  names.flatMap((name) => {
    const { cases = {} } = memberOf({ ref: name }, "metricThreshold");
    return Object.entries<string>(cases as Readonly<Record<string, string>>).map(
      ([metric, ref]): [string, string] => [metric, valuesOf(memberOf({ ref }, "units")).join(" ")],
    );
  });

function groupMetrics() {
  const byUnits = grouped(
    listMetrics(),
    ([, units]) => units,
    ([metric]) => metric,
  );
  return [...byUnits].map(([units, metrics]) => ({ units: units.split(" "), metrics }));
}

export const renderAlertTable = (): string =>
  format(
    "src/core/contract/alert-table.json",
    JSON.stringify({ kinds: listKinds(), metrics: groupMetrics() }),
  );
