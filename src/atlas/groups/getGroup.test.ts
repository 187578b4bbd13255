// GET /groups/{groupId}, answer by answer.
import { test } from "node:test";
import { groupPath as path, shownGroup } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

test("getGroup", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the project with links to all that belongs to it", async () => {
    const reply = await stage.ask("groupReader", { path });
    assertSuccess(reply, { status: 200, limit: 1200, json: shownGroup(stage.url) });
  });

  await t.test("200 answers the tags in their order", async () => {
    const tags = [
      { key: "team", value: "core" },
      { key: "env", value: "test" },
    ];
    await stage.ask("owner", { method: "PATCH", path, body: { tags } });
    const reply = await stage.ask("groupReader", { path });
    assertSuccess(reply, { status: 200, limit: 1200, json: shownGroup(stage.url, { tags }) });
  });
});
