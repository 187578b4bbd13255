// GET /rateLimits/{endpointSetId}, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = "/api/atlas/v2/rateLimits";
const accept = "application/vnd.atlas.2025-03-12+json";
const headers = { accept };

test("getRateLimit", async (t) => {
  const stage = await startStage(t);
  const get = (id: string, caller: "groupReader" | "stranger" = "groupReader") =>
    stage.ask(caller, { path: `${path}/${id}`, headers });

  await t.test("200 the set that counts the question itself, with its defaults for a caller", async () => {
    const key = (await stage.ask("groupReader", { path: "/api/atlas/v2" })).json.apiKey;
    const reply = await get(`rateLimitsInspection_user?userId=${key.id}`);
    assertSuccess(reply, {
      status: 200,
      limit: 500,
      headers: { "content-type": `${accept};charset=utf-8` },
      json: {
        capacity: { defaultValue: 500, value: 500 },
        endpointSetId: "rateLimitsInspection_user",
        endpointSetName: "Rate Limits Inspection",
        endpoints: [
          { method: "GET", path: `${path}/{endpointSetId}` },
          { method: "GET", path },
        ],
        refillDurationSeconds: { defaultValue: 60, value: 60 },
        refillRate: { defaultValue: 200, value: 200 },
        scope: "USER",
      },
    });
    equal(reply.headers["ratelimit-limit"], String(reply.json.capacity.value));
  });

  await t.test("200 in the preview version up to its end, 410 from then on", async () => {
    const preview = {
      path: `${path}/group_group`,
      headers: { accept: "application/vnd.atlas.preview+json" },
    };
    equal((await stage.ask("groupReader", preview)).json.errorCode, "VERSION_GONE");
    stage.clock.set({ now: "2026-04-20T23:59:59Z" });
    equal((await stage.ask("groupReader", preview)).json.capacity.value, 1200);
  });

  await t.test(
    "404 RESOURCE_NOT_FOUND for no set, and for one that is not counted by what is named",
    async () => {
      assertRefusal(await get("group_user"), refusal("RESOURCE_NOT_FOUND", ["group_user"]));
      equal((await get("group_group?ipAddress=127.0.0.1")).json.errorCode, "RESOURCE_NOT_FOUND");
      equal((await get(`group_group?groupId=${ids.group}`)).status, 200);
    },
  );

  await t.test("404 GROUP_NOT_FOUND, ORG_NOT_FOUND, USER_NOT_FOUND for what is not there", async () => {
    equal((await get(`group_group?groupId=${ids.missing}`)).json.errorCode, "GROUP_NOT_FOUND");
    equal((await get(`org_organization?orgId=${ids.missing}`)).json.errorCode, "ORG_NOT_FOUND");
    equal((await get(`users_user?userId=${ids.missing}`)).json.errorCode, "USER_NOT_FOUND");
  });

  await t.test("401 USER_CANNOT_ACCESS_… for a project or an organization of others", async () => {
    const ofGroup = await get(`group_group?groupId=${ids.group}`, "stranger");
    equal(ofGroup.json.errorCode, "USER_CANNOT_ACCESS_GROUP");
    const ofOrg = await get(`org_organization?orgId=${ids.org}`, "stranger");
    equal(ofOrg.json.errorCode, "USER_CANNOT_ACCESS_ORG");
  });
});
