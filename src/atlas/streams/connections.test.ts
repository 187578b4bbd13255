// Connections of stream workspaces, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type Operations, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const making = "createGroupStreamConnection";
const reading = "getGroupStreamConnection";
const changing = "updateGroupStreamConnection";
const deleting = "deleteGroupStreamConnection";
const none = "STREAM_CONNECTION_NOT_FOUND_FOR_NAME";

const workspace = { name: "data", dataProcessRegion: { cloudProvider: "AWS", region: "VIRGINIA_USA" } };
const security = { brokerPublicCertificate: "PEM", protocol: "SASL_SSL" };
const kafka = {
  bootstrapServers: "one.example.com:9092",
  config: { "auto.offset.reset": "earliest" },
  name: "broker",
  security,
  type: "Kafka",
};
const authentication = { mechanism: "PLAIN", username: "ada" };
const withPassword = { ...kafka, authentication: { ...authentication, password: "first-secret" } };
const https = { name: "hooks", type: "Https", url: "https://hooks.example.net" };
const of = (connectionName: string, body?: object) => ({
  params: { tenantName: "data", connectionName },
  ...(body && { body }),
});
const everyType = [
  { name: "a", type: "AWSKinesisDataStreams", aws: { roleArn: "arn:aws:iam::123456789012:role/a" } },
  { name: "b", type: "AWSLambda", aws: { roleArn: "arn:aws:iam::123456789012:role/a" } },
  { name: "c", type: "AzureBlobStorage", azure: { servicePrincipalId: "p", storageAccountName: "s" } },
  { name: "d", type: "GCPPubSub", gcp: { serviceAccountId: "a@example.net" } },
  { headers: { "x-api-key": "k" }, ...https, name: "e" },
  { aws: { roleArn: "arn:aws:iam::123456789012:role/a", testBucket: "b" }, name: "f", type: "S3" },
  { name: "g", type: "Sample" },
];

const makeWorkspace = async ({ get }: Operations) => {
  await get("createGroupStreamWorkspace", { body: workspace });
};

