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
import { assertSuccess, startStage, testRefusals } from "../../../test/support/stage.ts";

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

  await testRefusals(t, stage, [
    [
      "for one that has no default and was not set",
      { path: limitPath(daily) },
      limitNotFound(daily),
      { as: "groupReader" },
    ],
    [
      "for one that does not exist",
      { path: limitPath("kings") },
      limitNotFound("kings"),
      { as: "groupReader" },
    ],
  ]);
});
