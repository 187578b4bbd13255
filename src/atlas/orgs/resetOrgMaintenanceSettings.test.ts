// POST /orgs/{orgId}/maintenanceSettings:reset, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { maintenance } from "../../../test/support/orgs.ts";
import { assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { get, headers, mapped, patch, path, success, unset } = maintenance;
const reset = { method: "POST", path: `${path}:reset`, headers };

test("resetOrgMaintenanceSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 takes the mode back", async () => {
    assertSuccess(await stage.ask("owner", patch()), { ...success, json: mapped });
    assertSuccess(await stage.ask("owner", reset), { ...success, json: unset });
    assertSuccess(await stage.ask("owner", get), { ...success, json: unset });
  });

  await t.test("what is taken back writes its event, nothing none", async () => {
    await stage.ask("owner", reset);
    deepEqual(stage.events(), []);
    await stage.ask("owner", patch());
    await stage.ask("owner", reset);
    const event = eventBy("owner", "ORG_SETTINGS_UPDATED", { orgId: ids.org });
    deepEqual(stage.events(), [event, event]);
  });
});
