// Events of clusters, as recorded of Atlas: what is submitted, and what the clock does then.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { now, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/clusters`;
const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
const electableSpecs = { instanceSize: "M10", nodeCount: 3 };
const replicationSpecs = [
  { regionConfigs: [{ providerName: "AWS", regionName: "US_EAST_1", electableSpecs }] },
];
const make = (more: object = {}) => ({
  method: "POST",
  path,
  headers,
  body: { name: "one", replicationSpecs, ...more },
});
const change = (body: object) => ({ method: "PATCH", path: `${path}/one`, headers, body });
const remove = { method: "DELETE", path: `${path}/one`, headers };
const at = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

interface Shown {
  readonly eventTypeName: string;
  readonly created: string;
  readonly clusterName?: string;
  readonly publicKey?: string;
  readonly resourceId?: string;
  readonly resourceType?: string;
}

test("events of clusters", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const goTo = (seconds: number) => stage.clock.set({ now: at(seconds) });
  const list = async (query = "") => {
    const { json } = await ask({ path: `${groupPath}/events?${query}`, headers });
    return json as { totalCount: number; results: Shown[] };
  };
  /** Lists the events, oldest first: the type, after how many seconds, and whether a caller caused it. */
  const told = async (query = "") =>
    (await list(query)).results
      .map(({ eventTypeName, created, publicKey }) => [
        eventTypeName.replace(/^CLUSTER_/, ""),
        (Date.parse(created) - Date.parse(now)) / 1000,
        publicKey !== undefined,
      ])
      .reverse();

  await t.test("a whole life: what somebody submits, and what follows at its instant", async () => {
    await ask(make());
    deepEqual(await told(), [["CREATED", 0, true]]);
    goTo(3);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 2, false],
    ]);
    goTo(10);
    await ask(change({ backupEnabled: true }));
    goTo(20);
    await ask(remove);
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
    await ask(make());
    goTo(1);
    await ask(change({ backupEnabled: true }));
    goTo(4);
    deepEqual(await told("eventType=CLUSTER_READY&eventType=CLUSTER_UPDATE_STARTED"), [["READY", 3, false]]);
    await ask(change({ pitEnabled: true }));
    goTo(5);
    await ask(change({ pitEnabled: false }));
    goTo(8);
    deepEqual(await told("eventType=CLUSTER_UPDATE_STARTED&eventType=CLUSTER_UPDATE_COMPLETED"), [
      ["UPDATE_STARTED", 4, false],
      ["UPDATE_COMPLETED", 7, false],
    ]);
    await ask({ ...make(), body: { ...make().body, name: "two" } });
    await ask({ ...remove, path: `${path}/two` });
    goTo(20);
    deepEqual(await told("clusterNames=two"), [
      ["CREATED", 8, true],
      ["DELETE_SUBMITTED", 8, true],
      ["DELETED", 10, false],
    ]);
  });

  await t.test("tags have an event of their own, which names the cluster by its id", async () => {
    const { json } = await ask(make({ tags: [{ key: "env", value: "test" }] }));
    goTo(10);
    await ask(change({ tags: [{ key: "env", value: "live" }] }));
    goTo(20);
    await ask(change({ tags: [], backupEnabled: true }));
    const { results } = await list("eventType=CLUSTER_TAGS_MODIFIED");
    deepEqual(
      results.map(({ clusterName, resourceId, resourceType }) => [clusterName, resourceId, resourceType]),
      Array(3).fill([undefined, json.id, "cluster"]),
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
    await ask(make({ name: "plain", advancedConfiguration: { minimumEnabledTlsProtocol: "TLS1_3" } }));
    deepEqual(
      (await told("clusterNames=plain")).map(([type]) => type),
      ["PROCESS_ARGS_UPDATE_SUBMITTED", "CREATED"],
    );
  });

  await t.test("a control that ends at once what is under way has its event at once", async () => {
    await ask(make());
    await stage.clusters.settle(ids.group, "one");
    goTo(10);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 0, false],
    ]);
  });

  await t.test("an event that is noticed late is of that moment, and says beside when it was", async () => {
    await ask(make());
    goTo(3600);
    deepEqual(await told(), [
      ["CREATED", 0, true],
      ["READY", 3600, false],
    ]);
    const [row] = stage.rows("select details from events where type = 'CLUSTER_READY'") as {
      details: string;
    }[];
    deepEqual(JSON.parse(row?.details ?? "{}"), { clusterName: "one", endedAt: Date.parse(at(2)) });
  });

  await t.test("pages of activity have them too, and count them", async () => {
    await ask(make());
    goTo(3);
    const { json } = await stage.ask("owner", { path: `${groupPath}/events?itemsPerPage=1`, headers });
    deepEqual([json.totalCount, json.results[0].eventTypeName], [2, "CLUSTER_READY"]);
  });
});

test("events of clusters that change at once", async (t) => {
  for (const [clusterSpeed, reads] of [
    ["instant", 0],
    ["now", 1],
  ] as const) {
    await t.test(clusterSpeed, async (t) => {
      const stage = await startStage(t, { clusterSpeed });
      const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
      const read = async () => {
        for (let count = 0; count < reads; count++) await ask({ path: `${path}/one`, headers });
      };
      await ask(make());
      await read();
      await ask(change({ backupEnabled: true }));
      await read();
      await ask(remove);
      await read();
      const { json } = await ask({ path: `${groupPath}/events`, headers });
      deepEqual(
        json.results.map(({ eventTypeName }: Shown) => eventTypeName.replace(/^CLUSTER_/, "")).sort(),
        [
          "CREATED",
          "DELETED",
          "DELETE_SUBMITTED",
          "READY",
          "UPDATE_COMPLETED",
          "UPDATE_STARTED",
          "UPDATE_STARTED",
          "UPDATE_SUBMITTED",
        ],
      );
    });
  }
});
