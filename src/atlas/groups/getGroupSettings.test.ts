// GET /groups/{groupId}/settings, answer by answer.
import { test } from "node:test";
import { groupPath, groupSettings } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = `${groupPath}/settings`;

test("getGroupSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers what holds where nothing was set", async () => {
    assertSuccess(await stage.ask("groupReader", { path }), {
      status: 200,
      limit: 1200,
      headers: { location: `${stage.url}//api/atlas/v1.0` },
      json: groupSettings,
    });
  });
});
