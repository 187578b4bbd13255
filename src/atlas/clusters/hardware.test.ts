// Tests of the hardware of clusters, and of their regions, as recorded from Atlas.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { flexOne, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";

/** A region with three machines of the size M10. */
const region = (providerName: string, regionName: string, more: object = {}) =>
  regionOf({ instanceSize: "M10", nodeCount: 3 }, { providerName, regionName, ...more });

test("hardware and regions of clusters", async (t) => {
  const { get } = await startOperations(t, { as: "groupOwner" });
  const make = (name: string, clusterType: string, ...replicationSpecs: readonly object[]) =>
    get("createGroupCluster", { body: { name, clusterType, replicationSpecs } });

  await t.test(
    "201 with the member of MongoDB's own example that the schema lacks, which is dropped",
    async () => {
      const scaling = {
        autoIndexing: { enabled: false },
        compute: { enabled: true, maxInstanceSize: "M40", minInstanceSize: "M10", scaleDownEnabled: true },
        diskGB: { enabled: true },
      };
      const sent = region("AWS", "EU_WEST_1", { analyticsAutoScaling: scaling, autoScaling: scaling });
      const { replicationSpecs } = await make("example", "SHARDED", shardOf(sent), shardOf(sent));
      const { autoScaling, analyticsAutoScaling } = replicationSpecs[0].regionConfigs[0];
      const { autoIndexing: _, ...kept } = scaling;
      deepEqual([autoScaling, analyticsAutoScaling], [kept, kept]);
    },
  );

  await t.test("config servers get machines where that is asked for, and keep them", async () => {
    const shown = async (clusterName: string) => {
      const json = await get("getGroupCluster", { params: { clusterName } });
      return [json.configServerManagementMode, json.configServerType];
    };
    const change = (clusterName: string, configServerManagementMode: string) =>
      get("updateGroupCluster", { params: { clusterName }, body: { configServerManagementMode } });
    const sharded = { clusterType: "SHARDED", replicationSpecs: [shardOf()] };
    const fixed = { ...sharded, configServerManagementMode: "FIXED_TO_DEDICATED" };
    for (const [name, body, mode, type] of [
      ["managed", sharded, "ATLAS_MANAGED", "EMBEDDED"],
      ["global", { ...sharded, clusterType: "GEOSHARDED" }, "ATLAS_MANAGED", "DEDICATED"],
      ["fixed", fixed, "FIXED_TO_DEDICATED", "DEDICATED"],
    ] as const) {
      await get("createGroupCluster", { body: { ...body, name } });
      deepEqual(await shown(name), [mode, type]);
    }
    await change("fixed", "ATLAS_MANAGED");
    deepEqual(await shown("fixed"), ["ATLAS_MANAGED", "DEDICATED"]);
    await change("managed", "FIXED_TO_DEDICATED");
    deepEqual(await shown("managed"), ["FIXED_TO_DEDICATED", "DEDICATED"]);
  });

  await t.test("a new cluster shows the tags that were sent, and no list where none were", async () => {
    const body = { clusterType: "REPLICASET", replicationSpecs: [shardOf()] };
    for (const version of ["2023-02-01", "2024-10-23"] as const) {
      const tagsOf = async (more: object) =>
        (await get("createGroupCluster", { version, body: { ...body, ...more } })).tags;
      equal(await tagsOf({ name: `t${version}` }), undefined);
      deepEqual(await tagsOf({ name: `e${version}`, tags: [] }), []);
    }
    const ofFlex = async (more: object) =>
      (await get("createGroupFlexCluster", { body: { ...flexOne, ...more } })).tags;
    equal(await ofFlex({ name: "f1" }), undefined);
    deepEqual(await ofFlex({ name: "f2", tags: [] }), []);
    deepEqual((await get("getGroupCluster", { params: { clusterName: "t2024-10-23" } })).tags, []);
  });

  await t.test("a disk that is not described is that of its provider, or of all of them", async () => {
    const made = async (name: string, ...regions: readonly object[]) => {
      const { replicationSpecs } = await make(name, "REPLICASET", shardOf(...regions));
      const { electableSpecs, analyticsSpecs } = replicationSpecs[0].regionConfigs[0];
      return [electableSpecs.diskSizeGB, electableSpecs.diskThroughput, analyticsSpecs.diskThroughput];
    };
    const of = (nodeCount: number, instanceSize = "M10") => ({ electableSpecs: { instanceSize, nodeCount } });
    const azure = region("AZURE", "US_EAST_2");
    deepEqual(await made("aws", region("AWS", "US_EAST_1")), [10, undefined, undefined]);
    deepEqual(await made("google", region("GCP", "CENTRAL_US")), [10, undefined, undefined]);
    deepEqual(await made("azure", azure), [32, 125, 125]);
    deepEqual(await made("larger", { ...azure, ...of(3, "M40") }), [128, 125, 125]);
    const both = [
      { ...region("AWS", "US_EAST_1", of(2)), priority: 7 },
      { ...region("AZURE", "US_EAST_2", of(1)), priority: 6 },
    ];
    deepEqual(await made("both", ...both), [8, undefined, undefined]);
    const ofBoth = { params: { clusterName: "both" } };
    const { replicationSpecs } = await get("getGroupCluster", ofBoth);
    await get("updateGroupCluster", { ...ofBoth, body: { replicationSpecs } });
  });

  await t.test("200 the regions that are offered for a provider and a size", async () => {
    const offered = async (provider: string, tier: string) => {
      const query = `providers=${provider}&tier=${tier}`;
      const { results } = await get("listGroupClusterProviderRegions", { query });
      return results[0].instanceSizes[0].availableRegions as { default: boolean; name: string }[];
    };
    const defaults = (regions: { default: boolean; name: string }[]) =>
      regions.filter((each) => each.default).map(({ name }) => name);
    for (const tier of ["M10", "M20"]) {
      const regions = await offered("AWS", tier);
      equal(regions.length, 34);
      deepEqual(defaults(regions), ["US_EAST_1", "US_WEST_2"]);
      deepEqual(
        regions.slice(10, 14).map(({ name }) => name),
        ["EU_CENTRAL_2", "SA_EAST_1", "AP_EAST_1", "AP_EAST_2"],
      );
    }
    deepEqual(await offered("AWS", "M0"), [
      { default: true, name: "US_EAST_1" },
      { default: false, name: "US_EAST_2" },
    ]);
    for (const provider of ["AWS", "AZURE", "GCP"]) {
      const names = (await offered(provider, "M30")).map(({ name }) => name);
      deepEqual(
        names.filter((name) => /^(CN|CHINA|US_GOV)_|_AW$/.test(name)),
        [],
      );
    }
  });
});
