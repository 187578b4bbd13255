// A change is one unit of work: while one of the tables that it writes to can't be written, it answers 500 and no table has
// changed; afterwards it succeeds. Every operation that writes is tried with each table that its sample changes.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import type { TableDump } from "./support/dump.ts";
import { compose } from "./support/nested.ts";
import { openStoreFile, type StoreFile } from "./support/sqlite-file.ts";
import { assertRefusal, refusal } from "./support/stage.ts";
import { everyId, isNeverThere } from "./tables/calls.ts";
import { startScene } from "./tables/scene.ts";

/** The operations that answer, and keep nothing. */
const keepNothing: readonly OperationId[] = [
  "createGroupClusterIndexRollingIndex",
  // The one of the sample has ended by itself.
  "deleteGroupClusterOverloadSimulation",
  "generateOrgInvoiceAndDownloadReport",
  "sendTelemetry",
  "sendUnauthTelemetry",
  "validateGroupClusterConfigurations",
  "validateOrgResourcePolicies",
];

/** The table that names the one whose rows can't be written. */
const frozen = "frozen";

/** A message is sent after the change, and its link is written then. */
const writtenLater = ["links"];

const changedTables = (before: TableDump, after: TableDump): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));

/** Lets rows of tables be refused one table at a time, since triggers that come and go would have every statement prepared anew. */
function prepareFreezing(file: StoreFile, tables: readonly string[]): (table: string) => () => void {
  file.exec(`create table ${frozen} (name text primary key) strict`);
  for (const table of tables) {
    for (const deed of ["insert", "update", "delete"]) {
      file.exec(
        `create trigger no_${deed}_of_${table} before ${deed} on ${table}
          when exists (select 1 from ${frozen} where name = '${table}')
          begin select raise(abort, 'not today'); end`,
      );
    }
  }
  return (table) => {
    file.exec(`insert into ${frozen} values ('${table}')`);
    return () => file.exec(`delete from ${frozen}`);
  };
}

test("500 while a table can't be written, and no table has changed", async (t) => {
  const scene = await startScene(t);
  const { world, calls, storage, tables } = scene;
  ok("data" in storage.options);
  const file = openStoreFile(storage.options.data);
  t.after(() => file.close());
  const ask = (id: OperationId, call = calls[id]) => world.askAs("own", compose(id, call));
  const succeed = async (id: OperationId, call = calls[id]) => {
    const reply = await ask(id, call);
    ok(reply.status < 300, `${id}: ${reply.text}`);
  };
  const freeze = prepareFreezing(file, Object.keys(await tables()));

  for (const id of everyId.filter((each) => operations[each].method !== "GET" && !isNeverThere(each))) {
    await t.test(id, async () => {
      for (const [first, call] of calls[id].before ?? []) await succeed(first, call);
      await world.snapshot.take("before");
      const before = await tables();
      await succeed(id);
      const changed = changedTables(before, await tables());
      deepEqual(changed.length === 0, keepNothing.includes(id), "tables that the sample changes");
      for (const table of changed.filter((name) => !writtenLater.includes(name))) {
        await world.snapshot.restore("before");
        const thaw = freeze(table);
        try {
          assertRefusal(await ask(id), refusal("UNEXPECTED_ERROR"));
          deepEqual(changedTables(before, await tables()), [], `${id} left rows while ${table} failed`);
        } finally {
          thaw();
        }
        await succeed(id);
      }
      await world.rewind();
    });
  }
});
