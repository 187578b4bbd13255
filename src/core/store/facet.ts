// A unit of work as facets see it, and the makers of a facet's functions.
import type { Compilable, SelectQueryBuilder } from "kysely";
import { isGroupRole, isOrgRole, type RoleName } from "../contract/roles.ts";
import { grouped } from "../domain/grouped.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Connection, MaybePromise } from "./database.ts";
import { type Builder, type Query, query, queryAmong, type queryNow, type Statement } from "./query.ts";

/** Receives a mistake, in a sentence without its full stop, if a row has something that this version does not know. */
export type ReportRow = (mistake: string) => void;

/** Reports whether a statement has NUL in a value, which PostgreSQL neither stores nor accepts in a query. */
function holdsNul({ values }: Statement): boolean {
  for (const value of values) if (typeof value === "string" && value.includes("\0")) return true;
  return false;
}

function toKeep(statement: Statement): Statement {
  if (holdsNul(statement)) throw new Error("a text with NUL in it cannot be kept");
  return statement;
}

/**
 * The connection of one unit of work. After the unit has ended it refuses, so that a statement that was not awaited cannot run
 * in another transaction. A query with NUL in a value finds nothing, and a change with one is refused, on every engine.
 */
export class Unit {
  readonly #connection: Connection;
  readonly report: ReportRow;
  #open = true;

  constructor(connection: Connection, report: ReportRow = () => {}) {
    this.#connection = connection;
    this.report = report;
  }

  all<Args extends readonly unknown[], Row>(query: Query<Args, Row>, args: Args): MaybePromise<Row[]> {
    const connection = this.#use();
    const statement = query.bind(connection.engine, args);
    return holdsNul(statement) ? [] : (connection.rows(statement) as MaybePromise<Row[]>);
  }

  change<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): MaybePromise<number> {
    const connection = this.#use();
    return connection.change(toKeep(query.bind(connection.engine, args)));
  }

  /** Makes a change whose result the unit does not need, without waiting for PostgreSQL. */
  post<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): void {
    const connection = this.#use();
    connection.post(toKeep(query.bind(connection.engine, args)));
  }

  /** Changes a row that the unit has read: if another unit has changed it since, PostgreSQL runs this one again. */
  amend<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): void {
    const connection = this.#use();
    connection.amend(toKeep(query.bind(connection.engine, args)));
  }

  /** Locks the rows of a query until the unit ends. SQLite has a single writer and needs no locks. */
  lock<Args extends readonly unknown[]>(
    query: Query<Args, unknown>,
    args: Args,
    options = { mustFind: true },
  ): void {
    const connection = this.#use();
    if (connection.engine === "postgres") connection.post(query.bind(connection.engine, args), options);
  }

  end(): void {
    this.#open = false;
  }

  #use(): Connection {
    if (!this.#open) throw new Error("a statement was run after its unit of work had ended");
    return this.#connection;
  }
}

type List = readonly unknown[];

// The makers state each query once: its arguments, after `db`, are those of the function.

/** A query, or a builder of one that is compiled once. */
type Source<Args extends List, Row> = Query<Args, Row> | ((db: Builder, ...args: Args) => Compilable<Row>);
type Facet<Args extends List, Result> = (unit: Unit, ...args: Args) => Result;

const toQuery = <Args extends List, Row>(source: Source<Args, Row>): Query<Args, Row> =>
  typeof source === "function" ? query(source) : source;

const asItIs = <Row, T>(row: Row) => row as unknown as T;

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

/** Finds the rows that belong to some ids; none for no ids. */
export function manyAmong<Args extends List, Row, T = Row>(
  build: (db: Builder, ids: readonly string[], ...args: Args) => Compilable<Row>,
  show?: (row: Row) => T,
): Facet<[ids: readonly string[], ...args: Args], Promise<T[]>> {
  const asked = many(queryAmong(build), show);
  return async (unit, ids, ...args) => (ids.length === 0 ? [] : asked(unit, ids, ...args));
}

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

