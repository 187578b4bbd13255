// GET /groups/{groupId}/settings, answer by answer.
import { test } from "node:test";
import { groupPath, groupSettings } from "../../../test/support/groups.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

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

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });
});
