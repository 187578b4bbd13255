// Compares each answer about an organization with that about its copy. A difference has a reason.
import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { AtlasClient } from "../src/client/client.ts";
import { mediaType } from "../src/core/contract/versions.ts";
import { checkSeed } from "../src/testing/seed/document.ts";
import { openJournal } from "../src/testing/worlds/parts.ts";
import { readWorld } from "../src/testing/worlds/read.ts";
import { writeSeed } from "../src/testing/worlds/write.ts";
import { certificate } from "./support/certificate.ts";
import { type Call, compose, owners, startNestedWorld, type Things } from "./support/nested.ts";
import { requestToken } from "./support/oauth.ts";
import { now } from "./support/stage.ts";
import { createFolder } from "./support/storage.ts";
import { type Reply, type Sending, startWorld } from "./support/world.ts";
import { composeCalls, everyId, isNeverThere, namesIn } from "./tables/calls.ts";

const spareId = "b7".repeat(12);
const spareRoleId = "b8".repeat(12);

const monthAhead = new Date(Date.parse(now) + 20 * 86_400_000).toISOString().slice(0, 19).concat("Z");

const ofGlobal = {
  backupSchedule: {
    policyItems: [
      {
        frequencyInterval: 2,
        frequencyType: "hourly" as const,
        retentionUnit: "days" as const,
        retentionValue: 9,
      },
    ],
  },
  globalWrites: { customZoneMappings: [{ location: "CA", zone: "Zone 1" }] },
  backupEnabled: true,
  searchNodes: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }],
};

/** Things that the nested world has of one provider alone. */
const ofSpare = {
  privateEndpointRegionalMode: { enabled: true },
  privateIpMode: { enabled: true },
  privateEndpointServices: [
    {
      providerName: "AZURE" as const,
      region: "EUROPE_WEST",
      endpoints: [
        {
          id: "/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe",
          privateEndpointIPAddress: "10.0.0.4",
        },
      ],
    },
    { providerName: "GCP" as const, region: "EUROPE_WEST_2" },
  ],
  cloudProviderAccess: [
    {
      providerName: "AZURE" as const,
      atlasAzureAppId: "11111111-2222-4333-8444-555555555555",
      servicePrincipalId: "21111111-2222-4333-8444-555555555555",
      tenantId: "31111111-2222-4333-8444-555555555555",
    },
    { providerName: "GCP" as const },
    {
      id: spareRoleId,
      providerName: "AWS" as const,
      iamAssumedRoleArn: "arn:aws:iam::123456789012:role/lake",
    },
  ],
  federatedDatabases: [{ name: "lake", cloudProviderConfig: { aws: { roleId: spareRoleId } } }],
  networkContainers: [{ providerName: "GCP" as const, atlasCidrBlock: "10.8.0.0/18" }],
  backupCompliancePolicy: {
    authorizedEmail: "security@example.com",
    authorizedUserFirstName: "Ada",
    authorizedUserLastName: "Lovelace",
    onDemandPolicyItem: {
      frequencyInterval: 1,
      frequencyType: "ondemand" as const,
      retentionUnit: "days" as const,
      retentionValue: 2,
    },
    scheduledPolicyItems: [
      {
        frequencyInterval: 6,
        frequencyType: "hourly" as const,
        retentionUnit: "days" as const,
        retentionValue: 2,
      },
    ],
  },
  userSecurity: {
    customerX509: { cas: certificate },
    ldap: { authenticationEnabled: true, hostname: "ldap.example.com", port: 636, bindUsername: "cn=atlas" },
  },
};

