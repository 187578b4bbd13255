// The shared parts of operations on events: the filters of a feed, how an event and the link to a feed's page in the console
// look, and what the activity pages read.

import { withEndedEvents } from "../../core/changes/resources.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { type AuditEvent, choosePeriod, describeType } from "../../core/domain/event.ts";
import { dateOfDay, dayOf, latestInstant } from "../../core/domain/instant.ts";
import { type PageRequest, skipped } from "../../core/domain/page.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import {
  type FaultMaker,
  type Instant,
  optional,
  type Paged,
  type Reads,
  type Showing,
  showPage,
  Type,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { isWanted, type Wanted } from "./rules/event-search.ts";

interface Filters {
  readonly eventType?: readonly string[] | undefined;
  readonly clusterName?: readonly string[] | undefined;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
}

/** Reads the filters of an event list, which the link to the feed's page has too; refuses invalid dates. */
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

/** Shows the actor: an API key as recorded; of service accounts nothing is recorded. */
function showActor({ actor, remoteAddress: ip }: AuditEvent) {
  if (actor === null) return ip === undefined ? {} : { remoteAddress: ip };
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

/**
 * Shows an event, with members in alphabetical order, by type. As recorded, an event without a project links to itself in a
 * project called null.
 */
export function showEvent({ event, includeRaw }: AskedEvent, { origin }: Showing): EventView {
  const { id, type, at, orgId, groupId, targetUsername, details } = event;
  const href = `${origin}/api/atlas/v2/groups/${groupId ?? "null"}/events/${id}`;
  return sortMembers({
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
  });
}

export const showEvents = (page: Paged<AuditEvent> & { readonly includeRaw: boolean }, showing: Showing) =>
  showPage(page, showing, (event) => showEvent({ event, includeRaw: page.includeRaw }, showing));

export const showFeedLink =
  (scope: "orgs" | "projects") =>
  (feed: { readonly id: string; readonly filters: string }, { origin }: Showing) => {
    const activity = `${origin}/${scope}/${feed.id}/activity`;
    return { link: feed.filters === "" ? activity : `${activity}?${feed.filters}` };
  };

const chartDays = 30;

/** The number of events read in one part of an export or a review: few, so that other requests do not wait long. */
export const partSize = 250;
/** The parameters of the place to continue from: an instant, and the id of an event. */
export const placeQuery = {
  at: Type.Integer({ minimum: 0 }),
  id: Type.Optional(Type.String({ maxLength: 24 })),
};
type PlaceQuery = Readonly<Partial<{ at: Instant | undefined; id: string | undefined }>>;
/** Returns the place to begin at: the newest event, unless the query has a place. Ids are hexadecimal, and sort before "g". */
export const placeIn = ({ at = latestInstant, id = "g" }: PlaceQuery) => ({ at, id });

const part = Type.Optional(Type.String({ maxLength: 254 }));

const instant = (description: string) => Type.String({ format: "date-time", description });

/**
 * The filters of activity: parts of the names of actor and target (an address, a public key or a client id), and a team by id
 * or name.
 */
const activityFilters = {
  who: part,
  by: part,
  team: part,
  eventType: Type.Array(Type.String({ pattern: "^[A-Z][A-Z0-9_]*$" }), {
    description: "Only events of these types. May be repeated.",
  }),
  minDate: instant("Only events from then on."),
  maxDate: instant("Only events until then."),
};

export const eventsQuery = {
  ...activityFilters,
  pageNum: optional(Type.Integer({ minimum: 1, maximum: 1000 }), 1),
  itemsPerPage: optional(Type.Integer({ minimum: 1, maximum: 500 }), 50),
};

export const exportQuery = { ...activityFilters, ...placeQuery };

type ActivityFilter = Parameters<typeof choosePeriod>[0] & {
  readonly who?: string | undefined;
  readonly by?: string | undefined;
  readonly team?: string | undefined;
  readonly eventType?: readonly string[] | undefined;
};

interface Asking {
  readonly tx: Reads;
  readonly now: Instant;
  readonly fault: FaultMaker<"INVALID_DATE_FORMAT">;
}

type Feed = { readonly orgId: string } | { readonly groupId: string };

/** The context of views without links, as pages need none. */
const noLinks = { origin: "", path: "", search: "" };

const show = (event: AuditEvent) => ({
  event: showEvent({ event, includeRaw: true }, noLinks) as unknown as Readonly<Record<string, unknown>>,
  kept: event.kept ?? {},
});

async function wantedBy(
  tx: Reads,
  orgId: string,
  { who = "", by = "", team = "", eventType = [] }: ActivityFilter,
) {
  const known =
    team === "" ? undefined : ((await tx.teams.named(orgId, team)) ?? (await tx.teams.find(orgId, team)));
  const wanted: Wanted = {
    who,
    by,
    types: eventType,
    team: team === "" ? null : { id: known?.id ?? team, name: known?.name ?? team },
  };
  return wanted;
}

const chart = (counts: ReadonlyMap<number, number>, now: Instant) => {
  const firstDay = dayOf(now) - chartDays + 1;
  return Array.from({ length: chartDays }, (_, nth) => ({
    date: dateOfDay(firstDay + nth),
    count: counts.get(firstDay + nth) ?? 0,
  }));
};

async function find(
  { tx, now, fault }: Asking,
  of: Feed,
  wanted: Wanted,
  query: ActivityFilter & Omit<PageRequest, "includeCount">,
) {
  const { types, who, by, team } = wanted;
  const { from, to } = choosePeriod(query, fault);
  if (who === "" && by === "" && team === null) {
    const { results, total } = await tx.events.list(
      of,
      { types, from, to },
      { ...query, includeCount: true },
    );
    const range = { firstDay: dayOf(now) - chartDays + 1, lastDay: dayOf(now) };
    const days = await tx.events.countDays(of, types.length > 0 ? types : null, range);
    return { events: results, total, isCut: false, days };
  }
  const search = { ...wanted, from: from ?? null, to: to ?? null };
  return tx.events.listOf(of, search, { skip: skipped(query), limit: query.itemsPerPage });
}

/** Returns a page of the events of an organization or of one of its projects, and the names of people in them. */
export async function eventsOf(
  asking: Asking,
  of: Feed,
  orgId: string,
  query: ActivityFilter & Omit<PageRequest, "includeCount">,
) {
  const { tx, now } = asking;
  const finding = find(asking, of, await wantedBy(tx, orgId, query), query);
  const found = await ("groupId" in of ? withEndedEvents(asking, of.groupId, finding) : finding);
  const addresses = found.events.flatMap(({ actor, targetUsername }) => [
    actor?.name ?? "",
    targetUsername ?? "",
  ]);
  const keys = [...new Set(addresses.filter((name) => name.includes("@")).map(foldAddress))];
  return {
    results: found.events.map(show),
    totalCount: found.total,
    /** True if older events were left out. */
    isCut: found.isCut,
    days: chart(found.days, now),
    people: await tx.access.namesOf(keys, orgId),
  };
}

/** Returns the next events of an export, and the place to continue from; null after the last. */
export async function exportOf(
  { tx, fault }: Asking,
  of: Feed,
  orgId: string,
  query: ActivityFilter & PlaceQuery,
) {
  const { from, to } = choosePeriod(query, fault);
  const { at, id } = placeIn(query);
  const { events, next } = await tx.access.events(of, {
    from: from ?? null,
    before: { at: Math.min(at, to ?? latestInstant), id },
    limit: partSize,
    isWanted: isWanted(await wantedBy(tx, orgId, query)),
  });
  return { events: events.map(show), next };
}
