// POST /groups/{groupId}/managedSlowMs/enable, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = `${groupPath}/managedSlowMs`;
const change = { method: "POST", path: `${path}/enable` };

test("enableGroupManagedSlowMs", async (t) => {
  const stage = await startStage(t);

  await t.test("204 without a body, as often as it is asked for", async () => {
    for (const _ of [1, 2]) {
      assertSuccess(await stage.ask("groupOwner", change), { status: 204, limit: 1200 });
      equal((await stage.ask("groupOwner", { path })).text, "true");
    }
  });
});
