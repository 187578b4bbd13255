// Private endpoint services of a project and their endpoints, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const listing = "listGroupPrivateEndpointEndpointService";
const reading = "getGroupPrivateEndpointEndpointService";
const making = "createGroupPrivateEndpointEndpointService";
const changing = "updateGroupPrivateEndpointEndpointService";
const removing = "deleteGroupPrivateEndpointEndpointService";
const adding = "createGroupPrivateEndpointEndpointServiceEndpoint";
const readingOne = "getGroupPrivateEndpointEndpointServiceEndpoint";
const removingOne = "deleteGroupPrivateEndpointEndpointServiceEndpoint";

const required = "The value is required.";
const vpce = (nth: number) => `vpce-0${String(nth).padStart(16, "0")}`;
const ofAzure =
  "/subscriptions/22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1/resourceGroups/networks/providers/Microsoft.Network/privateEndpoints/db";
const service = { providerName: "AWS", region: "EU_WEST_1" };
const bodies = {
  AWS: { id: vpce(1) },
  AZURE: { id: ofAzure, privateEndpointIPAddress: "10.0.0.4" },
  GCP: {
    endpointGroupName: "db",
    endpoints: [{ endpointName: "db-0", ipAddress: "10.0.0.4" }],
    gcpProjectId: "acme-networks",
  },
};

/** The states of each provider: of its services, and of endpoints. */
const rows = [
  ["AWS", "EU_WEST_1", "eu-west-1", "PT140S", ["PENDING_ACCEPTANCE", "PENDING", "AVAILABLE"]],
  ["AZURE", "ASIA_SOUTH_EAST", "southeastasia", "PT55S", ["INITIATING", "AVAILABLE"]],
  ["GCP", "US_EAST_4", "us-east4", "PT255S", ["INITIATING", "VERIFIED", "AVAILABLE"]],
] as const;

