// The clusters of a project, answer by answer: their states over time, their hardware, and the combinations that are refused.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  addressOf,
  flexOne,
  freeOne,
  ofOne,
  one,
  regionOf,
  shardOf,
} from "../../../test/support/clusters.ts";
import {
  type Asked,
  type Operations,
  type RefusedCall,
  startOperations,
} from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids, type Reply } from "../../../test/support/world.ts";

const beingDeleted = "This cluster is currently being deleted, cannot update";
const make = (body: object = {}) => ({ body: { ...one, ...body } });
const change = (body: object) => ({ ...ofOne, body });
const sized = (specs: object, more: object = {}) => ({ replicationSpecs: [shardOf(regionOf(specs, more))] });
const specsOf = (json: Reply["json"]) => json.replicationSpecs[0].regionConfigs[0].electableSpecs;
const outside = {
  replicationSpecs: [shardOf({ ...regionOf(), providerName: "GCP", regionName: "CENTRAL_US" })],
};

const see = (stage: Operations) => stage.get("getGroupCluster", ofOne);

test("the life of a cluster", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get } = stage;

  await t.test("201 makes one that is ready by the clock, with an address then", async () => {
    const { stateName, connectionStrings } = await get("createGroupCluster", make());
    deepEqual([stateName, connectionStrings], ["CREATING", {}]);
    stage.clock.set(later(2));
    const ready = await see(stage);
    const address = addressOf(ready);
    deepEqual(
      [ready.stateName, ready.connectionStrings],
      ["IDLE", { standard: address, standardSrv: address }],
    );
    deepEqual(stage.details()[0], { clusterName: "one" });
  });

  await t.test("a change and an end go by the clock too, and what is gone is not found", async () => {
    const status = async () => (await get("getGroupClusterStatus", ofOne)).changeStatus;
    await get("createGroupCluster", make());
    stage.clock.set(later(2));
    equal((await get("updateGroupCluster", change({ backupEnabled: true }))).stateName, "UPDATING");
    equal(await status(), "PENDING");
    stage.clock.set(later(4));
    equal((await see(stage)).stateName, "IDLE");
    equal(await status(), "APPLIED");
    await answers("deleteGroupCluster", ofOne, {});
    // Its backups are deleted at once.
    const { stateName, backupEnabled } = await see(stage);
    deepEqual([stateName, backupEnabled], ["DELETING", false]);
    stage.clock.set(later(6));
    await stage.refuses("getGroupCluster", ofOne, "CLUSTER_NOT_FOUND", ["one", ids.group]);
    await get("createGroupCluster", make());
  });

  await t.test("a control ends at once what is under way", async () => {
    await get("createGroupCluster", make());
    await stage.clusters.settle(ids.group, "one");
    equal((await see(stage)).stateName, "IDLE");
    await get("deleteGroupCluster", ofOne);
    await stage.clusters.settle(ids.group, "one");
    equal((await call("getGroupCluster", ofOne)).status, 404);
    const control = { method: "POST", path: `/_anteroom/v1/clusters/${ids.group}/one:settle` };
    equal((await stage.send(control)).status, 404);
  });

  const pause = (paused: boolean) => call("updateGroupCluster", change({ paused }));
  const recently = () =>
    stage.refuses("updateGroupCluster", change({ paused: true }), "CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER", [
      "one",
    ]);

  await t.test(
    "400 for a pause within an hour after the last, and for a change of a paused one",
    async () => {
      await get("createGroupCluster", make());
      for (const _ of ["pauses", "changes nothing"]) equal((await pause(true)).status, 200);
      const backedUp = change({ backupEnabled: true });
      await stage.refuses("updateGroupCluster", backedUp, "CANNOT_UPDATE_PAUSED_CLUSTER", ["one"]);
      stage.clock.set(later(10));
      equal((await pause(false)).status, 200);
      stage.clock.set(later(3609));
      await recently();
      await get("updateGroupCluster", change({ paused: false, backupEnabled: true }));
      stage.clock.set(later(3610));
      equal((await pause(true)).json.paused, true);
      equal((await get("updateGroupCluster", change({ paused: false, backupEnabled: true }))).paused, false);
    },
  );

  await t.test("a pause ends by itself after 30 days, and the next is refused for an hour", async () => {
    await get("createGroupCluster", make());
    stage.clock.set(later(10));
    await pause(true);
    const days = (count: number, more = 0) => later(10 + count * 24 * 3600 + more);
    for (const [at, paused] of [
      [days(30, -1), true],
      [days(30), false],
    ] as const) {
      stage.clock.set(at);
      equal((await see(stage)).paused, paused);
      equal((await get("listGroupClusters")).results[0].paused, paused);
    }
    await recently();
    await get("updateGroupCluster", change({ backupEnabled: true }));
    stage.clock.set(days(30, 3600));
    equal((await pause(true)).json.paused, true);
    stage.clock.set(days(60));
    equal((await see(stage)).paused, true);
  });

  await t.test("400 for what is protected, or deleted already; the project outlives them", async () => {
    await get("createGroupCluster", make({ terminationProtectionEnabled: true }));
    const protection = "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED";
    const sentence = `Cannot terminate cluster one in group ${ids.group} because termination protection is enabled. Disable termination protection and try again.`;
    await stage.refuses("deleteGroupCluster", ofOne, protection, [sentence]);
    await get("updateGroupCluster", change({ terminationProtectionEnabled: false }));
    await get("deleteGroupCluster", ofOne);
    await stage.refuses("deleteGroupCluster", ofOne, "CLUSTER_ALREADY_REQUESTED_DELETION", ["one"]);
    for (const [id, asked] of [
      ["updateGroupCluster", change({ backupEnabled: true })],
      ["updateGroupClusterProcessArgs", change({ noTableScan: true })],
      ["pinGroupClusterFeatureCompatibilityVersion", change({})],
      ["unpinGroupClusterFeatureCompatibilityVersion", ofOne],
    ] as const) {
      await stage.refuses(id, asked, "ATLAS_GENERAL_ERROR", [beingDeleted]);
    }
    await stage.refuses("deleteGroup", {}, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS");
    stage.clock.set(later(2));
    await get("deleteGroup");
  });

  await t.test("200 for a pin, with which the version goes up and back, until it ends", async () => {
    const seen = async () => {
      const { mongoDBMajorVersion, featureCompatibilityVersion } = await see(stage);
      return [mongoDBMajorVersion, featureCompatibilityVersion];
    };
    const to = (mongoDBMajorVersion: string) => call("updateGroupCluster", change({ mongoDBMajorVersion }));
    const pin = (body: object = {}) => call("pinGroupClusterFeatureCompatibilityVersion", change(body));
    await get("createGroupCluster", make({ mongoDBMajorVersion: "7.0" }));
    stage.clock.set(later(2));
    const weeks = 28 * 24 * 3600;
    for (const seconds of [1, weeks + 60]) {
      const { json } = await pin({ expirationDate: later(seconds).now });
      deepEqual([json.errorCode, json.parameters], ["INVALID_ATTRIBUTE", ["expirationDate"]]);
    }
    equal((await pin()).status, 204);
    const pinned = await see(stage);
    const until = later(2 + weeks).now.replace(".000", "");
    deepEqual([pinned.stateName, pinned.featureCompatibilityVersionExpirationDate], ["UPDATING", until]);
    stage.clock.set(later(4));
    await to("8.0");
    deepEqual(await seen(), ["8.0", "7.0"]);
    equal((await pin({ expirationDate: later(1000).now })).status, 204);
    deepEqual(await seen(), ["8.0", "7.0"]);
    await to("7.0");
    deepEqual(await seen(), ["7.0", "7.0"]);
    await to("8.0");
    stage.clock.set(later(1000));
    deepEqual(await seen(), ["8.0", "8.0"]);
    equal((await to("7.0")).json.errorCode, "CLUSTER_UPGRADE_INVALID");
    await pin();
    equal((await call("unpinGroupClusterFeatureCompatibilityVersion", ofOne)).status, 204);
    equal("featureCompatibilityVersionExpirationDate" in (await see(stage)), false);
  });

  await t.test("events are found by the name of their cluster", async () => {
    await get("createGroupCluster", make());
    await get("createGroupCluster", make({ name: "two" }));
    await get("updateGroupCluster", change({ backupEnabled: true }));
    for (const [query, types] of Object.entries({
      "clusterNames=one": ["CLUSTER_UPDATE_SUBMITTED", "CLUSTER_CREATED"],
      "clusterNames=one&clusterNames=two&eventType=CLUSTER_CREATED": ["CLUSTER_CREATED", "CLUSTER_CREATED"],
      "clusterNames=one&eventType=GROUP_CREATED": [],
    })) {
      const { results } = await get("listGroupEvents", { query });
      deepEqual(
        results.map((each: { eventTypeName: string }) => each.eventTypeName),
        types,
        query,
      );
    }
  });
});

