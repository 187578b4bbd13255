// Serverless instances, of which there are none, and the operations on them that have ended.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

test("serverless instances", async (t) => {
  const { call, clock, lists, refuses } = await startOperations(t, { as: "groupReader" });
  const named = { params: { name: "instance" } };

  await t.test("an empty page", () => lists("listGroupServerlessInstances", {}, []));

  await t.test("404 for any name", () =>
    refuses("getGroupServerlessInstance", named, "SERVERLESS_INSTANCE_NOT_FOUND", ["instance", ids.group]),
  );

  await t.test("410 from the day on which the reads end too", async () => {
    clock.set({ now: "2027-01-17T23:59:59Z" });
    await lists("listGroupServerlessInstances", {}, []);
    clock.set({ now: "2027-01-18T00:00:00Z" });
    for (const [id, asked] of [
      ["listGroupServerlessInstances", {}],
      ["getGroupServerlessInstance", named],
    ] as const) {
      const { status, json } = await call(id, asked);
      deepEqual([status, json.errorCode, json.parameters[1]], [410, "VERSION_GONE", "2027-01-18"]);
    }
  });
});
