// GET /groups/{groupId}/limits, answer by answer.
import { test } from "node:test";
import {
  clusters,
  daily,
  federationLimit,
  limitPath,
  limitsPath as path,
  usualLimits,
} from "../../../test/support/group-limits.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

test("listGroupLimits", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };

  await t.test("200 answers the defaults where nothing was set", async () => {
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: usualLimits });
  });

  await t.test("200 answers what was set, and what has no default only then", async () => {
    for (const name of [clusters, daily]) {
      await stage.ask("groupOwner", { method: "PATCH", path: limitPath(name), body: { value: 7 } });
    }
    const json: object[] = usualLimits.map((limit) =>
      limit.name === clusters ? { ...limit, value: 7 } : limit,
    );
    json.splice(7, 0, federationLimit(7));
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json });
  });
});
