// PATCH /orgs/{orgId}/maintenanceSettings, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { maintenance } from "../../../test/support/orgs.ts";
import { assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { get, mapped, patch, success } = maintenance;

test("updateOrgMaintenanceSettings", async (t) => {
  const stage = await startStage(t);

  await t.test("200 sets the mode, and keeps it where none is sent", async () => {
    assertSuccess(await stage.ask("owner", patch()), { ...success, json: mapped });
    assertSuccess(await stage.ask("owner", patch({})), { ...success, json: mapped });
    assertSuccess(await stage.ask("owner", get), { ...success, json: mapped });
  });

  await t.test("the change writes its event, the same mode none", async () => {
    await stage.ask("owner", patch({}));
    deepEqual(stage.events(), []);
    await stage.ask("owner", patch());
    await stage.ask("owner", patch());
    deepEqual(stage.events(), [eventBy("owner", "ORG_SETTINGS_UPDATED", { orgId: ids.org })]);
  });

  await t.test("400 BAD_REQUEST for a mode that does not exist", async () => {
    const reply = await stage.ask("owner", patch({ waveAssignmentMode: "RANDOM" }));
    deepEqual([reply.status, reply.json.errorCode], [400, "BAD_REQUEST"]);
  });
});
