// `anteroom doctor` of a store: each part with what helps, beside its server, on both engines.
import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { migrations } from "../src/core/store/migrate.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { mainArguments, run } from "./support/command.ts";
import { doctor, env, findings } from "./support/doctor.ts";
import { engines, skipReason } from "./support/engines.ts";
import { startProcess } from "./support/process.ts";
import { damagePage, openStoreFile } from "./support/sqlite-file.ts";
import { createFolder, createStorage } from "./support/storage.ts";
import { seed } from "./support/world.ts";

const schema = migrations[0]?.name ?? "";

for (const engine of engines) {
  test(`${engine}: a store is found well beside its server`, {
    skip: skipReason(engine),
  }, async (t: TestContext) => {
    const { flags } = await createStorage(t, engine);
    await startProcess(t, ["serve", ...flags, "--port", "0"], env);
    const { code, stdout } = await doctor(...flags);
    equal(code, 0, stdout);
    const own = engine === "sqlite" ? ["room", "pages", "log"] : ["writes", "clock", "connections"];
    const lines = stdout.trim().split("\n");
    deepEqual(
      lines.map((line) => line.split(/\s+/)[0]),
      [...own, "schema", "seals", "mail"],
    );
    match(stdout, /^schema +ok +the newest$/m);
    match(stdout, /^mail +ok +0 messages wait; 0 were given up in the last day$/m);
    if (engine === "sqlite") match(stdout, /^pages +ok +every page is whole$/m);
    else match(stdout, /^connections +ok +\d+ of \d+ are taken$/m);
  });
}

test("what is wrong with a store stands with what helps: events and mail that wait, a schema of others, damage", async (t) => {
  const data = createFolder(t);
  await (
    await createAnteroom({ data, seed: { ...seed, mailed: true }, secret: env.ANTEROOM_SECRET })
  ).close();
  const store = openStoreFile(data);
  const old = Date.now() - 3_600_000;
  store.exec(`update events set seal_id = null, at = ${old}`);
  store.exec(`update outbox set status = 'WAITING', created_at = ${old}`);
  const waiting = await findings("--data", data);
  equal(waiting.code, 0, "warnings are no failure");
  deepEqual([waiting.of("seals").status, waiting.of("mail").status], ["warn", "warn"]);
  match(waiting.of("seals").said, /^\d+ events wait, the oldest for 36\d\d s$/);
  match(waiting.of("seals").cure ?? "", /^start a server/);
  match(waiting.of("mail").said, /^\d+ messages wait, the oldest for 36\d\d s; 0 were given up/);
  store.exec("update outbox set status = 'FAILED', due_at = created_at");
  match(
    (await findings("--data", data)).of("mail").said,
    /^0 messages wait; [1-9]\d* were given up in the last day$/,
  );

  store.exec("update events set seal_id = 'gone'");
  const orphaned = await findings("--data", data);
  deepEqual([orphaned.code, orphaned.of("seals").status], [1, "bad"]);
  match(orphaned.of("seals").said, /^BROKEN: the seals of [1-9]\d* events are missing/);

  store.exec("delete from migrations");
  const refused = await run(process.execPath, [...mainArguments, "audit", "verify", "--data", data], { env });
  deepEqual([refused.code, refused.stdout], [1, ""]);
  match(refused.stderr, new RegExp(`older schema \\(it lacks ${schema}\\).*anteroom migrate`));
  equal((await findings("--data", data)).of("schema").said, `lacks ${schema}`, "nothing was migrated");
  store.exec(`insert into migrations (name) values ('${schema}')`);

  store.exec("insert into migrations (name) values ('9999-future!')");
  const newer = await findings("--data", data);
  deepEqual([newer.code, newer.of("schema").status], [1, "bad"]);
  match(newer.of("schema").said, /written by a newer Anteroom/);
  equal(newer.parts.includes("mail"), false, "its tables may be others");
  store.exec("delete from migrations where name = '9999-future!'");

  store.close();
  damagePage(join(data, "anteroom.sqlite"), "invites");
  const damaged = await doctor("--data", data);
  equal(damaged.code, 1);
  match(damaged.stdout, /^pages +bad +.+: stop the server, and restore a backup with anteroom restore$/m);
});

test("a store that is not there, or a database that cannot be reached, is said in a sentence", async (t) => {
  const nowhere = await doctor("--data", createFolder(t));
  deepEqual([nowhere.code, nowhere.stdout], [1, ""]);
  match(nowhere.stderr, /^anteroom: there is no store in /);
  const away = await doctor("--database-url", "postgres://anteroom@127.0.0.1:1/anteroom");
  equal(away.code, 1);
  match(away.stdout, /^store {2}bad {3}the database cannot be reached: .*ECONNREFUSED/);
  equal((await doctor("--data", "x", "--database-url", "postgres://127.0.0.1/x")).code, 2);
});
