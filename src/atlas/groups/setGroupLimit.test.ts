// PATCH /groups/{groupId}/limits/{limitName}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import * as limits from "../../../test/support/group-limits.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (name: string, body: object) => ({ method: "PATCH", path: limits.limitPath(name), body });

test("setGroupLimit", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };
  const about = { orgId: ids.org, groupId: ids.group };

  await t.test("200 sets the limit, again and again", async () => {
    for (const value of [1, 100, 100, 30]) {
      const json = { ...limits.usualLimit(limits.clusters), value };
      assertSuccess(await stage.ask("groupOwner", patch(limits.clusters, { value })), { ...success, json });
      assertSuccess(await stage.ask("groupReader", { path: limits.limitPath(limits.clusters) }), {
        ...success,
        json,
      });
    }
    const recorded = eventBy("groupOwner", "PROJECT_LIMIT_UPDATED", about);
    deepEqual(stage.events(), [recorded, recorded, recorded]);
  });

  await t.test("200 sets what has neither a default nor a largest value", async () => {
    const value = Number.MAX_SAFE_INTEGER;
    const reply = await stage.ask("groupOwner", patch(limits.daily, { value }));
    assertSuccess(reply, { ...success, json: limits.federationLimit(value) });
    const recorded = eventBy("groupOwner", "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED", about);
    deepEqual(stage.events(), [recorded]);
  });

  await t.test("200 ignores what is read-only, the name included", async () => {
    const body = { currentUsage: 1, defaultLimit: 2, maximumLimit: 3, name: limits.daily, value: 4 };
    const json = { ...limits.usualLimit(limits.clusters), value: 4 };
    assertSuccess(await stage.ask("groupOwner", patch(limits.clusters, body)), { ...success, json });
  });

  await t.test("400 BAD_REQUEST for a value beyond what the limit can be", async () => {
    for (const [name, least, most, value] of [
      [limits.clusters, 1, 100, 0],
      [limits.clusters, 1, 100, 101],
      [limits.subnetMask, 20, 27, 19],
      [limits.subnetMask, 20, 27, 28],
      [limits.daily, 1, Number.MAX_SAFE_INTEGER, -1],
    ] as const) {
      const description = `Limit ${name} can be set to ${least} to ${most}, not to ${value}.`;
      assertRefusal(
        await stage.ask("groupOwner", patch(name, { value })),
        refusal("BAD_REQUEST", [], "value", description),
      );
    }
    deepEqual(stage.rows("select * from group_limits"), []);
  });

  await t.test("400 without a value, or for one that is no whole number", async () => {
    for (const [body, code] of [
      [{}, "MISSING_ATTRIBUTE"],
      [{ value: "7" }, "INVALID_JSON_ATTRIBUTE"],
      [{ value: 7.5 }, "INVALID_JSON_ATTRIBUTE"],
    ] as const) {
      const { status, json } = await stage.ask("groupOwner", patch(limits.clusters, body));
      deepEqual([status, json.errorCode], [400, code]);
    }
  });

  await t.test("404 RESOURCE_NOT_FOUND for a limit that does not exist", async () => {
    const reply = await stage.ask("groupOwner", patch("kings", { value: 1 }));
    assertRefusal(reply, limits.limitNotFound("kings"));
  });
});
