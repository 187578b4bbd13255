// What a store holds, as plain rows: taken and put back by the test controls.
import type { Unit } from "./connection.ts";
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

const taking = tables.map((table) => [table, query((db) => db.selectFrom(table).selectAll())] as const);
const emptying = tables.map((table) => query((db) => db.deleteFrom(table))).toReversed();
/** What leaves nothing in a store, not even what lasts. */
export const emptyings: readonly Query<object, unknown>[] = [
  ...lasting.map((table) => query((db) => db.deleteFrom(table))).toReversed(),
  ...emptying,
];
const insertions = new Map(tables.map((table) => [table as string, insertion(table)]));

export const dumpReads = {
  async take(unit: Unit): Promise<Dump> {
    const dump: Record<string, object[]> = {};
    for (const [table, all] of taking) dump[table] = (await unit.all(all, {})) as object[];
    return dump;
  },
};

export const dumpWrites = {
  ...dumpReads,

  /** Replaces everything but what lasts by a dump; an empty one empties the store. */
  async restore(unit: Unit, dump: Dump): Promise<void> {
    for (const empty of emptying) unit.post(empty, {});
    await fill(unit, dump);
  },

  fill,
};

/** Puts a dump into a store with nothing in it. */
async function fill(unit: Unit, dump: Dump): Promise<void> {
  for (const table of tables) {
    const rows = dump[table] ?? [];
    if (rows.length <= few) {
      for (const row of rows) unit.post(insertions.get(table) as Query<object, never>, row);
      continue;
    }
    for (let start = 0; start < rows.length; start += chunk) {
      const some = rows.slice(start, start + chunk) as never;
      await unit.change(
        queryNow((db) => db.insertInto(table).values(some)),
        {},
      );
    }
  }
}
