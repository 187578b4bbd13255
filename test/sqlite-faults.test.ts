// Tests what a server answers, and keeps, while its SQLite file is locked, full, emptied or gone; and that only one server has
// it.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnteroom } from "../src/testing/embedded.ts";
import { mainArguments, run } from "./support/command.ts";
import { invitesPath } from "./support/invites.ts";
import { pluck } from "./support/pluck.ts";
import { startProcess } from "./support/process.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { invited, startWorld, type World } from "./support/world.ts";

const secret = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };

async function startScene(t: TestContext, data = createFolder(t)) {
  const world = await startWorld(t, { data });
  const token = await world.token();
  const read = () => world.bearing(token, { path: invitesPath });
  const write = (role = "GROUP_OWNER") =>
    world.bearing(token, { method: "PATCH", path: invitesPath, body: { username: invited, roles: [role] } });
  return { world, read, write, file: join(data, "anteroom.sqlite") };
}

const detailOf = (words: string) => `${words}; try again later.`;

async function checkUnready(world: World, words: string): Promise<void> {
  // A success is remembered for half a second.
  await sleep(600);
  const ready = await world.send({ path: "/readyz" });
  deepEqual([ready.status, ready.json.status], [503, words]);
  equal((await world.send({ path: "/healthz" })).status, 200);
}

test("a lock from outside stops nothing but writes, which wait for it, and are refused after five seconds", async (t) => {
  const { world, read, write, file } = await startScene(t);
  const other = openStoreFile(file);
  t.after(() => other.close());
  const watch = async (isOver: () => boolean) => {
    let longest = 0;
    while (!isOver()) {
      const startedAt = performance.now();
      const replies = await Promise.all([world.send({ path: "/healthz" }), read()]);
      longest = Math.max(longest, performance.now() - startedAt);
      deepEqual(pluck(replies, "status"), [200, 200]);
      await sleep(5);
    }
    return longest;
  };
  for (const [heldMs, status] of [
    [1_000, 200],
    [6_500, 503],
  ] as const) {
    other.exec("begin exclusive");
    let isOver = false;
    const watching = watch(() => isOver);
    const writing = write();
    await sleep(heldMs);
    other.exec("rollback");
    const reply = await writing;
    isOver = true;
    equal(reply.status, status, reply.text);
    if (status === 503) equal(reply.json.detail, detailOf("The database is locked"));
    const longest = await watching;
    ok(heldMs < 5_000 || longest < heldMs / 2, `something waited ${longest} ms`);
  }
  equal((await write()).status, 200);
});

const losses = {
  deleted: { lose: (file: string) => rmSync(file), words: "The file of the database is gone" },
  "moved away": {
    lose: (file: string) => renameSync(file, `${file}.away`),
    words: "The file of the database is gone",
  },
  replaced: {
    lose(file: string) {
      renameSync(file, `${file}.away`);
      writeFileSync(file, "another one");
    },
    words: "The file of the database is gone",
  },
  emptied: { lose: (file: string) => truncateSync(file), words: "The file of the database was emptied" },
  "robbed of its log": {
    lose: (file: string) => rmSync(`${file}-wal`),
    words: "The file of the database is gone",
  },
};
for (const [name, { lose, words }] of Object.entries(losses)) {
  test(`a store that was ${name} under way takes no change any more, and is not ready`, async (t) => {
    const { world, write, file } = await startScene(t);
    equal((await write()).status, 200);
    await sleep(100);
    lose(file);
    const reply = await write();
    deepEqual(
      [reply.status, reply.json.errorCode, reply.json.detail, reply.headers["retry-after"]],
      [503, "SERVICE_UNAVAILABLE", detailOf(words), "60"],
    );
    await checkUnready(world, words);
  });
}

test("a store that is put back goes on", async (t) => {
  const { write, file } = await startScene(t);
  await sleep(100);
  renameSync(file, `${file}.away`);
  equal((await write()).status, 503);
  renameSync(`${file}.away`, file);
  equal((await write()).status, 200);
});

test("writes at the moment of the loss are not acknowledged", async (t) => {
  const { write, file } = await startScene(t);
  let kept = 0;
  const writing = (async () => {
    for (;;) {
      const { status, json } = await write(kept % 2 === 0 ? "GROUP_READ_ONLY" : "GROUP_OWNER");
      if (status !== 200) return { status, json };
      kept++;
    }
  })();
  await until(() => kept > 5);
  rmSync(file);
  const { status } = await writing;
  ok(status === 503 || status === 500, String(status));
  ok(kept > 0);
});