test("what clusters are made of", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get } = stage;

  await t.test("201 analytics nodes of a shard have one size, where a region has none too", async () => {
    const analyticsSpecs = { instanceSize: "M20", nodeCount: 1 };
    const regions = [
      regionOf({ instanceSize: "M10", nodeCount: 3 }, { analyticsSpecs }),
      regionOf({ instanceSize: "M10", nodeCount: 2 }, { regionName: "US_WEST_2" }),
    ];
    const { replicationSpecs } = await get(
      "createGroupCluster",
      make({ replicationSpecs: [shardOf(...regions)] }),
    );
    type Shown = { readonly analyticsSpecs: typeof analyticsSpecs };
    deepEqual(
      replicationSpecs[0].regionConfigs.map((each: Shown) => [
        each.analyticsSpecs.instanceSize,
        each.analyticsSpecs.nodeCount,
      ]),
      [
        ["M20", 1],
        ["M20", 0],
      ],
    );
  });

  await t.test("201 the specification of a free cluster has its size before its disk", async () => {
    const made = await get("createGroupCluster", { body: freeOne });
    deepEqual(Object.keys(specsOf(made)), ["effectiveInstanceSize", "instanceSize", "diskSizeGB"]);
  });

  await t.test("a disk that is not described is what its provider and size begin with", async () => {
    for (const [name, region, ...disk] of [
      ["aws", regionOf({ instanceSize: "M40_NVME" }), 135_125, 380, "PROVISIONED"],
      ["azure", regionOf(undefined, { providerName: "AZURE", regionName: "US_EAST_2" }), 3500, 32, undefined],
      [
        "google",
        regionOf(undefined, { providerName: "GCP", regionName: "CENTRAL_US" }),
        undefined,
        10,
        undefined,
      ],
    ] as const) {
      const made = await get("createGroupCluster", make({ name, replicationSpecs: [shardOf(region)] }));
      const { diskIOPS, diskSizeGB, ebsVolumeType } = specsOf(made);
      deepEqual([diskIOPS, diskSizeGB, ebsVolumeType], disk);
    }
  });

  await t.test("a disk has as many operations as are asked for, if it can", async () => {
    for (const [name, instanceSize, ebsVolumeType, diskIOPS, throughput] of [
      ["one", "M30_GEN_2", "STANDARD", 3200, 125],
      ["two", "M30_GEN_2", "HIGH_PERFORMANCE", 100, undefined],
      ["three", "M30", "STANDARD", 100, undefined],
    ] as const) {
      const body = sized({ instanceSize, ebsVolumeType, diskIOPS });
      const shown = specsOf(await get("createGroupCluster", make({ name, ...body })));
      deepEqual([shown.diskIOPS, shown.diskThroughput], [diskIOPS, throughput]);
    }
  });

  await t.test("sizes that are left to auto-scaling stay, and are shown as they were asked for", async () => {
    const flag = { "use-effective-instance-fields": "true" };
    const compute = { enabled: true, maxInstanceSize: "M40" };
    const region = (instanceSize: string, more: object = {}) =>
      regionOf({ instanceSize, diskSizeGB: instanceSize === "M10" ? 10 : 20 }, more);
    const resize = (sent: object, isLeft = true) =>
      get("updateGroupCluster", {
        ...change({ replicationSpecs: [shardOf(sent)] }),
        ...(isLeft && { headers: flag }),
      });
    const shown = async (more: Asked = {}) => {
      const json = await get("getGroupCluster", { ...ofOne, ...more });
      const { electableSpecs: asked, effectiveElectableSpecs: is } =
        json.replicationSpecs[0].regionConfigs[0];
      return [asked.instanceSize, is?.instanceSize, is?.diskSizeGB ?? json.diskSizeGB];
    };
    const flagged = { headers: flag };
    await get("createGroupCluster", make({ replicationSpecs: [shardOf(region("M10"))] }));
    for (const autoScaling of [{ compute }, { diskGB: { enabled: true } }]) {
      await resize(region("M20", { autoScaling }));
      deepEqual(await shown(flagged), ["M20", "M10", 10]);
      deepEqual(await shown(), ["M10", "M10", 10]);
      deepEqual(await shown({ version: "2023-02-01" }), ["M10", undefined, 10]);
    }
    await resize(region("M20", { analyticsAutoScaling: { compute } }));
    deepEqual(await shown(flagged), ["M20", "M20", 20]);
    await resize(region("M30", { autoScaling: { compute } }));
    deepEqual(await shown(flagged), ["M30", "M20", 20]);
    await resize(region("M30", { autoScaling: { compute } }), false);
    deepEqual(await shown(flagged), ["M30", "M30", 20]);
    equal(specsOf((await get("listGroupClusters", flagged)).results[0]).instanceSize, "M30");
  });

  await t.test("200 the advanced configuration, which a change keeps", async () => {
    await get("createGroupCluster", make());
    const body = { javascriptEnabled: false, minimumEnabledTlsProtocol: "TLS1_3" };
    const changed = await get("updateGroupClusterProcessArgs", change(body));
    deepEqual([changed.javascriptEnabled, changed.defaultWriteConcern], [false, "majority"]);
    deepEqual(await get("getGroupClusterProcessArgs", ofOne), changed);
    equal("defaultReadConcern" in changed, false);
    const older = await get("getGroupClusterProcessArgs", { ...ofOne, version: "2023-01-01" });
    deepEqual([older.defaultReadConcern, older.oplogSizeMB], [null, null]);
    equal((await see(stage)).advancedConfiguration.minimumEnabledTlsProtocol, "TLS1_3");
  });

  await t.test("400 for an argument or a priority outside what the document allows", async () => {
    await get("createGroupCluster", make());
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
      const { json } = await call("updateGroupClusterProcessArgs", {
        ...change(body),
        version: "2023-01-01",
      });
      equal(json.badRequestDetail.fields[0].field.split(".")[0], Object.keys(body)[0]);
    }
    for (const priority of [-1, 8]) {
      const wrong = sized({ instanceSize: "M10" }, { priority });
      for (const reply of [
        call("updateGroupCluster", change(wrong)),
        call("createGroupCluster", make({ name: "two", ...wrong })),
      ]) {
        const { json } = await reply;
        equal(json.badRequestDetail.fields[0].field, "replicationSpecs.0.regionConfigs.0.priority");
      }
    }
  });

  await t.test("201 regions of a shard by priority, and then backwards by name", async () => {
    const region = (regionName: string, nodeCount: number, priority?: number) =>
      regionOf({ instanceSize: "M10", nodeCount }, { regionName, priority });
    const regions = ({ replicationSpecs }: Reply["json"]) =>
      replicationSpecs[0].regionConfigs.map(({ priority, regionName }: Record<string, unknown>) => [
        regionName,
        priority,
      ]);
    const sent = [
      region("EU_WEST_1", 0, 0),
      region("US_EAST_1", 1, 6),
      region("EU_WEST_2", 0, 0),
      region("US_EAST_2", 2, 7),
    ];
    deepEqual(regions(await get("createGroupCluster", make({ replicationSpecs: [shardOf(...sent)] }))), [
      ["US_EAST_2", 7],
      ["US_EAST_1", 6],
      ["EU_WEST_2", 0],
      ["EU_WEST_1", 0],
    ]);
    const plain = [region("AP_EAST_1", 2), region("US_EAST_1", 1)];
    deepEqual(regions(await get("updateGroupCluster", change({ replicationSpecs: [shardOf(...plain)] }))), [
      ["AP_EAST_1", 7],
      ["US_EAST_1", 6],
    ]);
  });

  await t.test("200 that it has no search nodes, own zones or managed namespaces", async () => {
    await get("createGroupCluster", make());
    deepEqual(await get("getGroupClusterSearchDeployment", ofOne), {});
    const none = { customZoneMapping: {}, managedNamespaces: [], selfManagedSharding: false };
    for (const version of ["2023-01-01", "2023-02-01", "2024-08-05"] as const) {
      await answers("getGroupClusterGlobalWrites", { ...ofOne, version }, none);
    }
  });

  await t.test("lists: of the project, of all projects, and the regions to choose from", async () => {
    await get("createGroupCluster", make());
    for (const version of ["2023-01-01", "2023-02-01", "2024-08-05"] as const) {
      const { totalCount, results } = await get("listGroupClusters", { version });
      deepEqual([totalCount, results[0].name], [1, "one"]);
    }
    const { results } = await get("listClusterDetails");
    deepEqual([results[0].groupId, results[0].clusters[0].name, results.length], [ids.group, "one", 1]);
    deepEqual((await get("listClusterDetails", { as: "stranger" })).results, []);
    const regions = await get("listGroupClusterProviderRegions", { query: "providers=AZURE&tier=M10" });
    deepEqual([regions.totalCount, regions.results[0].provider], [1, "AZURE"]);
    deepEqual(regions.results[0].instanceSizes[0].availableRegions[0], { default: true, name: "US_EAST_2" });
  });
});

