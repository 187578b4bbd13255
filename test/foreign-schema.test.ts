// A store with the schema of another version from before 0.1.0: `dev` moves its file aside and begins a new one, all else refuses it.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openFile } from "../src/core/store/driver.ts";
import { migrations } from "../src/core/store/migrate.ts";
import { lockForServer, moveStore, requireWholeStore } from "../src/core/store/store-file.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { startProcess } from "./support/process.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { createFolder, createStorage, locationOf } from "./support/storage.ts";
import { ids } from "./support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";
const env = { ANTEROOM_SECRET: secret };
const refusal =
  /has the schema of another version from before 0\.1\.0, which cannot be upgraded: use it with the version that made it, or begin a new store, in another folder or an empty database/;

/** The schema of the first versions, of which a row and the names of two migrations are enough here. */
const statements = [
  "create table meta (key text primary key, value text not null)",
  "create table migrations (name text primary key)",
  "create table orgs (id text primary key, name text not null)",
  `insert into orgs values ('${ids.org}', 'Acme')`,
  "insert into migrations values ('0001-access'), ('0002-records')",
];

/** Makes a folder with such a store. With a log its rows are still in that, as after a kill. */
function createForeign(t: TestContext, { hasLog = false } = {}): string {
  const [made, data] = [createFolder(t), createFolder(t)];
  const store = openStoreFile(made);
  if (hasLog) store.pragma("journal_mode = WAL");
  for (const sql of statements) store.exec(sql);
  cpSync(made, data, { recursive: true });
  store.close();
  return data;
}

const rowsIn = (file: string, sql: string) => {
  const store = openFile(file, { mustExist: true });
  try {
    return store
      .prepare(sql)
      .all([])
      .map((row) => ({ ...(row as object) }));
  } finally {
    store.close();
  }
};

/** The names of files of a store in a folder, without those that tell who uses it. */
const namesIn = (data: string) =>
  readdirSync(data).filter((name) => !/-(lock|server)$|\.json$|^\./.test(name));

test("dev keeps its file under another name, says so in a line, and begins a new store", async (t) => {
  const data = createForeign(t, { hasLog: true });
  const file = join(data, "anteroom.sqlite");
  const start = () => startProcess(t, ["dev", "--data", data, "--port", "0"], {});
  const first = await start();
  const [, aside = ""] = /it is kept as (\S+), and a new one begins\n/.exec(first.output()) ?? [];
  equal(
    first.output().slice(0, first.output().indexOf("\n")),
    `anteroom: the store in ${data} has the schema of another version from before 0.1.0: it is kept as ${aside}, and a new one begins`,
  );
  match(aside, /\/anteroom\.sqlite\.before-\d{4}-\d\d-\d\dT[^:]+$/);
  equal((await fetch(`${first.url}/readyz`)).status, 200);
  equal(await first.stop(), 0);
  deepEqual(rowsIn(aside, "select name from orgs"), [{ name: "Acme" }]);
  deepEqual(
    rowsIn(file, "select name from migrations"),
    migrations.map(({ name }) => ({ name })),
  );
  const planted = rowsIn(file, "select id from orgs");
  equal(planted.length, 1);

  const second = await start();
  equal(second.output().includes("kept as"), false);
  equal(await second.stop(), 0);
  deepEqual(rowsIn(file, "select id from orgs"), planted, "the second start has the store of the first");
});

test("a start that is killed once the file has another name begins a new store at the next", async (t) => {
  const data = createForeign(t, { hasLog: true });
  const file = join(data, "anteroom.sqlite");
  (await lockForServer(file, "2026-12-01T00:00:00Z"))();
  moveStore(file, `${file}.before-x`);
  deepEqual(namesIn(data).sort(), [
    "anteroom.sqlite-new",
    "anteroom.sqlite.before-x",
    "anteroom.sqlite.before-x-shm",
    "anteroom.sqlite.before-x-wal",
  ]);
  equal(requireWholeStore(file), true);
  deepEqual(rowsIn(`${file}.before-x`, "select name from orgs"), [{ name: "Acme" }]);
});

for (const engine of engines) {
  test(`serve, doctor and every command on ${engine} refuse it, and change nothing`, {
    skip: skipReason(engine),
  }, async (t) => {
    const storage = await createStorage(t, engine);
    const database = await openDatabase(locationOf(storage));
    await database.write(async (connection) => {
      for (const sql of statements) await connection.change({ sql, values: [] });
    });
    await database.close();
    const commands = {
      serve: ["serve", ...storage.flags, "--port", "0"],
      migrate: ["migrate", ...storage.flags],
      report: ["report", ...storage.flags],
      copy: ["copy", "--from", storage.flags[1] ?? "", "--to", createFolder(t)],
      ...(engine === "postgres" && { dev: ["dev", ...storage.flags, "--port", "0"] }),
    };
    for (const [name, args] of Object.entries(commands)) {
      const { code, stdout, stderr } = await anteroom(args, { env });
      equal(code, 1, name);
      equal(stdout, "", name);
      match(stderr, refusal, name);
    }
    const doctor = await anteroom(["doctor", ...storage.flags], { env });
    equal(doctor.code, 1);
    match(doctor.stdout, new RegExp(`^schema +bad +the store ${refusal.source}$`, "m"));
    await rejects(openStore(locationOf(storage)), refusal);
    await rejects(createAnteroom({ ...storage.options, secret }), refusal);
    deepEqual(await storage.rows("select * from orgs"), [{ id: ids.org, name: "Acme" }]);
    deepEqual(await storage.rows("select name from migrations order by name"), [
      { name: "0001-access" },
      { name: "0002-records" },
    ]);
  });
}

test("backup refuses to take it, and restore to put it back", async (t) => {
  const [data, place] = [createForeign(t), createFolder(t)];
  const file = join(data, "anteroom.sqlite");
  const taken = await anteroom(["backup", "--data", data, join(place, "backup.sqlite")], { env });
  deepEqual([taken.code, taken.stdout], [1, ""]);
  match(taken.stderr, refusal);
  const restored = await anteroom(["restore", "--data", place, file], { env });
  deepEqual([restored.code, restored.stdout], [1, ""]);
  match(restored.stderr, refusal);
  deepEqual(readdirSync(place), []);
});
