// Clusters of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/clusters`;
const accept = (date: string) => ({ accept: `application/vnd.atlas.${date}+json` });
const headers = accept("2024-10-23");
const at = (rest = "", method = "GET") => ({ method, path: `${path}/one${rest}`, headers });
const regionOf = (electableSpecs: object = { instanceSize: "M10" }, more: object = {}) => ({
  providerName: "AWS",
  regionName: "US_EAST_1",
  electableSpecs,
  ...more,
});
const shardOf = (...regions: readonly object[]) => ({
  regionConfigs: regions.length === 0 ? [regionOf()] : regions,
});
const one = { name: "one", clusterType: "REPLICASET", replicationSpecs: [shardOf()] };
const make = (body: object = one, date = "2024-10-23") => ({
  method: "POST",
  path,
  body,
  headers: accept(date),
});
const change = (body: object, date = "2024-10-23") => ({ ...at("", "PATCH"), body, headers: accept(date) });
const free = {
  name: "free",
  replicationSpecs: [
    shardOf({
      providerName: "TENANT",
      backingProviderName: "AWS",
      regionName: "US_EAST_1",
      electableSpecs: { instanceSize: "M0" },
    }),
  ],
};
const outside = [shardOf({ ...regionOf(), providerName: "GCP", regionName: "CENTRAL_US" })] as const;
const upgrade = (body: object = {}) => ({
  method: "POST",
  path: `${path}/tenantUpgrade`,
  body: { ...one, name: "free", ...body },
  headers: accept("2023-01-01"),
});
const flexHeaders = accept("2024-11-13");
const upgradeFlex = (body: object = {}) => ({
  ...upgrade({ name: "flex", ...body }),
  path: `${groupPath}/flexClusters:tenantUpgrade`,
  headers: flexHeaders,
});
const makeFlex = {
  method: "POST",
  path: `${groupPath}/flexClusters`,
  body: { name: "flex", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
  headers: flexHeaders,
};
const deleting = refusal("ATLAS_GENERAL_ERROR", ["This cluster is currently being deleted, cannot update"]);
const later = (seconds: number) => ({ now: new Date(Date.parse(now) + seconds * 1000).toISOString() });
const address = "mongodb://no-deployment.invalid";

test("clusters of a project", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const state = async () => (await ask(at())).json.stateName;
  const sizeOf = async (name: string) => {
    const { replicationSpecs } = (await ask({ path: `${path}/${name}`, headers })).json;
    return replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize;
  };
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });

  await t.test("201 makes one that is ready by the clock, with an address then", async () => {
    const reply = await ask(make());
    equal(reply.status, 201);
    deepEqual([reply.json.stateName, reply.json.connectionStrings], ["CREATING", {}]);
    stage.clock.set(later(2));
    const { json } = await ask(at());
    deepEqual(
      [json.stateName, json.connectionStrings],
      ["IDLE", { standard: address, standardSrv: address }],
    );
    deepEqual(stage.events(), [event("CLUSTER_CREATED")]);
    const [{ details } = { details: "" }] = stage.rows("select details from events") as { details: string }[];
    deepEqual(JSON.parse(details), { clusterName: "one" });
  });

  await t.test("a change and an end go by the clock too, and what is gone is not found", async () => {
    await ask(make());
    stage.clock.set(later(2));
    equal((await ask(change({ backupEnabled: true }))).json.stateName, "UPDATING");
    equal((await ask(at("/status"))).json.changeStatus, "PENDING");
    stage.clock.set(later(4));
    equal(await state(), "IDLE");
    equal((await ask(at("/status"))).json.changeStatus, "APPLIED");
    assertSuccess(await ask({ ...at("", "DELETE"), headers: accept("2023-02-01") }), {
      status: 202,
      limit: 10_000,
      headers: { "content-type": `${accept("2023-02-01").accept};charset=utf-8` },
      json: {},
    });
    equal(await state(), "DELETING");
    stage.clock.set(later(6));
    assertRefusal(await ask(at()), refusal("CLUSTER_NOT_FOUND", ["one", ids.group]));
    equal((await ask(make())).status, 201);
    deepEqual(
      stage.events().map(({ type }) => type),
      [
        "CLUSTER_CREATED",
        "CLUSTER_READY",
        "CLUSTER_UPDATE_SUBMITTED",
        "CLUSTER_UPDATE_STARTED",
        "CLUSTER_UPDATE_COMPLETED",
        "CLUSTER_DELETE_SUBMITTED",
        "CLUSTER_UPDATE_STARTED",
        "CLUSTER_DELETED",
        "CLUSTER_CREATED",
      ],
    );
  });

  await t.test("202 a deletion takes the backups away at once", async () => {
    await ask(make({ ...one, backupEnabled: true }));
    stage.clock.set(later(2));
    equal((await ask(at())).json.backupEnabled, true);
    await ask({ ...at("", "DELETE"), headers: accept("2023-02-01") });
    const { stateName, backupEnabled } = (await ask(at())).json;
    deepEqual([stateName, backupEnabled], ["DELETING", false]);
  });

  await t.test("201 analytics nodes of a shard have one size, where a region has none too", async () => {
    const analyticsSpecs = { instanceSize: "M20", nodeCount: 1 };
    const electableSpecs = { instanceSize: "M10", nodeCount: 2 };
    const regions = [
      regionOf({ instanceSize: "M10", nodeCount: 3 }, { analyticsSpecs }),
      regionOf(electableSpecs, { regionName: "US_WEST_2" }),
    ];
    const { json } = await ask(make({ ...one, replicationSpecs: [shardOf(...regions)] }));
    type Shown = { readonly analyticsSpecs: typeof analyticsSpecs };
    deepEqual(
      json.replicationSpecs[0].regionConfigs.map(({ analyticsSpecs: shown }: Shown) => [
        shown.instanceSize,
        shown.nodeCount,
      ]),
      [
        ["M20", 1],
        ["M20", 0],
      ],
    );
  });

  await t.test("201 the specification of a free cluster has its size before its disk", async () => {
    const { json } = await ask(make(free));
    deepEqual(Object.keys(json.replicationSpecs[0].regionConfigs[0].electableSpecs), [
      "effectiveInstanceSize",
      "instanceSize",
      "diskSizeGB",
    ]);
  });

  await t.test("events are found by the name of their cluster", async () => {
    await ask(make());
    await ask(make({ ...one, name: "two" }));
    await ask(change({ backupEnabled: true }));
    const found = async (query: string) => {
      const { results } = (await ask({ path: `${groupPath}/events?${query}`, headers })).json;
      return results.map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName);
    };
    deepEqual(await found("clusterNames=one"), ["CLUSTER_UPDATE_SUBMITTED", "CLUSTER_CREATED"]);
    deepEqual(await found("clusterNames=one&clusterNames=two&eventType=CLUSTER_CREATED"), [
      "CLUSTER_CREATED",
      "CLUSTER_CREATED",
    ]);
    deepEqual(await found("clusterNames=one&eventType=GROUP_CREATED"), []);
  });

  await t.test("a control ends at once what is under way", async () => {
    await ask(make());
    const settle = () => stage.clusters.settle(ids.group, "one");
    await settle();
    equal(await state(), "IDLE");
    await ask(at("", "DELETE"));
    await settle();
    equal((await ask(at())).status, 404);
    const control = { method: "POST", path: `/_anteroom/v1/clusters/${ids.group}/one:settle` };
    equal((await stage.send(control)).status, 404);
  });

  await t.test("versions have zones or shards, with different ids and the same zones", async () => {
    const specs = [
      { zoneName: "Zone 1", ...shardOf() },
      { zoneName: "Zone 1", ...shardOf() },
    ];
    const made = (await ask(make({ ...one, clusterType: "SHARDED", replicationSpecs: specs }))).json;
    const earlier = (await ask({ ...at(), headers: accept("2023-02-01") })).json;
    const legacy = (await ask({ ...at(), headers: accept("2023-01-01") })).json;
    deepEqual(made.connectionStrings, { awsPrivateLinkSrv: {}, privateEndpoint: [] });
    deepEqual(
      [made.replicationSpecs.length, earlier.replicationSpecs.length, earlier.replicationSpecs[0].numShards],
      [2, 1, 2],
    );
    equal(made.replicationSpecs[0].zoneId, earlier.replicationSpecs[0].zoneId);
    const all = [...made.replicationSpecs, ...earlier.replicationSpecs].map(({ id }: { id: string }) => id);
    equal(new Set(all).size, 3);
    deepEqual([made.diskSizeGB, earlier.diskSizeGB, legacy.diskSizeGB], [undefined, 10, 10]);
    deepEqual(legacy.providerSettings, {
      autoScaling: { compute: {} },
      providerName: "AWS",
      diskIOPS: 3000,
      instanceSizeName: "M10",
      regionName: "US_EAST_1",
      volumeType: "STANDARD",
    });
    deepEqual([legacy.numShards, legacy.replicationFactor], [2, 3]);
    equal(
      (await ask({ ...at("/autoScalingConfiguration"), headers: accept("2024-08-05") })).json.autoScalingMode,
      "INDEPENDENT_SHARD_SCALING",
    );
    await ask(change({ replicationSpecs: [specs[0], specs[1], specs[1]] }));
    const grown = (await ask(at())).json.replicationSpecs;
    deepEqual(grown.slice(0, 2), made.replicationSpecs);
    equal(grown.length, 3);
  });

  await t.test("the oldest version says of each how it scales, and within which sizes", async () => {
    const compute = { enabled: true, maxInstanceSize: "M40", minInstanceSize: "M20", scaleDownEnabled: true };
    const autoScaling = { compute, diskGB: { enabled: true } };
    await ask(
      make({ ...one, replicationSpecs: [shardOf(regionOf({ instanceSize: "M20" }, { autoScaling }))] }),
    );
    await ask(make(free));
    const shown = async (name: string) => {
      const { json } = await ask({ path: `${path}/${name}`, headers: accept("2023-01-01") });
      return [json.autoScaling, json.providerSettings.autoScaling];
    };
    deepEqual(await shown("one"), [
      { compute: { enabled: true, scaleDownEnabled: true }, diskGBEnabled: true },
      { compute: { maxInstanceSize: "M40", minInstanceSize: "M20" } },
    ]);
    deepEqual(await shown("free"), [
      { compute: { enabled: false, scaleDownEnabled: false }, diskGBEnabled: false },
      { compute: {} },
    ]);
  });

  await t.test("a disk that is not described is what its provider and size begin with", async () => {
    const wanted = [
      regionOf({ instanceSize: "M40_NVME" }),
      { ...regionOf({ instanceSize: "M10" }), providerName: "AZURE", regionName: "US_EAST_2" },
      { ...regionOf({ instanceSize: "M10" }), providerName: "GCP", regionName: "CENTRAL_US" },
    ];
    const disks: unknown[] = [];
    for (const [index, region] of wanted.entries()) {
      const body = { ...one, name: `n${index}`, replicationSpecs: [shardOf(region)] };
      const [shard] = (await ask(make(body))).json.replicationSpecs;
      const { diskIOPS, diskSizeGB, ebsVolumeType } = shard.regionConfigs[0].electableSpecs;
      disks.push([diskIOPS, diskSizeGB, ebsVolumeType]);
    }
    deepEqual(disks, [
      [135_125, 380, "PROVISIONED"],
      [3500, 32, undefined],
      [undefined, 10, undefined],
    ]);
  });

  await t.test("a disk has as many operations as are asked for, if it can", async () => {
    const sized = (instanceSize: string, ebsVolumeType: string, diskIOPS: number) => ({
      ...one,
      replicationSpecs: [shardOf(regionOf({ instanceSize, ebsVolumeType, diskIOPS }))],
    });
    const shown = async (body: object) => {
      const { electableSpecs } = (await ask(make(body))).json.replicationSpecs[0].regionConfigs[0];
      return [electableSpecs.diskIOPS, electableSpecs.diskThroughput];
    };
    deepEqual(await shown(sized("M30_GEN_2", "STANDARD", 3200)), [3200, 125]);
    deepEqual(await shown({ ...sized("M30_GEN_2", "HIGH_PERFORMANCE", 100), name: "b" }), [100, undefined]);
    deepEqual(await shown({ ...sized("M30", "STANDARD", 100), name: "c" }), [100, undefined]);
    for (const [size, volume, least] of [
      ["M30_GEN_2", "STANDARD", 3000],
      ["M30_GEN_2", "HIGH_PERFORMANCE", 100],
      ["M30", "PROVISIONED", 100],
      ["M30", "STANDARD", 0],
    ] as const) {
      const { json } = await ask(change(sized(size, volume, least - 1)));
      deepEqual([json.error, json.errorCode, json.parameters], [400, "INVALID_ATTRIBUTE", ["diskIOPS"]]);
      deepEqual(json.badRequestDetail.fields, [
        {
          description: `The value must be at least ${least}.`,
          field: "replicationSpecs.0.regionConfigs.0.electableSpecs.diskIOPS",
        },
      ]);
    }
  });

  await t.test("sizes that are left to auto-scaling stay, and are shown as they were asked for", async () => {
    const flag = { "use-effective-instance-fields": "true" };
    const compute = { enabled: true, maxInstanceSize: "M40" };
    const region = (instanceSize: string, more: object = {}) =>
      regionOf({ instanceSize, diskSizeGB: instanceSize === "M10" ? 10 : 20 }, more);
    const resize = (sent: object, isLeft = true) => {
      const sending = change({ replicationSpecs: [shardOf(sent)] });
      return ask({ ...sending, headers: { ...headers, ...(isLeft && flag) } });
    };
    const shown = async (sent: object = {}, date = "2024-10-23") => {
      const reply = await ask({ ...at(), headers: { ...accept(date), ...sent } });
      const [shard] = reply.json.replicationSpecs;
      const { electableSpecs: asked, effectiveElectableSpecs: is } = shard.regionConfigs[0];
      return [asked.instanceSize, is?.instanceSize, is?.diskSizeGB ?? reply.json.diskSizeGB];
    };
    await ask(make({ ...one, replicationSpecs: [shardOf(region("M10"))] }));
    for (const scaling of [{ compute }, { diskGB: { enabled: true } }]) {
      await resize(region("M20", { autoScaling: scaling }));
      deepEqual(await shown(flag), ["M20", "M10", 10]);
      deepEqual(await shown(), ["M10", "M10", 10]);
      deepEqual(await shown({}, "2023-02-01"), ["M10", undefined, 10]);
    }
    await resize(region("M20", { analyticsAutoScaling: { compute } }));
    deepEqual(await shown(flag), ["M20", "M20", 20]);
    await resize(region("M30", { autoScaling: { compute } }));
    deepEqual(await shown(flag), ["M30", "M20", 20]);
    await resize(region("M30", { autoScaling: { compute } }), false);
    deepEqual(await shown(flag), ["M30", "M30", 20]);
    const listed = (await ask({ path, headers: { ...headers, ...flag } })).json.results;
    equal(listed[0].replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize, "M30");
  });

  await t.test("the oldest version makes and resizes one by provider, region and size", async () => {
    const providerSettings = { providerName: "GCP", regionName: "WESTERN_EUROPE", instanceSizeName: "M30" };
    const reply = await ask(
      make(
        { name: "one", diskSizeGB: 80, providerSettings, backupEnabled: false, providerBackupEnabled: true },
        "2023-01-01",
      ),
    );
    equal(reply.status, 201);
    const { backupEnabled, providerBackupEnabled, diskSizeGB } = reply.json;
    deepEqual([backupEnabled, providerBackupEnabled, diskSizeGB], [false, true, 80]);
    equal((await ask(at())).json.backupEnabled, true);
    stage.clock.set(later(2));
    await ask(change({ providerSettings: { providerName: "GCP", instanceSizeName: "M40" } }, "2023-01-01"));
    const [{ regionConfigs }] = (await ask(at())).json.replicationSpecs;
    deepEqual(regionConfigs[0].electableSpecs, { instanceSize: "M40", diskSizeGB: 80, nodeCount: 3 });
    const spec = {
      regionsConfig: {
        EU_WEST_1: { electableNodes: 2, priority: 7 },
        EU_WEST_2: { electableNodes: 1, priority: 6, readOnlyNodes: 1 },
      },
    };
    const aws = { providerName: "AWS", instanceSizeName: "M10" };
    const wide = await ask(
      make({ name: "wide", providerSettings: aws, replicationSpecs: [spec] }, "2023-01-01"),
    );
    deepEqual(Object.keys(wide.json.replicationSpec), ["EU_WEST_1", "EU_WEST_2"]);
  });

  await t.test("the oldest version keeps scaling and disk that a change does not name", async () => {
    const older = "2023-01-01";
    const aws = { providerName: "AWS", instanceSizeName: "M30", regionName: "EU_WEST_1", diskIOPS: 1200 };
    const compute = { enabled: true, scaleDownEnabled: false };
    await ask(
      make({ name: "one", providerSettings: aws, autoScaling: { compute, diskGBEnabled: true } }, older),
    );
    const bounds = { compute: { maxInstanceSize: "M50" } };
    await ask(change({ providerSettings: { autoScaling: bounds } }, older));
    const { json } = await ask(change({ autoScaling: { compute: { scaleDownEnabled: true } } }, older));
    deepEqual(json.autoScaling, { compute: { ...compute, scaleDownEnabled: true }, diskGBEnabled: true });
    deepEqual([json.providerSettings.autoScaling, json.providerSettings.diskIOPS], [bounds, 1200]);
    const larger = await ask(change({ providerSettings: { instanceSizeName: "M40" } }, older));
    equal(larger.json.providerSettings.diskIOPS, 3000);
  });

  await t.test("the oldest version keeps zone, nodes and shards that a change does not name", async () => {
    const older = "2023-01-01";
    const aws = { providerName: "AWS", instanceSizeName: "M10" };
    const nodes = { analyticsNodes: 0, electableNodes: 3, priority: 7, readOnlyNodes: 1 };
    const spec = (region: string, more: object = {}) => ({
      zoneName: "Here",
      numShards: 2,
      regionsConfig: { [region]: { ...nodes, ...more } },
    });
    const shape = { clusterType: "SHARDED", replicationSpecs: [spec("EU_WEST_1")] };
    await ask(make({ name: "one", providerSettings: aws, ...shape }, older));
    const changed = async (sent: object) => {
      const [{ id: _, ...zone }] = (await ask(change(sent, older))).json.replicationSpecs;
      return zone;
    };
    const to = (regionName: string) => ({ providerSettings: { ...aws, regionName } });
    deepEqual(await changed(to("EU_WEST_1")), spec("EU_WEST_1"));
    deepEqual(await changed(to("EU_WEST_2")), spec("EU_WEST_2"));
    deepEqual(await changed({ replicationFactor: 5 }), spec("EU_WEST_2", { electableNodes: 5 }));
    equal((await ask(change(to("constructor"), older))).json.errorCode, "INVALID_ATTRIBUTE");
  });

  await t.test("the oldest version names disks of Azure, but no number of shards of all zones", async () => {
    const azure = { providerName: "AZURE", instanceSizeName: "M10", regionName: "US_EAST_2" };
    const providerSettings = { ...azure, diskTypeName: "P6" };
    const { json } = await ask(make({ name: "one", providerSettings }, "2023-01-01"));
    deepEqual([json.providerSettings.diskTypeName, json.diskSizeGB, json.numShards], ["P6", 64, 1]);
    const zones = ["EU", "US"].map((zoneName) => ({ zoneName, ...shardOf() }));
    await ask(make({ name: "two", clusterType: "GEOSHARDED", replicationSpecs: zones }));
    const global = await ask({ path: `${path}/two`, headers: accept("2023-01-01") });
    equal("numShards" in global.json, false);
  });

  await t.test("200 the advanced configuration, which a change keeps", async () => {
    await ask(make());
    const args = { ...at("/processArgs"), headers: accept("2024-08-05") };
    const body = { javascriptEnabled: false, minimumEnabledTlsProtocol: "TLS1_3" };
    const changed = (await ask({ ...args, method: "PATCH", body })).json;
    deepEqual([changed.javascriptEnabled, changed.defaultWriteConcern], [false, "majority"]);
    deepEqual((await ask(args)).json, changed);
    equal("defaultReadConcern" in changed, false);
    equal((await ask({ ...args, headers: accept("2023-01-01") })).json.defaultReadConcern, null);
    equal((await ask(at())).json.advancedConfiguration.minimumEnabledTlsProtocol, "TLS1_3");
  });

  await t.test("400 for an argument or a priority outside what the document allows", async () => {
    await ask(make());
    const args = { ...at("/processArgs", "PATCH"), headers: accept("2023-01-01") };
    for (const body of [
      { changeStreamOptionsPreAndPostImagesExpireAfterSeconds: -2 },
      { customOpensslCipherConfigTls12: ["TLS_NONE"] },
      { defaultMaxTimeMS: -1 },
      { defaultReadConcern: "linearizable" },
      { oplogMinRetentionHours: -0.5 },
      { oplogSizeMB: -3 },
      { sampleSizeBIConnector: -1 },
      { transactionLifetimeLimitSeconds: 0 },
    ]) {
      const { json, status } = await ask({ ...args, body });
      const [member = ""] = Object.keys(body);
      deepEqual([status, json.badRequestDetail.fields[0].field.split(".")[0]], [400, member]);
    }
    equal((await ask({ ...args, method: "GET", body: undefined })).json.oplogSizeMB, null);
    for (const priority of [-1, 8]) {
      const replicationSpecs = [shardOf(regionOf(undefined, { priority }))];
      for (const sending of [change({ replicationSpecs }), make({ ...one, name: "two", replicationSpecs })]) {
        const { json, status } = await ask(sending);
        const field = "replicationSpecs.0.regionConfigs.0.priority";
        deepEqual([status, json.badRequestDetail.fields[0].field], [400, field]);
      }
    }
  });

  await t.test("201 regions of a shard by priority, and then backwards by name", async () => {
    const region = (regionName: string, priority: number, nodeCount: number) =>
      regionOf({ instanceSize: "M10", nodeCount }, { regionName, priority });
    const sent = [region("EU_WEST_1", 0, 0), region("US_EAST_1", 6, 1), region("EU_WEST_2", 0, 0)];
    const replicationSpecs = [shardOf(...sent, region("US_EAST_2", 7, 2))];
    const [{ regionConfigs }] = (await ask(make({ ...one, replicationSpecs }))).json.replicationSpecs;
    deepEqual(
      regionConfigs.map(({ regionName }: { regionName: string }) => regionName),
      ["US_EAST_2", "US_EAST_1", "EU_WEST_2", "EU_WEST_1"],
    );
    const plain = ["AP_EAST_1", "US_EAST_1"].map((regionName, index) =>
      regionOf({ instanceSize: "M10", nodeCount: 2 - index }, { regionName }),
    );
    const [shard] = (await ask(change({ replicationSpecs: [shardOf(...plain)] }))).json.replicationSpecs;
    deepEqual(
      shard.regionConfigs.map(({ priority, regionName }: Record<string, unknown>) => [regionName, priority]),
      [
        ["AP_EAST_1", 7],
        ["US_EAST_1", 6],
      ],
    );
  });

  await t.test("400 names the member that was sent, of sizes and of disks", async () => {
    const fieldOf = async (body: object, date = "2024-10-23") =>
      (await ask(make({ ...one, ...body }, date))).json.badRequestDetail.fields[0].field;
    const specs = (...names: readonly string[]) => ({
      replicationSpecs: [
        shardOf(regionOf(undefined, Object.fromEntries(names.map((name) => [name, wrong])))),
      ],
    });
    let wrong: object = { instanceSize: "M11" };
    const at = "replicationSpecs.0.regionConfigs.0";
    equal(await fieldOf(specs("electableSpecs")), `${at}.electableSpecs.instanceSize`);
    wrong = { diskSizeGB: 5000, instanceSize: "M10" };
    equal(await fieldOf(specs("electableSpecs")), `${at}.electableSpecs.diskSizeGB`);
    equal(await fieldOf(specs("readOnlySpecs")), `${at}.readOnlySpecs.diskSizeGB`);
    equal(await fieldOf({ diskSizeGB: 5000 }, "2023-02-01"), "diskSizeGB");
  });

  await t.test("200 that it has no search nodes, own zones or managed namespaces", async () => {
    await ask(make());
    const newest = accept("2025-03-12");
    deepEqual((await ask({ ...at("/search/deployment"), headers: newest })).json, {});
    for (const date of ["2023-01-01", "2023-02-01", "2024-08-05"]) {
      const { json, headers } = await ask({ ...at("/globalWrites"), headers: accept(date) });
      deepEqual(json, { customZoneMapping: {}, managedNamespaces: [], selfManagedSharding: false });
      equal(headers.sunset, date < "2024" ? "Thu, 1 Jul 2027 00:00:00 GMT" : undefined);
    }
  });

  await t.test("lists: of the project, of all projects, and the regions to choose from", async () => {
    await ask(make());
    for (const date of ["2023-01-01", "2023-02-01", "2024-08-05"]) {
      const { json } = await ask({ path, headers: accept(date) });
      deepEqual([json.totalCount, json.results[0].name], [1, "one"]);
    }
    const details = { path: "/api/atlas/v2/clusters", headers };
    const { results } = (await ask(details)).json;
    deepEqual([results[0].groupId, results[0].clusters[0].name, results.length], [ids.group, "one", 1]);
    deepEqual((await stage.ask("stranger", details)).json.results, []);
    const regions = (await ask({ path: `${path}/provider/regions?providers=AZURE&tier=M10`, headers })).json;
    deepEqual([regions.totalCount, regions.results[0].provider], [1, "AZURE"]);
    deepEqual(regions.results[0].instanceSizes[0].availableRegions[0], { default: true, name: "US_EAST_2" });
  });

  for (const [code, wrong, parameters = []] of [
    ["MISSING_ATTRIBUTE", { replicationSpecs: [] }, ["replicationSpecs"]],
    [
      "INVALID_ATTRIBUTE",
      { replicationSpecs: [shardOf(regionOf(undefined, { regionName: "MARS" }))] },
      ["regionName"],
    ],
    ["INVALID_ENUM_VALUE", { replicationSpecs: [shardOf(regionOf({ instanceSize: "M11" }))] }, ["M11"]],
    [
      "INVALID_ENUM_VALUE",
      { replicationSpecs: [shardOf(regionOf({ instanceSize: "constructor" }))] },
      ["constructor"],
    ],
    [
      "CLUSTER_NUM_SHARDS_INVALID",
      { clusterType: "SHARDED", replicationSpecs: Array.from({ length: 51 }, () => shardOf()) },
      [50],
    ],
    [
      "CLUSTER_NUM_SHARDS_INVALID",
      { clusterType: "SHARDED", replicationSpecs: [{ numShards: 51, ...shardOf() }] },
      [50],
    ],
    [
      "CLUSTER_REPLICATION_FACTOR_INVALID",
      { replicationSpecs: [shardOf(regionOf({ instanceSize: "M10", nodeCount: 4 }))] },
    ],
    [
      "CLUSTER_DISK_SIZE_INVALID",
      { replicationSpecs: [shardOf(regionOf({ instanceSize: "M10", diskSizeGB: 5 }))] },
      [5],
    ],
    [
      "DISK_SIZE_GB_INCONSISTENT",
      {
        clusterType: "SHARDED",
        replicationSpecs: [10, 20].map((diskSizeGB) =>
          shardOf(regionOf({ instanceSize: "M10", diskSizeGB })),
        ),
      },
    ],
    ["INVALID_CLUSTER_CONFIGURATION", { replicationSpecs: [shardOf(), shardOf()] }],
    ["SHARDING_NOT_SUPPORTED", { clusterType: "SHARDED", replicationSpecs: free.replicationSpecs }, ["M0"]],
    ["ATLAS_CLUSTER_VERSION_DEPRECATED", { mongoDBMajorVersion: "5.0" }],
    ["DB_VERSION_NOT_SUPPORTED", { mongoDBMajorVersion: "99.0" }],
  ] as const) {
    await t.test(
      `400 ${code} for a new cluster, a change and an upgrade, ${Object.keys(wrong).join()}`,
      async () => {
        await ask(make());
        await ask(make(free));
        await ask(makeFlex);
        for (const sending of [
          make({ ...one, name: "two", ...wrong }),
          change(wrong),
          upgrade(wrong),
          upgradeFlex(wrong),
        ]) {
          const { json, status } = await ask(sending);
          deepEqual([status, json.errorCode, json.parameters], [400, code, [...parameters]]);
        }
        const { results } = (await ask({ path, headers })).json;
        deepEqual(
          results.map(({ name }: { name: string }) => name),
          ["one", "free"],
        );
        equal(await sizeOf("free"), "M0");
      },
    );
  }

  await t.test("200 an upgrade gives a free and a flex cluster machines of their own", async () => {
    await ask(make(free));
    await ask(makeFlex);
    stage.clock.set(later(2));
    for (const name of ["free", "flex"]) {
      const { json, status } = await ask(upgrade({ name }));
      deepEqual([status, json.name, json.stateName], [200, name, "UPDATING"]);
      equal(json.providerSettings.instanceSizeName, name === "free" ? "M0" : "M10");
      equal(await sizeOf(name), "M10");
    }
    equal((await ask({ path: `${groupPath}/flexClusters`, headers: flexHeaders })).json.totalCount, 0);
  });

  await t.test("200 for an upgrade of a free cluster to a flex one, where it is", async () => {
    await ask(make(free));
    stage.clock.set(later(2));
    const toFlex = (name = "free") =>
      upgrade({ name, providerSettings: { providerName: "FLEX", instanceSizeName: "FLEX" } });
    const { json, status } = await ask(toFlex());
    deepEqual([status, json.name, json.stateName], [200, "free", "UPDATING"]);
    const flex = () => ask({ path: `${groupPath}/flexClusters/free`, headers: flexHeaders });
    const { providerSettings, stateName } = (await flex()).json;
    deepEqual([stateName, providerSettings.regionName], ["UPDATING", "US_EAST_1"]);
    stage.clock.set(later(4));
    equal((await flex()).json.stateName, "IDLE");
    deepEqual((await ask(toFlex())).json.errorCode, "INVALID_CLUSTER_CONFIGURATION");
  });

  await t.test("200 for a pin, with which the version goes up and back, until it ends", async () => {
    const newest = accept("2024-10-23");
    const see = async () => (await ask({ path: `${path}/one`, headers: newest })).json;
    const versions = ({ mongoDBMajorVersion, featureCompatibilityVersion }: Record<string, unknown>) => [
      mongoDBMajorVersion,
      featureCompatibilityVersion,
    ];
    const call = (verb: string, body?: object) =>
      ask({
        method: "POST",
        path: `${path}/one:${verb}`,
        headers: accept("2024-05-30"),
        ...(body && { body }),
      });
    const change = (body: object) => ask({ method: "PATCH", path: `${path}/one`, headers: newest, body });
    const pin = (body: object = {}) => call("pinFeatureCompatibilityVersion", body);
    await ask(make({ ...one, mongoDBMajorVersion: "7.0" }));
    stage.clock.set(later(2));
    const weeks = 28 * 24 * 3600;
    for (const seconds of [1, weeks + 60]) {
      const { json } = await pin({ expirationDate: later(seconds).now });
      deepEqual(
        [json.error, json.errorCode, json.parameters],
        [400, "INVALID_ATTRIBUTE", ["expirationDate"]],
      );
    }
    deepEqual([(await pin()).status, (await see()).stateName], [204, "UPDATING"]);
    await event("CLUSTER_FCV_FIXED");
    equal((await see()).featureCompatibilityVersionExpirationDate, later(2 + weeks).now.replace(".000", ""));
    stage.clock.set(later(4));
    deepEqual(versions((await change({ mongoDBMajorVersion: "8.0" })).json), ["8.0", "7.0"]);
    equal((await pin({ expirationDate: later(1000).now })).status, 204);
    await event("CLUSTER_FCV_EXPIRATION_DATE_UPDATED");
    deepEqual(versions(await see()), ["8.0", "7.0"]);
    deepEqual(versions((await change({ mongoDBMajorVersion: "7.0" })).json), ["7.0", "7.0"]);
    await change({ mongoDBMajorVersion: "8.0" });
    stage.clock.set(later(1000));
    deepEqual(versions(await see()), ["8.0", "8.0"]);
    equal((await change({ mongoDBMajorVersion: "7.0" })).json.errorCode, "CLUSTER_UPGRADE_INVALID");
    await pin();
    equal((await call("unpinFeatureCompatibilityVersion")).status, 204);
    await event("CLUSTER_FCV_UNFIXED");
    equal("featureCompatibilityVersionExpirationDate" in (await see()), false);
    await ask(make(free));
    const ofFree = { method: "POST", path: `${path}/free:pinFeatureCompatibilityVersion`, body: {} };
    const refused = await ask({ ...ofFree, headers: accept("2024-05-30") });
    assertRefusal(refused, refusal("TENANT_CLUSTER_UPDATE_UNSUPPORTED", []));
  });

  await t.test("200 the upgrade of flex clusters answers the flex cluster; it takes no other", async () => {
    await ask(makeFlex);
    await ask(make());
    stage.clock.set(later(2));
    const { json, status } = await ask(upgradeFlex());
    deepEqual([status, json.providerSettings.providerName, json.stateName], [200, "FLEX", "UPDATING"]);
    equal(await sizeOf("flex"), "M10");
    assertRefusal(
      await ask(upgradeFlex({ name: "one" })),
      refusal("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["one"]),
    );
    assertRefusal(
      await ask(upgradeFlex({ name: "none" })),
      refusal("CLUSTER_NOT_FOUND", ["none", ids.group]),
    );
  });

  await t.test("400 for an upgrade of what is named wrongly, dedicated or being deleted", async () => {
    const long = "x".repeat(65);
    await ask(make());
    await ask(make(free));
    for (const [name, ...expected] of [
      ["a_b", "CLUSTER_NAME_INVALID", ["a_b"]],
      [long, "CLUSTER_NAME_TOO_LONG", [long, 64]],
      ["one", "INVALID_CLUSTER_CONFIGURATION", []],
    ] as const) {
      for (const sending of name === "one" ? [upgrade] : [upgrade, upgradeFlex]) {
        const { json } = await ask(sending({ name }));
        deepEqual([json.error, json.errorCode, json.parameters], [400, ...expected]);
      }
    }
    await ask({ method: "DELETE", path: `${path}/free`, headers });
    assertRefusal(await ask(upgrade()), deleting);
    await ask(makeFlex);
    await ask({ method: "DELETE", path: `${groupPath}/flexClusters/flex`, headers: flexHeaders });
    assertRefusal(await ask(upgradeFlex()), deleting);
  });

  await t.test("400 for a new cluster that cannot be", async () => {
    const long = "x".repeat(65);
    await ask(make());
    for (const [body, ...expected] of [
      [{ ...one, name: "a_b" }, "CLUSTER_NAME_INVALID", ["a_b"]],
      [{ ...one, name: long }, "CLUSTER_NAME_TOO_LONG", [long, 64]],
      [one, "DUPLICATE_CLUSTER_NAME", ["cluster or serverless instance", "one", ids.group]],
      [{ ...one, name: "two", paused: true }, "CANNOT_CREATE_PAUSED_CLUSTER", ["two"]],
      [
        {
          ...one,
          name: "two",
          replicationSpecs: outside,
          useAwsTimeBasedSnapshotCopyForFastInitialSync: true,
        },
        "AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES",
        ["GCP"],
      ],
    ] as const) {
      const { json } = await ask(make(body));
      deepEqual([json.error, json.errorCode, json.parameters], [400, ...expected]);
    }
    const { json } = await ask(
      make({ clusterType: "REPLICASET", replicationSpecs: [shardOf({ providerName: "AWS" })] }),
    );
    deepEqual(json.badRequestDetail.fields, [{ description: "The value is required.", field: "name" }]);
  });

  await t.test("400 for one more free cluster, and more clusters than the project may have", async () => {
    const reply = await ask(make(free, "2023-02-01"));
    deepEqual(reply.json.connectionStrings, { standardSrv: address });
    equal("advancedConfiguration" in reply.json, false);
    const reason = "This project already has another free cluster";
    assertRefusal(
      await ask(make({ ...free, name: "more" })),
      refusal("CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API", [reason]),
    );
    const limit = "atlas.project.deployment.clusters";
    await ask({ method: "PATCH", path: `${groupPath}/limits/${limit}`, body: { value: 1 } });
    assertRefusal(await ask(make()), refusal("MAX_CLUSTERS_PER_GROUP_EXCEEDED", [1, ids.group]));
  });

  await t.test("400 for a change that cannot be", async () => {
    await ask(make(free));
    const ofFree = (rest: string, body: object) => ({
      method: "PATCH",
      path: `${path}/free${rest}`,
      body,
      headers,
    });
    assertRefusal(await ask(ofFree("", { tags: [] })), refusal("TENANT_CLUSTER_UPDATE_UNSUPPORTED"));
    assertRefusal(
      await ask(ofFree("/processArgs", { noTableScan: true })),
      refusal("TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"),
    );
    await ask(make({ ...one, clusterType: "SHARDED" }));
    assertRefusal(await ask(change({ name: "two" })), refusal("CLUSTER_CANNOT_CHANGE_NAME"));
    assertRefusal(
      await ask(change({ clusterType: "REPLICASET" })),
      refusal("SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET"),
    );
    assertRefusal(await ask(change({ mongoDBMajorVersion: "7.0" })), refusal("CLUSTER_UPGRADE_INVALID"));
    equal((await ask(change({ paused: true }))).status, 200);
    equal((await ask(change({ paused: true }))).status, 200);
    assertRefusal(
      await ask(change({ backupEnabled: true })),
      refusal("CANNOT_UPDATE_PAUSED_CLUSTER", ["one"]),
    );
    equal((await ask(change({ paused: false, backupEnabled: true }))).json.paused, false);
    assertRefusal(
      await ask(change({ useAwsTimeBasedSnapshotCopyForFastInitialSync: true, replicationSpecs: outside })),
      refusal("AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES", ["GCP"]),
    );
  });

  await t.test("400 for shard keys of an owner where they cannot be, or not any more", async () => {
    const keys = { globalClusterSelfManagedSharding: true };
    const misfit = refusal("CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER");
    assertRefusal(await ask(make({ ...one, ...keys })), misfit);
    await ask(make());
    assertRefusal(await ask(change(keys)), misfit);
    equal((await ask(change({ ...keys, clusterType: "GEOSHARDED" }))).status, 200);
    assertRefusal(
      await ask(change({ globalClusterSelfManagedSharding: false })),
      refusal("CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING"),
    );
  });

  await t.test("400 for a pause within an hour after the last", async () => {
    await ask(make());
    const pause = (paused: boolean) => ask(change({ paused }));
    equal((await pause(true)).status, 200);
    stage.clock.set(later(10));
    equal((await pause(false)).status, 200);
    stage.clock.set(later(3609));
    assertRefusal(await pause(true), refusal("CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER", ["one"]));
    equal((await ask(change({ paused: false, backupEnabled: true }))).status, 200);
    stage.clock.set(later(3610));
    equal((await pause(true)).json.paused, true);
  });

  await t.test("a pause ends by itself after 30 days, and the next is refused for an hour", async () => {
    await ask(make());
    stage.clock.set(later(10));
    await ask(change({ paused: true }));
    const days = (count: number, more = 0) => later(10 + count * 24 * 3600 + more);
    const paused = async () => (await ask(at())).json.paused;
    stage.clock.set(days(30, -1));
    equal(await paused(), true);
    stage.clock.set(days(30));
    equal(await paused(), false);
    equal((await ask({ path, headers })).json.results[0].paused, false);
    const pausing = await ask(change({ paused: true }));
    assertRefusal(pausing, refusal("CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER", ["one"]));
    equal((await ask(change({ backupEnabled: true }))).status, 200);
    stage.clock.set(days(30, 3600));
    equal((await ask(change({ paused: true }))).json.paused, true);
    stage.clock.set(days(60));
    equal(await paused(), true);
  });

  await t.test("400 for what is protected, or deleted already", async () => {
    await ask(make({ ...one, terminationProtectionEnabled: true }));
    const sentence = `Cannot terminate cluster one in group ${ids.group} because termination protection is enabled. Disable termination protection and try again.`;
    assertRefusal(
      await ask(at("", "DELETE")),
      refusal("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED", [sentence]),
    );
    await ask(change({ terminationProtectionEnabled: false }));
    await ask(at("", "DELETE"));
    assertRefusal(await ask(at("", "DELETE")), refusal("CLUSTER_ALREADY_REQUESTED_DELETION", ["one"]));
    assertRefusal(await ask(change({ backupEnabled: true })), deleting);
    assertRefusal(await ask({ ...at("/processArgs", "PATCH"), body: { noTableScan: true } }), deleting);
    for (const verb of ["pin", "unpin"]) {
      const sending = at(`:${verb}FeatureCompatibilityVersion`, "POST");
      assertRefusal(await ask({ ...sending, ...(verb === "pin" && { body: {} }) }), deleting);
    }
    const group = { method: "DELETE", path: groupPath };
    assertRefusal(await ask(group), refusal("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS"));
    stage.clock.set(later(2));
    equal((await ask(group)).status, 202);
  });

  await t.test("404, and 400 for a flex cluster, wherever a cluster is named", async () => {
    await ask(makeFlex);
    for (const [method, rest, body] of [
      ["GET", ""],
      ["PATCH", "", {}],
      ["DELETE", ""],
      ["GET", "/processArgs"],
      ["PATCH", "/processArgs", {}],
      ["GET", "/autoScalingConfiguration"],
      ["GET", "/globalWrites"],
      ["POST", ":pinFeatureCompatibilityVersion", {}],
      ["POST", ":unpinFeatureCompatibilityVersion"],
    ] as const) {
      const about = (name: string) => ({
        method,
        path: `${path}/${name}${rest}`,
        headers: accept("2025-03-12"),
        ...(body && { body }),
      });
      assertRefusal(await ask(about("flex")), refusal("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", ["flex"]));
      assertRefusal(await ask(about("none")), refusal("CLUSTER_NOT_FOUND", ["none", ids.group]));
    }
    assertRefusal(
      await ask({ path: `${path}/none/status`, headers }),
      refusal("CLUSTER_NOT_FOUND", ["none", ids.group]),
    );
    equal((await ask({ path: `${path}/flex/status`, headers })).json.changeStatus, "PENDING");
    deepEqual((await ask({ path, headers })).json.results, []);
  });
});
