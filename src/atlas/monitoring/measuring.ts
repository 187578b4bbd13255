// Measurements of processes, clusters and search: each metric that was asked for, at each point of the interval.

import { missing, wrongField } from "../../core/contract/errors.ts";
import { type FaultMaker, type Instant, linksOf, type Showing } from "../../core/operations/declare.ts";
import { formOf } from "../../core/spec/definition.ts";
import {
  type AskedSeries,
  type intervalErrors,
  readGranularity,
  type seriesErrors,
  seriesOf,
  unitOf,
} from "./rules/series.ts";

/** Lists the metrics that a query parameter of an operation allows. */
const metricsOf = (id: string, parameter: string): readonly string[] =>
  (formOf(id).query?.[parameter]?.list?.enum ?? []) as string[];

export interface Measuring {
  readonly query: AskedSeries & Readonly<Partial<Record<"m" | "metrics", readonly string[] | undefined>>>;
  readonly now: Instant;
  readonly fault: FaultMaker<(typeof intervalErrors)[number]>;
}

/** Measures what an operation measures, or those of its metrics that the query names, since an instant. */
export function measure(id: string, { query, now, fault }: Measuring, since: Instant) {
  for (const [name, { demanded }] of Object.entries(formOf(id).query ?? {})) {
    const isSent = (query as Readonly<Record<string, unknown>>)[name] !== undefined;
    if ((demanded || name === "granularity") && !isSent) throw missing(name, fault);
  }
  const { dataPoints, ...interval } = seriesOf(query, { now, since, fault });
  const known = [...metricsOf(id, "m"), ...metricsOf(id, "metrics")];
  const names = query.m ?? query.metrics ?? known;
  const metricName = names.find((name) => !known.includes(name));
  if (metricName !== undefined) {
    const field = query.m === undefined ? "metrics" : "m";
    const wrong = wrongField(field, `The value must be one of ${known.join(", ")}.`);
    throw fault("METRIC_TYPE_UNSUPPORTED", { metricName }, wrong);
  }
  const measurements = names.map((name) => ({ dataPoints, name, units: unitOf(name) }));
  return { ...interval, measurements };
}

/** A request that may say how far apart the points are. */
export interface MeasuringBy extends Omit<Measuring, "query" | "fault"> {
  readonly query: Omit<Measuring["query"], "granularity"> & { readonly granularity?: string | undefined };
  readonly fault: FaultMaker<(typeof seriesErrors)[number]>;
}

/** Measures as `measure` does, at the distances that the query names. */
export function measureBy(id: string, { query, now, fault }: MeasuringBy, since: Instant) {
  const granularity = readGranularity(query.granularity, fault);
  return measure(id, { query: { ...query, granularity }, now, fault }, since);
}

/** Lists the metrics of an operation with their units. */
export const describeMetrics = <Name extends string | null>(id: string) =>
  metricsOf(id, "metrics").map((name) => ({ metricName: name as Name, units: unitOf(name) }));

/** Returns the link to what was asked for, with its parameters in alphabetical order, as recorded. */
export function selfLink({ origin, path, search }: Showing) {
  const query = new URLSearchParams(search);
  query.sort();
  return linksOf(`${origin}${path}${search === "" ? "" : `?${query}`}`);
}
