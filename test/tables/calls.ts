// A sample of each operation that succeeds for an Organization Owner of the nested world, as it was prepared.
import type { OperationId } from "../../src/operations/index.ts";
import { clusterOf, free } from "../support/clusters.ts";
import { type Call, destinationKey, type Line, type Things } from "../support/nested.ts";

/** By operation: one without a sample does not compile. */
export type Calls = Readonly<Record<OperationId, Call>>;

/** Every value that a path names, and every id or address of the world in a query or a body, is of the own or the sibling line; only a project can move to the foreign one. */
export function composeCalls({ own, sibling, foreign }: Readonly<Record<Line, Things>>): Calls {
  const { orgId, groupId, userId, teamId, groupTeamId, apiUserId, clientId, secretId, ipAddress } = own;
  const org = { params: { orgId } };
  const group = { params: { groupId } };
  const orgUser = { params: { orgId, userId } };
  const groupUser = { params: { groupId, userId } };
  const orgInvite = { params: { orgId, invitationId: own.orgInviteId } };
  const groupInvite = { params: { groupId, invitationId: own.groupInviteId } };
  const orgTeam = { params: { orgId, teamId } };
  const groupTeam = { params: { groupId, teamId: groupTeamId } };
  const orgKey = { params: { orgId, apiUserId } };
  const orgKeyEntry = { params: { orgId, apiUserId, ipAddress } };
  const groupKey = { params: { groupId, apiUserId } };
  const orgAccount = { params: { orgId, clientId } };
  const groupAccount = { params: { groupId, clientId } };

  const groupLimit = { params: { groupId, limitName: "atlas.project.deployment.clusters" } };

  const groupRoles = ["GROUP_DATA_ACCESS_READ_ONLY"];
  const guest = "new@example.com";
  const entries = [{ ipAddress: "203.0.113.20" }, { cidrBlock: "203.0.113.128/25" }];
  const destination = {
    destinationOrgId: foreign.orgId,
    destinationOrgPublicApiKey: destinationKey.publicKey,
    destinationOrgPrivateApiKey: destinationKey.privateKey,
  };
  const account = { name: "made", description: "made by a test", secretExpiresAfterHours: 24 };
  const gifts = { teamIds: [teamId], groupRoleAssignments: [{ groupId, roles: groupRoles }] };
  const userRoles = {
    orgRoles: ["ORG_BILLING_ADMIN"],
    groupRoleAssignments: [{ groupId, groupRoles: groupRoles }],
  };

  const entry = { params: { groupId, entryValue: own.entryValue } };
  const databaseUser = { params: { groupId, databaseName: "admin", username: own.databaseUsername } };
  const customRole = { params: { groupId, roleName: own.roleName } };
  const databaseRoles = [{ databaseName: "sales", roleName: "readWrite" }];
  const scopes = [{ name: "Cluster0", type: "CLUSTER" }];
  const actions = [{ action: "FIND", resources: [{ db: "sales" }] }];

  const alertConfig = { params: { groupId, alertConfigId: own.alertConfigId } };
  const alert = { params: { groupId, alertId: own.alertId } };
  const access = { params: { groupId, roleId: own.roleId } };
  const orgPolicy = { params: { orgId, resourcePolicyId: own.resourcePolicyId } };
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

  const window = { ...group, body: { dayOfWeek: 1, startASAP: true } };

  const federation = { params: { federationSettingsId: own.federationId } };
  const provider = { params: { ...federation.params, identityProviderId: own.providerId } };
  const connection = { params: { ...federation.params, orgId } };
  const mapping = { params: { ...connection.params, id: own.mappingId } };
  const olderProvider = { params: { ...federation.params, identityProviderId: own.olderProviderId } };
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

  const certs = { params: { groupId, username: own.certifiedUsername } };
  const tags = [{ key: "env", value: "test" }];
  const madeCluster = { ...group, body: { ...clusterOf(own.clusterName), tags } };
  const freeCluster = { ...group, body: clusterOf(own.clusterName, free) };
  const madeFlex = {
    ...group,
    body: {
      name: own.flexName,
      providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" },
      tags,
    },
  };
  const named = { params: { groupId, clusterName: own.clusterName } };
  /** Once it was shown, it is ready. */
  const cluster: Call = {
    ...named,
    before: [
      ["createGroupCluster", madeCluster],
      ["getGroupCluster", named],
    ],
  };
  const backedUp: Call = {
    ...named,
    before: [["createGroupCluster", { ...madeCluster, body: { ...madeCluster.body, backupEnabled: true } }]],
  };
  const searchNodes = { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }] };
  const searched: Call = {
    ...cluster,
    before: [
      ["createGroupCluster", madeCluster],
      ["createGroupClusterSearchDeployment", { ...named, body: searchNodes }],
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
    params: { groupId, name: own.flexName },
    before: [["createGroupFlexCluster", madeFlex]],
  };
  const webhook = { params: { groupId, integrationType: "WEBHOOK" } };
  const directory = { bindUsername: "CN=admin,DC=example", bindPassword: "made-by-a-test" };

  return {
    createFederationSettingConnectedOrgConfigRoleMapping: { ...connection, body: mapped },
    createFederationSettingIdentityProvider: { ...federation, body: madeProvider },
    deleteFederationSetting: federation,
    deleteFederationSettingConnectedOrgConfigRoleMapping: mapping,
    deleteFederationSettingIdentityProvider: provider,
    getFederationSettingConnectedOrgConfig: connection,
    getFederationSettingConnectedOrgConfigRoleMapping: mapping,
    getFederationSettingIdentityProvider: provider,
    getFederationSettingIdentityProviderMetadata: olderProvider,
    getOrgFederationSettings: org,
    listFederationSettingConnectedOrgConfigRoleMappings: connection,
    listFederationSettingConnectedOrgConfigs: federation,
    listFederationSettingIdentityProviders: { ...federation, query: { protocol: "OIDC" } },
    removeFederationSettingConnectedOrgConfig: {
      ...connection,
      // The last one stays.
      before: [
        [
          "createOrg",
          { body: { name: "Beside", orgOwnerId: own.ownerId, federationSettingsId: own.federationId } },
        ],
      ],
    },
    revokeFederationSettingIdentityProviderJwks: provider,
    updateFederationSettingConnectedOrgConfig: { ...connection, body: { domainAllowList: ["acme.example"] } },
    updateFederationSettingConnectedOrgConfigRoleMapping: { ...mapping, body: mapped },
    updateFederationSettingIdentityProvider: { ...provider, body: { displayName: "renamed" } },
    getDefaultMongoDbMajorVersion: {},
    getGroupCluster: cluster,
    getGroupClusterGlobalWrites: cluster,
    createGroupClusterSearchDeployment: { ...cluster, body: searchNodes },
    deleteGroupClusterSearchDeployment: searched,
    getGroupClusterSearchDeployment: cluster,
    updateGroupClusterSearchDeployment: {
      ...searched,
      body: { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 3 }] },
    },
    deleteGroupClusterBackupSchedule: backedUp,
    getGroupClusterBackupSchedule: backedUp,
    updateGroupClusterBackupSchedule: { ...backedUp, body: { policies: [{ policyItems: [daily] }] } },
    disableGroupBackupCompliancePolicy: {
      ...group,
      before: [["updateGroupBackupCompliancePolicy", { ...group, body: compliance }]],
    },
    updateGroupBackupCompliancePolicy: { ...group, body: compliance },
    getGroupClusterStatus: cluster,
    autoGroupClusterScalingConfiguration: cluster,
    createGroupCluster: { ...group, body: { ...madeCluster.body, name: "made" } },
    createGroupFlexCluster: { ...group, body: { ...madeFlex.body, name: "made" } },
    deleteGroupCluster: cluster,
    deleteGroupFlexCluster: flex,
    getGroupClusterProcessArgs: cluster,
    getGroupFlexCluster: flex,
    listGroupClusterProviderRegions: { ...group, query: { providers: "AWS", tier: "M10" } },
    tenantGroupFlexClusterUpgrade: {
      ...group,
      body: { ...madeCluster.body, name: own.flexName },
      before: [["createGroupFlexCluster", madeFlex]],
    },
    upgradeGroupClusterTenantUpgrade: {
      ...group,
      body: { ...madeCluster.body, name: own.clusterName },
      before: [["createGroupCluster", freeCluster]],
    },
    pinGroupClusterFeatureCompatibilityVersion: { ...cluster, body: {} },
    unpinGroupClusterFeatureCompatibilityVersion: cluster,
    updateGroupCluster: { ...cluster, body: { backupEnabled: true, tags } },
    updateGroupClusterProcessArgs: { ...cluster, body: { javascriptEnabled: false } },
    updateGroupFlexCluster: { ...flex, body: { terminationProtectionEnabled: true, tags } },
    listGroupFlexClusters: group,
    listGroupStreamWorkspaces: group,
    createGroupIntegration: {
      params: { groupId, integrationType: "OPS_GENIE" },
      body: { apiKey: "made-by-a-test", type: "OPS_GENIE" },
    },
    deleteGroupIntegration: webhook,
    getGroupIntegration: webhook,
    listGroupIntegrations: group,
    updateGroupIntegration: { ...webhook, body: { url: "https://example.net/changed" } },
    createGroupDatabaseUserCert: { ...certs, body: { monthsUntilExpiration: 1 } },
    deleteGroupUserSecurityLdapUserToDnMapping: group,
    disableGroupUserSecurityCustomerX509: group,
    getGroupUserSecurity: group,
    getGroupUserSecurityLdapVerify: { params: { groupId, requestId: own.ldapRequestId } },
    listGroupDatabaseUserCerts: certs,
    updateGroupUserSecurity: { ...group, body: { ldap: { hostname: "ldap.example.net" } } },
    verifyGroupUserSecurityLdap: {
      ...cluster,
      body: { ...directory, hostname: "ldap.example.net", port: 636 },
    },
    deferGroupMaintenanceWindow: { ...group, before: [["updateGroupMaintenanceWindow", window]] },
    getGroupAuditLog: group,
    getGroupAwsCustomDns: group,
    getGroupBackupCompliancePolicy: group,
    getGroupDbAccessHistoryCluster: cluster,
    getGroupDbAccessHistoryProcess: { params: { groupId, hostname: "host.example.net" } },
    getGroupEncryptionAtRest: group,
    getGroupMaintenanceWindow: group,
    getGroupPrivateEndpointRegionalMode: group,
    listGroupContainerAll: group,
    listGroupContainers: group,
    listGroupPeers: group,
    listGroupPrivateEndpointEndpointService: { params: { groupId, cloudProvider: "AWS" } },
    resetGroupMaintenanceWindow: group,
    toggleGroupAwsCustomDns: { ...group, body: { enabled: true } },
    toggleGroupMaintenanceWindowAutoDefer: { ...group, before: [["updateGroupMaintenanceWindow", window]] },
    toggleGroupPrivateEndpointRegionalMode: { ...group, body: { enabled: true } },
    updateGroupAuditLog: { ...group, body: { enabled: true } },
    updateGroupEncryptionAtRest: { ...group, body: { googleCloudKms } },
    updateGroupMaintenanceWindow: { ...group, body: { dayOfWeek: 1, hourOfDay: 2 } },
    acknowledgeGroupAlert: { ...alert, body: { acknowledgedUntil: "2126-09-11T03:03:06Z" } },
    authorizeGroupCloudProviderAccessRole: {
      ...access,
      body: { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/atlas" },
    },
    createGroupCloudProviderAccess: { ...group, body: { providerName: "AWS" } },
    deauthorizeGroupCloudProviderAccessRole: { params: { ...access.params, cloudProvider: "AWS" } },
    getGroupCloudProviderAccess: access,
    listGroupCloudProviderAccess: group,
    createOrgResourcePolicy: { ...org, body: policy },
    deleteOrgResourcePolicy: orgPolicy,
    getOrgNonCompliantResources: org,
    getOrgResourcePolicy: orgPolicy,
    listOrgResourcePolicies: org,
    updateOrgResourcePolicy: { ...orgPolicy, body: { description: "changed" } },
    validateOrgResourcePolicies: { ...org, body: policy },
    createGroupAlertConfig: { ...group, body: watched },
    deleteGroupAlertConfig: alertConfig,
    getGroupAlert: alert,
    getGroupAlertAlertConfigs: alert,
    getGroupAlertConfig: alertConfig,
    getGroupAlertConfigAlerts: alertConfig,
    listAlertConfigMatcherFieldNames: {},
    listGroupAlertConfigs: group,
    listGroupAlerts: group,
    toggleGroupAlertConfig: { ...alertConfig, body: { enabled: false } },
    updateGroupAlertConfig: { ...alertConfig, body: watched },
    createGroupAccessListEntry: { ...group, body: [{ cidrBlock: "198.18.0.0/15", comment: "made" }] },
    createGroupCustomDbRoleRole: { ...group, body: { roleName: "made", actions } },
    createGroupDatabaseUser: {
      ...group,
      body: {
        username: "made",
        databaseName: "admin",
        password: "made-by-a-test",
        roles: databaseRoles,
        scopes,
      },
    },
    deleteGroupAccessListEntry: entry,
    deleteGroupCustomDbRoleRole: customRole,
    deleteGroupDatabaseUser: databaseUser,
    getGroupAccessListEntry: entry,
    getGroupAccessListStatus: entry,
    getGroupCustomDbRoleRole: customRole,
    getGroupDatabaseUser: databaseUser,
    listGroupAccessListEntries: group,
    listGroupCustomDbRoleRoles: group,
    listGroupDatabaseUsers: group,
    updateGroupCustomDbRoleRole: { ...customRole, body: { actions } },
    updateGroupDatabaseUser: { ...databaseUser, body: { roles: databaseRoles, scopes } },
    addGroupAccessUser: { ...group, body: { username: guest, roles: groupRoles } },
    addGroupApiKey: { ...groupKey, body: [{ roles: groupRoles }] },
    addGroupTeams: { ...group, body: [{ teamId, roleNames: groupRoles }] },
    addGroupUserRole: { ...groupUser, body: { groupRole: "GROUP_OWNER" } },
    addGroupUsers: { ...group, body: { username: guest, roles: groupRoles } },
    addOrgTeamUser: { ...orgTeam, body: { id: sibling.userId } },
    addOrgTeamUsers: { ...orgTeam, body: [{ id: sibling.userId }, { id: own.ownerId }] },
    addOrgUserRole: { ...orgUser, body: { orgRole: "ORG_OWNER" } },
    createGroup: {
      query: { projectOwnerId: userId },
      body: { name: "made", orgId, tags: [{ key: "env", value: "test" }] },
    },
    createGroupApiKey: { ...group, body: { desc: "made", roles: groupRoles } },
    createGroupInvite: { ...group, body: { username: guest, roles: groupRoles } },
    createGroupServiceAccount: { ...group, body: { ...account, roles: groupRoles } },
    createGroupServiceAccountAccessList: { ...groupAccount, body: entries },
    createGroupServiceAccountSecret: { ...groupAccount, body: { secretExpiresAfterHours: 24 } },
    createOrg: {
      body: {
        name: "Made",
        orgOwnerId: own.ownerId,
        apiKey: { desc: "made", roles: ["ORG_OWNER"] },
        serviceAccount: { ...account, roles: ["ORG_OWNER"] },
      },
    },
    createOrgApiKey: { ...org, body: { desc: "made", roles: ["ORG_MEMBER"] } },
    createOrgApiKeyAccessListEntry: { ...orgKey, body: entries },
    createOrgInvite: { ...org, body: { username: guest, roles: ["ORG_MEMBER"], ...gifts } },
    createOrgServiceAccount: { ...org, body: { ...account, roles: ["ORG_MEMBER"] } },
    createOrgServiceAccountAccessList: { ...orgAccount, body: entries },
    createOrgServiceAccountSecret: { ...orgAccount, body: { secretExpiresAfterHours: 24 } },
    createOrgTeam: { ...org, body: { name: "made", usernames: [own.username, sibling.username] } },
    createOrgUser: { ...org, body: { username: guest, roles: userRoles, teamIds: [teamId] } },
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
    deleteGroup: group,
    deleteGroupInvite: groupInvite,
    deleteGroupLimit: { ...groupLimit, before: [["setGroupLimit", { ...groupLimit, body: { value: 3 } }]] },
    deleteGroupServiceAccount: groupAccount,
    deleteGroupServiceAccountAccessListEntry: { params: { groupId, clientId, ipAddress } },
    deleteGroupServiceAccountSecret: { params: { groupId, clientId, secretId } },
    deleteOrg: {
      ...org,
      before: [
        ["deleteGroup", group],
        ["deleteGroup", { params: { groupId: sibling.groupId } }],
      ],
    },
    deleteOrgApiKey: orgKey,
    deleteOrgApiKeyAccessListEntry: orgKeyEntry,
    deleteOrgInvite: orgInvite,
    deleteOrgServiceAccount: orgAccount,
    deleteOrgServiceAccountAccessListEntry: { params: { orgId, clientId, ipAddress } },
    deleteOrgServiceAccountSecret: { params: { orgId, clientId, secretId } },
    deleteOrgTeam: orgTeam,
    disableGroupManagedSlowMs: group,
    enableGroupManagedSlowMs: group,
    getGroup: group,
    getGroupActivityFeed: group,
    getGroupByName: { params: { groupName: own.groupName } },
    getGroupEvent: { params: { groupId, eventId: own.groupEventId } },
    getGroupInvite: groupInvite,
    getGroupIpAddresses: group,
    getGroupLimit: groupLimit,
    getGroupManagedSlowMs: group,
    getGroupMongoDbVersions: group,
    getGroupServiceAccount: groupAccount,
    getGroupSettings: group,
    getGroupTeam: groupTeam,
    getGroupUser: groupUser,
    getIpInfo: {},
    getOrg: org,
    getOrgActivityFeed: org,
    getOrgApiKey: orgKey,
    getOrgApiKeyAccessListEntry: orgKeyEntry,
    getOrgDelegationSettings: org,
    getOrgEvent: { params: { orgId, eventId: own.orgEventId } },
    getOrgGroups: org,
    getOrgInvite: orgInvite,
    getOrgMaintenanceSettings: org,
    getOrgServiceAccount: orgAccount,
    getOrgServiceAccountGroups: orgAccount,
    getOrgSettings: org,
    getOrgTeam: orgTeam,
    getOrgTeamByName: { params: { orgId, teamName: own.teamName } },
    getOrgUser: orgUser,
    getRateLimit: { params: { endpointSetId: "org_organization" }, query: { orgId } },
    getSystemStatus: {},
    getUser: { params: { userId } },
    getUserByName: { params: { userName: own.username } },
    inviteGroupServiceAccount: {
      params: { groupId, clientId: sibling.clientId },
      body: { roles: groupRoles },
    },
    listClusterDetails: {},
    listDeprecatedCalls: org,
    listControlPlaneIpAddresses: {},
    listEventTypes: {},
    listGroupApiKeys: group,
    listGroupClusters: group,
    listGroupEvents: group,
    listGroupInvites: group,
    listGroupLimits: group,
    listGroupServiceAccountAccessList: groupAccount,
    listGroupServiceAccounts: group,
    listGroupTeams: group,
    listGroupUsers: group,
    listGroups: {},
    listOrgApiKeyAccessListEntries: orgKey,
    listOrgApiKeys: org,
    listOrgEvents: org,
    listOrgInvites: org,
    listOrgServiceAccountAccessList: orgAccount,
    listOrgServiceAccounts: org,
    listOrgTeamUsers: orgTeam,
    listOrgTeams: org,
    listOrgUsers: org,
    listOrgs: {},
    listRateLimits: { query: { groupId } },
    migrateGroup: { ...group, body: destination },
    removeGroupApiKey: groupKey,
    removeGroupTeam: groupTeam,
    removeGroupUser: groupUser,
    removeGroupUserRole: { ...groupUser, body: { groupRole: "GROUP_READ_ONLY" } },
    removeOrgTeamUser: { ...orgTeam, body: { id: userId } },
    removeOrgTeamUserFromTeam: {
      params: { orgId, teamId, userId },
      // The last one stays.
      before: [["addOrgTeamUser", { ...orgTeam, body: { id: sibling.userId } }]],
    },
    removeOrgUser: orgUser,
    removeOrgUserRole: { ...orgUser, body: { orgRole: "ORG_READ_ONLY" } },
    renameOrgTeam: { ...orgTeam, body: { name: "renamed" } },
    resetOrgMaintenanceSettings: {
      ...org,
      before: [["updateOrgMaintenanceSettings", { ...org, body: { waveAssignmentMode: "MANUAL" } }]],
    },
    sendTelemetry: {},
    sendUnauthTelemetry: {},
    setGroupLimit: { ...groupLimit, body: { value: 3 } },
    updateGroup: { ...group, body: { name: "renamed", tags: [{ key: "env", value: "test" }] } },
    updateGroupApiKeyRoles: { ...groupKey, body: { roles: groupRoles } },
    updateGroupInviteById: { ...groupInvite, body: { roles: groupRoles } },
    updateGroupInvites: { ...group, body: { username: own.groupInvited, roles: groupRoles } },
    updateGroupServiceAccount: { ...groupAccount, body: { name: "renamed", roles: groupRoles } },
    updateGroupSettings: { ...group, body: { isDataExplorerEnabled: false } },
    updateGroupTeam: { ...groupTeam, body: { roleNames: groupRoles } },
    updateGroupUserRoles: { ...groupUser, body: { groupRoles } },
    updateOrg: { ...org, body: { name: "Renamed" } },
    updateOrgApiKey: { ...orgKey, body: { desc: "renamed", roles: ["ORG_READ_ONLY"] } },
    updateOrgDelegationSettings: { ...org, body: { idleRefreshTokenLifetime: 3600 } },
    updateOrgInviteById: { ...orgInvite, body: { roles: ["ORG_READ_ONLY"], ...gifts } },
    updateOrgInvites: { ...org, body: { username: own.orgInvited, roles: ["ORG_READ_ONLY"], ...gifts } },
    updateOrgMaintenanceSettings: { ...org, body: { waveAssignmentMode: "MANUAL" } },
    updateOrgServiceAccount: { ...orgAccount, body: { name: "renamed", roles: ["ORG_READ_ONLY"] } },
    updateOrgSettings: { ...org, body: { multiFactorAuthRequired: true } },
    updateOrgUser: { ...orgUser, body: { roles: userRoles, teamIds: [teamId] } },
    updateOrgUserRoles: { ...orgUser, body: { orgRoles: ["ORG_READ_ONLY"] } },
  };
}
