// The period of a log that is downloaded.

import { day, type Instant, second } from "./instant.ts";

export interface LogPeriod {
  readonly from: Instant;
  readonly until: Instant;
}

/** Returns the period that a query names in seconds since 1970, up to now: the last day of it if it names no start. */
export function logPeriodOf(
  { startDate, endDate }: { readonly startDate?: number | undefined; readonly endDate?: number | undefined },
  now: Instant,
): LogPeriod {
  const until = endDate === undefined ? now : Math.min(endDate * second, now);
  return { from: startDate === undefined ? until - day : Math.min(startDate * second, until), until };
}
