// Makers of a facet's functions. Each states a query once: the arguments of the query, after `db`, are those of the function.
import type { Compilable, SelectQueryBuilder } from "kysely";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { type Builder, type Query, query } from "./query.ts";

type List = readonly unknown[];

/** A query, or what builds one that is compiled once. */
type Source<Args extends List, Row> = Query<Args, Row> | ((db: Builder, ...args: Args) => Compilable<Row>);

/** A function of a facet. */
type Facet<Args extends List, Result> = (unit: Unit, ...args: Args) => Result;

const toQuery = <Args extends List, Row>(source: Source<Args, Row>): Query<Args, Row> =>
  typeof source === "function" ? query(source) : source;

const asItIs = <Row, T>(row: Row) => row as unknown as T;

/** The rows. */
export function many<Args extends List, Row, T = Row>(
  source: Source<Args, Row>,
  show: (row: Row) => T = asItIs,
): Facet<Args, Promise<T[]>> {
  const asked = toQuery(source);
  if (show === asItIs) return async (unit, ...args) => (await unit.all(asked, args)) as unknown as T[];
  return async (unit, ...args) => {
    const rows = await unit.all(asked, args);
    return rows.map((row) => show(row));
  };
}

/** The first row. */
export function one<Args extends List, Row, T = Row>(
  source: Source<Args, Row>,
  show: (row: Row) => T = asItIs,
): Facet<Args, Promise<T | undefined>> {
  const asked = toQuery(source);
  return async (unit, ...args) => {
    const [row] = await unit.all(asked, args);
    return row && show(row);
  };
}

/** Whether there is a row. */
export function exists<Args extends List>(source: Source<Args, unknown>): Facet<Args, Promise<boolean>> {
  const asked = toQuery(source);
  return async (unit, ...args) => (await unit.all(asked, args)).length > 0;
}

// biome-ignore lint/suspicious/noExplicitAny: any table, and any columns.
type Selection<Row> = SelectQueryBuilder<any, any, Row>;
type Selecting<Args extends List, Row> = (db: Builder, ...args: Args) => Selection<Row>;

/** How many rows a selection has, whatever its columns and its order. */
export function count<Args extends List>(select: Selecting<Args, unknown>): Facet<Args, Promise<number>> {
  const asked = query((db, ...args: Args) =>
    select(db, ...args)
      .clearSelect()
      .clearOrderBy()
      .select(({ fn }) => fn.countAll<number>().as("count")),
  );
  return async (unit, ...args) => (await unit.all(asked, args))[0]?.count ?? 0;
}

/** A page of a selection, in its order, with the number of all rows where it is asked for. */
export function paged<Args extends List, Row, T = Row>(
  select: Selecting<Args, Row>,
  show: (row: Row) => T = asItIs,
): Facet<[...Args, at: PageRequest], Promise<Paged<T>>> {
  const counted = count(select);
  const rowsOf = query((db, limit: number, offset: number, ...args: Args) =>
    select(db, ...args)
      .limit(limit)
      .offset(offset),
  );
  return async (unit, ...all) => {
    const at = all[all.length - 1] as PageRequest;
    const args = all.slice(0, -1) as unknown as Args;
    const [rows, total] = await Promise.all([
      unit.all(rowsOf, [at.itemsPerPage, skipped(at), ...args]),
      at.includeCount ? counted(unit, ...args) : 0,
    ]);
    return { ...at, results: rows.map((row) => show(row)), total };
  };
}

/** Makes changes, one after the other, whose results the unit does not need; PostgreSQL is not waited for. */
export function posts<Args extends List>(...sources: Source<Args, unknown>[]): Facet<Args, void> {
  const all = sources.map(toQuery);
  return (unit, ...args) => {
    for (const each of all) unit.post(each, args);
  };
}

/** Changes a row that the unit has read; where another unit has changed it since, this one runs again. */
export function amends<Args extends List>(source: Source<Args, unknown>): Facet<Args, void> {
  const asked = toQuery(source);
  return (unit, ...args) => unit.amend(asked, args);
}

/** Makes a change, and says how many rows it found. */
export function countsChanges<Args extends List>(
  source: Source<Args, unknown>,
): Facet<Args, Promise<number>> {
  const asked = toQuery(source);
  return async (unit, ...args) => unit.change(asked, args);
}

/** Makes a change, and says whether it found a row. */
export function changes<Args extends List>(source: Source<Args, unknown>): Facet<Args, Promise<boolean>> {
  const asked = toQuery(source);
  return async (unit, ...args) => (await unit.change(asked, args)) > 0;
}
