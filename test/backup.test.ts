// Backups: taken while a server writes, put back whole, and refused where they are not what they should be.

import { deepEqual, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { backup, restoreBackup } from "../src/cli/stores.ts";
import { readSettings } from "../src/core/settings/settings.ts";
import { openFile } from "../src/core/store/driver.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { anteroom, mainArguments, run } from "./support/command.ts";
import { invitesPath } from "./support/invites.ts";
import { pluck } from "./support/pluck.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { invited, keys, type Sending, seed, sendAs } from "./support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";
const masters = { current: secret, previous: undefined };
const env = { ANTEROOM_SECRET: secret };

const settingsOf = (data: string) => readSettings({ data }, { logLevel: "silent" });
const storeOf = (data: string) => join(data, "anteroom.sqlite");

/** Sends a request with an API key of the world. */
const ask = (url: string, sending: Sending) => sendAs(url, keys.owner, sending);

/** A folder with a store that a server made, and that no server uses any more. */
async function createStore(t: TestContext): Promise<string> {
  const data = createFolder(t);
  await (await createAnteroom({ data, seed, secret })).close();
  return data;
}

/** A store with its backup. */
async function createBackup(t: TestContext): Promise<{ data: string; file: string }> {
  const data = await createStore(t);
  const file = join(createFolder(t), "backup.sqlite");
  await backup(settingsOf(data), file, {});
  return { data, file };
}

const countIn = (file: string, table: string): number => {
  const database = openFile(file, { isReadOnly: true });
  try {
    return (database.prepare(`select count(*) as n from ${table}`).all([]) as { n: number }[])[0]?.n ?? 0;
  } finally {
    database.close();
  }
};

/** Reads all files in a folder, to the byte. */
const filesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "base64")]));

