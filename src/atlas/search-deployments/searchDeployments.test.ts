// Search nodes of clusters, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne, free, googleKey, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const reading = "getGroupClusterSearchDeployment";
const adding = "createGroupClusterSearchDeployment";
const changing = "updateGroupClusterSearchDeployment";
const removing = "deleteGroupClusterSearchDeployment";
const params = { clusterName: "data" };
const specs = [{ instanceSize: "S30_LOWCPU_NVME", nodeCount: 2 }];
const body = { specs };
const make = ({ get }: Operations, body: object = clusterOf("data")) => get("createGroupCluster", { body });

test("search nodes of a cluster", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, get, testRefusals } = stage;
  const state = async () => (await get(reading)).stateName;

  await t.test("201 UPDATING, then IDLE by the clock, changed and gone", async () => {
    await make(stage);
    const json = await answers(adding, { body }, ({ id }: { id: string }) => ({
      effectiveSpecs: [{ cloudProvider: "AWS", ...specs[0], regionName: "US_EAST_1" }],
      encryptionAtRestProvider: "NONE",
      groupId: ids.group,
      id,
      specs,
      stateName: "UPDATING",
    }));
    stage.clock.set(later(2));
    await answers(reading, {}, { ...json, stateName: "IDLE" });
    const larger = [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 3 }];
    const changed = await get(changing, { body: { specs: larger } });
    deepEqual([changed.id, changed.specs, changed.stateName], [json.id, larger, "UPDATING"]);
    stage.clock.set(later(4));
    equal(await state(), "IDLE");
    for (const _ of [1, 2]) await answers(removing);
    equal(await state(), "UPDATING");
    stage.clock.set(later(6));
    await answers(reading, {}, {});
    deepEqual(
      stage.events().flatMap(({ type }) => /^SEARCH_DEPLOYMENT_(.*)/.exec(type)?.[1] ?? []),
      ["CREATED", "UPDATED", "DELETED"],
    );
    const query = "clusterNames=data&eventType=SEARCH_DEPLOYMENT_CREATED";
    equal((await get("listGroupEvents", { query })).totalCount, 1);
  });

  const there = async () => {
    await make(stage);
    return { body };
  };
  const without = async () => {
    await make(stage);
    return {};
  };
  const none = "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST";
  await testRefusals({ [reading]: without }, [
    ["none, in the first version", { version: "2023-01-01" }, none, ["data"]],
    ["none, in the second", { version: "2024-05-30" }, none, ["data"]],
  ]);
  await testRefusals({ [changing]: there, [removing]: without }, [["none", {}, none, ["data"]]]);
  await testRefusals({ [adding]: there }, [
    [
      "nodes that are there",
      { before: () => get(adding, { body }) },
      "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS",
      ["data"],
    ],
  ]);
  const invalid = "ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE";
  await testRefusals({ [reading]: {}, [adding]: { body }, [changing]: { body }, [removing]: {} }, [
    ["no cluster", {}, invalid, ["clusterName", "Cannot find cluster with the name data"]],
    [
      "a cluster that shares machines",
      { before: () => make(stage, clusterOf("data", free)) },
      invalid,
      ["clusterName", "Cluster data is smaller than M10"],
    ],
    [
      "a flex cluster",
      {
        before: () => get("createGroupFlexCluster", { body: flexOne }),
        params: { clusterName: "flex" },
      },
      "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
      ["flex"],
    ],
  ]);

  await t.test("nodes where no number is sent, in each region", async () => {
    const regions = ["US_EAST_1", "US_WEST_2"].map((regionName, index) =>
      regionOf({ instanceSize: "M10", nodeCount: 2 - index }, { regionName, priority: 7 - index }),
    );
    await make(stage, { name: "data", replicationSpecs: [shardOf(...regions)] });
    const size = { instanceSize: "S20_HIGHCPU_NVME" };
    const { effectiveSpecs } = await get(adding, { body: { defaultNodeCount: 4, specs: [size] } });
    deepEqual(
      effectiveSpecs.map(({ regionName, nodeCount }: Record<string, unknown>) => [regionName, nodeCount]),
      [
        ["US_EAST_1", 4],
        ["US_WEST_2", 4],
      ],
    );
    const one = { ...size, nodeCount: 2, cloudProvider: "AWS", regionName: "US_WEST_2" };
    equal((await get(changing, { body: { specs: [one] } })).effectiveSpecs.length, 1);
  });

  await t.test("the provider of the key, where search nodes are encrypted", async () => {
    await get("updateGroupEncryptionAtRest", { body: googleKey });
    await make(stage, { ...clusterOf("data"), encryptionAtRestProvider: "GCP" });
    await get(adding, { body });
    const provider = async () => (await get(reading)).encryptionAtRestProvider;
    equal(await provider(), "NONE");
    await get("updateGroupEncryptionAtRest", { body: { enabledForSearchNodes: true } });
    equal(await provider(), "GCP");
  });
});

test("search nodes are ready after the answer to their change where clusters change now", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "now", params });
  const { get } = stage;
  await make(stage);
  equal((await get(adding, { body })).stateName, "UPDATING");
  equal((await get(reading)).stateName, "IDLE");
  await get(removing);
  deepEqual(await get(reading), {});
});
