// A store is carried from one engine to the other and back, with all that it holds, or not at all.
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { copy } from "../src/cli/copy.ts";
import { AtlasClient } from "../src/client/client.ts";
import { readSettings } from "../src/core/settings/settings.ts";
import { tables } from "../src/core/store/tables.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { big, bigSeed, liveBig } from "./support/big-world.ts";
import { mainArguments } from "./support/command.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { masters, open, sealerOf, secret } from "./support/sealed.ts";
import { createFolder, createStorage, locationOf, type TestStorage } from "./support/storage.ts";

const placeOf = ({ options }: TestStorage): string =>
  "data" in options ? options.data : options.databaseUrl;

/** Reads the contents without names in lower case, which each engine makes in its own way. */
async function contentsOf(storage: TestStorage): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  const database = await openDatabase(locationOf(storage));
  for (const [table, { columns }] of Object.entries(tables)) {
    const kept = Object.keys(columns).filter((column) => column !== "names");
    const sql = `select ${kept.join(", ")} from ${table}`;
    const rows = await database.read((connection) => connection.rows({ sql, values: [] }));
    contents[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  await database.close();
  return contents;
}

/** A store in which every table that a server fills has rows. */
async function createWorld(t: TestContext, engine: EngineName): Promise<TestStorage> {
  const storage = await createStorage(t, engine);
  const world = await createAnteroom({ ...storage.options, seed: bigSeed, secret, clock: "system" });
  await liveBig(world);
  await world.close();
  return storage;
}

/** Some more events, so that a copy takes a while. */
async function addEvents(storage: TestStorage, count: number): Promise<void> {
  const database = await openDatabase(locationOf(storage));
  const id = "data" in storage.options ? "printf('e%023x', i)" : "'e' || lpad(to_hex(i), 23, '0')";
  await database.write((connection) =>
    connection.change({
      sql: `insert into events (id, type, at, details) with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})
        select ${id}, 'JOINED_ORG', ${Date.now()} + i % 1000, '{}' from numbers`,
      values: [],
    }),
  );
  await database.close();
}

async function seal(t: TestContext, storage: TestStorage): Promise<void> {
  const store = await open(t, storage);
  const { look, failures } = sealerOf(store, null, Date.now(), true);
  await look();
  deepEqual(failures, []);
  await store.close();
}

/** Prints nothing of what the command says. */
async function quietly<T>(t: TestContext, work: () => Promise<T>): Promise<T> {
  const write = t.mock.method(process.stdout, "write", () => true);
  try {
    return await work();
  } finally {
    write.mock.restore();
  }
}

for (const from of engines) {
  test(`a store on ${from}`, { skip: skipReason(from) }, async (t) => {
    const source = await createWorld(t, from);
    await addEvents(source, 1_200);
    await seal(t, source);
    const before = await contentsOf(source);
    for (const table of ["grants", "events", "event_seals", "invite_group_roles", "api_keys", "outbox"]) {
      ok((before[table]?.length ?? 0) > 0, table);
    }

    for (const to of engines) {
      await t.test(`is carried to ${to} whole, and served there`, { skip: skipReason(to) }, async (t) => {
        const target = await createStorage(t, to);
        equal(await quietly(t, () => copy({ from: placeOf(source), to: placeOf(target) }, masters)), true);
        deepEqual(await contentsOf(target), before);
        const served = await createAnteroom({ ...target.options, secret });
        const client = new AtlasClient({ ...big.key, baseUrl: served.url });
        equal((await client.getGroup({ groupId: big.group })).name, "payments");
        await served.close();
      });
    }
  });
}

for (const engine of engines) {
  test(`what is refused on ${engine} changes nothing`, { skip: skipReason(engine) }, async (t) => {
    const [source, other] = [await createWorld(t, "sqlite"), await createStorage(t, engine)];
    await (await openStore(locationOf(other))).close();
    const target = await createStorage(t, engine);
    const places = { from: placeOf(source), to: placeOf(target) };
    await rejects(
      copy(places, { ...masters, current: "another secret of 32 characters, or more" }),
      /another master secret/,
    );
    const before = await contentsOf(other);
    await rejects(
      copy({ ...places, to: placeOf(other) }, masters),
      /--to names a store that is there already/,
    );
    deepEqual(await contentsOf(other), before);
    await rejects(
      copy({ from: placeOf(target), to: placeOf(source) }, masters),
      engine === "sqlite" ? /there is no store in/ : /database without a store/,
    );
    await rejects(copy({ ...places, from: "@/nowhere" }, masters), /--from @\/nowhere cannot be read/);
  });

  test(`of two copies into one target on ${engine} one is made, and the other says so`, {
    skip: skipReason(engine),
  }, async (t) => {
    const [source, target] = [await createWorld(t, "sqlite"), await createStorage(t, engine)];
    await addEvents(source, 1_200);
    const one = () => copy({ from: placeOf(source), to: placeOf(target) }, masters);
    const ends = await quietly(t, () => Promise.allSettled([one(), one()]));
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [(end.reason as Error).message] : []));
    equal(reasons.length, 1);
    match(
      reasons[0] ?? "",
      /--to names a store that is there already|another `anteroom copy` has filled --to|is in use by process \d+ .*; end that one first/,
    );
    deepEqual(await contentsOf(target), await contentsOf(source));
  });

  test(`a copy to ${engine} that is killed is not served, and begun again`, {
    skip: skipReason(engine),
  }, async (t) => {
    const [source, target] = [await createWorld(t, "sqlite"), await createStorage(t, engine)];
    await addEvents(source, 30_000);
    const file = join(createFolder(t), "url");
    writeFileSync(file, engine === "sqlite" ? "" : placeOf(target));
    const to = engine === "sqlite" ? placeOf(target) : `@${file}`;
    const child = spawn(process.execPath, [...mainArguments, "copy", "--from", placeOf(source), "--to", to], {
      env: { ...process.env, ANTEROOM_SECRET: secret },
    });
    const [said] = await once(child.stderr, "data");
    match(String(said), /^anteroom: copying;/);
    child.kill("SIGKILL");
    await once(child, "close");
    await rejects(
      openStore(locationOf(target)),
      /holds a copy that is not finished: run `anteroom copy` again/,
    );
    await quietly(t, () => copy({ from: placeOf(source), to: placeOf(target) }, masters));
    deepEqual(await contentsOf(target), await contentsOf(source));
  });
}

test("what is neither a folder nor PostgreSQL is refused without its password, and no folder is made of it", async (t) => {
  const folder = createFolder(t);
  const there = join(folder, "there");
  for (const place of ["mysql://u:secret@h/x", "postgres://u:secret@h:notaport/x"]) {
    for (const places of [
      { from: place, to: there },
      { from: there, to: place },
    ]) {
      await rejects(copy(places, masters), (reason: Error) => {
        match(reason.message, /^--(from|to): expected .*postgres:/);
        ok(!reason.message.includes("secret"));
        return true;
      });
    }
  }
  await rejects(copy({ from: there, to: join(folder, "to") }, masters), {
    message: `there is no store in ${there}; name its folder with --from`,
  });
  throws(() => readSettings({ data: "mysql://u:secret@h/x" }), { message: /^--data: expected a folder/ });
});
