// A server that is killed in the middle of its work, again and again: what it acknowledged is there when it comes back, and
// nothing is there by halves. ANTEROOM_CRASH_ROUNDS says how often; `npm run proof:crash` kills two hundred times each.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { anteroom, mainArguments } from "./support/command.ts";
import { skipReason } from "./support/engines.ts";
import { createDisk, noDisk } from "./support/forgetful-disk.ts";
import { type ServerProcess, startProcess } from "./support/process.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { createFolder, createStorage, onPostgres, type TestStorage } from "./support/storage.ts";
import { layTrails } from "./support/trails.ts";
import { seed } from "./support/world.ts";

const rounds = Number(process.env.ANTEROOM_CRASH_ROUNDS ?? 3);
const environment = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642", ANTEROOM_LOG_LEVEL: "warn" };

interface Scene {
  readonly storage: TestStorage;
  /** The environment of the server of a round. */
  env?(round: number): Record<string, string>;
  /** Ends a server without warning. */
  kill?(server: ServerProcess, round: number): Promise<void>;
  /** Returns when nothing is done any more for a server that is gone. */
  settle?(): Promise<void>;
}

/** Servers of a store, one after the other. */
function starter(t: TestContext, storage: TestStorage) {
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  return (env: Readonly<Record<string, string>> = {}) =>
    startProcess(t, ["serve", "--port", "0", "--seed", file, ...storage.flags], { ...environment, ...env });
}

type Trails = ReturnType<typeof layTrails>;

/** Has a server work until it has done a little, and kills it then. */
async function killAtWork(server: ServerProcess, trails: Trails, kill = server.kill): Promise<void> {
  const enough = trails.changes() + 10 + Math.random() * 60;
  let isOver = false;
  const work = trails.work(server.url, () => isOver).finally(() => (isOver = true));
  work.catch(() => {});
  while (!isOver && trails.changes() < enough) await sleep(1);
  await sleep(Math.random() * 5);
  await kill();
  isOver = true;
  await work;
}

async function survive(t: TestContext, { storage, env, kill, settle }: Scene): Promise<void> {
  const start = starter(t, storage);
  const trails = layTrails(storage.rows);
  const starts: number[] = [];
  const [lost, half]: [string[], string[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const server = await start(env?.(round));
    starts.push(server.readyMs);
    await settle?.();
    const findings = await trails.compare();
    lost.push(...findings.lost);
    half.push(...findings.half);
    if (round < rounds) await killAtWork(server, trails, kill && (() => kill(server, round)));
    else {
      await catchUp(storage);
      equal(await server.stop(), 0);
    }
  }
  const again = starts.slice(1).sort((one, other) => one - other);
  const median = again[Math.floor(again.length / 2)] ?? 0;
  t.diagnostic(
    `${rounds} kills, ${trails.changes()} changes: lost ${lost.length}, half ${half.length}; ready again after ${median.toFixed(0)} ms, ${again.at(-1)?.toFixed(0)} ms at most`,
  );
  deepEqual([...lost, ...half].slice(0, 5), []);
  ok(trails.changes() > 10 * rounds);
  const { code, stdout, stderr } = await anteroom(["audit", "verify", ...storage.flags], {
    env: environment,
  });
  equal(code, 0, stdout + stderr);
}

/** A server that ends seals what came last, in time. Those that were killed each second left more than that to it. */
async function catchUp({ rows }: TestStorage): Promise<void> {
  const count = async () =>
    ((await rows("select count(*) as count from events where seal_id is null")) as { count: number }[])[0]
      ?.count ?? 0;
  while ((await count()) > 5_000) await sleep(100);
}

/** Checks a file with SQLite itself. */
async function checkFile({ rows }: TestStorage): Promise<void> {
  deepEqual(await rows("pragma integrity_check"), [{ integrity_check: "ok" }]);
  deepEqual(await rows("pragma foreign_key_check"), []);
}

test("killed on SQLite", async (t) => {
  const storage = await createStorage(t, "sqlite");
  await survive(t, { storage, settle: () => checkFile(storage) });
});

test("killed on SQLite, with the power of the disk", { skip: noDisk }, async (t) => {
  const storage = await createStorage(t, "sqlite");
  const disk = createDisk(t, folderOf(storage));
  await survive(t, {
    storage,
    // Of what was not synced, nothing is there in one round, and half of it, torn, in the next.
    env: (round) => disk.env({ leak: (round % 2) * 50 }),
    async kill(server) {
      await server.kill();
      disk.failPower();
    },
    settle: () => checkFile(storage),
  });
});

test("killed at its first start, on SQLite", async (t) => {
  const { readyMs, kill } = await starter(t, await createStorage(t, "sqlite"))();
  await kill();
  for (let round = 0; round < rounds; round++) {
    const storage = await createStorage(t, "sqlite");
    // Mostly while the store is made, shortly before it is ready.
    const args = [...mainArguments, "serve", "--port", "0", ...storage.flags];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: "ignore" });
    await sleep(readyMs * (0.5 + 0.6 * Math.random()));
    child.kill("SIGKILL");
    await once(child, "close");
    equal(await (await starter(t, storage)()).stop(), 0);
    await checkFile(storage);
  }
});

