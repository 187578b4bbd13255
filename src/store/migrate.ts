// Brings a database to the newest schema, one numbered migration after the other, all or nothing.
import { codeOf } from "./code-of.ts";
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import { StoreError } from "./errors.ts";
import { access } from "./migrations/0001-access.ts";
import { people } from "./migrations/0002-people.ts";
import { revokedTokens } from "./migrations/0003-revoked-tokens.ts";
import { commandLines } from "./migrations/0004-command-lines.ts";
import { unprovenAccounts } from "./migrations/0005-unproven-accounts.ts";
import { sessions } from "./migrations/0006-sessions.ts";
import { buckets } from "./migrations/0007-buckets.ts";
import { eventSeals } from "./migrations/0008-event-seals.ts";
import { inviteRoles } from "./migrations/0009-invite-roles.ts";
import { lists } from "./migrations/0010-lists.ts";
import { founders } from "./migrations/0011-founders.ts";
import { deprecatedCalls } from "./migrations/0012-deprecated-calls.ts";

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** In the order in which they apply; a released one is never edited. */
export const migrations: readonly Migration[] = [
  access,
  people,
  revokedTokens,
  commandLines,
  unprovenAccounts,
  sessions,
  buckets,
  eventSeals,
  inviteRoles,
  lists,
  founders,
  deprecatedCalls,
];

/** Whether there is a table of migrations; asking needs no right to make one. */
const hasBegun: Readonly<Record<Connection["engine"], string>> = {
  sqlite: "select 1 from sqlite_master where name = 'migrations'",
  postgres: "select 1 where to_regclass('migrations') is not null",
};

async function applied(connection: Connection): Promise<{ name: string }[]> {
  if ((await connection.rows({ sql: hasBegun[connection.engine], values: [] })).length === 0) return [];
  const rows = await connection.rows({ sql: "select name from migrations", values: [] });
  return rows as { name: string }[];
}

/** Names of migrations that were applied, and that only a newer Anteroom knows. */
export const unknownMigrations = (done: readonly { readonly name: string }[]): string[] =>
  done.map(({ name }) => name).filter((name) => !migrations.some((migration) => migration.name === name));

async function missingIn(connection: Connection): Promise<readonly Migration[]> {
  const done = await applied(connection);
  const unknown = unknownMigrations(done);
  if (unknown.length > 0) {
    throw new StoreError(
      `the database was written by a newer Anteroom (it knows the migration ${unknown.join(", ")}); update Anteroom`,
    );
  }
  return migrations.filter(({ name }) => !done.some((each) => each.name === name));
}

/** Held until the schema is what it should be. The number is of no other use. */
const oneAtATime = "select pg_advisory_xact_lock(20260810)";

/** The schema is not the newest, and whoever opened the database may not change it. */
export class NotMigrated extends StoreError {}

/** Of PostgreSQL: a right is missing; there is no schema in which one could be missing. */
const denials = new Set(["42501", "3F000"]);

/**
 * Applies what is missing and returns the names of what it applied. Two processes may start at once: one of them wins. Where
 * nothing is missing it needs no right but to read; where it may not apply it throws `NotMigrated`.
 */
export async function migrate(database: Database): Promise<string[]> {
  if ((await database.read(missingIn)).length === 0) return [];
  try {
    return await database.write(async (connection) => {
      const run = (sql: string, ...values: string[]) => connection.change({ sql, values });
      if (connection.engine === "postgres") {
        // Servers of the version before go on: a statement that waits for a lock makes all who come after it wait as well.
        await run("set local lock_timeout = '2s'");
        await run("set local statement_timeout = 0");
      }
      if (connection.engine === "postgres") await run(oneAtATime);
      await run("create table if not exists migrations (name text primary key)");
      await run("create table if not exists meta (key text primary key, value text not null)");
      const missing = await missingIn(connection);
      for (const { name, statements } of missing) {
        for (const statement of statements) await run(statement);
        await run(`insert into migrations (name) values ('${name}')`);
      }
      return missing.map(({ name }) => name);
    });
  } catch (reason) {
    if (!denials.has(codeOf(reason))) throw reason;
    throw new NotMigrated((reason as Error).message, { cause: reason });
  }
}
