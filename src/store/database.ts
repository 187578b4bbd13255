// What the store needs of an engine: run work in a transaction that reads, or in one that may write.
import type { Connection, Sooner } from "./connection.ts";

export type Work<T> = (connection: Connection) => Sooner<T>;

export interface Database {
  /** Runs `work` that is a single statement, and so sees one snapshot anyway. */
  look<T>(work: Work<T>): Promise<T>;
  /** Runs `work` on one consistent snapshot. */
  read<T>(work: Work<T>): Promise<T>;
  /**
   * Keeps all of `work` or nothing, and returns once it is durable. It may run again. On SQLite it is alone; on PostgreSQL
   * others go on beside it, but with the rows that it locked or changed.
   */
  write<T>(work: Work<T>): Promise<T>;
  close(): Promise<void>;
}
