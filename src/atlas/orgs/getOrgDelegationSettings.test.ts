// GET /orgs/{orgId}/delegationSettings, answer by answer.
import { test } from "node:test";
import { orgPath } from "../../../test/support/orgs.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = `${orgPath}/delegationSettings`;
const headers = { accept: "application/vnd.atlas.2025-03-12+json" };
const unset = {
  delegatedMcpAccess: null,
  delegatedPartnerAccess: null,
  idleRefreshTokenLifetime: null,
  maximumRefreshTokenLifetime: null,
};

test("getOrgDelegationSettings", async (t) => {
  const stage = await startStage(t);
  const success = {
    status: 200,
    limit: 500,
    headers: { "content-type": "application/vnd.atlas.2025-03-12+json;charset=utf-8" },
  };

  await t.test("200 answers null for what was not set", async () => {
    assertSuccess(await stage.ask("member", { path, headers }), { ...success, json: unset });
  });
});
