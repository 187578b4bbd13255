// Dated resource versions: the media types that name them, and the dates on which they are deprecated and removed.

/** A resource version, `YYYY-MM-DD`. */
export type VersionDate = `${number}-${number}-${number}`;

/** What one resource version of an operation promises about its own life; dates are `YYYY-MM-DD`. */
export interface Lifetime {
  readonly deprecated?: VersionDate;
  /** From this day on (UTC) the version answers 410. */
  readonly sunset?: VersionDate;
}

export const mediaType = (version: string): string => `application/vnd.atlas.${version}+json`;

const asked = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+json$/i;

/** The version dates an `Accept` header names, in its order; dates that are not in the calendar are left out. */
export function versionsAsked(accept: string): string[] {
  const dates: string[] = [];
  for (const range of accept.split(",")) {
    const date = asked.exec((range.split(";")[0] ?? "").trim())?.[1];
    if (date !== undefined && isCalendarDate(date)) dates.push(date);
  }
  return dates;
}

function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** A date as the Deprecation and Sunset headers carry it. Unlike HTTP's own dates, the day has no leading zero. */
export function headerDate(date: VersionDate): string {
  const [weekday = "", day = "", month = "", year = ""] = new Date(`${date}T00:00:00Z`)
    .toUTCString()
    .split(" ");
  return `${weekday} ${Number(day)} ${month} ${year} 00:00:00 GMT`;
}
