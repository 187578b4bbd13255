// Audit events, written in the same unit of work as the change they record.
import { sql } from "kysely";
import type { AuditEvent, EventFilter, EventType } from "../domain/event.ts";
import { dayOf, type Instant } from "../domain/instant.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import { countByDay, countByType, type Feed, firstOf, lastOf } from "./event-counts.ts";
import {
  eventColumns,
  eventSearchReads,
  feed,
  newestFirst,
  type Period,
  toEvent,
  toRow,
} from "./event-rows.ts";
import { count, many, one, posts, type Unit } from "./facet.ts";
import { insertion, queryNow } from "./query.ts";
import { selection } from "./statements.ts";

/** A page: after a number of events of a period, newest first. */
interface Place extends Period {
  readonly skip: number;
  readonly limit: number;
}

/** Reads events of one type, or of all. */
const readOne = many(
  queryNow((db, of: Feed, type: string | null, { skip, limit, ...period }: Place) =>
    newestFirst(feed(db, of, type, period))
      .limit(limit)
      .offset(skip),
  ),
);

/**
 * Reads the first events of each type, which the index has in order, and merges them: one query would read other types, or
 * every event of these.
 */
const readSeveral = many(
  queryNow((db, of: Feed, types: readonly string[], { skip, limit, ...period }: Place) => {
    const firsts = types.map((type) =>
      db
        .selectFrom(
          feed(db, of, type, period)
            .select(["id", "at"])
            .orderBy("at", "desc")
            .orderBy("id", "desc")
            .limit(skip + limit)
            .as("firsts"),
        )
        .select(["id", "at"]),
    );
    const [first, ...others] = firsts as [(typeof firsts)[number]];
    const together = others.reduce((all, each) => all.unionAll(each), first);
    const ids = db
      .selectFrom(together.as("together"))
      .select("id")
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .offset(skip);
    return newestFirst(db.selectFrom("events").where("id", "in", ids));
  }),
);

/** Reads the page that most requests ask for, compiled once. */
const readNewest = (column: "orgId" | "groupId") =>
  many((db, id: string, { limit, skip }: Place) =>
    newestFirst(db.selectFrom("events").where(column, "=", id))
      .limit(limit)
      .offset(skip),
  );
const readNewestInOrg = readNewest("orgId");
const readNewestInGroup = readNewest("groupId");

function readPage(unit: Unit, of: Feed, types: readonly string[] | null, place: Place) {
  if (types === null && place.from === null && place.to === null) {
    return "orgId" in of
      ? readNewestInOrg(unit, of.orgId, place)
      : readNewestInGroup(unit, of.groupId, place);
  }
  const [only = null, ...others] = types ?? [];
  return types === null || others.length === 0
    ? readOne(unit, of, only, place)
    : readSeveral(unit, of, types, place);
}

/** Counts part of a day by reading it. */
const countPart = count((db, of: Feed, types: readonly string[] | null, period: Period) => {
  const found = feed(db, of, null, period);
  return types === null ? found : found.where("type", "in", types);
}, queryNow);

/** The days beyond all feeds. */
const [beforeAll, afterAll] = [-1e9, 1e9];

/** Counts the events of a period on each of its days, newest day first. */
async function countDays(unit: Unit, of: Feed, types: readonly string[] | null, { from, to }: Period) {
  const firstDay = from === null ? beforeAll : dayOf(from);
  const lastDay = to === null ? afterAll : dayOf(to);
  const counts = await countByDay(unit, of, types, { firstDay, lastDay });
  // The first and the last day may be partial.
  for (const day of new Set([firstDay, lastDay])) {
    const start = Math.max(firstOf(day), from ?? firstOf(day));
    const end = Math.min(lastOf(day), to ?? lastOf(day));
    if (!counts.has(day) || (start === firstOf(day) && end === lastOf(day))) continue;
    counts.set(day, await countPart(unit, of, types, { from: start, to: end }));
  }
  return [...counts].sort(([a], [b]) => b - a);
}

/** The most rows that an engine skips quickly; deeper pages skip whole days by their counts. */
const fewSkipped = 1000;

/**
 * Returns the place nearest to the beginning of a deep page that whole days lead to; undefined if there are not so many events.
 */
