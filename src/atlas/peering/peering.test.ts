// Network containers and peering connections of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const inRegions = (name: string, ...regions: object[]) => ({
  body: { name, replicationSpecs: [{ regionConfigs: regions }] },
});
const region = (regionName: string, more: object = {}) => ({
  providerName: "AWS",
  regionName,
  electableSpecs: { instanceSize: "M10", nodeCount: 3 },
  ...more,
});
const atAws = { providerName: "AWS", regionName: "EU_WEST_1", atlasCidrBlock: "10.8.0.0/21" };
const atAzure = { providerName: "AZURE", region: "EUROPE_WEST", atlasCidrBlock: "10.8.0.0/24" };
const atGcp = { providerName: "GCP", atlasCidrBlock: "10.64.0.0/18" };
const noId = "0123456789abcdef01234567";
const required = "The value is required.";

test("network containers of a project", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "now" });
  const { answers, get, lists, refuses, testRefusals, told } = stage;
  const make = (body: object) => get("createGroupContainer", { body });
  const at = (containerId: string, body?: object) => ({ params: { containerId }, ...(body && { body }) });

  await t.test("200 one that is created is listed, found, changed and deleted", async () => {
    const made = (id: string) => sortMembers({ ...atAws, id, provisioned: false, vpcId: null });
    const { id } = await answers("createGroupContainer", { body: atAws }, ({ id }: { id: string }) =>
      made(id),
    );
    await lists("listGroupContainers", {}, [made(id)]);
    await lists("listGroupContainers", { query: "providerName=GCP" }, []);
    await lists("listGroupContainerAll", {}, [made(id)]);
    await answers("getGroupContainer", at(id), made(id));
    const changed = { ...made(id), atlasCidrBlock: "10.8.8.0/21" };
    await answers("updateGroupContainer", at(id, { atlasCidrBlock: "10.8.8.0/21" }), changed);
    await answers("updateGroupContainer", at(id, changed), changed);
    await answers("getGroupContainer", at(id), changed);
    await answers("deleteGroupContainer", at(id));
    await refuses("getGroupContainer", at(id), "CLOUD_PROVIDER_CONTAINER_NOT_FOUND", [id, ids.group]);
    deepEqual(told(), [["CONTAINER_DELETED", "group"]]);
  });

  await t.test("200 each provider has its own members", async () => {
    const azure = await make(atAzure);
    deepEqual(azure, { ...atAzure, id: azure.id, provisioned: false });
    const gcp = await make({ ...atGcp, atlasCidrBlock: "10.64.0.0/22", regions: ["WESTERN_EUROPE"] });
    const small = { atlasCidrBlock: "10.64.0.0/22", id: gcp.id, providerName: "GCP", provisioned: false };
    deepEqual(gcp, { ...small, regions: ["WESTERN_EUROPE"] });
  });

  await t.test("200 a block that AWS is not told is the next free one", async () => {
    await make({ ...atAws, atlasCidrBlock: "192.168.248.0/24" });
    const { atlasCidrBlock } = await make({ regionName: "US_EAST_1" });
    equal(atlasCidrBlock, "192.168.240.0/21");
  });

  await t.test("200 those at Azure, as the atlas CLI asks for them", async () => {
    const made = await make({ providerName: "AZURE", atlasCidrBlock: "10.0.0.0/21", region: "US_EAST_2" });
    await lists("listGroupContainers", { query: "providerName=Azure" }, [made]);
  });

  type Container = { id: string; regionName: string; atlasCidrBlock: string };
  const containers = async (provider: string) =>
    (await get("listGroupContainers", { query: `providerName=${provider}` })).results as Container[];

  await t.test(
    "200 a container for each region that clusters are in, in the words of its provider",
    async () => {
      const electableSpecs = { instanceSize: "M10", nodeCount: 1 };
      const regions = [
        ["AWS", "US_EAST_1"],
        ["AZURE", "EUROPE_WEST"],
        ["GCP", "WESTERN_EUROPE"],
      ].map(([providerName, regionName = ""], index) =>
        region(regionName, { providerName, priority: 7 - index, electableSpecs }),
      );
      await get("createGroupCluster", inRegions("wide", ...regions));
      const { results } = await get("listGroupContainerAll");
      const [aws, azure, gcp] = results.map(({ id }: Container) => id);
      deepEqual(
        results.map(({ id: _, atlasCidrBlock: __, ...rest }: Container) => rest),
        [
          {
            providerName: "AWS",
            provisioned: true,
            regionName: "US_EAST_1",
            vpcId: `vpc-0${aws.slice(-16)}`,
          },
          {
            azureSubscriptionId: azure,
            providerName: "AZURE",
            provisioned: true,
            region: "EUROPE_WEST",
            vnetName: `vnet_${azure}`,
          },
          {
            gcpProjectId: `p-${gcp}`,
            networkName: `nt-${gcp}-${gcp.slice(-8)}`,
            providerName: "GCP",
            provisioned: true,
            regions: [],
          },
        ],
      );
      equal(new Set(results.map(({ id }: Container) => id)).size, 3);
      deepEqual(await containers("AZURE"), [results[1]]);
      equal((await get("getGroup")).clusterCount, 1);
    },
  );

  await t.test("200 a container outlives its clusters, and is not provisioned then", async () => {
    await get("createGroupCluster", inRegions("first", region("EU_WEST_1")));
    await get("createGroupCluster", inRegions("second", region("US_EAST_1")));
    const before = await containers("AWS");
    deepEqual(
      before.map(({ regionName, atlasCidrBlock }) => [regionName, atlasCidrBlock]),
      [
        ["EU_WEST_1", "192.168.248.0/21"],
        ["US_EAST_1", "192.168.240.0/21"],
      ],
    );
    await get("deleteGroupCluster", { params: { clusterName: "first" } });
    deepEqual(await containers("AWS"), before);
    await stage.clusters.settle(ids.group, "first");
    const [{ id, regionName, atlasCidrBlock } = { id: "" }, other] = before;
    const left = { atlasCidrBlock, id, providerName: "AWS", provisioned: false, regionName, vpcId: null };
    deepEqual(await containers("AWS"), [left, other]);
    await get("createGroupCluster", inRegions("third", region("EU_WEST_1")));
    deepEqual(await containers("AWS"), before);
  });

  await t.test("200 a cluster is in the container of its region, which stays while it is", async () => {
    const { id } = await make(atAws);
    await get("createGroupCluster", inRegions("first", region("EU_WEST_1")));
    deepEqual(
      (await containers("AWS")).map((each) => [each.id, each.atlasCidrBlock]),
      [[id, "10.8.0.0/21"]],
    );
    await refuses("deleteGroupContainer", at(id), "CONTAINERS_IN_USE");
    await refuses("updateGroupContainer", at(id, { atlasCidrBlock: "10.8.8.0/21" }), "CONTAINERS_IN_USE");
    const elsewhere = at(id, { regionName: "US_EAST_1" });
    await refuses("updateGroupContainer", elsewhere, "CANNOT_CHANGE_CONTAINER_REGION");
  });

  await t.test(
    "200 another region for a container that nothing uses, as the Terraform provider asks",
    async () => {
      const made = await make(atAws);
      const moved = { ...made, atlasCidrBlock: "10.9.0.0/21", regionName: "US_EAST_1" };
      const { atlasCidrBlock, regionName, providerName } = moved;
      await answers("updateGroupContainer", at(made.id, { atlasCidrBlock, regionName, providerName }), moved);
      await answers("getGroupContainer", at(made.id), moved);
    },
  );

  const wrong = "atlasCidrBlock";
  const rows: RefusedCall[] = [
    [
      "a block that is too large",
      { body: { atlasCidrBlock: "10.0.0.0/16" } },
      "ATLAS_INVALID_CIDR_BLOCK",
      ["10.0.0.0/16", "21-24", "AWS"],
      wrong,
      "It is no block of IPv4 of /21 to /24.",
    ],
    [
      "a text",
      { body: { atlasCidrBlock: "all" } },
      "ATLAS_INVALID_CIDR_BLOCK",
      ["all", "21-24", "AWS"],
      wrong,
      "It is no block of IPv4 of /21 to /24.",
    ],
    [
      "a block with another first address",
      { body: { atlasCidrBlock: "10.8.9.0/21" } },
      "ATLAS_NON_CANONICAL_CIDR_BLOCK",
      ["10.8.9.0/21", "10.8.8.0/21"],
      wrong,
      "The network is 10.8.8.0/21.",
    ],
    [
      "public addresses",
      { body: { atlasCidrBlock: "8.8.8.0/24" } },
      "ATLAS_INVALID_CIDR_RANGE",
      ["8.8.8.0/24"],
      wrong,
      "It is no private network.",
    ],
    [
      "addresses of another one",
      {
        body: { atlasCidrBlock: "10.9.0.0/24" },
        before: () => make({ regionName: "US_EAST_1", atlasCidrBlock: "10.9.0.0/21" }),
      },
      "OVERLAPPING_ATLAS_CIDR_BLOCK",
      ["10.9.0.0/24", "10.9.0.0/21"],
      wrong,
      "It is taken.",
    ],
  ];
  await testRefusals(
    {
      createGroupContainer: { body: atAws },
      updateGroupContainer: async () => at((await make(atAws)).id, {}),
    },
    rows,
  );
  await testRefusals({ createGroupContainer: { body: atAws } }, [
    ["a region that has one", { before: () => make(atAws) }, "CONTAINER_ALREADY_EXISTS", [ids.group]],
    [
      "a region that AWS does not have",
      { body: { regionName: "EUROPE_WEST" } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      "regionName",
      "'EUROPE_WEST' is no region of AWS.",
    ],
    [
      "no region",
      { body: { regionName: undefined } },
      "MISSING_ATTRIBUTE",
      ["regionName"],
      "regionName",
      required,
    ],
    [
      "no block at Azure",
      { body: { ...atAzure, atlasCidrBlock: undefined } },
      "MISSING_ATTRIBUTE",
      [wrong],
      wrong,
      required,
    ],
  ]);
  await testRefusals({ updateGroupContainer: async () => at((await make(atAws)).id, {}) }, [
    [
      "a region that has one",
      { body: { regionName: "US_EAST_1" }, before: () => make({ regionName: "US_EAST_1" }) },
      "CONTAINER_ALREADY_EXISTS",
      [ids.group],
    ],
    ["another provider", { body: { providerName: "GCP" } }, "CANNOT_CHANGE_CONTAINER_REGION"],
  ]);
  await testRefusals(
    { getGroupContainer: {}, updateGroupContainer: { body: {} }, deleteGroupContainer: {} },
    [
      ["no container", at(noId), "CLOUD_PROVIDER_CONTAINER_NOT_FOUND", [noId, ids.group]],
      [
        "what is no id",
        at("x"),
        "PATH_PARAM_PARSE_ERROR",
        [`/api/atlas/v2/groups/${ids.group}/containers/x`],
      ],
    ],
  );
});

