// The rate limits that callers may read, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { account, ids } from "../../../test/support/world.ts";
import { limitSets, neighbourSets } from "../../core/contract/limits.ts";

interface Shown {
  readonly endpointSetName: string;
  readonly scope: string;
  readonly capacity: { readonly value: number; readonly defaultValue?: number };
}

test("rate limits", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, testRefusals } = stage;
  const found = async (query: string, as: Asked["as"] = "owner") =>
    (await get("listRateLimits", { as, query })).results as Shown[];
  const names = async (query: string) => (await found(query)).map(({ endpointSetName }) => endpointSetName);
  const set = (endpointSetId: string, query?: string) => ({
    params: { endpointSetId },
    ...(query && { query }),
  });

  await t.test("200 a set with its endpoints, and what counts for all", async () => {
    const path = "/api/atlas/v2/groups/{groupId}/invites";
    const endpoint = (method: string, rest = "") => ({ method, path: `${path}${rest}` });
    const shown = {
      capacity: { value: 1200 },
      endpointSetId: "groupInvites_group",
      endpointSetName: "Project Invites",
      endpoints: [
        endpoint("POST"),
        endpoint("DELETE", "/{invitationId}"),
        endpoint("GET", "/{invitationId}"),
        endpoint("GET"),
        endpoint("PATCH", "/{invitationId}"),
        endpoint("PATCH"),
      ],
      refillDurationSeconds: { value: 60 },
      refillRate: { value: 500 },
      scope: "GROUP",
    };
    await lists("listRateLimits", { query: "name=Project+Invites" }, [shown]);
    await answers("getRateLimit", set("groupInvites_group"), shown);
  });

  await t.test("200 the set that counts the question itself, with its defaults for a caller", async () => {
    const key = (await get("getSystemStatus")).apiKey;
    const path = "/api/atlas/v2/rateLimits";
    await answers("getRateLimit", set("rateLimitsInspection_user", `userId=${key.id}`), {
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
    });
    equal((await call("getRateLimit", set("group_group", `groupId=${ids.group}`))).status, 200);
  });

  await t.test("200 every set, by name, page by page, and only that of a path", async () => {
    const all = await names("itemsPerPage=500");
    const announced = Object.values({ ...limitSets, ...neighbourSets }).filter(
      ({ unannounced }) => !unannounced,
    );
    deepEqual(all, announced.map(({ title }) => title).sort());
    deepEqual(await names("itemsPerPage=3&pageNum=2"), all.slice(3, 6));
    const group = "/api/atlas/v2/groups/{groupId}";
    for (const [path, expected] of Object.entries({
      [`${group}/teams`]: ["Project Teams"],
      [`${group}/clusters/provider/regions`]: ["Clusters"],
      [`${group}/clusters`]: ["Clusters"],
      "/api/atlas/v2/clusters": ["Cluster Lists"],
      "/api/private/ipinfo": [],
    })) {
      deepEqual(await names(`endpointPath=${encodeURIComponent(path)}`), expected, path);
    }
    equal((await found("name=Clusters"))[0]?.capacity.value, 10_000);
  });

  await t.test(
    "200 only the sets that are counted by what is named, which have their default beside them",
    async () => {
      for (const [query, scopes] of [
        [`groupId=${ids.group}`, ["GROUP"]],
        [`orgId=${ids.org}`, ["ORGANIZATION"]],
        [`userId=${account.clientId}`, ["USER"]],
        ["ipAddress=127.0.0.1", ["IP"]],
        [`groupId=${ids.group}&ipAddress=127.0.0.1`, ["GROUP", "IP"]],
      ] as const) {
        const sets = await found(query, "account");
        deepEqual([...new Set(sets.map(({ scope }) => scope))].sort(), scopes);
        deepEqual(
          sets.filter(({ capacity }) => capacity.defaultValue !== capacity.value),
          [],
        );
      }
    },
  );

  for (const [id, asked] of [
    ["getRateLimit", set("group_group")],
    ["listRateLimits", {}],
  ] as const) {
    await t.test(`${id}: 200 in the preview version up to its end, 410 from then on`, async () => {
      const preview = { ...asked, version: "preview" } as const;
      equal((await call(id, preview)).json.errorCode, "VERSION_GONE");
      stage.clock.set({ now: "2026-04-20T23:59:59Z" });
      equal((await call(id, preview)).status, 200);
    });
  }

  const missing: RefusedCall[] = [
    [
      "no such project",
      { ...set("group_group"), query: `groupId=${ids.missing}` },
      "GROUP_NOT_FOUND",
      [ids.missing],
    ],
    [
      "no such organization",
      { ...set("org_organization"), query: `orgId=${ids.missing}` },
      "ORG_NOT_FOUND",
      [ids.missing],
    ],
    ["nobody", { ...set("users_user"), query: `userId=${ids.missing}` }, "USER_NOT_FOUND", [ids.missing]],
    [
      "a project of others",
      { ...set("group_group"), as: "stranger", query: `groupId=${ids.group}` },
      "USER_CANNOT_ACCESS_GROUP",
    ],
    [
      "an organization of others",
      { ...set("org_organization"), as: "stranger", query: `orgId=${ids.org}` },
      "USER_CANNOT_ACCESS_ORG",
    ],
  ];
  await testRefusals({ getRateLimit: {}, listRateLimits: {} }, missing);
  await testRefusals({ getRateLimit: {} }, [
    ["no set", set("group_user"), "RESOURCE_NOT_FOUND", ["group_user"]],
    [
      "one that is not counted by what is named",
      set("group_group", "ipAddress=127.0.0.1"),
      "RESOURCE_NOT_FOUND",
      ["group_group"],
    ],
  ]);
});
