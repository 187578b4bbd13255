// Tests how older versions of the API show and change clusters, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { addressOf, freeOne, ofOne, one, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";

const oldest = { version: "2023-01-01" } as const;

test("clusters in older versions", async (t) => {
  const stage = await startOperations(t);
  const { get, call } = stage;
  const make = (body: object, more: object = {}) =>
    get("createGroupCluster", { body: { name: "one", ...body }, ...more });
  const change = (body: object, more: object = oldest) =>
    get("updateGroupCluster", { ...ofOne, body, ...more });
  const see = (more: object = {}) => get("getGroupCluster", { ...ofOne, ...more });

  await t.test("versions have zones or shards, with different ids and the same zones", async () => {
    const spec = { zoneName: "Zone 1", ...shardOf() };
    const made = await make({ ...one, clusterType: "SHARDED", replicationSpecs: [spec, spec] });
    const earlier = await see({ version: "2023-02-01" });
    const legacy = await see(oldest);
    deepEqual(made.connectionStrings, { awsPrivateLinkSrv: {}, privateEndpoint: [] });
    const [zone] = earlier.replicationSpecs;
    deepEqual([made.replicationSpecs.length, earlier.replicationSpecs.length, zone.numShards], [2, 1, 2]);
    equal(made.replicationSpecs[0].zoneId, zone.zoneId);
    equal(new Set([...made.replicationSpecs, zone].map(({ id }: { id: string }) => id)).size, 3);
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
    const { autoScalingMode } = await get("autoGroupClusterScalingConfiguration", ofOne);
    equal(autoScalingMode, "INDEPENDENT_SHARD_SCALING");
    const grown = await change({ replicationSpecs: [spec, spec, spec] }, {});
    deepEqual(
      [grown.replicationSpecs.slice(0, 2), grown.replicationSpecs.length],
      [made.replicationSpecs, 3],
    );
  });

  await t.test("the oldest version says of each how it scales, and within which sizes", async () => {
    const compute = { enabled: true, maxInstanceSize: "M40", minInstanceSize: "M20", scaleDownEnabled: true };
    const autoScaling = { compute, diskGB: { enabled: true } };
    await make({ replicationSpecs: [shardOf(regionOf({ instanceSize: "M20" }, { autoScaling }))] });
    await make(freeOne);
    const shown = async (clusterName: string) => {
      const json = await get("getGroupCluster", { params: { clusterName }, ...oldest });
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

  await t.test("an older version shows a free cluster with an address and no arguments", async () => {
    const made = await make(freeOne, { version: "2023-02-01" });
    deepEqual(made.connectionStrings, { standardSrv: addressOf(made) });
    equal("advancedConfiguration" in made, false);
  });

  await t.test("the oldest version makes and resizes one by provider, region and size", async () => {
    const providerSettings = { providerName: "GCP", regionName: "WESTERN_EUROPE", instanceSizeName: "M30" };
    const backups = { backupEnabled: false, providerBackupEnabled: true };
    const made = await make({ diskSizeGB: 80, providerSettings, ...backups }, oldest);
    const { backupEnabled, providerBackupEnabled, diskSizeGB } = made;
    deepEqual([{ backupEnabled, providerBackupEnabled }, diskSizeGB], [backups, 80]);
    equal((await see()).backupEnabled, true);
    await change({ providerSettings: { providerName: "GCP", instanceSizeName: "M40" } });
    const [{ regionConfigs }] = (await see()).replicationSpecs;
    deepEqual(regionConfigs[0].electableSpecs, { instanceSize: "M40", diskSizeGB: 80, nodeCount: 3 });
    const regionsConfig = {
      EU_WEST_1: { electableNodes: 2, priority: 7 },
      EU_WEST_2: { electableNodes: 1, priority: 6, readOnlyNodes: 1 },
    };
    const aws = { providerName: "AWS", instanceSizeName: "M10" };
    const wide = await make(
      { name: "wide", providerSettings: aws, replicationSpecs: [{ regionsConfig }] },
      oldest,
    );
    deepEqual(Object.keys(wide.replicationSpec), Object.keys(regionsConfig));
  });

  await t.test("the oldest version keeps scaling and disk that a change does not name", async () => {
    const aws = { providerName: "AWS", instanceSizeName: "M30", regionName: "EU_WEST_1", diskIOPS: 1200 };
    const compute = { enabled: true, scaleDownEnabled: false };
    await make({ providerSettings: aws, autoScaling: { compute, diskGBEnabled: true } }, oldest);
    const bounds = { compute: { maxInstanceSize: "M50" } };
    await change({ providerSettings: { autoScaling: bounds } });
    const changed = await change({ autoScaling: { compute: { scaleDownEnabled: true } } });
    deepEqual(changed.autoScaling, { compute: { ...compute, scaleDownEnabled: true }, diskGBEnabled: true });
    deepEqual([changed.providerSettings.autoScaling, changed.providerSettings.diskIOPS], [bounds, 1200]);
    const larger = await change({ providerSettings: { instanceSizeName: "M40" } });
    equal(larger.providerSettings.diskIOPS, 3000);
  });

  await t.test("the oldest version keeps zone, nodes and shards that a change does not name", async () => {
    const aws = { providerName: "AWS", instanceSizeName: "M10" };
    const nodes = { analyticsNodes: 0, electableNodes: 3, priority: 7, readOnlyNodes: 1 };
    const spec = (region: string, more: object = {}) => ({
      zoneName: "Here",
      numShards: 2,
      regionsConfig: { [region]: { ...nodes, ...more } },
    });
    const to = (regionName: string) => ({ providerSettings: { ...aws, regionName } });
    await make(
      { providerSettings: aws, clusterType: "SHARDED", replicationSpecs: [spec("EU_WEST_1")] },
      oldest,
    );
    for (const [sent, expected] of [
      [to("EU_WEST_1"), spec("EU_WEST_1")],
      [to("EU_WEST_2"), spec("EU_WEST_2")],
      [{ replicationFactor: 5 }, spec("EU_WEST_2", { electableNodes: 5 })],
    ] as const) {
      const [{ id: _, ...zone }] = (await change(sent)).replicationSpecs;
      deepEqual(zone, expected);
    }
    const { json } = await call("updateGroupCluster", { ...ofOne, ...oldest, body: to("constructor") });
    equal(json.errorCode, "INVALID_ATTRIBUTE");
  });

  await t.test("the oldest version names disks of Azure, but no number of shards of all zones", async () => {
    const azure = {
      providerName: "AZURE",
      instanceSizeName: "M10",
      regionName: "US_EAST_2",
      diskTypeName: "P6",
    };
    const { providerSettings, diskSizeGB, numShards } = await make({ providerSettings: azure }, oldest);
    deepEqual([providerSettings.diskTypeName, diskSizeGB, numShards], ["P6", 64, 1]);
    const replicationSpecs = ["EU", "US"].map((zoneName) => ({ zoneName, ...shardOf() }));
    await make({ name: "two", clusterType: "GEOSHARDED", replicationSpecs });
    const global = await get("getGroupCluster", { params: { clusterName: "two" }, ...oldest });
    equal("numShards" in global, false);
  });
});
