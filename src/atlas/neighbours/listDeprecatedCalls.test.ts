// GET /api/private/orgs/{orgId}/deprecatedCalls, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { now, startStage } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const path = `/api/private/orgs/${ids.org}/deprecatedCalls`;

test("listDeprecatedCalls", async (t) => {
  const stage = await startStage(t);

  await t.test("200 the calls of the organization, those of others not", async () => {
    const call = {
      path: `/api/atlas/v2/groups/${ids.group}/invites`,
      headers: { "user-agent": "curl/8.14.1" },
    };
    await stage.ask("owner", call);
    await stage.ask("owner", call);
    await stage.ask("stranger", { ...call, path: call.path.replace(ids.group, ids.otherGroup) });
    // Calls are written every five seconds, or when the test controls are asked.
    await stage.send({ path: "/_anteroom/v1/deprecations" });
    const { json, status } = await stage.ask("owner", { path });
    const { calls } = json;
    deepEqual(
      [status, calls.length, calls[0].credential.name, typeof calls[0].credential.id],
      [200, 1, keys.owner.publicKey, "string"],
    );
    const { credential, ...rest } = calls[0];
    deepEqual(rest, {
      operationId: "listGroupInvites",
      orgId: ids.org,
      userAgent: "curl/8.14.1",
      client: { tool: "curl", version: "8.14.1", resource: "", step: "" },
      count: 2,
      gone: 0,
      firstAt: new Date(now).toISOString(),
      lastAt: new Date(now).toISOString(),
      days: [{ date: "2026-08-10", count: 2, gone: 0 }],
      example: { params: { groupId: ids.group }, query: {}, version: "2023-01-01" },
    });
  });
});
