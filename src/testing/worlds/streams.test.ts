// Stream workspaces that a seed plants are read back, and compared.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { withoutMade } from "../../../test/support/made.ts";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const id = (last: string) => `c0123456789abcdef012345${last}`;
const streamWorkspaces = [
  {
    id: id("0"),
    name: "data",
    dataProcessRegion: { cloudProvider: "AWS", region: "DUBLIN_IRL" },
    connections: [
      {
        id: id("1"),
        name: "hooks",
        type: "Https",
        headers: { "x-source": "streams" },
        region: "DUBLIN_IRL",
        url: "https://hooks.example.net",
      },
      {
        id: id("5"),
        name: "orders",
        type: "Kafka",
        bootstrapServers: "one.example.com:9092",
        failoverConnections: [
          {
            id: id("6"),
            type: "Kafka",
            bootstrapServers: "two.example.com:9092",
            networking: { access: { type: "PUBLIC" } },
            region: "FRANKFURT_DEU",
          },
        ],
        networking: { access: { type: "PUBLIC" } },
        region: "DUBLIN_IRL",
      },
    ],
    failoverRegions: [{ cloudProvider: "AWS", region: "FRANKFURT_DEU" }],
    processors: [
      {
        id: id("2"),
        name: "copy",
        isStarted: true,
        pipeline: [{ $source: { connectionName: "hooks" } }, { $emit: { connectionName: "__testLog" } }],
        tier: "SP10",
      },
    ],
    streamConfig: { tier: "SP10" },
  },
] as const;

const networks = {
  streamPrivateLinks: [
    {
      id: id("3"),
      provider: "AZURE",
      region: "US_EAST_2",
      serviceEndpointId: "/subscriptions/hub",
      vendor: "EVENTHUB",
    },
  ],
  streamVpcPeerings: [
    {
      id: id("4"),
      name: "orders",
      isAccepted: true,
      requesterAccountId: "123456789012",
      requesterCidr: "10.8.0.0/16",
      requesterVpcId: "vpc-0123456789abcdef0",
    },
  ],
} as const;

test("private links and accepted peerings are read back as they were planted, and compared", async () => {
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const worldWith = (more: object): SeedDocument => {
    const groups = [{ name: "payments", ...more }];
    return { orgs: [{ id: orgId, name: "Acme", apiKeys, groups }] };
  };
  await using anteroom = await createAnteroom({ seed: worldWith(networks) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const { streamPrivateLinks, streamVpcPeerings } = read.orgs[0]?.groups?.[0] ?? {};
  deepEqual({ streamPrivateLinks, streamVpcPeerings }, networks);
  deepEqual(
    compare(worldWith({}), read)
      .map(describe)
      .filter((line) => line.includes("stream processing")),
    [
      "private link of stream processing AZURE US_EAST_2 EVENTHUB is new",
      "VPC peering of stream processing orders is new",
    ],
  );
});

test("workspaces are read back with their connections and processors as they were planted, and compared", async () => {
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const worldWith = (more: object): SeedDocument => {
    const groups = [{ name: "payments", ...more }];
    return { orgs: [{ id: orgId, name: "Acme", apiKeys, groups }] };
  };
  await using anteroom = await createAnteroom({ seed: worldWith({ streamWorkspaces }) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  deepEqual(withoutMade(read.orgs[0]?.groups?.[0]?.streamWorkspaces), streamWorkspaces);
  const [workspace] = streamWorkspaces;
  const other = { streamWorkspaces: [{ ...workspace, connections: [], processors: [] }] };
  const said = (before: object) => compare(worldWith(before), read).map(describe);
  const gained = `connections Https hooks https://hooks.example.net, Kafka orders one.example.com:9092; processors copy started ${JSON.stringify(workspace.processors[0].pipeline)}`;
  deepEqual(
    [{}, other].map((before) => said(before).filter((line) => line.includes("stream workspace"))),
    [[`stream workspace data is new: ${gained}`], [`stream workspace data gained ${gained}`]],
  );
});
