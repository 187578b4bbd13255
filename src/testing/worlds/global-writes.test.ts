// Zones of places and distributed collections that a seed plants are read back, and compared.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

type Writes = NonNullable<NonNullable<SeedGroup["clusters"]>[number]["globalWrites"]>;

const orgId = "a0123456789abcdef0123456";
const zone = (zoneName: string) => ({
  zoneName,
  regionConfigs: [
    {
      providerName: "AWS" as const,
      regionName: "US_EAST_1",
      electableSpecs: { instanceSize: "M30", nodeCount: 3 },
    },
  ],
});
const orders = { db: "sales", collection: "orders", customShardKey: "customer" };
const globalWrites = {
  customZoneMappings: [{ location: "DE", zone: "EU" }],
  managedNamespaces: [
    { ...orders, isCustomShardKeyHashed: true },
    { ...orders, db: "shop" },
  ],
} as const satisfies Writes;

const worldWith = (writes: Writes, clusterType: "GEOSHARDED" | "SHARDED" = "GEOSHARDED"): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [
        {
          name: "payments",
          clusters: [
            {
              name: "wide",
              clusterType,
              replicationSpecs: [zone("EU"), zone("US")],
              globalWrites: writes,
            },
          ],
        },
      ],
    },
  ],
});

test("zones and collections of a global cluster are read back as they were planted", async () => {
  await using anteroom = await createAnteroom({ seed: worldWith(globalWrites) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(read.orgs[0]?.groups?.[0]?.clusters?.[0]?.globalWrites, globalWrites);
  const differences = (writes: Writes) => compare(worldWith(writes), read).map(describe);
  deepEqual(differences(globalWrites), []);
  deepEqual(differences({ managedNamespaces: [orders] }), [
    "cluster wide gained places DE in EU; distributed shop.orders by customer",
  ]);
});

test("a cluster that is not global has none", async () => {
  await rejects(createAnteroom({ seed: worldWith(globalWrites, "SHARDED") }), /is not a global cluster/);
});
