// Audit events, written in the same unit of work as the change they record.
import type { Actor, AuditEvent, EventFilter, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { countByDay, countByType, dayOf, daySql, type Feed, firstOf, lastOf } from "./event-counts.ts";
import { type Builder, insertion, query, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** Written out, as everywhere: a column that a newer version adds must not change what this one asks for. */
const columns = [
  ...(["id", "type", "at", "org_id", "group_id", "actor_kind", "actor_id", "actor_name"] as const),
  ...(["remote_address", "target_username", "details"] as const),
];
type EventRow = Pick<Tables["events"], (typeof columns)[number]>;

const byId = query((db, at: { id: string }) =>
  db.selectFrom("events").select(columns).where("id", "=", at.id),
);

/** Both ends are part of it; null is open. */
interface Period {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Events of a feed; of one type, unless it is null. An index has these in the order of a page, and with all that is compared. */
function feed(db: Builder, of: Feed, type: string | null, { from, to }: Period) {
  const all = db.selectFrom("events");
  let found = "orgId" in of ? all.where("org_id", "=", of.orgId) : all.where("group_id", "=", of.groupId);
  if (type !== null) found = found.where("type", "=", type);
  if (from !== null) found = found.where("at", ">=", from);
  if (to !== null) found = found.where("at", "<=", to);
  return found;
}

/** Where a page is: after so many events of a period, newest first. */
interface Place extends Period {
  readonly skip: number;
  readonly limit: number;
}

/** Of one type, or of all. */
const readOne = (of: Feed, type: string | null, { skip, limit, ...period }: Place) =>
  queryNow((db) =>
    feed(db, of, type, period)
      .select(columns)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .offset(skip),
  );

/**
 * Of several types: the first of each, of which the index has the order, put together. To ask for all types at once would
 * read either what is of other types or all that is of these.
 */
const readSeveral = (of: Feed, types: readonly string[], { skip, limit, ...period }: Place) =>
  queryNow((db) => {
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
    return db
      .selectFrom("events")
      .select(columns)
      .where("id", "in", ids)
      .orderBy("at", "desc")
      .orderBy("id", "desc");
  });

/** What an engine skips without being noticed; before what is deeper, days are skipped by their counts. */
const fewSkipped = 1000;

function toEvent(row: EventRow): AuditEvent {
  const { roles, ...details } = JSON.parse(row.details) as NonNullable<EventSubject["details"]> &
    Pick<EventSubject, "roles">;
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    actor:
      row.actor_kind === null
        ? null
        : ({
            kind: row.actor_kind,
            id: row.actor_id,
            name: row.actor_name,
            remoteAddress: row.remote_address,
          } as Actor),
    ...(row.org_id !== null && { orgId: row.org_id }),
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.target_username !== null && { targetUsername: row.target_username }),
    details,
    ...(roles !== undefined && { roles }),
  };
}

/** The page that nearly everybody asks for, compiled once. */
const newest = (column: "org_id" | "group_id") =>
  query((db, at: { id: string; limit: number; skip: number }) =>
    db
      .selectFrom("events")
      .select(columns)
      .where(column, "=", at.id)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(at.limit)
      .offset(at.skip),
  );
const newestInOrg = newest("org_id");
const newestInGroup = newest("group_id");

function readPage(unit: Unit, of: Feed, types: readonly string[] | null, place: Place) {
  const { from, to, skip, limit } = place;
  if (types === null && from === null && to === null) {
    return "orgId" in of
      ? unit.all(newestInOrg, { id: of.orgId, skip, limit })
      : unit.all(newestInGroup, { id: of.groupId, skip, limit });
  }
  const [only = null, ...others] = types ?? [];
  return unit.all(
    types === null || others.length === 0 ? readOne(of, only, place) : readSeveral(of, types, place),
    {},
  );
}

/** Counts what is in a part of a day by reading it. */
async function countIn(
  unit: Unit,
  of: Feed,
  types: readonly string[] | null,
  period: Period,
): Promise<number> {
  const count = queryNow((db) => {
    const found = feed(db, of, null, period).select((select) => select.fn.countAll<number>().as("count"));
    return types === null ? found : found.where("type", "in", types);
  });
  return (await unit.first(count, {}))?.count ?? 0;
}

/** What is looked through for somebody: an index of whose events they are would cost every change more than this costs a page. */
const mostLooked = 20_000;

export interface Of {
  /** Whose or about whom: a person's address, a public key or a client id. */
  readonly who: string;
  /** All if empty. */
  readonly types: readonly string[];
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** The newest events of a period. */
const newestOf = (db: Builder, of: Feed, period: Period) =>
  feed(db, of, null, period)
    .select(columns)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(mostLooked)
    .as("newest");

/** Those of them by or about somebody. */
const byOrAbout = (db: Builder, of: Feed, { who, types, ...period }: Of) => {
  const found = db.selectFrom(newestOf(db, of, period)).where((row) =>
    row.or([
      row("actor_name", "=", who),
      row("target_username", "=", who),
      // Of a key or an account, where it is what the event is about.
      row("details", "like", `%"${who.replace(/[\\%_"]/g, "_")}"%`),
    ]),
  );
  return types.length === 0 ? found : found.where("type", "in", types);
};

/** Days that no feed reaches. */
const [beforeAll, afterAll] = [-1e9, 1e9];

/** How many events of a period are on each of its days, newest day first. */
async function countDays(unit: Unit, of: Feed, types: readonly string[] | null, { from, to }: Period) {
  const firstDay = from === null ? beforeAll : dayOf(from);
  const lastDay = to === null ? afterAll : dayOf(to);
  const counts = await countByDay(unit, of, types, { firstDay, lastDay });
  // Its first day and its last one need not be whole.
  for (const day of new Set([firstDay, lastDay])) {
    const [start, end] = [
      Math.max(firstOf(day), from ?? firstOf(day)),
      Math.min(lastOf(day), to ?? lastOf(day)),
    ];
    if (!counts.has(day) || (start === firstOf(day) && end === lastOf(day))) continue;
    counts.set(day, await countIn(unit, of, types, { from: start, to: end }));
  }
  return [...counts].sort(([a], [b]) => b - a);
}

/** The place of a deep page, as near to its beginning as whole days lead; nothing where there are not so many events. */
function skipDays(days: readonly (readonly [number, number])[], place: Place): Place | undefined {
  let skip = place.skip;
  for (const [day, count] of days) {
    if (skip < count) return { ...place, skip, to: Math.min(lastOf(day), place.to ?? lastOf(day)) };
    skip -= count;
  }
  return undefined;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

/** The types that are asked for and that a feed has; null where these are all, or where nothing is asked. */
function chooseTypes(counts: ReadonlyMap<string, number>, { types = [], excludedTypes = [] }: EventFilter) {
  if (types.length + excludedTypes.length === 0) return null;
  const wanted = [...counts.keys()].filter(
    (type) => (types.length === 0 || types.includes(type)) && !excludedTypes.includes(type),
  );
  return wanted.length === counts.size ? null : wanted.sort();
}

/** Of a person in a part of a feed's time, of some types. */
export interface About extends Readonly<Record<"from" | "to", Instant>> {
  readonly username: string;
  readonly types: readonly EventType[];
}

/** As many as are shown. */
const mostAbout = 100;

const about = (of: Feed, { username, types, from, to }: About) =>
  queryNow((db) =>
    feed(db, of, null, { from, to })
      .select(columns)
      .where("type", "in", types)
      .where("target_username", "=", username)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(mostAbout),
  );

export const eventReads = {
  /** The last hundred of a feed about a person, newest first. Those of an organization are not those of its projects. */
  async about(unit: Unit, of: Feed, asked: About): Promise<AuditEvent[]> {
    return (await unit.all(about(of, asked), {})).map(toEvent);
  },

  async find(unit: Unit, id: string): Promise<AuditEvent | undefined> {
    const row = await unit.first(byId, { id });
    return row && toEvent(row);
  },

  /** How many events of some types, or of all, a feed has on each day from one to another, counted from 1970; none is left out. */
  async countDays(
    unit: Unit,
    of: Feed,
    types: readonly string[] | null,
    period: { readonly firstDay: number; readonly lastDay: number },
  ): Promise<readonly { readonly day: number; readonly count: number }[]> {
    const counts = await countByDay(unit, of, types, period);
    const days = Array.from(
      { length: Math.max(0, period.lastDay - period.firstDay + 1) },
      (_, n) => period.firstDay + n,
    );
    return days.map((day) => ({ day, count: counts.get(day) ?? 0 }));
  },

  /**
   * Events by or about somebody, newest first, among the newest 20,000 of a period; `isCut` says whether there are older ones,
   * which were not looked at.
   */
  async listOf(unit: Unit, of: Feed, filter: Of, { skip, limit }: { skip: number; limit: number }) {
    const rows = await unit.all(
      queryNow((db) =>
        byOrAbout(db, of, filter)
          .select(columns)
          .orderBy("at", "desc")
          .orderBy("id", "desc")
          .limit(limit)
          .offset(skip),
      ),
      {},
    );
    const count = (found: (db: Builder) => ReturnType<typeof byOrAbout>) =>
      unit.first(
        queryNow((db) => found(db).select((select) => select.fn.countAll<number>().as("count"))),
        {},
      );
    const total = (await count((db) => byOrAbout(db, of, filter)))?.count ?? 0;
    const looked = (await count((db) => db.selectFrom(newestOf(db, of, filter))))?.count ?? 0;
    return { events: rows.map((row) => toEvent(row as EventRow)), total, isCut: looked >= mostLooked };
  },

  /** How many of the same were on each day from one on, counted from 1970; days without any are left out. */
  async countDaysOf(unit: Unit, of: Feed, filter: Of, firstDay: number): Promise<Map<number, number>> {
    const rows = await unit.all(
      queryNow((db) =>
        byOrAbout(db, of, filter)
          .where("at", ">=", firstOf(firstDay))
          .select((select) => [daySql.as("day"), select.fn.countAll<number>().as("count")])
          .groupBy(daySql),
      ),
      {},
    );
    return new Map(rows.map(({ day, count }) => [Number(day), Number(count)]));
  },

  /** A page of a feed, newest first. What it costs does not grow with the feed: see docs/performance.md. */
  async list(unit: Unit, of: Feed, filter: EventFilter, at: PageRequest): Promise<Paged<AuditEvent>> {
    const { types = [], excludedTypes = [], from = null, to = null } = filter;
    const place: Place = { from, to, skip: skipped(at), limit: at.itemsPerPage };
    const isOfOne = types.length === 1 && excludedTypes.length === 0;
    const isOfAll = types.length + excludedTypes.length === 0;
    const counting =
      at.includeCount || !(isOfAll || isOfOne) ? countByType(unit, of) : new Map<string, number>();
    // What is counted does not say where the page is that nearly everybody asks for.
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

const insert = insertion("events");

export const eventWrites = {
  ...eventReads,

  async add(unit: Unit, event: AuditEvent): Promise<void> {
    unit.post(insert, {
      id: event.id,
      type: event.type,
      at: event.at,
      org_id: event.orgId ?? null,
      group_id: event.groupId ?? null,
      actor_kind: event.actor?.kind ?? null,
      actor_id: event.actor?.id ?? null,
      actor_name: event.actor?.name ?? null,
      remote_address: event.actor?.remoteAddress ?? null,
      target_username: event.targetUsername ?? null,
      details: JSON.stringify(
        event.roles === undefined ? (event.details ?? {}) : { ...event.details, roles: event.roles },
      ),
      seal_id: null,
    });
  },
};
