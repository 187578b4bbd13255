// A world in which everything that can be nested is there three times: in a project, in another project of the same
// organization, and in another organization.
import { ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { operations } from "../../src/atlas/index.ts";
import { invoiceId } from "../../src/atlas/invoices/rules/invoice.ts";
import { mediaType } from "../../src/core/contract/versions.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { bodyKinds } from "../../src/testing/seed/body-kinds.ts";
import { clusterOf } from "./clusters.ts";
import { requestToken } from "./oauth.ts";
import { now } from "./stage.ts";
import type { TestStorage } from "./storage.ts";
import { type Reply, type Sending, startWorld, type World } from "./world.ts";

/** The places of a thing: in the project and organization of the samples, beside them, or in another organization. */
export const lines = ["own", "sibling", "foreign"] as const;
export type Line = (typeof lines)[number];

const letters = { own: "a", sibling: "b", foreign: "c" } as const;
const id = (line: Line, number: number) => `${letters[line]}${number.toString(16).padStart(23, "0")}`;
const uuid = (line: Line, number: number) =>
  `${letters[line].repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
const secretOf = (clientId: string) => `mdb_sa_sk_${clientId.slice(-24)}0123456789abcdef`;

type BodyKind = keyof typeof bodyKinds;
const bodyKindNames = Object.keys(bodyKinds) as BodyKind[];
const firstOfBodies = 1000;

/** Names the one thing of each kind of bodies. */
const idsOfBodies = (line: Line): Readonly<Record<BodyKind, string>> => {
  const ids = bodyKindNames.map((name, index) => [name, id(line, firstOfBodies + index)]);
  return Object.fromEntries(ids);
};

/** Names the things of each line, by the word that their answers and ids contain. */
function nameThings(line: Line) {
  const word = { own: "acme", sibling: "annex", foreign: "globex" }[line];
  return {
    ...idsOfBodies(line),
    orgId: id(line === "foreign" ? "foreign" : "own", 1),
    orgName: line === "foreign" ? "Globex" : "Acme",
    groupId: id(line, 2),
    groupName: `${word} payments`,
    userId: id(line, 3),
    username: `ada@${word}.example`,
    groupInviteId: id(line, 4),
    groupInvited: `group-guest@${word}.example`,
    orgInviteId: id(line, 5),
    orgInvited: `org-guest@${word}.example`,
    /** A team in no project. */
    teamId: id(line, 6),
    teamName: `${word} spare`,
    groupTeamId: id(line, 7),
    groupTeamName: `${word} core`,
    apiUserId: id(line, 8),
    clientId: `mdb_sa_id_${id(line, 9)}`,
    /** The address on the access lists of the key and of the account. */
    ipAddress: { own: "203.0.113.7", sibling: "203.0.113.8", foreign: "203.0.113.9" }[line],
    /** The address on the access list of the project. */
    entryValue: { own: "203.0.113.17", sibling: "203.0.113.18", foreign: "203.0.113.19" }[line],
    databaseUsername: `${word}-app`,
    /** A user who logs in with a certificate that is made here. */
    certifiedUsername: `${word}-certified`,
    /** The names of clusters that only samples make. */
    clusterName: `${word}-cluster`,
    flexName: `${word}-flex`,
    indexName: `${word}-index`,
    roleName: `${word}-role`,
    federationId: id(line === "foreign" ? "foreign" : "own", 12),
    providerId: id(line, 13),
    /** The id of a provider with SAML. */
    olderProviderId: `${letters[line]}${"samlprovider".padStart(19, "0")}`,
    providerName: `${word} login`,
    mappingId: id(line, 14),
    alertConfigId: id(line, 20),
    alertId: id(line, 21),
    roleId: id(line, 22),
    resourcePolicyId: id(line, 23),
    containerId: id(line, 24),
    peerId: id(line, 25),
    endpointServiceId: id(line, 26),
    keyEndpointId: id(line, 28),
    storageEndpointId: id(line, 29),
    networkEndpointId: `vpce-1${id(line, 30).slice(0, 16)}`,
    endpointId: `vpce-0${id(line, 27).slice(0, 16)}`,
    authorizedRoleId: id(line, 30),
    exportBucketId: id(line, 31),
    /** The names of clusters that are there from the beginning, and have snapshots. */
    backedUpName: `${word}-backed-up`,
    shardedName: `${word}-sharded`,
    flexBackedUpName: `${word}-backed-up-flex`,
    snapshotId: id(line, 32),
    federatedName: `${word}-reports`,
    indexId: id(line, 33),
    apiKeyId: id(line, 34),
    archiveId: id(line, 35),
    /** The invoice of August 2026. */
    invoiceId: invoiceId(id(line === "foreign" ? "foreign" : "own", 1), { from: Date.UTC(2026, 7) }),
    tenantName: `${word}-streams`,
    connectionName: `${word}-broker`,
    processorName: `${word}-copy`,
    connectionId: id(line, 41),
    vpcPeeringId: id(line, 42),
    failoverConnectionId: id(line, 43),
    orgMcpConfigId: uuid(line, 1),
    groupMcpConfigId: uuid(line, 2),
    ownerId: id(line, 10),
    ownerName: `owner@${word}.example`,
  };
}

/** Fills in the names of a line that an example of `spec/words.json` has in braces. */
export const fillExample = (body: unknown, values: Readonly<Record<string, unknown>>) =>
  JSON.parse(JSON.stringify(body).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])));

/** Returns the ids of a line's things of the kind of bodies that a path is about, by the parameters of the path. */
export function bodyParams(path: string, line: ReturnType<typeof nameThings>): Record<string, string> {
  return Object.fromEntries(
    bodyKindNames.flatMap((name) => {
      const { path: above, keeps }: Operation = operations[bodyKinds[name].of];
      return path.startsWith(`${above}/`) && keeps ? [[keeps.by, line[name]]] : [];
    }),
  );
}

/** Describes a thing of each kind of bodies: the example of the operation that creates it. */
const describeBodies = (line: Line): Partial<Group> =>
  Object.fromEntries(
    bodyKindNames.map((name) => {
      const { example }: Operation = operations[bodyKinds[name].of];
      const body = fillExample(example?.body ?? {}, things[line]);
      return [name, [{ id: things[line][name], ...body }]];
    }),
  );

/** The things that are named before the world is seeded. */
export const things = {
  own: nameThings("own"),
  sibling: nameThings("sibling"),
  foreign: nameThings("foreign"),
};

/** Things whose ids are minted by the server. */
interface Minted {
  readonly activeClusterId: string;
  readonly failoverId: string;
  readonly standbyClusterId: string;
  readonly standbyLinkId: string;
  readonly sandboxConfigId: string;
  readonly liveMigrationId: string;
  readonly validationId: string;
  readonly costToken: string;
  readonly exportId: string;
  readonly flexRestoreJobId: string;
  readonly flexSnapshotId: string;
  readonly jobId: string;
  readonly restoreJobId: string;
  readonly secretId: string;
  readonly orgMcpSecretId: string;
  readonly groupMcpSecretId: string;
  readonly shardedSnapshotId: string;
  readonly ldapRequestId: string;
  readonly reportId: string;
  readonly sampleDatasetId: string;
  readonly simulationId: string;
  readonly groupEventId: string;
  readonly orgEventId: string;
}

export type Things = ReturnType<typeof nameThings> & Minted;

/** Service accounts that own an organization; the samples are sent as the first. */
export const owners = {
  own: { clientId: `mdb_sa_id_${id("own", 11)}`, clientSecret: secretOf(id("own", 11)) },
  foreign: { clientId: `mdb_sa_id_${id("foreign", 11)}`, clientSecret: secretOf(id("foreign", 11)) },
};

/** Owns the foreign organization, so that a project can be moved there. */
export const destinationKey = {
  publicKey: "newhomes",
  privateKey: "00000000-0000-4000-8000-newhomes0000",
};

type Org = SeedDocument["orgs"][number];
type Group = NonNullable<Org["groups"]>[number];

/** Credentials and people that a test adds to the world, by where they hold their roles. */
export interface Newcomers {
  readonly org?: Pick<Org, "apiKeys" | "serviceAccounts" | "users">;
  readonly group?: Pick<Group, "apiKeys" | "clusters" | "serviceAccounts" | "users">;
  /** Further projects of the organization. */
  readonly groups?: readonly Group[];
  /** Addresses of people of the organization who are in the team that has a role in the project. */
  readonly groupTeam?: readonly string[];
  readonly siblingGroup?: Pick<Group, "apiKeys">;
  readonly foreignOrg?: Pick<Org, "apiKeys" | "users">;
}

const keyOf = (line: Line) => ({
  id: things[line].apiUserId,
  publicKey: `target${letters[line].repeat(2)}`,
  desc: `${things[line].groupName} key`,
  accessList: [things[line].ipAddress, "198.51.100.0/24"],
});
const accountOf = (line: Line) => ({
  clientId: things[line].clientId,
  secret: secretOf(things[line].clientId),
  name: `${things[line].groupName} account`,
  accessList: [things[line].ipAddress, "198.51.100.0/24"],
});

function describeGroup(line: Line, newcomers: NonNullable<Newcomers["group"]> = {}): Group {
  const named = things[line];
  return {
    id: named.groupId,
    name: named.groupName,
    users: [
      // The first is who invites.
      { username: named.ownerName, roles: ["GROUP_OWNER"] },
      { username: named.username, roles: ["GROUP_READ_ONLY", "GROUP_TRIGGER_MANAGER"] },
      ...(newcomers.users ?? []),
    ],
    apiKeys: [{ ...keyOf(line), roles: ["GROUP_READ_ONLY"] }, ...(newcomers.apiKeys ?? [])],
    serviceAccounts: [
      { ...accountOf(line), roles: ["GROUP_READ_ONLY"] },
      ...(newcomers.serviceAccounts ?? []),
    ],
    teams: [{ teamId: named.groupTeamId, roleNames: ["GROUP_READ_ONLY"] }],
    clusters: [
      { name: named.backedUpName, backupEnabled: true },
      { name: named.shardedName, backupEnabled: true, clusterType: "SHARDED" },
      { name: named.flexBackedUpName, providerName: "FLEX" },
      ...(newcomers.clusters ?? []),
    ],
    searchIndexes: [
      {
        id: named.indexId,
        clusterName: named.backedUpName,
        database: "admin",
        collectionName: "orders",
        name: named.indexName,
        definition: { mappings: { dynamic: true } },
      },
    ],
    invites: [{ id: named.groupInviteId, username: named.groupInvited, roles: ["GROUP_READ_ONLY"] }],
    accessList: [{ entry: named.entryValue }],
    integrations: [{ type: "WEBHOOK", url: `https://example.net/${named.groupId}` }],
    customDBRoles: [{ roleName: named.roleName, inheritedRoles: [{ db: "sales", role: "read" }] }],
    cloudProviderAccess: [
      { id: named.roleId, providerName: "AWS" },
      {
        id: named.authorizedRoleId,
        providerName: "AWS",
        iamAssumedRoleArn: "arn:aws:iam::123456789012:role/exports",
      },
    ],
    backupSnapshots: [
      {
        id: named.snapshotId,
        clusterName: named.backedUpName,
        retentionInDays: 30,
        databases: [{ name: "admin", collections: ["orders"] }],
      },
    ],
    exportBuckets: [
      {
        id: named.exportBucketId,
        bucketName: `${named.groupId}-exports`,
        cloudProvider: "AWS",
        iamRoleId: named.authorizedRoleId,
      },
    ],
    ...describeBodies(line),
    mcpConfigs: [
      {
        id: named.groupMcpConfigId,
        mcpConfigName: `${named.groupName} agents`,
        roles: ["GROUP_READ_ONLY"],
        ipAccessList: [named.ipAddress],
      },
    ],
    aiModelApiKeys: [{ id: named.apiKeyId, name: "embedding", maskedSecret: "al-****6789" }],
    networkContainers: [{ id: named.containerId, regionName: "EU_WEST_2" }],
    networkPeers: [
      {
        id: named.peerId,
        containerId: named.containerId,
        accepterRegionName: "eu-west-1",
        awsAccountId: "210987654321",
        routeTableCidrBlock: "203.0.113.0/24",
        vpcId: "vpc-0fedcba9876543210",
      },
    ],
    streamPrivateLinks: [
      { id: named.connectionId, provider: "AWS", arn: `arn:aws:kafka:${line}`, vendor: "MSK" },
    ],
    streamVpcPeerings: [
      {
        id: named.vpcPeeringId,
        name: named.groupName,
        requesterAccountId: "210987654321",
        requesterVpcId: "vpc-0fedcba9876543210",
      },
    ],
    streamWorkspaces: [
      {
        name: named.tenantName,
        dataProcessRegion: { cloudProvider: "AWS", region: "DUBLIN_IRL" },
        failoverRegions: [
          { cloudProvider: "AWS", region: "FRANKFURT_DEU" },
          { cloudProvider: "AWS", region: "OHIO_USA" },
        ],
        connections: [
          {
            name: named.connectionName,
            type: "Kafka",
            bootstrapServers: "broker.example.net:9092",
            failoverConnections: [
              {
                id: named.failoverConnectionId,
                type: "Kafka",
                bootstrapServers: "broker.example.org:9092",
                region: "FRANKFURT_DEU",
              },
            ],
          },
        ],
        processors: [
          {
            name: named.processorName,
            pipeline: [{ $source: { connectionName: named.connectionName } }, { $emit: {} }],
          },
        ],
      },
    ],
    encryptionAtRest: {
      awsKms: {
        accessKeyID: "AKIAIOSFODNN7EXAMPLE",
        customerMasterKeyID: "11111111-2222-4333-8444-555555555555",
        region: "US_EAST_1",
        requirePrivateNetworking: true,
      },
    },
    encryptionAtRestPrivateEndpoints: [
      { id: named.keyEndpointId, cloudProvider: "AWS", regionName: "EU_WEST_2" },
    ],
    backupPrivateEndpoints: [{ id: named.storageEndpointId, cloudProvider: "AWS", regionName: "EU_WEST_2" }],
    onlineArchives: [
      {
        id: named.archiveId,
        clusterName: named.backedUpName,
        dbName: "admin",
        collName: "orders",
        criteria: { type: "DATE", dateField: "at", expireAfterDays: 30 },
      },
    ],
    federatedDatabases: [
      { name: named.federatedName, queryLimits: [{ name: "bytesProcessed.query", value: 2 ** 30 }] },
    ],
    dataFederationPrivateEndpoints: [{ endpointId: named.networkEndpointId }],
    privateEndpointServices: [
      {
        id: named.endpointServiceId,
        providerName: "AWS",
        region: "EU_WEST_2",
        endpoints: [{ id: named.endpointId }],
      },
    ],
    alertConfigs: [
      {
        id: named.alertConfigId,
        eventTypeName: "NO_PRIMARY",
        notifications: [{ typeName: "GROUP", emailEnabled: true }],
        alerts: [{ id: named.alertId, clusterName: "Cluster0" }],
      },
    ],
    databaseUsers: [
      {
        username: named.databaseUsername,
        password: "a word of the application",
        roles: [{ databaseName: "sales", roleName: "read" }],
      },
      {
        username: named.certifiedUsername,
        databaseName: "$external",
        x509Type: "MANAGED",
        roles: [{ databaseName: "sales", roleName: "read" }],
      },
    ],
  };
}

