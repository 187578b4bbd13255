// Events by or about one person, key or service account, among the newest of a feed.
import { daySql, type Feed, firstOf } from "./event-counts.ts";
import { feed, type Period, toEvent } from "./event-rows.ts";
import { eventColumns } from "./event-seals.ts";
import { count, many, type Unit } from "./facet.ts";
import { type Builder, queryNow } from "./query.ts";

/** How many events are searched: an index of the people in events would cost every change more than this costs a page. */
const mostSearched = 20_000;

export interface Search extends Period {
  /** Of whom or about whom: a person's address, a public key or a client id. */
  readonly who: string;
  /** All if empty. */
  readonly types: readonly string[];
}

const newest = (db: Builder, of: Feed, period: Period) =>
  feed(db, of, null, period)
    .select(eventColumns)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(mostSearched);

function byOrAbout(db: Builder, of: Feed, { who, types, ...period }: Search) {
  const found = db.selectFrom(newest(db, of, period).as("newest")).where((row) =>
    row.or([
      row("actorName", "=", who),
      row("targetUsername", "=", who),
      // Of a key or an account, where it is what the event is about.
      row("details", "like", `%"${who.replace(/[\\%_"]/g, "_")}"%`),
    ]),
  );
  return types.length === 0 ? found : found.where("type", "in", types);
}

const page = many(
  queryNow((db, of: Feed, search: Search, { skip, limit }: { skip: number; limit: number }) =>
    byOrAbout(db, of, search)
      .select(eventColumns)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .offset(skip),
  ),
  toEvent,
);

const countFound = count(byOrAbout, queryNow);
const countSearched = count(
  (db, of: Feed, period: Period) => db.selectFrom(newest(db, of, period).as("newest")),
  queryNow,
);

const days = many(
  queryNow((db, of: Feed, search: Search, firstDay: number) =>
    byOrAbout(db, of, search)
      .where("at", ">=", firstOf(firstDay))
      .select(({ fn }) => [daySql.as("day"), fn.countAll<number>().as("count")])
      .groupBy(daySql),
  ),
);

export const eventSearchReads = {
  /** A page by or about somebody, newest first, among the newest 20,000 of a period; `isCut` where older ones were not searched. */
  async listOf(unit: Unit, of: Feed, search: Search, at: { skip: number; limit: number }) {
    const events = await page(unit, of, search, at);
    const total = await countFound(unit, of, search);
    const searched = await countSearched(unit, of, search);
    return { events, total, isCut: searched >= mostSearched };
  },

  /** How many of them were on each day from one on, counted from 1970; days without any are left out. */
  async countDaysOf(unit: Unit, of: Feed, search: Search, firstDay: number): Promise<Map<number, number>> {
    const rows = await days(unit, of, search, firstDay);
    return new Map(rows.map(({ day, count }) => [Number(day), Number(count)]));
  },
};
