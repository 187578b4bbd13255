// A world read through the API and planted again is the same world, and what is changed afterwards is what a comparison says, no
// more and no less. ANTEROOM_MIRROR_PEOPLE and _GROUPS make it larger: npm run proof:mirror.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { AtlasClient, AtlasUnreachable } from "../src/client/client.ts";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { openStore } from "../src/server/open-store.ts";
import { worldIn } from "../src/testing/controls/dumped-world.ts";
import { worldTables } from "../src/testing/controls/runs.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { checkSeed } from "../src/testing/seed/document.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { compare, describe } from "../src/testing/worlds/compare.ts";
import { openJournal } from "../src/testing/worlds/parts.ts";
import { type Mirror, readWorld } from "../src/testing/worlds/read.ts";
import { readUnread, writeSeed } from "../src/testing/worlds/write.ts";
import { anteroom } from "./support/command.ts";
import { idOf } from "./support/counting.ts";
import { federationId, mappingId, oidcId, policyId } from "./support/mirror-settings.ts";
import { mirrored, mirrorSeed } from "./support/mirror-world.ts";
import { pluck } from "./support/pluck.ts";
import { createFolder, createStorage, locationOf } from "./support/storage.ts";
import { ids, keys, seed as smallSeed } from "./support/world.ts";

const people = Number(process.env.ANTEROOM_MIRROR_PEOPLE ?? 300);
const groups = Number(process.env.ANTEROOM_MIRROR_GROUPS ?? 20);
const { org, person, personId, group, team } = mirrored;
const [first, fifth] = [{ groupId: group(0) }, { groupId: group(4) }];
const connection = { federationSettingsId: federationId, orgId: org };

/** Lists the differences, each as `where: what`. */
const told = (before: Mirror["seed"], after: Mirror["seed"]): string[] =>
  compare(before, after)
    .map((each) => `${each.place.kind} ${each.place.name}: ${describe(each)}`)
    .sort();

/** A change through the API, and the differences that it is to be told by. */
type Change = readonly [perform: (client: AtlasClient) => Promise<unknown>, said: readonly string[]];

const acme = "organization Acme & Söhne";

