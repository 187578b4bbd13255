// What an engine must offer a unit of work: run a statement, and nothing else.
import type { Engine, Query, Statement } from "./query.ts";

/** At once where the engine is part of the process: a promise for each statement would cost what a small one does. */
export type Sooner<T> = T | Promise<T>;

/** One connection of an engine, inside a transaction that the engine opens and ends. */
export interface Connection {
  readonly engine: Engine;
  /** Rows a statement returns. */
  rows(statement: Statement): Sooner<unknown[]>;
  /** Number of rows a statement changed. */
  change(statement: Statement): Sooner<number>;
  /** Sends a statement whose result nobody needs. If it fails, or finds no row where it must, the unit is not kept. */
  post(statement: Statement, options?: { readonly mustFind: boolean }): void;
  /** Sends a change of a row that the unit has seen. Where it is not there any more, the unit runs again. */
  amend(statement: Statement): void;
}

/** What a unit decided by was changed by another before it was locked: the unit is run again. Its code is PostgreSQL's. */
export class Collision extends Error {
  readonly code = "40001";
}

/** Is told which row holds what this version does not know, in a sentence without its full stop. */
export type ReportRow = (mistake: string) => void;

/** PostgreSQL can neither keep a text with NUL in it nor be asked about one. */
function holdsNul({ values }: Statement): boolean {
  for (const value of values) if (typeof value === "string" && value.includes("\0")) return true;
  return false;
}

function toKeep(statement: Statement): Statement {
  if (holdsNul(statement)) throw new Error("a text with NUL in it cannot be kept");
  return statement;
}

/**
 * The connection as one unit of work sees it. After the unit has ended it refuses, so that a statement that was not
 * awaited cannot slip into somebody else's transaction. A question about a text with NUL in it finds nothing, and a change
 * with one is refused, on every engine.
 */
export class Unit {
  readonly #connection: Connection;
  /** Is told of a row that cannot be read in full. */
  readonly report: ReportRow;
  #open = true;

  constructor(connection: Connection, report: ReportRow = () => {}) {
    this.#connection = connection;
    this.report = report;
  }

  all<Args extends readonly unknown[], Row>(query: Query<Args, Row>, args: Args): Sooner<Row[]> {
    const connection = this.#use();
    const statement = query.bind(connection.engine, args);
    return holdsNul(statement) ? [] : (connection.rows(statement) as Sooner<Row[]>);
  }

  change<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): Sooner<number> {
    const connection = this.#use();
    return connection.change(toKeep(query.bind(connection.engine, args)));
  }

  /** Makes a change whose result the unit does not need; PostgreSQL is not waited for. */
  post<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): void {
    const connection = this.#use();
    connection.post(toKeep(query.bind(connection.engine, args)));
  }

  /** The same for a row that the unit has read: if another unit has changed it since, this one runs again. */
  amend<Args extends readonly unknown[]>(query: Query<Args, unknown>, args: Args): void {
    const connection = this.#use();
    connection.amend(toKeep(query.bind(connection.engine, args)));
  }

  /** Locks the rows that a query selects until the unit ends. SQLite has a single writer and needs no locks. */
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