test("private endpoint services of a project", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "atlas" });
  const { answers, get, refuses, testRefusals, told, clock } = stage;
  const make = async (body: object = service) => (await get(making, { body })).id as string;
  const at = (endpointServiceId: string, cloudProvider = "AWS") => ({
    params: { endpointServiceId, cloudProvider },
  });
  const one = (endpointServiceId: string, endpointId: string, cloudProvider = "AWS") => ({
    params: { endpointServiceId, cloudProvider, endpointId },
  });
  const later = (advance: string) => clock.set({ advance });
  const makeReady = async (body: object = service) => {
    const id = await make(body);
    later("PT5M");
    return id;
  };

  const atProvider = (id: string) => ({
    AWS: {
      endpointServiceName: `com.amazonaws.vpce.eu-west-1.vpce-svc-0${id.slice(-16)}`,
      interfaceEndpoints: [],
      supportedRemoteRegions: null,
    },
    AZURE: {
      privateEndpoints: [],
      privateLinkServiceName: `pls_${id}`,
      privateLinkServiceResourceId: `/subscriptions/${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}${id.slice(0, 8)}/resourceGroups/rg_${id}_${id.slice(-8)}/providers/Microsoft.Network/privateLinkServices/pls_${id}`,
    },
    GCP: {
      endpointGroupNames: [],
      portMappingEnabled: false,
      serviceAttachmentNames: [0, 1, 2, 3, 4, 5].map(
        (nth) =>
          `projects/p-${ids.group}/regions/us-east4/serviceAttachments/sa-us-east4-${ids.group}-${nth}`,
      ),
    },
  });
  const notYet = (shown: object) =>
    Object.fromEntries(
      Object.entries(shown).map(([name, value]) => [
        name,
        typeof value === "string" ? null : name === "serviceAttachmentNames" ? [] : value,
      ]),
    );

  for (const [provider, region, inItsWords, time] of rows) {
    await t.test(`201 at ${provider}: INITIATING, AVAILABLE, DELETING, and 404`, async () => {
      const body = { providerName: provider, region: inItsWords };
      const { id } = await get(making, { body });
      const shared = { cloudProvider: provider, errorMessage: null, id, regionName: region };
      const shown = atProvider(id)[provider];
      const asked = at(id, provider);
      const initiating = sortMembers({ ...shared, ...notYet(shown), status: "INITIATING" });
      await answers(reading, asked, initiating);
      await answers(listing, { params: { cloudProvider: provider } }, [initiating]);
      later(time);
      const available = sortMembers({ ...shared, ...shown, status: "AVAILABLE" });
      await answers(reading, asked, available);
      for (const _ of [1, 2]) await answers(removing, asked, {});
      await answers(reading, asked, { ...available, status: "DELETING" });
      later(time);
      await refuses(reading, asked, "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND", [id, ids.group]);
      await answers(listing, { params: { cloudProvider: provider } }, []);
      deepEqual(
        (await get("listGroupEvents")).results
          .map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName)
          .slice(0, 2),
        ["ENDPOINT_SERVICE_DELETED", "ENDPOINT_SERVICE_CREATED"],
      );
    });
  }

  await t.test("201 with the other regions of AWS, which can be changed", async () => {
    const made = await get(making, { body: { ...service, supportedRemoteRegions: ["US_WEST_2"] } });
    deepEqual(made.supportedRemoteRegions, ["US_WEST_2"]);
    const change = async (more: object) =>
      (await get(changing, { ...at(made.id), body: { cloudProvider: "AWS", ...more } }))
        .supportedRemoteRegions;
    deepEqual(await change({ supportedRemoteRegions: ["SA_EAST_1", "US_WEST_1"] }), [
      "SA_EAST_1",
      "US_WEST_1",
    ]);
    deepEqual(await change({}), ["SA_EAST_1", "US_WEST_1"]);
    equal(await change({ supportedRemoteRegions: null }), null);
  });

  await t.test("201 at Google Cloud: one attachment where ports are mapped, beside the others", async () => {
    const body = { providerName: "GCP", region: "CENTRAL_US" };
    await get("setGroupLimit", {
      params: { limitName: "atlas.project.deployment.privateServiceConnectionsPerRegionGroup" },
      body: { value: 3 },
    });
    const counts: number[] = [];
    for (const portMappingEnabled of [false, true]) {
      const id = await makeReady({ ...body, portMappingEnabled });
      counts.push((await get(reading, at(id, "GCP"))).serviceAttachmentNames.length);
    }
    deepEqual(counts, [3, 1]);
    const containers = await get("listGroupContainers", { query: "providerName=GCP" });
    deepEqual([containers.totalCount, containers.results[0].provisioned], [1, true]);
  });

  for (const [provider, region, , , states] of rows) {
    await t.test(
      `200 at ${provider}: an endpoint walks to AVAILABLE, and is gone after it is deleted`,
      async () => {
        const id = await makeReady({ providerName: provider, region });
        const body = bodies[provider];
        const endpointId = "id" in body ? body.id : body.endpointGroupName;
        const ready = {
          AWS: { connectionStatus: "AVAILABLE", interfaceEndpointId: endpointId },
          AZURE: {
            privateEndpointConnectionName: "22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1%2Fnetworks%2Fdb",
            privateEndpointIPAddress: "10.0.0.4",
            privateEndpointResourceId: endpointId,
            status: "AVAILABLE",
          },
          GCP: {
            endpointGroupName: "db",
            endpoints: [{ ...bodies.GCP.endpoints[0], status: "AVAILABLE" }],
            gcpProjectId: bodies.GCP.gcpProjectId,
            portMappingEnabled: false,
            status: "AVAILABLE",
          },
        }[provider];
        const { connectionStatus, status = connectionStatus } = await get(adding, {
          ...at(id, provider),
          body,
        });
        const seen = [status];
        const asked = one(id, endpointId, provider);
        for (const _ of states.slice(1)) {
          later("PT3M");
          const shown = await get(readingOne, asked);
          seen.push(shown.connectionStatus ?? shown.status);
        }
        deepEqual(seen, states);
        const shared = { cloudProvider: provider, deleteRequested: false, errorMessage: null };
        await answers(readingOne, asked, sortMembers({ ...shared, ...ready }));
        const { interfaceEndpoints, privateEndpoints, endpointGroupNames } = await get(
          reading,
          at(id, provider),
        );
        deepEqual(interfaceEndpoints ?? privateEndpoints ?? endpointGroupNames, [endpointId]);
        await refuses(removing, at(id, provider), "CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS", [id]);
        for (const _ of [1, 2]) await answers(removingOne, asked);
        const ending = await get(readingOne, asked);
        deepEqual([ending.deleteRequested, ending.connectionStatus ?? ending.status], [true, "DELETING"]);
        later("PT3M");
        await refuses(readingOne, asked, "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND", [endpointId, ids.group]);
        await answers(removing, at(id, provider), {});
      },
    );
  }

  await t.test("an event for each endpoint that comes and goes", async () => {
    const id = await make();
    deepEqual(told(), [["ENDPOINT_SERVICE_CREATED", "group"]]);
    later("PT5M");
    await get(adding, { ...at(id), body: bodies.AWS });
    await answers(removingOne, one(id, vpce(1)));
    await answers(removingOne, one(id, vpce(1)));
    deepEqual(
      stage.events().map(({ type }) => type),
      ["ENDPOINT_SERVICE_CREATED", "INTERFACE_ENDPOINT_CREATED", "INTERFACE_ENDPOINT_DELETED"],
    );
  });

  await t.test("a service is in the container of its region, and a project that has one stays", async () => {
    const id = await make();
    const { results } = await get("listGroupContainers");
    const [container] = results;
    deepEqual(
      [results.length, container.regionName, container.provisioned, container.atlasCidrBlock],
      [1, "EU_WEST_1", true, "192.168.248.0/21"],
    );
    const ofContainer = { params: { containerId: container.id } };
    await refuses("deleteGroupContainer", ofContainer, "CONTAINERS_IN_USE");
    const stays = "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES";
    await refuses("deleteGroup", {}, stays);
    await answers(removing, at(id), {});
    await refuses("deleteGroup", {}, stays);
    later("PT5M");
    equal((await get("getGroupContainer", ofContainer)).provisioned, false);
    await answers("deleteGroup", {}, {});
  });

  const good = { body: service };
  const region = "supportedRemoteRegions";
  await testRefusals({ [making]: good }, [
    [
      "a region that has one",
      { before: () => make() },
      "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION",
      ["AWS", "EU_WEST_1"],
    ],
    [
      "a region that has one, as Azure spells it",
      {
        body: { providerName: "AZURE", region: "westeurope" },
        before: () => make({ providerName: "AZURE", region: "EUROPE_WEST" }),
      },
      "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION",
      ["Azure", "EUROPE_WEST"],
    ],
    [
      "a region that AWS does not have",
      { body: { region: "EUROPE_WEST" } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      "region",
      "'EUROPE_WEST' is no region of AWS.",
    ],
    [
      "ports at AWS",
      { body: { portMappingEnabled: true } },
      "PROVIDER_UNSUPPORTED",
      ["AWS"],
      "portMappingEnabled",
      "Only services of Google Cloud have it.",
    ],
    [
      "other regions at Azure",
      { body: { providerName: "AZURE", region: "EUROPE_WEST", [region]: ["EUROPE_NORTH"] } },
      "PROVIDER_UNSUPPORTED",
      ["AZURE"],
      region,
      "Only services of AWS have some.",
    ],
  ]);
  const made = async () => ({ ...at(await make()), body: { cloudProvider: "AWS", [region]: [] } });
  await testRefusals({ [making]: good, [changing]: made }, [
    [
      "its own region among the others",
      { body: { [region]: ["US_WEST_2", "EU_WEST_1"] } },
      "CROSS_REGION_PRIVATE_LINK_SELF_REGION",
      ["EU_WEST_1"],
    ],
    [
      "a region in the words of AWS",
      { body: { [region]: ["us-west-2"] } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      region,
      "'us-west-2' is no region of AWS.",
    ],
  ]);
  await testRefusals(
    { [changing]: async () => at(await make({ providerName: "GCP", region: "US_EAST_4" })) },
    [
      [
        "a service of Google Cloud",
        { body: { cloudProvider: "AWS", [region]: ["US_WEST_2"] } },
        "PROVIDER_UNSUPPORTED",
        ["GCP"],
        region,
        "Only services of AWS have some.",
      ],
    ],
  );

  const takes =
    (provider: "AWS" | "AZURE" | "GCP", more: object = {}) =>
    async () => {
      const where = rows.find(([name]) => name === provider)?.[1];
      const id = await makeReady({ providerName: provider, region: where, ...more });
      return { ...at(id, provider), body: bodies[provider] };
    };
  const malformed = (endpointId: string): RefusedCall => [
    `the id ${endpointId}`,
    { body: { id: endpointId } },
    "PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED",
    [endpointId],
  ];
  const lacks = (name: string): RefusedCall => [
    `no ${name}`,
    { body: { [name]: undefined } },
    "MISSING_ATTRIBUTE",
    [name],
    name,
    required,
  ];
  await testRefusals({ [adding]: takes("AWS") }, [lacks("id"), malformed("vpc-0123456789abcdef0")]);
  await testRefusals({ [adding]: takes("AZURE") }, [
    lacks("id"),
    lacks("privateEndpointIPAddress"),
    malformed("/subscriptions/none"),
  ]);
  await testRefusals(
    { [adding]: takes("GCP") },
    ["endpointGroupName", "gcpProjectId", "endpoints"].map(lacks),
  );
  await testRefusals({ [adding]: takes("GCP", { portMappingEnabled: true }) }, [
    [
      "two endpoints where ports are mapped",
      { body: { endpoints: [...bodies.GCP.endpoints, ...bodies.GCP.endpoints] } },
      "INVALID_ATTRIBUTE",
      ["endpoints"],
      "endpoints",
      "A service with port mapping takes one endpoint.",
    ],
  ]);
  await t.test(
    "409 for an endpoint of a service that is not available, and for one that is there",
    async () => {
      const id = await make();
      const asked = { ...at(id), body: bodies.AWS };
      await refuses(adding, asked, "PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS", [id]);
      later("PT5M");
      await get(adding, asked);
      const other = await makeReady({ ...service, region: "EU_WEST_2" });
      for (const each of [id, other]) {
        const again = { ...at(each), body: bodies.AWS };
        await refuses(adding, again, "PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS", [vpce(1)]);
      }
    },
  );
  const none = "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND";
  const elsewhere = async () => ({ ...one(await makeReady(), vpce(1)), body: bodies.AWS });
  await testRefusals({ [reading]: {}, [removing]: {}, [changing]: { body: { cloudProvider: "AWS" } } }, [
    ["no service", at(ids.missing), none, [ids.missing, ids.group]],
  ]);
  await testRefusals({ [reading]: {}, [removing]: {} }, [
    [
      "what is no id",
      at("x"),
      "PATH_PARAM_PARSE_ERROR",
      [`/api/atlas/v2/groups/${ids.group}/privateEndpoint/AWS/endpointService/x`],
    ],
  ]);
  await testRefusals({ [adding]: { body: bodies.AWS }, [readingOne]: {}, [removingOne]: {} }, [
    ["no service", one(ids.missing, vpce(1)), none, [ids.missing, ids.group]],
  ]);
  await testRefusals({ [readingOne]: elsewhere, [removingOne]: elsewhere }, [
    ["no endpoint", {}, none, [vpce(1), ids.group]],
  ]);
  await t.test("404 for a service of another provider", async () => {
    const id = await make();
    await refuses(reading, at(id, "AZURE"), none, [id, ids.group]);
    await refuses(removing, at(id, "GCP"), none, [id, ids.group]);
    await answers(listing, { params: { cloudProvider: "GCP" } }, []);
  });

  await t.test("a policy of the organization sees the endpoints of a project", async () => {
    const id = await makeReady();
    await get(adding, { ...at(id), body: bodies.AWS });
    const body = `forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) when { context.project.privateEndpoints.contains("aws:${vpce(1)}") };`;
    await get("createOrgResourcePolicy", { body: { name: "none", policies: [{ body }] } });
    const code = "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED";
    await refuses("createGroupCluster", { body: clusterOf("Cluster0") }, code);
  });
});