/** Changes of as many kinds, to things that are not the same. */
const changes: readonly Change[] = [
  [
    (client) => client.addOrgUserRole({ orgId: org, userId: personId(8), body: { orgRole: "ORG_OWNER" } }),
    [`${acme}: ${person(8)} gained ORG_OWNER`],
  ],
  [
    (client) =>
      client.updateOrgUser({
        orgId: org,
        userId: personId(12),
        body: { roles: { orgRoles: ["ORG_READ_ONLY"] } },
      }),
    [`${acme}: ${person(12)} gained ORG_READ_ONLY, lost ORG_GROUP_CREATOR`],
  ],
  [
    (client) => client.removeGroupUser({ groupId: group(3), userId: personId(3) }),
    [`project project 3: ${person(3)} has no access; had GROUP_CLUSTER_MANAGER`],
  ],
  [
    (client) =>
      client.addGroupUsers({ groupId: group(9), body: { username: person(4), roles: ["GROUP_OWNER"] } }),
    [`project project 9: ${person(4)} has access: GROUP_OWNER`],
  ],
  [
    (client) =>
      client.addGroupUserRole({ groupId: group(5), userId: personId(5), body: { groupRole: "GROUP_OWNER" } }),
    [`project project 5: ${person(5)} gained GROUP_OWNER`],
  ],
  [
    (client) =>
      client.createOrgUser({
        orgId: org,
        body: { username: "new@example.com", roles: { orgRoles: ["ORG_MEMBER"] } },
      }),
    [`${acme}: invitation new@example.com is pending: ORG_MEMBER`],
  ],
  [
    (client) =>
      client.createGroupInvite({
        groupId: group(1),
        body: { username: "old@example.com", roles: ["GROUP_OWNER"] },
      }),
    ["project project 1: invitation old@example.com is pending: GROUP_OWNER"],
  ],
  [
    async (client) => {
      const [invite] = await client.listGroupInvites({ groupId: group(2) });
      await client.deleteGroupInvite({ groupId: group(2), invitationId: invite?.id ?? "" });
    },
    ["project project 2: invitation visitor.2@example.com is no longer pending; had GROUP_ACCESS_MANAGER"],
  ],
  [
    (client) =>
      client.updateGroupInvites({
        groupId: group(4),
        body: { username: "visitor.4@example.com", roles: ["GROUP_OWNER"] },
      }),
    [
      "project project 4: invitation visitor.4@example.com gained GROUP_OWNER, lost GROUP_NETWORK_ACCESS_MANAGER",
    ],
  ],
  [
    (client) => client.removeOrgUser({ orgId: org, userId: "530000000000000000000001" }),
    [`${acme}: invitation guest.1@example.com is no longer pending; had ORG_MEMBER`],
  ],
  [
    (client) =>
      client.addGroupUsers({
        groupId: group(0),
        body: { username: "guest.5@example.com", roles: ["GROUP_OWNER"] },
      }),
    [`${acme}: invitation guest.5@example.com gained GROUP_OWNER in project 0`],
  ],
  [
    (client) => client.updateOrgSettings({ orgId: org, body: { multiFactorAuthRequired: false } }),
    [`${acme}: multiFactorAuthRequired: true → false`],
  ],
  [
    (client) => client.renameOrgTeam({ orgId: org, teamId: team(0), body: { name: "core" } }),
    [`${acme}: team team 0 name: team 0 → core`],
  ],
  [
    (client) => client.addOrgTeamUser({ orgId: org, teamId: team(1), body: { id: personId(people - 1) } }),
    [`team team 1: ${person(people - 1)} joined`],
  ],
  [
    (client) =>
      client.updateGroupTeam({ groupId: group(6), teamId: team(6), body: { roleNames: ["GROUP_OWNER"] } }),
    ["project project 6: team team 6 gained GROUP_OWNER, lost GROUP_CLUSTER_MANAGER"],
  ],
  [
    (client) => client.removeGroupTeam({ groupId: group(7), teamId: team(7) }),
    ["project project 7: team team 7 has no access; had GROUP_CLUSTER_CREATOR"],
  ],
  [
    (client) => client.updateGroup({ groupId: group(8), body: { name: "billing" } }),
    [`${acme}: project project 8 name: project 8 → billing`],
  ],
  [
    (client) =>
      client.createOrgApiKeyAccessListEntry({
        orgId: org,
        apiUserId: "c30000000000000000000001",
        body: [{ ipAddress: "198.51.100.7" }],
      }),
    [`${acme}: API key mirrorre gained addresses 198.51.100.7/32`],
  ],
  [
    (client) =>
      client.updateOrgApiKey({
        orgId: org,
        apiUserId: "c30000000000000000000002",
        body: { desc: "renamed" },
      }),
    [`${acme}: API key aaaaaaaa description: key: 0 → renamed`],
  ],
  [
    (client) =>
      client.deleteOrgServiceAccount({ orgId: org, clientId: "mdb_sa_id_660000000000000000000001" }),
    [`${acme}: service account mdb_sa_id_660000000000000000000001 is gone; had ORG_MEMBER`],
  ],
  [
    (client) =>
      client.createGroupAccessListEntry({ ...first, body: [{ ipAddress: "192.0.2.9", comment: "x" }] }),
    ["project project 0: access list entry 192.0.2.9/32 is new"],
  ],
  [
    (client) => client.deleteGroupAccessListEntry({ ...fifth, entryValue: "sg-0123" }),
    ["project project 4: access list entry sg-0123 is gone"],
  ],
  [
    (client) =>
      client.createGroupAccessListEntry({
        groupId: group(8),
        body: [{ cidrBlock: "203.0.113.0/24", comment: "home" }],
      }),
    ["project billing: access list entry 203.0.113.0/24 comment: the office: # 1 → home"],
  ],
  [
    (client) =>
      client.updateGroupCustomDbRoleRole({
        ...first,
        roleName: "reports",
        body: {
          actions: [{ action: "FIND", resources: [{ db: "sales", collection: "orders" }, { db: "hr" }] }],
          inheritedRoles: [{ db: "hr", role: "read" }],
        },
      }),
    ["project project 0: database role reports gained actions FIND@hr, lost inherited roles writes@admin"],
  ],
  [
    (client) =>
      client.updateGroupDatabaseUser({
        ...first,
        databaseName: "admin",
        username: "app-0",
        body: {
          roles: [{ roleName: "read", databaseName: "sales" }],
          scopes: [],
          password: "another password",
        },
      }),
    ["project project 0: database user app-0 gained read@sales, lost readWrite@sales.orders; scopes main"],
  ],
  [
    (client) => client.deleteGroupDatabaseUser({ ...fifth, databaseName: "$external", username: "cn" }),
    ["project project 4: database user cn ($external) is gone; had atlasAdmin@admin"],
  ],
  [
    (client) =>
      client.toggleGroupAlertConfig({ ...first, alertConfigId: idOf("a2", 0), body: { enabled: true } }),
    ["project project 0: alert configuration NO_PRIMARY enabled: false → true"],
  ],
  [
    (client) =>
      client.updateGroupAlertConfig({
        ...fifth,
        alertConfigId: idOf("a2", 4),
        body: {
          eventTypeName: "NO_PRIMARY",
          enabled: false,
          notifications: [{ typeName: "EMAIL", emailAddress: "ops@example.com" }],
        },
      }),
    [
      "project project 4: alert configuration NO_PRIMARY gained notifications EMAIL emailAddress=ops@example.com, lost notifications GROUP delayMin=5 emailEnabled roles=GROUP_OWNER",
    ],
  ],
  [
    (client) => client.deleteGroupAlertConfig({ ...fifth, alertConfigId: idOf("a1", 4) }),
    [
      "project project 4: alert configuration OUTSIDE_METRIC_THRESHOLD is gone; had matchers HOSTNAME EQUALS main; notifications PAGER_DUTY serviceKey=****************************cdef, TEAM emailEnabled team=team 2, WEBHOOK webhookSecret=***************** webhookUrl=https://hooks.example.com/****rror",
    ],
  ],
  [
    (client) =>
      client.updateGroupIntegration({
        ...first,
        integrationType: "PAGER_DUTY",
        body: { type: "PAGER_DUTY", serviceKey: "f".repeat(32) },
      }),
    [`project project 0: integration PAGER_DUTY serviceKey: ${"*".repeat(28)}cdef → ${"*".repeat(28)}ffff`],
  ],
  [
    (client) => client.deleteGroupIntegration({ ...fifth, integrationType: "WEBHOOK" }),
    ["project project 4: integration WEBHOOK is gone"],
  ],
  [
    (client) =>
      client.authorizeGroupCloudProviderAccessRole({
        ...first,
        roleId: idOf("e2", 0),
        body: { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/other" },
      }),
    [
      "project project 0: cloud provider access arn:aws:iam::123456789012:role/other iamAssumedRoleArn: none → arn:aws:iam::123456789012:role/other",
    ],
  ],
  [
    (client) =>
      client.deauthorizeGroupCloudProviderAccessRole({
        ...fifth,
        cloudProvider: "GCP",
        roleId: idOf("e4", 4),
      }),
    ["project project 4: cloud provider access GCP is gone"],
  ],
  [
    (client) =>
      client.updateGroupUserSecurity({ ...first, body: { ldap: { hostname: "ldap.example.net" } } }),
    [`${acme}: project project 0 ldap.hostname: ldap.example.com → ldap.example.net`],
  ],
  [
    (client) =>
      client.updateGroupEncryptionAtRest({
        ...first,
        body: { awsKms: { region: "EU_WEST_1" }, azureKeyVault: { enabled: false } },
      }),
    [
      "project project 0: encryption at rest AWS region: US_EAST_1 → EU_WEST_1",
      "project project 0: encryption at rest AZURE is gone",
    ],
  ],
  [
    async (client) => {
      await client.disableGroupBackupCompliancePolicy({ groupId: group(4) });
      const clusterName = "app";
      await client.updateGroupClusterBackupSchedule({
        ...first,
        clusterName,
        body: {
          restoreWindowDays: 5,
          policies: [
            {
              policyItems: [
                { frequencyInterval: 1, frequencyType: "hourly", retentionUnit: "days", retentionValue: 5 },
              ],
            },
          ],
        },
      });
      await client.updateGroupClusterSearchDeployment({
        ...first,
        clusterName,
        body: { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 3 }] },
      });
    },
    [
      "project project 0: cluster app gained backups hourly 1 kept 5 days; searchNodes 3 S20_HIGHCPU_NVME, lost backups hourly 2 kept 3 days; searchNodes 2 S20_HIGHCPU_NVME, restoreWindowDays: 3 → 5",
      "project project 4: backup compliance policy of the project is gone; had backups hourly 4 kept 2 days",
    ],
  ],
  [
    (client) => client.disableGroupUserSecurityCustomerX509({ groupId: group(4) }),
    [`${acme}: project project 4 customerX509: sha256:0cb397858ac7c2bb → none`],
  ],
  [
    (client) =>
      client.updateOrgResourcePolicy({
        orgId: org,
        resourcePolicyId: policyId,
        body: { name: "no network", description: null },
      }),
    [
      `${acme}: resource policy no network name: no open network → no network, description: of security → none`,
    ],
  ],
  [
    (client) =>
      client.updateFederationSettingIdentityProvider({
        federationSettingsId: federationId,
        identityProviderId: oidcId,
        body: { associatedDomains: ["example.com", "example.net"], userClaim: "email" },
      }),
    [`${acme}: identity provider Okta gained domains example.net, userClaim: sub → email`],
  ],
  [
    (client) =>
      client.updateFederationSettingConnectedOrgConfig({
        ...connection,
        body: { dataAccessIdentityProviderIds: [], domainRestrictionEnabled: false, domainAllowList: [] },
      }),
    [
      `${acme}: federation Acme & Söhne lost providers of data access Okta; allowed domains example.com, identityProvider: Old → none, domainRestrictionEnabled: true → false`,
    ],
  ],
  [
    (client) =>
      client.updateFederationSettingConnectedOrgConfigRoleMapping({
        ...connection,
        id: mappingId,
        body: { externalGroupName: "developers", roleAssignments: [{ orgId: org, role: "ORG_READ_ONLY" }] },
      }),
    [`${acme}: role mapping developers gained ORG_READ_ONLY, lost ORG_MEMBER; GROUP_READ_ONLY in project 0`],
  ],
];

