// GET /groups/{groupId}/managedSlowMs, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupSettings } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = `${groupPath}/managedSlowMs`;

test("getGroupManagedSlowMs", async (t) => {
  const stage = await startStage(t);

  await t.test("200 true in a new project, and then what was last asked for", async () => {
    const success = { status: 200, limit: 1200 };
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: true });
    for (const _ of [1, 2]) await stage.ask("owner", { method: "DELETE", path: `${path}/disable` });
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: false });
    await stage.ask("owner", { method: "POST", path: `${path}/enable` });
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: true });
  });

  await t.test("200 whatever happens to the settings, which it leaves alone", async () => {
    const settings = `${groupPath}/settings`;
    await stage.ask("owner", { method: "DELETE", path: `${path}/disable` });
    const body = { isDataExplorerEnabled: false };
    await stage.ask("owner", { method: "PATCH", path: settings, body });
    equal((await stage.ask("owner", { path })).text, "false");
    await stage.ask("owner", { method: "POST", path: `${path}/enable` });
    const { text } = await stage.ask("owner", { path: settings });
    equal(text, JSON.stringify({ ...groupSettings, ...body }));
  });

  await t.test("200 in an envelope", async () => {
    equal(
      (await stage.ask("owner", { path: `${path}?envelope=true` })).text,
      '{"content":true,"status":200}',
    );
  });
});
