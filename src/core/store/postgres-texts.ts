// Prepares the text of a statement for PostgreSQL, once for each.
import { toCamel } from "./query.ts";

/** Makes something of each text once. */
function once(make: (sql: string, count: number) => string): (sql: string) => string {
  const made = new Map<string, string>();
  return (sql) => {
    let found = made.get(sql);
    if (found === undefined) made.set(sql, (found = make(sql, made.size)));
    return found;
  };
}

/** A change that fails where it finds no row, so that the commit, which is sent with it, keeps nothing then. */
export const finding = once((sql) => `with "found" as (${sql} returning 1) select 1 / count(*) from "found"`);
export const camelOf = once(toCamel);
/** A name for each text lets the server keep its plan; PostgreSQL compares the first 63 characters of a name. */
export const nameOf = once((_sql, count) => `q${count}`);