test("a mirror is the same world, and a comparison says exactly what was changed", async (t) => {
  await using one = await createAnteroom({ seed: mirrorSeed(people, groups), limits: "atlas" });
  const client = new AtlasClient({ ...mirrored.owner, baseUrl: one.url, retries: 20 });
  const began = performance.now();
  const first = await readWorld({ client, orgId: org });
  const readMs = performance.now() - began;
  const text = writeSeed(first, "a test");
  deepEqual(first.unread, []);
  deepEqual(told(mirrorSeed(people, groups), first.seed), []);

  await t.test("the file is the world, line by line", () => {
    const read = checkSeed(parse(text));
    deepEqual(read, JSON.parse(JSON.stringify(read)));
    deepEqual(told(first.seed, read), []);
    equal(read.mailed, false);
    ok(!/privateKey|secret:|password|not in the mirror/.test(text), "there is a secret in it");
    equal(text.split("\n").filter((line) => line.includes(`username: ${person(7)},`)).length, 3);
  });

  await t.test("planted again it is the same, with its ids", async () => {
    const planted = checkSeed(parse(text));
    const caller = { ...mirrored.owner, desc: "of the second server", roles: ["ORG_OWNER" as const] };
    const apiKeys = (planted.orgs[0]?.apiKeys ?? []).map((each) =>
      each.publicKey === caller.publicKey ? { ...each, privateKey: caller.privateKey } : each,
    );
    const orgs = planted.orgs.map((each) => ({ ...each, apiKeys }));
    const startedAt = performance.now();
    await using other = await createAnteroom({ seed: { ...planted, orgs } });
    const second = await readWorld({
      client: new AtlasClient({ ...mirrored.owner, baseUrl: other.url }),
      orgId: org,
    });
    t.diagnostic(`planted and read again in ${Math.round(performance.now() - startedAt)} ms`);
    equal(writeSeed(second, "a test"), text);
  });

  await t.test("each change is one difference", async () => {
    for (const [perform] of changes) await perform(client);
    const began = performance.now();
    const after = await readWorld({ client, orgId: org });
    const said = told(first.seed, after.seed);
    t.diagnostic(`read and compared in ${Math.round(performance.now() - began)} ms`);
    deepEqual(said, changes.flatMap(([, each]) => each).sort());
  });
  const mb = Math.round(process.memoryUsage().rss / 2 ** 20);
  t.diagnostic(
    `${people} people, ${groups} projects: read in ${Math.round(readMs)} ms; ${text.length} bytes; ${mb} MB`,
  );
});

