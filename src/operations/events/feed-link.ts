// The link to a feed: the page of the console that shows people the events which the filters of the request pick.
import type { FaultMaker } from "../../contract/errors.ts";
import { choosePeriod } from "../../domain/event.ts";
import type { Showing } from "../operation.ts";

interface Filters {
  readonly eventType?: readonly string[] | undefined;
  readonly clusterName?: readonly string[] | undefined;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
}

interface Feed {
  /** Of the organization or the project. */
  readonly id: string;
  readonly filters: string;
}

/** The filters as the list of events takes them and its page as well; refuses dates that the list would refuse. */
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

export const showFeedLink =
  (scope: "orgs" | "projects") =>
  (feed: Feed, { origin }: Showing) => {
    const activity = `${origin}/${scope}/${feed.id}/activity`;
    return { link: feed.filters === "" ? activity : `${activity}?${feed.filters}` };
  };
