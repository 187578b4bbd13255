// The events of clusters, as recorded from Atlas: events of requests, and events that the clock causes.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ofOne, one } from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const make = ({ get }: Operations, more: object = {}) =>
  get("createGroupCluster", { body: { ...one, ...more } });
const change = ({ get }: Operations, body: object) => get("updateGroupCluster", { ...ofOne, body });

interface Shown {
  readonly eventTypeName: string;
  readonly created: string;
  readonly clusterName?: string;
  readonly publicKey?: string;
  readonly resourceId?: string;
  readonly resourceType?: string;
}

test("events of clusters", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { get } = stage;
  const goTo = (seconds: number) => stage.clock.set(later(seconds));
  const list = (query = ""): Promise<{ totalCount: number; results: Shown[] }> =>
    get("listGroupEvents", { query });
  /** Lists the events, oldest first: the type, the seconds since the start, and whether a caller caused it. */
  const told = async (query = "") =>
    (await list(query)).results
      .map(({ eventTypeName, created, publicKey }) => [
        eventTypeName.replace(/^CLUSTER_/, ""),
        (Date.parse(created) - Date.parse(now)) / 1000,
        publicKey !== undefined,
      ])
      .reverse();

  await t.test("a whole life: what somebody submits, and what follows at its instant", async () => {
    await make(stage);
    deepEqual(await told(), [["CREATED", 0, true]]);
    goTo(3);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 2, false],
    ]);
    goTo(10);
    await change(stage, { backupEnabled: true });
    goTo(20);
    await get("deleteGroupCluster", ofOne);
    goTo(30);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 2, false],
      ["UPDATE_SUBMITTED", 10, true],
      ["UPDATE_STARTED", 10, false],
      ["UPDATE_COMPLETED", 12, false],
      ["DELETE_SUBMITTED", 20, true],
      ["UPDATE_STARTED", 20, false],
      ["DELETED", 22, false],
    ]);
    const { totalCount, results } = await list("clusterNames=one");
    deepEqual([totalCount, new Set(results.map((each) => each.clusterName))], [8, new Set(["one"])]);
    equal((await list("clusterNames=one&eventType=CLUSTER_READY")).totalCount, 1);
  });

  await t.test("what is overtaken does not come about: a change goes on, an end comes first", async () => {
    await make(stage);
    goTo(1);
    await change(stage, { backupEnabled: true });
    goTo(4);
    deepEqual(await told("eventType=CLUSTER_READY&eventType=CLUSTER_UPDATE_STARTED"), [["READY", 3, false]]);
    await change(stage, { pitEnabled: true });
    goTo(5);
    await change(stage, { pitEnabled: false });
    goTo(8);
    deepEqual(await told("eventType=CLUSTER_UPDATE_STARTED&eventType=CLUSTER_UPDATE_COMPLETED"), [
      ["UPDATE_STARTED", 4, false],
      ["UPDATE_COMPLETED", 7, false],
    ]);
    await make(stage, { name: "two" });
    await get("deleteGroupCluster", { params: { clusterName: "two" } });
    goTo(20);
    deepEqual(await told("clusterNames=two"), [
      ["CREATED", 8, true],
      ["DELETE_SUBMITTED", 8, true],
      ["DELETED", 10, false],
    ]);
  });

  await t.test("tags have an event of their own, which names the cluster by its id", async () => {
    const { id } = await make(stage, { tags: [{ key: "env", value: "test" }] });
    goTo(10);
    await change(stage, { tags: [{ key: "env", value: "live" }] });
    goTo(20);
    await change(stage, { tags: [], backupEnabled: true });
    const { results } = await list("eventType=CLUSTER_TAGS_MODIFIED");
    deepEqual(
      results.map(({ clusterName, resourceId, resourceType }) => [clusterName, resourceId, resourceType]),
      Array(3).fill([undefined, id, "cluster"]),
    );
    deepEqual(
      (await told("excludedEventType=CLUSTER_TAGS_MODIFIED")).map(([type, second]) => [type, second]),
      [
        ["CREATED", 0],
        ["READY", 2],
        ["UPDATE_STARTED", 10],
        ["UPDATE_COMPLETED", 12],
        ["UPDATE_SUBMITTED", 20],
        ["UPDATE_STARTED", 20],
      ],
    );
    const advancedConfiguration = { minimumEnabledTlsProtocol: "TLS1_3" };
    await make(stage, { name: "plain", advancedConfiguration });
    deepEqual(
      (await told("clusterNames=plain")).map(([type]) => type),
      ["PROCESS_ARGS_UPDATE_SUBMITTED", "CREATED"],
    );
  });

  await t.test("a control that ends at once what is under way has its event at once", async () => {
    await make(stage);
    await stage.clusters.settle(ids.group, "one");
    goTo(10);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 0, false],
    ]);
  });

  await t.test("an event that is noticed late is of that moment, and says beside when it was", async () => {
    await make(stage);
    goTo(3600);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 3600, false],
    ]);
    const endedAt = Date.parse(later(2).now);
    deepEqual(stage.details().at(-1), { clusterName: "one", endedAt });
  });

  await t.test("pages of activity have them too, and count them", async () => {
    await make(stage);
    goTo(3);
    const { totalCount, results } = await get("listGroupEvents", { as: "owner", query: "itemsPerPage=1" });
    deepEqual([totalCount, results[0].eventTypeName], [2, "CLUSTER_READY"]);
  });
});

test("events of clusters that change at once", async (t) => {
  for (const [clusterSpeed, reads] of [
    ["instant", 0],
    ["now", 1],
  ] as const) {
    await t.test(clusterSpeed, async (t) => {
      const stage = await startOperations(t, { as: "groupOwner", clusterSpeed });
      const { call, get } = stage;
      const read = async () => {
        for (let count = 0; count < reads; count++) await call("getGroupCluster", ofOne);
      };
      await make(stage);
      await read();
      await change(stage, { backupEnabled: true });
      await read();
      await get("deleteGroupCluster", ofOne);
      await read();
      const { results } = await get("listGroupEvents");
      deepEqual(results.map(({ eventTypeName }: Shown) => eventTypeName.replace(/^CLUSTER_/, "")).sort(), [
        "CREATED",
        "DELETED",
        "DELETE_SUBMITTED",
        "READY",
        "UPDATE_COMPLETED",
        "UPDATE_STARTED",
        "UPDATE_STARTED",
        "UPDATE_SUBMITTED",
      ]);
    });
  }
});
