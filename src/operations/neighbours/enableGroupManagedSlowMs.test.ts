// POST /groups/{groupId}/managedSlowMs/enable, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

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

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { ...change, path: change.path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });
});
