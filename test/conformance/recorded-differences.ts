// Answers that real Atlas was recorded to differ in, by source, operation and path of the difference, each with a reason. Rows are only
// taken out: one that excuses nothing fails the replay, and so does a difference without a row.
import type { SourceName } from "./recordings.ts";

interface Reason {
  readonly why: string;
  /** Paths of differences (comparing.ts), by operation. */
  readonly at: Readonly<Record<string, readonly string[]>>;
}

const selection: readonly Reason[] = [
  {
    why: "The steps between were not kept.",
    at: {
      autoGroupClusterScalingConfiguration: ["body.autoScalingMode"],
      getGroupCluster: ["body.paused"],
      listGroupClusters: ["body.results.*.paused"],
    },
  },
  {
    why: "In 2025 the header was not sent, or had another value.",
    at: {
      autoGroupClusterScalingConfiguration: ["header ratelimit-limit", "header x-error-code"],
      createGroupCluster: ["header ratelimit-limit", "header sunset", "header x-error-code"],
      createGroupFlexCluster: ["header ratelimit-limit", "header x-error-code"],
      deleteGroupCluster: ["header ratelimit-limit", "header x-error-code"],
      deleteGroupFlexCluster: ["header ratelimit-limit"],
      deleteGroupUserSecurityLdapUserToDnMapping: ["header ratelimit-limit"],
      getGroupDbAccessHistoryCluster: ["header ratelimit-limit"],
      getGroupDbAccessHistoryProcess: ["header ratelimit-limit"],
      getGroupPrivateEndpointRegionalMode: ["header ratelimit-limit"],
      getGroupUserSecurity: ["header ratelimit-limit"],
      getGroupUserSecurityLdapVerify: ["header ratelimit-limit"],
      listGroupPrivateEndpointEndpointService: ["header ratelimit-limit"],
      toggleGroupPrivateEndpointRegionalMode: ["header ratelimit-limit"],
      updateGroupCluster: ["header ratelimit-limit", "header sunset", "header x-error-code"],
      updateGroupUserSecurity: ["header ratelimit-limit"],
      verifyGroupUserSecurityLdap: ["header ratelimit-limit", "header x-error-code"],
    },
  },
  {
    why: "A certificate is never the same twice.",
    at: {
      createGroupDatabaseUserCert: ["body"],
      listGroupDatabaseUserCerts: ["body.results.*._id"],
    },
  },
  {
    why: "The integrations before it were not kept.",
    at: {
      createGroupIntegration: ["body.results.length", "body.totalCount"],
      listGroupIntegrations: ["body.results.length", "body.totalCount"],
    },
  },
  {
    why: "The change before it was not kept.",
    at: {
      deleteGroupUserSecurityLdapUserToDnMapping: [
        "body.ldap.bindUsername",
        "body.ldap.hostname",
        "body.ldap.port",
      ],
      getGroupUserSecurity: [
        "body.ldap.bindUsername",
        "body.ldap.hostname",
        "body.ldap.port",
        "body.ldap.userToDNMapping",
      ],
    },
  },
  {
    why: "Providers and grants of other runs were there.",
    at: {
      getFederationSettingConnectedOrgConfig: [
        "body.dataAccessIdentityProviderIds.length",
        "body.postAuthRoleGrants.length",
      ],
      listFederationSettingIdentityProviders: ["body.results.length", "body.totalCount"],
    },
  },
  {
    why: "Set by an operation that is not here.",
    at: {
      getGroupBackupCompliancePolicy: [
        "body.authorizedEmail",
        "body.authorizedUserFirstName",
        "body.authorizedUserLastName",
        "body.copyProtectionEnabled",
        "body.deletable",
        "body.encryptionAtRestEnabled",
        "body.onDemandPolicyItem",
        "body.pitEnabled",
        "body.projectId",
        "body.restoreWindowDays",
        "body.scheduledPolicyItems",
        "body.updatedDate",
        "body.updatedUser",
      ],
    },
  },
  {
    why: "Real Atlas was ready sooner.",
    at: {
      getGroupBackupCompliancePolicy: ["body.state"],
    },
  },
  {
    why: "Tags of new clusters were not shown at once.",
    at: {
      getGroupCluster: ["body.tags.length"],
    },
  },
  {
    why: "Which version was asked for is not known.",
    at: {
      getGroupCluster: ["header deprecation", "header sunset"],
    },
  },
  {
    why: "Another release of MongoDB was the newest.",
    at: {
      getGroupFlexCluster: ["body.mongoDBVersion"],
    },
  },
  {
    why: "The request for it was not kept.",
    at: {
      getGroupUserSecurityLdapVerify: ["body.status", "body.validations.length", "status"],
    },
  },
  {
    why: "The address was another.",
    at: {
      getIpInfo: ["body.currentIpv4Address"],
    },
  },
  {
    why: "Things of other runs were there.",
    at: {
      listGroupAlertConfigs: ["body.links.length", "body.results.length", "body.totalCount"],
      listGroupAlerts: ["body.links.length", "body.results.length", "body.totalCount"],
      listGroupApiKeys: ["body.results.length", "body.totalCount"],
      listGroupCustomDbRoleRoles: ["body.length"],
      listGroupDatabaseUsers: ["body.totalCount"],
      listGroupFlexClusters: ["body.results (order)", "body.results.length", "body.totalCount"],
      listGroupUsers: ["body.results.length"],
      listOrgApiKeys: ["body.results (items)", "body.totalCount"],
      listOrgUsers: ["body.results.length"],
    },
  },
  {
    why: "Certificates of other runs were there.",
    at: {
      listGroupDatabaseUserCerts: [
        "body.results.*.createdAt",
        "body.results.*.notAfter",
        "body.results.length",
        "body.totalCount",
      ],
    },
  },
  {
    why: "A cluster of another run was of another release system.",
    at: {
      listGroupFlexClusters: ["body.results.*.versionReleaseSystem"],
    },
  },
  {
    why: "The requests that made them were not kept.",
    at: {
      listGroupPrivateEndpointEndpointService: ["body.length"],
    },
  },
  {
    why: "Not all people were kept.",
    at: {
      listOrgUsers: ["body.results (items)"],
    },
  },
  {
    why: "The step before it was not kept.",
    at: {
      verifyGroupUserSecurityLdap: ["body.detail", "body.errorCode"],
    },
  },
];