test("a full disk: 503 for what writes, reads go on, and writes again as soon as there is room", {
  skip: process.getuid?.() !== 0 && "SKIPPED: only root can mount a small file system to fill",
}, async (t) => {
  const data = mkdtempSync(join(tmpdir(), "anteroom-full-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", data], { encoding: "utf8" });
  if (mounted.status !== 0) return t.skip(`SKIPPED: no small file system can be mounted: ${mounted.stderr}`);
  const { world, read, write } = await startScene(t, data);
  // After the server has closed.
  t.after(() => {
    spawnSync("umount", [data]);
    rmSync(data, { recursive: true });
  });
  equal((await write()).status, 200);
  const ballast = join(data, "ballast");
  const fill = spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4k"], { encoding: "utf8" });
  match(fill.stderr, /No space left/);
  let refused = await write();
  // What was there of the log is used up first.
  for (let count = 0; count < 200 && refused.status === 200; count++) {
    refused = await write(count % 2 === 0 ? "GROUP_READ_ONLY" : "GROUP_OWNER");
  }
  deepEqual([refused.status, refused.json.detail], [503, detailOf("The database is full")]);
  equal((await read()).status, 200);
  await checkUnready(world, "The database is full");
  rmSync(ballast);
  equal((await write()).status, 200);
  // Until what requests have met is some seconds ago.
  await until(async () => (await world.send({ path: "/readyz" })).status === 200);
  equal((await world.send({ path: "/readyz" })).json.status, "ready");
});

test("a data folder in which nothing can be written is refused in a sentence, by any command", async (t) => {
  const check = async (command: string, folder: string, why: string) => {
    const cure = "let this user write in it, or name another folder with --data";
    const words = new RegExp(`nothing can be kept in the data folder ${folder}: ${why}; ${cure}\\n?$`);
    await rejects(startProcess(t, [command, "--data", folder, "--port", "0"], secret), words);
    await rejects(createAnteroom({ data: folder }), { message: words });
  };
  const isReadOnly = "it is on a file system that is mounted read-only";
  // Even root may not write in the folder of the system's values.
  await check("serve", "/sys", `(${isReadOnly}|this user may not write in it)`);
  const data = createFolder(t);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "ro", "tmpfs", data], { encoding: "utf8" });
  if (mounted.status !== 0) return t.diagnostic(`nothing can be mounted: ${mounted.stderr}`);
  try {
    await check("dev", data, isReadOnly);
  } finally {
    spawnSync("umount", [data]);
  }
});

test("a second server on one folder is refused by the name of the first, until that has ended, however it did", async (t) => {
  const data = createFolder(t);
  const start = () => startProcess(t, ["serve", "--data", data, "--port", "0"], secret);
  const first = await start();
  match(first.before, /There was no store in .*: this is a new one, with nothing in it\./);
  await rejects(
    start(),
    /: anteroom: the store in \S+ is in use by process \d+ of \S+ since \d{4}-\d\d-\d\dT[\d:]+Z; end that one first\n$/,
  );
  await rejects(createAnteroom({ data }), /is in use by process \d+/);
  for (const args of [
    ["backup", join(data, "copy")],
    ["audit", "verify"],
  ]) {
    const whole = [...mainArguments, ...args, "--data", data];
    const { code, stderr } = await run(process.execPath, whole, { env: secret });
    equal(code, 0, stderr);
  }
  // What read beside it has not taken its lock away.
  await rejects(start(), /is in use by process/);
  await first.kill();
  const second = await start();
  equal(second.before.includes("a new one"), false);
  await second.stop();
});

test("two servers in one process are told apart as well, and a server that closed makes room", async (t) => {
  const data = createFolder(t);
  const options = { data, secret: secret.ANTEROOM_SECRET };
  const first = await createAnteroom(options);
  await rejects(createAnteroom(options), /is in use by process/);
  await first.close();
  await (await createAnteroom(options)).close();
});

test("a first start that was killed is begun again", async (t) => {
  for (const left of [["-new"], ["-new", "-lock"], ["-new", "-lock", ""]]) {
    const data = createFolder(t);
    const file = join(data, "anteroom.sqlite");
    for (const end of left) writeFileSync(`${file}${end}`, "");
    await (await createAnteroom({ data })).close();
    deepEqual(
      ["", "-new"].map((end) => existsSync(`${file}${end}`)),
      [true, false],
    );
  }
});

test("a store that was lost is not taken for a new one", async (t) => {
  const data = createFolder(t);
  const file = join(data, "anteroom.sqlite");
  await (await createAnteroom({ data })).close();
  rmSync(file);
  await rejects(
    createAnteroom({ data }),
    /anteroom\.sqlite is missing, and \S+ says that there was a store: put it back/,
  );
  equal(statSync(file, { throwIfNoEntry: false }), undefined);
  writeFileSync(file, "");
  await rejects(createAnteroom({ data }), /anteroom\.sqlite is empty, and a store never is: put it back/);
  equal(statSync(file).size, 0);
  for (const each of ["anteroom.sqlite", "anteroom.sqlite-lock"]) rmSync(join(data, each));
  await (await createAnteroom({ data })).close();
});
