// DELETE /groups/{groupId}/limits/{limitName}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  clusters,
  daily,
  limitNotFound,
  limitPath,
  limitsPath,
  usualLimits,
} from "../../../test/support/group-limits.ts";
import { assertRefusal, assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const remove = (name: string) => ({ method: "DELETE", path: limitPath(name) });

test("deleteGroupLimit", async (t) => {
  const stage = await startStage(t);
  const success = { status: 204, limit: 1200 };

  await t.test("204 puts the default back, and records it once", async () => {
    for (const name of [clusters, daily]) {
      await stage.ask("groupOwner", { method: "PATCH", path: limitPath(name), body: { value: 7 } });
      for (const _ of [1, 2]) assertSuccess(await stage.ask("groupOwner", remove(name)), success);
    }
    const reply = await stage.ask("groupReader", { path: limitsPath });
    assertSuccess(reply, { status: 200, limit: 1200, json: usualLimits });
    deepEqual(
      stage.events(),
      [
        "PROJECT_LIMIT_UPDATED",
        "PROJECT_LIMIT_UPDATED",
        "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
        "DATA_FEDERATION_QUERY_LIMIT_DELETED",
      ].map((type) => eventBy("groupOwner", type, { orgId: ids.org, groupId: ids.group })),
    );
  });

  await t.test("500 and the limit that was set when the event cannot be written", async () => {
    await stage.ask("owner", { method: "PATCH", path: limitPath(clusters), body: { value: 7 } });
    stage.execute(
      "create trigger no_events before insert on events begin select raise(abort, 'no events today'); end",
    );
    const { status } = await stage.ask("groupOwner", remove(clusters));
    stage.execute("drop trigger no_events");
    deepEqual(
      [status, stage.rows("select name, value from group_limits")],
      [500, [{ name: clusters, value: 7 }]],
    );
  });

  await t.test("404 RESOURCE_NOT_FOUND for a limit that does not exist", async () => {
    assertRefusal(await stage.ask("groupOwner", remove("kings")), limitNotFound("kings"));
  });
});