function describeOrg(
  here: readonly Line[],
  groups: Group[],
  newcomers: Newcomers["org"] = {},
  teamUsernames: readonly string[] = [],
): Org {
  const [first = "own"] = here;
  const owner = first === "foreign" ? owners.foreign : owners.own;
  return {
    id: things[first].orgId,
    name: things[first].orgName,
    users: [
      ...here.flatMap((line) => [
        { id: things[line].ownerId, username: things[line].ownerName, orgRoles: ["ORG_OWNER" as const] },
        {
          id: things[line].userId,
          username: things[line].username,
          orgRoles: ["ORG_MEMBER" as const, "ORG_READ_ONLY" as const],
        },
      ]),
      ...(newcomers.users ?? []),
    ],
    apiKeys: [
      ...here.map((line) => ({ ...keyOf(line), roles: ["ORG_MEMBER" as const] })),
      ...(newcomers.apiKeys ?? []),
    ],
    serviceAccounts: [
      { clientId: owner.clientId, secret: owner.clientSecret, name: "owner", roles: ["ORG_OWNER"] },
      ...here.map((line) => ({ ...accountOf(line), roles: ["ORG_MEMBER" as const] })),
      ...(newcomers.serviceAccounts ?? []),
    ],
    resourcePolicies: here.map((line) => ({
      id: things[line].resourcePolicyId,
      name: `${things[line].groupName} policy`,
      policies: [
        {
          body: 'forbid (principal, action == ResourcePolicy::Action::"project.vpcPeering.modify", resource);',
        },
      ],
    })),
    mcpConfigs: here.map((line) => ({
      id: things[line].orgMcpConfigId,
      mcpConfigName: `${things[line].groupName} readers`,
      roles: ["ORG_READ_ONLY"],
      ipAccessList: [things[line].ipAddress],
    })),
    teams: here.flatMap((line) => [
      { id: things[line].teamId, name: things[line].teamName, usernames: [things[line].username] },
      {
        id: things[line].groupTeamId,
        name: things[line].groupTeamName,
        usernames: [things[line].username, ...(line === "own" ? teamUsernames : [])],
      },
    ]),
    invites: here.map((line) => ({
      id: things[line].orgInviteId,
      username: things[line].orgInvited,
      roles: ["ORG_MEMBER"],
      teamIds: [things[line].teamId],
      groupRoleAssignments: [{ groupId: things[line].groupId, roles: ["GROUP_READ_ONLY"] }],
    })),
    groups,
    federation: {
      id: things[first].federationId,
      identityProviders: here.flatMap((line) => [
        {
          id: things[line].providerId,
          displayName: things[line].providerName,
          issuerUri: `https://login.${line}.example`,
        },
        {
          protocol: "SAML" as const,
          oktaIdpId: things[line].olderProviderId,
          displayName: `${things[line].providerName} of before`,
          issuerUri: "urn:idp:default",
        },
      ]),
      roleMappings: here.map((line) => ({
        id: things[line].mappingId,
        externalGroupName: `${things[line].groupName} people`,
        roles: ["ORG_MEMBER" as const],
        groupRoleAssignments: [{ groupId: things[line].groupId, roles: ["GROUP_READ_ONLY" as const] }],
      })),
    },
  };
}

