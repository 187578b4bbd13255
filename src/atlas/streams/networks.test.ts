// Private links and VPC peerings of stream processing, and the accounts that run it, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids, seed } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const none = "RESOURCE_NOT_FOUND";
const required = "The value is required.";

test("private links of stream processing", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, clock, get, lists, refuses, testRefusals } = stage;
  const making = "createGroupStreamPrivateLinkConnection";
  const reading = "getGroupStreamPrivateLinkConnection";
  const changing = "updateGroupStreamPrivateLinkConnection";
  const deleting = "deleteGroupStreamPrivateLinkConnection";
  const hub = {
    dnsDomain: "hub.servicebus.windows.net",
    provider: "Azure",
    region: "US_EAST_2",
    serviceEndpointId: "/subscriptions/hub",
  };
  const of = (connectionId: string, body?: object) => ({ params: { connectionId }, ...(body && { body }) });
  const state = async (id: string) => (await get(reading, of(id))).state;

  await t.test("200 the answer has what was sent; one is IDLE, WORKING and DONE by the clock", async () => {
    const { _id } = await answers(making, { body: hub }, (made: { _id: string }) =>
      sortMembers({ ...hub, _id: made._id }),
    );
    const shown = { ...hub, _id, provider: "AZURE", vendor: "GENERIC" };
    await answers(reading, of(_id), sortMembers({ ...shown, state: "IDLE" }));
    clock.set(later(1));
    await lists("listGroupStreamPrivateLinkConnections", {}, [sortMembers({ ...shown, state: "WORKING" })]);
    clock.set(later(2));
    const done = await get(reading, of(_id));
    const { interfaceEndpointId, interfaceEndpointName, providerAccountId, ...others } = done;
    deepEqual(others, sortMembers({ ...shown, state: "DONE" }));
    deepEqual([interfaceEndpointId, interfaceEndpointName], [`vpce-0${_id.slice(-16)}`, `pl-${_id}`]);
    equal(providerAccountId.length, 12);
    const changed = await get(changing, of(_id, { dnsDomain: "other.example.net" }));
    deepEqual([changed.dnsDomain, changed.state], ["other.example.net", "IDLE"]);
    await answers(deleting, of(_id), {});
    const states = [await state(_id)];
    clock.set(later(3));
    states.push(await state(_id));
    clock.set(later(4));
    await refuses(reading, of(_id), none, [_id]);
    deepEqual(states, ["DELETE_REQUESTED", "DELETING"]);
    await lists("listGroupStreamPrivateLinkConnections", {}, []);
    await get("listGroupEvents");
    deepEqual(
      stage.events().map(({ type }) => type),
      ["STREAM_WORKSPACE_PRIVATE_ENDPOINT_CREATED", "STREAM_WORKSPACE_PRIVATE_ENDPOINT_DELETED"],
    );
  });

  await t.test("200 the domain of Pub/Sub is that of its region", async () => {
    const { _id } = await get(making, { body: { provider: "GCP", vendor: "PUBSUB", region: "us-east4" } });
    equal((await get(reading, of(_id))).dnsDomain, "us-east4-pubsub.googleapis.com");
  });

  await t.test("400 one that a connection uses is not deleted; a project with one neither", async () => {
    const { _id } = await get(making, { body: hub });
    const dataProcessRegion = { cloudProvider: "AWS", region: "VIRGINIA_USA" };
    await get("createGroupStreamWorkspace", { body: { name: "data", dataProcessRegion } });
    const networking = { access: { type: "PRIVATE_LINK", connectionId: _id } };
    const inWorkspace = { params: { tenantName: "data", connectionName: "broker" } };
    const broker = { name: "broker", type: "Kafka", bootstrapServers: "one.example.com:9092" };
    const connection = "createGroupStreamConnection";
    const far = { access: { type: "PRIVATE_LINK", connectionId: ids.missing } };
    const field = "networking.access.connectionId";
    const wrong = { ...inWorkspace, body: { ...broker, networking: far } };
    await refuses(
      connection,
      wrong,
      "INVALID_ATTRIBUTE",
      [field],
      field,
      "It is no private link of the project.",
    );
    const { state: before } = await get(connection, { ...inWorkspace, body: { ...broker, networking } });
    equal(before, "PENDING");
    await refuses(deleting, of(_id), "STREAM_PRIVATE_LINK_IN_USE", [_id]);
    clock.set(later(1));
    await get("deleteGroupStreamWorkspace", inWorkspace);
    await refuses("deleteGroup", { as: "owner" }, "CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE");
    await get(deleting, of(_id));
  });

  await testRefusals({ [making]: { body: hub } }, [
    [
      "another provider",
      { body: { provider: "Other" } },
      "INVALID_ATTRIBUTE",
      ["provider"],
      "provider",
      "The value must be one of AWS, AZURE, GCP.",
    ],
    [
      "an ARN of something else",
      { body: { arn: "arn:aws:s3:logs" } },
      "INVALID_ATTRIBUTE",
      ["arn"],
      "arn",
      "It does not begin with arn:aws:kafka.",
    ],
    ["MSK without a cluster", { body: { vendor: "MSK" } }, "MISSING_ATTRIBUTE", ["arn"], "arn", required],
    [
      "the same service again",
      { before: () => get(making, { body: hub }) },
      "STREAM_PRIVATE_LINK_ALREADY_EXISTS",
    ],
  ]);
  await testRefusals({ [reading]: {}, [changing]: { body: {} }, [deleting]: {} }, [
    ["no private link", of(ids.missing), none, [ids.missing]],
  ]);
  await t.test("404 RESOURCE_NOT_FOUND for the domain of one that is being deleted", async () => {
    const { _id } = await get(making, { body: hub });
    await get(deleting, of(_id));
    await refuses(changing, of(_id, { dnsDomain: "other.example.com" }), none, [_id]);
    equal(await state(_id), "DELETE_REQUESTED");
  });
});

