// How many events a feed has, without reading them: sealed ones are counted when they are sealed, the few others now.
import { type ExpressionBuilder, sql } from "kysely";
import { day as dayLength, type Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { type Builder, query, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** A feed belongs to an organization or to a project. */
export type Feed = { readonly orgId: string } | { readonly groupId: string };

/** The day of an instant, counted from 1970. */
export const dayOf = (at: Instant): number => Math.floor(at / dayLength);

export const firstOf = (day: number): Instant => day * dayLength;
export const lastOf = (day: number): Instant => firstOf(day + 1) - 1;

/** The same in SQL; both engines divide towards zero, which is up for days before 1970. */
export const daySql = sql<number>`(at - ((at % ${sql.lit(dayLength)}) + ${sql.lit(dayLength)}) % ${sql.lit(dayLength)}) / ${sql.lit(dayLength)}`;

/** How a feed is called in the tables of counts: the ids of an organization and of a project may be the same. */
const nameOf = (of: Feed) => ("orgId" in of ? `org/${of.orgId}` : `group/${of.groupId}`);

/** Wrapped, so that no index of feeds is preferred to that of unsealed events, which is small and has all that is asked. */
const isOf = (row: ExpressionBuilder<Tables, "events">, column: "org_id" | "group_id", id: string) =>
  row(row.fn.coalesce(column, row.val("")), "=", id);

const unsealed = (db: Builder, column: "org_id" | "group_id", id: string) =>
  db
    .selectFrom("events")
    .where("seal_id", "is", null)
    .where((row) => isOf(row, column, id));

type Named = { feed: string; id: string };

const totals = (column: "org_id" | "group_id") =>
  query((db, at: Named) =>
    db
      .selectFrom("event_totals")
      .select(["type", "count"])
      .where("feed", "=", at.feed)
      .unionAll(
        unsealed(db, column, at.id)
          .select((select) => ["type", select.fn.countAll<number>().as("count")])
          .groupBy("type"),
      ),
  );

const totalsOf = { org_id: totals("org_id"), group_id: totals("group_id") };

const idOf = (of: Feed) => ("orgId" in of ? of.orgId : of.groupId);
const columnOf = (of: Feed) => ("orgId" in of ? "org_id" : "group_id");

/** How many events of each type a feed has. */
export async function countByType(unit: Unit, of: Feed): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const rows = await unit.all(totalsOf[columnOf(of)], { feed: nameOf(of), id: idOf(of) });
  for (const { type, count } of rows) counts.set(type, (counts.get(type) ?? 0) + count);
  return counts;
}

/** How many events a feed has on each day of a range that has any; of some types, or of all where these are null. */
export async function countByDay(
  unit: Unit,
  of: Feed,
  types: readonly string[] | null,
  { firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number },
): Promise<Map<number, number>> {
  const days = queryNow((db) => {
    const sealed = db
      .selectFrom("event_days")
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
  });
  const counts = new Map<number, number>();
  for (const { day, count } of await unit.all(days, {})) counts.set(day, (counts.get(day) ?? 0) + count);
  return counts;
}

type Sealed = { sealId: string };

/** The events of a seal in each feed they are in, counted with a sign: one is added when they are sealed, taken off when removed. */
const ofSeal = (db: Builder, at: Sealed, column: "org_id" | "group_id") =>
  db
    .selectFrom("events")
    .where("seal_id", "=", at.sealId)
    .where(column, "is not", null)
    .select((row) => [
      sql<string>`${sql.lit(column === "org_id" ? "org/" : "group/")} || ${row.ref(column)}`.as("feed"),
      "type",
    ]);

/** In the order of the key, so that two who count the same feeds wait for each other in one order. */
const addTotals = (column: "org_id" | "group_id", sign: 1 | -1) =>
  query((db, at: Sealed) =>
    db
      .insertInto("event_totals")
      .columns(["feed", "type", "count"])
      .expression(
        ofSeal(db, at, column)
          .select(sql<number>`${sql.lit(sign)} * count(*)`.as("count"))
          .groupBy(["feed", "type"])
          .orderBy("feed")
          .orderBy("type"),
      )
      .onConflict((on) =>
        on.columns(["feed", "type"]).doUpdateSet({ count: sql`event_totals.count + excluded.count` }),
      ),
  );

const addDays = (column: "org_id" | "group_id", sign: 1 | -1) =>
  query((db, at: Sealed) =>
    db
      .insertInto("event_days")
      .columns(["feed", "type", "day", "count"])
      .expression(
        ofSeal(db, at, column)
          .select([daySql.as("day"), sql<number>`${sql.lit(sign)} * count(*)`.as("count")])
          .groupBy(["feed", "type", "day"])
          .orderBy("feed")
          .orderBy("day")
          .orderBy("type"),
      )
      .onConflict((on) =>
        on.columns(["feed", "day", "type"]).doUpdateSet({ count: sql`event_days.count + excluded.count` }),
      ),
  );

/** Days without events would be many in the end; types are few. */
const clearDays = (column: "org_id" | "group_id") =>
  query((db, at: Sealed) =>
    db
      .deleteFrom("event_days")
      .where("count", "=", 0)
      .where("feed", "in", (feeds) =>
        feeds
          .selectFrom("events")
          .where("seal_id", "=", at.sealId)
          .where(column, "is not", null)
          .select((row) =>
            sql<string>`${sql.lit(column === "org_id" ? "org/" : "group/")} || ${row.ref(column)}`.as("feed"),
          ),
      )
      .where("day", "in", (all) =>
        all.selectFrom("events").where("seal_id", "=", at.sealId).select(daySql.as("day")),
      ),
  );

const columns = ["org_id", "group_id"] as const;
const additions = columns.flatMap((column) => [addTotals(column, 1), addDays(column, 1)]);
const removals = columns.flatMap((column) => [addTotals(column, -1), addDays(column, -1), clearDays(column)]);

/** Counts the events that were just marked with a seal. */
export async function countSealed(unit: Unit, sealId: string): Promise<void> {
  for (const add of additions) await unit.change(add, { sealId });
}

/** Counts the events of a seal no more; they are still there. */
export async function discount(unit: Unit, sealId: string): Promise<void> {
  for (const remove of removals) await unit.change(remove, { sealId });
}
