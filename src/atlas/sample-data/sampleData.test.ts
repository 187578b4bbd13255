// Loads of sample data, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const asking = "requestGroupSampleDatasetLoad";
const reading = "getGroupSampleDatasetLoad";

test("loads of sample data", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, clock } = stage;

  await t.test("WORKING, then COMPLETED by the clock, with an event", async () => {
    await get("createGroupCluster", { body: clusterOf("data") });
    const json = await answers(asking, { params: { name: "data" } }, ({ _id }: { _id: string }) => ({
      _id,
      clusterName: "data",
      completeDate: null,
      createDate: now,
      errorMessage: null,
      state: "WORKING",
    }));
    const ofIt = { params: { sampleDatasetId: json._id } };
    clock.set(later(1));
    await answers(reading, ofIt, json);
    clock.set(later(2));
    await answers(reading, ofIt, { ...json, completeDate: "2026-08-10T03:04:55Z", state: "COMPLETED" });
    const index = stage.events().findIndex(({ type }) => type === "SAMPLE_DATASET_LOAD_REQUESTED");
    deepEqual(stage.details()[index], { clusterName: "data" });
    await clock.advance("P31D");
    await refuses(reading, ofIt, "SAMPLE_DATASET_LOAD_NOT_FOUND", [json._id, ids.group]);
  });

  await t.test("201 for a flex cluster too", async () => {
    await get("createGroupFlexCluster", { body: flexOne });
    equal((await get(asking, { params: { name: "flex" } })).clusterName, "flex");
  });

  await t.test("404 for no cluster, and for no load", async () => {
    await refuses(asking, { params: { name: "gone" } }, "CLUSTER_NOT_FOUND", ["gone", ids.group]);
    const sampleDatasetId = "0123456789abcdef01234567";
    await refuses(reading, { params: { sampleDatasetId } }, "SAMPLE_DATASET_LOAD_NOT_FOUND", [
      sampleDatasetId,
      ids.group,
    ]);
  });
});

test("a load that takes no time is WORKING in the answer to its request alone", async (t) => {
  const { get } = await startOperations(t, { as: "groupOwner", clusterSpeed: "instant" });
  await get("createGroupCluster", { body: clusterOf("data") });
  const { _id, state } = await get(asking, { params: { name: "data" } });
  const after = await get(reading, { params: { sampleDatasetId: _id } });
  deepEqual([state, after.state, after.completeDate], ["WORKING", "COMPLETED", now]);
});
