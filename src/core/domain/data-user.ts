// Database users that may read or write data, as `who-can` prints them.

/**
 * A place where a database user may read or write data, and the way from the role that it holds: `reports@admin`, then
 * `FIND@sales.orders`.
 */
export interface DataWay {
  /** A database, with a collection perhaps: `sales.orders`; `*` for all. */
  readonly on: string;
  readonly by: readonly string[];
}

/** A database user that may read or write data. */
export interface DataUser {
  readonly name: string;
  readonly databaseName: string;
  readonly ways: readonly DataWay[];
  /** Clusters and instances that it may log in to; all if empty. */
  readonly scopes: readonly string[];
  /**
   * ISO 8601; null for one that does not end.
   * @format date-time
   */
  readonly endsAt: string | null;
}
