// GET /groups/{groupId}/limits/{limitName}, answer by answer.
import { test } from "node:test";
import {
  clusters,
  daily,
  federationLimit,
  limitNotFound,
  limitPath,
  usualLimit,
} from "../../../test/support/group-limits.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";

test("getGroupLimit", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };
  const path = limitPath(clusters);

  await t.test("200 answers the default where nothing was set", async () => {
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: usualLimit(clusters) });
  });

  await t.test("200 answers what was set", async () => {
    await stage.ask("groupOwner", { method: "PATCH", path: limitPath(daily), body: { value: 7 } });
    const reply = await stage.ask("groupReader", { path: limitPath(daily) });
    assertSuccess(reply, { ...success, json: federationLimit(7) });
  });

  await t.test("404 RESOURCE_NOT_FOUND for one that has no default and was not set", async () => {
    assertRefusal(await stage.ask("groupReader", { path: limitPath(daily) }), limitNotFound(daily));
  });

  await t.test("404 RESOURCE_NOT_FOUND for one that does not exist", async () => {
    assertRefusal(await stage.ask("groupReader", { path: limitPath("kings") }), limitNotFound("kings"));
  });
});
