// Failover connections of stream connections, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const making = "createGroupStreamConnectionFailoverConnection";
const reading = "getGroupStreamConnectionFailoverConnection";
const listing = "listGroupStreamConnectionFailoverConnections";
const changing = "updateGroupStreamConnectionFailoverConnection";
const deleting = "deleteGroupStreamConnectionFailoverConnection";

const place = (region: string) => ({ cloudProvider: "AWS", region });
const workspace = {
  name: "data",
  dataProcessRegion: place("DUBLIN_IRL"),
  failoverRegions: [place("FRANKFURT_DEU"), place("LONDON_GBR")],
};
const broker = { bootstrapServers: "one.example.com:9092", name: "broker", type: "Kafka" };
const authentication = { mechanism: "PLAIN", username: "ada" };
const shown = {
  authentication,
  bootstrapServers: "two.example.com:9092",
  config: { "auto.offset.reset": "earliest" },
};
const networking = { access: { type: "PUBLIC" } };
const body = {
  ...shown,
  authentication: { ...authentication, password: "third-secret" },
  region: "FRANKFURT_DEU",
  type: "Kafka",
};

test("failover connections", async (t) => {
  const params = { tenantName: "data", connectionName: "broker" };
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, clock, get, lists, refuses, testRefusals } = stage;
  const prepare = async () => {
    await get("createGroupStreamWorkspace", { body: workspace });
    await get("createGroupStreamConnection", { body: broker });
  };
  const of = (failoverConnectionId: string, sent?: object) => ({
    params: { ...params, failoverConnectionId },
    ...(sent && { body: sent }),
  });

  await t.test("one is PENDING, READY and DELETING by the clock, without its password", async () => {
    await prepare();
    const made = await answers(making, { body }, ({ id }: { id: string }) => ({
      ...shown,
      id,
      name: "broker",
      networking,
      region: "FRANKFURT_DEU",
      state: "PENDING",
      type: "Kafka",
    }));
    equal(JSON.stringify(stage.rows("select * from documents")).includes("third-secret"), false);
    clock.set(later(1));
    await answers(reading, of(made.id), { ...made, state: "READY" });
    await lists(listing, {}, [{ ...made, state: "READY" }]);
    const changed = { name: "broker", type: "Kafka", config: {}, bootstrapServers: "three.example.com:9092" };
    const { config: _, ...others } = made;
    const after = { ...others, bootstrapServers: changed.bootstrapServers, state: "READY" };
    await answers(changing, of(made.id, changed), after);
    await answers(deleting, of(made.id));
    equal((await get(reading, of(made.id))).state, "DELETING");
    clock.set(later(2));
    await refuses(reading, of(made.id), "RESOURCE_NOT_FOUND", [made.id]);
  });

  await t.test("one goes with its connection, and with the workspace", async () => {
    const count = () => stage.rows("select * from documents where kind = 'streamFailover'").length;
    await prepare();
    await get(making, { body });
    await get("deleteGroupStreamConnection");
    equal(count(), 0);
    await get("createGroupStreamConnection", { body: broker });
    await get(making, { body });
    await get(making, { body: { ...body, region: "LONDON_GBR" } });
    const counts = [count()];
    await get("deleteGroupStreamWorkspace");
    deepEqual([...counts, count()], [2, 0]);
  });

  const wrongIn = (field: string, why: string) => ["INVALID_ATTRIBUTE", [field], field, why] as const;
  const good = async () => {
    await prepare();
    return { body };
  };
  await testRefusals({ [making]: good }, [
    ["another type", { body: { type: "Cluster" } }, ...wrongIn("type", "The connection has the type Kafka.")],
    ["another name", { body: { name: "other" } }, ...wrongIn("name", "The connection has the name broker.")],
    [
      "a region that the workspace does not fail over to",
      { body: { region: "OHIO_USA" } },
      ...wrongIn("region", "It is no region for failures of the workspace."),
    ],
    [
      "a region that has one",
      { before: () => get(making, { body }) },
      "STREAM_CONNECTION_NAME_ALREADY_EXISTS",
      ["broker"],
    ],
    [
      "no servers",
      { body: { bootstrapServers: undefined } },
      "MISSING_ATTRIBUTE",
      ["bootstrapServers"],
      "bootstrapServers",
      "The value is required.",
    ],
  ]);
  const there = async () => {
    await prepare();
    const { id } = await get(making, { body });
    return of(id, {});
  };
  await testRefusals({ [changing]: there }, [
    ["another region", { body: { region: "LONDON_GBR" } }, ...wrongIn("region", "It cannot be changed.")],
    [
      "a member of another type",
      { body: { clusterName: "data" } },
      ...wrongIn("clusterName", "It does not belong to a connection of type Kafka."),
    ],
  ]);

  await t.test("404 for a cluster that is not there", async () => {
    await get("createGroupStreamWorkspace", { body: workspace });
    const { clusterName } = { clusterName: "gone" };
    const far = { params: { tenantName: "data", connectionName: "cluster" } };
    await stage.get("createGroupCluster", { body: clusterOf("data") });
    await get("createGroupStreamConnection", {
      body: { clusterName: "data", name: "cluster", type: "Cluster" },
    });
    const sent = { type: "Cluster", region: "LONDON_GBR" };
    const none = ["CLUSTER_NOT_FOUND", ["gone", ids.group]] as const;
    await refuses(making, { ...far, body: { ...sent, clusterName } }, ...none);
    const { id } = await get(making, { ...far, body: { ...sent, clusterName: "data" } });
    await refuses(
      changing,
      { params: { ...far.params, failoverConnectionId: id }, body: { clusterName } },
      ...none,
    );
  });

  const ofNone = { [reading]: of(ids.missing), [changing]: of(ids.missing, {}), [deleting]: of(ids.missing) };
  await testRefusals(ofNone, [
    ["no failover connection", { before: prepare }, "RESOURCE_NOT_FOUND", [ids.missing]],
  ]);
  await testRefusals({ ...ofNone, [making]: { body }, [listing]: {} }, [
    [
      "no connection",
      { before: () => get("createGroupStreamWorkspace", { body: workspace }) },
      "STREAM_CONNECTION_NOT_FOUND_FOR_NAME",
      ["broker", ids.group, "data"],
    ],
    ["no workspace", {}, "STREAM_TENANT_NOT_FOUND_FOR_NAME", [ids.group, "data"]],
  ]);
});
