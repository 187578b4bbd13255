// GET /orgs/{orgId}/maintenanceSettings, answer by answer.
import { test } from "node:test";
import { maintenance } from "../../../test/support/orgs.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";

const { get, mapped, patch, path, success, unset } = maintenance;

test("getOrgMaintenanceSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers what was set, and what holds", async () => {
    assertSuccess(await stage.ask("member", get), { ...success, json: unset });
    await stage.ask("owner", patch());
    assertSuccess(await stage.ask("member", get), { ...success, json: mapped });
  });

  await t.test("200 in version 2025-03-12 too; 406 INVALID_VERSION_DATE for an older one", async () => {
    const headers = { accept: "application/vnd.atlas.2025-03-12+json" };
    const stable = { ...success, headers: { "content-type": `${headers.accept};charset=utf-8` } };
    const { body } = patch();
    assertSuccess(await stage.ask("owner", { ...patch(), headers, body }), { ...stable, json: mapped });
    assertSuccess(await stage.ask("member", { path, headers }), { ...stable, json: mapped });
    const reset = { method: "POST", path: `${path}:reset`, headers };
    assertSuccess(await stage.ask("owner", reset), { ...stable, json: unset });
    assertRefusal(await stage.ask("member", { path }), refusal("INVALID_VERSION_DATE"));
  });
});
