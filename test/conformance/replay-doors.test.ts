// Recorded answers about the doors to the data are answered as real Atlas answered them, but for what had to be otherwise.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { describeDoors, haveDoors, otherwise, replayDoors } from "./replay-doors.ts";

const skip = haveDoors ? false : "SKIPPED: there is no doors-recorded.json beside the recorded answers";

test("recorded answers about the doors to the data", { skip }, async (t) => {
  const { outcomes, absent } = await replayDoors();
  t.diagnostic(describeDoors(outcomes, absent).split("\n").at(-1) ?? "");
  const differing = outcomes.filter(({ differences }) => differences.length > 0);
  ok(outcomes.length > 70);
  deepEqual(
    outcomes.flatMap(({ operationId, limit }) => (limit === null ? [] : [`${operationId}: ${limit}`])).sort(),
    [
      "createGroupIntegration: 1 recorded items are of this run",
      "createGroupIntegration: 2 recorded items are of this run",
      "createGroupIntegration: 3 recorded items are of this run",
      "createGroupIntegration: 4 recorded items are of this run",
      "listFederationSettingIdentityProviders: 0 recorded items are of this run",
      "listGroupAlertConfigs: 7 recorded items are of this run",
      "listGroupAlerts: 1 recorded items are of this run",
      "listGroupCustomDbRoleRoles: 1 recorded items are of this run",
      "listGroupDatabaseUsers: 12 recorded items are of this run",
      "listGroupIntegrations: 4 recorded items are of this run",
    ],
  );
  deepEqual(
    differing.filter(({ operationId }) => !(operationId in otherwise)),
    [],
  );
  deepEqual(
    [...new Set(differing.map(({ operationId }) => operationId))].sort(),
    Object.keys(otherwise).sort(),
  );
});
