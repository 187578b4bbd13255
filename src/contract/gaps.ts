// What Atlas publishes and Anteroom does not have, by path below /api/atlas/v2: methods with the ids of their
// Written by scripts/gaps.ts from the official document of 21 August 2026 (sha
export const gaps = `
/defaultGroupLimits GET listDefaultGroupLimits
/defaultGroupLimits/{limitName} GET getDefaultGroupLimit
/groups/{groupId}/aiModelApiClouds/{cloud}/geographies/{geography}/modelGroupNames/{modelGroupName}/rateLimits GET getGroupAiModelApiCloudGeographyModelGroupNameRateLimits PATCH updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits
/groups/{groupId}/aiModelApiClouds/{cloud}/geographies/{geography}/modelGroupNames/{modelGroupName}/rateLimits:reset POST resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits
/groups/{groupId}/aiModelApiKeys GET listGroupAiModelApiKeys POST createGroupAiModelApiKey
/groups/{groupId}/aiModelApiKeys/{apiKeyId} GET getGroupAiModelApiKey PATCH updateGroupAiModelApiKey DELETE deleteGroupAiModelApiKey
/groups/{groupId}/aiModelApiRateLimits GET getGroupAiModelApiRateLimits
/groups/{groupId}/aiModelApiRateLimits:reset POST resetGroupAiModelApiRateLimits
/groups/{groupId}/backup/exportBuckets GET listGroupBackupExportBuckets POST createGroupBackupExportBucket
/groups/{groupId}/backup/exportBuckets/{exportBucketId} GET getGroupBackupExportBucket PATCH updateGroupBackupExportBucket DELETE deleteGroupBackupExportBucket
/groups/{groupId}/backup/{cloudProvider}/privateEndpoints GET listGroupBackupPrivateEndpoints POST createGroupBackupPrivateEndpoint
/groups/{groupId}/backup/{cloudProvider}/privateEndpoints/{endpointId} GET getGroupBackupPrivateEndpoint DELETE deleteGroupBackupPrivateEndpoint
/groups/{groupId}/clusterConfigurations:validate POST validateGroupClusterConfigurations
/groups/{groupId}/clusters/tenantUpgradeToServerless POST upgradeGroupClusterTenantUpgradeToServerless
/groups/{groupId}/clusters/{clusterName}/backup/exports GET listGroupClusterBackupExports POST createGroupClusterBackupExport
/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId} GET getGroupClusterBackupExport
/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs GET listGroupClusterBackupRestoreJobs POST createGroupClusterBackupRestoreJob
/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId} GET getGroupClusterBackupRestoreJob DELETE cancelGroupClusterBackupRestoreJob
/groups/{groupId}/clusters/{clusterName}/backup/snapshots GET listGroupClusterBackupSnapshots POST takeGroupClusterBackupSnapshots
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId} GET getGroupClusterBackupSnapshotShardedCluster DELETE deleteGroupClusterBackupSnapshotShardedCluster
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters GET listGroupClusterBackupSnapshotShardedClusters
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId} GET getGroupClusterBackupSnapshot PATCH updateGroupClusterBackupSnapshot DELETE deleteGroupClusterBackupSnapshot
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases GET listGroupClusterBackupSnapshotDatabases
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases/{databaseName} GET getGroupClusterBackupSnapshotDatabase
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases/{databaseName}/collections GET listGroupClusterBackupSnapshotDatabaseCollections
/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases/{databaseName}/collections/{collectionName} GET getGroupClusterBackupSnapshotDatabaseCollection
/groups/{groupId}/clusters/{clusterName}/backupCheckpoints GET listGroupClusterBackupCheckpoints
/groups/{groupId}/clusters/{clusterName}/backupCheckpoints/{checkpointId} GET getGroupClusterBackupCheckpoint
/groups/{groupId}/clusters/{clusterName}/collStats/pinned GET listGroupClusterCollStatPinnedNamespaces PATCH updateGroupClusterCollStatPinnedNamespaces PUT pinGroupClusterCollStatPinnedNamespaces
/groups/{groupId}/clusters/{clusterName}/collStats/unpin PATCH unpinGroupClusterCollStatUnpinNamespaces
/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs GET listGroupClusterCollectionRestoreJobs POST createGroupClusterCollectionRestoreJob
/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId} GET getGroupClusterCollectionRestoreJob
/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}/collections GET listGroupClusterCollectionRestoreJobCollections
/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}/collections/{sourceNamespace} GET getGroupClusterCollectionRestoreJobCollection
/groups/{groupId}/clusters/{clusterName}/fts/indexes POST createGroupClusterFtsIndex
/groups/{groupId}/clusters/{clusterName}/fts/indexes/{databaseName}/{collectionName} GET listGroupClusterFtsIndex
/groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId} GET getGroupClusterFtsIndex PATCH updateGroupClusterFtsIndex DELETE deleteGroupClusterFtsIndex
/groups/{groupId}/clusters/{clusterName}/globalWrites/customZoneMapping POST createGroupClusterGlobalWriteCustomZoneMapping DELETE deleteGroupClusterGlobalWriteCustomZoneMapping
/groups/{groupId}/clusters/{clusterName}/globalWrites/managedNamespaces POST createGroupClusterGlobalWriteManagedNamespace DELETE deleteGroupClusterGlobalWriteManagedNamespaces
/groups/{groupId}/clusters/{clusterName}/index POST createGroupClusterIndexRollingIndex
/groups/{groupId}/clusters/{clusterName}/onlineArchives GET listGroupClusterOnlineArchives POST createGroupClusterOnlineArchive
/groups/{groupId}/clusters/{clusterName}/onlineArchives/queryLogs.gz GET downloadGroupClusterOnlineArchiveQueryLogs
/groups/{groupId}/clusters/{clusterName}/onlineArchives/{archiveId} GET getGroupClusterOnlineArchive PATCH updateGroupClusterOnlineArchive DELETE deleteGroupClusterOnlineArchive
/groups/{groupId}/clusters/{clusterName}/outageSimulation GET getGroupClusterOutageSimulation POST startGroupClusterOutageSimulation DELETE endGroupClusterOutageSimulation
/groups/{groupId}/clusters/{clusterName}/overloadSimulations GET listGroupClusterOverloadSimulations POST createGroupClusterOverloadSimulation
/groups/{groupId}/clusters/{clusterName}/overloadSimulations/{simulationId} GET getGroupClusterOverloadSimulation DELETE deleteGroupClusterOverloadSimulation
/groups/{groupId}/clusters/{clusterName}/performanceAdvisor/dropIndexSuggestions GET listGroupClusterPerformanceAdvisorDropIndexSuggestions
/groups/{groupId}/clusters/{clusterName}/performanceAdvisor/schemaAdvice GET listGroupClusterPerformanceAdvisorSchemaAdvice
/groups/{groupId}/clusters/{clusterName}/performanceAdvisor/suggestedIndexes GET listGroupClusterPerformanceAdvisorSuggestedIndexes
/groups/{groupId}/clusters/{clusterName}/queryShapeInsights/summaries GET listGroupClusterQueryShapeInsightSummaries
/groups/{groupId}/clusters/{clusterName}/queryShapeInsights/{queryShapeHash}/details GET getGroupClusterQueryShapeInsightDetails
/groups/{groupId}/clusters/{clusterName}/queryShapes GET listGroupClusterQueryShapes
/groups/{groupId}/clusters/{clusterName}/queryShapes/{queryShapeHash} GET getGroupClusterQueryShape PATCH updateGroupClusterQueryShape
/groups/{groupId}/clusters/{clusterName}/restartPrimaries POST restartGroupClusterPrimaries
/groups/{groupId}/clusters/{clusterName}/restoreJobs GET listGroupClusterRestoreJobs POST createGroupClusterRestoreJob
/groups/{groupId}/clusters/{clusterName}/restoreJobs/{jobId} GET getGroupClusterRestoreJob
/groups/{groupId}/clusters/{clusterName}/search/indexes GET listGroupClusterSearchIndexes POST createGroupClusterSearchIndex
/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName} GET listGroupClusterSearchIndex
/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName}/{indexName} GET getGroupClusterSearchIndexByName PATCH updateGroupClusterSearchIndexByName DELETE deleteGroupClusterSearchIndexByName
/groups/{groupId}/clusters/{clusterName}/search/indexes/{indexId} GET getGroupClusterSearchIndex PATCH updateGroupClusterSearchIndex DELETE deleteGroupClusterSearchIndex
/groups/{groupId}/clusters/{clusterName}/snapshotSchedule GET getGroupClusterSnapshotSchedule PATCH updateGroupClusterSnapshotSchedule
/groups/{groupId}/clusters/{clusterName}/snapshots GET listGroupClusterSnapshots
/groups/{groupId}/clusters/{clusterName}/snapshots/{snapshotId} GET getGroupClusterSnapshot PATCH updateGroupClusterSnapshot DELETE deleteGroupClusterSnapshot
/groups/{groupId}/clusters/{clusterName}/sqlInterface GET getGroupClusterSqlInterface PATCH updateGroupClusterSqlInterface
/groups/{groupId}/clusters/{clusterName}/{clusterView}/collStats/namespaces GET getGroupClusterCollStatNamespaces
/groups/{groupId}/clusters/{clusterName}/{clusterView}/{databaseName}/{collectionName}/collStats/measurements GET listGroupClusterCollStatMeasurements
/groups/{groupId}/clusters/{clusterName}:grantMongoDBEmployeeAccess POST grantGroupClusterMongoDbEmployeeAccess
/groups/{groupId}/clusters/{clusterName}:revokeMongoDBEmployeeAccess POST revokeGroupClusterMongoDbEmployeeAccess
/groups/{groupId}/clusters/{hostName}/logs/{logName}.gz GET downloadGroupClusterLog
/groups/{groupId}/collStats/metrics GET listGroupCollStatMetrics
/groups/{groupId}/containers POST createGroupContainer
/groups/{groupId}/containers/{containerId} GET getGroupContainer PATCH updateGroupContainer DELETE deleteGroupContainer
/groups/{groupId}/dataFederation GET listGroupDataFederation POST createGroupDataFederation
/groups/{groupId}/dataFederation/{tenantName} GET getGroupDataFederation PATCH updateGroupDataFederation DELETE deleteGroupDataFederation
/groups/{groupId}/dataFederation/{tenantName}/limits GET listGroupDataFederationLimits
/groups/{groupId}/dataFederation/{tenantName}/limits/{limitName} GET getGroupDataFederationLimit PATCH setGroupDataFederationLimit DELETE deleteGroupDataFederationLimit
/groups/{groupId}/dataFederation/{tenantName}/queryLogs.gz GET downloadGroupDataFederationQueryLogs
/groups/{groupId}/encryptionAtRest/{cloudProvider}/privateEndpoints GET listGroupEncryptionAtRestPrivateEndpoints POST createGroupEncryptionAtRestPrivateEndpoint
/groups/{groupId}/encryptionAtRest/{cloudProvider}/privateEndpoints/{endpointId} GET getGroupEncryptionAtRestPrivateEndpoint DELETE requestGroupEncryptionAtRestPrivateEndpointDeletion
/groups/{groupId}/flexClusters/{name}/backup/download POST downloadGroupFlexClusterBackup
/groups/{groupId}/flexClusters/{name}/backup/restoreJobs GET listGroupFlexClusterBackupRestoreJobs POST createGroupFlexClusterBackupRestoreJob
/groups/{groupId}/flexClusters/{name}/backup/restoreJobs/{restoreJobId} GET getGroupFlexClusterBackupRestoreJob
/groups/{groupId}/flexClusters/{name}/backup/snapshots GET listGroupFlexClusterBackupSnapshots
/groups/{groupId}/flexClusters/{name}/backup/snapshots/{snapshotId} GET getGroupFlexClusterBackupSnapshot
/groups/{groupId}/hosts/{processId}/fts/metrics GET listGroupHostFtsMetrics
/groups/{groupId}/hosts/{processId}/fts/metrics/indexes/{databaseName}/{collectionName}/measurements GET listGroupHostFtsMetricIndexMeasurements
/groups/{groupId}/hosts/{processId}/fts/metrics/indexes/{databaseName}/{collectionName}/{indexName}/measurements GET getGroupHostFtsMetricIndexMeasurements
/groups/{groupId}/hosts/{processId}/fts/metrics/measurements GET listGroupHostFtsMetricMeasurements
/groups/{groupId}/liveMigrations POST createGroupLiveMigration
/groups/{groupId}/liveMigrations/validate POST validateGroupLiveMigrations
/groups/{groupId}/liveMigrations/validate/{validationId} GET getGroupLiveMigrationValidateStatus
/groups/{groupId}/liveMigrations/{liveMigrationId} GET getGroupLiveMigration
/groups/{groupId}/liveMigrations/{liveMigrationId}/cutover PUT cutoverGroupLiveMigration
/groups/{groupId}/logIntegrations GET listGroupLogIntegrations POST createGroupLogIntegration
/groups/{groupId}/logIntegrations/{id} GET getGroupLogIntegration PUT updateGroupLogIntegration DELETE deleteGroupLogIntegration
/groups/{groupId}/mcpConfigs GET listGroupMcpConfigs POST createGroupMcpConfig
/groups/{groupId}/mcpConfigs/{mcpConfigId} GET getGroupMcpConfig PATCH updateGroupMcpConfig DELETE deleteGroupMcpConfig
/groups/{groupId}/mcpConfigs/{mcpConfigId}/secrets GET listGroupMcpConfigSecrets POST createGroupMcpConfigSecret
/groups/{groupId}/mcpConfigs/{mcpConfigId}/secrets/{secretId} GET getGroupMcpConfigSecret DELETE deleteGroupMcpConfigSecret
/groups/{groupId}/metricIntegrations GET listGroupMetricIntegrations POST createGroupMetricIntegration
/groups/{groupId}/metricIntegrations/{metricIntegrationId} GET getGroupMetricIntegration PUT updateGroupMetricIntegration DELETE deleteGroupMetricIntegration
/groups/{groupId}/peers POST createGroupPeer
/groups/{groupId}/peers/{peerId} GET getGroupPeer PATCH updateGroupPeer DELETE deleteGroupPeer
/groups/{groupId}/privateEndpoint/endpointService POST createGroupPrivateEndpointEndpointService
/groups/{groupId}/privateEndpoint/endpointService/{endpointServiceId} PATCH updateGroupPrivateEndpointEndpointService
/groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint GET listGroupPrivateEndpointServerlessInstanceEndpoint POST createGroupPrivateEndpointServerlessInstanceEndpoint
/groups/{groupId}/privateEndpoint/serverless/instance/{instanceName}/endpoint/{endpointId} GET getGroupPrivateEndpointServerlessInstanceEndpoint PATCH updateGroupPrivateEndpointServerlessInstanceEndpoint DELETE deleteGroupPrivateEndpointServerlessInstanceEndpoint
/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId} GET getGroupPrivateEndpointEndpointService DELETE deleteGroupPrivateEndpointEndpointService
/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint POST createGroupPrivateEndpointEndpointServiceEndpoint
/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint/{endpointId} GET getGroupPrivateEndpointEndpointServiceEndpoint DELETE deleteGroupPrivateEndpointEndpointServiceEndpoint
/groups/{groupId}/privateIpMode GET verifyGroupPrivateIpMode PATCH disableGroupPrivateIpModePeering
/groups/{groupId}/privateNetworkSettings/endpointIds GET listGroupPrivateNetworkSettingEndpointIds POST createGroupPrivateNetworkSettingEndpointId
/groups/{groupId}/privateNetworkSettings/endpointIds/{endpointId} GET getGroupPrivateNetworkSettingEndpointId DELETE deleteGroupPrivateNetworkSettingEndpointId
/groups/{groupId}/processes GET listGroupProcesses
/groups/{groupId}/processes/{processId} GET getGroupProcess
/groups/{groupId}/processes/{processId}/collStats/namespaces GET getGroupProcessCollStatNamespaces
/groups/{groupId}/processes/{processId}/databases GET listGroupProcessDatabases
/groups/{groupId}/processes/{processId}/databases/{databaseName} GET getGroupProcessDatabase
/groups/{groupId}/processes/{processId}/databases/{databaseName}/measurements GET getGroupProcessDatabaseMeasurements
/groups/{groupId}/processes/{processId}/disks GET listGroupProcessDisks
/groups/{groupId}/processes/{processId}/disks/{partitionName} GET getGroupProcessDisk
/groups/{groupId}/processes/{processId}/disks/{partitionName}/measurements GET getGroupProcessDiskMeasurements
/groups/{groupId}/processes/{processId}/measurements GET getGroupProcessMeasurements
/groups/{groupId}/processes/{processId}/performanceAdvisor/namespaces GET listGroupProcessPerformanceAdvisorNamespaces
/groups/{groupId}/processes/{processId}/performanceAdvisor/slowQueryLogs GET listGroupProcessPerformanceAdvisorSlowQueryLogs
/groups/{groupId}/processes/{processId}/performanceAdvisor/suggestedIndexes GET listGroupProcessPerformanceAdvisorSuggestedIndexes
/groups/{groupId}/processes/{processId}/{databaseName}/{collectionName}/collStats/measurements GET listGroupProcessCollStatMeasurements
/groups/{groupId}/pushBasedLogExport GET getGroupPushBasedLogExport POST createGroupPushBasedLogExport PATCH updateGroupPushBasedLogExport DELETE deleteGroupPushBasedLogExport
/groups/{groupId}/sampleDatasetLoad/{name} POST requestGroupSampleDatasetLoad GET getGroupSampleDatasetLoad
/groups/{groupId}/sandbox/{sandboxConfigId}:generateClusterDescription GET generateGroupSandboxClusterDescription
/groups/{groupId}/serverless GET listGroupServerlessInstances
/groups/{groupId}/serverless/{clusterName}/backup/restoreJobs GET listGroupServerlessBackupRestoreJobs POST createGroupServerlessBackupRestoreJob
/groups/{groupId}/serverless/{clusterName}/backup/restoreJobs/{restoreJobId} GET getGroupServerlessBackupRestoreJob
/groups/{groupId}/serverless/{clusterName}/backup/snapshots GET listGroupServerlessBackupSnapshots
/groups/{groupId}/serverless/{clusterName}/backup/snapshots/{snapshotId} GET getGroupServerlessBackupSnapshot
/groups/{groupId}/serverless/{clusterName}/performanceAdvisor/autoIndexing GET getGroupServerlessPerformanceAdvisorAutoIndexing POST setGroupServerlessPerformanceAdvisorAutoIndexing
/groups/{groupId}/serverless/{name} GET getGroupServerlessInstance
/groups/{groupId}/standbyLinks GET listGroupStandbyLinks POST createGroupStandbyLink
/groups/{groupId}/standbyLinks/{standbyLinkId} GET getGroupStandbyLink DELETE deleteGroupStandbyLink
/groups/{groupId}/standbyLinks/{standbyLinkId}/failovers GET listGroupStandbyLinkFailovers POST createGroupStandbyLinkFailover
/groups/{groupId}/standbyLinks/{standbyLinkId}/failovers/{failoverId} GET getGroupStandbyLinkFailover
/groups/{groupId}/standbyLinks/{standbyLinkId}:inspectFailoverReadiness GET inspectGroupStandbyLinkFailoverReadiness
/groups/{groupId}/streams POST createGroupStreamWorkspace
/groups/{groupId}/streams/accountDetails GET getGroupStreamAccountDetails
/groups/{groupId}/streams/activeVpcPeeringConnections GET listGroupStreamActiveVpcPeeringConnections
/groups/{groupId}/streams/privateLinkConnections GET listGroupStreamPrivateLinkConnections POST createGroupStreamPrivateLinkConnection
/groups/{groupId}/streams/privateLinkConnections/{connectionId} GET getGroupStreamPrivateLinkConnection PATCH updateGroupStreamPrivateLinkConnection DELETE deleteGroupStreamPrivateLinkConnection
/groups/{groupId}/streams/vpcPeeringConnections GET listGroupStreamVpcPeeringConnections
/groups/{groupId}/streams/vpcPeeringConnections/{id} DELETE deleteGroupStreamVpcPeeringConnection
/groups/{groupId}/streams/vpcPeeringConnections/{id}:accept POST acceptGroupStreamVpcPeeringConnection
/groups/{groupId}/streams/vpcPeeringConnections/{id}:reject POST rejectGroupStreamVpcPeeringConnection
/groups/{groupId}/streams/{tenantName} GET getGroupStreamWorkspace PATCH updateGroupStreamWorkspace DELETE deleteGroupStreamWorkspace
/groups/{groupId}/streams/{tenantName}/auditLogs GET downloadGroupStreamAuditLogs
/groups/{groupId}/streams/{tenantName}/connections GET listGroupStreamConnections POST createGroupStreamConnection
/groups/{groupId}/streams/{tenantName}/connections/{connectionName} GET getGroupStreamConnection PATCH updateGroupStreamConnection DELETE deleteGroupStreamConnection
/groups/{groupId}/streams/{tenantName}/connections/{connectionName}/failoverConnections GET listGroupStreamConnectionFailoverConnections POST createGroupStreamConnectionFailoverConnection
/groups/{groupId}/streams/{tenantName}/connections/{connectionName}/failoverConnections/{failoverConnectionId} GET getGroupStreamConnectionFailoverConnection PATCH updateGroupStreamConnectionFailoverConnection DELETE deleteGroupStreamConnectionFailoverConnection
/groups/{groupId}/streams/{tenantName}/processor POST createGroupStreamProcessor
/groups/{groupId}/streams/{tenantName}/processor/{processorName} GET getGroupStreamProcessor PATCH updateGroupStreamProcessor DELETE deleteGroupStreamProcessor
/groups/{groupId}/streams/{tenantName}/processor/{processorName}:start POST startGroupStreamProcessor
/groups/{groupId}/streams/{tenantName}/processor/{processorName}:startWith POST startGroupStreamProcessorWith
/groups/{groupId}/streams/{tenantName}/processor/{processorName}:stop POST stopGroupStreamProcessor
/groups/{groupId}/streams/{tenantName}/processors GET getGroupStreamProcessors
/groups/{groupId}/streams/{tenantName}:downloadOperationalLogs GET downloadGroupStreamOperationalLogs
/groups/{groupId}/streams:withSampleConnections POST withGroupStreamSampleConnections
/orgs/{orgId}/aiModelApiClouds/{cloud}/geographies/{geography}/modelGroupNames/{modelGroupName}/rateLimits GET getOrgAiModelApiCloudGeographyModelGroupNameRateLimits
/orgs/{orgId}/aiModelApiKeys GET listOrgAiModelApiKeys
/orgs/{orgId}/aiModelApiKeys/{apiKeyId} GET getOrgAiModelApiKey
/orgs/{orgId}/aiModelApiRateLimits GET getOrgAiModelApiRateLimits
/orgs/{orgId}/associatedInvoices GET getOrgAssociatedInvoices
/orgs/{orgId}/billing/costExplorer/usage POST createOrgBillingCostExplorerUsageProcess
/orgs/{orgId}/billing/costExplorer/usage/{token} GET getOrgBillingCostExplorerUsage
/orgs/{orgId}/invoices GET listOrgInvoices
/orgs/{orgId}/invoices/pending GET listOrgInvoicePending
/orgs/{orgId}/invoices/{invoiceId} GET getOrgInvoice
/orgs/{orgId}/invoices/{invoiceId}/csv GET getOrgInvoiceCsv
/orgs/{orgId}/invoices/{invoiceId}/lineItems:search GET searchOrgInvoiceLineItems
/orgs/{orgId}/invoices/{invoiceId}/reports GET listOrgInvoiceReports POST createOrgInvoiceReport
/orgs/{orgId}/invoices/{invoiceId}/reports/{reportId} GET getOrgInvoiceReport
/orgs/{orgId}/invoices/{invoiceId}:generateAndDownloadReport POST generateOrgInvoiceAndDownloadReport
/orgs/{orgId}/liveMigrations/availableProjects GET listOrgLiveMigrationAvailableProjects
/orgs/{orgId}/liveMigrations/linkTokens POST createOrgLiveMigrationLinkToken DELETE deleteOrgLiveMigrationLinkTokens
/orgs/{orgId}/mcpConfigs GET listOrgMcpConfigs POST createOrgMcpConfig
/orgs/{orgId}/mcpConfigs/{mcpConfigId} GET getOrgMcpConfig PATCH updateOrgMcpConfig DELETE deleteOrgMcpConfig
/orgs/{orgId}/mcpConfigs/{mcpConfigId}/secrets GET listOrgMcpConfigSecrets POST createOrgMcpConfigSecret
/orgs/{orgId}/mcpConfigs/{mcpConfigId}/secrets/{secretId} GET getOrgMcpConfigSecret DELETE deleteOrgMcpConfigSecret
/orgs/{orgId}/sandboxConfig GET listOrgSandboxConfig POST createOrgSandboxConfig
/orgs/{orgId}/sandboxConfig/{sandboxConfigId} GET getOrgSandboxConfig PATCH updateOrgSandboxConfig DELETE deleteOrgSandboxConfig
/skus GET listSkus
/skus/{skuId} GET getSku
`;
