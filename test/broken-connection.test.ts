// A connection to PostgreSQL that breaks while a unit of work uses it: the unit fails, and nothing else.
import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { refusalOf } from "../src/core/store/outages.ts";
import { openPostgres } from "../src/core/store/postgres.ts";
import { postgresLimits } from "../src/core/store/postgres-pool.ts";
import { openStore } from "../src/server/open-store.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { startProxy } from "./support/tcp-proxy.ts";

test("a connection that breaks fails its unit, and the next unit has another", {
  skip: skipReason("postgres"),
}, async (t) => {
  const url = await createTestDatabase(t);
  const store = await openStore({ kind: "postgres", url });
  t.after(() => store.close());
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  t.after(() => other.end());
  // The database goes before them when the test ends.
  other.on("error", () => {});
  const breakAll = () =>
    other.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
    );
  for (const run of [store.read, store.write]) {
    await rejects(
      run(async (tx) => {
        await tx.orgs.exist();
        await breakAll();
        for (let count = 0; count < 1000; count++) await tx.orgs.exist();
      }),
      /connection/i,
    );
    equal(await store.read((tx) => tx.orgs.exist()), false);
  }
});

test("a unit whose connection is cut for the silence that an earlier unit met says so too", {
  skip: skipReason("postgres"),
}, async (t) => {
  const proxy = await startProxy(t, await createTestDatabase(t));
  const limits = { ...postgresLimits, silenceMs: 400 };
  const database = await openPostgres(proxy.url, {
    jitter: Math.random,
    elapsed: () => performance.now(),
    limits,
  });
  t.after(() => database.close());
  const one = { sql: "select 1", values: [] };
  // Whoever reads does not wait for the end of the transaction, which is the first that nobody answers.
  await database.read(async (connection) => {
    await connection.rows(one);
    proxy.swallow(true);
  });
  await sleep(100);
  const told = await database.look((connection) => connection.rows(one)).catch(refusalOf);
  equal((told as Error).message, "The database does not answer in time; try again later.");
});
