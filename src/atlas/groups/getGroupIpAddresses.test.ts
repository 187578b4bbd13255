// GET /groups/{groupId}/ipAddresses, answer by answer.
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/ipAddresses`;

test("getGroupIpAddresses", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers that no cluster of the project has one", async () => {
    const json = { groupId: ids.group, services: { clusters: [] } };
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
  });
});
