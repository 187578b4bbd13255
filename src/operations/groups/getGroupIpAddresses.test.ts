// GET /groups/{groupId}/ipAddresses, answer by answer.
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/ipAddresses`;

test("getGroupIpAddresses", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers that no cluster of the project has one", async () => {
    const json = { groupId: ids.group, services: { clusters: [] } };
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
  });

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });
});
