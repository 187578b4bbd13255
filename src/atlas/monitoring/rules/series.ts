// Time series of measurements: the interval that a request asks for, and its points. Nothing is measured, so every value is null.

import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { secondOf } from "../../../core/domain/event.ts";
import { day, hour, type Instant, minute, second, toTimestamp } from "../../../core/domain/instant.ts";

export const intervalErrors = ["INVALID_DATE_FORMAT", "INVALID_PERIOD", "MISSING_ATTRIBUTE"] as const;
export const seriesErrors = [...intervalErrors, "INVALID_GRANULARITY"] as const;
type Refusing = FaultMaker<(typeof intervalErrors)[number]>;

/** The distances of points, and for how long points of each are kept. */
const granularities = {
  PT10S: { step: 10 * second, kept: 8 * hour },
  PT1M: { step: minute, kept: 48 * hour },
  PT5M: { step: 5 * minute, kept: 48 * hour },
  PT1H: { step: hour, kept: 63 * day },
  P1D: { step: day, kept: Number.POSITIVE_INFINITY },
} as const;
type Granularity = keyof typeof granularities;

export interface AskedSeries {
  readonly granularity?: Granularity | undefined;
  readonly period?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface Series {
  readonly granularity: Granularity;
  readonly start: string;
  readonly end: string;
  readonly dataPoints: { timestamp: string; value: null }[];
}

/** The units of a duration in ISO 8601, in order: years, months, weeks and days, then those of a time. */
const lengths = [365 * day, 30 * day, 7 * day, day, hour, minute, second];
const duration =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Returns the milliseconds of a duration; undefined if the text is none. */
function lengthOf(period: string): number | undefined {
  const [, ...counts] = duration.exec(period) ?? [];
  if (counts.length === 0) return undefined;
  return lengths.reduce((sum, length, index) => sum + length * Number(counts[index] ?? 0), 0);
}

interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/** Returns the interval: a period before now, or from a start to an end. */
function intervalOf({ period, start, end }: AskedSeries, now: Instant, fault: Refusing): Interval {
  const wrong = (value: string, field: string, description: string) =>
    fault("INVALID_PERIOD", { value }, wrongField(field, description));
  if (period !== undefined) {
    if (start !== undefined || end !== undefined) {
      throw wrong(period, "period", "A period excludes a start and an end.");
    }
    const length = lengthOf(period);
    if (length === undefined || length > now) {
      throw wrong(period, "period", "The value must be a duration such as PT1H or P1DT12H.");
    }
    return { from: now - length, until: now };
  }
  const [from, until] = [secondOf("start", start, fault), secondOf("end", end, fault)];
  if (from === undefined) throw missing(until === undefined ? "period" : "start", fault);
  if (until === undefined) throw missing("end", fault);
  if (from > until) throw wrong(start ?? "", "start", "The start must not be after the end.");
  return { from, until };
}

/** Returns the smallest distance whose points are kept since an instant. */
const finestSince = (from: Instant, now: Instant): Granularity =>
  (["PT1M", "PT1H"] as const).find((each) => now - from <= granularities[each].kept) ?? "P1D";

const isGranularity = (text: string): text is Granularity => Object.hasOwn(granularities, text);

/** Reads a granularity, or refuses it; undefined for none. */
export function readGranularity(
  granularity: string | undefined,
  fault: FaultMaker<"INVALID_GRANULARITY">,
): Granularity | undefined {
  if (granularity === undefined || isGranularity(granularity)) return granularity;
  const description = `The value must be one of ${Object.keys(granularities).join(", ")}.`;
  throw fault("INVALID_GRANULARITY", { granularity }, wrongField("granularity", description));
}

/**
 * Returns the series that a request asks for. Points begin with the process that is measured, and end now. Without a granularity
 * it is the finest one that is still kept.
 */
export function seriesOf(
  asked: AskedSeries,
  { now, since, fault }: { readonly now: Instant; readonly since: Instant; readonly fault: Refusing },
): Series {
  const { from, until } = intervalOf(asked, now, fault);
  const { granularity = finestSince(from, now) } = asked;
  const { step, kept } = granularities[granularity];
  const first = Math.ceil(Math.max(from, since, now - kept) / step) * step;
  const count = Math.max(0, Math.ceil((Math.min(until, now) - first) / step));
  const dataPoints = Array.from({ length: count }, (_, index) => ({
    timestamp: toTimestamp(first + index * step),
    value: null,
  }));
  return { granularity, start: toTimestamp(from), end: toTimestamp(until), dataPoints };
}

/** The units by the name of a metric, among those of the document; the first row that matches counts. */
const units = [
  [/_PER_RETURNED|QUEUE_DEPTH|_COUNT$|TOTAL_OPEN/, "SCALAR"],
  [/GB_PER_HOUR/, "GIGABYTES_PER_HOUR"],
  [/JOURNALING_.*MB$/, "MEGABYTES_PER_SECOND"],
  [/PERCENT|CPU|RATIO/, "PERCENT"],
  [/LATENCY|_P\d\d_VALUE|OP_EXECUTION_TIME|FLUSH_AVG|_LAG|OPLOG_MASTER_TIME/, "MILLISECONDS"],
  [/BYTES_READ|BYTES_WRITTEN|NETWORK_BYTES|NETWORK_(?:IN|OUT)$|THROUGHPUT/, "BYTES_PER_SECOND"],
  [/ASSERT|OPCOUNTER|METRICS|EXECUTOR|REQUESTS|FAULT|IOPS|OPERATIONS|BTREE/, "SCALAR_PER_SECOND"],
  [/BYTES|SIZE|STORAGE|SPACE|MEMORY|DISK_U|SWAP/, "BYTES"],
] as const;

export const unitOf = (metric: string) => units.find(([name]) => name.test(metric))?.[1] ?? "SCALAR";
