// The interface of an engine to the store: it runs work in a transaction that reads, or in one that may write.
import type { Asker } from "./places.ts";
import type { Engine, Statement } from "./query.ts";
import type { Vitals } from "./vitals.ts";

/** A value, which is synchronous if the engine is part of the process: a promise would cost as much as a small statement. */
export type MaybePromise<T> = T | Promise<T>;

/** A connection of an engine, within a transaction that the engine begins and ends. */
export interface Connection {
  readonly engine: Engine;
  rows(statement: Statement): MaybePromise<unknown[]>;
  /** Runs a change; returns the number of changed rows. */
  change(statement: Statement): MaybePromise<number>;
  /**
   * Sends a statement without waiting for its result. If it fails, or does not find a row that it must, the unit is not kept.
   */
  post(statement: Statement, options?: { readonly mustFind: boolean }): void;
  /** Sends a change of a row that the unit has read. If the row no longer exists, PostgreSQL runs the unit again. */
  amend(statement: Statement): void;
}

/**
 * Signals that a row a unit had read was changed by another unit before it was locked: PostgreSQL runs the unit again, as for
 * the collisions that it finds itself.
 */
export class Collision extends Error {
  readonly code = "40001";
}

export type Work<T> = (connection: Connection) => MaybePromise<T>;

/** A database; the asker only matters if units wait for connections. */
export interface Database {
  /** Runs `work` that is a single statement, and so sees one snapshot. */
  look<T>(work: Work<T>, asker?: Asker): Promise<T>;
  /** Runs `work` on one consistent snapshot. */
  read<T>(work: Work<T>, asker?: Asker): Promise<T>;
  /**
   * Keeps all of `work`, durably, or nothing; it may run again. On PostgreSQL it only blocks others on rows that it locked or
   * changed.
   */
  write<T>(work: Work<T>, asker?: Asker): Promise<T>;
  readonly vitals: Vitals;
  close(): Promise<void>;
}
