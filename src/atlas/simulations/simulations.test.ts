// Simulated outages and overloads of clusters, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { regionOf, shardOf } from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { flexCluster, freeCluster, noCluster } from "../../../test/support/refused-clusters.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const params = { clusterName: "data" };
const east = { cloudProvider: "AWS", regionName: "US_EAST_1", type: "REGION" };
const west = { ...east, regionName: "US_WEST_2" };
/** The body of a cluster in two regions. */
const wide = {
  name: "data",
  replicationSpecs: [
    shardOf(regionOf({ instanceSize: "M10", nodeCount: 2 }), {
      ...regionOf({ instanceSize: "M10", nodeCount: 1 }, { regionName: "US_WEST_2", priority: 6 }),
    }),
  ],
};

async function make({ get, clock }: Operations) {
  await get("createGroupCluster", { body: wide });
  clock.set(later(2));
}

test("simulated outages", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, get, refuses, testRefusals, clock } = stage;
  const reading = "getGroupClusterOutageSimulation";
  const starting = "startGroupClusterOutageSimulation";
  const ending = "endGroupClusterOutageSimulation";
  const start = { body: { outageFilters: [west] } };
  const state = async () => (await get(reading)).state;
  const wrongState = "INVALID_CLUSTER_OUTAGE_SIMULATION_STATE";
  const none = "CLUSTER_OUTAGE_SIMULATION_NOT_FOUND";

  await t.test("starts, simulates, and recovers when it is ended", async () => {
    await make(stage);
    const json = await answers(starting, start, ({ id }: { id: string }) => ({
      clusterName: "data",
      expirationDate: "2026-08-11T03:04:55Z",
      groupId: ids.group,
      id,
      outageFilters: [west],
      startRequestDate: "2026-08-10T03:04:55Z",
      state: "START_REQUESTED",
    }));
    await refuses(ending, {}, wrongState, ["START_REQUESTED", "SIMULATING"]);
    await refuses(starting, start, wrongState, ["START_REQUESTED", "COMPLETE"]);
    const wait = "CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION";
    await refuses("deleteGroupCluster", {}, wait, ["data"]);
    const states = [];
    for (const seconds of [3, 4]) {
      clock.set(later(seconds));
      states.push(await state());
    }
    await answers(ending, {}, { ...json, state: "RECOVERY_REQUESTED" });
    for (const seconds of [5, 6]) {
      clock.set(later(seconds));
      states.push(await state());
    }
    deepEqual(states, ["STARTING", "SIMULATING", "RECOVERING", "COMPLETE"]);
    clock.set(later(7));
    await refuses(reading, {}, none, ["data", ids.group]);
    await get("deleteGroupCluster");
    deepEqual(
      stage.events().flatMap(({ type }) => /^CLUSTER_REGIONAL_OUTAGE_SIMULATION_(.*)/.exec(type)?.[1] ?? []),
      ["STARTED", "END_REQUESTED", "COMPLETED"],
    );
  });

  await t.test(
    "the nodes of the region are away meanwhile, and none is primary without a majority",
    async () => {
      await make(stage);
      const kinds = async () =>
        (await get("listGroupProcesses", { params: {} })).results.map(
          ({ typeName }: { typeName: string }) => typeName,
        );
      await get(starting, start);
      deepEqual(await kinds(), ["REPLICA_PRIMARY", "REPLICA_SECONDARY", "REPLICA_SECONDARY"]);
      clock.set(later(4));
      deepEqual(await kinds(), ["REPLICA_PRIMARY", "REPLICA_SECONDARY", "NO_DATA"]);
      await get(ending);
      clock.set(later(7));
      await get(starting, { body: { outageFilters: [east] } });
      clock.set(later(9));
      deepEqual(await kinds(), ["NO_DATA", "NO_DATA", "REPLICA_SECONDARY"]);
    },
  );

  await t.test("a cluster recovers by itself after a day", async () => {
    await make(stage);
    await get(starting, start);
    await clock.advance("PT23H59M");
    equal(await state(), "SIMULATING");
    await clock.advance("PT2M");
    await refuses(reading, {}, none, ["data", ids.group]);
  });

  await t.test(`400 ${wrongState} for a cluster that is being created or deleted`, async () => {
    await get("createGroupCluster", { body: wide });
    await refuses(starting, start, wrongState, ["CREATING", "IDLE"]);
    clock.set(later(2));
    await get("deleteGroupCluster");
    await refuses(starting, start, wrongState, ["DELETING", "IDLE"]);
  });

  await t.test("all regions of a cluster may be out", async () => {
    await make(stage);
    const { outageFilters } = await get(starting, { body: { outageFilters: [east, west] } });
    equal(outageFilters.length, 2);
  });

  await t.test("pausing the cluster ends it", async () => {
    await make(stage);
    await get(starting, start);
    await get("updateGroupCluster", { body: { paused: true } });
    await refuses(reading, {}, none, ["data", ids.group]);
    const cancelled = "CLUSTER_REGIONAL_OUTAGE_SIMULATION_CANCELLED_CLUSTER_PAUSE";
    equal(stage.events().filter(({ type }) => type === cancelled).length, 1);
  });

  const ready = async () => {
    await make(stage);
    return start;
  };
  const field = ["INVALID_ATTRIBUTE", ["outageFilters"], "outageFilters"] as const;
  await testRefusals({ [starting]: ready }, [
    noCluster,
    flexCluster(stage),
    freeCluster(stage),
    [
      "a region without nodes",
      { body: { outageFilters: [{ ...east, regionName: "EU_WEST_1" }] } },
      ...field,
      "The cluster has no nodes in the region EU_WEST_1 of AWS.",
    ],
  ]);
  const without = async () => {
    await make(stage);
    return {};
  };
  await testRefusals({ [reading]: without, [ending]: without }, [
    ["no simulation", {}, none, ["data", ids.group]],
  ]);
});