/** The seed of the world. */
export const describeWorld = ({
  org,
  group,
  groups = [],
  groupTeam,
  siblingGroup,
  foreignOrg,
}: Newcomers): SeedDocument => ({
  orgs: [
    describeOrg(
      ["own", "sibling"],
      [describeGroup("own", group), describeGroup("sibling", siblingGroup), ...groups],
      org,
      groupTeam,
    ),
    describeOrg(["foreign"], [describeGroup("foreign")], {
      ...foreignOrg,
      apiKeys: [{ ...destinationKey, roles: ["ORG_OWNER"] }, ...(foreignOrg?.apiKeys ?? [])],
    }),
  ],
});

/** A sample of a request, by what varies in it. */
export interface Call {
  /** Values of the path's parameters, unescaped. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Calls that must succeed before this one can. */
  readonly before?: readonly (readonly [operationId: keyof typeof operations, call: Call])[];
}

/** The request of a call, in the newest version of its operation. */
export function compose(operationId: keyof typeof operations, { params = {}, query, body }: Call): Sending {
  const { method, path, versions } = operations[operationId];
  const names = Object.keys(versions).sort();
  const newest = names.filter((name) => name !== "preview").at(-1) ?? "preview";
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
  return {
    method,
    path: `${filled}${search}`,
    headers: { accept: mediaType(newest) },
    ...(body !== undefined && { body }),
  };
}