test("connection strings through private endpoints", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "instant" });
  const { get } = stage;
  /** The connection string of the cluster. */
  let address = "";
  const both = () => ({ standard: address, standardSrv: address });
  const connect = async (region: string, ...endpointIds: string[]) => {
    const { id: endpointServiceId } = await get(making, { body: { providerName: "AWS", region } });
    for (const id of endpointIds) {
      await get(adding, { params: { endpointServiceId, cloudProvider: "AWS" }, body: { id } });
    }
  };
  const through = (type: string, ...endpoints: [region: string, endpointId: string][]) => ({
    connectionString: address,
    endpoints: endpoints.map(([region, endpointId]) => ({ endpointId, providerName: "AWS", region })),
    srvConnectionString: address,
    type,
  });
  const strings = async (clusterName = "data") =>
    (await get("getGroupCluster", { params: { clusterName } })).connectionStrings;
  const make = async (body: object) => {
    await get("createGroupCluster", { body });
    address = (await strings()).standard;
    match(address, /^mongodb:\/\/data-shard-00-00\./);
  };
  const inTwo = shardOf(
    regionOf({ instanceSize: "M10", nodeCount: 2 }, { regionName: "US_EAST_1", priority: 7 }),
    regionOf({ instanceSize: "M10", nodeCount: 1 }, { regionName: "US_WEST_2", priority: 6 }),
  );

  await t.test("of a cluster in the region, one for each endpoint", async () => {
    await make(clusterOf("data"));
    deepEqual(await strings(), both());
    await connect("EU_WEST_1", vpce(1));
    deepEqual(await strings(), both());
    await connect("US_EAST_1", vpce(2), vpce(3));
    const links = { [vpce(2)]: address, [vpce(3)]: address };
    const json = {
      awsPrivateLink: links,
      awsPrivateLinkSrv: links,
      privateEndpoint: [through("MONGOD", ["US_EAST_1", vpce(2)]), through("MONGOD", ["US_EAST_1", vpce(3)])],
      ...both(),
    };
    deepEqual(await strings(), json);
    deepEqual((await get("listGroupClusters")).results[0].connectionStrings, json);
    const changed = await get("updateGroupCluster", {
      params: { clusterName: "data" },
      body: { labels: [] },
    });
    deepEqual(changed.connectionStrings, json);
  });

  await t.test("of a cluster in several regions, one for all once each has an endpoint", async () => {
    await make({ name: "data", replicationSpecs: [inTwo] });
    await connect("US_EAST_1", vpce(1));
    deepEqual(await strings(), both());
    await connect("US_WEST_2", vpce(2));
    deepEqual((await strings()).privateEndpoint, [
      through("MONGOD", ["US_EAST_1", vpce(1)], ["US_WEST_2", vpce(2)]),
    ]);
  });

  await t.test("of a cluster with shards, one for each region where endpoints are regional", async () => {
    await make({ name: "data", clusterType: "SHARDED", replicationSpecs: [inTwo, inTwo] });
    deepEqual(await strings(), { awsPrivateLinkSrv: {}, privateEndpoint: [], ...both() });
    await get("toggleGroupPrivateEndpointRegionalMode", { body: { enabled: true } });
    await connect("US_WEST_2", vpce(2));
    const links = { [vpce(2)]: address };
    deepEqual(await strings(), {
      awsPrivateLink: links,
      awsPrivateLinkSrv: links,
      privateEndpoint: [through("MONGOS", ["US_WEST_2", vpce(2)])],
      ...both(),
    });
  });
});