const peering = {
  id: "c0123456789abcdef0123450",
  name: "orders",
  requesterAccountId: "123456789012",
  requesterCidr: "10.8.0.0/16",
  requesterVpcId: "vpc-0123456789abcdef0",
};
const planted: SeedDocument = {
  orgs: seed.orgs.map((org) => ({
    ...org,
    groups: (org.groups ?? []).map((group) => ({
      ...group,
      ...(group.id === ids.group && { streamVpcPeerings: [peering] }),
    })),
  })),
};

test("VPC peerings of stream processing", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { id: peering.id }, seed: planted });
  const { answers, clock, get, lists, refuses, testRefusals } = stage;
  const accepting = "acceptGroupStreamVpcPeeringConnection";
  const rejecting = "rejectGroupStreamVpcPeeringConnection";
  const deleting = "deleteGroupStreamVpcPeeringConnection";
  const { requesterAccountId, requesterVpcId } = peering;
  const challenge = { body: { requesterAccountId, requesterVpcId } };
  const query = `requesterAccountId=${requesterAccountId}`;
  const all = async () => (await get("listGroupStreamVpcPeeringConnections", { query })).results;
  const state = async () => (await all())[0]?.localStatus;

  await t.test("200 lists those of the account, and the accepted ones", async () => {
    const { id: _id, ...requested } = peering;
    const [shown] = await all();
    const { accepterAccountId, accepterVpcId, ...others } = shown;
    deepEqual(
      others,
      sortMembers({
        ...requested,
        _id,
        cloudStatus: "pending-acceptance",
        expirationTime: "2026-08-17T03:04:53Z",
        groupId: ids.group,
        localStatus: "NONE",
      }),
    );
    equal(accepterAccountId.length, 12);
    equal(accepterVpcId, `vpc-0${ids.group.slice(-16)}`);
    await lists("listGroupStreamVpcPeeringConnections", { query: "requesterAccountId=210987654321" }, []);
    await lists("listGroupStreamActiveVpcPeeringConnections", {}, []);
  });

  await t.test("202 one that is accepted is ACTIVE after a while, and stays", async () => {
    await answers(accepting, challenge, {});
    const states = [await state()];
    await answers(accepting, challenge, {});
    for (const seconds of [1, 2]) {
      clock.set(later(seconds));
      states.push(await state());
    }
    deepEqual(states, ["REQUEST_ACCEPT", "ACCEPT_REQUESTED", "ACTIVE"]);
    await clock.advance("P8D");
    const [{ cloudStatus, expirationTime }] = await all();
    deepEqual([cloudStatus, expirationTime], ["active", undefined]);
    equal((await get("listGroupStreamActiveVpcPeeringConnections")).totalCount, 1);
    await refuses(rejecting, {}, none, [peering.id]);
    await answers(deleting, {}, {});
    equal(await state(), "REQUEST_DELETE");
    await refuses(accepting, challenge, none, [peering.id]);
  });

  await t.test("202 one that is rejected, deleted or not answered is gone after a while", async () => {
    await answers(rejecting, {}, {});
    await answers(rejecting, {}, {});
    equal(await state(), "REQUEST_REJECT");
    clock.set(later(2));
    deepEqual(await all(), []);
  });

  await t.test("a request ends after a week", async () => {
    await clock.advance("P7D");
    deepEqual(await all(), []);
  });

  await testRefusals({ [accepting]: challenge }, [
    ["another account", { body: { requesterAccountId: "210987654321" } }, none, [peering.id]],
    ["another network", { body: { requesterVpcId: "vpc-1" } }, none, [peering.id]],
  ]);
  await testRefusals({ [accepting]: challenge, [rejecting]: {}, [deleting]: {} }, [
    ["no peering", { params: { id: ids.missing } }, none, [ids.missing]],
  ]);
  await testRefusals({ listGroupStreamVpcPeeringConnections: {} }, [
    ["no account", {}, "INVALID_QUERY_PARAMETER", ["requesterAccountId"], "requesterAccountId", required],
  ]);
});

