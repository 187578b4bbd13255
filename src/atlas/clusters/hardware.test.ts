// Tests of the hardware of clusters, and of where they can be, as recorded of Atlas.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { startStage } from "../../../test/support/stage.ts";

const path = `${groupPath}/clusters`;
const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
const region = (providerName: string, regionName: string, more: object = {}) => ({
  providerName,
  regionName,
  electableSpecs: { instanceSize: "M10", nodeCount: 3 },
  ...more,
});
const shard = (...regionConfigs: readonly object[]) => ({ regionConfigs });
const make = (name: string, ...replicationSpecs: readonly object[]) => ({
  method: "POST",
  path,
  headers,
  body: { name, clusterType: replicationSpecs.length > 1 ? "SHARDED" : "REPLICASET", replicationSpecs },
});

test("hardware and regions of clusters", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);

  await t.test(
    "201 with the member of MongoDB's own example that the schema lacks, which is dropped",
    async () => {
      const scaling = {
        autoIndexing: { enabled: false },
        compute: { enabled: true, maxInstanceSize: "M40", minInstanceSize: "M10", scaleDownEnabled: true },
        diskGB: { enabled: true },
      };
      const sent = region("AWS", "EU_WEST_1", { analyticsAutoScaling: scaling, autoScaling: scaling });
      const { status, json } = await ask(make("example", shard(sent), shard(sent)));
      equal(status, 201);
      const { autoScaling, analyticsAutoScaling } = json.replicationSpecs[0].regionConfigs[0];
      const { autoIndexing: _, ...kept } = scaling;
      deepEqual([autoScaling, analyticsAutoScaling], [kept, kept]);
    },
  );

  await t.test("config servers get machines where that is asked for, and keep them", async () => {
    const typeOf = async (body: object) => {
      const { json } = await ask({ ...make("configured"), body });
      return [json.configServerManagementMode, json.configServerType];
    };
    const sharded = {
      clusterType: "SHARDED",
      replicationSpecs: [shard(region("AWS", "US_EAST_1"))],
    };
    const fixed = { configServerManagementMode: "FIXED_TO_DEDICATED" };
    deepEqual(await typeOf({ ...sharded, name: "managed" }), ["ATLAS_MANAGED", "EMBEDDED"]);
    deepEqual(await typeOf({ ...sharded, name: "global", clusterType: "GEOSHARDED" }), [
      "ATLAS_MANAGED",
      "DEDICATED",
    ]);
    deepEqual(await typeOf({ ...sharded, ...fixed, name: "fixed" }), ["FIXED_TO_DEDICATED", "DEDICATED"]);
    const change = (name: string, configServerManagementMode: string) =>
      ask({ method: "PATCH", path: `${path}/${name}`, headers, body: { configServerManagementMode } });
    const shown = async (name: string) => {
      const { json } = await ask({ path: `${path}/${name}`, headers });
      return [json.configServerManagementMode, json.configServerType];
    };
    await change("fixed", "ATLAS_MANAGED");
    deepEqual(await shown("fixed"), ["ATLAS_MANAGED", "DEDICATED"]);
    await change("managed", "FIXED_TO_DEDICATED");
    deepEqual(await shown("managed"), ["FIXED_TO_DEDICATED", "DEDICATED"]);
  });

  await t.test("a new cluster shows the tags that were sent, and no list where none were", async () => {
    const tagsOf = async (body: object, date = "2024-10-23", at = path) => {
      const accept = `application/vnd.atlas.${date}+json`;
      const { json } = await ask({ method: "POST", path: at, headers: { accept }, body });
      return json.tags;
    };
    const specs = { replicationSpecs: [shard(region("AWS", "US_EAST_1"))] };
    const flex = { providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };
    const ofFlex = (body: object) => tagsOf({ ...flex, ...body }, "2024-11-13", `${groupPath}/flexClusters`);
    for (const date of ["2023-02-01", "2024-10-23"]) {
      equal(await tagsOf({ ...specs, name: `t${date}` }, date), undefined);
      deepEqual(await tagsOf({ ...specs, name: `e${date}`, tags: [] }, date), []);
    }
    equal(await ofFlex({ name: "f1" }), undefined);
    deepEqual(await ofFlex({ name: "f2", tags: [] }), []);
    deepEqual((await ask({ path: `${path}/t2024-10-23`, headers })).json.tags, []);
  });

  await t.test("a disk that is not described is that of its provider, or of all of them", async () => {
    const made = async (name: string, ...regions: readonly object[]) => {
      const { json } = await ask(make(name, shard(...regions)));
      const { electableSpecs, analyticsSpecs } = json.replicationSpecs[0].regionConfigs[0];
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
    const { json } = await ask({ path: `${path}/both`, headers });
    const again = { replicationSpecs: json.replicationSpecs };
    equal((await ask({ method: "PATCH", path: `${path}/both`, headers, body: again })).status, 200);
  });

  await t.test("200 the regions that are offered for a provider and a size", async () => {
    const offered = async (provider: string, tier: string) => {
      const query = `providers=${provider}&tier=${tier}`;
      const { results } = (await ask({ path: `${path}/provider/regions?${query}`, headers })).json;
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
