// The settings of a project that only its databases would follow, and settings that do not exist, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, free } from "../../../test/support/clusters.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { steadyHeaders } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const flex = { name: "flex", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };
const required = "The value is required.";

test("settings of a project for its databases", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told } = stage;

  await t.test("auditing: nothing at first, then what was sent, the filter as it is", async () => {
    const none = { auditAuthorizationSuccess: false, configurationType: "NONE", enabled: false };
    await answers("getGroupAuditLog", {}, none);
    const auditFilter = '{\n  "atype": "authCheck"\n}';
    const json = {
      auditAuthorizationSuccess: true,
      auditFilter,
      configurationType: "FILTER_JSON",
      enabled: true,
    };
    const sent = { auditAuthorizationSuccess: true, auditFilter: `\n${auditFilter}\n`, enabled: true };
    await answers("updateGroupAuditLog", { body: sent }, json);
    for (const _ of ["turns it off", "changes nothing"]) {
      await answers("updateGroupAuditLog", { body: { enabled: false } }, { ...json, enabled: false });
    }
    deepEqual(told(), Array(2).fill(["AUDIT_LOG_CONFIGURATION_UPDATED", "group"]));
  });
  await t.test("auditing: a filter in single quotes, as the Terraform provider documents it", async () => {
    const auditFilter = `{ 'atype': 'authenticate', 'param': { "user": 'an "auditor"', 'db': 'O\\'Hara' } }`;
    await answers("updateGroupAuditLog", { body: { auditFilter } }, (all: object) => ({
      ...all,
      auditFilter,
    }));
  });
  const noObject = "It is no object in JSON.";
  await testRefusals(
    { updateGroupAuditLog: {} },
    ["all", "[]", "null", "{ 'atype }"].map(
      (auditFilter): RefusedCall => [
        `the filter ${auditFilter}`,
        { body: { auditFilter } },
        "INVALID_ATTRIBUTE",
        ["auditFilter"],
        "auditFilter",
        noObject,
      ],
    ),
  );

  for (const [read, change, events] of [
    ["getGroupAwsCustomDns", "toggleGroupAwsCustomDns", []],
    ["verifyGroupPrivateIpMode", "disableGroupPrivateIpModePeering", []],
    [
      "getGroupPrivateEndpointRegionalMode",
      "toggleGroupPrivateEndpointRegionalMode",
      ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED", "REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED"],
    ],
  ] as const) {
    await t.test(`${change}: off at first, then as it was set, with an event for each change`, async () => {
      await answers(read, {}, { enabled: false });
      for (const enabled of [true, true, false]) {
        await answers(change, { body: { enabled } }, { enabled });
        await answers(read, {}, { enabled });
      }
      deepEqual(
        told(),
        events.map((type) => [type, "group"]),
      );
    });
  }

  const none = { autoDeferOnceEnabled: false, numberOfDeferrals: 0, startASAP: false, timeZoneId: "UTC" };
  const window = async (more: object = {}) =>
    deepEqual(await get("getGroupMaintenanceWindow"), { ...none, ...more });
  const set = (body: object) => answers("updateGroupMaintenanceWindow", { body });
  const days = { dayOfWeek: 1, hourOfDay: 1 };

  await t.test("an answer in an envelope says its type, though one without is bare", async () => {
    const reply = await call("resetGroupMaintenanceWindow", { query: "envelope=true" });
    deepEqual([reply.status, reply.json], [200, { content: {}, status: 204 }]);
    equal(steadyHeaders(reply)["content-type"], "application/vnd.atlas.2023-01-01+json;charset=utf-8");
  });

  await t.test("a maintenance window: none, set, changed, deferred twice, reset", async () => {
    await window();
    await set(days);
    await window(days);
    await set({ dayOfWeek: 2, startASAP: true });
    await answers("toggleGroupMaintenanceWindowAutoDefer");
    for (const _ of [1, 2]) await answers("deferGroupMaintenanceWindow");
    const changed = {
      autoDeferOnceEnabled: true,
      dayOfWeek: 2,
      hourOfDay: 1,
      numberOfDeferrals: 2,
      startASAP: true,
    };
    await window(changed);
    await stage.refuses("deferGroupMaintenanceWindow", {}, "ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED", [2]);
    await answers("resetGroupMaintenanceWindow");
    await window();
    deepEqual(
      told().map(([type]) => type.replace("ATLAS_MAINTENANCE_", "")),
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
    const hours = { protectedHours: { endHourOfDay: 17, startHourOfDay: 9 } };
    for (const [sent, shown] of [
      [hours, hours],
      [{}, {}],
      [hours, hours],
      [{ protectedHours: {} }, {}],
    ]) {
      await set({ ...days, ...sent });
      await window({ ...days, ...shown });
    }
  });

  await testRefusals({ updateGroupMaintenanceWindow: { body: { hourOfDay: 1 } } }, [
    ["no day", {}, "MISSING_ATTRIBUTE", ["dayOfWeek"], "dayOfWeek", required],
  ]);
  await testRefusals({ deferGroupMaintenanceWindow: {}, toggleGroupMaintenanceWindowAutoDefer: {} }, [
    ["no window", {}, "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", [ids.group]],
  ]);
  await testRefusals({ deferGroupMaintenanceWindow: {} }, [
    [
      "nothing to defer",
      { before: () => set({ dayOfWeek: 1 }) },
      "ATLAS_MAINTENANCE_NOT_SCHEDULED",
      [ids.group],
    ],
  ]);

  await t.test("200 that nothing is there", async () => {
    const host = { params: { hostname: "host.example.net" } };
    await answers("getGroupDbAccessHistoryProcess", host, { accessLogs: [] });
  });

  const makeDedicated = () => get("createGroupCluster", { body: clusterOf("own") });
  await testRefusals({ disableGroupPrivateIpModePeering: { body: { enabled: true } } }, [
    [
      "a project with a cluster on its own machines",
      { before: makeDedicated },
      "CANNOT_UPDATE_PRIVATE_IP_MODE",
    ],
  ]);
  const of = (clusterName: string, query?: string) => ({ params: { clusterName }, ...(query && { query }) });

  await t.test("200 the access history is empty of a dedicated cluster", async () => {
    await makeDedicated();
    const period = "start=1767225600000&end=1767312000000&ipAddress=2001:db8::7";
    for (const query of [undefined, "nLogs=5", period]) {
      await answers("getGroupDbAccessHistoryCluster", of("own", query), { accessLogs: [] });
    }
  });
  const makeFree = () => get("createGroupCluster", { body: clusterOf("free", free) });
  const makeFlex = () => get("createGroupFlexCluster", { body: flex });
  await testRefusals({ getGroupDbAccessHistoryCluster: {} }, [
    ["a free cluster", { ...of("free"), before: makeFree }, "TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED"],
    [
      "a flex cluster",
      { ...of("flex"), before: makeFlex },
      "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
      ["flex"],
    ],
    ["no cluster", of("none"), "CLUSTER_NOT_FOUND", ["none", ids.group]],
  ]);
  const host = { hostname: "host.example.net" };
  const noInstant = "It is a number of milliseconds since 1970, at least 1199145600000.";
  await testRefusals(
    { getGroupDbAccessHistoryCluster: of("own"), getGroupDbAccessHistoryProcess: { params: host } },
    (
      [
        ["start=1767225600000", "end", "It is needed with start."],
        ["end=1767225600000", "start", "It is needed with end."],
        ["start=5&end=1767225600000", "start", noInstant],
        ["start=1767225600000&end=soon", "end", noInstant],
        ["ipAddress=garbage", "ipAddress", "It is no IP address."],
      ] as const
    ).map(
      ([query, name, description]): RefusedCall => [
        query,
        { query, before: makeDedicated },
        "INVALID_QUERY_PARAMETER",
        [name],
        name,
        description,
      ],
    ),
  );

  await t.test("regional private endpoints and replica sets exclude each other", async () => {
    const turn = (enabled: boolean) => call("toggleGroupPrivateEndpointRegionalMode", { body: { enabled } });
    const make = (name: string, more: object = {}) =>
      call("createGroupCluster", { body: { ...clusterOf(name), ...more } });
    const codeOf = async (reply: ReturnType<typeof call>) => {
      const { status, json } = await reply;
      return [status, json.errorCode, json.badRequestDetail?.fields[0].field];
    };
    const sharded = { clusterType: "SHARDED" };
    await make("set");
    await make("shards", sharded);
    deepEqual(await codeOf(turn(true)), [400, "INVALID_CLUSTER_CONFIGURATION", "enabled"]);
    equal((await turn(false)).status, 202);
    await call("deleteGroupCluster", of("set"));
    await stage.clusters.settle(ids.group, "set");
    equal((await turn(true)).status, 202);
    deepEqual(await codeOf(make("more")), [400, "INVALID_CLUSTER_CONFIGURATION", "clusterType"]);
    equal(
      (await call("createGroupFlexCluster", { body: flex })).json.errorCode,
      "INVALID_CLUSTER_CONFIGURATION",
    );
    equal((await make("more", sharded)).status, 201);
    equal((await turn(false)).status, 202);
    equal((await make("set")).status, 201);
  });
});
