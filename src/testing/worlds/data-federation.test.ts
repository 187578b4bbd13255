// Federated databases that a seed plants are read back with their limits, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { withoutMade } from "../../../test/support/made.ts";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

type Databases = NonNullable<SeedGroup["federatedDatabases"]>;

const orgId = "a0123456789abcdef0123456";
const roleId = "c0123456789abcdef0123450";
const reports = {
  name: "reports",
  cloudProviderConfig: { aws: { roleId } },
  dataProcessRegion: { cloudProvider: "AWS", region: "DUBLIN_IRL" },
  queryLimits: [{ name: "bytesProcessed.query", value: 2 ** 31, overrunPolicy: "BLOCK" }],
  storage: {
    databases: [{ name: "all", collections: [{ name: "orders", dataSources: [{ storeName: "files" }] }] }],
    stores: [{ name: "files", provider: "s3", bucket: "reports", region: "EU_WEST_1" }],
  },
} as const satisfies Databases[number];

const worldWith = (federatedDatabases: Databases): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [
        {
          name: "payments",
          cloudProviderAccess: [{ id: roleId, providerName: "AWS" }],
          federatedDatabases,
        },
      ],
    },
  ],
});

test("federated databases are read back as they were planted", async () => {
  const planted = [{ name: "plain" }, reports] as const;
  await using anteroom = await createAnteroom({ seed: worldWith(planted) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(withoutMade(read.orgs[0]?.groups?.[0]?.federatedDatabases), planted);
  const differences = (databases: Databases) => compare(worldWith(databases), read).map(describe);
  deepEqual(differences(planted), []);
  deepEqual(differences([{ ...reports, queryLimits: [] }]), [
    "federated database reports gained queryLimits bytesProcessed.query 2147483648 BLOCK",
    "federated database plain is new",
  ]);
});
