// Dated resource versions: the media types that name them, and the dates on which they are deprecated and removed.

export type VersionDate = `${number}-${number}-${number}`;

/** A dated version, the preview, or the only version of an answer that is plain JSON. */
export type VersionName = VersionDate | "preview" | "unversioned";

/** The newest version of Atlas's whole document. A request for it gets the newest version of each operation up to that date. */
export const newestVersion: VersionDate = "2025-03-12";

export const isVersionName = (name: string): name is VersionName =>
  /^(\d{4}-\d\d-\d\d|preview|unversioned)$/.test(name);

const withoutDate = ["unversioned", "preview"];

/** Sorts the versions of an operation, newest last. One without a date is the newest only if there is no other. */
export const versionsInOrder = (versions: Readonly<Record<string, unknown>>): VersionName[] =>
  (Object.keys(versions) as VersionName[]).sort((a, b) => {
    for (const name of withoutDate) {
      if (a === name || b === name) return a === name ? -1 : 1;
    }
    return a < b ? -1 : 1;
  });

/** Finds the version that answers a request for a date: the newest dated one that is not newer. */
export const versionOn = (newestFirst: readonly VersionName[], date: string): VersionName | undefined =>
  newestFirst.find((name) => name === "unversioned" || (name !== "preview" && name <= date));

/** The lifetime of one resource version of an operation; dates are `YYYY-MM-DD`. */
export interface Lifetime {
  readonly deprecated?: VersionDate;
  /** The day (UTC) from which the version answers 410. */
  readonly sunset?: VersionDate;
}

/** The lifetime of versions that were deprecated by version 2025-02-19 of the operations on people. */
export const olderLifetime = {
  deprecated: "2025-02-19",
  sunset: "2027-07-01",
} as const satisfies Lifetime;

export const mediaType = (version: string): string =>
  version === "unversioned" ? "application/json" : `application/vnd.atlas.${version}+json`;

const asked = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+(\w+)$/i;

/**
 * Returns the dates in an `Accept` header for one of these kinds of content, by weight (q), then in order; without those of
 * weight 0 or not in the calendar.
 */
export function versionsAsked(accept: string, kinds: readonly string[] = ["json"]): string[] {
  const ranges: { date: string; weight: number }[] = [];
  for (const range of accept.split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim());
    const [, date, kind = ""] = asked.exec(name) ?? [];
    if (date !== undefined && kinds.includes(kind.toLowerCase()) && isCalendarDate(date)) {
      ranges.push({ date, weight: weightOf(parameters) });
    }
  }
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ date }) => date);
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => /^q=[\d.]+$/i.test(parameter))?.slice(2);
  return weight === undefined ? 1 : Number(weight);
}

/** Reports whether `YYYY-MM-DD` is a day of the calendar. JavaScript reads 30 February as a day of March. */
export function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** Formats a date for the Deprecation and Sunset headers. Unlike in HTTP's own dates, the day has no leading zero. */
export function headerDate(date: VersionDate): string {
  const [weekday = "", day = "", month = "", year = ""] = new Date(`${date}T00:00:00Z`)
    .toUTCString()
    .split(" ");
  return `${weekday} ${Number(day)} ${month} ${year} 00:00:00 GMT`;
}

const prefixOfVersion1 = /^\/api\/(?:atlas|public)(?=\/v1\.[05](?:\/|$))/;

/** Returns a path of version 1.0 or 1.5, with or without a query, in the form of its table; undefined for any other. */
export const inVersion1 = (target: string): string | undefined =>
  prefixOfVersion1.test(target.split("?", 1)[0] ?? "")
    ? target.replace(prefixOfVersion1, "/api/atlas")
    : undefined;