const cli: readonly Reason[] = [
  {
    why: "There is no machine that is made, pings and is elected, and nothing that is measured.",
    at: {
      getGroupProcess: ["body.created", "body.lastPing", "body.typeName"],
      getGroupProcessDatabaseMeasurements: [
        "body.end",
        "body.measurements.*.dataPoints.*.timestamp",
        "body.measurements.*.dataPoints.*.value",
        "body.start",
      ],
      getGroupProcessDiskMeasurements: [
        "body.end",
        "body.measurements.*.dataPoints.*.timestamp",
        "body.measurements.*.dataPoints.*.value",
        "body.start",
      ],
      getGroupProcessMeasurements: [
        "body.end",
        "body.measurements.*.dataPoints.*.timestamp",
        "body.measurements.*.dataPoints.*.value",
        "body.measurements.*.dataPoints.length",
        "body.start",
      ],
      listGroupProcesses: ["body.results.*.created", "body.results.*.lastPing", "body.results.*.typeName"],
    },
  },
  {
    why: "Metrics are those of the document in its order; real Atlas has two more, and others in another order.",
    at: {
      getGroupProcessDiskMeasurements: ["body.measurements (order)"],
      getGroupProcessMeasurements: ["body.measurements (order)", "body.measurements.length"],
    },
  },
  {
    why: "Fractions of a second are in the name of the file.",
    at: {
      downloadGroupClusterLog: ["header content-disposition"],
      downloadGroupDataFederationQueryLogs: ["header content-disposition"],
    },
  },
  {
    why: "Two loads took 47 and 50 seconds.",
    at: {
      getGroupSampleDatasetLoad: ["body.completeDate"],
    },
  },
  {
    why: "An index of the newer path was once shown with null, by the older path, until it was changed.",
    at: {
      getGroupClusterFtsIndex: ["body.mappings.fields"],
    },
  },
  {
    why: "Real Atlas lists people in another order after a change of a team.",
    at: {
      addOrgTeamUsers: ["body.results (order)"],
    },
  },
  {
    why: "A certificate is never the same twice.",
    at: {
      createGroupDatabaseUserCert: ["body"],
      listGroupDatabaseUserCerts: ["body.results.*._id"],
    },
  },
  {
    why: "Tags of new clusters were not shown at once.",
    at: {
      createGroupFlexCluster: ["body.tags"],
      getGroupCluster: ["body.tags.length"],
      getGroupFlexCluster: ["body.tags.length"],
      upgradeGroupClusterTenantUpgrade: ["body.tags.length"],
    },
  },
  {
    why: "Real Atlas answers the deletion without a type and without dates.",
    at: {
      deleteGroupClusterSearchDeployment: ["header content-type", "header deprecation", "header sunset"],
    },
  },
  {
    why: "Providers and grants of other runs were there.",
    at: {
      getFederationSettingConnectedOrgConfig: ["body.postAuthRoleGrants.length"],
      listFederationSettingIdentityProviders: ["body.results.length", "body.totalCount"],
    },
  },
  {
    why: "Real Atlas was ready sooner.",
    at: {
      getGroupBackupCompliancePolicy: ["body.state"],
    },
  },
  {
    why: "An upgraded cluster has another id and instant, and less to show meanwhile.",
    at: {
      getGroupCluster: [
        "body.connectionStrings.standard",
        "body.connectionStrings.standardSrv",
        "body.createDate",
        "body.diskWarmingMode",
        "body.effectiveReplicationSpecs.*.id",
        "body.effectiveReplicationSpecs.*.zoneId",
        "body.id",
        "body.replicationSpecs.*.id",
        "body.replicationSpecs.*.zoneId",
        "body.useAwsTimeBasedSnapshotCopyForFastInitialSync",
      ],
    },
  },
  {
    why: "The project of the recordings deletes its clusters by itself.",
    at: {
      getGroupCluster: ["body.deleteAfterDate"],
      upgradeGroupClusterTenantUpgrade: ["body.deleteAfterDate"],
    },
  },
  {
    why: "The addresses were known some seconds later.",
    at: {
      getGroupCluster: ["body.mongoURIUpdated"],
      upgradeGroupClusterTenantUpgrade: ["body.mongoURIUpdated"],
    },
  },
  {
    why: "Version 1.0 shows the provider first, and bounds of auto-scaling that are not set.",
    at: {
      getGroupCluster: [
        "body.providerSettings (order)",
        "body.providerSettings.autoScaling.compute.maxInstanceSize",
        "body.providerSettings.autoScaling.compute.minInstanceSize",
      ],
      upgradeGroupClusterTenantUpgrade: [
        "body.providerSettings (order)",
        "body.providerSettings.autoScaling.compute.maxInstanceSize",
        "body.providerSettings.autoScaling.compute.minInstanceSize",
      ],
    },
  },
  {
    why: "Real Atlas took longer, and showed it.",
    at: {
      getGroupCluster: ["body.stateName"],
    },
  },
  {
    why: "Which version was asked for is not known.",
    at: {
      getGroupCluster: ["header deprecation", "header sunset"],
    },
  },
  {
    why: "Snapshots, restores and exports never take the same time.",
    at: {
      createGroupClusterBackupExport: ["body.prefix"],
      createGroupClusterBackupRestoreJob: ["body.timestamp"],
      createGroupFlexClusterBackupRestoreJob: ["body.expirationDate", "body.restoreScheduledDate"],
      getGroupClusterBackupExport: ["body.finishedAt", "body.prefix"],
      getGroupClusterBackupRestoreJob: ["body.expiresAt", "body.finishedAt", "body.timestamp"],
      getGroupClusterBackupSnapshot: ["body.createdAt", "body.expiresAt", "body.status"],
      getGroupFlexClusterBackupRestoreJob: ["body.expirationDate", "body.restoreScheduledDate"],
      listGroupClusterBackupExports: ["body.results.*.finishedAt", "body.results.*.prefix"],
      listGroupClusterBackupRestoreJobs: ["body.results.*.finishedAt", "body.results.*.timestamp"],
      listGroupClusterBackupSnapshots: ["body.results.*.expiresAt"],
      listGroupFlexClusterBackupRestoreJobs: [
        "body.results.*.expirationDate",
        "body.results.*.restoreScheduledDate",
      ],
      listGroupFlexClusterBackupSnapshots: ["body.results.*.finishTime", "body.results.*.startTime"],
    },
  },
  {
    why: "No data is in a snapshot: the size is that of the disks.",
    at: {
      getGroupClusterBackupSnapshot: ["body.storageSizeBytes"],
      listGroupClusterBackupSnapshots: ["body.results.*.storageSizeBytes"],
    },
  },
  {
    why: "The names of hosts are not kept, and a URL is never the same twice.",
    at: {
      createGroupClusterBackupRestoreJob: ["body.targetDeploymentItemName"],
      getGroupClusterBackupRestoreJob: ["body.deliveryUrl.*", "body.targetDeploymentItemName"],
      listGroupClusterBackupRestoreJobs: ["body.results.*.targetDeploymentItemName"],
    },
  },
  {
    why: "Real Atlas shows these members in another order.",
    at: {
      createGroupClusterBackupRestoreJob: ["body.desiredTimestamp (order)"],
      createGroupDataFederation: ["body.storage (order)"],
      getGroupClusterBackupRestoreJob: ["body.desiredTimestamp (order)"],
      getGroupDataFederation: ["body.storage (order)"],
      listGroupClusterBackupRestoreJobs: ["body.results.*.desiredTimestamp (order)"],
      listGroupDataFederation: ["body.*.storage (order)"],
      updateGroupDataFederation: ["body.storage (order)"],
    },
  },
  {
    why: "No host answers for a federated database: its name is in another domain.",
    at: {
      createGroupDataFederation: ["body.hostnames.*"],
      getGroupDataFederation: ["body.hostnames.*"],
      listGroupDataFederation: ["body.*.hostnames.*"],
      updateGroupDataFederation: ["body.hostnames.*"],
    },
  },
  {
    why: "Buckets and restore jobs of other runs were there.",
    at: {
      getGroupBackupExportBucket: ["body.iamRoleId"],
      listGroupBackupExportBuckets: [
        "body.links.length",
        "body.results.*._id",
        "body.results.length",
        "body.totalCount",
      ],
      listGroupFlexClusterBackupRestoreJobs: ["body.links.length", "body.results.length", "body.totalCount"],
    },
  },
  {
    why: "Real Atlas counts from the instant at which the cluster was ready.",
    at: {
      getGroupClusterBackupSchedule: ["body.nextSnapshot", "body.referenceMinuteOfHour"],
      updateGroupClusterBackupSchedule: ["body.nextSnapshot"],
    },
  },
  {
    why: "Real Atlas answers a change with the state before it.",
    at: {
      getGroupClusterSearchDeployment: ["body.stateName"],
      updateGroupClusterSearchDeployment: ["body.stateName"],
    },
  },
  {
    why: "The address was another.",
    at: {
      getIpInfo: ["body.currentIpv4Address"],
    },
  },
  {
    why: "Things of other runs were there.",
    at: {
      listGroupAlertConfigs: ["body.links.length", "body.results.length", "body.totalCount"],
      listGroupAlerts: ["body.links.length", "body.results.length", "body.totalCount"],
      listGroupApiKeys: ["body.results.length", "body.totalCount"],
      listGroupCustomDbRoleRoles: ["body.length"],
      listGroupDatabaseUsers: ["body.results (order)"],
      listGroupEvents: ["body.results.length"],
      listGroupFlexClusters: ["body.results (order)"],
      listGroups: ["body.results (order)", "body.results.length", "body.totalCount"],
      listOrgApiKeys: ["body.results.length", "body.totalCount"],
      listOrgEvents: ["body.results.length"],
    },
  },
  {
    why: "Certificates of other runs were there.",
    at: {
      listGroupDatabaseUserCerts: [
        "body.results.*.createdAt",
        "body.results.*.notAfter",
        "body.results.length",
        "body.totalCount",
      ],
    },
  },
  {
    why: "A cluster of another run was of another release system.",
    at: {
      listGroupFlexClusters: ["body.results.*.versionReleaseSystem"],
    },
  },
  {
    why: "Names of hosts of stream workspaces are ours: nothing is there.",
    at: {
      createGroupStreamWorkspace: ["body.hostnames.*"],
      getGroupStreamWorkspace: ["body.hostnames.*"],
      listGroupStreamWorkspaces: ["body.results.*.hostnames.*"],
      updateGroupStreamWorkspace: ["body.hostnames.*"],
    },
  },
  {
    why: "The period that was asked for was not kept.",
    at: {
      downloadGroupStreamAuditLogs: ["header content-disposition"],
    },
  },
  {
    why: "The project is from 2020, and has clusters of other runs.",
    at: {
      listGroups: ["body.results.*.clusterCount", "body.results.*.created"],
    },
  },
  {
    why: "The invitation was made by another run.",
    at: {
      listOrgUsers: [
        "body.results.*.invitationCreatedAt",
        "body.results.*.invitationExpiresAt",
        "body.results.*.inviterUsername",
      ],
    },
  },
  {
    why: "The person has roles in 32 other projects.",
    at: {
      listOrgUsers: ["body.results.*.roles.groupRoleAssignments.length"],
    },
  },
  {
    why: "Items of a policy keep their ids.",
    at: {
      updateGroupBackupCompliancePolicy: ["body.scheduledPolicyItems.*.id"],
    },
  },
  {
    why: "The change was made a second later.",
    at: {
      updateGroupBackupCompliancePolicy: ["body.updatedDate"],
    },
  },
];