/** Calls that set what the nested world leaves as in the beginning. */
const settings = ({ groupId, orgId, backedUpName, authorizedRoleId, certifiedUsername }: Things) => {
  const inGroup = { groupId };
  const ofCluster = { groupId, clusterName: backedUpName };
  const hash = "a".repeat(64);
  const calls: readonly (readonly [OperationId, Call])[] = [
    ["createGroupDatabaseUserCert", { params: { groupId, username: certifiedUsername }, body: {} }],
    ["updateGroupSettings", { params: inGroup, body: { isDataExplorerEnabled: false } }],
    ["disableGroupManagedSlowMs", { params: inGroup }],
    [
      "setGroupLimit",
      { params: { groupId, limitName: "atlas.project.deployment.clusters" }, body: { value: 30 } },
    ],
    [
      "updateGroupMaintenanceWindow",
      {
        params: inGroup,
        body: {
          dayOfWeek: 2,
          hourOfDay: 3,
          startASAP: true,
          protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
        },
      },
    ],
    ["toggleGroupMaintenanceWindowAutoDefer", { params: inGroup }],
    ["deferGroupMaintenanceWindow", { params: inGroup }],
    [
      "updateGroupAuditLog",
      {
        params: inGroup,
        body: { enabled: true, auditAuthorizationSuccess: true, auditFilter: '{"atype": "a"}' },
      },
    ],
    ["toggleGroupAwsCustomDns", { params: inGroup, body: { enabled: true } }],
    [
      "createGroupPushBasedLogExport",
      { params: inGroup, body: { bucketName: "logs", iamRoleId: authorizedRoleId, prefixPath: "push" } },
    ],
    [
      "grantGroupClusterMongoDbEmployeeAccess",
      { params: ofCluster, body: { grantType: "CLUSTER_INFRASTRUCTURE", expirationTime: monthAhead } },
    ],
    [
      "pinGroupClusterCollStatPinnedNamespaces",
      { params: ofCluster, body: { namespaces: ["sales.orders"] } },
    ],
    [
      "updateGroupClusterQueryShape",
      { params: { ...ofCluster, queryShapeHash: hash }, body: { status: "REJECTED" } },
    ],
    ["updateGroupClusterProcessArgs", { params: ofCluster, body: { javascriptEnabled: false } }],
    ["getGroupCluster", { params: ofCluster }],
    ["updateGroupClusterSqlInterface", { params: ofCluster, body: { status: "ON" } }],
    [
      "pinGroupClusterFeatureCompatibilityVersion",
      { params: ofCluster, body: { expirationDate: monthAhead } },
    ],
    ["getGroupCluster", { params: ofCluster }],
    ["updateOrgDelegationSettings", { params: { orgId }, body: { idleRefreshTokenLifetime: 3600 } }],
    ["updateOrgMaintenanceSettings", { params: { orgId }, body: { waveAssignmentMode: "MANUAL" } }],
  ];
  return calls;
};

/** Differences that may be, by the operation and the member, and why. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [/^(list|get)\w+(Events?|ActivityFeed) /, "a copy has a history of its own"],
  [/^(get|list)Group(Alert |Alerts |AlertAlertConfigs |AlertConfigAlerts )/, "alerts are history"],
  [/^generateGroupSandboxClusterDescription /, "each description is of another cluster"],
  [/^getGroupAccessListStatus /, "an entry is pending for a while after it was planted"],
  [/^(get|list)(Org|Group)ApiKeys? .*\.privateKey: /, "API keys get new secrets"],
  [/^(get|list)\w+McpConfigSecrets? /, "configurations get new secrets"],
  [/^(get|list)\w+McpConfigs? .*\.createdAt: /, "addresses of an MCP configuration are as old as the copy"],
  [/^(get|list)FederationSettingIdentityProviders? .*\.createdAt: /, "providers are as old as the copy"],
  [/^(get|list)\w+BackupSnapshotDatabase/, "only a seed says what is in a snapshot"],
  [/^(get|list)\w+CollectionRestoreJob/, "restores of collections are history"],
  [/^(get|list)\w+FlexClusterBackupRestoreJobs? /, "downloads of flex clusters end within hours"],
  [/^(get|list)\w+StandbyLinkFailovers? /, "failovers are history"],
  [/^getGroupLiveMigration(ValidateStatus)? /, "what is under way is not copied"],
  [/^getGroup(SampleDatasetLoad|UserSecurityLdapVerify) /, "what is over within minutes is not copied"],
  [/^(get|list)Org(BillingCostExplorerUsage|InvoiceReports?) /, "reports end within days"],
  [/^listGroupStreamVpcPeeringConnections /, "peerings that are not accepted are listed only for an account"],
];

/** Calls that end are counted by the server that they reach. */
const isCompared = (id: OperationId): boolean =>
  operations[id].method === "GET" &&
  !isNeverThere(id) &&
  !/^(download|getOrgInvoiceCsv|listDeprecatedCalls)/.test(id);

/** Sorts a list by id or username, since things of the same instant are listed by ids that no answer shows. */
const sorted = (value: unknown): unknown => {
  const nameOf = ({ id, username }: { readonly id?: string; readonly username?: string }) =>
    id ?? username ?? "";
  return Array.isArray(value) && typeof value[0] === "object"
    ? value.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
    : value;
};

