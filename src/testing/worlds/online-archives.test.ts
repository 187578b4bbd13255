// Online archives that a seed plants are read back, with their ids, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

type Archives = NonNullable<SeedGroup["onlineArchives"]>;

const orgId = "a0123456789abcdef0123456";
const region = { cloudProvider: "AWS", region: "US_EAST_1" } as const;
const dated = {
  id: "c0123456789abcdef0123450",
  clusterName: "data",
  dbName: "sales",
  collName: "orders",
  criteria: { dateField: "at", dateFormat: "ISODATE", expireAfterDays: 30, type: "DATE" },
  dataProcessRegion: region,
  partitionFields: [{ fieldName: "at", order: 0 }],
} as const satisfies Archives[number];
const chosen = {
  id: "c0123456789abcdef0123451",
  clusterName: "data",
  dbName: "sales",
  collName: "carts",
  criteria: { query: '{"closed":true}', type: "CUSTOM" },
  dataExpirationRule: { expireAfterDays: 60 },
  dataProcessRegion: region,
  paused: true,
  schedule: { endHour: 4, startHour: 2, type: "DAILY" },
} as const satisfies Archives[number];

const worldWith = (onlineArchives: Archives): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [
        {
          name: "payments",
          clusters: [{ name: "data" }, { name: "small", providerName: "FLEX" }],
          onlineArchives,
        },
      ],
    },
  ],
});

test("online archives are read back as they were planted", async () => {
  const planted = [dated, chosen] as const;
  await using anteroom = await createAnteroom({ seed: worldWith(planted) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(read.orgs[0]?.groups?.[0]?.onlineArchives, planted);
  const differences = (archives: Archives) => compare(worldWith(archives), read).map(describe);
  deepEqual(differences(planted), []);
  deepEqual(differences([{ ...chosen, paused: false }]), [
    "online archive data sales.carts paused: false → true",
    "online archive data sales.orders is new",
  ]);
});
