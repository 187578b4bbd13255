// What the operations of events share: the filters of a feed, and how an event and the link to a feed's page in the console look.
import { type AuditEvent, choosePeriod, describeType } from "../../domain/event.ts";
import {
  type FaultMaker,
  limitSets,
  ObjectId,
  type Paged,
  type Showing,
  showPage,
  toTimestamp,
} from "../declare.ts";

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
  const filters = new URLSearchParams();
  for (const name of clusterName) filters.append("clusterNames", name);
  for (const type of eventType) filters.append("eventType", type);
  if (maxDate !== undefined) filters.set("maxDate", maxDate);
  if (minDate !== undefined) filters.set("minDate", minDate);
  return filters.toString();
}

/** An API key is named as recorded; of service accounts nothing is recorded. */
function showActor({ actor }: AuditEvent) {
  if (actor === null) return {};
  const { id, name, remoteAddress } = actor;
  const from = remoteAddress.ip !== undefined && { remoteAddress: remoteAddress.ip };
  return actor.kind === "API_KEY"
    ? { apiKeyId: id, publicKey: name, ...from }
    : { userId: id, username: name, ...from };
}

const showRaw = ({ id, type, at, orgId }: AuditEvent) => ({
  _t: type,
  cre: toTimestamp(at),
  description: describeType(type),
  id,
  ...(orgId !== undefined && { orgId }),
  severity: "INFO",
});

export interface EventView {
  readonly created: string;
  readonly eventTypeName: string;
  readonly id: string;
}

interface AskedEvent {
  readonly event: AuditEvent;
  readonly includeRaw: boolean;
}

/** Members in alphabetical order, by type. As recorded, an event without a project links to itself as if in a project called null. */
export function showEvent({ event, includeRaw }: AskedEvent, { origin }: Showing): EventView {
  const { id, type, at, orgId, groupId, targetUsername, details } = event;
  const href = `${origin}/api/atlas/v2/groups/${groupId ?? "null"}/events/${id}`;
  const members = {
    created: toTimestamp(at),
    eventTypeName: type,
    id,
    isGlobalAdmin: false,
    links: [{ href, rel: "self" }],
    ...showActor(event),
    ...(orgId !== undefined && { orgId }),
    ...(groupId !== undefined && { groupId }),
    ...(targetUsername !== undefined && { targetUsername }),
    ...details,
    ...(includeRaw && { raw: showRaw(event) }),
  };
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted) as unknown as typeof members;
}

export const showEvents = (page: Paged<AuditEvent> & { readonly includeRaw: boolean }, showing: Showing) =>
  showPage(page, showing, (event) => showEvent({ event, includeRaw: page.includeRaw }, showing));

export const showFeedLink =
  (scope: "orgs" | "projects") =>
  (feed: { readonly id: string; readonly filters: string }, { origin }: Showing) => {
    const activity = `${origin}/${scope}/${feed.id}/activity`;
    return { link: feed.filters === "" ? activity : `${activity}?${feed.filters}` };
  };
