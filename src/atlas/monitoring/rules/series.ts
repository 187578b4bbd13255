// Time series of measurements: the interval that a request asks for, and its points. Nothing is measured, so every value is null.

import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { secondOf } from "../../../core/domain/event.ts";
import { day, hour, type Instant, minute, second, toTimestamp } from "../../../core/domain/instant.ts";

export const intervalErrors = [
  "INVALID_DATE_FORMAT",
  "INVALID_PERIOD",
  "METRIC_TYPE_UNSUPPORTED",
  "MISSING_ATTRIBUTE",
] as const;
export const seriesErrors = [...intervalErrors, "INVALID_GRANULARITY"] as const;
type Refusing = FaultMaker<(typeof intervalErrors)[number]>;

/** A distance of points, as an ISO 8601 duration and in milliseconds, and for how long they are kept. */
interface Granularity {
  readonly name: string;
  readonly step: number;
  readonly kept: number;
}

const daily: Granularity = { name: "P1D", step: day, kept: Number.POSITIVE_INFINITY };

/** The distances at which points are kept: those of another distance for as long as of the next smaller one. */
const granularities: readonly Granularity[] = [
  { name: "PT10S", step: 10 * second, kept: 8 * hour },
  { name: "PT1M", step: minute, kept: 48 * hour },
  { name: "PT1H", step: hour, kept: 63 * day },
  daily,
];

export interface AskedSeries {
  readonly granularity?: Granularity | undefined;
  readonly period?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface Series {
  readonly granularity: string;
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

/** Returns the smallest distance, of a minute at least, whose points are kept since an instant. */
const finestSince = (from: Instant, now: Instant): Granularity =>
  granularities.slice(1).find(({ kept }) => now - from <= kept) ?? daily;

/** Reads a granularity, or refuses it; undefined for none. */
export function readGranularity(
  granularity: string | undefined,
  fault: FaultMaker<"INVALID_GRANULARITY">,
): Granularity | undefined {
  if (granularity === undefined) return undefined;
  const step = lengthOf(granularity) ?? 0;
  const known = granularities.findLast((each) => each.step <= step);
  if (known !== undefined) return { name: granularity, step, kept: known.kept };
  const description = "The value must be a duration of at least ten seconds, such as PT1M or P1D.";
  throw fault("INVALID_GRANULARITY", { granularity }, wrongField("granularity", description));
}

/**
 * Returns the series that a request asks for, as recorded: its points are counted back from the end, and it begins and ends with
 * them. They begin with the process that is measured, and end now. Without a granularity it is the finest one that is still kept.
 */
export function seriesOf(
  asked: AskedSeries,
  { now, since, fault }: { readonly now: Instant; readonly since: Instant; readonly fault: Refusing },
): Series {
  const { from, until } = intervalOf(asked, now, fault);
  const { name: granularity, step, kept } = asked.granularity ?? finestSince(from, now);
  const last = Math.min(until, now);
  const span = last - Math.max(from, since, now - kept);
  const count = Math.max(0, Math.ceil(span / step));
  const dataPoints = Array.from({ length: count }, (_, index) => ({
    timestamp: toTimestamp(last - (count - 1 - index) * step),
    value: null,
  }));
  const [first] = dataPoints;
  return {
    granularity,
    start: first?.timestamp ?? toTimestamp(from),
    end: dataPoints.at(-1)?.timestamp ?? toTimestamp(until),
    dataPoints,
  };
}

/** The units by the name of a metric, as recorded of 171; the first row that matches counts. */
const units = [
  [/_PER_RETURNED|QUEUE_DEPTH|_COUNT$|TOTAL_OPEN/, "SCALAR"],
  [/GB_PER_HOUR/, "GIGABYTES_PER_HOUR"],
  [/JOURNALING_.*MB$/, "MEGABYTES_PER_SECOND"],
  [/OPERATIONS|SWAP_IO|TIMED_OUT|REJECTED|SPILL_TO_DISK/, "SCALAR_PER_SECOND"],
  [/^MEMORY_/, "MEGABYTES"],
  [/^(?:MAX_)?(?:SYSTEM_MEMORY|SWAP_USAGE)_(?!PERCENT)/, "KILOBYTES"],
  [/^OPLOG_.*TIME/, "SECONDS"],
  [/PERCENT|CPU|RATIO/, "PERCENT"],
  [/LATENCY|_P\d\d_VALUE|OP_EXECUTION_TIME|FLUSH_AVG|_LAG/, "MILLISECONDS"],
  [/BYTES_READ|BYTES_WRITTEN|NETWORK_BYTES|NETWORK_(?:IN|OUT)$|THROUGHPUT/, "BYTES_PER_SECOND"],
  [/ASSERT|OPCOUNTER|METRICS|EXECUTOR|REQUESTS|FAULT|IOPS|BTREE/, "SCALAR_PER_SECOND"],
  [/BYTES|SIZE|STORAGE|SPACE|MEMORY|DISK_U|SWAP/, "BYTES"],
] as const;

export const unitOf = (metric: string) => units.find(([name]) => name.test(metric))?.[1] ?? "SCALAR";