test("a backup amid writes has all that was acknowledged before it began, and is served after a restore", async (t) => {
  const folder = createFolder(t);
  const [data, elsewhere, file] = ["data", "elsewhere", "backup.sqlite"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(join(folder, "seed.json"), JSON.stringify(seed));
  const args = ["--port", "0", "--seed", join(folder, "seed.json")];
  const server = await startProcess(t, ["serve", "--data", data, ...args], env);
  let acknowledged = 0;
  let isOver = false;
  const client = async () => {
    for (let turn = 0; !isOver; turn++) {
      const roles = turn % 2 === 0 ? ["GROUP_OWNER"] : ["GROUP_READ_ONLY"];
      const body = { username: invited, roles };
      const reply = await ask(server.url, { method: "PATCH", path: invitesPath, body });
      equal(reply.status, 200, reply.text);
      acknowledged++;
    }
  };
  const eventsBefore = countIn(storeOf(data), "events");
  const clients = [client()];
  await until(() => acknowledged >= 20);
  const before = acknowledged;
  const made = await anteroom(["backup", file, "--data", data]);
  const after = acknowledged;
  isOver = true;
  await Promise.all(clients);
  deepEqual([made.code, made.stderr], [0, ""]);
  match(made.stdout, /^Backed up 2 organizations, 2 projects, 3 users, \d+ events to .* ANTEROOM_SECRET/);
  equal(statSync(file).mode & 0o777, 0o600);
  deepEqual(readdirSync(folder).sort(), ["backup.sqlite", "data", "seed.json"]);
  const kept = countIn(file, "events") - eventsBefore;
  ok(kept >= before, `${before} changes were acknowledged, and the backup has ${kept}`);
  ok(after > before, "nothing was written while the backup was taken");

  const restored = await anteroom(["restore", file, "--data", elsewhere], { env });
  deepEqual([restored.code, restored.stderr], [0, ""]);
  deepEqual(readdirSync(elsewhere), ["anteroom.sqlite"]);
  equal(statSync(storeOf(elsewhere)).mode & 0o777, 0o600);
  const again = await startProcess(t, ["serve", "--data", elsewhere, "--port", "0"], env);
  const listed = await ask(again.url, { path: invitesPath });
  deepEqual(pluck(listed.json, "username"), [invited]);
});

test("a restore keeps what was there aside, with the end of its log, and puts back what the backup has", async (t) => {
  const { data, file } = await createBackup(t);
  const server = await startProcess(t, ["serve", "--data", data, "--port", "0"], env);
  const body = { username: "late@example.com", roles: ["GROUP_OWNER"] };
  equal((await ask(server.url, { method: "POST", path: invitesPath, body })).status, 200);
  await server.kill();
  ok(existsSync(`${storeOf(data)}-wal`), "the server left no log");
  await restoreBackup(settingsOf(data), masters, file);
  const [store, lock, servedBy, aside, ...others] = readdirSync(data).sort();
  deepEqual(
    [store, lock, servedBy, others],
    ["anteroom.sqlite", "anteroom.sqlite-lock", "anteroom.sqlite-server", []],
  );
  match(aside ?? "", /^anteroom\.sqlite\.before-\d{4}-\d\d-\d\dT/);
  equal(countIn(join(data, aside ?? ""), "invites"), countIn(storeOf(data), "invites") + 1);
  const again = await startProcess(t, ["serve", "--data", data, "--port", "0"], env);
  equal((await ask(again.url, { path: invitesPath })).json.length, 1);
});

test("a restore replaces a store that is damaged, and no log of it is taken for the new one's", async (t) => {
  const { data, file } = await createBackup(t);
  writeFileSync(storeOf(data), "no store any more");
  writeFileSync(`${storeOf(data)}-wal`, "a log");
  writeFileSync(`${storeOf(data)}-shm`, "an index");
  await restoreBackup(settingsOf(data), masters, file);
  const names = readdirSync(data)
    .sort()
    .filter((name) => name !== "anteroom.sqlite-lock");
  equal(names.length, 3);
  equal(readFileSync(join(data, names[1] ?? ""), "utf8"), "no store any more");
  match(names[2] ?? "", /\.before-.*-wal$/);
  equal(countIn(storeOf(data), "orgs"), 2);
});

test("a backup of a restored store is restored again", async (t) => {
  const { data, file } = await createBackup(t);
  await restoreBackup(settingsOf(data), masters, file);
  await backup(settingsOf(data), file, { force: true });
  const other = createFolder(t);
  await restoreBackup(settingsOf(other), masters, file);
  equal(countIn(storeOf(other), "orgs"), 2);
});

test("what deployments were made to hold before a restore is made there anew", async (t) => {
  const { data, file } = await createBackup(t);
  for (const [id, applied] of ["'made'", "null"].entries()) {
    const values = `'${String(id).repeat(24)}', 'db:1', 'g', 'USER', '${id}', 'm', ${applied}`;
    alter(storeOf(data), `insert into provisions values (${values}, 0, 0, 0, null, null, 1, 0, null)`);
  }
  await backup(settingsOf(data), file, { force: true });
  await restoreBackup(settingsOf(data), masters, file);
  const database = openFile(storeOf(data));
  t.after(() => database.close());
  const rows = database.prepare("select applied from provisions order by name").all([]);
  deepEqual(pluck(rows as never, "applied"), ["", null]);
});

/** Changes the first place of a file that holds a text. */
function spoil(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  notEqual(at, -1);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

const alter = (file: string, sql: string) => {
  const database = openFile(file);
  database.exec(sql);
  database.close();
};

/** The damages of a good backup, each with the sentence that restoring it is refused with. */
const refusals: Readonly<
  Record<string, { spoil: (file: string, t: TestContext) => unknown; says: RegExp; current?: string }>
> = {
  "that is not there": {
    spoil: () => {},
    says: /^there is no file .*missing\.sqlite$/,
  },
  "that is empty": { spoil: (file) => truncateSync(file, 0), says: /backup\.sqlite is empty$/ },
  "of which a few bytes are there": {
    spoil: (file) => truncateSync(file, 40),
    says: /was cut off: it has 40 of \d+ bytes$/,
  },
  "of which half is there": {
    spoil: (file) => truncateSync(file, statSync(file).size / 2),
    says: /was cut off: it has \d+ of \d+ bytes$/,
  },
  "in which one letter of an address is another": {
    spoil: (file) => spoil(file, invited),
    says: /backup\.sqlite is damaged; nothing was done$/,
  },
  "whose pages are overwritten": {
    spoil: (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0xa5, bytes.length / 2));
    },
    says: /backup\.sqlite is damaged; nothing was done$/,
  },
  "whose first page is overwritten behind its header": {
    spoil: (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 100, 4096)),
    says: /backup\.sqlite is damaged; nothing was done$/,
  },
  "that is no SQLite database": {
    spoil: (file) => writeFileSync(file, "-- PostgreSQL database dump\n".repeat(1000)),
    says: /is no SQLite database, and so no backup of Anteroom$/,
  },
  "that is an SQLite database of another program": {
    spoil: (file, t) => {
      const other = join(createFolder(t), "other.sqlite");
      alter(other, "create table bookmarks (url text); pragma user_version = 7");
      copyFileSync(other, file);
    },
    says: /is an SQLite database, but not of Anteroom$/,
  },
  "that somebody made by copying the store's file": {
    spoil: async (file, t) => copyFileSync(storeOf(await createStore(t)), file),
    says: /was not finished by `anteroom backup`, so it may be incomplete$/,
  },
  "that somebody changed": {
    spoil: (file) => alter(file, "delete from events"),
    says: /backup\.sqlite is damaged; nothing was done$/,
  },
  "of a newer Anteroom": {
    spoil: (file) => alter(file, "insert into migrations values ('9999-tomorrow!')"),
    says: /was written by a newer Anteroom \(its schema is 9999-tomorrow!, that of version [\d.]+ is \d{4}-[\w-]+\); update Anteroom$/,
  },
  "that belongs to another master secret": {
    spoil: () => {},
    current: "f".repeat(8) + secret,
    says: /was made with another master secret; set ANTEROOM_SECRET to the one that belongs to it$/,
  },
};

