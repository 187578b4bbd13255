// GET /orgs/{orgId}/settings, answer by answer.
import { test } from "node:test";
import { settingsPath as path, settings } from "../../../test/support/orgs.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

test("getOrgSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers what holds where nothing was set", async () => {
    assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 500, json: settings });
  });
});
