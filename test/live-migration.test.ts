// A newer version brings the schema of a PostgreSQL up to date while servers of the version before go on: none of their requests
// fails, and they need no restart.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Database } from "../src/core/store/database.ts";
import { migrate, migrations } from "../src/core/store/migrate.ts";
import type { Migration } from "../src/core/store/migration.ts";
import { openPostgres } from "../src/core/store/postgres.ts";
import { patientLimits } from "../src/core/store/postgres-pool.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { startSufferer } from "./support/sufferer.ts";
import { ids, type World } from "./support/world.ts";

const skip = skipReason("postgres");

async function connectTo(t: TestContext, connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // The database is dropped before it is closed.
  client.on("error", () => {});
  await client.connect();
  t.after(() => client.end());
  return client;
}

/**
 * Makes a migration as a next version could have it: something new in each table, and an index on one that is written all the
 * time.
 */
async function makeMigration(client: pg.Client): Promise<Migration> {
  const { rows } = await client.query(
    "select tablename from pg_tables where schemaname = 'public' order by tablename",
  );
  const tables = rows.map(({ tablename }) => String(tablename));
  ok(tables.length > 20);
  return {
    name: "9999-of-tomorrow",
    statements: [
      ...tables.map((table) => `alter table ${table} add column added_note text`),
      `alter table invites add column added_count integer not null default 0`,
      `create index if not exists added_index on invites (username_key, added_count)`,
      `create table added_table (id text primary key)`,
    ],
  };
}

const newer = (url: string, options: { patient: boolean }): Promise<Database> =>
  openPostgres(url, {
    jitter: () => 0.5,
    elapsed: () => performance.now(),
    ...(options.patient && { limits: patientLimits }),
  });

/** Migrates as a start of the newer version does. */
async function migrateTo(t: TestContext, url: string, migration: Migration): Promise<string[]> {
  const [database, patient] = [await newer(url, { patient: false }), await newer(url, { patient: true })];
  t.after(() => Promise.all([database.close(), patient.close()]));
  return migrate(database, { patient, all: [...migrations, migration] });
}

/** Reads lists and single things, each from other tables, by statements that the server has prepared before. */
async function lookAround(world: World, token: string): Promise<void> {
  const [org, group] = [`/api/atlas/v2/orgs/${ids.org}`, `/api/atlas/v2/groups/${ids.group}`];
  for (const path of [
    org,
    group,
    `${org}/events`,
    `${group}/events`,
    `${org}/invites`,
    `${group}/invites`,
    `${org}/users`,
    `${group}/users`,
    `${org}/teams`,
    `${org}/apiKeys`,
    `${group}/apiKeys`,
    `${org}/serviceAccounts`,
    `${org}/groups`,
    `${org}/settings`,
    `${group}/limits`,
  ]) {
    const { status, text } = await world.bearing(token, { path, headers: { accept: newest } });
    equal(status, 200, `${path}: ${text}`);
  }
}
const newest = "application/vnd.atlas.2025-03-12+json";

test("two newer servers that start at once migrate once, and no request of an older one fails", {
  skip,
}, async (t) => {
  const url = await createTestDatabase(t);
  const { suffer, world } = await startSufferer(t, url);
  const token = await world.token();
  await lookAround(world, token);
  const migration = await makeMigration(await connectTo(t, url));

  const applied: string[][] = [];
  const { writes, reads } = await suffer(async () => {
    applied.push(...(await Promise.all([1, 2].map(() => migrateTo(t, url, migration)))));
  });
  deepEqual(applied.flat(), [migration.name]);
  deepEqual([...new Set([...writes, ...reads])], [200]);
  await lookAround(world, token);
  await lookAround(world, await world.token());
  const event = await world.bearing(token, {
    path: `/api/atlas/v2/groups/${ids.group}/events`,
    headers: { accept: newest },
  });
  const [{ id }] = event.json.results;
  const path = `/api/atlas/v2/groups/${ids.group}/events/${id}`;
  equal((await world.bearing(token, { path, headers: { accept: newest } })).status, 200);

  // It goes on, and may be begun again, since what it does not know only adds.
  await (await openStore({ kind: "postgres", url })).close();
});

test("a table that others hold, as a backup does: the migration comes back, and all else goes on", {
  skip,
}, async (t) => {
  const url = await createTestDatabase(t);
  const { suffer } = await startSufferer(t, url);
  const holding = await connectTo(t, url);
  const migration = await makeMigration(holding);
  let applied: string[] = [];
  const { writes, reads } = await suffer(async () => {
    await holding.query("begin");
    await holding.query("select count(*) from invites");
    const migrating = migrateTo(t, url, migration);
    await sleep(3_500);
    await holding.query("commit");
    applied = await migrating;
  });
  deepEqual(applied, [migration.name]);
  deepEqual([...new Set([...writes, ...reads])], [200]);
});

test("a migration may take longer than a server waits for a statement", { skip }, async (t) => {
  const url = await createTestDatabase(t);
  await (await openDatabase({ kind: "postgres", url })).close();
  const slow = { name: "9999-slow", statements: ["select pg_sleep(11)"] };
  deepEqual(await migrateTo(t, url, slow), [...migrations.map(({ name }) => name), slow.name]);
});

test("one that fails half-way is taken up where it failed", { skip }, async (t) => {
  const url = await createTestDatabase(t);
  await (await openStore({ kind: "postgres", url })).close();
  const name = "9999-of-tomorrow";
  const [first, second] = [
    "alter table orgs add column note text",
    "alter table groups add column note text",
  ];
  await rejects(
    migrateTo(t, url, { name, statements: [first, "alter table nothing add column note text"] }),
    {
      code: "42P01",
    },
  );
  deepEqual(await migrateTo(t, url, { name, statements: [first, second] }), [name]);
  const client = await connectTo(t, url);
  const { rows } = await client.query("select name from migrations where name like '9999%'");
  deepEqual(rows, [{ name }]);
});