/** The codes that are answered only after roles are checked. */
const behindDoors = ["BACKUP_CONFIG_NOT_FOUND", "CLUSTER_NOT_FOUND", "SERVERLESS_INSTANCE_NOT_FOUND"];

/** Reports whether a sample was let in. */
export const isLetIn = ({ status, headers }: Pick<Reply, "status" | "headers">): boolean =>
  status < 300 || behindDoors.includes(headers["x-error-code"] ?? "");

export interface NestedWorld extends World {
  readonly things: Readonly<Record<Line, Things>>;
  /** Asks as the service account that owns the organization of the line. */
  askAs(line: "own" | "foreign", sending: Sending): Promise<Reply>;
  /** Remembers the present state as the one to rewind to. */
  settle(): Promise<void>;
  /** Puts everything back to what was remembered. */
  rewind(): Promise<void>;
}

/** Starts the world with a frozen clock; two events of each line and all tokens are in its first state. */
export async function startNestedWorld(
  t: TestContext,
  {
    storage,
    newcomers = {},
    strictRoles = false,
  }: { storage?: TestStorage; newcomers?: Newcomers; strictRoles?: boolean } = {},
): Promise<NestedWorld> {
  const world = await startWorld(t, {
    ...storage?.options,
    strictRoles,
    trustProxy: 1,
    clusterSpeed: "now",
    seed: { orgs: [] },
  });
  // Clusters are a day old, and have snapshots.
  world.clock.set({ now: dayBefore });
  await world.seed(describeWorld(newcomers));
  world.clock.set({ now });
  const tokens = {
    own: (await requestToken(world, owners.own)).json.access_token as string,
    foreign: (await requestToken(world, owners.foreign)).json.access_token as string,
  };
  // From the address of a caller, as the trusted proxy names it.
  const askAs = (line: "own" | "foreign", { headers, ...sending }: Sending) =>
    world.bearing(tokens[line], { ...sending, headers: { "x-forwarded-for": "127.0.0.1", ...headers } });
  const mint = async (line: Line): Promise<Things> => ({
    ...things[line],
    ...(await mintThings((sending) => askAs(line === "foreign" ? line : "own", sending), things[line])),
  });
  const minted = { own: await mint("own"), sibling: await mint("sibling"), foreign: await mint("foreign") };
  await world.snapshot.take("settled");
  return {
    ...world,
    things: minted,
    askAs,
    settle: () => world.snapshot.take("settled"),
    rewind: () => world.snapshot.restore("settled"),
  };
}