test("accounts that run stream processing", async (t) => {
  const { get, testRefusals } = await startOperations(t, { as: "groupReader" });
  const reading = "getGroupStreamAccountDetails";
  const of = (provider: string, regionName: string) => ({
    query: `cloudProvider=${provider}&regionName=${regionName}`,
  });

  await t.test("200 each provider has its own members", async () => {
    const { awsAccountId, ...aws } = await get(reading, of("aws", "US_EAST_1"));
    equal(awsAccountId.length, 12);
    const cidrBlock = "10.255.0.0/16";
    deepEqual(aws, { cidrBlock, cloudProvider: "aws", vpcId: `vpc-0${ids.group.slice(-16)}` });
    deepEqual(await get(reading, of("AZURE", "US_EAST_2")), {
      azureSubscriptionId: ids.group,
      cidrBlock,
      cloudProvider: "azure",
      virtualNetworkName: `vnet_${ids.group}`,
    });
    deepEqual(await get(reading, of("gcp", "CENTRAL_US")), {
      cidrBlock,
      cloudProvider: "gcp",
      gcpProjectId: `p-${ids.group}`,
      vpcNetworkName: `nt-${ids.group}`,
    });
  });

  const wrong = (name: string, why = required) => ["INVALID_QUERY_PARAMETER", [name], name, why] as const;
  await testRefusals({ [reading]: of("aws", "US_EAST_1") }, [
    ["no provider", { query: "regionName=US_EAST_1" }, ...wrong("cloudProvider")],
    ["no region", { query: "cloudProvider=aws" }, ...wrong("regionName")],
    [
      "another provider",
      of("other", "US_EAST_1"),
      ...wrong("cloudProvider", "'other' is no cloud provider."),
    ],
    [
      "a region of another provider",
      of("gcp", "US_EAST_1"),
      ...wrong("regionName", "'US_EAST_1' is no region of GCP."),
    ],
  ]);
});
