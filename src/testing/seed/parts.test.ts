// Tests that parts of organizations and projects are the bodies of the operations that create them.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { maintenanceWindows } from "../../atlas/project-settings/kept.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import { mintBytes } from "../../core/secrets/mint.ts";
import { readSpec } from "../../core/spec/files.ts";
import { openStore } from "../../server/open-store.ts";
import { createAnteroom } from "../embedded.ts";
import { kindsOfGroup, kindsOfOrg } from "./kinds.ts";
import { plantKinds } from "./parts.ts";
import { plant } from "./plant.ts";
import { plantingOf } from "./planting.ts";
import { describeSeeds } from "./schema.ts";

const begin = (group: object, now?: string) =>
  createAnteroom({
    ...(now !== undefined && { now }),
    seed: {
      orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"] }], groups: [{ name: "payments", ...group }] }],
    },
  });

const published = readSpec("atlas").operations;

test("each is created by an operation that Atlas publishes, and is in the form of seeds", () => {
  type Form = { properties: Record<string, { description?: string }> };
  const { $defs } = describeSeeds() as { $defs: Record<"SeedGroup" | "SeedOrg", Form> };
  const tables = [
    [kindsOfOrg, $defs.SeedOrg],
    [kindsOfGroup, $defs.SeedGroup],
  ] as const;
  for (const [parts, { properties }] of tables) {
    for (const [name, { of, says }] of Object.entries(parts)) {
      equal(of in published, true, name);
      equal(properties[name]?.description, says);
    }
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

test("certificates of a database user are listed until they end", async () => {
  const roles = [{ roleName: "read", databaseName: "sales" }];
  const app = { username: "app", databaseName: "$external", x509Type: "MANAGED", roles } as const;
  const lasting = { serial: 12, createdAt: "2026-01-02T03:04:05Z", notAfter: "2099-01-02T03:04:05Z" };
  const certificates = [lasting, { serial: 13, notAfter: "2026-01-02T03:04:05Z" }];
  await using anteroom = await begin({ databaseUsers: [{ ...app, certificates }] });
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const { results } = await anteroom.atlas.listGroupDatabaseUserCerts({ groupId, username: "app" });
  const { serial: _id, createdAt, notAfter } = lasting;
  deepEqual(results, [{ _id, createdAt, groupId, notAfter, subject: "CN=app" }]);
});

test("invitations keep their date and inviter, and one that would have expired begins anew", async () => {
  const sent = { createdAt: "2026-11-04T00:00:00Z", inviter: "lin@example.com" };
  const roles = ["GROUP_READ_ONLY"] as const;
  const invites = [
    { username: "max@example.com", roles, ...sent, createdAt: "2026-11-03T00:00:00Z" },
    { username: "zoe@example.com", roles, ...sent },
  ];
  await using anteroom = await begin({ invites }, "2026-12-03T00:00:00Z");
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const shown = await anteroom.atlas.listGroupInvites({ groupId });
  deepEqual(
    shown.map(({ username, createdAt, inviterUsername: inviter }) => ({ username, createdAt, inviter })),
    [
      { username: "zoe@example.com", ...sent },
      { username: "max@example.com", ...sent, createdAt: "2026-12-03T00:00:00Z" },
    ],
  );
});

test("what the handler of its operation refuses is refused at its place", async () => {
  const databaseUsers = [{ username: "app", roles: [{ roleName: "nothing", databaseName: "admin" }] }];
  await rejects(begin({ databaseUsers }), /\n {2}- orgs\.0\.groups\.0\.databaseUsers\.0/);
});

test("a row alone makes a new kind: the handler plants it, and refuses it at its place", async (t) => {
  const store = await openStore({ kind: "memory" });
  t.after(() => store.close());
  const keyring = createKeyring(mintBytes(32));
  const now = Date.parse("2026-08-10T03:04:53Z");
  const group = { id: "b0123456789abcdef0123456", orgId: "a0123456789abcdef0123456" };
  const groups = [{ id: group.id, name: "payments" }];
  await plant({ orgs: [{ id: group.orgId, name: "Acme", groups }] }, { store, keyring, now });
  const table = {
    maintenanceWindow: { of: "updateGroupMaintenanceWindow", says: "When it is maintained.", isOne: true },
  } as const;
  const plantWindow = (maintenanceWindow: object) =>
    store.write((tx) => {
      const known = { apiKeys: [], serviceAccounts: [] };
      const given = { tx, now, keyring, known, passwordHashes: new Map(), mailed: false, adds: true };
      const seed = { name: "payments", maintenanceWindow };
      return plantKinds(table, plantingOf(given), seed, { group }, "orgs.0.groups.0");
    });
  await rejects(plantWindow({ hourOfDay: 4 }), /orgs\.0\.groups\.0\.maintenanceWindow\.dayOfWeek: /);
  await plantWindow({ dayOfWeek: 3, hourOfDay: 4 });
  const { document } = await store.read((tx) => maintenanceWindows.find({ tx, now }, group));
  deepEqual([document.dayOfWeek, document.hourOfDay], [3, 4]);
});
