// A report of a server names the operations that were called and only keep; one of a store changes nothing.
import { deepEqual, match } from "node:assert/strict";
import { test } from "node:test";
import { fromServer } from "../../src/july/commands/report.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { anteroom } from "../support/command.ts";
import { env } from "../support/doctor.ts";
import { openStoreFile } from "../support/sqlite-file.ts";
import { createFolder } from "../support/storage.ts";
import { ids, keys, startWorld } from "../support/world.ts";

test("a report of a store with an older schema is refused, and the store is not migrated", async (t) => {
  const data = createFolder(t);
  await (await createAnteroom({ data, secret: env.ANTEROOM_SECRET })).close();
  const store = openStoreFile(data);
  store.exec("delete from migrations");
  const refused = await anteroom(["report", "--data", data], { env });
  deepEqual([refused.code, refused.stdout], [1, ""]);
  match(refused.stderr, /older schema \(it lacks .*anteroom migrate/);
  deepEqual(store.prepare("select name from migrations")(), []);
  store.close();
});

test("a report names the kept operations that were called", async (t) => {
  const world = await startWorld(t);
  const asking = { baseUrl: world.url, orgId: null, data: "", controlToken: undefined, environment: {} };
  deepEqual((await fromServer(asking)).remarks, []);
  await world.as(keys.owner, { path: `/api/atlas/v2/groups/${ids.group}/managedSlowMs` });
  await world.as(keys.groupOwner, { path: `/api/atlas/v2/groups/${ids.group}/managedSlowMs` });
  deepEqual((await fromServer(asking)).remarks, [
    "Called, and only stored and shown here: getGroupManagedSlowMs (2). With --least-grade declared the server refuses them.",
  ]);
});
