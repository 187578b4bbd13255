// The link to a feed: it asks for the events that the filters of the request pick. There is no page for people behind it.
import type { FaultMaker } from "../../contract/errors.ts";
import { choosePeriod } from "../../domain/event.ts";
import type { Showing } from "../operation.ts";

interface Filters {
  readonly eventType?: readonly string[] | undefined;
  readonly clusterName?: readonly string[] | undefined;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
}

/** The filters as the list of events takes them; refuses dates that the list would refuse. */
export function feedFilters(query: Filters, fault: FaultMaker<"INVALID_DATE_FORMAT">): string {
  choosePeriod(query, fault);
  const { eventType = [], clusterName = [], minDate, maxDate } = query;
  const pairs: [string, string][] = [
    ...clusterName.map((name): [string, string] => ["clusterNames", name]),
    ...eventType.map((type): [string, string] => ["eventType", type]),
    ...(maxDate === undefined ? [] : [["maxDate", maxDate] satisfies [string, string]]),
    ...(minDate === undefined ? [] : [["minDate", minDate] satisfies [string, string]]),
  ];
  return new URLSearchParams(pairs).toString();
}

export const showFeedLink = (filters: string, { origin, path }: Showing) => {
  const events = `${origin}${path.replace(/activityFeed$/, "events")}`;
  return { link: filters === "" ? events : `${events}?${filters}` };
};