/** Lists the differences of two answers: the path of the member, and both values. */
function differences(one: unknown, other: unknown, at = ""): string[] {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") {
    return one === other ? [] : [`${at}: ${JSON.stringify(one)} is ${JSON.stringify(other)}`];
  }
  const [was, is] = [sorted(one), sorted(other)] as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const isList = Array.isArray(one);
  return names.flatMap((name) => differences(was?.[name], is?.[name], isList ? `${at}[]` : `${at}.${name}`));
}

/** Returns the body with the address of its server left out, or the status of a refusal. */
const shownIn = ({ status, json, text, headers }: Reply, url: string): unknown =>
  status < 300
    ? JSON.parse(JSON.stringify(json ?? text).replaceAll(url, ""))
    : `${status} ${headers["x-error-code"]}`;

test("a copy answers as its original", async (t) => {
  const spare = {
    id: spareId,
    name: "spare",
    createdAt: "2026-01-02T03:04:05Z",
    withDefaultAlertsSettings: false,
    clusters: [{ name: "global", clusterType: "GEOSHARDED" as const, instanceSize: "M30", ...ofGlobal }],
    ...ofSpare,
  };
  const original = await startNestedWorld(t, { newcomers: { groups: [spare] } });
  const things = original.things.own;
  const { orgId, groupId, backedUpName } = things;
  for (const [id, call] of settings(things)) {
    const reply = await original.askAs("own", compose(id, call));
    ok(reply.status < 300, `${id}: ${reply.text}`);
  }
  const client = new AtlasClient({ ...owners.own, baseUrl: original.url });
  const file = join(createFolder(t), "journal");
  const mirror = await readWorld({ client, orgId, journal: await openJournal(file, orgId) });
  deepEqual(mirror.unread, []);
  const nowhere = new AtlasClient({ ...owners.own, baseUrl: "http://127.0.0.1:1" });
  const journal = await openJournal(file, orgId);
  deepEqual(await readWorld({ client: nowhere, orgId, journal }), mirror, "read from the journal alone");
  const seed = checkSeed(parse(writeSeed(mirror, "a test")));
  const orgs = seed.orgs.map((org) => ({
    ...org,
    serviceAccounts: (org.serviceAccounts ?? []).map((each) =>
      each.clientId === owners.own.clientId ? { ...each, secret: owners.own.clientSecret } : each,
    ),
  }));
  const copy = await startWorld(t, { clusterSpeed: "now", trustProxy: 1, seed: { orgs: [] } });
  copy.clock.set({ now });
  await copy.seed({ ...seed, orgs });
  const token = (await requestToken(copy, owners.own)).json.access_token as string;
  const askCopy = ({ headers, ...sending }: Sending) =>
    copy.bearing(token, { ...sending, headers: { "x-forwarded-for": "127.0.0.1", ...headers } });

  const calls = composeCalls(original.things);
  const found: string[] = [];
  const compare = async (id: OperationId, call: Call, where: string, version?: string) => {
    const { headers, ...composed } = compose(id, call);
    const sending = { ...composed, headers: version ? { accept: mediaType(version) } : (headers ?? {}) };
    const one = shownIn(await original.askAs("own", sending), original.url);
    const other = shownIn(await askCopy(sending), copy.url);
    found.push(...new Set(differences(one, other).map((each) => `${id} ${where}${each}`)));
  };
  for (const id of everyId.filter(isCompared)) {
    const names = namesIn(operations[id].path);
    const { query } = calls[id];
    const params = {
      ...calls[id].params,
      ...(names.includes("clusterName") && { clusterName: backedUpName }),
    };
    await compare(id, { params, ...(query && { query }) }, "");
    const inSpare = { ...params, groupId: spareId, clusterName: "global" };
    if (calls[id].params?.groupId !== groupId) continue;
    await compare(id, { params: inSpare, ...(query && { query }) }, "in spare ");
  }
  // Ids that only these versions show.
  const global = { params: { groupId: spareId, clusterName: "global" } };
  await compare("getGroupCluster", global, "of 2023 ", "2023-02-01");
  await compare("getGroupClusterGlobalWrites", global, "of 2023 ", "2023-02-01");
  deepEqual(
    found.filter((each) => !allowed.some(([pattern]) => pattern.test(each))),
    [],
  );
  original.clock.set({ now: "2027-07-02T00:00:00Z" });
  const { unread } = await readWorld({ client, orgId });
  deepEqual(
    unread.filter(({ part }) => part.includes("clusters")),
    [],
    "after versions have ended",
  );
  deepEqual(
    allowed.filter(([pattern]) => !found.some((each) => pattern.test(each))),
    [],
  );
});
