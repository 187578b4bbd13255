// Brings a database to the newest schema, one numbered migration after the other, all or nothing.
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import { access } from "./migrations/0001-access.ts";
import { people } from "./migrations/0002-people.ts";
import { revokedTokens } from "./migrations/0003-revoked-tokens.ts";
import { commandLines } from "./migrations/0004-command-lines.ts";
import { unprovenAccounts } from "./migrations/0005-unproven-accounts.ts";
import { sessions } from "./migrations/0006-sessions.ts";
import { buckets } from "./migrations/0007-buckets.ts";
import { eventSeals } from "./migrations/0008-event-seals.ts";

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
];

async function applied(connection: Connection): Promise<{ name: string }[]> {
  const rows = await connection.rows({ sql: "select name from migrations", values: [] });
  return rows as { name: string }[];
}

/** Names of migrations that were applied, and that only a newer Anteroom knows. */
export const unknownMigrations = (done: readonly { readonly name: string }[]): string[] =>
  done.map(({ name }) => name).filter((name) => !migrations.some((migration) => migration.name === name));

/** Applies what is missing and returns the names of what it applied. Two processes may start at once: one of them wins. */
export async function migrate(database: Database): Promise<string[]> {
  return database.write(async (connection) => {
    const run = (sql: string, ...values: string[]) => connection.change({ sql, values });
    await run("create table if not exists migrations (name text primary key)");
    await run("create table if not exists meta (key text primary key, value text not null)");
    const done = await applied(connection);
    const unknown = unknownMigrations(done);
    if (unknown.length > 0) {
      throw new Error(
        `the database was written by a newer Anteroom (it knows the migration ${unknown.join(", ")}); update Anteroom`,
      );
    }
    const missing = migrations.filter(({ name }) => !done.some((each) => each.name === name));
    for (const { name, statements } of missing) {
      for (const statement of statements) await run(statement);
      await run(`insert into migrations (name) values ('${name}')`);
    }
    return missing.map(({ name }) => name);
  });
}