const skipPostgres =
  skipReason("postgres") ||
  (!isInstalled && "SKIPPED: PostgreSQL's programs are needed on this machine, to start and stop servers");

test("killed on PostgreSQL, in every other round with the database", { skip: skipPostgres }, async (t) => {
  const database = await startPostgres({ isDurable: true });
  t.after(database.remove);
  const storage = onPostgres(database.url);
  let killedAt = 0;
  await survive(t, {
    storage,
    async kill(server, round) {
      // Either may be the first to go.
      const gone = round % 4 === 1 ? server.kill() : sleep(0);
      if (round % 2 === 1) database.stop("immediate");
      await gone;
      await server.kill();
      killedAt = Date.now();
      if (round % 2 === 1) database.start();
    },
    settle: () => outlast(database.url, killedAt),
  });
});

/** PostgreSQL still does what a server had sent before it was killed, and then ends the connection. */
async function outlast(url: string, killedAt: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const older =
    "select pid from pg_stat_activity where backend_type = 'client backend' and backend_start < to_timestamp($1)";
  try {
    while ((await client.query(older, [killedAt / 1000])).rowCount !== 0) await sleep(5);
  } finally {
    await client.end();
  }
}

const folderOf = ({ options }: TestStorage): string => ("data" in options ? options.data : "");

test("these tests see what they look for", { skip: noDisk }, async (t) => {
  await t.test("the disk forgets what was not synced, and nothing else", (t) => {
    const folder = createFolder(t);
    const disk = createDisk(t, folder);
    const program = `
      const { openSync, writeSync, fsyncSync } = require("node:fs");
      const file = openSync(process.argv[1], "w");
      writeSync(file, "synced ");
      fsyncSync(file);
      writeSync(file, "not synced");
      process.kill(process.pid, "SIGKILL");`;
    const path = join(folder, "file");
    const env = { ...process.env, ...disk.env() };
    equal(spawnSync(process.execPath, ["--eval", program, path], { env }).signal, "SIGKILL");
    equal(readFileSync(path, "utf8"), "synced not synced");
    disk.failPower();
    equal(readFileSync(path, "utf8"), "synced ");
  });

  const storage = await createStorage(t, "sqlite");
  const start = starter(t, storage);
  const trails = layTrails(storage.rows);
  await t.test("changes are lost on a disk that only says that it has synced", async (t) => {
    const disk = createDisk(t, folderOf(storage));
    await (await start()).stop();
    disk.settle();
    await killAtWork(await start(disk.env({ isDeaf: true })), trails);
    disk.failPower();
    const acknowledged = trails.changes();
    await (await start()).stop();
    const { lost, half } = await trails.compare();
    t.diagnostic(`of ${acknowledged} changes, those to ${lost.length} addresses were lost`);
    ok(lost.length > 0);
    deepEqual(half, []);
  });

  await t.test("an event, a message and a role that are missing are each found", async () => {
    // One short life of a server need not bring a role in a project that is kept beside an invitation.
    do {
      await killAtWork(await start(), trails);
      deepEqual(await trails.compare(), { lost: [], half: [] });
    } while ((await storage.rows("select 1 from invite_group_roles")).length === 0);
    const database = openStoreFile(folderOf(storage));
    const damage = (table: string, column: string, invites: string) =>
      database.run(
        `delete from ${table} where rowid = (select max(each.rowid) from ${table} as each join invites on ${column} = ${invites})`,
      );
    equal(damage("events", "each.target_username", "invites.username"), 1);
    equal(damage("outbox", "each.invite_id", "invites.id"), 1);
    equal(damage("invite_group_roles", "each.invite_id", "invites.id"), 1);
    database.close();
    const { lost, half } = await trails.compare();
    deepEqual(lost, []);
    ok(half.length >= 1 && half.length <= 3);
    match(half.join("\n"), /\| 0 mails \|/);
  });
});