function skipDays(days: readonly (readonly [number, number])[], place: Place): Place | undefined {
  let skip = place.skip;
  for (const [day, count] of days) {
    if (skip < count) return { ...place, skip, to: Math.min(lastOf(day), place.to ?? lastOf(day)) };
    skip -= count;
  }
  return undefined;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

/** Returns the requested types that a feed has; null if these are all, or if none is requested. */
function chooseTypes(counts: ReadonlyMap<string, number>, { types = [], excludedTypes = [] }: EventFilter) {
  if (types.length + excludedTypes.length === 0) return null;
  const wanted = [...counts.keys()].filter(
    (type) => (types.length === 0 || types.includes(type)) && !excludedTypes.includes(type),
  );
  return wanted.length === counts.size ? null : wanted.sort();
}

/** The events about a person, of some types, in a period. */
export interface About extends Readonly<Record<"from" | "to", Instant>> {
  readonly username: string;
  readonly types: readonly EventType[];
}

const mostAbout = 100;

/** Finds the events of the creation of an organization's credentials: each has the instant of its credential. */
const creations = (table: "apiKeys" | "serviceAccounts", type: EventType) =>
  many(
    (db, orgId: string) =>
      db
        .selectFrom("events")
        .select(eventColumns)
        .where("orgId", "=", orgId)
        .where("type", "=", sql.lit(type))
        .where("at", "in", (made) => made.selectFrom(table).select("createdAt").where("orgId", "=", orgId)),
    toEvent,
  );
const creationsOf = [
  creations("apiKeys", "API_KEY_CREATED"),
  creations("serviceAccounts", "SERVICE_ACCOUNT_CREATED"),
] as const;

export const reads = {
  ...eventSearchReads,

  /**
   * Reads the creations of API keys and service accounts that an organization has; some that were removed in the same instant
   * may be among them.
   */
  creations: async (unit: Unit, orgId: string): Promise<AuditEvent[]> =>
    (await Promise.all(creationsOf.map((read) => read(unit, orgId)))).flat(),

  /**
   * Reads the last hundred events of a feed about a person, newest first. Those of an organization do not include those of its
   * projects.
   */
  about: many(
    queryNow((db, of: Feed, { username, types, from, to }: About) =>
      newestFirst(feed(db, of, null, { from, to }))
        .where("type", "in", types)
        .where("targetUsername", "=", username)
        .limit(mostAbout),
    ),
    toEvent,
  ),

  /** Finds the last event of a type about a person. */
  lastAbout: one(
    queryNow((db, of: Feed, type: EventType, username: string) =>
      newestFirst(feed(db, of, type, { from: null, to: null }))
        .where("targetUsername", "=", username)
        .limit(1),
    ),
    toEvent,
  ),

  find: one(selection("events", eventColumns, "id"), toEvent),

  countDays: countByDay,

  /** Returns a page of a feed, newest first. Its cost does not grow with the feed: see docs/performance.md. */
  async list(unit: Unit, of: Feed, filter: EventFilter, at: PageRequest): Promise<Paged<AuditEvent>> {
    const { types = [], excludedTypes = [], from = null, to = null } = filter;
    const place: Place = { from, to, skip: skipped(at), limit: at.itemsPerPage };
    const isOfOne = types.length === 1 && excludedTypes.length === 0;
    const isOfAll = types.length + excludedTypes.length === 0;
    const counting =
      at.includeCount || !(isOfAll || isOfOne) ? countByType(unit, of) : new Map<string, number>();
    // The newest page, which most requests ask for, needs no counts.
    const isNewest = isOfAll && from === null && to === null && place.skip <= fewSkipped;
    const [counts, newest] = await Promise.all([
      counting,
      isNewest ? readPage(unit, of, null, place) : undefined,
    ]);
    const chosen = isOfOne ? types : chooseTypes(counts, filter);
    const nothing = { ...at, results: [], total: 0 };
    if (chosen?.length === 0) return nothing;
    const isDeep = place.skip > fewSkipped;
    const days =
      isDeep || (at.includeCount && (from !== null || to !== null))
        ? await countDays(unit, of, chosen, place)
        : undefined;
    const near = isDeep ? skipDays(days ?? [], place) : place;
    const rows = newest ?? (near === undefined ? [] : await readPage(unit, of, chosen, near));
    const ofTypes = () =>
      sum(chosen === null ? counts.values() : chosen.map((type) => counts.get(type) ?? 0));
    const inAll = from === null && to === null ? ofTypes() : sum((days ?? []).map(([, count]) => count));
    return { ...at, results: rows.map(toEvent), total: at.includeCount ? inAll : 0 };
  },
};

const insert = posts(insertion("events"));

export const writes = {
  add: (unit: Unit, event: AuditEvent) => insert(unit, toRow(event)),
};