test("stream connections", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { tenantName: "data" } });
  const { answers, clock, get, lists, refuses, testRefusals, told } = stage;
  const make = async (body: object) => {
    await makeWorkspace(stage);
    return get(making, { body });
  };
  const shownOf = (sent: object) => (made: { id: string }) =>
    sortMembers({ ...sent, id: made.id, region: "VIRGINIA_USA", state: "READY" });
  const stored = () => JSON.stringify(stage.rows("select * from documents"));

  await t.test(
    "200 one that is made is found, listed, changed and deleted, without its password",
    async () => {
      await makeWorkspace(stage);
      const networking = { access: { type: "PUBLIC" } };
      const shown = { ...kafka, authentication, networking };
      const made = await answers(making, { body: withPassword }, shownOf(shown));
      await answers(reading, of("broker"), made);
      await lists("listGroupStreamConnections", {}, [made]);
      equal(stored().includes("first-secret"), false);
      const before = stage.rows("select sealed_secret from documents where sealed_secret is not null");
      const other = {
        type: "Kafka",
        name: "broker",
        bootstrapServers: "two.example.com:9092",
        networking,
        headers: {},
      };
      const { state: _, ...changed } = { ...made, bootstrapServers: "two.example.com:9092" };
      await answers(changing, of("broker", other), changed);
      equal((await get(reading, of("broker"))).state, "READY");
      equal(before.length, 1);
      await answers(deleting, of("broker"), {});
      await refuses(reading, of("broker"), none, ["broker", ids.group, "data"]);
      deepEqual(told().slice(1), [
        ["STREAM_TENANT_CONNECTION_CREATED", "group"],
        ["STREAM_TENANT_CONNECTION_UPDATED", "group"],
        ["STREAM_TENANT_CONNECTION_DELETED", "group"],
      ]);
    },
  );

  await t.test("200 of every type, each with its members", async () => {
    await makeWorkspace(stage);
    for (const body of everyType) await answers(making, { body }, shownOf(body));
    const schemaRegistryUrls = ["https://registry.example.net"];
    const user = { type: "USER_INFO", username: "ada" };
    const registry = { name: "h", provider: "CONFLUENT", schemaRegistryUrls, type: "SchemaRegistry" };
    const body = { ...registry, schemaRegistryAuthentication: { ...user, password: "second-secret" } };
    await answers(making, { body }, shownOf({ ...registry, schemaRegistryAuthentication: user }));
    equal(stored().includes("second-secret"), false);
    equal((await get("listGroupStreamConnections")).totalCount, everyType.length + 1);
  });

  await t.test(
    "200 to a cluster of the project, or of another one where the organization allows it",
    async () => {
      const dbRoleToExecute = { role: "atlasAdmin", type: "BUILT_IN" };
      const cluster = { clusterName: "data", dbRoleToExecute, name: "cluster", type: "Cluster" };
      await makeWorkspace(stage);
      await get("createGroupCluster", { body: clusterOf("data") });
      await answers(making, { body: cluster }, shownOf(cluster));
      const { id: clusterGroupId } = await get("createGroup", {
        as: "owner",
        body: { name: "beside", orgId: ids.org },
      });
      const far = { ...cluster, clusterGroupId, clusterName: "far", name: "far" };
      await get("createGroupCluster", {
        as: "owner",
        params: { groupId: clusterGroupId },
        body: clusterOf("far"),
      });
      await refuses(making, { body: far }, "CLUSTER_NOT_FOUND", ["far", clusterGroupId]);
      await get("updateOrgSettings", { as: "owner", body: { streamsCrossGroupEnabled: true } });
      await answers(making, { body: far }, shownOf(far));
      const gone = of("cluster", { clusterName: "gone" });
      await refuses(changing, gone, "CLUSTER_NOT_FOUND", ["gone", ids.group]);
    },
  );

  await t.test("one over a private network is PENDING, READY and DELETING by the clock", async () => {
    const networking = { access: { type: "VPC" } };
    const states = [(await make({ ...kafka, networking })).state];
    const state = async () => (await get(reading, of("broker"))).state;
    const wait = "STREAM_KAFKA_CONNECTION_IS_DEPLOYING";
    await refuses(deleting, of("broker"), wait, ["broker"]);
    await refuses(changing, of("broker", { config: {} }), wait, ["broker"]);
    clock.set(later(1));
    states.push(await state());
    await answers(deleting, of("broker"), {});
    states.push(await state());
    await refuses(changing, of("broker", { config: {} }), wait, ["broker"]);
    clock.set(later(2));
    await refuses(reading, of("broker"), none, ["broker", ids.group, "data"]);
    deepEqual(states, ["PENDING", "READY", "DELETING"]);
  });

  const wrongIn = (field: string, why: string) => ["INVALID_ATTRIBUTE", [field], field, why] as const;

  await t.test(`400 INVALID_ATTRIBUTE for ${changing} that empties what the type needs`, async () => {
    await make({ name: "bucket", type: "S3", aws: { roleArn: "arn:aws:iam::123456789012:role/a" } });
    await refuses(
      changing,
      of("bucket", { aws: {} }),
      ...wrongIn("aws", "A connection of type S3 needs it."),
    );
  });

  const required = "The value is required.";
  const foreign: RefusedCall = [
    "a member of another type",
    { body: { clusterName: "data" } },
    ...wrongIn("clusterName", "It does not belong to a connection of type Https."),
  ];
  const there = async () => {
    await make(https);
    return of("hooks", {});
  };
  const prepared = async () => {
    await makeWorkspace(stage);
    return { body: https };
  };
  await testRefusals({ [making]: prepared }, [
    foreign,
    ["no address", { body: { url: undefined } }, "MISSING_ATTRIBUTE", ["url"], "url", required],
    [
      "a name that is taken",
      { before: () => get(making, { body: https }) },
      "STREAM_CONNECTION_NAME_ALREADY_EXISTS",
      ["hooks"],
    ],
    [
      "a cluster that is not there",
      { body: { url: undefined, type: "Cluster", clusterName: "gone" } },
      "CLUSTER_NOT_FOUND",
      ["gone", ids.group],
    ],
  ]);
  await testRefusals({ [changing]: there }, [
    foreign,
    ["another type", { body: { type: "Sample" } }, ...wrongIn("type", "It cannot be changed.")],
    ["another name", { body: { name: "other" } }, ...wrongIn("name", "It cannot be changed.")],
  ]);
  const empty = async () => {
    await makeWorkspace(stage);
    return of("hooks");
  };
  await testRefusals(
    { [reading]: empty, [changing]: async () => ({ ...(await empty()), body: {} }), [deleting]: empty },
    [["no connection", {}, none, ["hooks", ids.group, "data"]]],
  );
});