test("who may read only gets the rest, and is told what is missing", async () => {
  await using server = await createAnteroom({ seed: smallSeed });
  const client = new AtlasClient({ ...keys.reader, baseUrl: server.url });
  const mirror = await readWorld({ client, orgId: ids.org });
  deepEqual(pluck(mirror.unread, "part"), [
    "federation",
    `groups.${ids.group}.auditLog`,
    `groups.${ids.group}.backupCompliancePolicy`,
    `groups.${ids.group}.backupPrivateEndpoints.AWS`,
    `groups.${ids.group}.encryptionAtRestPrivateEndpoints.AWS`,
    `groups.${ids.group}.encryptionAtRestPrivateEndpoints.AZURE`,
    `groups.${ids.group}.invites`,
    `groups.${ids.group}.logIntegrations`,
    `groups.${ids.group}.metricIntegrations`,
    `groups.${ids.group}.pushBasedLogExport`,
    `groups.${ids.group}.userSecurity`,
    "invites.ids",
    "sandboxConfigs",
  ]);
  equal(mirror.seed.orgs[0]?.invites?.[0]?.username, "new@example.com");
  const text = writeSeed(mirror, "a test");
  deepEqual(readUnread(text), mirror.unread);

  // What one side does not tell is no difference.
  const owner = new AtlasClient({ ...keys.owner, baseUrl: server.url });
  const whole = await readWorld({ client: owner, orgId: ids.org });
  const unread = new Set(mirror.unread.map(({ part }) => part));
  deepEqual(compare(whole.seed, mirror.seed, { unread }), []);
  equal(compare(whole.seed, mirror.seed).length, 1);
});