const dayBefore = new Date(Date.parse(now) - 25 * 60 * 60 * 1000).toISOString();

type Ask = (sending: Sending) => Promise<Reply>;

/** Sends a call, and returns the body of its answer, which has to be a success. */
const doing =
  (ask: Ask) =>
  async (operationId: keyof typeof operations, call: Call): Promise<Reply["json"]> => {
    const reply = await ask(compose(operationId, call));
    ok(reply.status < 300, `${operationId}: ${reply.text}`);
    return reply.json;
  };

/** Makes a job of each kind of a snapshot, and looks up the ids. */
async function mintBackups(ask: Ask, named: ReturnType<typeof nameThings>) {
  const { groupId, backedUpName, shardedName, flexBackedUpName: name, exportBucketId, snapshotId } = named;
  const done = doing(ask);
  const params = { groupId, clusterName: backedUpName };
  const download = { deliveryType: "download", snapshotId };
  const restored = await done("createGroupClusterBackupRestoreJob", { params, body: download });
  const exported = await done("createGroupClusterBackupExport", {
    params,
    body: { snapshotId, exportBucketId },
  });
  const collections = await done("createGroupClusterCollectionRestoreJob", {
    params,
    body: {
      snapshotId,
      collections: [{ sourceNamespace: "sales.orders" }],
      indexStrategy: "ALL",
      targetClusterName: backedUpName,
      targetGroupId: groupId,
      writeStrategy: "OVERWRITE_EXISTING",
    },
  });
  const flex = { params: { groupId, name } };
  const flexSnapshotId = (await done("listGroupFlexClusterBackupSnapshots", flex)).results[0].id as string;
  const flexRestored = await done("downloadGroupFlexClusterBackup", {
    ...flex,
    body: { snapshotId: flexSnapshotId },
  });
  const sharded = { params: { groupId, clusterName: shardedName } };
  const { results } = await done("listGroupClusterBackupSnapshots", sharded);
  // The events of what has ended are recorded before a test looks at the rows.
  await done("listGroupEvents", { params: { groupId } });
  return {
    shardedSnapshotId: results[0].id as string,
    restoreJobId: restored.id as string,
    exportId: exported.id as string,
    jobId: collections.id as string,
    flexSnapshotId,
    flexRestoreJobId: flexRestored.id as string,
  };
}