test("simulated overloads", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, get, refuses, testRefusals, clock } = stage;
  const adding = "createGroupClusterOverloadSimulation";
  const reading = "getGroupClusterOverloadSimulation";
  const removing = "deleteGroupClusterOverloadSimulation";
  const listing = "listGroupClusterOverloadSimulations";
  const body = { durationSeconds: 60 };
  const wrongState = "INVALID_CLUSTER_OUTAGE_SIMULATION_STATE";

  await t.test("one runs for as long as it is asked to, and is listed for thirty days", async () => {
    await make(stage);
    const json = await answers(adding, { body }, ({ simulationId }: { simulationId: string }) => ({
      clusterName: "data",
      durationSeconds: 60,
      expiresAt: "2026-08-10T03:05:56Z",
      groupId: ids.group,
      requestDate: "2026-08-10T03:04:55Z",
      simulationId,
      state: "REQUESTED",
    }));
    await refuses(adding, { body }, wrongState, ["REQUESTED", "COMPLETED"]);
    const { simulationId } = json;
    const ofIt = { params: { simulationId } };
    clock.set(later(10));
    await answers(reading, ofIt, { ...json, state: "RUNNING" });
    clock.set(later(70));
    await answers(reading, ofIt, { ...json, state: "COMPLETED" });
    await answers(removing, ofIt, {});
    await answers(reading, ofIt, { ...json, state: "COMPLETED" });
    await get(adding, { body: {} });
    const { results, totalCount } = await get(listing);
    deepEqual(
      [totalCount, results[0], results[1].durationSeconds],
      [2, { ...json, state: "COMPLETED" }, 300],
    );
    await clock.advance("P31D");
    equal((await get(listing)).totalCount, 0);
  });

  await t.test("202 cancels one", async () => {
    await make(stage);
    const { simulationId } = await get(adding, { body });
    const ofIt = { params: { simulationId } };
    await answers(removing, ofIt, {});
    const { state, cancelRequestedAt } = await get(reading, ofIt);
    deepEqual([state, cancelRequestedAt], ["CANCEL_REQUESTED", "2026-08-10T03:04:55Z"]);
    clock.set(later(4));
    equal((await get(reading, ofIt)).state, "CANCELLED");
  });

  await t.test("one of a deleted cluster is cancelled, and another one can run", async () => {
    await make(stage);
    const { simulationId } = await get(adding, { body });
    await get("deleteGroupCluster");
    clock.set(later(6));
    await get("createGroupCluster", { body: wide });
    equal((await get(reading, { params: { simulationId } })).state, "CANCELLED");
    await get(adding, { body });
    equal((await get(listing)).totalCount, 2);
  });

  const ready = async () => {
    await make(stage);
    return { body };
  };
  const lasting = (durationSeconds: number) =>
    [
      `${durationSeconds} seconds`,
      { body: { durationSeconds } },
      "INVALID_ATTRIBUTE",
      ["durationSeconds"],
      "durationSeconds",
      "The value must be 1 to 3600.",
    ] as const;
  await testRefusals({ [adding]: ready }, [
    noCluster,
    flexCluster(stage),
    freeCluster(stage),
    lasting(0),
    lasting(3601),
  ]);
  await testRefusals({ [listing]: ready }, [noCluster, flexCluster(stage)]);
  const simulationId = "0123456789abcdef01234567";
  const unknown = async () => {
    await make(stage);
    return { params: { simulationId } };
  };
  await testRefusals({ [reading]: unknown, [removing]: unknown }, [
    noCluster,
    flexCluster(stage),
    ["no simulation", {}, "RESOURCE_NOT_FOUND", [simulationId]],
  ]);
});

test("simulations of clusters whose states take no time", async (t) => {
  const { get, refuses } = await startOperations(t, { as: "groupOwner", params, clusterSpeed: "instant" });
  await get("createGroupCluster", { body: wide });
  const { state, startRequestDate } = await get("startGroupClusterOutageSimulation", {
    body: { outageFilters: [west] },
  });
  deepEqual([state, startRequestDate], ["SIMULATING", now]);
  equal((await get("endGroupClusterOutageSimulation")).state, "COMPLETE");
  await refuses("getGroupClusterOutageSimulation", {}, "CLUSTER_OUTAGE_SIMULATION_NOT_FOUND", [
    "data",
    ids.group,
  ]);
});
