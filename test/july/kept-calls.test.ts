// A report of a server names the operations that were called and only keep.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fromServer } from "../../src/july/commands/report.ts";
import { ids, keys, startWorld } from "../support/world.ts";

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