/** Links the clusters with backups, and fails over. */
async function mintStandby(ask: Ask, { groupId, backedUpName, shardedName }: ReturnType<typeof nameThings>) {
  const done = doing(ask);
  const idOf = async (clusterName: string) =>
    (await done("getGroupCluster", { params: { groupId, clusterName } })).id as string;
  const [activeClusterId, standbyClusterId] = [await idOf(backedUpName), await idOf(shardedName)];
  const { standbyLinkId } = await done("createGroupStandbyLink", {
    params: { groupId },
    body: { activeClusterUniqueId: activeClusterId, standbyClusterUniqueId: standbyClusterId },
  });
  const { failoverId } = await done("createGroupStandbyLinkFailover", {
    params: { groupId, standbyLinkId },
    body: { type: "PLANNED" },
  });
  return {
    activeClusterId,
    failoverId: failoverId as string,
    standbyClusterId,
    standbyLinkId: standbyLinkId as string,
  };
}

/** Configures the sandboxes of the organization, unless a line before did. */
async function mintSandbox(ask: Ask, { orgId }: ReturnType<typeof nameThings>) {
  const done = doing(ask);
  const params = { orgId };
  const { results } = await done("listOrgSandboxConfig", { params });
  const sandbox = results[0] ?? (await done("createOrgSandboxConfig", { params, body: {} }));
  return { sandboxConfigId: sandbox.id as string };
}

