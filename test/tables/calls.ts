// A sample of each operation that succeeds for an Organization Owner of the nested world, as it was prepared.
import { type OperationId, operations } from "../../src/atlas/index.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { clusterOf, free } from "../support/clusters.ts";
import {
  bodyParams,
  type Call,
  destinationKey,
  fillExample,
  type Line,
  type Things,
} from "../support/nested.ts";

export type Calls = Readonly<Record<OperationId, Call>>;

export const everyId = Object.keys(operations) as OperationId[];

/** Reports whether an operation is about what never is here, so that no call of it succeeds. */
export const isNeverThere = (id: OperationId): boolean =>
  id === "getGroupServerlessInstance" || (operations[id].tag === "Legacy Backup" && !id.startsWith("list"));

/** Names of the parameters in a path. */
export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** Values of parameters that are words of Atlas. */
const words = {
  cloud: "ANY",
  cloudProvider: "AWS",
  checkpointId: "0123456789abcdef01234567",
  clusterView: "PRIMARY",
  queryShapeHash: "0".repeat(64),
  collectionName: "orders",
  databaseName: "admin",
  endpointSetId: "org_organization",
  geography: "ANY",
  hostname: "host.example.net",
  integrationType: "WEBHOOK",
  skuId: "NDS_AWS_INSTANCE_M10",
  sourceNamespace: "sales.orders",
  limitName: "atlas.project.deployment.clusters",
  modelGroupName: "embed_large",
};

/** The host of the first node of the cluster. */
const hostOf = ({ clusterName, groupId }: Things) =>
  `${clusterName}-shard-00-00.${groupId.slice(-6)}.no-deployment.invalid`;

/** The values of a path's parameters in one line of the world. */
export function paramsOf(id: OperationId, line: Things): Record<string, string> {
  const { path } = operations[id];
  const inScope = path.includes("/groups/")
    ? {
        teamId: line.groupTeamId,
        invitationId: line.groupInviteId,
        eventId: line.groupEventId,
        mcpConfigId: line.groupMcpConfigId,
      }
    : { invitationId: line.orgInviteId, eventId: line.orgEventId, mcpConfigId: line.orgMcpConfigId };
  const mcpSecretId = path.includes("/groups/") ? line.groupMcpSecretId : line.orgMcpSecretId;
  const values: Readonly<Record<string, string>> = {
    ...line,
    ...words,
    ...inScope,
    name: line.flexName,
    ...clusterIn(path, line),
    federationSettingsId: line.federationId,
    id: line.mappingId,
    identityProviderId: line.providerId,
    hostName: hostOf(line),
    logName: "mongodb",
    partitionName: "data",
    processId: `${hostOf(line)}:27017`,
    ...(path.includes("/processes/") && { databaseName: "local" }),
    requestId: line.ldapRequestId,
    token: line.costToken,
    ...(path.includes("/vpcPeeringConnections/") && { id: line.vpcPeeringId }),
    ...(path.includes("/encryptionAtRest/") && { endpointId: line.keyEndpointId }),
    ...(path.includes("/privateNetworkSettings/") && { endpointId: line.networkEndpointId }),
    ...(path.includes("/processes/") && { databaseName: "local" }),
    ...(path.includes("/dataFederation/") && {
      tenantName: line.federatedName,
      limitName: "bytesProcessed.query",
    }),
    ...(path.includes("/backup/") && { endpointId: line.storageEndpointId }),
    ...(path.includes("/mcpConfigs/") && { secretId: mcpSecretId }),
    userName: line.username,
    username: path.includes("{databaseName}") ? line.databaseUsername : line.certifiedUsername,
  };
  const named = { ...values, ...bodyParams(path, line) };
  return Object.fromEntries(namesIn(path).map((name) => [name, named[name] ?? ""]));
}

