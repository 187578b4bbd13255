// Counts the events of a feed without reading them: sealed ones were counted when they were sealed, and the few others are
// counted now.
import { type ExpressionBuilder, sql } from "kysely";
import { day as dayLength, type Instant } from "../domain/instant.ts";
import { many, posts, type Unit } from "./facet.ts";
import { type Builder, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

export type Feed = { readonly orgId: string } | { readonly groupId: string };

export const firstOf = (day: number): Instant => day * dayLength;
export const lastOf = (day: number): Instant => firstOf(day + 1) - 1;
/** The day in SQL. Both engines divide towards zero, which would be up for days before 1970. */
export const daySql = sql<number>`(at - ((at % ${sql.lit(dayLength)}) + ${sql.lit(dayLength)}) % ${sql.lit(dayLength)}) / ${sql.lit(dayLength)}`;
/** Returns the name of a feed in the tables of counts: an organization and a project may have the same id. */
const nameOf = (of: Feed) => ("orgId" in of ? `org/${of.orgId}` : `group/${of.groupId}`);
type FeedColumn = "orgId" | "groupId";

/**
 * Selects unsealed events. The column is in a function, so that the index of unsealed events is used, which is small and has
 * every column, and not that of a feed.
 */
const unsealed = (db: Builder, column: FeedColumn, id: string) =>
  db
    .selectFrom("events")
    .where("sealId", "is", null)
    .where((row) => row(row.fn.coalesce(column, row.val("")), "=", id));

const totals = (column: FeedColumn) =>
  many((db, feed: string, id: string) =>
    db
      .selectFrom("eventTotals")
      .select(["type", "count"])
      .where("feed", "=", feed)
      .unionAll(
        unsealed(db, column, id)
          .select((select) => ["type", select.fn.countAll<number>().as("count")])
          .groupBy("type"),
      ),
  );

const totalsOf = { orgId: totals("orgId"), groupId: totals("groupId") };
const idOf = (of: Feed) => ("orgId" in of ? of.orgId : of.groupId);
const columnOf = (of: Feed) => ("orgId" in of ? "orgId" : "groupId");

/** A range of days, both included, counted from 1970. */
export interface Days {
  readonly firstDay: number;
  readonly lastDay: number;
}

const days = many(
  queryNow((db, of: Feed, types: readonly string[] | null, { firstDay, lastDay }: Days) => {
    const sealed = db
      .selectFrom("eventDays")
      .select(["day", sql<number>`cast(sum(count) as bigint)`.as("count")])
      .where("feed", "=", nameOf(of))
      .where("day", ">=", firstDay)
      .where("day", "<=", lastDay)
      .groupBy("day");
    const others = unsealed(db, columnOf(of), idOf(of))
      .select((select) => [daySql.as("day"), select.fn.countAll<number>().as("count")])
      .where(daySql, ">=", firstDay)
      .where(daySql, "<=", lastDay)
      .groupBy("day");
    return types === null
      ? sealed.unionAll(others)
      : sealed.where("type", "in", types).unionAll(others.where("type", "in", types));
  }),
);

function sumBy<Key>(rows: readonly (readonly [Key, number])[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const [key, count] of rows) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

export async function countByType(unit: Unit, of: Feed): Promise<Map<string, number>> {
  const rows = await totalsOf[columnOf(of)](unit, nameOf(of), idOf(of));
  return sumBy(rows.map(({ type, count }) => [type, count]));
}

/** Counts the events of a feed on each day that has any; of some types, or of all for null. */
export async function countByDay(
  unit: Unit,
  of: Feed,
  types: readonly string[] | null,
  range: Days,
): Promise<Map<number, number>> {
  return sumBy((await days(unit, of, types, range)).map(({ day, count }) => [day, count]));
}

const feedOf = (row: ExpressionBuilder<Tables, "events">, column: FeedColumn) =>
  sql<string>`${sql.lit(column === "orgId" ? "org/" : "group/")} || ${row.ref(column)}`.as("feed");

const ofSeal = (db: Builder, sealId: string, column: FeedColumn) =>
  db.selectFrom("events").where("sealId", "=", sealId).where(column, "is not", null);

/** Counts with a sign: an event is added when it is sealed, and subtracted when it is removed. */
const counted = (sign: 1 | -1) => sql<number>`${sql.lit(sign)} * count(*)`.as("count");

/** Adds counts in the order of the key, so that two processes that count the same feeds do not deadlock. */
const addTotals = (column: FeedColumn, sign: 1 | -1) => (db: Builder, sealId: string) =>
  db
    .insertInto("eventTotals")
    .columns(["feed", "type", "count"])
    .expression(
      ofSeal(db, sealId, column)
        .select((row) => [feedOf(row, column), "type", counted(sign)])
        .groupBy(["feed", "type"])
        .orderBy("feed")
        .orderBy("type"),
    )
    .onConflict((on) =>
      on.columns(["feed", "type"]).doUpdateSet({ count: sql`event_totals.count + excluded.count` }),
    );

const addDays = (column: FeedColumn, sign: 1 | -1) => (db: Builder, sealId: string) =>
  db
    .insertInto("eventDays")
    .columns(["feed", "type", "day", "count"])
    .expression(
      ofSeal(db, sealId, column)
        .select((row) => [feedOf(row, column), "type", daySql.as("day"), counted(sign)])
        .groupBy(["feed", "type", "day"])
        .orderBy("feed")
        .orderBy("day")
        .orderBy("type"),
    )
    .onConflict((on) =>
      on.columns(["feed", "day", "type"]).doUpdateSet({ count: sql`event_days.count + excluded.count` }),
    );

/** Removes days without events, which would become many; types are few. */
const clearDays = (column: FeedColumn) => (db: Builder, sealId: string) =>
  db
    .deleteFrom("eventDays")
    .where("count", "=", 0)
    .where(
      "feed",
      "in",
      ofSeal(db, sealId, column).select((row) => feedOf(row, column)),
    )
    .where("day", "in", db.selectFrom("events").where("sealId", "=", sealId).select(daySql.as("day")));

const columns = ["orgId", "groupId"] as const;
/** Counts the events that were just marked with a seal. */
export const countSealed = posts(...columns.flatMap((column) => [addTotals(column, 1), addDays(column, 1)]));

/** Subtracts the events of a seal from the counts, before they are removed. */
export const discount = posts(
  ...columns.flatMap((column) => [addTotals(column, -1), addDays(column, -1), clearDays(column)]),
);
