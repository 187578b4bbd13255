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
  #open = true;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  all<A, Row>(query: Query<A, Row>, args: A): Sooner<Row[]> {
    const connection = this.#use();
    const statement = query.bind(connection.engine, args);
    return holdsNul(statement) ? [] : (connection.rows(statement) as Sooner<Row[]>);
  }

  async first<A, Row>(query: Query<A, Row>, args: A): Promise<Row | undefined> {
    return (await this.all(query, args))[0];
  }

  change<A>(query: Query<A, unknown>, args: A): Sooner<number> {
    const connection = this.#use();
    return connection.change(toKeep(query.bind(connection.engine, args)));
  }

  /** Changes what nobody asks about any more in this unit; on PostgreSQL it does not wait for the answer. */
  post<A>(query: Query<A, unknown>, args: A): void {
    const connection = this.#use();
    connection.post(toKeep(query.bind(connection.engine, args)));
  }

  /** The same for a row that the unit has seen: where another has changed it meanwhile, the unit runs again. */
  amend<A>(query: Query<A, unknown>, args: A): void {
    const connection = this.#use();
    connection.amend(toKeep(query.bind(connection.engine, args)));
  }

  /** Locks the rows that a query selects, until the unit ends. SQLite's writer is alone and needs none. */
  lock<A>(query: Query<A, unknown>, args: A, options = { mustFind: true }): void {
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