/** The cluster in a path, with its snapshot and jobs: the one that only samples make, or one with backups. */
function clusterIn(path: string, line: Things): Record<string, string> {
  if (path.includes("/flexClusters/{name}/backup/")) {
    const { flexBackedUpName: name, flexSnapshotId: snapshotId, flexRestoreJobId: restoreJobId } = line;
    return { name, snapshotId, restoreJobId };
  }
  if (path.includes("/shardedCluster")) {
    return { clusterName: line.shardedName, snapshotId: line.shardedSnapshotId };
  }
  const isBackedUp =
    /\/(backup\/(exports|restoreJobs|snapshots)|collectionRestoreJobs|(fts|search)\/indexes|onlineArchives)/.test(
      path,
    );
  return isBackedUp ? { clusterName: line.backedUpName } : {};
}

/** The example of an operation that its words have, with the names of the line in the place of those in braces. */
function exampleOf(id: OperationId, line: Things): Pick<Call, "body"> {
  const { body } = (operations[id] as Operation).example ?? {};
  if (body === undefined) return {};
  return { body: fillExample(body, { ...line }) };
}

/**
 * Every value that a path names, and every id or address of the world in a query or a body, is of the own or the sibling line;
 * only a project can move to the foreign one.
 */
export function composeCalls(things: Readonly<Record<Line, Things>>): Calls {
  const samples = composeSamples(things);
  const fill = (id: OperationId, { params, before, ...call }: Call = {}): Call => ({
    params: { ...paramsOf(id, things.own), ...params },
    ...exampleOf(id, things.own),
    ...call,
    ...(before && { before: before.map(([first, prepared]) => [first, fill(first, prepared)] as const) }),
  });
  return Object.fromEntries(everyId.map((id) => [id, fill(id, samples[id])])) as Calls;
}

/** The calls about processes, which are those of a cluster, with an interval and a metric where they measure. */
function measuring(cluster: Call): Partial<Record<OperationId, Call>> {
  const onProcesses = everyId.filter((id) => /\{(hostName|processId)\}/.test(operations[id].path));
  return Object.fromEntries(
    onProcesses.map((id) => {
      const { granularity, period, metrics } = operations[id].query as Operation["query"];
      const [metric] = (metrics as { items?: { enum?: string[] } } | undefined)?.items?.enum ?? [];
      const query = {
        ...(granularity && { granularity: "PT1M" }),
        ...(period && { period: "PT1H" }),
        ...(metric && { metrics: metric }),
      };
      return [id, { ...cluster, query }];
    }),
  );
}

const tagsOfClusters = [
  "Collection Level Metrics",
  "Legacy Backup",
  "Overload Protection Simulation",
  "Performance Advisor",
  "Query Shape Insights",
  "Rolling Index",
];

/** The calls that only need a cluster. */
function ofClusters(cluster: Call): Partial<Record<OperationId, Call>> {
  const onCluster = everyId.filter(
    (id) => operations[id].path.includes("{clusterName}") && tagsOfClusters.includes(operations[id].tag),
  );
  const { before = [], ...named } = cluster;
  const granted: Call = {
    ...cluster,
    before: [...before, ["grantGroupClusterMongoDbEmployeeAccess", named]],
  };
  const features = [
    "getGroupClusterSqlInterface",
    "grantGroupClusterMongoDbEmployeeAccess",
    "restartGroupClusterPrimaries",
    "updateGroupClusterSqlInterface",
  ] as const;
  return {
    ...Object.fromEntries([...onCluster, ...features].map((id) => [id, cluster])),
    revokeGroupClusterMongoDbEmployeeAccess: granted,
  };
}

