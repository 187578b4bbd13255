// GET /orgs/{orgId}/settings, answer by answer.
import { test } from "node:test";
import { orgNotFound } from "../../../test/support/org-invites.ts";
import { settingsPath as path, settings } from "../../../test/support/orgs.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers what holds where nothing was set", async () => {
    assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 500, json: settings });
  });

  await t.test("404 ORG_NOT_FOUND when there is no such organization", async () => {
    const nowhere = { path: path.replace(ids.org, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), orgNotFound);
  });
});
