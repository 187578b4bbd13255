// AI model API keys and rate limits that a seed plants are read back, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const aiModelApiKeys = [
  {
    id: "a86r5kwrfsk5r5ku5tgvhmpj",
    name: "embedding",
    createdAt: "2026-01-15T16:47:49.855000+00:00",
    createdBy: "Ada Lovelace",
    maskedSecret: "al-****odu2",
  },
];
const aiModelRateLimits = [
  { modelGroupName: "embed_large", requestsPerMinuteLimit: 100, tokensPerMinuteLimit: 10_000 },
] as const;

test("keys and changed limits are read back as they were planted", async () => {
  const worldWith = (models: Pick<SeedGroup, "aiModelApiKeys" | "aiModelRateLimits">): SeedDocument => ({
    orgs: [
      {
        id: orgId,
        name: "Acme",
        apiKeys: [{ roles: ["ORG_OWNER"] }],
        groups: [{ name: "payments", ...models }],
      },
    ],
  });
  await using anteroom = await createAnteroom({ seed: worldWith({ aiModelApiKeys, aiModelRateLimits }) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const [group] = read.orgs[0]?.groups ?? [];
  deepEqual(group?.aiModelApiKeys, aiModelApiKeys);
  deepEqual(group?.aiModelRateLimits, aiModelRateLimits);
  deepEqual(
    compare(worldWith({}), read)
      .map(describe)
      .filter((line) => line.includes("model")),
    ["AI model API key embedding is new", "rate limit of AI models embed_large is new"],
  );
});
