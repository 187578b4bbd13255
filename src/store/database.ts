// What the store needs of an engine: run work in a transaction that reads, or in one that may write.
import type { Connection, Sooner } from "./connection.ts";

export type Work<T> = (connection: Connection) => Sooner<T>;

export interface Database {
  /** Runs `work` on one consistent snapshot. */
  read<T>(work: Work<T>): Promise<T>;
  /** Runs `work` as if it were alone, keeps all of it or nothing, and returns once it is durable. It may run again. */
  write<T>(work: Work<T>): Promise<T>;
  /** As `write`, but only as if alone with each row that it changes. */
  writeRow<T>(work: Work<T>): Promise<T>;
  close(): Promise<void>;
}
