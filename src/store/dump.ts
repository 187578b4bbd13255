// What a store holds, as plain rows: taken and put back by the test controls.
import type { Unit } from "./connection.ts";
import { changes, many, posts } from "./facet.ts";
import { insertion, type Query, query, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** Parents before children, so that rows can be put back in this order and taken away in the other. */
const tables = [
  "meta",
  "orgs",
  "groups",
  "group_tags",
  "principals",
  "grants",
  "access_entries",
  "org_documents",
  "group_documents",
  "group_limits",
  "api_keys",
  "service_accounts",
  "service_account_secrets",
  "digest_uses",
  "buckets",
  "users",
  "teams",
  "team_members",
  "team_grants",
  "invites",
  "invite_group_roles",
  "invite_teams",
  "sessions",
  "links",
  "outbox",
  "identities",
  "events",
  "event_seals",
  "event_totals",
  "event_days",
] as const satisfies readonly (keyof Tables)[];

/**
 * Never taken and never emptied: a token that was revoked stays revoked, a command line that was signed in stays signed in
 * until it is signed out, and a call that was made was made, also the last one of a key, whatever the world is put back to.
 */
const lasting = [
  "revoked_tokens",
  "device_grants",
  "command_lines",
  "deprecated_callers",
  "deprecated_days",
  "key_uses",
] as const satisfies readonly (keyof Tables)[];

// A table that is missing above would silently stay out of snapshots.
type Missing = Exclude<keyof Tables, (typeof tables)[number] | (typeof lasting)[number]>;
const complete: [Missing] extends [never] ? true : Missing = true;
void complete;

/** Rows by table. */
export type Dump = Readonly<Record<string, readonly object[]>>;

/** Rows put back with one statement; engines bound the number of its parameters. */
const chunk = 500;

/** Rows of a table up to which each is put back with a statement of its own: it is compiled and prepared once. */
const few = 20;

const taking = tables.map((table) => [table, many((db) => db.selectFrom(table).selectAll())] as const);
const emptyingOf = (names: readonly (keyof Tables)[]): readonly Query<readonly [], unknown>[] =>
  names.map((table) => query((db) => db.deleteFrom(table))).toReversed();
const empty = posts(...emptyingOf(tables));
/** Empties a store of everything, lasting tables included. */
export const emptyings = emptyingOf([...tables, ...lasting]);
const insertions = new Map(tables.map((table) => [table as string, posts(insertion(table) as Inserting)]));
const insertMany = changes(
  queryNow((db, table: (typeof tables)[number], rows: readonly object[]) =>
    db.insertInto(table).values(rows as never),
  ),
);

type Inserting = Query<readonly [row: object], never>;

export const dumpReads = {
  async take(unit: Unit): Promise<Dump> {
    const dump: Record<string, object[]> = {};
    for (const [table, all] of taking) dump[table] = await all(unit);
    return dump;
  },
};

/** Puts a dump into a store with nothing in it. */
async function fill(unit: Unit, dump: Dump): Promise<void> {
  for (const table of tables) {
    const rows = dump[table] ?? [];
    if (rows.length <= few) {
      for (const row of rows) insertions.get(table)?.(unit, row);
      continue;
    }
    for (let start = 0; start < rows.length; start += chunk) {
      await insertMany(unit, table, rows.slice(start, start + chunk));
    }
  }
}

export const dumpWrites = {
  ...dumpReads,

  /** Replaces everything but lasting tables by a dump; an empty one empties the store. */
  async restore(unit: Unit, dump: Dump): Promise<void> {
    empty(unit);
    await fill(unit, dump);
  },

  fill,
};
