// Instants: milliseconds since 1970-01-01T00:00:00Z, and how the API writes them.

export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The cached dates: making them takes most of the time of writing a list. */
const dates = new Map<number, string>();
const mostDates = 1000;

/** Returns the day of an instant in UTC, counted from the epoch. */
export const dayOf = (at: Instant): number => Math.floor(at / day);

/** Returns such a day as `YYYY-MM-DD`. */
export function dateOfDay(days: number): string {
  let date = dates.get(days);
  if (date === undefined) {
    if (dates.size === mostDates) dates.clear();
    dates.set(days, (date = new Date(days * day).toISOString().slice(0, -"T00:00:00.000Z".length)));
  }
  return date;
}

const digits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** Returns an instant as `YYYY-MM-DDThh:mm:ssZ`: Atlas answers whole seconds. */
export function toTimestamp(at: Instant): string {
  const days = dayOf(at);
  const date = dateOfDay(days);
  const seconds = Math.floor((at - days * day) / second);
  const minutes = Math.floor(seconds / 60);
  return `${date}T${digits[Math.floor(minutes / 60)]}:${digits[minutes % 60]}:${digits[seconds % 60]}Z`;
}

export const timestampOf = (at: Instant | null): string | null => (at === null ? null : toTimestamp(at));

/** Returns the day of an instant in UTC, as numbers. The formats of `Intl` take 30 ms to load, and some megabytes. */
export function dateOf(at: Instant): { year: number; month: number; date: number } {
  const of = new Date(at);
  return { year: of.getUTCFullYear(), month: of.getUTCMonth() + 1, date: of.getUTCDate() };
}

/** Returns an instant as `YYYY-MM-DDThh:mm:ss.sssZ`, as the test controls write it. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

/** The latest instant that the API can write. */
export const latestInstant: Instant = Date.parse("9999-12-31T23:59:59Z");
