// Queries written once in Kysely, compiled once for each engine, and run with named arguments.
import {
  type Compilable,
  DefaultQueryExecutor,
  type DialectAdapter,
  type Insertable,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryCompiler,
  QueryCreator,
  type RawBuilder,
  type RawNode,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import { type Tables, tables } from "./tables.ts";

export type Engine = "sqlite" | "postgres";
export type Value = string | number | null;
export type Builder = QueryCreator<Tables>;
/** Converts camelCase names to SQL's snake_case. */
export const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const toCamel = (name: string) =>
  name.replace(/_([a-z0-9])/g, (_, first: string) => first.toUpperCase());

/** Returns rows as objects of one shape: dictionaries cost more to make, and several times as much to read. */
export const shape = (names: readonly string[], rows: readonly unknown[][]): object[] =>
  rows.map((row) => {
    const shaped: Record<string, unknown> = {};
    for (let index = 0; index < row.length; index++) shaped[names[index] as string] = row[index];
    return shaped;
  });

const hint = " indexed by ";

/**
 * Names the index by which SQLite reads a table, written after its name. SQLite has no statistics here, and might take any
 * index that fits by its columns; a statement that this one cannot answer fails. PostgreSQL chooses itself.
 */
export const indexedBy = (index: string): RawBuilder<unknown> => sql.raw(`${hint}${index}`);

class PostgresCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(toSnake(name));
  }

  protected override visitRaw(node: RawNode): void {
    if (node.sqlFragments[0]?.startsWith(hint) !== true) super.visitRaw(node);
  }
}

class SqliteCompiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(toSnake(name));
  }

  /** SQLite has a single writer, so clauses that lock rows on PostgreSQL are left out. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === "Distinct") super.visitSelectModifier(node);
  }
}

/** The builders. Kysely is only used for its types and its compilers: `Connection`s run the statements. */
const builders: Readonly<Record<Engine, Builder>> = {
  sqlite: builderOf(new SqliteCompiler(), new SqliteAdapter()),
  postgres: builderOf(new PostgresCompiler(), new PostgresAdapter()),
};

function builderOf(compiler: QueryCompiler, adapter: DialectAdapter): Builder {
  const provideConnection = () =>
    Promise.reject(new Error("queries are run by the connections of the store"));
  return new QueryCreator({ executor: new DefaultQueryExecutor(compiler, adapter, { provideConnection }) });
}

const read = Symbol("read");

/** Stands for an argument while a query is compiled, and reads its value when the query runs. */
class Placeholder {
  readonly [read]: (args: readonly unknown[]) => unknown;
  constructor(reads: (args: readonly unknown[]) => unknown) {
    this[read] = reads;
  }
}

/** Returns the placeholder of a property of another one. */
function placeholderOf(reads: Placeholder[typeof read]): Placeholder {
  const properties = new Map<string, Placeholder>();
  return new Proxy(new Placeholder(reads), {
    get(target, name) {
      if (typeof name === "symbol") return Reflect.get(target, name);
      let property = properties.get(name);
      if (property === undefined) {
        property = placeholderOf((args) => (reads(args) as Record<string, unknown>)[name]);
        properties.set(name, property);
      }
      return property;
    },
  });
}

/** Converts a boolean to the integer that both engines store. */
export const toBit = (flag: boolean): 0 | 1 => (flag ? 1 : 0);
/** The placeholders: as many as any query has. */
const placeholders = Array.from({ length: 8 }, (_, index) => placeholderOf((args) => args[index]));

/** Returns, in a query, the result of `make` for the value of an argument. */
export const derived = <From, To>(value: From, make: (value: From) => To): To =>
  value instanceof Placeholder
    ? (placeholderOf((args) => make(value[read](args) as From)) as To)
    : make(value);

export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
  /** True if an engine may answer with earlier rows while their tables have not changed. */
  readonly isRemembered?: boolean;
  /** True if the best plan depends on the values, so PostgreSQL must not keep one. */
  readonly isPlannedAnew?: boolean;
  /** True for several statements with semicolons between them that run once: SQLite does not keep them prepared. */
  readonly isScript?: boolean;
}

