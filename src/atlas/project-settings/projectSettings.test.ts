// Settings of a project that only its databases would follow, and what is not there, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  refusal,
  startStage,
  steadyHeaders,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const at = (path: string) => ({ path: `${groupPath}/${path}` });
const change = (method: "PATCH" | "POST" | "DELETE", path: string, body?: object) => ({
  method,
  ...at(path),
  ...(body && { body }),
});

test("settings of a project for its databases", async (t) => {
  const stage = await startStage(t);
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });
  const success = { status: 200, limit: 1200 };

  await t.test("auditing: nothing at first, then what was sent, the filter as it is", async () => {
    const none = { auditAuthorizationSuccess: false, configurationType: "NONE", enabled: false };
    assertSuccess(await stage.ask("groupOwner", at("auditLog")), { ...success, json: none });
    const auditFilter = '{\n  "atype": "authCheck"\n}';
    const json = {
      auditAuthorizationSuccess: true,
      auditFilter,
      configurationType: "FILTER_JSON",
      enabled: true,
    };
    const sent = { auditAuthorizationSuccess: true, auditFilter: `\n${auditFilter}\n`, enabled: true };
    const set = await stage.ask("groupOwner", change("PATCH", "auditLog", sent));
    assertSuccess(set, { ...success, status: 202, json });
    const off = await stage.ask("groupOwner", change("PATCH", "auditLog", { enabled: false }));
    assertSuccess(off, { ...success, status: 202, json: { ...json, enabled: false } });
    await stage.ask("groupOwner", change("PATCH", "auditLog", { enabled: false }));
    const changed = event("AUDIT_LOG_CONFIGURATION_UPDATED");
    deepEqual(stage.events(), [changed, changed]);
  });

  await t.test("400 INVALID_ATTRIBUTE for a filter that is no JSON, and nothing changes", async () => {
    const wrong = refusal("INVALID_ATTRIBUTE", ["auditFilter"], "auditFilter", "It is no object in JSON.");
    for (const auditFilter of ["all", "[]", "null"]) {
      assertRefusal(await stage.ask("groupOwner", change("PATCH", "auditLog", { auditFilter })), wrong);
    }
    deepEqual(stage.events(), []);
  });

  const switches = [
    ["awsCustomDNS", 1200, []],
    [
      "privateEndpoint/regionalMode",
      4000,
      ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED", "REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED"],
    ],
  ] as const;
  for (const [path, limit, events] of switches) {
    await t.test(`${path}: off at first, then as it was set, with an event for each change`, async () => {
      assertSuccess(await stage.ask("groupReader", at(path)), {
        status: 200,
        limit,
        json: { enabled: false },
      });
      for (const enabled of [true, true, false]) {
        const json = { enabled };
        const set = await stage.ask("groupOwner", change("PATCH", path, { enabled }));
        assertSuccess(set, { status: 202, limit, json });
        assertSuccess(await stage.ask("groupReader", at(path)), { status: 200, limit, json });
      }
      deepEqual(stage.events(), events.map(event));
    });
  }

  const path = "maintenanceWindow";
  const window = async () => (await stage.ask("groupReader", at(path))).json;
  const bare = async (sending: ReturnType<typeof change>, status: number) => {
    const reply = await stage.ask("groupOwner", sending);
    deepEqual([reply.status, reply.text, steadyHeaders(reply)["content-type"]], [status, "", undefined]);
  };
  const none = { autoDeferOnceEnabled: false, numberOfDeferrals: 0, startASAP: false, timeZoneId: "UTC" };

  await t.test("an answer in an envelope says its type, though one without is bare", async () => {
    const reply = await stage.ask("groupOwner", change("DELETE", `${path}?envelope=true`));
    deepEqual([reply.status, reply.json], [200, { content: {}, status: 204 }]);
    equal(steadyHeaders(reply)["content-type"], "application/vnd.atlas.2023-01-01+json;charset=utf-8");
  });

  await t.test("a maintenance window: none, set, changed, deferred twice, reset", async () => {
    deepEqual(await window(), none);
    await bare(change("PATCH", path, { dayOfWeek: 1, hourOfDay: 1 }), 200);
    deepEqual(await window(), { ...none, dayOfWeek: 1, hourOfDay: 1 });
    await bare(change("PATCH", path, { dayOfWeek: 2, startASAP: true }), 200);
    await bare(change("POST", `${path}/autoDefer`), 200);
    await bare(change("POST", `${path}/defer`), 200);
    await bare(change("POST", `${path}/defer`), 200);
    deepEqual(await window(), {
      ...none,
      autoDeferOnceEnabled: true,
      dayOfWeek: 2,
      hourOfDay: 1,
      numberOfDeferrals: 2,
      startASAP: true,
    });
    assertRefusal(
      await stage.ask("groupOwner", change("POST", `${path}/defer`)),
      refusal("ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED", [2]),
    );
    await bare(change("DELETE", path), 204);
    deepEqual(await window(), none);
    deepEqual(
      stage.events().map(({ type }) => type.replace("ATLAS_MAINTENANCE_", "")),
      [
        "WINDOW_ADDED",
        "WINDOW_MODIFIED",
        "START_ASAP",
        "AUTO_DEFER_ENABLED",
        "DEFERRED",
        "DEFERRED",
        "WINDOW_REMOVED",
        "AUTO_DEFER_DISABLED",
      ],
    );
  });

  await t.test("protected hours end where a change does not send them, or sends them empty", async () => {
    const protectedHours = { endHourOfDay: 17, startHourOfDay: 9 };
    for (const [sent, shown] of [
      [{ protectedHours }, { protectedHours }],
      [{ hourOfDay: 2 }, {}],
      [{ protectedHours }, { protectedHours }],
      [{ protectedHours: {} }, {}],
    ]) {
      await bare(change("PATCH", path, { dayOfWeek: 1, hourOfDay: 2, ...sent }), 200);
      deepEqual(await window(), { ...none, dayOfWeek: 1, hourOfDay: 2, ...shown });
    }
    await bare(change("DELETE", path), 204);
  });

  await t.test("400 without a day, without a window, and with nothing to defer", async () => {
    const required = refusal("MISSING_ATTRIBUTE", ["dayOfWeek"], "dayOfWeek", "The value is required.");
    assertRefusal(await stage.ask("groupOwner", change("PATCH", path, { hourOfDay: 1 })), required);
    const undefinedWindow = refusal("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", [ids.group]);
    for (const verb of ["defer", "autoDefer"]) {
      assertRefusal(await stage.ask("groupOwner", change("POST", `${path}/${verb}`)), undefinedWindow);
    }
    await stage.ask("groupOwner", change("PATCH", path, { dayOfWeek: 1 }));
    const unscheduled = refusal("ATLAS_MAINTENANCE_NOT_SCHEDULED", [ids.group]);
    assertRefusal(await stage.ask("groupOwner", change("POST", `${path}/defer`)), unscheduled);
  });

  const off = { enabled: false };
  const nothing: readonly (readonly [path: string, limit: number, json: unknown])[] = [
    ["privateEndpoint/AWS/endpointService", 4000, []],
    [
      "encryptionAtRest",
      2000,
      { awsKms: off, azureKeyVault: off, enabledForSearchNodes: false, googleCloudKms: off },
    ],
    ["dbAccessHistory/processes/host.example.net", 1200, { accessLogs: [] }],
  ];
  const clusterPath = `${groupPath}/clusters`;
  const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
  const makeCluster = (name: string, region: object = {}, more: object = {}) => {
    const electableSpecs = { instanceSize: "M10", nodeCount: 3 };
    const config = { providerName: "AWS", regionName: "US_EAST_1", electableSpecs, ...region };
    const body = { name, replicationSpecs: [{ regionConfigs: [config] }], ...more };
    return stage.ask("groupOwner", { method: "POST", path: clusterPath, body, headers });
  };

  await t.test("the access history is empty of a dedicated cluster, and refused of others", async () => {
    const history = (rest: string) => stage.ask("groupOwner", at(`dbAccessHistory/${rest}`));
    await makeCluster("own");
    await makeCluster("free", {
      providerName: "TENANT",
      backingProviderName: "AWS",
      electableSpecs: { instanceSize: "M0" },
    });
    const json = { accessLogs: [] };
    const period = "start=1767225600000&end=1767312000000&ipAddress=2001:db8::7";
    for (const query of ["", "?nLogs=5", `?${period}`]) {
      assertSuccess(await history(`clusters/own${query}`), { status: 200, limit: 1200, json });
    }
    const tenant = refusal("TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED");
    assertRefusal(await history("clusters/free"), tenant);
    const flex = {
      method: "POST",
      path: `${groupPath}/flexClusters`,
      headers: { accept: "application/vnd.atlas.2024-11-13+json" },
      body: { name: "flex", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
    };
    equal((await stage.ask("groupOwner", flex)).status, 201);
    assertRefusal(
      await history("clusters/flex"),
      refusal("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", ["flex"]),
    );
    assertRefusal(await history("clusters/none"), refusal("CLUSTER_NOT_FOUND", ["none", ids.group]));
    for (const [query, parameter] of [
      ["start=1767225600000", "end"],
      ["end=1767225600000", "start"],
      ["start=5&end=1767225600000", "start"],
      ["start=1767225600000&end=soon", "end"],
      ["ipAddress=garbage", "ipAddress"],
    ] as const) {
      for (const of of ["clusters/own", "processes/host.example.net"]) {
        assertRefusal(await history(`${of}?${query}`), refusal("INVALID_QUERY_PARAMETER", [parameter]));
      }
    }
  });

  await t.test("regional private endpoints and replica sets exclude each other", async () => {
    const set = (enabled: boolean) =>
      stage.ask("groupOwner", change("PATCH", "privateEndpoint/regionalMode", { enabled }));
    const codeOf = async (reply: ReturnType<typeof makeCluster>) => {
      const { status, json } = await reply;
      return [status, json.errorCode, json.badRequestDetail?.fields[0].field];
    };
    const sharded = { clusterType: "SHARDED" };
    await makeCluster("set");
    await makeCluster("shards", {}, sharded);
    deepEqual(await codeOf(set(true)), [400, "INVALID_CLUSTER_CONFIGURATION", "enabled"]);
    equal((await set(false)).status, 202);
    await stage.ask("groupOwner", { method: "DELETE", path: `${clusterPath}/set`, headers });
    await stage.clusters.settle(ids.group, "set");
    equal((await set(true)).status, 202);
    deepEqual(await codeOf(makeCluster("more")), [400, "INVALID_CLUSTER_CONFIGURATION", "clusterType"]);
    const flex = {
      method: "POST",
      path: `${groupPath}/flexClusters`,
      headers: { accept: "application/vnd.atlas.2024-11-13+json" },
      body: { name: "flex", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
    };
    equal((await stage.ask("groupOwner", flex)).json.errorCode, "INVALID_CLUSTER_CONFIGURATION");
    equal((await makeCluster("more", {}, sharded)).status, 201);
    equal((await set(false)).status, 202);
    equal((await makeCluster("set")).status, 201);
  });

  for (const [path, limit, json] of nothing) {
    await t.test(`200 that nothing is there at ${path}`, async () => {
      assertSuccess(await stage.ask("groupOwner", at(path)), { status: 200, limit, json });
    });
  }

  await t.test("200 and an empty page of containers without clusters, and of peers", async () => {
    for (const path of ["containers?providerName=AWS", "containers/all", "peers?providerName=GCP"]) {
      const { status, json } = await stage.ask("groupReader", at(path));
      deepEqual([status, json.results, json.totalCount], [200, [], 0], path);
    }
  });

  await t.test(
    "200 and a container for each region that clusters are in, in the words of its provider",
    async () => {
      const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
      const regionConfigs = [
        ...(["AWS US_EAST_1 7", "AZURE EUROPE_WEST 6", "GCP WESTERN_EUROPE 5"] as const).map((text) => {
          const [providerName, regionName, priority] = text.split(" ");
          return {
            providerName,
            regionName,
            priority: Number(priority),
            electableSpecs: { instanceSize: "M10", nodeCount: 1 },
          };
        }),
      ];
      const body = { name: "wide", replicationSpecs: [{ regionConfigs }] };
      await stage.ask("groupOwner", { method: "POST", path: `${groupPath}/clusters`, body, headers });
      const { results } = (await stage.ask("groupReader", at("containers/all"))).json;
      deepEqual(
        results.map(({ id: _, atlasCidrBlock: __, ...rest }: { id: string; atlasCidrBlock: string }) => rest),
        [
          { providerName: "AWS", provisioned: true, regionName: "US_EAST_1" },
          { providerName: "AZURE", provisioned: true, region: "EUROPE_WEST" },
          { providerName: "GCP", provisioned: true, regions: [] },
        ],
      );
      equal(new Set(results.map(({ id }: { id: string }) => id)).size, 3);
      const azure = (await stage.ask("groupReader", at("containers?providerName=AZURE"))).json;
      deepEqual(azure.results, [results[1]]);
      const group = (await stage.ask("groupReader", { path: groupPath })).json;
      equal(group.clusterCount, 1);
    },
  );

  await t.test("200 a container outlives its clusters, and is not provisioned then", async () => {
    const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
    const make = (name: string, regionName: string) => {
      const electableSpecs = { instanceSize: "M10", nodeCount: 3 };
      const replicationSpecs = [{ regionConfigs: [{ providerName: "AWS", regionName, electableSpecs }] }];
      const body = { name, replicationSpecs };
      return stage.ask("groupOwner", { method: "POST", path: `${groupPath}/clusters`, body, headers });
    };
    const found = async () => {
      const { results } = (await stage.ask("groupReader", at("containers?providerName=AWS"))).json;
      return results as { id: string; regionName: string; provisioned: boolean; atlasCidrBlock: string }[];
    };
    await make("first", "EU_WEST_1");
    await make("second", "US_EAST_1");
    const before = await found();
    deepEqual(
      before.map(({ regionName, atlasCidrBlock }) => [regionName, atlasCidrBlock]),
      [
        ["EU_WEST_1", "192.168.248.0/21"],
        ["US_EAST_1", "192.168.240.0/21"],
      ],
    );
    await stage.ask("groupOwner", { method: "DELETE", path: `${groupPath}/clusters/first`, headers });
    deepEqual(await found(), before);
    await stage.clusters.settle(ids.group, "first");
    deepEqual(await found(), [{ ...before[0], provisioned: false }, before[1]]);
    await make("third", "EU_WEST_1");
    deepEqual(await found(), before);
  });
});
