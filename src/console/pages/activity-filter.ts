// The filter of an activity page, which the address holds in full: the words of the search, kinds, a period, and parameters
// that links of feeds set.
import { kinds, readSearch, typesOf } from "../../atlas/events/rules/event-search.ts";
import { day, hour, toTimestamp } from "../../core/domain/instant.ts";
import type { Visit } from "../page.ts";

export const ranges = { day: 24 * hour, week: 7 * day, month: 30 * day } as const;

export const kindsIn = (query: URLSearchParams) =>
  kinds.filter((kind) => query.getAll("kind").includes(kind));

/** Returns the search text; pages link to a person's events with `who`. */
export const searchIn = (query: URLSearchParams): string =>
  (query.get("q") ?? (query.has("who") ? `"${query.get("who")}"` : "")).trim().slice(0, 254);

/** Returns the last second of a minute or a day: the end of a filter includes all of it. */
export function throughOf(date: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return `${date}T23:59:59Z`;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(date) ? `${date}:59Z` : date;
}

/** Returns the filter as the operations take it; undefined if `is:` has an unknown word. */
export function filterIn({ query, now }: Pick<Visit, "query" | "now">) {
  const { who, by, team, is } = readSearch(searchIn(query));
  const types = typesOf([...is, ...kindsIn(query)]);
  if (types === undefined) return undefined;
  const named = query.getAll("eventType").filter((type) => type !== "");
  const both =
    types === null || named.length === 0
      ? (types ?? named)
      : named.filter((type) => types.some((each) => each === type));
  // If no type matches the words, nothing is found.
  const eventType = types !== null && both.length === 0 ? ["NONE"] : [...both];
  const range = query.get("range") ?? "";
  const since = Object.hasOwn(ranges, range) ? toTimestamp(now - ranges[range as keyof typeof ranges]) : "";
  const [from, to] = [since || (query.get("minDate") ?? ""), since ? "" : (query.get("maxDate") ?? "")];
  return {
    ...(who !== "" && { who }),
    ...(by !== "" && { by }),
    ...(team !== "" && { team }),
    ...(eventType.length > 0 && { eventType }),
    ...(from !== "" && { minDate: from }),
    ...(to !== "" && { maxDate: throughOf(to) }),
  };
}

export type Filter = NonNullable<ReturnType<typeof filterIn>>;