test("a reading that was interrupted goes on where it ended", async (t) => {
  await using server = await createAnteroom({ seed: mirrorSeed(30, 6) });
  const file = join(createFolder(t), "acme.yaml.partial");
  let left = 12;
  let asked = 0;
  const failing: typeof fetch = async (...given) => {
    asked++;
    if (left-- <= 0) throw new TypeError("fetch failed", { cause: new Error("the cable is out") });
    return fetch(...given);
  };
  const client = (sending: typeof fetch) =>
    new AtlasClient({ ...mirrored.owner, baseUrl: server.url, fetch: sending });
  const begun = await openJournal(file, "acme");
  await rejects(readWorld({ client: client(failing), orgId: org, journal: begun }), AtlasUnreachable);
  const journal = await openJournal(file, "acme");
  ok(journal.found > 0);
  [left, asked] = [Number.POSITIVE_INFINITY, 0];
  const resumed = await readWorld({ client: client(failing), orgId: org, journal });
  const askedAgain = asked;
  asked = 0;
  const whole = await readWorld({ client: client(failing), orgId: org });
  deepEqual(resumed, whole);
  ok(askedAgain < asked, `${askedAgain} requests of ${asked}`);
  equal((await openJournal(file, "another")).found, 0);
  await journal.end();
  ok(!existsSync(file));
});

