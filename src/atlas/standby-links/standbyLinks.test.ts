// Standby links and their failovers, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const create = "createGroupStandbyLink";
const failOver = "createGroupStandbyLinkFailover";
const inspect = "inspectGroupStandbyLinkFailoverReadiness";

test("standby links", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, clock, get, lists, refuses, testRefusals } = stage;
  const cluster = async (name: string) => (await get("createGroupCluster", { body: clusterOf(name) })).id;

  /** Makes two clusters, and returns the body that links them. */
  const pair = async () => {
    const [activeClusterUniqueId, standbyClusterUniqueId] = [await cluster("one"), await cluster("two")];
    return { body: { activeClusterUniqueId, standbyClusterUniqueId } };
  };
  /** Links two clusters, and returns the path of the link once it is active. */
  const link = async () => {
    const { standbyLinkId } = await get(create, await pair());
    clock.set(later(1));
    return { params: { standbyLinkId } };
  };

  await t.test("CREATING, then ACTIVE by the clock, and DELETING before it is gone", async () => {
    const good = await pair();
    const made = await answers(create, good, ({ standbyLinkId }: { standbyLinkId: string }) => ({
      activeClusterUniqueId: good.body.activeClusterUniqueId,
      errorReason: null,
      groupId: ids.group,
      standbyClusterUniqueId: good.body.standbyClusterUniqueId,
      standbyLinkId,
      status: "CREATING",
    }));
    const ofIt = { params: { standbyLinkId: made.standbyLinkId } };
    clock.set(later(1));
    await answers("getGroupStandbyLink", ofIt, { ...made, status: "ACTIVE" });
    await answers(inspect, ofIt, {
      estimatedDataLossSeconds: 0,
      estimatedFailoverTimeSeconds: 3,
      groupId: ids.group,
      standbyLinkId: made.standbyLinkId,
    });
    await answers("deleteGroupStandbyLink", ofIt);
    await answers("getGroupStandbyLink", ofIt, { ...made, status: "DELETING" });
    await lists("listGroupStandbyLinks", {}, [{ ...made, status: "DELETING" }]);
    clock.set(later(2));
    await refuses("getGroupStandbyLink", ofIt, "RESOURCE_NOT_FOUND", [made.standbyLinkId]);
    await lists("listGroupStandbyLinks", {}, []);
  });

  await t.test("a failover walks its stages, after which the clusters have changed places", async () => {
    const ofIt = await link();
    const before = await get("getGroupStandbyLink", ofIt);
    const body = { type: "PLANNED" };
    const made = await answers(failOver, { ...ofIt, body }, ({ failoverId }: { failoverId: string }) => ({
      createdDate: later(1).now.replace(".000", ""),
      failoverId,
      failoverStage: "PREPARING_TO_STOP_REPLICATION",
      standbyLinkId: before.standbyLinkId,
      status: "INITIALIZING",
      type: "PLANNED",
    }));
    const ofFailover = { params: { ...ofIt.params, failoverId: made.failoverId } };
    const seen = [];
    for (const seconds of [2, 3, 4]) {
      clock.set(later(seconds));
      const { failoverStage, status } = await get("getGroupStandbyLinkFailover", ofFailover);
      const { activeClusterUniqueId } = await get("getGroupStandbyLink", ofIt);
      seen.push([failoverStage, status, activeClusterUniqueId === before.activeClusterUniqueId]);
    }
    deepEqual(seen, [
      ["STOPPING_REPLICATION", "IN_PROGRESS", true],
      ["PREPARING_CLUSTER_FOR_SERVING", "IN_PROGRESS", true],
      ["DONE", "COMPLETE", false],
    ]);
    const done = {
      completedAt: "2026-08-10T03:04:57Z",
      ...made,
      failoverStage: "DONE",
      status: "COMPLETE",
    };
    await lists("listGroupStandbyLinkFailovers", ofIt, [done]);
    await get(failOver, { ...ofIt, body: { type: "PLANNED_REVERSE" } });
    clock.set(later(7));
    deepEqual(await get("getGroupStandbyLink", ofIt), before);
    await clock.advance("P31D");
    await lists("listGroupStandbyLinkFailovers", ofIt, []);
  });

  await t.test("a link ends with either of its clusters", async () => {
    const ofIt = await link();
    await get("deleteGroupCluster", { params: { clusterName: "two" } });
    equal((await get("getGroupStandbyLink", ofIt)).status, "DELETING");
    clock.set(later(4));
    await lists("listGroupStandbyLinks", {}, []);
  });

  const invalid = "INVALID_ATTRIBUTE";
  const [active, standby] = ["activeClusterUniqueId", "standbyClusterUniqueId"];
  await testRefusals({ [create]: pair }, [
    ["no such cluster", { body: { [active]: ids.missing } }, "RESOURCE_NOT_FOUND", [ids.missing]],
  ]);
  await t.test(
    `${create}: 400 ${invalid} for the same cluster twice, linked ones, and shared machines`,
    async () => {
      const good = await pair();
      const { activeClusterUniqueId } = good.body;
      const twice = { body: { activeClusterUniqueId, standbyClusterUniqueId: activeClusterUniqueId } };
      const linked = "The cluster is in a standby link already.";
      await refuses(create, twice, invalid, [standby], standby, linked);
      await get("createGroupFlexCluster", { body: flexOne });
      const flex = (await get("getGroupFlexCluster", { params: { name: "flex" } })).id;
      const shared = { body: { ...good.body, standbyClusterUniqueId: flex } };
      await refuses(create, shared, invalid, [standby], standby, "The cluster has no machines of its own.");
      await get(create, good);
      await refuses(create, good, invalid, [active], active, linked);
    },
  );

  await t.test("400 before it is active and during a failover", async () => {
    const { standbyLinkId } = await get(create, await pair());
    const ofIt = { params: { standbyLinkId } };
    const body = { type: "UNPLANNED" };
    const unready = "STANDBY_LINK_NOT_READY";
    await refuses(failOver, { ...ofIt, body }, unready, [standbyLinkId, "CREATING"]);
    await refuses(inspect, ofIt, unready, [standbyLinkId, "CREATING"]);
    clock.set(later(1));
    await get(failOver, { ...ofIt, body });
    await refuses(failOver, { ...ofIt, body }, unready, [standbyLinkId, "FAILING_OVER"]);
    await refuses("deleteGroupStandbyLink", ofIt, unready, [standbyLinkId, "FAILING_OVER"]);
  });

  const missing = { params: { standbyLinkId: ids.missing } };
  await testRefusals(
    {
      getGroupStandbyLink: missing,
      deleteGroupStandbyLink: missing,
      [failOver]: { ...missing, body: { type: "PLANNED" } },
      listGroupStandbyLinkFailovers: missing,
      getGroupStandbyLinkFailover: { params: { ...missing.params, failoverId: ids.missing } },
      [inspect]: missing,
    },
    [["no link", {}, "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
  await testRefusals(
    {
      getGroupStandbyLinkFailover: async () => ({
        params: { ...(await link()).params, failoverId: ids.missing },
      }),
    },
    [["no failover", {}, "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
});

test("a link that takes no time is active in the answer to its request", async (t) => {
  const { get } = await startOperations(t, { as: "groupOwner", clusterSpeed: "instant" });
  const cluster = async (name: string) => (await get("createGroupCluster", { body: clusterOf(name) })).id;
  const body = { activeClusterUniqueId: await cluster("one"), standbyClusterUniqueId: await cluster("two") };
  const { standbyLinkId, status } = await get(create, { body });
  const ofIt = { params: { standbyLinkId } };
  const failover = await get(failOver, { ...ofIt, body: { type: "UNPLANNED" } });
  deepEqual([status, failover.status, failover.completedAt], ["ACTIVE", "COMPLETE", now]);
  equal((await get("getGroupStandbyLink", ofIt)).activeClusterUniqueId, body.standbyClusterUniqueId);
});
