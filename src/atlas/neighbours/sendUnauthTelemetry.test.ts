// POST /api/private/unauth/telemetry/events, answer by answer.
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = "/api/private/unauth/telemetry/events";
const events = [{ timestamp: "2026-08-21T00:00:00Z", source: "atlascli", properties: { command: "x" } }];
const success = { status: 204, limit: null, headers: { "content-type": "application/json" } };

test("sendUnauthTelemetry", async (t) => {
  const stage = await startStage(t);

  await t.test("204 without credentials, for whatever is sent", async () => {
    for (const body of [events, {}]) {
      assertSuccess(await stage.send({ method: "POST", path, body }), success);
    }
  });
});
