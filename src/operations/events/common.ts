// What the operations of events have in common: their limits, and the filters of a feed.
import { choosePeriod } from "../../domain/event.ts";
import { type FaultMaker, limitSets, ObjectId } from "../declare.ts";

const tag = "Events";
export const orgSide = { tag, limit: limitSets.orgEvents } as const;
export const groupSide = { tag, limit: limitSets.groupEvents } as const;

export const eventId = { ...ObjectId, description: "Id of the event." };

interface Filters {
  readonly eventType?: readonly string[] | undefined;
  readonly clusterName?: readonly string[] | undefined;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
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
