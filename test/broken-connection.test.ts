// A connection to PostgreSQL that breaks while a unit of work uses it: the unit fails, and nothing else.
import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { openStore } from "../src/server.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";

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