const provider: readonly Reason[] = [
  {
    why: "Answers of 2025 had not yet what those of 2026 have.",
    at: {
      createGroupCluster: [
        "body.adaptiveCapacity",
        "body.advancedConfiguration.customOpensslCipherConfigTls13",
        "body.connectionStrings.awsPrivateLinkSrv",
        "body.effectiveDatabaseEdition",
        "body.effectiveReplicationSpecs",
        "body.internalClusterRole",
        "body.replicationSpecs.*.regionConfigs.*.effectiveAnalyticsSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveElectableSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveReadOnlySpecs",
        "body.retainBackups",
        "body.useAwsTimeBasedSnapshotCopyForFastInitialSync",
      ],
      getGroupCluster: [
        "body.adaptiveCapacity",
        "body.advancedConfiguration",
        "body.advancedConfiguration.customOpensslCipherConfigTls13",
        "body.connectionStrings.awsPrivateLinkSrv",
        "body.effectiveDatabaseEdition",
        "body.effectiveReplicationSpecs",
        "body.internalClusterRole",
        "body.replicationSpecs.*.regionConfigs.*.effectiveAnalyticsSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveElectableSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveReadOnlySpecs",
        "body.retainBackups",
        "body.useAwsTimeBasedSnapshotCopyForFastInitialSync",
      ],
      getGroupClusterProcessArgs: ["body.customOpensslCipherConfigTls13"],
      listGroupClusters: [
        "body.results.*.adaptiveCapacity",
        "body.results.*.advancedConfiguration.customOpensslCipherConfigTls13",
        "body.results.*.connectionStrings.awsPrivateLinkSrv",
        "body.results.*.effectiveDatabaseEdition",
        "body.results.*.effectiveReplicationSpecs",
        "body.results.*.replicationSpecs.*.regionConfigs.*.effectiveAnalyticsSpecs",
        "body.results.*.replicationSpecs.*.regionConfigs.*.effectiveElectableSpecs",
        "body.results.*.replicationSpecs.*.regionConfigs.*.effectiveReadOnlySpecs",
        "body.results.*.retainBackups",
        "body.results.*.useAwsTimeBasedSnapshotCopyForFastInitialSync",
      ],
      updateGroupCluster: [
        "body.adaptiveCapacity",
        "body.advancedConfiguration.customOpensslCipherConfigTls13",
        "body.connectionStrings.awsPrivateLinkSrv",
        "body.effectiveDatabaseEdition",
        "body.effectiveReplicationSpecs",
        "body.internalClusterRole",
        "body.replicationSpecs.*.regionConfigs.*.effectiveAnalyticsSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveElectableSpecs",
        "body.replicationSpecs.*.regionConfigs.*.effectiveReadOnlySpecs",
        "body.retainBackups",
        "body.useAwsTimeBasedSnapshotCopyForFastInitialSync",
      ],
    },
  },
  {
    why: "Other releases of MongoDB were the newest.",
    at: {
      createGroupCluster: ["body.mongoDBVersion"],
      getGroupCluster: [
        "body.featureCompatibilityVersion",
        "body.mongoDBMajorVersion",
        "body.mongoDBVersion",
      ],
      listGroupClusters: [
        "body.results.*.featureCompatibilityVersion",
        "body.results.*.mongoDBMajorVersion",
        "body.results.*.mongoDBVersion",
      ],
      updateGroupCluster: [
        "body.featureCompatibilityVersion",
        "body.mongoDBMajorVersion",
        "body.mongoDBVersion",
      ],
      upgradeGroupClusterTenantUpgrade: ["body.mongoDBVersion"],
    },
  },
  {
    why: "Answers of 2025 had what is in no document, and not in answers of 2026.",
    at: {
      createGroupCluster: [
        "body.replicationSpecs.*.regionConfigs.*.analyticsAutoScaling.compute.predictiveEnabled",
        "body.replicationSpecs.*.regionConfigs.*.autoScaling.compute.predictiveEnabled",
      ],
      getGroupCluster: [
        "body.replicationSpecs.*.regionConfigs.*.analyticsAutoScaling.compute.predictiveEnabled",
        "body.replicationSpecs.*.regionConfigs.*.autoScaling.compute.predictiveEnabled",
      ],
      listGroupClusters: [
        "body.results.*.replicationSpecs.*.regionConfigs.*.autoScaling.compute.predictiveEnabled",
      ],
      updateGroupCluster: [
        "body.replicationSpecs.*.regionConfigs.*.analyticsAutoScaling.compute.predictiveEnabled",
        "body.replicationSpecs.*.regionConfigs.*.autoScaling.compute.predictiveEnabled",
      ],
      upgradeGroupClusterTenantUpgrade: ["body.autoScaling.compute.predictiveEnabled"],
    },
  },
  {
    why: "A cluster that is being deleted has no backups.",
    at: {
      getGroupCluster: ["body.backupEnabled"],
    },
  },
  {
    why: "An upgraded cluster has another id and instant, and less to show meanwhile.",
    at: {
      getGroupCluster: [
        "body.connectionStrings.standard",
        "body.connectionStrings.standardSrv",
        "body.createDate",
        "body.diskWarmingMode",
        "body.id",
        "body.replicationSpecs.*.id",
        "body.replicationSpecs.*.zoneId",
      ],
      listGroupClusters: [
        "body.results.*.connectionStrings.privateEndpoint",
        "body.results.*.createDate",
        "body.results.*.diskWarmingMode",
        "body.results.*.id",
      ],
      upgradeGroupClusterTenantUpgrade: ["body.mongoURIUpdated"],
    },
  },
  {
    why: "Real Atlas answers an upgrade with the free cluster that it was; here it is the new one.",
    at: {
      getGroupCluster: [
        "body.replicationSpecs.*.regionConfigs.*.analyticsSpecs",
        "body.replicationSpecs.*.regionConfigs.*.autoScaling",
        "body.replicationSpecs.*.regionConfigs.*.backingProviderName",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.diskIOPS",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.diskSizeGB",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.ebsVolumeType",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.effectiveInstanceSize",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.instanceSize",
        "body.replicationSpecs.*.regionConfigs.*.electableSpecs.nodeCount",
        "body.replicationSpecs.*.regionConfigs.*.providerName",
        "body.replicationSpecs.*.regionConfigs.*.readOnlySpecs",
      ],
      upgradeGroupClusterTenantUpgrade: [
        "body.providerSettings.autoScaling.compute.maxInstanceSize",
        "body.providerSettings.autoScaling.compute.minInstanceSize",
      ],
    },
  },
  {
    why: "Regions of a shard have analytics nodes of one size, those without any too.",
    at: {
      getGroupCluster: ["body.replicationSpecs.*.regionConfigs.*.analyticsSpecs.instanceSize"],
      updateGroupCluster: ["body.replicationSpecs.*.regionConfigs.*.analyticsSpecs.instanceSize"],
    },
  },
  {
    why: "Clusters of other runs were there, or scaled by themselves.",
    at: {
      getGroupCluster: ["body.replicationSpecs.*.regionConfigs.*.autoScaling.diskGB.enabled"],
      listGroupClusters: [
        "body.results.*.clusterType",
        "body.results.*.configServerManagementMode",
        "body.results.*.configServerType",
        "body.results.*.replicationSpecs.*.regionConfigs.*.analyticsSpecs.diskIOPS",
        "body.results.*.replicationSpecs.*.regionConfigs.*.analyticsSpecs.diskSizeGB",
        "body.results.*.replicationSpecs.*.regionConfigs.*.analyticsSpecs.ebsVolumeType",
        "body.results.*.replicationSpecs.*.regionConfigs.*.analyticsSpecs.instanceSize",
        "body.results.*.replicationSpecs.*.regionConfigs.*.analyticsSpecs.nodeCount",
        "body.results.*.replicationSpecs.*.regionConfigs.*.autoScaling.diskGB.enabled",
        "body.results.*.replicationSpecs.*.regionConfigs.*.electableSpecs.diskIOPS",
        "body.results.*.replicationSpecs.*.regionConfigs.*.electableSpecs.diskSizeGB",
        "body.results.*.replicationSpecs.*.regionConfigs.*.electableSpecs.ebsVolumeType",
        "body.results.*.replicationSpecs.*.regionConfigs.*.electableSpecs.instanceSize",
        "body.results.*.replicationSpecs.*.regionConfigs.*.readOnlySpecs.diskIOPS",
        "body.results.*.replicationSpecs.*.regionConfigs.*.readOnlySpecs.diskSizeGB",
        "body.results.*.replicationSpecs.*.regionConfigs.*.readOnlySpecs.ebsVolumeType",
        "body.results.*.replicationSpecs.*.regionConfigs.*.readOnlySpecs.instanceSize",
        "body.results.*.replicationSpecs.*.regionConfigs.*.regionName",
        "body.results.*.replicationSpecs.*.regionConfigs.length",
        "body.results.*.replicationSpecs.*.zoneName",
        "body.results.*.replicationSpecs.length",
      ],
    },
  },
  {
    why: "A cluster with shards of several sizes is shown to older versions, which real Atlas refuses (docs/fidelity.md).",
    at: {
      getGroupCluster: ["status"],
    },
  },
  {
    why: "Clusters of other runs were there, with arguments of their own.",
    at: {
      getGroupClusterProcessArgs: [
        "body.changeStreamOptionsPreAndPostImagesExpireAfterSeconds",
        "body.customOpensslCipherConfigTls12.length",
        "body.defaultMaxTimeMS",
        "body.noTableScan",
        "body.sampleRefreshIntervalBIConnector",
        "body.sampleSizeBIConnector",
        "body.tlsCipherConfigMode",
        "body.transactionLifetimeLimitSeconds",
        "status",
      ],
    },
  },
  {
    why: "The defaults of 2025 were others.",
    at: {
      getGroupClusterProcessArgs: ["body.defaultWriteConcern", "body.queryStatsLogVerbosity"],
      updateGroupClusterProcessArgs: ["body.queryStatsLogVerbosity"],
    },
  },
  {
    why: "Things of other runs were there.",
    at: {
      listGroupClusters: ["body.results.length", "body.totalCount"],
    },
  },
  {
    why: "Networks have addresses and ids of the provider, and other runs had some.",
    at: {
      listGroupContainers: [
        "body.results (items)",
        "body.results.*.provisioned",
        "body.results.*.vpcId",
        "body.results.length",
        "body.totalCount",
      ],
    },
  },
];

const reasons: Readonly<Record<SourceName, readonly Reason[]>> = { selection, cli, provider };

/** Each as `operation path`. */
export const rowsOf = (source: SourceName): string[] =>
  reasons[source].flatMap(({ at }) =>
    Object.entries(at).flatMap(([operation, paths]) => paths.map((path) => `${operation} ${path}`)),
  );

/** The number of rows that are left: lowered with each row that is removed, raised for operations that are new here alone. */
export const rowsLeft = { selection: 92, cli: 153, provider: 134 };
