// Containers and peering connections that a seed plants are read back, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { withoutMade } from "../../../test/support/made.ts";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

type Peers = NonNullable<NonNullable<SeedDocument["orgs"][number]["groups"]>[number]["networkPeers"]>;

const orgId = "a0123456789abcdef0123456";
const id = (last: string) => `c0123456789abcdef012345${last}`;
const networkContainers = [
  { id: id("0"), providerName: "AWS", atlasCidrBlock: "10.8.0.0/21", regionName: "EU_WEST_1" },
  { id: id("1"), providerName: "AZURE", atlasCidrBlock: "10.8.0.0/24", region: "EUROPE_WEST" },
  { id: id("2"), providerName: "GCP", atlasCidrBlock: "10.64.0.0/18" },
  // One without a cluster, whose network is null.
  { id: id("6"), providerName: "AWS", atlasCidrBlock: "10.8.8.0/21", regionName: "US_WEST_2" },
] as const;
const networkPeers = [
  {
    id: id("3"),
    providerName: "AWS",
    containerId: id("0"),
    accepterRegionName: "us-east-1",
    awsAccountId: "123456789012",
    routeTableCidrBlock: "192.0.2.0/24",
    vpcId: "vpc-0123456789abcdef0",
  },
  {
    id: id("4"),
    providerName: "AWS",
    containerId: id("0"),
    // The region of the container, which no answer shows.
    accepterRegionName: "eu-west-1",
    awsAccountId: "123456789012",
    routeTableCidrBlock: "198.51.100.0/24",
    vpcId: "vpc-0123456789abcdef1",
  },
  {
    id: id("5"),
    providerName: "GCP",
    containerId: id("2"),
    gcpProjectId: "acme-networks",
    networkName: "default",
  },
] as const;

test("containers and connections are read back as they were planted, those of clusters where a connection needs them", async () => {
  const cluster = (name: string, regionName: string) =>
    ({ name, providerName: "AWS", regionName, instanceSize: "M10" }) as const;
  const clusters = [cluster("one", "EU_WEST_1"), cluster("other", "US_EAST_1")];
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const worldWith = (peers: Peers): SeedDocument => {
    const groups = [{ name: "payments", networkContainers, networkPeers: peers, clusters }];
    return { orgs: [{ id: orgId, name: "Acme", apiKeys, groups }] };
  };
  await using anteroom = await createAnteroom({ seed: worldWith(networkPeers) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const [group] = read.orgs[0]?.groups ?? [];
  deepEqual(withoutMade(group?.networkContainers), networkContainers);
  deepEqual(withoutMade(group?.networkPeers), withoutMade(networkPeers));
  await using copy = await createAnteroom({ seed: read });
  const again = await readWorld({ client: copy.atlas, orgId });
  deepEqual(again.seed.orgs[0]?.groups?.[0]?.networkContainers, group?.networkContainers);
  deepEqual(
    compare(worldWith([]), read)
      .map(describe)
      .filter((line) => line.includes("peering")),
    [
      "network peering connection aws:123456789012:vpc-0123456789abcdef0 is new",
      "network peering connection aws:123456789012:vpc-0123456789abcdef1 is new",
      "network peering connection gcp:acme-networks:default is new",
    ],
  );
});
