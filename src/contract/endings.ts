// Atlas's operations of which a version ends: method, path below /api/atlas/v2, id, and all versions, with a colon before a sunset.
// Written by scripts/endings.ts from x-sunset of the official document f84b8e4346991132f70f5610809ad1b6af020975.
export const endings = `
GET /federationSettings/{federationSettingsId}/identityProviders/{identityProviderId} getFederationSettingIdentityProvider 2023-01-01:2025-01-01 2023-11-15
PATCH /federationSettings/{federationSettingsId}/identityProviders/{identityProviderId} updateFederationSettingIdentityProvider 2023-01-01:2025-01-01 2023-11-15
POST /groups/{groupId}/access addGroupAccessUser 2023-02-01:2027-07-01
PATCH /groups/{groupId}/alerts/{alertId} acknowledgeGroupAlert 2023-01-01:2027-07-01 2024-05-30
POST /groups/{groupId}/backup/exportBuckets createGroupBackupExportBucket 2023-01-01:2027-07-01 2024-05-30
GET /groups/{groupId}/backup/exportBuckets listGroupBackupExportBuckets 2023-01-01:2027-07-01 2024-05-30
GET /groups/{groupId}/backup/exportBuckets/{exportBucketId} getGroupBackupExportBucket 2023-01-01:2027-07-01 2024-05-30
GET /groups/{groupId}/backupCompliancePolicy getGroupBackupCompliancePolicy 2023-01-01:2027-07-01 2023-10-01
PUT /groups/{groupId}/backupCompliancePolicy updateGroupBackupCompliancePolicy 2023-01-01:2027-07-01 2023-10-01
POST /groups/{groupId}/clusters createGroupCluster 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05:2027-03-01 2024-10-23
GET /groups/{groupId}/clusters listGroupClusters 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
POST /groups/{groupId}/clusters/tenantUpgradeToServerless upgradeGroupClusterTenantUpgradeToServerless 2023-01-01:2025-02-05
DELETE /groups/{groupId}/clusters/{clusterName} deleteGroupCluster 2023-01-01:2027-07-01 2023-02-01
GET /groups/{groupId}/clusters/{clusterName} getGroupCluster 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
PATCH /groups/{groupId}/clusters/{clusterName} updateGroupCluster 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05:2027-03-01 2024-10-23
DELETE /groups/{groupId}/clusters/{clusterName}/backup/schedule deleteGroupClusterBackupSchedule 2023-01-01:2027-07-01 2024-08-05
GET /groups/{groupId}/clusters/{clusterName}/backup/schedule getGroupClusterBackupSchedule 2023-01-01:2027-07-01 2024-08-05
PATCH /groups/{groupId}/clusters/{clusterName}/backup/schedule updateGroupClusterBackupSchedule 2023-01-01:2027-07-01 2024-08-05
POST /groups/{groupId}/clusters/{clusterName}/fts/indexes createGroupClusterFtsIndex 2023-01-01:2027-07-01
GET /groups/{groupId}/clusters/{clusterName}/fts/indexes/{databaseName}/{collectionName} listGroupClusterFtsIndex 2023-01-01:2027-07-01
DELETE /groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId} deleteGroupClusterFtsIndex 2023-01-01:2027-07-01
GET /groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId} getGroupClusterFtsIndex 2023-01-01:2027-07-01
PATCH /groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId} updateGroupClusterFtsIndex 2023-01-01:2027-07-01
GET /groups/{groupId}/clusters/{clusterName}/globalWrites getGroupClusterGlobalWrites 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
POST /groups/{groupId}/clusters/{clusterName}/globalWrites/customZoneMapping createGroupClusterGlobalWriteCustomZoneMapping 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
DELETE /groups/{groupId}/clusters/{clusterName}/globalWrites/customZoneMapping deleteGroupClusterGlobalWriteCustomZoneMapping 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
POST /groups/{groupId}/clusters/{clusterName}/globalWrites/managedNamespaces createGroupClusterGlobalWriteManagedNamespace 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
DELETE /groups/{groupId}/clusters/{clusterName}/globalWrites/managedNamespaces deleteGroupClusterGlobalWriteManagedNamespaces 2023-01-01:2027-07-01 2023-02-01:2027-07-01 2024-08-05
GET /groups/{groupId}/clusters/{clusterName}/processArgs getGroupClusterProcessArgs 2023-01-01:2027-07-01 2024-08-05
PATCH /groups/{groupId}/clusters/{clusterName}/processArgs updateGroupClusterProcessArgs 2023-01-01:2027-07-01 2024-08-05
POST /groups/{groupId}/clusters/{clusterName}/restartPrimaries restartGroupClusterPrimaries 2023-01-01:2027-07-01 2023-02-01
POST /groups/{groupId}/clusters/{clusterName}/search/deployment createGroupClusterSearchDeployment 2023-01-01:2027-07-01 2024-05-30
DELETE /groups/{groupId}/clusters/{clusterName}/search/deployment deleteGroupClusterSearchDeployment 2023-01-01:2027-07-01 2024-05-30
GET /groups/{groupId}/clusters/{clusterName}/search/deployment getGroupClusterSearchDeployment 2023-01-01:2027-07-01 2024-05-30:2027-07-01 2025-03-12
PATCH /groups/{groupId}/clusters/{clusterName}/search/deployment updateGroupClusterSearchDeployment 2023-01-01:2027-07-01 2024-05-30
GET /groups/{groupId}/clusters/{hostName}/logs/{logName}.gz downloadGroupClusterLog 2023-01-01:2027-07-01 2023-02-01
POST /groups/{groupId}/invites createGroupInvite 2023-01-01:2027-07-01
GET /groups/{groupId}/invites listGroupInvites 2023-01-01:2027-07-01
PATCH /groups/{groupId}/invites updateGroupInvites 2023-01-01:2027-07-01
DELETE /groups/{groupId}/invites/{invitationId} deleteGroupInvite 2023-01-01:2027-07-01
GET /groups/{groupId}/invites/{invitationId} getGroupInvite 2023-01-01:2027-07-01
PATCH /groups/{groupId}/invites/{invitationId} updateGroupInviteById 2023-01-01:2027-07-01
POST /groups/{groupId}/liveMigrations createGroupLiveMigration 2023-01-01:2027-07-01 2024-05-30
POST /groups/{groupId}/liveMigrations/validate validateGroupLiveMigrations 2023-01-01:2027-07-01 2024-05-30
POST /groups/{groupId}/metricIntegrations createGroupMetricIntegration 2025-03-12 preview:2026-09-14
GET /groups/{groupId}/metricIntegrations listGroupMetricIntegrations 2025-03-12 preview:2026-09-14
DELETE /groups/{groupId}/metricIntegrations/{metricIntegrationId} deleteGroupMetricIntegration 2025-03-12 preview:2026-09-14
GET /groups/{groupId}/metricIntegrations/{metricIntegrationId} getGroupMetricIntegration 2025-03-12 preview:2026-09-14
PUT /groups/{groupId}/metricIntegrations/{metricIntegrationId} updateGroupMetricIntegration 2025-03-12 preview:2026-09-14
POST /groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint createGroupPrivateEndpointServerlessInstanceEndpoint 2023-01-01:2026-01-22
GET /groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint listGroupPrivateEndpointServerlessInstanceEndpoint 2023-01-01:2026-01-22
DELETE /groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint/{endpointId} deleteGroupPrivateEndpointServerlessInstanceEndpoint 2023-01-01:2026-01-22
GET /groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint/{endpointId} getGroupPrivateEndpointServerlessInstanceEndpoint 2023-01-01:2026-01-22
PATCH /groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint/{endpointId} updateGroupPrivateEndpointServerlessInstanceEndpoint 2023-01-01:2026-01-22
POST /groups/{groupId}/pushBasedLogExport createGroupPushBasedLogExport 2023-01-01:2027-02-04
DELETE /groups/{groupId}/pushBasedLogExport deleteGroupPushBasedLogExport 2023-01-01:2027-02-04
GET /groups/{groupId}/pushBasedLogExport getGroupPushBasedLogExport 2023-01-01:2027-02-04
PATCH /groups/{groupId}/pushBasedLogExport updateGroupPushBasedLogExport 2023-01-01:2027-02-04
GET /groups/{groupId}/serverless listGroupServerlessInstances 2023-01-01:2027-01-18
POST /groups/{groupId}/serverless/{clusterName}/backup/restoreJobs createGroupServerlessBackupRestoreJob 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{clusterName}/backup/restoreJobs listGroupServerlessBackupRestoreJobs 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{clusterName}/backup/restoreJobs/{restoreJobId} getGroupServerlessBackupRestoreJob 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{clusterName}/backup/snapshots listGroupServerlessBackupSnapshots 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{clusterName}/backup/snapshots/{snapshotId} getGroupServerlessBackupSnapshot 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{clusterName}/performanceAdvisor/autoIndexing getGroupServerlessPerformanceAdvisorAutoIndexing 2023-01-01:2026-01-22
POST /groups/{groupId}/serverless/{clusterName}/performanceAdvisor/autoIndexing setGroupServerlessPerformanceAdvisorAutoIndexing 2023-01-01:2026-01-22
GET /groups/{groupId}/serverless/{name} getGroupServerlessInstance 2023-01-01:2027-01-18
GET /groups/{groupId}/users listGroupUsers 2023-01-01:2027-07-01 2025-02-19
DELETE /groups/{groupId}/users/{userId} removeGroupUser 2023-01-01:2027-07-01 2025-02-19
PUT /groups/{groupId}/users/{userId}/roles updateGroupUserRoles 2023-01-01:2027-07-01
GET /orgs/{orgId}/associatedInvoices getOrgAssociatedInvoices 2025-03-12 preview:2026-09-16
POST /orgs/{orgId}/invites createOrgInvite 2023-01-01:2027-07-01
GET /orgs/{orgId}/invites listOrgInvites 2023-01-01:2027-07-01
PATCH /orgs/{orgId}/invites updateOrgInvites 2023-01-01:2027-07-01
DELETE /orgs/{orgId}/invites/{invitationId} deleteOrgInvite 2023-01-01:2027-07-01
GET /orgs/{orgId}/invites/{invitationId} getOrgInvite 2023-01-01:2027-07-01
PATCH /orgs/{orgId}/invites/{invitationId} updateOrgInviteById 2023-01-01:2027-07-01
POST /orgs/{orgId}/teams/{teamId}/users addOrgTeamUsers 2023-01-01:2027-07-01
GET /orgs/{orgId}/teams/{teamId}/users listOrgTeamUsers 2023-01-01:2027-07-01 2025-02-19
DELETE /orgs/{orgId}/teams/{teamId}/users/{userId} removeOrgTeamUserFromTeam 2023-01-01:2027-07-01
GET /orgs/{orgId}/users listOrgUsers 2023-01-01:2027-07-01 2025-02-19
DELETE /orgs/{orgId}/users/{userId} removeOrgUser 2023-01-01:2027-07-01 2025-02-19
PUT /orgs/{orgId}/users/{userId}/roles updateOrgUserRoles 2023-01-01:2027-07-01
GET /rateLimits listRateLimits 2025-03-12 preview:2026-04-21
GET /rateLimits/{endpointSetId} getRateLimit 2025-03-12 preview:2026-04-21
POST /users createUser 2023-01-01:2027-07-01
GET /users/byName/{userName} getUserByName 2023-01-01:2027-07-01
GET /users/{userId} getUser 2023-01-01:2027-07-01
`;
