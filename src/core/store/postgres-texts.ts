// Prepares the text of a statement for PostgreSQL, once for each.
import { toCamel } from "./query.ts";

/** Caches what `make` returns for each text. */
function once(make: (sql: string, count: number) => string): (sql: string) => string {
  const made = new Map<string, string>();
  return (sql) => {
    let found = made.get(sql);
    if (found === undefined) made.set(sql, (found = make(sql, made.size)));
    return found;
  };
}

/** Wraps a change so that it fails if it finds no row; the commit, which is sent with it, then keeps nothing. */
export const finding = once((sql) => `with "found" as (${sql} returning 1) select 1 / count(*) from "found"`);
export const camelOf = once(toCamel);
/** Returns a name for each text, by which the server keeps its plan; PostgreSQL compares the first 63 characters of a name. */
export const nameOf = once((_sql, count) => `q${count}`);