test("what clusters can't be", async (t) => {
  const stage = await startOperations(t);
  const { call, get, testRefusals } = stage;
  const there = async () => {
    await get("createGroupCluster", make());
    return change({});
  };

  for (const [code, wrong, parameters = []] of [
    ["MISSING_ATTRIBUTE", { replicationSpecs: [] }, ["replicationSpecs"]],
    ["INVALID_ATTRIBUTE", sized({ instanceSize: "M10" }, { regionName: "MARS" }), ["regionName"]],
    ["INVALID_ENUM_VALUE", sized({ instanceSize: "M11" }), ["M11"]],
    [
      "CLUSTER_NUM_SHARDS_INVALID",
      { clusterType: "SHARDED", replicationSpecs: Array(51).fill(shardOf()) },
      [50],
    ],
    ["CLUSTER_REPLICATION_FACTOR_INVALID", sized({ instanceSize: "M10", nodeCount: 4 })],
    ["CLUSTER_DISK_SIZE_INVALID", sized({ instanceSize: "M10", diskSizeGB: 5 }), [5]],
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
    [
      "SHARDING_NOT_SUPPORTED",
      { clusterType: "SHARDED", replicationSpecs: freeOne.replicationSpecs },
      ["M0"],
    ],
    ["ATLAS_CLUSTER_VERSION_DEPRECATED", { mongoDBMajorVersion: "5.0" }],
    ["DB_VERSION_NOT_SUPPORTED", { mongoDBMajorVersion: "99.0" }],
  ] as const) {
    await t.test(
      `400 ${code} for a new cluster, a change and an upgrade, ${Object.keys(wrong).join()}`,
      async () => {
        await get("createGroupCluster", make());
        await get("createGroupCluster", { body: freeOne });
        await get("createGroupFlexCluster", { body: flexOne });
        for (const [id, asked] of [
          ["createGroupCluster", make({ name: "two", ...wrong })],
          ["updateGroupCluster", change(wrong)],
          ["upgradeGroupClusterTenantUpgrade", make({ name: "free", ...wrong })],
          ["tenantGroupFlexClusterUpgrade", make({ name: "flex", ...wrong })],
        ] as const) {
          const { json, status } = await call(id, asked);
          deepEqual([status, json.errorCode, json.parameters], [400, code, [...parameters]], id);
        }
        const { results } = await get("listGroupClusters");
        deepEqual(
          results.map(({ name }: { name: string }) => name),
          ["one", "free"],
        );
        equal(specsOf(results[1]).instanceSize, "M0");
      },
    );
  }

  await testRefusals({ updateGroupCluster: there }, [
    [
      "fewer operations than a disk has",
      { body: sized({ instanceSize: "M30", ebsVolumeType: "PROVISIONED", diskIOPS: 99 }) },
      "INVALID_ATTRIBUTE",
      ["diskIOPS"],
      "replicationSpecs.0.regionConfigs.0.electableSpecs.diskIOPS",
      "The value must be at least 100.",
    ],
  ]);
  const long = "x".repeat(65);
  const quickly = { useAwsTimeBasedSnapshotCopyForFastInitialSync: true, ...outside };
  const taken = ["cluster or serverless instance", "one", ids.group];
  const selfManaged = { globalClusterSelfManagedSharding: true };
  const quick: RefusedCall = [
    "fast copies outside of AWS",
    { body: quickly },
    "AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES",
    ["GCP"],
  ];
  const misfit: RefusedCall = [
    "shard keys of an owner",
    { body: selfManaged },
    "CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER",
  ];
  const oneIsEnough = () =>
    get("setGroupLimit", { params: { limitName: "atlas.project.deployment.clusters" }, body: { value: 1 } });
  const fill = async () => {
    await get("createGroupCluster", make());
    await oneIsEnough();
  };
  await testRefusals({ createGroupCluster: make({ name: "two" }) }, [
    quick,
    misfit,
    [
      "a name of other signs",
      { body: { name: "a_b" } },
      "CLUSTER_NAME_INVALID",
      ["a_b"],
      "name",
      "The value must be letters, digits and hyphens; the first character can't be a hyphen.",
    ],
    [
      "a long name",
      { body: { name: long } },
      "CLUSTER_NAME_TOO_LONG",
      [long, 64],
      "name",
      "The value must have at most 64 characters.",
    ],
    [
      "no name",
      { body: { name: undefined } },
      "MISSING_ATTRIBUTE",
      ["name"],
      "name",
      "The value is required.",
    ],
    ["a name that is taken", { before: there, body: { name: "one" } }, "DUPLICATE_CLUSTER_NAME", taken],
    ["one that is paused", { body: { paused: true } }, "CANNOT_CREATE_PAUSED_CLUSTER", ["two"]],
    ["more than the project may have", { before: fill }, "MAX_CLUSTERS_PER_GROUP_EXCEEDED", [1, ids.group]],
    [
      "one more free cluster",
      {
        before: () => get("createGroupCluster", { body: freeOne }),
        body: { replicationSpecs: freeOne.replicationSpecs },
      },
      "CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API",
      ["This project already has another free cluster"],
    ],
  ]);
  const sharded = () => get("createGroupCluster", make({ clusterType: "SHARDED" }));
  await testRefusals({ updateGroupCluster: there }, [
    quick,
    misfit,
    ["another name", { body: { name: "two" } }, "CLUSTER_CANNOT_CHANGE_NAME"],
    ["an older version", { body: { mongoDBMajorVersion: "7.0" } }, "CLUSTER_UPGRADE_INVALID"],
  ]);
  await testRefusals({ updateGroupCluster: change({ clusterType: "REPLICASET" }) }, [
    ["shards that are to be one set", { before: sharded }, "SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET"],
  ]);
  const ofFree = (body: object) => async () => {
    await get("createGroupCluster", { body: freeOne });
    return { params: { clusterName: "free" }, body };
  };
  const free: RefusedCall = ["a free cluster", {}, "TENANT_CLUSTER_UPDATE_UNSUPPORTED"];
  await testRefusals(
    { updateGroupCluster: ofFree({ tags: [] }), pinGroupClusterFeatureCompatibilityVersion: ofFree({}) },
    [free],
  );
  await testRefusals({ updateGroupClusterProcessArgs: ofFree({ noTableScan: true }) }, [
    ["a free cluster", {}, "TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"],
  ]);

  await t.test("400 once shard keys are of an owner", async () => {
    await there();
    await get("updateGroupCluster", change({ ...selfManaged, clusterType: "GEOSHARDED" }));
    const back = change({ globalClusterSelfManagedSharding: false });
    await stage.refuses("updateGroupCluster", back, "CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING");
  });

  await t.test("400 names the member that was sent, of sizes and of disks", async () => {
    const field = "replicationSpecs.0.regionConfigs.0";
    const large = { diskSizeGB: 5000, instanceSize: "M10" };
    for (const [asked, expected] of [
      [make(sized({ instanceSize: "M11" })), `${field}.electableSpecs.instanceSize`],
      [make(sized(large)), `${field}.electableSpecs.diskSizeGB`],
      [make(sized({ instanceSize: "M10" }, { readOnlySpecs: large })), `${field}.readOnlySpecs.diskSizeGB`],
      [{ ...make({ diskSizeGB: 5000 }), version: "2023-02-01" }, "diskSizeGB"],
    ] as const) {
      const { json } = await call("createGroupCluster", asked);
      equal(json.badRequestDetail.fields[0].field, expected);
    }
  });

  const makeFlex = () => get("createGroupFlexCluster", { body: flexOne });
  const named = { updateGroupCluster: change({}), updateGroupClusterProcessArgs: change({}) };
  await testRefusals(
    {
      ...named,
      getGroupCluster: ofOne,
      deleteGroupCluster: ofOne,
      getGroupClusterProcessArgs: ofOne,
      autoGroupClusterScalingConfiguration: ofOne,
      getGroupClusterGlobalWrites: ofOne,
      pinGroupClusterFeatureCompatibilityVersion: change({}),
      unpinGroupClusterFeatureCompatibilityVersion: ofOne,
    },
    [
      [
        "a flex cluster",
        { before: makeFlex, params: { clusterName: "flex" } },
        "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
        ["flex"],
      ],
      ["no cluster", {}, "CLUSTER_NOT_FOUND", ["one", ids.group]],
    ],
  );
  await testRefusals({ getGroupClusterStatus: ofOne }, [
    ["no cluster", {}, "CLUSTER_NOT_FOUND", ["one", ids.group]],
  ]);
  await t.test("200 the status of a flex cluster, which no list of clusters has", async () => {
    await makeFlex();
    const status = await get("getGroupClusterStatus", { params: { clusterName: "flex" } });
    deepEqual([status.changeStatus, (await get("listGroupClusters")).results], ["PENDING", []]);
  });
});
