// Database users that may read or write data, as `who-can` prints them.

/** A place where a database user may read or write data, and how: `reports@admin`, then `FIND@sales.orders`. */
export interface DataWay {
  /** A database, perhaps with a collection: `sales.orders`; `*` for all. */
  readonly on: string;
  readonly by: readonly string[];
}

/** A database user that may read or write data. */
export interface DataUser {
  readonly name: string;
  readonly databaseName: string;
  readonly ways: readonly DataWay[];
  /** The clusters and instances that it may log in to; all if empty. */
  readonly scopes: readonly string[];
  /** The time of its end in ISO 8601; null for none. @format date-time */
  readonly endsAt: string | null;
}
