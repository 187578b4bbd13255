// POST /api/private/v1.0/telemetry/events, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = "/api/private/v1.0/telemetry/events";
const events = [{ timestamp: "2026-08-21T00:00:00Z", source: "atlascli", properties: { command: "x" } }];
const success = { status: 204, limit: null, headers: { "content-type": "application/json" } };

test("sendTelemetry", async (t) => {
  const stage = await startStage(t);

  await t.test("204 for whatever is sent", async () => {
    for (const body of [events, {}]) {
      assertSuccess(await stage.ask("member", { method: "POST", path, body }), success);
      assertSuccess(await stage.ask("account", { method: "POST", path, body }), success);
    }
  });

  await t.test("401 without credentials, so that tools send it elsewhere", async () => {
    equal((await stage.send({ method: "POST", path, body: events })).status, 401);
  });
});
