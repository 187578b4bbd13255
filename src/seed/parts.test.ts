// Parts of a project are the bodies of the operations that create them.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import { published } from "../spec/definition.ts";
import { parts } from "./parts.ts";
import { describeSeeds } from "./schema.ts";

const begin = (group: object) =>
  createAnteroom({
    seed: {
      orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"] }], groups: [{ name: "payments", ...group }] }],
    },
  });

test("each is created by an operation that Atlas publishes, and is in the form of seeds", () => {
  const { $defs } = describeSeeds() as { $defs: { SeedGroup: { properties: Record<string, object> } } };
  for (const [name, { of, says }] of Object.entries(parts)) {
    equal(of in published, true, name);
    equal((($defs.SeedGroup.properties[name] ?? {}) as { description?: string }).description, says);
  }
});

test("a cluster has all that the body of its creation may have", async () => {
  const sent = {
    name: "wide",
    advancedConfiguration: { minimumEnabledTlsProtocol: "TLS1_3" },
    labels: [{ key: "team", value: "payments" }],
    encryptionAtRestProvider: "NONE",
    redactClientLogData: true,
  } as const;
  await using anteroom = await begin({ clusters: [sent] });
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const cluster = await anteroom.atlas.getGroupCluster({ groupId, clusterName: "wide" });
  const { name, advancedConfiguration, labels, encryptionAtRestProvider, redactClientLogData } = cluster;
  const { minimumEnabledTlsProtocol } = advancedConfiguration ?? {};
  deepEqual(
    {
      name,
      advancedConfiguration: { minimumEnabledTlsProtocol },
      labels,
      encryptionAtRestProvider,
      redactClientLogData,
    },
    sent,
  );
});

test("an entry of the access list is named by `entry` or as the operation names it", async () => {
  const accessList = [
    { entry: "192.0.2.0/24" },
    { cidrBlock: "198.51.100.0/24", comment: "office" },
    { ipAddress: "203.0.113.7" },
    { awsSecurityGroup: "sg-0123456789abcdef0" },
  ];
  await using anteroom = await begin({ accessList });
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const { results = [] } = await anteroom.atlas.listGroupAccessListEntries({ groupId });
  deepEqual(results.map(({ cidrBlock, awsSecurityGroup }) => cidrBlock ?? awsSecurityGroup).sort(), [
    "192.0.2.0/24",
    "198.51.100.0/24",
    "203.0.113.7/32",
    "sg-0123456789abcdef0",
  ]);
  await rejects(
    begin({ accessList: [{ comment: "nowhere" }] }),
    /orgs\.0\.groups\.0\.accessList\.0: must have entry, cidrBlock, ipAddress or awsSecurityGroup$/,
  );
});

test("what the handler of its operation refuses is refused at its place", async () => {
  const databaseUsers = [{ username: "app", roles: [{ roleName: "nothing", databaseName: "admin" }] }];
  await rejects(begin({ databaseUsers }), /\n {2}- orgs\.0\.groups\.0\.databaseUsers\.0/);
});
