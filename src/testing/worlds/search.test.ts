// Search indexes that a seed plants are read back, with their ids, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const names = { database: "sample_mflix", collectionName: "movies" } as const;
const searchIndexes = [
  {
    id: "c0123456789abcdef0123450",
    clusterName: "data",
    ...names,
    name: "default",
    type: "search",
    definition: { mappings: { dynamic: true } },
  },
  {
    id: "c0123456789abcdef0123451",
    clusterName: "small",
    ...names,
    name: "plots",
    type: "vectorSearch",
    definition: { fields: [{ numDimensions: 3, path: "plot", similarity: "cosine", type: "vector" }] },
  },
] as const satisfies SeedGroup["searchIndexes"];

const worldWith = (indexes: NonNullable<SeedGroup["searchIndexes"]>): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [
        {
          name: "payments",
          clusters: [{ name: "data" }, { name: "small", providerName: "FLEX" }],
          searchIndexes: indexes,
        },
      ],
    },
  ],
});

test("search indexes of clusters of both kinds are read back as they were planted", async () => {
  await using anteroom = await createAnteroom({ seed: worldWith(searchIndexes) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(read.orgs[0]?.groups?.[0]?.searchIndexes, searchIndexes);
  const differences = (indexes: NonNullable<SeedGroup["searchIndexes"]>) =>
    compare(worldWith(indexes), read)
      .map(describe)
      .filter((line) => line.includes("search index"));
  deepEqual(differences([]), [
    "search index data sample_mflix.movies default is new",
    "search index small sample_mflix.movies plots is new",
  ]);
  deepEqual(differences(searchIndexes), []);
});
