// GET /orgs/{orgId}/maintenanceSettings, answer by answer.
import { test } from "node:test";
import { orgMembers, orgNotFound } from "../../../test/support/org-invites.ts";
import { orgPath } from "../../../test/support/orgs.ts";
import { assertCallers, assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const headers = { accept: "application/vnd.atlas.preview+json" };
const path = `${orgPath}/maintenanceSettings`;
const get = { path, headers };
const patch = (body: object = { waveAssignmentMode: "ENV_TAG_MAPPING" }) => ({
  method: "PATCH",
  path,
  headers,
  body,
});

const unset = { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: null };
const mapped = { effectiveWaveAssignmentMode: "ENV_TAG_MAPPING", waveAssignmentMode: "ENV_TAG_MAPPING" };

test("getOrgMaintenanceSettings", async (t) => {
  const stage = await startStage(t);
  const success = {
    status: 200,
    limit: 500,
    headers: { "content-type": "application/vnd.atlas.preview+json;charset=utf-8" },
  };

  await t.test("200 answers what was set, and what holds", async () => {
    assertSuccess(await stage.ask("member", get), { ...success, json: unset });
    await stage.ask("owner", patch());
    assertSuccess(await stage.ask("member", get), { ...success, json: mapped });
  });

  await t.test("406 INVALID_VERSION_DATE for a stable version", async () => {
    assertRefusal(await stage.ask("member", { path }), {
      status: 406,
      errorCode: "INVALID_VERSION_DATE",
      detail: "Invalid accept header or version date.",
    });
  });

  await t.test("404 ORG_NOT_FOUND when there is no such organization", async () => {
    const nowhere = { ...get, path: get.path.replace(ids.org, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), orgNotFound);
  });

  await t.test("every member of the organization may", () => assertCallers(stage, get, orgMembers(200)));
});