export function exists<Args extends List>(source: Source<Args, unknown>): Facet<Args, Promise<boolean>> {
  const asked = toQuery(source);
  return async (unit, ...args) => (await unit.all(asked, args)).length > 0;
}

// biome-ignore lint/suspicious/noExplicitAny: any table, and any columns.
type Selection<Row> = SelectQueryBuilder<any, any, Row>;
type Selecting<Args extends List, Row> = (db: Builder, ...args: Args) => Selection<Row>;

/** Counts the rows of a selection, whatever its columns and order; `declare` is `queryNow` if it depends on values. */
export function count<Args extends List>(
  select: Selecting<Args, unknown>,
  declare: typeof queryNow | typeof query = query,
): Facet<Args, Promise<number>> {
  const asked = declare((db, ...args: Args) =>
    select(db, ...args)
      .clearSelect()
      .clearOrderBy()
      .select(({ fn }) => fn.countAll<number>().as("count")),
  );
  return async (unit, ...args) => (await unit.all(asked, args))[0]?.count ?? 0;
}

/** Reads a page of a selection, in its order, with the number of all rows if requested. */
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

/** Makes changes one after the other whose results the unit does not need, without waiting for PostgreSQL. */
export function posts<Args extends List>(...sources: Source<Args, unknown>[]): Facet<Args, void> {
  const all = sources.map(toQuery);
  return (unit, ...args) => {
    for (const each of all) unit.post(each, args);
  };
}

/** Changes a row that the unit has read; if another unit has changed it since, PostgreSQL runs this one again. */
export function amends<Args extends List>(source: Source<Args, unknown>): Facet<Args, void> {
  const asked = toQuery(source);
  return (unit, ...args) => unit.amend(asked, args);
}

/** Makes a change, and returns the number of rows that it found. */
export function countsChanges<Args extends List>(
  source: Source<Args, unknown>,
): Facet<Args, Promise<number>> {
  const asked = toQuery(source);
  return async (unit, ...args) => unit.change(asked, args);
}

/** Makes a change, and returns whether it found a row. */
export function changes<Args extends List>(source: Source<Args, unknown>): Facet<Args, Promise<boolean>> {
  const asked = toQuery(source);
  return async (unit, ...args) => (await unit.change(asked, args)) > 0;
}

export function locks<Args extends List>(
  source: Source<Args, unknown>,
  options?: { readonly mustFind: boolean },
): Facet<Args, void> {
  const asked = toQuery(source);
  return (unit, ...args) => unit.lock(asked, args, options);
}

const isKnown = (name: string): name is RoleName => isGroupRole(name) || isOrgRole(name);

/**
 * Returns the roles that this version knows. Others have no effect, and are reported as roles of `whose`, such as "invitation
 * 5f…".
 */
export function knownRoles<Role extends RoleName = RoleName>(
  unit: Unit,
  names: readonly string[],
  whose: string,
): Role[] {
  for (const name of names) if (!isKnown(name)) unit.report(`${whose}: unknown role ${name}`);
  return names.filter(isKnown) as Role[];
}

export const withKnownRoles = <Row extends { readonly role: string }>(
  unit: Unit,
  rows: readonly Row[],
  whoseOf: (row: Row) => string,
): (Row & { readonly role: RoleName })[] =>
  rows.filter(
    (row): row is Row & { readonly role: RoleName } =>
      isKnown(row.role) || knownRoles(unit, [row.role], whoseOf(row)).length > 0,
  );

/** Returns the known roles of each key; `kind` and the key say whose they are. */
export const rolesBy = <Row extends { readonly role: string }>(
  unit: Unit,
  rows: readonly Row[],
  kind: string,
  key: (row: Row) => string,
): Map<string, RoleName[]> =>
  grouped(
    withKnownRoles(unit, rows, (row) => `${kind} ${key(row)}`),
    key,
    (row) => row.role,
  );
