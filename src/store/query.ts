// Queries written once in Kysely, compiled once for each engine, and run with named arguments.
import {
  type Compilable,
  DefaultQueryExecutor,
  type DialectAdapter,
  type InferResult,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryCompiler,
  QueryCreator,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteQueryCompiler,
} from "kysely";
import type { Tables } from "./tables.ts";

export type Engine = "sqlite" | "postgres";
export type Value = string | number | null;
export type Arguments = Readonly<Record<string, Value>>;
export type Builder = QueryCreator<Tables>;

/** SQLite has one writer, who is alone anyway: what asks PostgreSQL for a lock on a row is left out. */
class WithoutRowLocks extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === "Distinct") super.visitSelectModifier(node);
  }
}

/**
 * Kysely is used for its types and its compilers only; `Connection`s run what it writes. So there is no `Kysely`, with all that it
 * knows of transactions and of changing a schema, but what it makes its queries with.
 */
const builders: Readonly<Record<Engine, Builder>> = {
  sqlite: builderOf(new WithoutRowLocks(), new SqliteAdapter()),
  postgres: builderOf(new PostgresQueryCompiler(), new PostgresAdapter()),
};

function builderOf(compiler: QueryCompiler, adapter: DialectAdapter): Builder {
  const provideConnection = () =>
    Promise.reject(new Error("queries are run by the connections of the store"));
  return new QueryCreator({ executor: new DefaultQueryExecutor(compiler, adapter, { provideConnection }) });
}

/** Marks the place of an argument in a compiled query. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A statement ready to run. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
  /** Whether an engine may answer with the rows it gave before, while nothing that they are read from has changed. */
  readonly isRemembered?: boolean;
  /** Whether the best way to answer depends on the values: then PostgreSQL keeps no plan for whatever they are. */
  readonly isPlannedAnew?: boolean;
  /** Whether it may be several, with semicolons between them, that nobody runs again: SQLite keeps nothing of them. */
  readonly isScript?: boolean;
}

/** A query with arguments `A` whose rows are `Row`. */
export interface Query<A, Row> {
  bind(engine: Engine, args: A): Statement;
  /** Never set: carries the type of a row. */
  readonly row?: Row;
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });

/**
 * Declares a query. `build` runs once for each engine, with a placeholder for each argument it reads; so it may not look
 * at a value of an argument, and lists of varying length need `queryNow`.
 */
export function query<A, Q extends Compilable<unknown>>(
  build: (db: Builder, args: A) => Q,
  { isRemembered = false } = {},
): Query<A, InferResult<Q>[number]> {
  const compiled: Partial<Record<Engine, Compiled>> = {};
  return {
    bind(engine, args) {
      compiled[engine] ??= build(builders[engine], placeholders as A).compile();
      const { sql, parameters } = compiled[engine];
      const values: Value[] = [];
      for (const parameter of parameters) {
        const isNamed = parameter instanceof Placeholder;
        values.push(isNamed ? ((args as Arguments)[parameter.name] as Value) : (parameter as Value));
      }
      return { sql, values, isRemembered };
    },
  };
}

/**
 * A query for every request, about who asks and where that caller may enter: an engine may remember its rows for as long as
 * none of them can have changed (`memory.ts`). Its rows are shared, and not to be written to.
 */
export const rememberedQuery = <A, Q extends Compilable<unknown>>(build: (db: Builder, args: A) => Q) =>
  query(build, { isRemembered: true });

/** A query whose shape depends on its values; it is compiled each time, and planned each time where the plan depends on them too. */
export function queryNow<Q extends Compilable<unknown>>(
  build: (db: Builder) => Q,
  { isPlannedAnew = false } = {},
): Query<Record<string, never>, InferResult<Q>[number]> {
  return {
    bind(engine) {
      const { sql, parameters } = build(builders[engine]).compile();
      return { sql, values: parameters as Value[], isPlannedAnew };
    },
  };
}

/**
 * Statements are prepared once for each number of ids: a list of some is filled up, with an id that is there, to one of few
 * numbers.
 */
export function fillUp(ids: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array.from({ length: length - ids.length }, () => ids[0] as string)];
}

/** A query about some ids, which are filled up, and named arguments: compiled once for each number of ids. */
export function queryAmong<Q extends Compilable<unknown>, A extends Arguments = Record<string, never>>(
  build: (db: Builder, ids: readonly string[], args: A) => Q,
) {
  type Of = Query<readonly string[], InferResult<Q>[number]>;
  const numbers = new Map<number, Of>();
  return (ids: readonly string[]): Query<A, InferResult<Q>[number]> => {
    const filled = fillUp(ids);
    const { length } = filled;
    let among = numbers.get(length);
    if (among === undefined) {
      among = query((db, at: readonly string[] & A) =>
        build(
          db,
          filled.map((_, index) => at[index] as string),
          at,
        ),
      ) as Of;
      numbers.set(length, among);
    }
    const found = among;
    return { bind: (engine, args) => found.bind(engine, Object.assign(filled, args)) };
  };
}

/**
 * Declares the insertion of one row, which has every column; with `ignore`, a row that is there already is left as it is.
 * The columns are those of the first row: all rows have the same.
 */
export function insertion<Table extends keyof Tables & string>(
  table: Table,
  { ignore = false } = {},
): Query<Tables[Table], never> {
  let insert: Query<Tables[Table], never> | undefined;
  const declare = (columns: readonly string[]) =>
    query((db, row: Record<string, unknown>) => {
      const values = Object.fromEntries(columns.map((column) => [column, row[column]]));
      const one = db.insertInto(table).values(values as never);
      return ignore ? one.onConflict((on) => on.doNothing()) : one;
    }) as unknown as Query<Tables[Table], never>;
  return {
    bind(engine, row) {
      insert ??= declare(Object.keys(row));
      return insert.bind(engine, row);
    },
  };
}
