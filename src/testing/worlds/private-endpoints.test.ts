// Private endpoint services that a seed plants are read back, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { withoutMade } from "../../../test/support/made.ts";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

type Services = NonNullable<
  NonNullable<SeedDocument["orgs"][number]["groups"]>[number]["privateEndpointServices"]
>;

const orgId = "a0123456789abcdef0123456";
const id = (last: string) => `c0123456789abcdef012345${last}`;
const privateEndpointServices = [
  {
    id: id("0"),
    providerName: "AWS",
    region: "EU_WEST_1",
    endpoints: [{ id: "vpce-0123456789abcdef0" }],
    supportedRemoteRegions: ["US_WEST_2"],
  },
  {
    id: id("1"),
    providerName: "AZURE",
    region: "EUROPE_WEST",
    endpoints: [
      {
        id: "/subscriptions/22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1/resourceGroups/networks/providers/Microsoft.Network/privateEndpoints/db",
        privateEndpointIPAddress: "10.0.0.4",
      },
    ],
  },
  {
    id: id("2"),
    providerName: "GCP",
    region: "US_EAST_4",
    endpoints: [
      {
        endpointGroupName: "db",
        endpoints: [{ endpointName: "db-0", ipAddress: "10.0.0.4" }],
        gcpProjectId: "p-0123456789abcdef01234567",
      },
    ],
    portMappingEnabled: true,
  },
] as const;

const encryptionAtRest = {
  awsKms: {
    accessKeyID: "AKIAIOSFODNN7EXAMPLE",
    customerMasterKeyID: "11111111-2222-4333-8444-555555555555",
    region: "US_EAST_1",
    requirePrivateNetworking: true,
  },
};
const outbound = {
  dataFederationPrivateEndpoints: [{ endpointId: "vpce-0123456789abcdef0", comment: "reports" }],
  encryptionAtRestPrivateEndpoints: [{ id: id("3"), cloudProvider: "AWS", regionName: "US_EAST_1" }],
  backupPrivateEndpoints: [
    { id: id("4"), cloudProvider: "AWS", regionName: "EU_WEST_1", vpcRegionName: "US_WEST_2" },
  ],
} as const;

test("endpoints to keys, to storage and of Data Federation are read back as they were planted, and compared", async () => {
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const worldWith = (more: object): SeedDocument => {
    const groups = [{ name: "payments", encryptionAtRest, ...more }];
    return { orgs: [{ id: orgId, name: "Acme", apiKeys, groups }] };
  };
  await using anteroom = await createAnteroom({ seed: worldWith(outbound) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const group = read.orgs[0]?.groups?.[0] ?? {};
  const names = Object.keys(outbound);
  const kept = Object.fromEntries(Object.entries(group).filter(([name]) => names.includes(name)));
  deepEqual(withoutMade(kept), outbound);
  deepEqual(
    compare(worldWith({}), read)
      .map(describe)
      .filter((line) => line.includes("private endpoint")),
    [
      "private endpoint of Data Federation vpce-0123456789abcdef0 is new",
      "private endpoint to keys of encryption at rest AWS US_EAST_1 is new",
      "private endpoint to the storage of backups AWS EU_WEST_1 is new",
    ],
  );
});

test("services are read back with their endpoints as they were planted, and compared", async () => {
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const worldWith = (services: Services): SeedDocument => {
    const groups = [{ name: "payments", privateEndpointServices: services }];
    return { orgs: [{ id: orgId, name: "Acme", apiKeys, groups }] };
  };
  await using anteroom = await createAnteroom({ seed: worldWith(privateEndpointServices) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(
    withoutMade(read.orgs[0]?.groups?.[0]?.privateEndpointServices),
    withoutMade(privateEndpointServices),
  );
  const [first, second] = privateEndpointServices;
  const { endpoints: _, ...without } = second;
  deepEqual(
    compare(worldWith([{ ...first, supportedRemoteRegions: ["US_WEST_1"] }, without]), read)
      .map(describe)
      .filter((line) => line.includes("private endpoint")),
    [
      'private endpoint service AWS EU_WEST_1 supportedRemoteRegions: ["US_WEST_1"] → ["US_WEST_2"]',
      `private endpoint service AZURE EUROPE_WEST gained endpoints ${second.endpoints[0].id}`,
      "private endpoint service GCP US_EAST_4 is new: endpoints db",
    ],
  );
});