/** Checks and starts a live migration into a cluster. */
async function mintMigration(ask: Ask, { orgId, groupId, backedUpName }: ReturnType<typeof nameThings>) {
  const done = doing(ask);
  const ofOrg = { params: { orgId } };
  await done("createOrgLiveMigrationLinkToken", { ...ofOrg, body: {} });
  const migration = {
    destination: { clusterName: backedUpName, groupId, hostnameSchemaType: "PUBLIC" },
    migrationHosts: ["migration.example.net"],
    source: {
      clusterName: "source",
      groupId: "0123456789abcdef01234567",
      managedAuthentication: true,
      ssl: true,
    },
  };
  const asked = { params: { groupId }, body: migration };
  const checked = await done("validateGroupLiveMigrations", asked);
  const migrated = await done("createGroupLiveMigration", asked);
  await done("deleteOrgLiveMigrationLinkTokens", ofOrg);
  return { liveMigrationId: migrated._id as string, validationId: checked._id as string };
}

/** Causes an event of the project and one of the organization, and looks up the ids that were minted. */
async function mintThings(ask: Ask, named: ReturnType<typeof nameThings>): Promise<Minted> {
  const { orgId, groupId, groupName, teamId, teamName, clientId, clusterName, invoiceId } = named;
  const done = doing(ask);
  const latest = async (operationId: "listGroupEvents" | "listOrgEvents", params: Call["params"]) =>
    (await done(operationId, { params: params ?? {} })).results[0].id as string;

  const backups = await mintBackups(ask, named);
  for (const name of [`${groupName} renamed`, groupName]) {
    await done("updateGroup", { params: { groupId }, body: { name } });
  }
  const groupEventId = await latest("listGroupEvents", { groupId });
  for (const name of [`${teamName} renamed`, teamName]) {
    await done("renameOrgTeam", { params: { orgId, teamId }, body: { name } });
  }
  const orgEventId = await latest("listOrgEvents", { orgId });
  const account = await done("getOrgServiceAccount", { params: { orgId, clientId } });
  const day = { secretExpiresAfterHours: 24 };
  const ofOrg = { params: { orgId, mcpConfigId: named.orgMcpConfigId }, body: day };
  const ofGroup = { params: { groupId, mcpConfigId: named.groupMcpConfigId }, body: day };
  const orgMcpSecret = await done("createOrgMcpConfigSecret", ofOrg);
  const groupMcpSecret = await done("createGroupMcpConfigSecret", ofGroup);
  // A directory is tried from a cluster, which is gone afterwards: a project that has one cannot be deleted.
  const cluster = { params: { groupId, clusterName } };
  await done("createGroupCluster", { ...cluster, body: clusterOf(clusterName) });
  await done("getGroupCluster", cluster);
  const { requestId } = await done("verifyGroupUserSecurityLdap", {
    params: { groupId },
    body: { hostname: "ldap.example.net", port: 636, bindUsername: "CN=admin", bindPassword: "unused" },
  });
  const { _id } = await done("requestGroupSampleDatasetLoad", { params: { groupId, name: clusterName } });
  const { simulationId } = await done("createGroupClusterOverloadSimulation", { ...cluster, body: {} });
  await done("deleteGroupCluster", cluster);
  await done("getGroupCluster", cluster);
  const { token } = await done("createOrgBillingCostExplorerUsageProcess", {
    params: { orgId },
    body: { startDate: "2026-08-01", endDate: "2026-09-01" },
  });
  const { reportId } = await done("createOrgInvoiceReport", {
    params: { orgId, invoiceId },
    body: { reportFormat: "CSV", reportType: "FOCUS" },
  });
  return {
    ...backups,
    ...(await mintStandby(ask, named)),
    ...(await mintSandbox(ask, named)),
    ...(await mintMigration(ask, named)),
    costToken: token,
    groupEventId,
    orgEventId,
    secretId: account.secrets[0].id,
    orgMcpSecretId: orgMcpSecret.id as string,
    groupMcpSecretId: groupMcpSecret.id as string,
    ldapRequestId: requestId,
    reportId,
    sampleDatasetId: _id,
    simulationId,
  };
}
