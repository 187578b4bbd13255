// Remote MCP configurations that a seed plants are read back, and compared; one with a secret signs in.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { AtlasClient } from "../../client/client.ts";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup, SeedOrg } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const clientId = (digit: string) => `mdb_sa_id_${digit.repeat(24)}`;
const ofOrg = {
  id: "11111111-0000-4000-8000-000000000000",
  mcpConfigName: "readers",
  clientId: clientId("1"),
  egressClientId: clientId("2"),
  roles: ["ORG_READ_ONLY"],
  ipAccessList: ["203.0.113.0/24"],
} as const;
const ofGroup = {
  id: "22222222-0000-4000-8000-000000000000",
  mcpConfigName: "agents",
  clientId: clientId("3"),
  egressClientId: clientId("4"),
  roles: ["GROUP_READ_ONLY"],
} as const;
const clientSecret = "mdb_sa_sk_01234567";

const worldWith = (org: Partial<SeedOrg>, group: Partial<SeedGroup>): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      ...org,
      groups: [{ name: "payments", ...group }],
    },
  ],
});

test("configurations are read back as they were planted, without secrets", async () => {
  const planted = { mcpConfigs: [{ ...ofGroup, secret: clientSecret }] };
  const seed = worldWith({ mcpConfigs: [ofOrg] }, planted);
  await using anteroom = await createAnteroom({ seed });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const [org] = read.orgs;
  deepEqual([org?.mcpConfigs, org?.groups?.[0]?.mcpConfigs], [[ofOrg], [ofGroup]]);
  deepEqual(org?.serviceAccounts, []);
  deepEqual(
    compare(worldWith({}, {}), read)
      .map(describe)
      .filter((line) => line.includes("MCP")),
    [
      "remote MCP configuration readers is new: ORG_READ_ONLY; ipAccessList 203.0.113.0/24",
      "remote MCP configuration agents is new: GROUP_READ_ONLY",
    ],
  );
  const client = new AtlasClient({ baseUrl: anteroom.url, clientId: ofGroup.clientId, clientSecret });
  equal((await client.listGroups({})).totalCount, 1);
});