for (const [what, { spoil, says, current = secret }] of Object.entries(refusals)) {
  test(`a backup ${what} is refused in one sentence, and the store is as it was`, async (t) => {
    const { data, file } = await createBackup(t);
    await spoil(file, t);
    const before = filesIn(data);
    const name = what === "that is not there" ? file.replace("backup", "missing") : file;
    await rejects(restoreBackup(settingsOf(data), { current, previous: undefined }, name), { message: says });
    deepEqual(filesIn(data), before);
  });
}

test("a store that a server uses is not replaced, and the server goes on", async (t) => {
  const { data, file } = await createBackup(t);
  await using server = await createAnteroom({ data, secret });
  await rejects(restoreBackup(settingsOf(data), masters, file), /is used by a server .*stop that one first$/);
  deepEqual(readdirSync(data).sort(), [
    "anteroom.sqlite",
    ...["lock", "server", "shm", "wal"].map((end) => `anteroom.sqlite-${end}`),
  ]);
  equal((await ask(server.url, { path: invitesPath })).json.length, 1);
});

test("a backup that is ended leaves nothing of itself", async (t) => {
  const { data, file } = await createBackup(t);
  alter(
    storeOf(data),
    "create table filling as with recursive many (n) as (select 1 union all select n + 1 from many where n < 30000) select hex(randomblob(1000)) as half from many",
  );
  const child = spawn(process.execPath, [...mainArguments, "backup", `${file}.2`, "--data", data], {
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const isUnderWay = () => readdirSync(join(file, "..")).some((name) => name.endsWith(".partial"));
  await until(() => isUnderWay() || child.exitCode !== null, 1);
  child.kill("SIGTERM");
  deepEqual(await ended, [143, null]);
  deepEqual(readdirSync(join(file, "..")), ["backup.sqlite"]);
});

/** Holds a store as a restore does, puts another file in its place, and lets go. */
const replacing = `
  import { renameSync } from "node:fs";
  import { openFile } from ${JSON.stringify(new URL("../src/core/store/driver.ts", import.meta.url).href)};
  const [store, other] = process.argv.slice(1);
  const database = openFile(store);
  database.exec("begin exclusive");
  process.stdout.write("locked");
  setTimeout(() => {
    renameSync(other, store);
    database.close();
  }, 500);
`;

test("a server that starts amid a restore opens what was restored", async (t) => {
  const data = await createStore(t);
  alter(storeOf(data), "pragma journal_mode = delete");
  const other = join(data, "other");
  copyFileSync(storeOf(data), other);
  alter(other, "update orgs set name = 'restored'");
  const child = spawn(process.execPath, [
    "--import",
    "tsx",
    "--input-type=module",
    "-e",
    replacing,
    storeOf(data),
    other,
  ]);
  t.after(() => child.kill());
  await once(child.stdout, "data");
  await using server = await createAnteroom({ data, secret });
  const { json } = await ask(server.url, { path: "/api/atlas/v2/orgs" });
  deepEqual(pluck(json.results, "name"), ["restored"]);
});

test("a backup overwrites a file with --force only", async (t) => {
  const { data, file } = await createBackup(t);
  writeFileSync(file, "something dear");
  const refused = await anteroom(["backup", file, "--data", data]);
  deepEqual(
    [refused.code, refused.stderr],
    [1, `anteroom: ${file} is there already; --force overwrites it\n`],
  );
  equal(readFileSync(file, "utf8"), "something dear");
  await backup(settingsOf(data), file, { force: true });
  equal(countIn(file, "orgs"), 2);
});

test("a backup by another name of the store is refused, and the store is as it was", async (t) => {
  const data = await createStore(t);
  const elsewhere = createFolder(t);
  symlinkSync(data, join(elsewhere, "link"));
  symlinkSync(storeOf(data), join(elsewhere, "store"));
  linkSync(storeOf(data), join(elsewhere, "same"));
  writeFileSync(`${storeOf(data)}-wal`, "");
  const before = filesIn(data);
  for (const name of ["link/anteroom.sqlite", "link/anteroom.sqlite-wal", "store", "same"]) {
    const file = join(elsewhere, name);
    const refusal = { message: `${file} is the store itself; name another file` };
    await rejects(backup(settingsOf(data), file, { force: true }), refusal);
    await rejects(restoreBackup(settingsOf(data), masters, file), /is the store itself; name a backup$/);
  }
  deepEqual(filesIn(data), before);
});

test("what a backup that was killed left behind goes with the next one of its name, and nothing else", async (t) => {
  const { data, file } = await createBackup(t);
  const gone = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(gone, "exit");
  const leftovers = [gone.pid, process.pid].flatMap((pid) => [`${pid}.partial`, `${pid}.partial-journal`]);
  // Of a backup that is under way, of another file, and of somebody's.
  const others = [`backup.sqlite.${process.ppid}.partial`, `other.sqlite.${gone.pid}.partial`];
  const kept = [...others, "backup.sqlite.old.partial"];
  for (const name of [...leftovers.map((end) => `backup.sqlite.${end}`), ...kept]) {
    writeFileSync(join(file, "..", name), "a whole store");
  }
  await backup(settingsOf(data), file, { force: true });
  deepEqual(readdirSync(join(file, "..")), ["backup.sqlite", ...kept].sort());
  writeFileSync(`${storeOf(data)}.${gone.pid}.partial`, "a whole store");
  await restoreBackup(settingsOf(data), masters, file);
  deepEqual(
    readdirSync(data).filter((name) => name.endsWith(".partial")),
    [],
  );
});

test("a backup for which the disk has no room says what to do, and leaves what was there", {
  skip: process.platform === "win32" && "SKIPPED: needs a shell that limits the size of files",
}, async (t) => {
  const { data, file } = await createBackup(t);
  const before = readFileSync(file, "base64");
  const command = [process.execPath, ...mainArguments, "backup", "--force", file, "--data", data];
  const { code, stderr } = await run("sh", ["-c", 'ulimit -f 200; exec "$@"', "sh", ...command]);
  deepEqual(
    [code, stderr],
    [
      1,
      `anteroom: ${file} could not be written (disk I/O error), and is as it was: make room on its disk, or name another one\n`,
    ],
  );
  deepEqual([readFileSync(file, "base64"), readdirSync(join(file, ".."))], [before, ["backup.sqlite"]]);
});

test("a damaged store is not backed up, and the backup of yesterday stays", async (t) => {
  const { data, file } = await createBackup(t);
  const before = readFileSync(file, "base64");
  const bytes = readFileSync(storeOf(data));
  writeFileSync(storeOf(data), bytes.fill(0xa5, 4096));
  await rejects(
    backup(settingsOf(data), file, { force: true }),
    /anteroom\.sqlite is damaged; nothing was done$/,
  );
  deepEqual([readFileSync(file, "base64"), readdirSync(join(file, ".."))], [before, ["backup.sqlite"]]);
});

test("what is no store in a folder is not backed up", async (t) => {
  const folder = createFolder(t);
  await rejects(backup(settingsOf(folder), "x", {}), {
    message: `there is no store in ${folder}; name its folder with --data`,
  });
  deepEqual(readdirSync(folder), []);
  const memory = readSettings({ memory: true }, { logLevel: "silent" });
  await rejects(backup(memory, "x", {}), /--memory keeps nothing that could be backed up/);
  const postgres = readSettings(
    { databaseUrl: "postgres://anteroom@localhost/anteroom" },
    { logLevel: "silent" },
  );
  const advice =
    /backed up with pg_dump and restored with pg_restore; docs\/guides\/operations\.md has the lines$/;
  await rejects(backup(postgres, "x", {}), advice);
  await rejects(restoreBackup(postgres, masters, "x"), advice);
});