const awsPeer = {
  providerName: "AWS",
  accepterRegionName: "us-east-1",
  awsAccountId: "123456789012",
  routeTableCidrBlock: "192.0.2.0/24",
  vpcId: "vpc-0123456789abcdef0",
};
const azurePeer = {
  providerName: "AZURE",
  azureDirectoryId: "9f2deb0d-be22-4524-a403-df531868bac0",
  azureSubscriptionId: "22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1",
  resourceGroupName: "networks",
  vnetName: "other",
};
const gcpPeer = { providerName: "GCP", gcpProjectId: "acme-networks", networkName: "default" };

test("peering connections of a project", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "atlas" });
  const { answers, get, lists, refuses, testRefusals, told, clock } = stage;
  const make = async (container: object, peer: object) => {
    const { id: containerId } = await get("createGroupContainer", { body: container });
    return get("createGroupPeer", { body: { ...peer, containerId } });
  };
  const makeAws = () => make(atAws, awsPeer);
  const of = (peerId: string, body?: object) => ({ params: { peerId }, ...(body && { body }) });

  await t.test(
    "200 at AWS: waits for acceptance, is available, and is gone a while after it is deleted",
    async () => {
      const peer = await makeAws();
      const { id, containerId } = peer;
      const shown = { ...awsPeer, containerId, id };
      deepEqual(peer, { ...shown, statusName: "INITIATING" });
      const known = { ...shown, connectionId: `pcx-0${id.slice(-16)}` };
      clock.set({ advance: "PT3M" });
      await answers("getGroupPeer", of(id), sortMembers({ ...known, statusName: "PENDING_ACCEPTANCE" }));
      const block = { routeTableCidrBlock: "198.51.100.0/24" };
      const waiting = sortMembers({ ...known, ...block, statusName: "PENDING_ACCEPTANCE" });
      await answers("updateGroupPeer", of(id, block), waiting);
      clock.set({ advance: "PT6M" });
      await lists("listGroupPeers", {}, [sortMembers({ ...known, ...block, statusName: "AVAILABLE" })]);
      await answers("deleteGroupPeer", of(id), {});
      await answers("getGroupPeer", of(id), sortMembers({ ...known, ...block, statusName: "TERMINATING" }));
      await refuses("deleteGroupPeer", of(id), "PEER_ALREADY_REQUESTED_DELETION", [id]);
      clock.set({ advance: "PT3M" });
      await refuses("getGroupPeer", of(id), "PEER_NOT_FOUND", [id, ids.group]);
      deepEqual(
        (await get("listGroupEvents")).results
          .map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName)
          .slice(0, 3),
        ["PEER_DELETED", "PEER_UPDATED", "PEER_CREATED"],
      );
    },
  );

  await t.test("200 the region of the container is not shown", async () => {
    const { accepterRegionName: _, ...shown } = awsPeer;
    const peer = await make(atAws, { ...awsPeer, accepterRegionName: "eu-west-1" });
    deepEqual(peer, { ...shown, containerId: peer.containerId, id: peer.id, statusName: "INITIATING" });
  });

  for (const [container, peer, states, ending] of [
    [atAzure, azurePeer, ["ADDING_PEER", "AVAILABLE"], "DELETING"],
    [atGcp, gcpPeer, ["ADDING_PEER", "WAITING_FOR_USER", "AVAILABLE"], "DELETING"],
  ] as const) {
    const { providerName } = peer;
    await t.test(`200 at ${providerName}: its own members, states and events`, async () => {
      const { id, containerId } = await make(container, peer);
      const seen: string[] = [];
      for (const _ of states) {
        const { status, ...shown } = await get("getGroupPeer", of(id));
        deepEqual(shown, { ...peer, containerId, id });
        seen.push(status);
        clock.set({ advance: "PT3M" });
      }
      deepEqual(seen, states);
      await lists("listGroupPeers", { query: `providerName=${providerName}` }, [
        sortMembers({ ...peer, containerId, id, status: "AVAILABLE" }),
      ]);
      const [active] = (await get("listGroupEvents")).results;
      equal(active.eventTypeName, `${providerName}_PEER_ACTIVE`);
      await lists("listGroupPeers", {}, []);
      await answers("deleteGroupPeer", of(id), {});
      equal((await get("getGroupPeer", of(id))).status, ending);
    });
  }

  await t.test("200 a container of Google Cloud is provisioned with its first connection", async () => {
    const { containerId } = await make(atGcp, gcpPeer);
    const { provisioned, networkName } = await get("getGroupContainer", { params: { containerId } });
    deepEqual([provisioned, networkName], [true, `nt-${containerId}-${containerId.slice(-8)}`]);
  });

  await t.test("409 a container and a project with a connection stay", async () => {
    const { containerId, id } = await makeAws();
    await refuses("deleteGroupContainer", { params: { containerId } }, "CONTAINERS_IN_USE");
    await refuses("deleteGroup", {}, "CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS");
    await answers("deleteGroupPeer", of(id), {});
    clock.set({ advance: "PT3M" });
    await answers("deleteGroupContainer", { params: { containerId } });
    await answers("deleteGroup", {}, {});
  });

  await t.test("201 a security group of the access list needs a connection at AWS", async () => {
    const group = { body: [{ awsSecurityGroup: "sg-0123abcd" }] };
    const code = "CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION";
    await make(atGcp, gcpPeer);
    await refuses("createGroupAccessListEntry", group, code, [ids.group]);
    await makeAws();
    equal((await get("createGroupAccessListEntry", group)).totalCount, 1);
  });

  await t.test("an event of the connection in the feed of the project", async () => {
    await makeAws();
    deepEqual(told(), [["PEER_CREATED", "group"]]);
  });

  const good = async () => {
    const { id: containerId } = await get("createGroupContainer", { body: atAws });
    return { body: { ...awsPeer, containerId } };
  };
  const available = async () => {
    const { id } = await makeAws();
    clock.set({ advance: "PT9M" });
    return of(id, {});
  };
  await testRefusals({ createGroupPeer: good, updateGroupPeer: available }, [
    [
      "a member of another provider",
      { body: { vnetName: "other" } },
      "INVALID_ATTRIBUTE",
      ["vnetName"],
      "vnetName",
      "It does not belong to a connection of AWS.",
    ],
    [
      "an address in the place of a network",
      { body: { routeTableCidrBlock: "192.0.2.1" } },
      "INVALID_ROUTE_TABLE_CIDR",
      ["192.0.2.1"],
      "routeTableCidrBlock",
      "It is no network such as 10.0.0.0/16.",
    ],
    [
      "a network that has addresses of the container",
      { body: { routeTableCidrBlock: "10.8.4.0/24" } },
      "OVERLAPPING_ATLAS_CIDR_BLOCK",
      ["10.8.4.0/24", atAws.atlasCidrBlock],
      "routeTableCidrBlock",
      "It is that of the container.",
    ],
  ]);
  await t.test("409 OVERLAPPING_CIDR_BLOCK for a network to which another connection leads", async () => {
    const { containerId } = await makeAws();
    const vpcId = "vpc-ffffffffffffffff0";
    const [one, other] = ["192.0.2.128/25", "198.51.100.0/24"];
    const why = ["routeTableCidrBlock", "Another connection leads there."];
    const body = { ...awsPeer, containerId, vpcId, routeTableCidrBlock: one };
    await refuses("createGroupPeer", { body }, "OVERLAPPING_CIDR_BLOCK", [one], ...why);
    const { id } = await get("createGroupPeer", { body: { ...body, routeTableCidrBlock: other } });
    clock.set({ advance: "PT9M" });
    await refuses(
      "updateGroupPeer",
      of(id, { routeTableCidrBlock: one }),
      "OVERLAPPING_CIDR_BLOCK",
      [one],
      ...why,
    );
    await get("updateGroupPeer", of(id, { routeTableCidrBlock: other }));
  });
  await testRefusals({ createGroupPeer: good }, [
    ...Object.keys(awsPeer)
      .filter((name) => name !== "providerName")
      .map(
        (name): RefusedCall => [
          `no ${name}`,
          { body: { [name]: undefined } },
          "MISSING_ATTRIBUTE",
          [name],
          name,
          required,
        ],
      ),
    [
      "no container",
      { body: { containerId: noId } },
      "CLOUD_PROVIDER_CONTAINER_NOT_FOUND",
      [noId, ids.group],
    ],
    [
      "a container of another provider",
      { body: { ...gcpPeer, accepterRegionName: undefined } },
      "INVALID_ATTRIBUTE",
      ["containerId"],
      "containerId",
      "It is a container of AWS.",
    ],
  ]);
  await t.test("409 PEER_INVALID_STATE for a connection that is being made", async () => {
    const { id } = await makeAws();
    await refuses("updateGroupPeer", of(id, {}), "PEER_INVALID_STATE", [id, "INITIATING"]);
  });
  await testRefusals({ getGroupPeer: {}, updateGroupPeer: { body: {} }, deleteGroupPeer: {} }, [
    ["no connection", of(noId), "PEER_NOT_FOUND", [noId, ids.group]],
    ["what is no id", of("x"), "INVALID_PEER_ID", ["x"]],
  ]);

  for (const [code, container, peer, named] of [
    ["PEER_ALREADY_EXISTS", atAws, awsPeer, [awsPeer.awsAccountId, awsPeer.vpcId]],
    ["PEER_ALREADY_EXISTS_AZURE", atAzure, azurePeer, [azurePeer.azureSubscriptionId, azurePeer.vnetName]],
    ["PEER_ALREADY_EXISTS_GCP", atGcp, gcpPeer, [gcpPeer.gcpProjectId, gcpPeer.networkName]],
  ] as const) {
    await t.test(`409 ${code} for another network that is connected`, async () => {
      const { containerId } = await make(container, peer);
      await refuses("createGroupPeer", { body: { ...peer, containerId } }, code, [...named]);
    });
  }

  await t.test("409 PEER_MAXIMUM_REACHED after fifty connections", async () => {
    const { containerId } = await makeAws();
    for (let number = 1; number < 50; number++) {
      const vpcId = `vpc-${number.toString().padStart(17, "0")}`;
      const routeTableCidrBlock = `172.16.${number}.0/24`;
      await get("createGroupPeer", { body: { ...awsPeer, containerId, vpcId, routeTableCidrBlock } });
    }
    const last = {
      ...awsPeer,
      containerId,
      vpcId: "vpc-ffffffffffffffff0",
      routeTableCidrBlock: "172.17.0.0/24",
    };
    await refuses("createGroupPeer", { body: last }, "PEER_MAXIMUM_REACHED", [ids.group, 50]);
  });

  await t.test("a policy of the organization sees the connections of a project", async () => {
    await makeAws();
    const network = `aws:${awsPeer.awsAccountId}:${awsPeer.vpcId}`;
    const body = `forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) when { context.project.peeringConnections.contains("${network}") };`;
    await get("createOrgResourcePolicy", { body: { name: "none", policies: [{ body }] } });
    const code = "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED";
    await refuses("createGroupCluster", { body: clusterOf("Cluster0") }, code);
  });
});