test("anteroom snapshot and anteroom diff, from a shell", async (t) => {
  await using server = await createAnteroom({ seed: smallSeed });
  const folder = createFolder(t);
  const [monday, friday] = [join(folder, "monday.yaml"), join(folder, "friday.yaml")];
  const env = {
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
    ANTEROOM_URL: server.url,
  };
  const taken = await anteroom(["snapshot", "--output", monday], { env });
  equal(taken.code, 0, taken.stderr);
  match(taken.stderr, /anteroom: 2 people, 1 project, 1 team in /);
  equal((await stat(monday)).mode & 0o777, 0o600);
  match(await readFile(monday, "utf8"), new RegExp(`^# Acme \\(${ids.org}\\), as http://127`));

  const client = new AtlasClient({ ...keys.owner, baseUrl: server.url });
  await client.addGroupUsers({
    groupId: ids.group,
    body: { username: "member@example.com", roles: ["GROUP_READ_ONLY"] },
  });
  const drift = await anteroom(["diff", monday, server.url, "--quiet"], { env });
  deepEqual(drift, {
    code: 1,
    stdout: `project payments (${ids.group})\n  + member@example.com has access: GROUP_READ_ONLY\n`,
    stderr: "",
  });

  const reader = {
    ...env,
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.reader.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.reader.privateKey,
  };
  const partial = await anteroom(["snapshot", "--output", friday, "--quiet"], { env: reader });
  equal(partial.code, 3, partial.stderr);
  match(
    partial.stderr,
    /what could not be read is not in it:\n {2}federation: 401 .*\n {2}groups\.\w+\.auditLog: 401 .*\n {2}groups\.\w+\.backupCompliancePolicy: 401 .*\n(?: {2}groups\.\w+\.\w+PrivateEndpoints\.\w+: 401 .*\n){3} {2}groups\.\w+\.invites: 401/,
  );
  const json = await anteroom(["diff", "--json", friday, server.url, "--quiet"], { env });
  equal(json.code, 3, json.stdout);
  deepEqual(JSON.parse(json.stdout).differences, []);
  equal(JSON.parse(json.stdout).notCompared.length, 13);
  const same = await anteroom(["diff", friday, friday], { env });
  deepEqual([same.code, same.stderr.split("\n")[0]], [3, "anteroom: no difference in what was compared"]);
  const both = await anteroom(["diff", monday, friday], { env });
  equal(both.code, 3, "something is different, too");
  match(both.stdout, /\+ member@example\.com has access/);

  const absent = await anteroom(["diff", join(folder, "none.yaml"), monday], { env });
  equal(absent.code, 2);
  const stranger = { ...env, MONGODB_ATLAS_PRIVATE_API_KEY: "wrong" };
  const refused = await anteroom(["snapshot", "--output", friday, "--org", ids.org], { env: stranger });
  equal(refused.code, 1);
  match(refused.stderr, /^anteroom: getOrg: 401/m);
});

test("the rows of a store are read as the world that was planted", async (t) => {
  const seed = mirrorSeed(12, 5);
  const storage = await createStorage(t, "sqlite");
  const store = await openStore(locationOf(storage), { isServer: true });
  const keyring = createKeyring(Buffer.from("of this store"));
  await plant(seed, { store, keyring, now: Date.now() });
  const dump = await store.read((tx) => tx.dump.take(worldTables));
  await store.close();
  deepEqual(told(seed, await worldIn(dump, Date.now())), []);
});

test("a server that lacks operations loses only what they would tell", async () => {
  await using server = await createAnteroom({ seed: mirrorSeed(12, 5) });
  const lacking: typeof fetch = async (...given) => {
    const request = new Request(...given);
    if (!/alertConfigs|federationSettings|resourcePolicies/.test(request.url)) return fetch(request);
    const body = { error: 501, errorCode: "NOT_IMPLEMENTED_BY_ANTEROOM", detail: "Not here." };
    return Response.json(body, { status: 501 });
  };
  const client = new AtlasClient({ ...mirrored.owner, baseUrl: server.url, fetch: lacking });
  const { seed, unread } = await readWorld({ client, orgId: org });
  deepEqual(pluck(unread, "part"), [
    "federation",
    ...[0, 1, 2, 3, 4].map((number) => `groups.${group(number)}.alertConfigs`),
    "resourcePolicies",
  ]);
  equal(seed.orgs[0]?.groups?.[0]?.integrations?.length, 3);
});
