// The interface that the store needs of an engine: run work in a transaction that reads, or in one that may write.
import type { Asker } from "./places.ts";
import type { Engine, Statement } from "./query.ts";
import type { Vitals } from "./vitals.ts";

/** A value at once if the engine is part of the process: a promise for each statement would cost what a small one does. */
export type MaybePromise<T> = T | Promise<T>;

/** A connection of an engine, inside a transaction that the engine opens and ends. */
export interface Connection {
  readonly engine: Engine;
  rows(statement: Statement): MaybePromise<unknown[]>;
  /** Number of rows a statement changed. */
  change(statement: Statement): MaybePromise<number>;
  /** Sends a statement whose result nobody needs. If it fails, or finds no row where it must, the unit is not kept. */
  post(statement: Statement, options?: { readonly mustFind: boolean }): void;
  /** Sends a change of a row that the unit has seen. Where it is not there any more, PostgreSQL runs the unit again. */
  amend(statement: Statement): void;
}

/**
 * A row that a unit had read was changed by another unit before it was locked: PostgreSQL runs the unit again, as for
 * collisions that it finds itself.
 */
export class Collision extends Error {
  readonly code = "40001";
}

export type Work<T> = (connection: Connection) => MaybePromise<T>;

/** A database; who asks matters only if units wait for connections. */
export interface Database {
  /** Runs `work` that is a single statement, and so sees one snapshot anyway. */
  look<T>(work: Work<T>, asker?: Asker): Promise<T>;
  /** Runs `work` on one consistent snapshot. */
  read<T>(work: Work<T>, asker?: Asker): Promise<T>;
  /** Keeps all of `work`, durably, or nothing; it may run again. On PostgreSQL it keeps others only from rows it locked or changed. */
  write<T>(work: Work<T>, asker?: Asker): Promise<T>;
  readonly vitals: Vitals;
  close(): Promise<void>;
}
