// GET /rateLimits, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { account, ids } from "../../../test/support/world.ts";
import { limitSets, neighbourSets } from "../../core/contract/limits.ts";

const path = "/api/atlas/v2/rateLimits";
const accept = "application/vnd.atlas.2025-03-12+json";
const headers = { accept };

test("listRateLimits", async (t) => {
  const stage = await startStage(t);
  const list = (search: string, caller: "groupReader" | "stranger" | "account" = "groupReader") =>
    stage.ask(caller, { path: `${path}${search}`, headers });
  const names = async (search: string) =>
    (await list(search)).json.results.map((set: { endpointSetName: string }) => set.endpointSetName);

  await t.test("200 a set with its endpoints, and what counts for all", async () => {
    assertSuccess(await list("?name=Project%20Invites"), {
      status: 200,
      limit: 500,
      headers: { "content-type": `${accept};charset=utf-8` },
      json: {
        links: [
          {
            href: `${stage.url}${path}?name=Project+Invites&pageNum=1&itemsPerPage=100`,
            rel: "self",
          },
        ],
        results: [
          {
            capacity: { value: 1200 },
            endpointSetId: "groupInvites_group",
            endpointSetName: "Project Invites",
            endpoints: [
              { method: "POST", path: "/api/atlas/v2/groups/{groupId}/invites" },
              { method: "DELETE", path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}" },
              { method: "GET", path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}" },
              { method: "GET", path: "/api/atlas/v2/groups/{groupId}/invites" },
              { method: "PATCH", path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}" },
              { method: "PATCH", path: "/api/atlas/v2/groups/{groupId}/invites" },
            ],
            refillDurationSeconds: { value: 60 },
            refillRate: { value: 500 },
            scope: "GROUP",
          },
        ],
        totalCount: 1,
      },
    });
  });

  await t.test("200 the sets that clusters are counted by", async () => {
    const { results } = (await list("?name=Clusters")).json;
    const endpoint = { method: "POST", path: "/api/atlas/v2/groups/{groupId}/clusters" };
    deepEqual(
      [
        results[0].capacity,
        results[0].endpoints.some(({ path }: { path: string }) => path === endpoint.path),
      ],
      [{ value: 10_000 }, true],
    );
    const { results: regional } = (await list(`?endpointPath=${endpoint.path}/provider/regions`)).json;
    equal(regional[0].endpointSetName, "Clusters");
  });

  await t.test("200 every set, by name, page by page", async () => {
    const all = await names("");
    deepEqual(
      all,
      Object.values({ ...limitSets, ...neighbourSets })
        .filter(({ unannounced }) => !unannounced)
        .map(({ title }) => title)
        .sort(),
    );
    deepEqual(await names("?itemsPerPage=3&pageNum=2"), all.slice(3, 6));
  });

  await t.test(
    "200 only the sets that are counted by what is named, which have their default beside them",
    async () => {
      const scopes = async (search: string, caller?: "account") => {
        const { results } = (await list(search, caller)).json;
        equal(
          results.every(
            (set: { capacity: { value: number; defaultValue: number } }) =>
              set.capacity.defaultValue === set.capacity.value,
          ),
          true,
        );
        return [...new Set(results.map((set: { scope: string }) => set.scope))].sort();
      };
      deepEqual(await scopes(`?groupId=${ids.group}`), ["GROUP"]);
      deepEqual(await scopes(`?orgId=${ids.org}`, "account"), ["ORGANIZATION"]);
      deepEqual(await scopes(`?userId=${account.clientId}`, "account"), ["USER"]);
      deepEqual(await scopes("?ipAddress=127.0.0.1"), ["IP"]);
      deepEqual(await scopes(`?groupId=${ids.group}&ipAddress=127.0.0.1`), ["GROUP", "IP"]);
    },
  );

  await t.test("200 only the set of a path", async () => {
    const search = `?endpointPath=${encodeURIComponent("/api/atlas/v2/groups/{groupId}/teams")}`;
    deepEqual(await names(search), ["Project Teams"]);
    deepEqual(await names("?endpointPath=/api/atlas/v2/clusters"), ["Cluster Lists"]);
    deepEqual(await names("?endpointPath=/api/private/ipinfo"), []);
  });

  await t.test("200 in the preview version up to its end, 410 from then on", async () => {
    const preview = { accept: "application/vnd.atlas.preview+json" };
    equal((await stage.ask("groupReader", { path, headers: preview })).json.errorCode, "VERSION_GONE");
    stage.clock.set({ now: "2026-04-20T23:59:59Z" });
    equal((await stage.ask("groupReader", { path, headers: preview })).status, 200);
  });

  await t.test("404 GROUP_NOT_FOUND, ORG_NOT_FOUND, USER_NOT_FOUND for what is not there", async () => {
    const missing = ids.missing;
    assertRefusal(await list(`?groupId=${missing}`), refusal("GROUP_NOT_FOUND", [missing]));
    equal((await list(`?orgId=${missing}`)).json.errorCode, "ORG_NOT_FOUND");
    equal((await list(`?userId=${missing}`)).json.errorCode, "USER_NOT_FOUND");
  });

  await t.test("401 USER_CANNOT_ACCESS_… for a project or an organization of others", async () => {
    equal((await list(`?groupId=${ids.group}`, "stranger")).json.errorCode, "USER_CANNOT_ACCESS_GROUP");
    equal((await list(`?orgId=${ids.org}`, "stranger")).json.errorCode, "USER_CANNOT_ACCESS_ORG");
  });
});
