// Proves the group commit of SQLite: which units share a transaction, and what happens to the others when one fails.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createFolder } from "../../../test/support/storage.ts";
import type { Connection } from "./database.ts";
import { openFile } from "./driver.ts";
import { openSqlite } from "./sqlite.ts";

async function open(t: TestContext) {
  const database = openSqlite(null);
  t.after(() => database.close());
  const run = async (connection: Connection, sql: string) => connection.change({ sql, values: [] });
  await database.write(async (connection) => {
    await run(connection, "create table kept (word text primary key)");
    await run(
      connection,
      "create table child (of text references kept (word) deferrable initially deferred)",
    );
  });
  const log: string[] = [];
  return {
    database,
    log,
    /** A unit that logs each of its runs and its outcome. */
    unit(word: string, work: (keep: () => Promise<number>, connection: Connection) => Promise<unknown>) {
      const outcome = database.write(async (connection) => {
        log.push(`${word} runs`);
        await work(() => run(connection, `insert into kept values ('${word}')`), connection);
      });
      outcome.then(
        () => log.push(`${word} is kept`),
        () => log.push(`${word} fails`),
      );
      return outcome;
    },
    words: () =>
      database.read(async (connection) => {
        const rows = await connection.rows({ sql: "select word from kept order by word", values: [] });
        return (rows as { word: string }[]).map(({ word }) => word);
      }),
    run,
  };
}

test("units that wait together are answered together, after one commit", async (t) => {
  const { unit, log, words } = await open(t);
  await Promise.all(["a", "b", "c"].map((word) => unit(word, (keep) => keep())));
  deepEqual(log, ["a runs", "b runs", "c runs", "a is kept", "b is kept", "c is kept"]);
  deepEqual(await words(), ["a", "b", "c"]);
});

test("a unit that comes while another runs waits for the next turn", async (t) => {
  const { unit, log } = await open(t);
  let second: Promise<unknown> = Promise.resolve();
  await unit("a", async (keep) => {
    second = unit("b", (keep) => keep());
    await keep();
  });
  await second;
  deepEqual(log, ["a runs", "a is kept", "b runs", "b is kept"]);
});

test("a unit that refuses before it has written makes nobody begin anew", async (t) => {
  const { unit, log, words } = await open(t);
  const refuse = async () => {
    throw new Error("no");
  };
  await Promise.allSettled([unit("a", (keep) => keep()), unit("b", refuse), unit("c", (keep) => keep())]);
  deepEqual(log, ["a runs", "b runs", "c runs", "a is kept", "b fails", "c is kept"]);
  deepEqual(await words(), ["a", "c"]);
});

test("a unit that fails half-way is undone alone, and the others of its turn are kept", async (t) => {
  const { unit, log, words } = await open(t);
  const reason = new Error("half-way");
  const [, half] = await Promise.allSettled([
    unit("a", (keep) => keep()),
    unit("b", async (keep) => {
      await keep();
      throw reason;
    }),
    unit("c", (keep) => keep()),
  ]);
  equal(half.status === "rejected" && half.reason, reason);
  const anew = ["a runs", "b runs", "c runs"];
  deepEqual(log, ["a runs", "b runs", ...anew, "a is kept", "b fails", "c is kept"]);
  deepEqual(await words(), ["a", "c"]);
});

test("when the commit fails, all of the turn reject, nothing is kept, and the next turn works", async (t) => {
  const { unit, words, run } = await open(t);
  const orphan = unit("b", (_, connection) => run(connection, "insert into child values ('nobody')"));
  const outcomes = await Promise.allSettled([unit("a", (keep) => keep()), orphan]);
  deepEqual(
    outcomes.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  await rejects(orphan, /FOREIGN KEY/);
  deepEqual(await words(), []);
  await unit("a", (keep) => keep());
  deepEqual(await words(), ["a"]);
});

test("closing waits for the units under way", async () => {
  const database = openSqlite(null);
  let finished = false;
  const unit = database.write(async () => {
    await new Promise(setImmediate);
    finished = true;
  });
  await database.close();
  equal(finished, true);
  await unit;
});

test("a unit waits five seconds for a lock from outside, however long turns before its own have waited", async (t) => {
  const path = join(createFolder(t), "anteroom.sqlite");
  let ms = 0;
  const database = openSqlite(path, () => ms);
  t.after(() => database.close());
  await database.write((connection) => connection.change({ sql: "create table things (id)", values: [] }));
  const other = openFile(path);
  t.after(() => other.close());
  other.exec("begin immediate");
  const insert = () =>
    database.write((connection) => connection.change({ sql: "insert into things values (1)", values: [] }));
  const first = insert();
  await sleep(20);
  ms = 4_000;
  const second = insert();
  ms = 5_001;
  await rejects(first, { code: "SQLITE_BUSY" });
  ms = 9_001;
  await rejects(second, { code: "SQLITE_BUSY" });
  const third = insert();
  other.exec("rollback");
  equal(await third, 1);
});
