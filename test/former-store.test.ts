// A store made before 0.1.0 by eighteen migrations is one of the new schema. To be deleted with `src/store/former-migrations.ts`.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { backup, restoreBackup } from "../src/cli/stores.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { readSettings } from "../src/settings/settings.ts";
import type { Database } from "../src/store/database.ts";
import { migrate, migrations } from "../src/store/migrate.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { createFolder, createStorage, locationOf } from "./support/storage.ts";
import { ids } from "./support/world.ts";

const ask = async (database: Database, sql: string): Promise<object[]> =>
  database.read((connection) => connection.rows({ sql, values: [] })) as Promise<object[]>;

const run = (database: Database, sql: string): Promise<unknown> =>
  database.write(async (connection) => {
    const isScript = connection.engine === "sqlite";
    if (isScript) return connection.change({ sql, values: [], isScript });
    for (const statement of sql.split(/;\n\n/)) await connection.change({ sql: statement, values: [] });
    return undefined;
  });

async function begin(t: TestContext, engine: EngineName) {
  const storage = await createStorage(t, engine);
  const database = await openDatabase(locationOf(storage));
  t.after(() => database.close());
  return { database, location: locationOf(storage) };
}

/** The statements of the eighteen migrations, as they were. */
const former = (engine: EngineName) =>
  readFileSync(new URL(`support/former-${engine}.sql`, import.meta.url), "utf8").trim();

/** All that an engine knows of a schema: tables, columns, types, defaults, keys, checks, indexes, triggers and functions. */
const describing: Readonly<Record<EngineName, readonly string[]>> = {
  sqlite: ["select type, name, sql from sqlite_master where sql is not null order by type, name"],
  postgres: [
    `select table_name, column_name, ordinal_position, data_type, is_nullable, column_default
      from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
    `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
    "select indexname, indexdef from pg_indexes where schemaname = 'public' order by indexname",
    "select tgname, pg_get_triggerdef(oid) as definition from pg_trigger where not tgisinternal order by tgname",
    "select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace order by proname",
  ],
};

/** Without what blanks and the case of a keyword say. */
const plain = (value: unknown): unknown =>
  typeof value === "string"
    ? value
        .replace(/\s+/g, " ")
        .replace(/ ?([(),;]) ?/g, "$1")
        .replace(/^CREATE (UNIQUE )?(TABLE|INDEX|TRIGGER)/, (keywords) => keywords.toLowerCase())
    : value;

async function describe(database: Database, engine: EngineName): Promise<object[]> {
  const rows = await Promise.all(describing[engine].map((sql) => ask(database, sql)));
  return rows
    .flat()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
}

for (const engine of engines) {
  test(`a store from before 0.1.0 on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("has the schema that a new one has", async (t) => {
      const [old, fresh] = [await begin(t, engine), await begin(t, engine)];
      await run(old.database, former(engine));
      for (const { database } of [old, fresh]) await migrate(database);
      const schema = await describe(fresh.database, engine);
      deepEqual(await describe(old.database, engine), schema);
      ok(schema.length > 80);
    });

    await t.test("is opened with all that it holds, by noting other names of migrations", async (t) => {
      const { database, location } = await begin(t, engine);
      await run(database, former(engine));
      await run(database, `insert into orgs values ('${ids.org}', 'Acme', 0, 0, 0, null, null)`);
      const store = await openStore(location);
      t.after(() => store.close());
      equal((await store.read((tx) => tx.orgs.find(ids.org)))?.name, "Acme");
      deepEqual(
        await ask(database, "select name from migrations order by name"),
        migrations.map(({ name }) => ({ name })),
      );
      deepEqual(await migrate(database), []);
    });

    await t.test("says what to do where one of the eighteen is missing", async (t) => {
      const { database, location } = await begin(t, engine);
      await run(database, former(engine));
      await run(database, "delete from migrations where name = '0018-ended-invites'");
      await rejects(openStore(location), (reason: Error) => {
        match(reason.message, /from before 0\.1\.0 .* 0018-ended-invites: start it once .* commit 47491bd/);
        return true;
      });
    });
  });
}

test("a backup of a store from before 0.1.0 is restored, and is one of the new schema", async (t) => {
  const [data, place] = [createFolder(t), createFolder(t)];
  const database = openSqlite(join(data, "anteroom.sqlite"));
  await run(database, former("sqlite"));
  await run(database, `insert into orgs values ('${ids.org}', 'Acme', 0, 0, 0, null, null)`);
  await database.close();
  const settingsOf = (folder: string) => readSettings({ data: folder }, { logLevel: "silent" });
  const file = join(data, "backup.sqlite");
  await backup(settingsOf(data), file, {});
  await restoreBackup(settingsOf(place), { current: "x".repeat(32), previous: undefined }, file);
  const restored = openSqlite(join(place, "anteroom.sqlite"));
  deepEqual(await ask(restored, "select count(*) as n from migrations"), [{ n: 18 }]);
  await migrate(restored);
  deepEqual(
    await ask(restored, "select name from migrations order by name"),
    migrations.map(({ name }) => ({ name })),
  );
  deepEqual(await ask(restored, "select name from orgs"), [{ name: "Acme" }]);
  await restored.close();
});