/** A query with arguments `Args` and rows `Row`. */
export interface Query<Args extends readonly unknown[], Row> {
  bind(engine: Engine, args: Args): Statement;
  /** Carries the type of a row for the compiler; the member is never set. */
  readonly row?: Row;
}

type Build<Args extends readonly unknown[], Row> = (db: Builder, ...args: Args) => Compilable<Row>;

/**
 * Declares a query. `build` runs once for each engine, with a placeholder for each argument. It must not use the value of one
 * (`derived` does, when the query runs), and lists of varying length need `queryAmong` or `queryNow`.
 */
export function query<Args extends readonly unknown[], Row>(
  build: Build<Args, Row>,
  { isRemembered = false } = {},
): Query<Args, Row> {
  const compile = (engine: Engine) => {
    const { sql, parameters } = build(builders[engine], ...(placeholders as unknown as Args)).compile();
    const readers = parameters.map((parameter) =>
      parameter instanceof Placeholder ? parameter[read] : () => parameter,
    );
    return { sql, readers };
  };
  const compiled: Partial<Record<Engine, ReturnType<typeof compile>>> = {};
  return {
    bind(engine, args) {
      const { sql, readers } = (compiled[engine] ??= compile(engine));
      return { sql, values: readers.map((each) => each(args) as Value), isRemembered };
    },
  };
}

/**
 * Declares a query that nearly every request makes, about its caller and where that caller may enter: an engine may answer it
 * with earlier rows while none of them can have changed (`memory.ts`). The rows are shared: do not write to them.
 */
export const rememberedQuery = <Args extends readonly unknown[], Row>(build: Build<Args, Row>) =>
  query(build, { isRemembered: true });

/**
 * Declares a query whose shape depends on its values: it is compiled each time, and planned each time if the plan depends on
 * them too.
 */
export function queryNow<Args extends readonly unknown[], Row>(
  build: Build<Args, Row>,
  { isPlannedAnew = false } = {},
): Query<Args, Row> {
  return {
    bind(engine, args) {
      const { sql, parameters } = build(builders[engine], ...args).compile();
      return { sql, values: parameters as Value[], isPlannedAnew };
    },
  };
}

/**
 * Repeats the first id until the length is a power of two, so that few statements differ in the number of ids. Without ids, an
 * empty one.
 */
export function fillUp(ids: readonly string[]): string[] {
  const [first = ""] = ids;
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, ids.length)));
  return [...ids, ...Array.from({ length: length - ids.length }, () => first)];
}

/** Declares a query about some ids, which are filled up: it is compiled once for each number of ids. */
export function queryAmong<Args extends readonly unknown[], Row>(
  build: (db: Builder, ids: readonly string[], ...args: Args) => Compilable<Row>,
): Query<readonly [ids: readonly string[], ...args: Args], Row> {
  const byLength = new Map<number, Query<readonly [readonly string[], ...Args], Row>>();
  return {
    bind(engine, [ids, ...args]) {
      const filled = fillUp(ids);
      let among = byLength.get(filled.length);
      if (among === undefined) {
        among = query((db, at: readonly string[], ...others: Args) =>
          build(
            db,
            filled.map((_, index) => at[index] as string),
            ...others,
          ),
        );
        byLength.set(filled.length, among);
      }
      return among.bind(engine, [filled, ...(args as unknown as Args)]);
    },
  };
}

/** Declares the insertion of rows with the columns of the first; with `ignore`, an existing row stays as it is. */
export function insertion<Table extends keyof Tables & string>(
  table: Table,
  { ignore = false } = {},
): Query<readonly [row: Insertable<Tables[Table]>], never> {
  let insert: Query<readonly [row: Record<string, unknown>], unknown> | undefined;
  const declare = (first: Record<string, unknown>) => {
    const known = Object.keys(tables[toSnake(table) as keyof typeof tables].columns).map(toCamel);
    const columns = known.filter((column) => column in first);
    return query((db, row: Record<string, unknown>) => {
      const values = Object.fromEntries(columns.map((column) => [column, row[column]]));
      const one = db.insertInto(table).values(values as never);
      return ignore ? one.onConflict((on) => on.doNothing()) : one;
    });
  };
  return {
    bind(engine, [row]) {
      insert ??= declare(row);
      return insert.bind(engine, [row]);
    },
  };
}
