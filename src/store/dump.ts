// What a store holds, as plain rows: taken and put back by the test controls.
import type { Unit } from "./connection.ts";
import { queryNow } from "./query.ts";
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
 * until it is signed out, and a call that was made was made, whatever the world is put back to.
 */
type Lasting =
  | "revoked_tokens"
  | "device_grants"
  | "command_lines"
  | "deprecated_callers"
  | "deprecated_days";

// A table that is missing above would silently stay out of snapshots.
type Missing = Exclude<keyof Tables, (typeof tables)[number] | Lasting>;
const complete: [Missing] extends [never] ? true : Missing = true;
void complete;

/** Rows by table. */
export type Dump = Readonly<Record<string, readonly object[]>>;

/** Rows put back with one statement; engines bound the number of its parameters. */
const chunk = 500;

export const dumpReads = {
  async take(unit: Unit): Promise<Dump> {
    const dump: Record<string, object[]> = {};
    for (const table of tables) {
      dump[table] = (await unit.all(
        queryNow((db) => db.selectFrom(table).selectAll()),
        {},
      )) as object[];
    }
    return dump;
  },
};

export const dumpWrites = {
  ...dumpReads,

  /** Replaces everything but what lasts by a dump; an empty one empties the store. */
  async restore(unit: Unit, dump: Dump): Promise<void> {
    for (const table of tables.toReversed())
      await unit.change(
        queryNow((db) => db.deleteFrom(table)),
        {},
      );
    for (const table of tables) {
      const rows = dump[table] ?? [];
      for (let start = 0; start < rows.length; start += chunk) {
        const some = rows.slice(start, start + chunk) as never;
        await unit.change(
          queryNow((db) => db.insertInto(table).values(some)),
          {},
        );
      }
    }
  },
};