/** Queries, bodies and what must be there before, by operation; and parameters that name something else than `paramsOf` does. */
function composeSamples({
  own,
  sibling,
  foreign,
}: Readonly<Record<Line, Things>>): Partial<Record<OperationId, Call>> {
  const { orgId, groupId, userId, teamId } = own;

  const groupRoles = ["GROUP_DATA_ACCESS_READ_ONLY"];
  const guest = "new@example.com";
  const entries = [{ ipAddress: "203.0.113.20" }, { cidrBlock: "203.0.113.128/25" }];
  const destination = {
    destinationOrgId: foreign.orgId,
    destinationOrgPublicApiKey: destinationKey.publicKey,
    destinationOrgPrivateApiKey: destinationKey.privateKey,
  };
  const account = { name: "made", description: "made by a test", secretExpiresAfterHours: 24 };
  const roleGrants = { teamIds: [teamId], groupRoleAssignments: [{ groupId, roles: groupRoles }] };
  const userRoles = {
    orgRoles: ["ORG_BILLING_ADMIN"],
    groupRoleAssignments: [{ groupId, groupRoles: groupRoles }],
  };

  const databaseRoles = [{ databaseName: "sales", roleName: "readWrite" }];
  const scopes = [{ name: "Cluster0", type: "CLUSTER" }];
  const actions = [{ action: "FIND", resources: [{ db: "sales" }] }];

  const policy = {
    name: "made",
    policies: [
      {
        body: 'forbid (principal, action == ResourcePolicy::Action::"project.vpcPeering.modify", resource);',
      },
    ],
  };
  const watched = {
    eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
    matchers: [{ fieldName: "HOSTNAME", operator: "EQUALS", value: "host.example.com" }],
    metricThreshold: { metricName: "CONNECTIONS", operator: "GREATER_THAN", threshold: 100 },
    notifications: [{ typeName: "GROUP", emailEnabled: true }],
  };

  const googleCloudKms = {
    enabled: true,
    keyVersionResourceID: "projects/acme/locations/global/keyRings/atlas/cryptoKeys/data/cryptoKeyVersions/1",
    serviceAccountKey: '{"made": "by a test"}',
  };

  const window = { body: { dayOfWeek: 1, startASAP: true } };

  const mapped = {
    externalGroupName: "made",
    roleAssignments: [
      { orgId, role: "ORG_MEMBER" },
      { groupId, role: "GROUP_READ_ONLY" },
    ],
  };
  const madeProvider = {
    protocol: "OIDC",
    idpType: "WORKLOAD",
    displayName: "made",
    issuerUri: "https://login.example.net",
    audience: "made",
  };

  const tags = [{ key: "env", value: "test" }];
  const madeCluster = { body: { ...clusterOf(own.clusterName), tags } };
  const freeCluster = { body: clusterOf(own.clusterName, free) };
  const madeFlex = {
    body: {
      name: own.flexName,
      providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" },
      tags,
    },
  };
  /** Once it was shown, it is ready. */
  const cluster: Call = {
    before: [
      ["createGroupCluster", madeCluster],
      ["getGroupCluster", {}],
    ],
  };
  /** A cluster in two regions, one of which can be away. */
  const [{ regionConfigs: [region] = [] } = {}] = madeCluster.body.replicationSpecs;
  const west = {
    ...region,
    regionName: "US_WEST_2",
    priority: 6,
    electableSpecs: { instanceSize: "M10", nodeCount: 2 },
  };
  const wide: Call = {
    before: [
      [
        "createGroupCluster",
        { body: { ...madeCluster.body, replicationSpecs: [{ regionConfigs: [region, west] }] } },
      ],
      ["getGroupCluster", {}],
    ],
  };
  const zoned: Call = {
    before: [
      [
        "createGroupCluster",
        {
          body: {
            ...madeCluster.body,
            clusterType: "GEOSHARDED",
            replicationSpecs: [
              { regionConfigs: [{ ...region, electableSpecs: { instanceSize: "M30", nodeCount: 3 } }] },
            ],
          },
        },
      ],
      ["getGroupCluster", {}],
    ],
  };
  const away: Call = { before: [...(wide.before ?? []), ["startGroupClusterOutageSimulation", {}]] };
  const backedUp: Call = {
    before: [["createGroupCluster", { ...madeCluster, body: { ...madeCluster.body, backupEnabled: true } }]],
  };
  const searchNodes = { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }] };
  const searched: Call = {
    before: [
      ["createGroupCluster", madeCluster],
      ["createGroupClusterSearchDeployment", { body: searchNodes }],
    ],
  };
  const daily = {
    frequencyInterval: 1,
    frequencyType: "daily",
    retentionUnit: "days",
    retentionValue: 7,
  };
  const compliance = {
    authorizedEmail: "security@example.com",
    authorizedUserFirstName: "Ada",
    authorizedUserLastName: "Lovelace",
    scheduledPolicyItems: [daily],
  };
  const flex: Call = {
    before: [["createGroupFlexCluster", madeFlex]],
  };
  const limited: Call = {
    before: [["updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits", {}]],
  };
  const directory = { bindUsername: "CN=admin,DC=example", bindPassword: "made-by-a-test" };

  /** The deletions before that of a container: it cannot be deleted while a connection or a service uses it. */
  const ofNetworks = (line: Things): NonNullable<Call["before"]> =>
    (
      [
        "deleteGroupPeer",
        "deleteGroupPrivateEndpointEndpointServiceEndpoint",
        "deleteGroupPrivateEndpointEndpointService",
        "deleteGroupPrivateNetworkSettingEndpointId",
      ] as const
    ).map((id) => [id, { params: paramsOf(id, line) }] as const);
  const unconnected: Call = { before: ofNetworks(own) };
  /** Empties a project of what keeps it from being deleted. A cluster is gone once it was shown. */
  const emptied = (line: Things): NonNullable<Call["before"]> => {
    const { groupId: id, backedUpName, shardedName, flexBackedUpName: name } = line;
    const clusters = [backedUpName, shardedName].map((clusterName) => ({
      params: { groupId: id, clusterName },
    }));
    const flexCluster = { params: { groupId: id, name } };
    return [
      ...ofNetworks(line),
      ["deleteGroupStreamProcessor", { params: paramsOf("deleteGroupStreamProcessor", line) }],
      ["deleteGroupStreamWorkspace", { params: paramsOf("deleteGroupStreamWorkspace", line) }],
      [
        "deleteGroupStreamPrivateLinkConnection",
        { params: paramsOf("deleteGroupStreamPrivateLinkConnection", line) },
      ],
      ["deleteGroupDataFederation", { params: paramsOf("deleteGroupDataFederation", line) }],
      ...clusters.map((each) => ["deleteGroupCluster", each] as const),
      ["listGroupClusters", { params: { groupId: id } }],
      ["deleteGroupFlexCluster", flexCluster],
      ["getGroupFlexCluster", flexCluster],
    ];
  };

  return {
    ...measuring(cluster),
    ...ofClusters(cluster),
    createFederationSettingConnectedOrgConfigRoleMapping: { body: mapped },
    createFederationSettingIdentityProvider: { body: madeProvider },
    getFederationSettingIdentityProviderMetadata: { params: { identityProviderId: own.olderProviderId } },
    listFederationSettingIdentityProviders: { query: { protocol: "OIDC" } },
    removeFederationSettingConnectedOrgConfig: {
      // The last one stays.
      before: [
        [
          "createOrg",
          { body: { name: "Beside", orgOwnerId: own.ownerId, federationSettingsId: own.federationId } },
        ],
      ],
    },
    updateFederationSettingConnectedOrgConfig: { body: { domainAllowList: ["acme.example"] } },
    updateFederationSettingConnectedOrgConfigRoleMapping: { body: mapped },
    updateFederationSettingIdentityProvider: { body: { displayName: "renamed" } },
    endGroupClusterOutageSimulation: away,
    getGroupClusterOutageSimulation: away,
    startGroupClusterOutageSimulation: wide,
    requestGroupSampleDatasetLoad: { ...cluster, params: { name: own.clusterName } },
    getGroupCluster: cluster,
    getGroupClusterGlobalWrites: cluster,
    createGroupClusterGlobalWriteCustomZoneMapping: zoned,
    createGroupClusterGlobalWriteManagedNamespace: zoned,
    deleteGroupClusterGlobalWriteCustomZoneMapping: {
      before: [...(zoned.before ?? []), ["createGroupClusterGlobalWriteCustomZoneMapping", {}]],
    },
    deleteGroupClusterGlobalWriteManagedNamespaces: {
      before: [...(zoned.before ?? []), ["createGroupClusterGlobalWriteManagedNamespace", {}]],
    },
    createGroupClusterSearchDeployment: { ...cluster, body: searchNodes },
    deleteGroupClusterSearchDeployment: searched,
    getGroupClusterSearchDeployment: searched,
    updateGroupClusterSearchDeployment: {
      ...searched,
      body: { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 3 }] },
    },
    deleteGroupClusterBackupSchedule: backedUp,
    getGroupClusterBackupSchedule: backedUp,
    updateGroupClusterBackupSchedule: { ...backedUp, body: { policies: [{ policyItems: [daily] }] } },
    disableGroupBackupCompliancePolicy: {
      before: [...emptied(own), ["updateGroupBackupCompliancePolicy", { body: compliance }]],
    },
    updateGroupBackupCompliancePolicy: { body: compliance },
    getGroupClusterStatus: cluster,
    autoGroupClusterScalingConfiguration: cluster,
    createGroupCluster: { body: { ...madeCluster.body, name: "made" } },
    createGroupFlexCluster: { body: { ...madeFlex.body, name: "made" } },
    deleteGroupCluster: cluster,
    deleteGroupFlexCluster: flex,
    getGroupClusterProcessArgs: cluster,
    getGroupFlexCluster: flex,
    listGroupClusterProviderRegions: { query: { providers: "AWS", tier: "M10" } },
    tenantGroupFlexClusterUpgrade: {
      body: { ...madeCluster.body, name: own.flexName },
      before: [["createGroupFlexCluster", madeFlex]],
    },
    upgradeGroupClusterTenantUpgrade: {
      body: { ...madeCluster.body, name: own.clusterName },
      before: [["createGroupCluster", freeCluster]],
    },
    pinGroupClusterFeatureCompatibilityVersion: { ...cluster, body: {} },
    unpinGroupClusterFeatureCompatibilityVersion: cluster,
    updateGroupCluster: { ...cluster, body: { backupEnabled: true, tags } },
    updateGroupClusterProcessArgs: { ...cluster, body: { javascriptEnabled: false } },
    updateGroupFlexCluster: { ...flex, body: { terminationProtectionEnabled: true, tags } },
    createGroupIntegration: {
      params: { integrationType: "OPS_GENIE" },
      body: { apiKey: "made-by-a-test", type: "OPS_GENIE" },
    },
    updateGroupIntegration: { body: { url: "https://example.net/changed" } },
    createGroupDatabaseUserCert: { body: { monthsUntilExpiration: 1 } },
    updateGroupUserSecurity: { body: { ldap: { hostname: "ldap.example.net" } } },
    verifyGroupUserSecurityLdap: {
      ...cluster,
      body: { ...directory, hostname: "ldap.example.net", port: 636 },
    },
    deferGroupMaintenanceWindow: { before: [["updateGroupMaintenanceWindow", window]] },
    getGroupDbAccessHistoryCluster: cluster,
    toggleGroupAwsCustomDns: { body: { enabled: true } },
    toggleGroupMaintenanceWindowAutoDefer: { before: [["updateGroupMaintenanceWindow", window]] },
    createGroupClusterCollectionRestoreJob: {
      body: {
        snapshotId: own.snapshotId,
        collections: [{ sourceNamespace: "sales.orders" }],
        indexStrategy: "ALL",
        targetClusterName: own.backedUpName,
        targetGroupId: groupId,
        writeStrategy: "CREATE_NEW",
      },
    },
    disableGroupPrivateIpModePeering: { before: emptied(own) },
    toggleGroupPrivateEndpointRegionalMode: { before: emptied(own), body: { enabled: true } },
    updateGroupAuditLog: { body: { enabled: true } },
    updateGroupEncryptionAtRest: { body: { googleCloudKms } },
    updateGroupMaintenanceWindow: { body: { dayOfWeek: 1, hourOfDay: 2 } },
    acknowledgeGroupAlert: { body: { acknowledgedUntil: "2126-09-11T03:03:06Z" } },
    authorizeGroupCloudProviderAccessRole: {
      body: { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/atlas" },
    },
    createGroupCloudProviderAccess: { body: { providerName: "AWS" } },
    createOrgResourcePolicy: { body: policy },
    updateOrgResourcePolicy: { body: { description: "changed" } },
    validateOrgResourcePolicies: { body: policy },
    createGroupAlertConfig: { body: watched },
    toggleGroupAlertConfig: { body: { enabled: false } },
    updateGroupAlertConfig: { body: watched },
    createGroupAccessListEntry: { body: [{ cidrBlock: "198.18.0.0/15", comment: "made" }] },
    createGroupCustomDbRoleRole: { body: { roleName: "made", actions } },
    createGroupDatabaseUser: {
      body: {
        username: "made",
        databaseName: "admin",
        password: "made-by-a-test",
        roles: databaseRoles,
        scopes,
      },
    },
    updateGroupCustomDbRoleRole: { body: { actions } },
    updateGroupDatabaseUser: { body: { roles: databaseRoles, scopes } },
    addGroupAccessUser: { body: { username: guest, roles: groupRoles } },
    addGroupApiKey: { body: [{ roles: groupRoles }] },
    addGroupTeams: { body: [{ teamId, roleNames: groupRoles }] },
    addGroupUserRole: { body: { groupRole: "GROUP_OWNER" } },
    addGroupUsers: { body: { username: guest, roles: groupRoles } },
    addOrgTeamUser: { body: { id: sibling.userId } },
    addOrgTeamUsers: { body: [{ id: sibling.userId }, { id: own.ownerId }] },
    addOrgUserRole: { body: { orgRole: "ORG_OWNER" } },
    createGroup: {
      query: { projectOwnerId: userId },
      body: { name: "made", orgId, tags: [{ key: "env", value: "test" }] },
    },
    createGroupApiKey: { body: { desc: "made", roles: groupRoles } },
    createGroupInvite: { body: { username: guest, roles: groupRoles } },
    createGroupServiceAccount: { body: { ...account, roles: groupRoles } },
    createGroupServiceAccountAccessList: { body: entries },
    createGroupServiceAccountSecret: { body: { secretExpiresAfterHours: 24 } },
    createOrg: {
      body: {
        name: "Made",
        orgOwnerId: own.ownerId,
        apiKey: { desc: "made", roles: ["ORG_OWNER"] },
        serviceAccount: { ...account, roles: ["ORG_OWNER"] },
      },
    },
    createOrgApiKey: { body: { desc: "made", roles: ["ORG_MEMBER"] } },
    createOrgApiKeyAccessListEntry: { body: entries },
    createOrgInvite: { body: { username: guest, roles: ["ORG_MEMBER"], ...roleGrants } },
    createOrgServiceAccount: { body: { ...account, roles: ["ORG_MEMBER"] } },
    createOrgServiceAccountAccessList: { body: entries },
    createOrgServiceAccountSecret: { body: { secretExpiresAfterHours: 24 } },
    createOrgTeam: { body: { name: "made", usernames: [own.username, sibling.username] } },
    createOrgUser: { body: { username: guest, roles: userRoles, teamIds: [teamId] } },
    createUser: {
      body: {
        username: guest,
        password: "correct horse battery staple",
        firstName: "New",
        lastName: "Guest",
        country: "DE",
        mobileNumber: "1234567890",
        roles: [
          { orgId, roleName: "ORG_MEMBER" },
          { groupId, roleName: "GROUP_READ_ONLY" },
        ],
      },
    },
    createGroupLiveMigration: {
      // One goes on in the cluster.
      before: [
        ["createOrgLiveMigrationLinkToken", {}],
        ["cutoverGroupLiveMigration", {}],
      ],
    },
    createGroupStandbyLink: { before: [["deleteGroupStandbyLink", {}]] },
    createOrgSandboxConfig: { before: [["deleteOrgSandboxConfig", {}]] },
    validateGroupLiveMigrations: { before: [["createOrgLiveMigrationLinkToken", {}]] },
    deleteOrgLiveMigrationLinkTokens: { before: [["createOrgLiveMigrationLinkToken", {}]] },
    updateGroupPushBasedLogExport: { before: [["createGroupPushBasedLogExport", {}]] },
    deleteGroupPushBasedLogExport: { before: [["createGroupPushBasedLogExport", {}]] },
    getDefaultGroupLimit: { params: { limitName: "NUM_CLUSTERS" } },
    deleteGroupLimit: { before: [["setGroupLimit", { body: { value: 3 } }]] },
    deleteGroup: { before: emptied(own) },
    deleteGroupMcpConfig: { query: { cascading: "true" } },
    deleteOrgMcpConfig: { query: { cascading: "true" } },
    deleteGroupContainer: unconnected,
    getGroupStreamAccountDetails: { query: { cloudProvider: "aws", regionName: "US_EAST_1" } },
    listGroupStreamVpcPeeringConnections: { query: { requesterAccountId: "210987654321" } },
    deleteGroupStreamConnection: { before: [["deleteGroupStreamProcessor", {}]] },
    deleteGroupStreamWorkspace: { before: [["deleteGroupStreamProcessor", {}]] },
    stopGroupStreamProcessor: { before: [["startGroupStreamProcessor", {}]] },
    deleteGroupPrivateEndpointEndpointService: {
      before: [["deleteGroupPrivateEndpointEndpointServiceEndpoint", {}]],
    },
    updateGroupContainer: unconnected,
    deleteOrg: {
      before: [
        ...emptied(own),
        ["deleteGroup", {}],
        ...emptied(sibling),
        ["deleteGroup", { params: { groupId: sibling.groupId } }],
      ],
    },
    getRateLimit: { query: { orgId } },
    inviteGroupServiceAccount: {
      params: { clientId: sibling.clientId },
      body: { roles: groupRoles },
    },
    listRateLimits: { query: { groupId } },
    migrateGroup: { body: destination },
    removeGroupUserRole: { body: { groupRole: "GROUP_READ_ONLY" } },
    removeOrgTeamUser: { body: { id: userId } },
    removeOrgTeamUserFromTeam: {
      // The last one stays.
      before: [["addOrgTeamUser", { body: { id: sibling.userId } }]],
    },
    removeOrgUserRole: { body: { orgRole: "ORG_READ_ONLY" } },
    renameOrgTeam: { body: { name: "renamed" } },
    resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits: limited,
    resetGroupAiModelApiRateLimits: limited,
    resetOrgMaintenanceSettings: {
      before: [["updateOrgMaintenanceSettings", { body: { waveAssignmentMode: "MANUAL" } }]],
    },
    setGroupLimit: { body: { value: 3 } },
    updateGroup: { body: { name: "renamed", tags: [{ key: "env", value: "test" }] } },
    updateGroupApiKeyRoles: { body: { roles: groupRoles } },
    updateGroupInviteById: { body: { roles: groupRoles } },
    updateGroupInvites: { body: { username: own.groupInvited, roles: groupRoles } },
    updateGroupServiceAccount: { body: { name: "renamed", roles: groupRoles } },
    updateGroupSettings: { body: { isDataExplorerEnabled: false } },
    updateGroupTeam: { body: { roleNames: groupRoles } },
    updateGroupUserRoles: { body: { groupRoles } },
    updateOrg: { body: { name: "Renamed" } },
    updateOrgApiKey: { body: { desc: "renamed", roles: ["ORG_READ_ONLY"] } },
    updateOrgDelegationSettings: { body: { idleRefreshTokenLifetime: 3600 } },
    updateOrgInviteById: { body: { roles: ["ORG_READ_ONLY"], ...roleGrants } },
    updateOrgInvites: { body: { username: own.orgInvited, roles: ["ORG_READ_ONLY"], ...roleGrants } },
    updateOrgMaintenanceSettings: { body: { waveAssignmentMode: "MANUAL" } },
    updateOrgServiceAccount: { body: { name: "renamed", roles: ["ORG_READ_ONLY"] } },
    updateOrgSettings: { body: { multiFactorAuthRequired: true } },
    updateOrgUser: { body: { roles: userRoles, teamIds: [teamId] } },
    updateOrgUserRoles: { body: { orgRoles: ["ORG_READ_ONLY"] } },
  };
}
