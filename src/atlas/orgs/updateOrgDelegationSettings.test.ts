// PATCH /orgs/{orgId}/delegationSettings, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { orgPath } from "../../../test/support/orgs.ts";
import { assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${orgPath}/delegationSettings`;
const headers = { accept: "application/vnd.atlas.2025-03-12+json" };
const patch = (body: object = { delegatedMcpAccess: "READ_ONLY" }) => ({
  method: "PATCH",
  path,
  headers,
  body,
});
const unset = {
  delegatedMcpAccess: null,
  delegatedPartnerAccess: null,
  idleRefreshTokenLifetime: null,
  maximumRefreshTokenLifetime: null,
};

test("updateOrgDelegationSettings", async (t) => {
  const stage = await startStage(t);
  const success = {
    status: 200,
    limit: 500,
    headers: { "content-type": "application/vnd.atlas.2025-03-12+json;charset=utf-8" },
  };

  await t.test("200 changes what is sent and keeps the rest; null takes a setting back", async () => {
    const all = {
      delegatedMcpAccess: "READ_WRITE",
      delegatedPartnerAccess: "DISALLOWED",
      idleRefreshTokenLifetime: 1,
      maximumRefreshTokenLifetime: 31_536_000,
    };
    assertSuccess(await stage.ask("owner", patch(all)), { ...success, json: all });
    const json = { ...all, delegatedMcpAccess: null };
    assertSuccess(await stage.ask("owner", patch({ delegatedMcpAccess: null })), { ...success, json });
    assertSuccess(await stage.ask("member", { path, headers }), { ...success, json });
  });

  await t.test("the change writes its event, the same settings none", async () => {
    assertSuccess(await stage.ask("owner", patch({ delegatedMcpAccess: null })), { ...success, json: unset });
    deepEqual(stage.events(), []);
    await stage.ask("owner", patch());
    await stage.ask("owner", patch());
    deepEqual(stage.events(), [eventBy("owner", "ORG_DELEGATION_SETTINGS_UPDATED", { orgId: ids.org })]);
  });

  await t.test("400 BAD_REQUEST for what a setting cannot be", async () => {
    for (const body of [
      { delegatedMcpAccess: "ALL" },
      { delegatedPartnerAccess: "READ_ONLY" },
      { idleRefreshTokenLifetime: 0 },
      { maximumRefreshTokenLifetime: 31_536_001 },
    ]) {
      const reply = await stage.ask("owner", patch(body));
      deepEqual([reply.status, reply.json.errorCode], [400, "BAD_REQUEST"], reply.text);
    }
    deepEqual(stage.events(), []);
  });
});
