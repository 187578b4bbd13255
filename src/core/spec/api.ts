// Written by scripts/client-types.ts from spec/; do not edit. What handlers of published operations are given and answer.

import type {
  AccountDetails,
  AcknowledgeAlert,
  ActivityFeedLinkResponse,
  AddOrRemoveGroupRole,
  AddOrRemoveOrgRole,
  AddOrRemoveUserFromTeam,
  AddUserToTeam,
  AdvancedClusterDescription,
  AdvancedClusterDescriptionRequest,
  AiModelApiKeyCreateRequest,
  AiModelApiKeyResponse,
  AiModelApiKeyUpdateRequest,
  AiModelRateLimitResponse,
  AiModelsRateLimitUpdateRequest,
  AlertsToggle,
  AlertView,
  AlertViewForNdsGroup,
  ApiAtlasCheckpointView,
  ApiAtlasCollectionRestoreCollectionStateResponse,
  ApiAtlasCollectionRestoreJobRequest,
  ApiAtlasCollectionRestoreJobResponse,
  ApiAtlasModifyEndpointServiceRequestView,
  ApiAtlasNonCompliantResourceView,
  ApiAtlasResourcePolicyCreateView,
  ApiAtlasResourcePolicyEditView,
  ApiAtlasResourcePolicyView,
  ApiAtlasSnapshotScheduleView,
  ApiAtlasSnapshotScheduleViewRequest,
  ApiHostView_Atlas,
  ApiKeyUserDetails,
  ApiMeasurementsGeneralView_Atlas,
  ApiPublicUsageDetailsQueryRequest,
  ApiSearchDeploymentRequestView,
  ApiSearchDeploymentResponseView,
  ApiStandbyLinkFailoverReadinessResponse,
  ApiStandbyLinkFailoverRequest,
  ApiStandbyLinkFailoverResponse,
  ApiStandbyLinkRequest,
  ApiStandbyLinkResponse,
  AtlasOrganization,
  AtlasOrganizationRequest,
  AtlasTenantClusterUpgradeRequest20240805,
  AuditLog,
  AuditLogRequest,
  AuthFederationRoleMapping,
  AuthFederationRoleMappingRequest,
  AWSCustomDNSEnabledView,
  BackupOnlineArchive,
  BackupOnlineArchiveCreate,
  BackupOnlineArchiveRequest,
  BackupRestoreJob,
  BackupRestoreJobRequest,
  BackupSnapshot,
  BackupSnapshotRequest,
  BackupSnapshotRetention,
  BaseNetworkPeeringConnectionSettings,
  BaseNetworkPeeringConnectionSettingsRequest,
  BillingInvoice,
  CloudAppUser,
  CloudAppUserRequest,
  CloudDatabaseUser,
  CloudDatabaseUserRequest,
  CloudProviderAccessRole,
  CloudProviderAccessRoleRequest,
  CloudProviderAccessRoleRequestUpdate,
  CloudProviderAccessRoles,
  CloudProviderContainer,
  CloudProviderContainerRequest,
  CloudProviderEndpointServiceRequest,
  CloudSearchMetrics,
  ClusterConfigurationValidation,
  ClusterConfigurationValidationResult,
  ClusterDescription20240805,
  ClusterDescription20240805Request,
  ClusterDescriptionAutoScalingModeConfiguration,
  ClusterDescriptionProcessArgs,
  ClusterDescriptionProcessArgs20240805,
  ClusterDescriptionProcessArgs20240805Request,
  ClusterDescriptionProcessArgsRequest,
  ClusterOutageSimulation,
  ClusterOutageSimulationRequest,
  ClusterSearchIndex,
  ClusterSearchIndexRequest,
  ClusterStatus,
  CollStatsLatencyNamespaceMetrics,
  CollStatsRankedNamespacesView,
  ConnectedOrgConfig,
  ConnectedOrgConfigRequest,
  ControlPlaneIPAddresses,
  CostExplorerFilterRequestBody,
  CostExplorerFilterResponseView,
  CostExplorerQueryResult,
  CreateAtlasOrganizationApiKey,
  CreateAtlasProjectApiKey,
  CreateEndpointRequest,
  CreateGroupMcpConfigBody,
  CreateOrganizationRequest,
  CreateOrganizationResponse,
  CreateOrgMcpConfigBody,
  CreatePushBasedLogExportProjectRequest,
  CustomZoneMappings,
  DatabaseRollingIndexRequest,
  DataFederationLimit,
  DataFederationLimitRequest,
  DataFederationTenantQueryLimit,
  DataFederationTenantQueryLimitRequest,
  DataLakeTenant,
  DataLakeTenantRequest,
  DataProtectionSettings,
  DataProtectionSettings20231001,
  DataProtectionSettings20231001Request,
  DataProtectionSettingsRequest,
  DefaultGroupLimitResponse,
  Demanding,
  DiskBackupCollectionResponse,
  DiskBackupDatabaseResponse,
  DiskBackupExportJob,
  DiskBackupExportJobRequest,
  DiskBackupOnDemandSnapshotRequest,
  DiskBackupReplicaSet,
  DiskBackupShardedClusterSnapshot,
  DiskBackupSnapshot,
  DiskBackupSnapshotAWSExportBucketRequest,
  DiskBackupSnapshotAWSExportBucketResponse,
  DiskBackupSnapshotExportBucketRequest,
  DiskBackupSnapshotExportBucketResponse,
  DiskBackupSnapshotRestoreJob,
  DiskBackupSnapshotRestoreJobRequest,
  DiskBackupSnapshotSchedule,
  DiskBackupSnapshotSchedule20240805,
  DiskBackupSnapshotSchedule20240805Request,
  DiskBackupSnapshotScheduleRequest,
  EARPrivateEndpoint,
  EARPrivateEndpointRequest,
  EmployeeAccessGrantViewRequest,
  EncryptionAtRest,
  EncryptionAtRestRequest,
  EndpointService,
  EnvelopedDropIndexSuggestionsResponse,
  EnvelopedPerformanceAdvisorResponse,
  EnvelopedSchemaAdvisorResponse,
  EventTypeForNdsGroup,
  EventTypeForOrg,
  EventViewForNdsGroup,
  EventViewForOrg,
  FederationIdentityProvider,
  FederationIdentityProviderUpdate,
  FederationOidcIdentityProvider,
  FederationOidcIdentityProviderUpdate,
  FlexBackupRestoreJob20241113,
  FlexBackupRestoreJobCreate20241113,
  FlexBackupSnapshot20241113,
  FlexBackupSnapshotDownloadCreate20241113,
  FlexClusterDescription20241113,
  FlexClusterDescriptionCreate20241113,
  FlexClusterDescriptionUpdate20241113,
  GeoSharding,
  GeoSharding20240805,
  Group,
  GroupAlertsConfig,
  GroupAlertsConfigRequest,
  GroupInvitation,
  GroupInvitationRequest,
  GroupInvitationUpdateRequest,
  GroupIPAddresses,
  GroupMaintenanceWindow,
  GroupMaintenanceWindowRequest,
  GroupMcpConfigResponse,
  GroupMcpConfigUpdateRequest,
  GroupMigrationRequest,
  GroupPaginatedEventView,
  GroupRequest,
  GroupRoleName,
  GroupServiceAccount,
  GroupServiceAccountRequest,
  GroupServiceAccountRoleAssignment,
  GroupServiceAccountUpdateRequest,
  GroupSettings,
  GroupSettingsRequest,
  GroupUpdate,
  GroupUserRequest,
  GroupUserResponse,
  InvoiceReportRequest,
  InvoiceReportResponse,
  LDAPVerifyConnectivityJobRequest,
  LDAPVerifyConnectivityJobRequestParamsRequest,
  LegacyAtlasCluster,
  LegacyAtlasClusterRequest,
  LegacyAtlasTenantClusterUpgradeRequest,
  LiveImportAvailableProject,
  LiveImportValidation,
  LiveMigrationRequest,
  LiveMigrationRequest20240530,
  LiveMigrationResponse,
  LogIntegrationRequest,
  LogIntegrationResponse,
  ManagedNamespacesRequest,
  MatcherFieldView,
  MeasurementDiskPartition,
  MeasurementsCollStatsLatencyCluster,
  MeasurementsCollStatsLatencyHost,
  MeasurementsIndexes,
  MeasurementsNonIndex,
  MesurementsDatabase,
  MetricIntegrationRequest,
  MetricIntegrationResponse,
  MetricIntegrationUpdateRequest,
  MongoDBAccessLogsList,
  Namespaces,
  NamespacesRequest,
  NetworkPermissionEntry,
  NetworkPermissionEntryRequest,
  NetworkPermissionEntryStatus,
  ObjectStoragePrivateEndpointRequest,
  ObjectStoragePrivateEndpointResponse,
  OrgAssociatedInvoiceResponse,
  OrganizationInvitation,
  OrganizationInvitationRequest,
  OrganizationInvitationUpdateRequest,
  OrganizationMaintenanceSettingsResponse,
  OrganizationMaintenanceSettingsUpdateRequest,
  OrganizationSettings,
  OrganizationSettingsRequest,
  OrgDelegationSettingsResponse,
  OrgDelegationSettingsUpdateRequest,
  OrgFederationSettings,
  OrgMcpConfigResponse,
  OrgMcpConfigUpdateRequest,
  OrgPaginatedEventView,
  OrgServiceAccount,
  OrgServiceAccountRequest,
  OrgServiceAccountUpdateRequest,
  OrgUserRequest,
  OrgUserResponse,
  OrgUserUpdateRequest,
  OverloadProtectionSimulationRequest,
  OverloadProtectionSimulationResponse,
  PaginatedAdvancedClusterDescriptionView,
  PaginatedAlertConfigView,
  PaginatedAlertView,
  PaginatedApiApiUserView,
  PaginatedApiAppUserView,
  PaginatedApiAtlasCheckpointView,
  PaginatedApiAtlasCollectionRestoreCollectionStateView,
  PaginatedApiAtlasCollectionRestoreJobView,
  PaginatedApiAtlasDatabaseUserView,
  PaginatedApiAtlasDiskBackupCollectionView,
  PaginatedApiAtlasDiskBackupDatabaseView,
  PaginatedApiAtlasDiskBackupExportJobView,
  PaginatedApiAtlasEARPrivateEndpointView,
  PaginatedApiAtlasFlexBackupRestoreJob20241113View,
  PaginatedApiAtlasFlexBackupSnapshot20241113View,
  PaginatedApiAtlasObjectStoragePrivateEndpointResponseView,
  PaginatedApiAtlasProviderRegionsView,
  PaginatedApiInvoiceMetadataView,
  PaginatedApiInvoiceView,
  PaginatedApiSKUView,
  PaginatedApiStandbyLinkFailoverResponse,
  PaginatedApiStandbyLinkResponse,
  PaginatedApiStreamsConnectionView,
  PaginatedApiStreamsFailoverConnection,
  PaginatedApiStreamsPrivateLinkView,
  PaginatedApiStreamsStreamProcessorWithStatsView,
  PaginatedApiStreamsTenantView,
  PaginatedApiStreamsVPCPeeringConnectionView,
  PaginatedApiUserAccessListResponseView,
  PaginatedAppUserView,
  PaginatedAtlasAiModelApiKeysResponse,
  PaginatedAtlasAiModelRateLimitsResponse,
  PaginatedAtlasGroupView,
  PaginatedAvailableVersionView,
  PaginatedBackupSnapshotExportBucketsView,
  PaginatedBackupSnapshotExportBucketView,
  PaginatedCloudBackupReplicaSetView,
  PaginatedCloudBackupRestoreJobView,
  PaginatedCloudBackupShardedClusterSnapshotView,
  PaginatedCloudProviderContainerView,
  PaginatedClusterDescription20240805,
  PaginatedConnectedOrgConfigsView,
  PaginatedContainerPeerView,
  PaginatedDatabaseView,
  PaginatedDefaultGroupLimitResponse,
  PaginatedDiskPartitionView,
  PaginatedEventTypeDetailsResponse,
  PaginatedFederationIdentityProvider,
  PaginatedFlexClusters20241113,
  PaginatedGroupMcpConfigView,
  PaginatedGroupServiceAccounts,
  PaginatedGroupUserView,
  PaginatedHostView_Atlas,
  PaginatedIntegrationView,
  PaginatedInvoiceReportView,
  PaginatedLegacyClusterView,
  PaginatedLogIntegrationResponse,
  PaginatedMcpConfigSecretView,
  PaginatedMetricIntegrationResponse,
  PaginatedNetworkAccessView,
  PaginatedOnlineArchiveView,
  PaginatedOrganizationView,
  PaginatedOrgGroupView,
  PaginatedOrgMcpConfigView,
  PaginatedOrgServiceAccounts,
  PaginatedOrgUserView,
  PaginatedOverloadProtectionSimulationResponse,
  PaginatedPrivateNetworkEndpointIdEntryView,
  PaginatedPublicApiUsageDetailsLineItemView,
  PaginatedQueryShapes,
  PaginatedRateLimitEndpointSets,
  PaginatedRestoreJobView,
  PaginatedRoleMappingView,
  PaginatedSandboxConfigs,
  PaginatedServerlessInstanceDescriptionView,
  PaginatedServiceAccountGroup,
  PaginatedServiceAccountIPAccessEntryView,
  PaginatedSnapshotView,
  PaginatedTeamRoleView,
  PaginatedTeamView,
  PaginatedUserCertView,
  PerformanceAdvisorResponse,
  PerformanceAdvisorSlowQueryList,
  PinFCVView,
  PinnedNamespaces,
  PrivateIPModeView,
  PrivateLinkEndpoint,
  PrivateNetworkEndpointIdEntry,
  PrivateNetworkEndpointIdEntryRequest,
  ProjectSettingItemView,
  PushBasedLogExportProject,
  PushBasedLogExportProjectRequest,
  QueryShapeResponse,
  QueryShapeUpdateRequest,
  QueryStatsDetailsResponse,
  QueryStatsSummaryListResponse,
  RateLimitEndpointSetResponse,
  ReportGenerationRequest,
  RequestAccepted,
  SampleDatasetStatus,
  SandboxConfigRequest,
  SandboxConfigResponse,
  SandboxConfigUpdateRequest,
  SearchIndexCreateRequest,
  SearchIndexResponse,
  SearchIndexUpdateRequest,
  ServerlessInstanceDescription,
  ServiceAccountIPAccessListEntryRequest,
  ServiceAccountSecret,
  ServiceAccountSecretRequest,
  SkuResponse,
  SqlInterfaceStatusResponse,
  SqlInterfaceStatusUpdateRequest,
  StreamsConnection,
  StreamsConnectionRequest,
  StreamsFailoverConnection,
  StreamsFailoverConnectionRequest,
  StreamsModifyStreamProcessor,
  StreamsPrivateLinkConnection,
  StreamsPrivateLinkConnectionRequest,
  StreamsProcessor,
  StreamsProcessorRequest,
  StreamsProcessorWithStats,
  StreamsStartStreamProcessorWith,
  StreamsTenant,
  StreamsTenantRequest,
  StreamsTenantUpdateRequest,
  SystemStatus,
  TargetOrg,
  TargetOrgRequest,
  Team,
  TeamRequest,
  TeamResponse,
  TeamRole,
  TeamRoleRequest,
  TeamUpdate,
  ThirdPartyIntegration,
  ThirdPartyIntegrationRequest,
  UpdateAtlasOrganizationApiKey,
  UpdateAtlasProjectApiKey,
  UpdateCustomDBRole,
  UpdateGroupRolesForUser,
  UpdateGroupRolesForUserRequest,
  UpdateOrgRolesForUser,
  UpdateOrgRolesForUserRequest,
  UpdateRequirePrivateNetworkingRequestView,
  UserAccessListRequest,
  UserAccessListResponse,
  UserAccessRoleAssignment,
  UserCertRequest,
  UserCustomDBRole,
  UserCustomDBRoleRequest,
  UserSecurity,
  UserSecurityRequest,
  VPCPeeringActionChallenge,
} from "../../client/api.ts";

export interface Api {
  acceptGroupStreamVpcPeeringConnection: {
    method: "POST";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": VPCPeeringActionChallenge };
    replies: { "2023-02-01": Record<string, never> };
  };
  acknowledgeGroupAlert: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; alertId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<AlertView>; "2024-05-30": AcknowledgeAlert };
    replies: { "2023-01-01": AlertViewForNdsGroup; "2024-05-30": AlertViewForNdsGroup };
  };
  addGroupAccessUser: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": GroupInvitationRequest };
    replies: { "2023-02-01": OrganizationInvitation };
  };
  addGroupApiKey: {
    method: "POST";
    door: "group";
    params: { groupId: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": readonly UserAccessRoleAssignment[] };
    replies: Record<never, never>;
  };
  addGroupTeams: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": readonly TeamRoleRequest[] };
    replies: { "2023-01-01": PaginatedTeamRoleView };
  };
  addGroupUserRole: {
    method: "POST";
    door: "group";
    params: { groupId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveGroupRole };
    replies: { "2025-02-19": GroupUserResponse };
  };
  addGroupUsers: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": GroupUserRequest };
    replies: { "2025-02-19": GroupUserResponse };
  };
  addOrgTeamUser: {
    method: "POST";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveUserFromTeam };
    replies: { "2025-02-19": OrgUserResponse };
  };
  addOrgTeamUsers: {
    method: "POST";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": readonly AddUserToTeam[] };
    replies: { "2023-01-01": PaginatedApiAppUserView };
  };
  addOrgUserRole: {
    method: "POST";
    door: "org";
    params: { orgId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveOrgRole };
    replies: { "2025-02-19": OrgUserResponse };
  };
  authorizeGroupCloudProviderAccessRole: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; roleId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudProviderAccessRoleRequestUpdate };
    replies: { "2023-01-01": CloudProviderAccessRole };
  };
  autoGroupClusterScalingConfiguration: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": ClusterDescriptionAutoScalingModeConfiguration };
  };
  cancelGroupClusterBackupRestoreJob: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; restoreJobId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  createFederationSettingConnectedOrgConfigRoleMapping: {
    method: "POST";
    door: "org";
    params: { federationSettingsId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AuthFederationRoleMappingRequest };
    replies: { "2023-01-01": AuthFederationRoleMapping };
  };
  createFederationSettingIdentityProvider: {
    method: "POST";
    door: "federation";
    params: { federationSettingsId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-11-15": FederationOidcIdentityProviderUpdate };
    replies: { "2023-11-15": FederationOidcIdentityProvider };
  };
  createGroup: {
    method: "POST";
    door: "signedIn";
    params: Record<never, never>;
    query: { projectOwnerId: string | undefined };
    flags: never;
    bodies: { "2023-01-01": Demanding<GroupRequest, "name" | "orgId"> };
    replies: { "2023-01-01": Group };
  };
  createGroupAccessListEntry: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2023-01-01": readonly NetworkPermissionEntryRequest[] };
    replies: { "2023-01-01": PaginatedNetworkAccessView };
  };
  createGroupAiModelApiKey: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": AiModelApiKeyCreateRequest };
    replies: { "2025-03-12": AiModelApiKeyResponse };
  };
  createGroupAlertConfig: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupAlertsConfigRequest };
    replies: { "2023-01-01": GroupAlertsConfig };
  };
  createGroupApiKey: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CreateAtlasProjectApiKey };
    replies: { "2023-01-01": ApiKeyUserDetails };
  };
  createGroupBackupExportBucket: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": DiskBackupSnapshotAWSExportBucketRequest;
      "2024-05-30": DiskBackupSnapshotExportBucketRequest;
    };
    replies: {
      "2023-01-01": DiskBackupSnapshotAWSExportBucketResponse;
      "2024-05-30": DiskBackupSnapshotExportBucketResponse;
    };
  };
  createGroupBackupPrivateEndpoint: {
    method: "POST";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": Demanding<ObjectStoragePrivateEndpointRequest, "regionName"> };
    replies: { "2024-11-13": ObjectStoragePrivateEndpointResponse };
  };
  createGroupCloudProviderAccess: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudProviderAccessRoleRequest };
    replies: { "2023-01-01": CloudProviderAccessRole };
  };
  createGroupCluster: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: "Use-Effective-Instance-Fields" | "Use-Effective-Fields-Replication-Specs";
    bodies: {
      "2023-01-01": LegacyAtlasClusterRequest;
      "2023-02-01": AdvancedClusterDescriptionRequest;
      "2024-08-05": ClusterDescription20240805Request;
      "2024-10-23": ClusterDescription20240805Request;
    };
    replies: {
      "2023-01-01": LegacyAtlasCluster;
      "2023-02-01": AdvancedClusterDescription;
      "2024-08-05": ClusterDescription20240805;
      "2024-10-23": ClusterDescription20240805;
    };
  };
  createGroupClusterBackupExport: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": DiskBackupExportJobRequest };
    replies: { "2023-01-01": DiskBackupExportJob };
  };
  createGroupClusterBackupRestoreJob: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": DiskBackupSnapshotRestoreJobRequest };
    replies: { "2023-01-01": DiskBackupSnapshotRestoreJob };
  };
  createGroupClusterCollectionRestoreJob: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": ApiAtlasCollectionRestoreJobRequest };
    replies: { "2025-03-12": ApiAtlasCollectionRestoreJobResponse };
  };
  createGroupClusterFtsIndex: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": ClusterSearchIndexRequest };
    replies: { "2023-01-01": ClusterSearchIndex };
  };
  createGroupClusterGlobalWriteCustomZoneMapping: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": CustomZoneMappings;
      "2023-02-01": CustomZoneMappings;
      "2024-08-05": CustomZoneMappings;
    };
    replies: { "2023-01-01": GeoSharding; "2023-02-01": GeoSharding; "2024-08-05": GeoSharding20240805 };
  };
  createGroupClusterGlobalWriteManagedNamespace: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": ManagedNamespacesRequest;
      "2023-02-01": ManagedNamespacesRequest;
      "2024-08-05": ManagedNamespacesRequest;
    };
    replies: { "2023-01-01": GeoSharding; "2023-02-01": GeoSharding; "2024-08-05": GeoSharding20240805 };
  };
  createGroupClusterIndexRollingIndex: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": DatabaseRollingIndexRequest };
    replies: { "2023-01-01": Record<string, never> };
  };
  createGroupClusterOnlineArchive: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BackupOnlineArchiveCreate };
    replies: { "2023-01-01": BackupOnlineArchive };
  };
  createGroupClusterOverloadSimulation: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: OverloadProtectionSimulationRequest };
    replies: { preview: OverloadProtectionSimulationResponse };
  };
  createGroupClusterRestoreJob: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BackupRestoreJobRequest };
    replies: { "2023-01-01": PaginatedRestoreJobView };
  };
  createGroupClusterSearchDeployment: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": ApiSearchDeploymentRequestView; "2024-05-30": ApiSearchDeploymentRequestView };
    replies: { "2023-01-01": ApiSearchDeploymentResponseView; "2024-05-30": ApiSearchDeploymentResponseView };
  };
  createGroupClusterSearchIndex: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": SearchIndexCreateRequest };
    replies: { "2024-05-30": SearchIndexResponse };
  };
  createGroupContainer: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudProviderContainerRequest };
    replies: { "2023-01-01": CloudProviderContainer };
  };
  createGroupCustomDbRoleRole: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UserCustomDBRoleRequest };
    replies: { "2023-01-01": UserCustomDBRole };
  };
  createGroupDataFederation: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: { skipRoleValidation: boolean };
    flags: never;
    bodies: { "2023-01-01": Demanding<DataLakeTenantRequest, "name"> };
    replies: { "2023-01-01": DataLakeTenant };
  };
  createGroupDatabaseUser: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudDatabaseUserRequest };
    replies: { "2023-01-01": CloudDatabaseUser };
  };
  createGroupDatabaseUserCert: {
    method: "POST";
    door: "group";
    params: { groupId: string; username: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UserCertRequest };
    replies: { "2023-01-01": string };
  };
  createGroupEncryptionAtRestPrivateEndpoint: {
    method: "POST";
    door: "group";
    params: { groupId: string; cloudProvider: "AZURE" | "AWS" };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Demanding<EARPrivateEndpointRequest, "regionName"> };
    replies: { "2023-01-01": EARPrivateEndpoint };
  };
  createGroupFlexCluster: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": FlexClusterDescriptionCreate20241113 };
    replies: { "2024-11-13": FlexClusterDescription20241113 };
  };
  createGroupFlexClusterBackupRestoreJob: {
    method: "POST";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": FlexBackupRestoreJobCreate20241113 };
    replies: { "2024-11-13": FlexBackupRestoreJob20241113 };
  };
  createGroupIntegration: {
    method: "POST";
    door: "group";
    params: {
      integrationType:
        | "PAGER_DUTY"
        | "SLACK"
        | "DATADOG"
        | "NEW_RELIC"
        | "OPS_GENIE"
        | "VICTOR_OPS"
        | "WEBHOOK"
        | "HIP_CHAT"
        | "PROMETHEUS"
        | "MICROSOFT_TEAMS";
      groupId: string;
    };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2023-01-01": ThirdPartyIntegrationRequest };
    replies: { "2023-01-01": PaginatedIntegrationView };
  };
  createGroupInvite: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupInvitationRequest };
    replies: { "2023-01-01": GroupInvitation };
  };
  createGroupLiveMigration: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": LiveMigrationRequest; "2024-05-30": LiveMigrationRequest20240530 };
    replies: { "2023-01-01": LiveMigrationResponse; "2024-05-30": LiveMigrationResponse };
  };
  createGroupLogIntegration: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": LogIntegrationRequest };
    replies: { "2025-03-12": LogIntegrationResponse };
  };
  createGroupMcpConfig: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": CreateGroupMcpConfigBody };
    replies: { "2025-03-12": GroupMcpConfigResponse };
  };
  createGroupMcpConfigSecret: {
    method: "POST";
    door: "group";
    params: { groupId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": ServiceAccountSecretRequest };
    replies: { "2025-03-12": ServiceAccountSecret };
  };
  createGroupMetricIntegration: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": MetricIntegrationRequest; preview: MetricIntegrationRequest };
    replies: { "2025-03-12": MetricIntegrationResponse; preview: MetricIntegrationResponse };
  };
  createGroupPeer: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BaseNetworkPeeringConnectionSettingsRequest };
    replies: { "2023-01-01": BaseNetworkPeeringConnectionSettings };
  };
  createGroupPrivateEndpointEndpointService: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudProviderEndpointServiceRequest };
    replies: { "2023-01-01": EndpointService };
  };
  createGroupPrivateEndpointEndpointServiceEndpoint: {
    method: "POST";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" | "AZURE" | "GCP"; endpointServiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CreateEndpointRequest };
    replies: { "2023-01-01": PrivateLinkEndpoint };
  };
  createGroupPrivateNetworkSettingEndpointId: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": PrivateNetworkEndpointIdEntryRequest };
    replies: { "2023-01-01": PaginatedPrivateNetworkEndpointIdEntryView };
  };
  createGroupPushBasedLogExport: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CreatePushBasedLogExportProjectRequest };
    replies: Record<never, never>;
  };
  createGroupServiceAccount: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": GroupServiceAccountRequest };
    replies: { "2024-08-05": GroupServiceAccount };
  };
  createGroupServiceAccountAccessList: {
    method: "POST";
    door: "group";
    params: { groupId: string; clientId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2024-08-05": readonly ServiceAccountIPAccessListEntryRequest[] };
    replies: { "2024-08-05": PaginatedServiceAccountIPAccessEntryView };
  };
  createGroupServiceAccountSecret: {
    method: "POST";
    door: "group";
    params: { groupId: string; clientId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": ServiceAccountSecretRequest };
    replies: { "2024-08-05": ServiceAccountSecret };
  };
  createGroupStandbyLink: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: ApiStandbyLinkRequest };
    replies: { preview: ApiStandbyLinkResponse };
  };
  createGroupStandbyLinkFailover: {
    method: "POST";
    door: "group";
    params: { groupId: string; standbyLinkId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: ApiStandbyLinkFailoverRequest };
    replies: { preview: ApiStandbyLinkFailoverResponse };
  };
  createGroupStreamConnection: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": Demanding<StreamsConnectionRequest, "name" | "type"> };
    replies: { "2023-02-01": StreamsConnection };
  };
  createGroupStreamConnectionFailoverConnection: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": Demanding<StreamsFailoverConnectionRequest, "region" | "type"> };
    replies: { "2025-03-12": StreamsFailoverConnection };
  };
  createGroupStreamPrivateLinkConnection: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": StreamsPrivateLinkConnectionRequest };
    replies: { "2023-02-01": StreamsPrivateLinkConnection };
  };
  createGroupStreamProcessor: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": Demanding<StreamsProcessorRequest, "name" | "pipeline"> };
    replies: { "2024-05-30": StreamsProcessor };
  };
  createGroupStreamWorkspace: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": Demanding<StreamsTenantRequest, "dataProcessRegion" | "name"> };
    replies: { "2023-02-01": StreamsTenant };
  };
  createOrg: {
    method: "POST";
    door: "signedIn";
    params: Record<never, never>;
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CreateOrganizationRequest };
    replies: { "2023-01-01": CreateOrganizationResponse };
  };
  createOrgApiKey: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CreateAtlasOrganizationApiKey };
    replies: { "2023-01-01": ApiKeyUserDetails };
  };
  createOrgApiKeyAccessListEntry: {
    method: "POST";
    door: "org";
    params: { orgId: string; apiUserId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2023-01-01": readonly UserAccessListRequest[] };
    replies: { "2023-01-01": PaginatedApiUserAccessListResponseView };
  };
  createOrgBillingCostExplorerUsageProcess: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CostExplorerFilterRequestBody };
    replies: { "2023-01-01": CostExplorerFilterResponseView };
  };
  createOrgInvite: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": OrganizationInvitationRequest };
    replies: { "2023-01-01": OrganizationInvitation };
  };
  createOrgInvoiceReport: {
    method: "POST";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": InvoiceReportRequest };
    replies: { "2025-03-12": InvoiceReportResponse };
  };
  createOrgLiveMigrationLinkToken: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": TargetOrgRequest };
    replies: { "2023-01-01": TargetOrg };
  };
  createOrgMcpConfig: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": CreateOrgMcpConfigBody };
    replies: { "2025-03-12": OrgMcpConfigResponse };
  };
  createOrgMcpConfigSecret: {
    method: "POST";
    door: "org";
    params: { orgId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": ServiceAccountSecretRequest };
    replies: { "2025-03-12": ServiceAccountSecret };
  };
  createOrgResourcePolicy: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": ApiAtlasResourcePolicyCreateView };
    replies: { "2024-08-05": ApiAtlasResourcePolicyView };
  };
  createOrgSandboxConfig: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: SandboxConfigRequest };
    replies: { preview: SandboxConfigResponse };
  };
  createOrgServiceAccount: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": OrgServiceAccountRequest };
    replies: { "2024-08-05": OrgServiceAccount };
  };
  createOrgServiceAccountAccessList: {
    method: "POST";
    door: "org";
    params: { orgId: string; clientId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2024-08-05": readonly ServiceAccountIPAccessListEntryRequest[] };
    replies: { "2024-08-05": PaginatedServiceAccountIPAccessEntryView };
  };
  createOrgServiceAccountSecret: {
    method: "POST";
    door: "org";
    params: { orgId: string; clientId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": ServiceAccountSecretRequest };
    replies: { "2024-08-05": ServiceAccountSecret };
  };
  createOrgTeam: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": TeamRequest };
    replies: { "2023-01-01": Team };
  };
  createOrgUser: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": OrgUserRequest };
    replies: { "2025-02-19": OrgUserResponse };
  };
  createUser: {
    method: "POST";
    door: "signedIn";
    params: Record<never, never>;
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": Demanding<
        CloudAppUserRequest,
        "country" | "firstName" | "lastName" | "password" | "roles" | "username"
      >;
    };
    replies: { "2023-01-01": CloudAppUser };
  };
  cutoverGroupLiveMigration: {
    method: "PUT";
    door: "group";
    params: { groupId: string; liveMigrationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deauthorizeGroupCloudProviderAccessRole: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" | "AZURE" | "GCP"; roleId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deferGroupMaintenanceWindow: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteFederationSetting: {
    method: "DELETE";
    door: "federation";
    params: { federationSettingsId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteFederationSettingConnectedOrgConfigRoleMapping: {
    method: "DELETE";
    door: "org";
    params: { federationSettingsId: string; id: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteFederationSettingIdentityProvider: {
    method: "DELETE";
    door: "federation";
    params: { federationSettingsId: string; identityProviderId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroup: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never> };
  };
  deleteGroupAccessListEntry: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; entryValue: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupAiModelApiKey: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; apiKeyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupAlertConfig: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; alertConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupBackupExportBucket: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; exportBucketId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupBackupPrivateEndpoint: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS"; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupCluster: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { retainBackups: boolean | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never>; "2023-02-01": Record<string, never> };
  };
  deleteGroupClusterBackupSchedule: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupSnapshotSchedule; "2024-08-05": DiskBackupSnapshotSchedule20240805 };
  };
  deleteGroupClusterBackupSnapshot: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterBackupSnapshotShardedCluster: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterFtsIndex: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterGlobalWriteCustomZoneMapping: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GeoSharding; "2023-02-01": GeoSharding; "2024-08-05": GeoSharding20240805 };
  };
  deleteGroupClusterGlobalWriteManagedNamespaces: {
    method: "DELETE";
    door: "group";
    params: { clusterName: string; groupId: string };
    query: { db: string | undefined; collection: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GeoSharding; "2023-02-01": GeoSharding; "2024-08-05": GeoSharding20240805 };
  };
  deleteGroupClusterOnlineArchive: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; archiveId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never> };
  };
  deleteGroupClusterOverloadSimulation: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; simulationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: Record<string, never> };
  };
  deleteGroupClusterSearchDeployment: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterSearchIndex: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterSearchIndexByName: {
    method: "DELETE";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      collectionName: string;
      databaseName: string;
      indexName: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupClusterSnapshot: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupContainer: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; containerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupCustomDbRoleRole: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; roleName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupDataFederation: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never> };
  };
  deleteGroupDataFederationLimit: {
    method: "DELETE";
    door: "group";
    params: {
      groupId: string;
      tenantName: string;
      limitName:
        | "bytesProcessed.query"
        | "bytesProcessed.daily"
        | "bytesProcessed.weekly"
        | "bytesProcessed.monthly";
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupDatabaseUser: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; databaseName: string; username: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupFlexCluster: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupIntegration: {
    method: "DELETE";
    door: "group";
    params: {
      integrationType:
        | "PAGER_DUTY"
        | "SLACK"
        | "DATADOG"
        | "NEW_RELIC"
        | "OPS_GENIE"
        | "VICTOR_OPS"
        | "WEBHOOK"
        | "HIP_CHAT"
        | "PROMETHEUS"
        | "MICROSOFT_TEAMS";
      groupId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupInvite: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupLimit: {
    method: "DELETE";
    door: "group";
    params: {
      limitName:
        | "atlas.project.security.databaseAccess.users"
        | "atlas.project.deployment.clusters"
        | "atlas.project.deployment.serverlessMTMs"
        | "atlas.project.security.databaseAccess.customRoles"
        | "atlas.project.security.networkAccess.entries"
        | "atlas.project.security.networkAccess.crossRegionEntries"
        | "atlas.project.deployment.nodesPerPrivateLinkRegion"
        | "dataFederation.bytesProcessed.query"
        | "dataFederation.bytesProcessed.daily"
        | "dataFederation.bytesProcessed.weekly"
        | "dataFederation.bytesProcessed.monthly"
        | "atlas.project.deployment.privateServiceConnectionsPerRegionGroup"
        | "atlas.project.deployment.privateServiceConnectionsSubnetMask";
      groupId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupLogIntegration: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupMcpConfig: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; mcpConfigId: string };
    query: { cascading: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupMcpConfigSecret: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; mcpConfigId: string; secretId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupMetricIntegration: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; metricIntegrationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupPeer: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; peerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": RequestAccepted };
  };
  deleteGroupPrivateEndpointEndpointService: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" | "AZURE" | "GCP"; endpointServiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never> };
  };
  deleteGroupPrivateEndpointEndpointServiceEndpoint: {
    method: "DELETE";
    door: "group";
    params: {
      groupId: string;
      cloudProvider: "AWS" | "AZURE" | "GCP";
      endpointId: string;
      endpointServiceId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupPrivateNetworkSettingEndpointId: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupPushBasedLogExport: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupServiceAccount: {
    method: "DELETE";
    door: "group";
    params: { clientId: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupServiceAccountAccessListEntry: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clientId: string; ipAddress: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupServiceAccountSecret: {
    method: "DELETE";
    door: "group";
    params: { clientId: string; secretId: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupStandbyLink: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; standbyLinkId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupStreamConnection: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Record<string, never> };
  };
  deleteGroupStreamConnectionFailoverConnection: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string; failoverConnectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupStreamPrivateLinkConnection: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; connectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Record<string, never> };
  };
  deleteGroupStreamProcessor: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteGroupStreamVpcPeeringConnection: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Record<string, never> };
  };
  deleteGroupStreamWorkspace: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Record<string, never> };
  };
  deleteGroupUserSecurityLdapUserToDnMapping: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserSecurity };
  };
  deleteOrg: {
    method: "DELETE";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgApiKey: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgApiKeyAccessListEntry: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; apiUserId: string; ipAddress: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgInvite: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgLiveMigrationLinkTokens: {
    method: "DELETE";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgMcpConfig: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; mcpConfigId: string };
    query: { cascading: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgMcpConfigSecret: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; mcpConfigId: string; secretId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgResourcePolicy: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; resourcePolicyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": Record<string, never> };
  };
  deleteOrgSandboxConfig: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; sandboxConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgServiceAccount: {
    method: "DELETE";
    door: "org";
    params: { clientId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgServiceAccountAccessListEntry: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; clientId: string; ipAddress: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgServiceAccountSecret: {
    method: "DELETE";
    door: "org";
    params: { clientId: string; secretId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  deleteOrgTeam: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  disableGroupBackupCompliancePolicy: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  disableGroupManagedSlowMs: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  disableGroupPrivateIpModePeering: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": PrivateIPModeView };
    replies: { "2023-01-01": PrivateIPModeView };
  };
  disableGroupUserSecurityCustomerX509: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserSecurity };
  };
  downloadGroupClusterLog: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      hostName: string;
      logName: "mongodb" | "mongos" | "mongodb-audit-log" | "mongos-audit-log";
    };
    query: { endDate: number | undefined; startDate: number | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Uint8Array; "2023-02-01": Uint8Array };
  };
  downloadGroupClusterOnlineArchiveQueryLogs: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { startDate: number | undefined; endDate: number | undefined; archiveOnly: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Uint8Array };
  };
  downloadGroupDataFederationQueryLogs: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { endDate: number | undefined; startDate: number | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Uint8Array };
  };
  downloadGroupFlexClusterBackup: {
    method: "POST";
    door: "group";
    params: { name: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": FlexBackupSnapshotDownloadCreate20241113 };
    replies: { "2024-11-13": FlexBackupRestoreJob20241113 };
  };
  downloadGroupStreamAuditLogs: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { endDate: number | undefined; startDate: number | undefined; spName: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Uint8Array };
  };
  downloadGroupStreamOperationalLogs: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { endDate: number | undefined; startDate: number | undefined; spName: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": Uint8Array };
  };
  enableGroupManagedSlowMs: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  endGroupClusterOutageSimulation: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ClusterOutageSimulation };
  };
  generateGroupSandboxClusterDescription: {
    method: "GET";
    door: "group";
    params: { groupId: string; sandboxConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: ClusterDescription20240805 };
  };
  generateOrgInvoiceAndDownloadReport: {
    method: "POST";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: ReportGenerationRequest };
    replies: { preview: Uint8Array };
  };
  getDefaultGroupLimit: {
    method: "GET";
    door: "signedIn";
    params: {
      limitName:
        | "MONGODB_USERS"
        | "NUM_CLUSTERS"
        | "NUM_SERVERLESS_MTMS"
        | "NUM_USER_CUSTOM_ROLES"
        | "MAX_NETWORK_PERMISSION_ENTRIES"
        | "MAX_CROSS_REGION_NETWORK_PERMISSION_ENTRIES"
        | "MAX_NODES_PER_PRIVATELINK_REGION"
        | "BYTES_PROCESSED_QUERY"
        | "BYTES_PROCESSED_DAILY"
        | "BYTES_PROCESSED_WEEKLY"
        | "BYTES_PROCESSED_MONTHLY"
        | "NUM_PRIVATE_SERVICE_CONNECTIONS_PER_REGION_GROUP"
        | "GCP_PSC_NAT_SUBNET_MASK";
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: DefaultGroupLimitResponse };
  };
  getFederationSettingConnectedOrgConfig: {
    method: "GET";
    door: "org";
    params: { federationSettingsId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ConnectedOrgConfig };
  };
  getFederationSettingConnectedOrgConfigRoleMapping: {
    method: "GET";
    door: "org";
    params: { federationSettingsId: string; id: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": AuthFederationRoleMapping };
  };
  getFederationSettingIdentityProvider: {
    method: "GET";
    door: "federation";
    params: { federationSettingsId: string; identityProviderId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": FederationIdentityProvider };
  };
  getFederationSettingIdentityProviderMetadata: {
    method: "GET";
    door: "federation";
    params: { federationSettingsId: string; identityProviderId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": string };
  };
  getGroup: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Group };
  };
  getGroupAccessListEntry: {
    method: "GET";
    door: "group";
    params: { groupId: string; entryValue: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": NetworkPermissionEntry };
  };
  getGroupAccessListStatus: {
    method: "GET";
    door: "group";
    params: { groupId: string; entryValue: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": NetworkPermissionEntryStatus };
  };
  getGroupActivityFeed: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      eventType: readonly EventTypeForNdsGroup[] | undefined;
      maxDate: string | undefined;
      minDate: string | undefined;
      clusterName: readonly string[] | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ActivityFeedLinkResponse };
  };
  getGroupAiModelApiCloudGeographyModelGroupNameRateLimits: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloud: "ANY"; geography: "ANY"; modelGroupName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": AiModelRateLimitResponse };
  };
  getGroupAiModelApiKey: {
    method: "GET";
    door: "group";
    params: { groupId: string; apiKeyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": AiModelApiKeyResponse };
  };
  getGroupAiModelApiRateLimits: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedAtlasAiModelRateLimitsResponse };
  };
  getGroupAlert: {
    method: "GET";
    door: "group";
    params: { groupId: string; alertId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": AlertViewForNdsGroup };
  };
  getGroupAlertAlertConfigs: {
    method: "GET";
    door: "group";
    params: { groupId: string; alertId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAlertConfigView };
  };
  getGroupAlertConfig: {
    method: "GET";
    door: "group";
    params: { groupId: string; alertConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupAlertsConfig };
  };
  getGroupAlertConfigAlerts: {
    method: "GET";
    door: "group";
    params: { groupId: string; alertConfigId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAlertView };
  };
  getGroupAuditLog: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": AuditLog };
  };
  getGroupAwsCustomDns: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": AWSCustomDNSEnabledView };
  };
  getGroupBackupCompliancePolicy: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataProtectionSettings; "2023-10-01": DataProtectionSettings20231001 };
  };
  getGroupBackupExportBucket: {
    method: "GET";
    door: "group";
    params: { groupId: string; exportBucketId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": DiskBackupSnapshotAWSExportBucketResponse;
      "2024-05-30": DiskBackupSnapshotExportBucketResponse;
    };
  };
  getGroupBackupPrivateEndpoint: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS"; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": ObjectStoragePrivateEndpointResponse };
  };
  getGroupByName: {
    method: "GET";
    door: "signedIn";
    params: { groupName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Group };
  };
  getGroupCloudProviderAccess: {
    method: "GET";
    door: "group";
    params: { groupId: string; roleId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudProviderAccessRole };
  };
  getGroupCluster: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: "Use-Effective-Instance-Fields" | "Use-Effective-Fields-Replication-Specs";
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": LegacyAtlasCluster;
      "2023-02-01": AdvancedClusterDescription;
      "2024-08-05": ClusterDescription20240805;
    };
  };
  getGroupClusterBackupCheckpoint: {
    method: "GET";
    door: "group";
    params: { groupId: string; checkpointId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiAtlasCheckpointView };
  };
  getGroupClusterBackupExport: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; exportId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupExportJob };
  };
  getGroupClusterBackupRestoreJob: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; restoreJobId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupSnapshotRestoreJob };
  };
  getGroupClusterBackupSchedule: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupSnapshotSchedule; "2024-08-05": DiskBackupSnapshotSchedule20240805 };
  };
  getGroupClusterBackupSnapshot: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupReplicaSet };
  };
  getGroupClusterBackupSnapshotDatabase: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string; databaseName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": DiskBackupDatabaseResponse };
  };
  getGroupClusterBackupSnapshotDatabaseCollection: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      snapshotId: string;
      databaseName: string;
      collectionName: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": DiskBackupCollectionResponse };
  };
  getGroupClusterBackupSnapshotShardedCluster: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DiskBackupShardedClusterSnapshot };
  };
  getGroupClusterCollStatNamespaces: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      clusterView: "PRIMARY" | "SECONDARY" | "INDIVIDUAL_PROCESS";
    };
    query: { start: string | undefined; end: string | undefined; period: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": CollStatsRankedNamespacesView };
  };
  getGroupClusterCollectionRestoreJob: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; jobId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ApiAtlasCollectionRestoreJobResponse };
  };
  getGroupClusterCollectionRestoreJobCollection: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; jobId: string; sourceNamespace: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ApiAtlasCollectionRestoreCollectionStateResponse };
  };
  getGroupClusterFtsIndex: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ClusterSearchIndex };
  };
  getGroupClusterGlobalWrites: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GeoSharding; "2023-02-01": GeoSharding; "2024-08-05": GeoSharding20240805 };
  };
  getGroupClusterOnlineArchive: {
    method: "GET";
    door: "group";
    params: { groupId: string; archiveId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": BackupOnlineArchive };
  };
  getGroupClusterOutageSimulation: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ClusterOutageSimulation };
  };
  getGroupClusterOverloadSimulation: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; simulationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: OverloadProtectionSimulationResponse };
  };
  getGroupClusterProcessArgs: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": ClusterDescriptionProcessArgs;
      "2024-08-05": ClusterDescriptionProcessArgs20240805;
    };
  };
  getGroupClusterQueryShape: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; queryShapeHash: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": QueryShapeResponse };
  };
  getGroupClusterQueryShapeInsightDetails: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; queryShapeHash: string };
    query: {
      since: number | undefined;
      until: number | undefined;
      processIds: readonly string[] | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": QueryStatsDetailsResponse };
  };
  getGroupClusterRestoreJob: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; jobId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": BackupRestoreJob };
  };
  getGroupClusterSearchDeployment: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": ApiSearchDeploymentResponseView;
      "2024-05-30": ApiSearchDeploymentResponseView;
      "2025-03-12": ApiSearchDeploymentResponseView;
    };
  };
  getGroupClusterSearchIndex: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": SearchIndexResponse };
  };
  getGroupClusterSearchIndexByName: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      collectionName: string;
      databaseName: string;
      indexName: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": SearchIndexResponse };
  };
  getGroupClusterSnapshot: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": BackupSnapshot };
  };
  getGroupClusterSnapshotSchedule: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiAtlasSnapshotScheduleView };
  };
  getGroupClusterSqlInterface: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: SqlInterfaceStatusResponse };
  };
  getGroupClusterStatus: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ClusterStatus };
  };
  getGroupContainer: {
    method: "GET";
    door: "group";
    params: { groupId: string; containerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudProviderContainer };
  };
  getGroupCustomDbRoleRole: {
    method: "GET";
    door: "group";
    params: { groupId: string; roleName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserCustomDBRole };
  };
  getGroupDataFederation: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataLakeTenant };
  };
  getGroupDataFederationLimit: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      tenantName: string;
      limitName:
        | "bytesProcessed.query"
        | "bytesProcessed.daily"
        | "bytesProcessed.weekly"
        | "bytesProcessed.monthly";
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataFederationTenantQueryLimit };
  };
  getGroupDatabaseUser: {
    method: "GET";
    door: "group";
    params: { groupId: string; databaseName: string; username: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudDatabaseUser };
  };
  getGroupDbAccessHistoryCluster: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: {
      authResult: boolean | undefined;
      end: string | undefined;
      ipAddress: string | undefined;
      nLogs: number | undefined;
      start: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MongoDBAccessLogsList };
  };
  getGroupDbAccessHistoryProcess: {
    method: "GET";
    door: "group";
    params: { groupId: string; hostname: string };
    query: {
      authResult: boolean | undefined;
      end: string | undefined;
      ipAddress: string | undefined;
      nLogs: number | undefined;
      start: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MongoDBAccessLogsList };
  };
  getGroupEncryptionAtRest: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EncryptionAtRest };
  };
  getGroupEncryptionAtRestPrivateEndpoint: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AZURE" | "AWS"; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EARPrivateEndpoint };
  };
  getGroupEvent: {
    method: "GET";
    door: "group";
    params: { groupId: string; eventId: string };
    query: { includeRaw: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EventViewForNdsGroup };
  };
  getGroupFlexCluster: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": FlexClusterDescription20241113 };
  };
  getGroupFlexClusterBackupRestoreJob: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string; restoreJobId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": FlexBackupRestoreJob20241113 };
  };
  getGroupFlexClusterBackupSnapshot: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": FlexBackupSnapshot20241113 };
  };
  getGroupHostFtsMetricIndexMeasurements: {
    method: "GET";
    door: "group";
    params: {
      processId: string;
      indexName: string;
      databaseName: string;
      collectionName: string;
      groupId: string;
    };
    query: {
      granularity: string | undefined;
      period: string | undefined;
      start: string | undefined;
      end: string | undefined;
      metrics:
        | readonly (
            | "INDEX_SIZE_ON_DISK"
            | "NUMBER_OF_DELETES"
            | "NUMBER_OF_ERROR_QUERIES"
            | "NUMBER_OF_GETMORE_COMMANDS"
            | "NUMBER_OF_INDEX_FIELDS"
            | "NUMBER_OF_INSERTS"
            | "NUMBER_OF_SUCCESS_QUERIES"
            | "NUMBER_OF_UPDATES"
            | "REPLICATION_LAG"
            | "TOTAL_NUMBER_OF_QUERIES"
          )[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MeasurementsIndexes };
  };
  getGroupIntegration: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      integrationType:
        | "PAGER_DUTY"
        | "SLACK"
        | "DATADOG"
        | "NEW_RELIC"
        | "OPS_GENIE"
        | "VICTOR_OPS"
        | "WEBHOOK"
        | "HIP_CHAT"
        | "PROMETHEUS"
        | "MICROSOFT_TEAMS";
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ThirdPartyIntegration };
  };
  getGroupInvite: {
    method: "GET";
    door: "group";
    params: { groupId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupInvitation };
  };
  getGroupIpAddresses: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupIPAddresses };
  };
  getGroupLimit: {
    method: "GET";
    door: "group";
    params: {
      limitName:
        | "atlas.project.security.databaseAccess.users"
        | "atlas.project.deployment.clusters"
        | "atlas.project.deployment.serverlessMTMs"
        | "atlas.project.security.databaseAccess.customRoles"
        | "atlas.project.security.networkAccess.entries"
        | "atlas.project.security.networkAccess.crossRegionEntries"
        | "atlas.project.deployment.nodesPerPrivateLinkRegion"
        | "dataFederation.bytesProcessed.query"
        | "dataFederation.bytesProcessed.daily"
        | "dataFederation.bytesProcessed.weekly"
        | "dataFederation.bytesProcessed.monthly"
        | "atlas.project.deployment.privateServiceConnectionsPerRegionGroup"
        | "atlas.project.deployment.privateServiceConnectionsSubnetMask";
      groupId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataFederationLimit };
  };
  getGroupLiveMigration: {
    method: "GET";
    door: "group";
    params: { groupId: string; liveMigrationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": LiveMigrationResponse };
  };
  getGroupLiveMigrationValidateStatus: {
    method: "GET";
    door: "group";
    params: { groupId: string; validationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": LiveImportValidation };
  };
  getGroupLogIntegration: {
    method: "GET";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": LogIntegrationResponse };
  };
  getGroupMaintenanceWindow: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupMaintenanceWindow };
  };
  getGroupManagedSlowMs: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": boolean };
  };
  getGroupMcpConfig: {
    method: "GET";
    door: "group";
    params: { groupId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": GroupMcpConfigResponse };
  };
  getGroupMcpConfigSecret: {
    method: "GET";
    door: "group";
    params: { groupId: string; mcpConfigId: string; secretId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ServiceAccountSecret };
  };
  getGroupMetricIntegration: {
    method: "GET";
    door: "group";
    params: { groupId: string; metricIntegrationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": MetricIntegrationResponse; preview: MetricIntegrationResponse };
  };
  getGroupMongoDbVersions: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      cloudProvider: "AWS" | "AZURE" | "GCP" | "TENANT" | undefined;
      instanceSize: string | undefined;
      defaultStatus: "DEFAULT" | undefined;
      itemsPerPage: number;
      pageNum: number;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAvailableVersionView };
  };
  getGroupPeer: {
    method: "GET";
    door: "group";
    params: { groupId: string; peerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": BaseNetworkPeeringConnectionSettings };
  };
  getGroupPrivateEndpointEndpointService: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" | "AZURE" | "GCP"; endpointServiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EndpointService };
  };
  getGroupPrivateEndpointEndpointServiceEndpoint: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      cloudProvider: "AWS" | "AZURE" | "GCP";
      endpointId: string;
      endpointServiceId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PrivateLinkEndpoint };
  };
  getGroupPrivateEndpointRegionalMode: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ProjectSettingItemView };
  };
  getGroupPrivateNetworkSettingEndpointId: {
    method: "GET";
    door: "group";
    params: { groupId: string; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PrivateNetworkEndpointIdEntry };
  };
  getGroupProcess: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiHostView_Atlas };
  };
  getGroupProcessCollStatNamespaces: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: { start: string | undefined; end: string | undefined; period: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": CollStatsRankedNamespacesView };
  };
  getGroupProcessDatabase: {
    method: "GET";
    door: "group";
    params: { groupId: string; databaseName: string; processId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MesurementsDatabase };
  };
  getGroupProcessDatabaseMeasurements: {
    method: "GET";
    door: "group";
    params: { groupId: string; databaseName: string; processId: string };
    query: {
      m:
        | readonly (
            | "DATABASE_AVERAGE_OBJECT_SIZE"
            | "DATABASE_COLLECTION_COUNT"
            | "DATABASE_DATA_SIZE"
            | "DATABASE_STORAGE_SIZE"
            | "DATABASE_INDEX_SIZE"
            | "DATABASE_INDEX_COUNT"
            | "DATABASE_EXTENT_COUNT"
            | "DATABASE_OBJECT_COUNT"
            | "DATABASE_VIEW_COUNT"
          )[]
        | undefined;
      granularity: string | undefined;
      period: string | undefined;
      start: string | undefined;
      end: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiMeasurementsGeneralView_Atlas };
  };
  getGroupProcessDisk: {
    method: "GET";
    door: "group";
    params: { partitionName: string; groupId: string; processId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MeasurementDiskPartition };
  };
  getGroupProcessDiskMeasurements: {
    method: "GET";
    door: "group";
    params: { groupId: string; partitionName: string; processId: string };
    query: {
      m:
        | readonly (
            | "DISK_PARTITION_IOPS_READ"
            | "MAX_DISK_PARTITION_IOPS_READ"
            | "DISK_PARTITION_IOPS_WRITE"
            | "MAX_DISK_PARTITION_IOPS_WRITE"
            | "DISK_PARTITION_IOPS_TOTAL"
            | "MAX_DISK_PARTITION_IOPS_TOTAL"
            | "DISK_PARTITION_LATENCY_READ"
            | "MAX_DISK_PARTITION_LATENCY_READ"
            | "DISK_PARTITION_LATENCY_WRITE"
            | "MAX_DISK_PARTITION_LATENCY_WRITE"
            | "DISK_PARTITION_SPACE_FREE"
            | "MAX_DISK_PARTITION_SPACE_FREE"
            | "DISK_PARTITION_SPACE_USED"
            | "MAX_DISK_PARTITION_SPACE_USED"
            | "DISK_PARTITION_SPACE_PERCENT_FREE"
            | "MAX_DISK_PARTITION_SPACE_PERCENT_FREE"
            | "DISK_PARTITION_SPACE_PERCENT_USED"
            | "MAX_DISK_PARTITION_SPACE_PERCENT_USED"
            | "DISK_PARTITION_THROUGHPUT_READ"
            | "DISK_PARTITION_THROUGHPUT_WRITE"
            | "DISK_QUEUE_DEPTH"
          )[]
        | undefined;
      granularity: string | undefined;
      period: string | undefined;
      start: string | undefined;
      end: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiMeasurementsGeneralView_Atlas };
  };
  getGroupProcessMeasurements: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: {
      m:
        | readonly (
            | "ASSERT_MSG"
            | "ASSERT_REGULAR"
            | "ASSERT_USER"
            | "ASSERT_WARNING"
            | "BACKGROUND_FLUSH_AVG"
            | "CACHE_BYTES_READ_INTO"
            | "CACHE_BYTES_WRITTEN_FROM"
            | "CACHE_DIRTY_BYTES"
            | "CACHE_USED_BYTES"
            | "CACHE_FILL_RATIO"
            | "DIRTY_FILL_RATIO"
            | "COMPUTED_MEMORY"
            | "CONNECTIONS"
            | "CURSORS_TOTAL_OPEN"
            | "CURSORS_TOTAL_TIMED_OUT"
            | "DB_DATA_SIZE_TOTAL"
            | "DB_STORAGE_TOTAL"
            | "DOCUMENT_METRICS_DELETED"
            | "DOCUMENT_METRICS_INSERTED"
            | "DOCUMENT_METRICS_RETURNED"
            | "DOCUMENT_METRICS_UPDATED"
            | "EXTRA_INFO_PAGE_FAULTS"
            | "FTS_DISK_UTILIZATION"
            | "FTS_MEMORY_MAPPED"
            | "FTS_MEMORY_RESIDENT"
            | "FTS_MEMORY_VIRTUAL"
            | "FTS_PROCESS_CPU_KERNEL"
            | "FTS_PROCESS_CPU_USER"
            | "FTS_PROCESS_NORMALIZED_CPU_KERNEL"
            | "FTS_PROCESS_NORMALIZED_CPU_USER"
            | "GLOBAL_ACCESSES_NOT_IN_MEMORY"
            | "GLOBAL_LOCK_CURRENT_QUEUE_READERS"
            | "GLOBAL_LOCK_CURRENT_QUEUE_TOTAL"
            | "GLOBAL_LOCK_CURRENT_QUEUE_WRITERS"
            | "GLOBAL_PAGE_FAULT_EXCEPTIONS_THROWN"
            | "INDEX_COUNTERS_BTREE_ACCESSES"
            | "INDEX_COUNTERS_BTREE_HITS"
            | "INDEX_COUNTERS_BTREE_MISS_RATIO"
            | "INDEX_COUNTERS_BTREE_MISSES"
            | "JOURNALING_COMMITS_IN_WRITE_LOCK"
            | "JOURNALING_MB"
            | "JOURNALING_WRITE_DATA_FILES_MB"
            | "MAX_PROCESS_CPU_CHILDREN_KERNEL"
            | "MAX_PROCESS_CPU_CHILDREN_USER"
            | "MAX_PROCESS_CPU_KERNEL"
            | "MAX_PROCESS_CPU_USER"
            | "MAX_PROCESS_NORMALIZED_CPU_CHILDREN_KERNEL"
            | "MAX_PROCESS_NORMALIZED_CPU_CHILDREN_USER"
            | "MAX_PROCESS_NORMALIZED_CPU_KERNEL"
            | "MAX_PROCESS_NORMALIZED_CPU_USER"
            | "MAX_SWAP_USAGE_FREE"
            | "MAX_SWAP_USAGE_USED"
            | "MAX_SYSTEM_CPU_GUEST"
            | "MAX_SYSTEM_CPU_IOWAIT"
            | "MAX_SYSTEM_CPU_IRQ"
            | "MAX_SYSTEM_CPU_KERNEL"
            | "MAX_SYSTEM_CPU_SOFTIRQ"
            | "MAX_SYSTEM_CPU_STEAL"
            | "MAX_SYSTEM_CPU_USER"
            | "MAX_SYSTEM_MEMORY_AVAILABLE"
            | "MAX_SYSTEM_MEMORY_FREE"
            | "MAX_SYSTEM_MEMORY_USED"
            | "MAX_SYSTEM_NETWORK_IN"
            | "MAX_SYSTEM_NETWORK_OUT"
            | "MAX_SYSTEM_NORMALIZED_CPU_GUEST"
            | "MAX_SYSTEM_NORMALIZED_CPU_IOWAIT"
            | "MAX_SYSTEM_NORMALIZED_CPU_IRQ"
            | "MAX_SYSTEM_NORMALIZED_CPU_KERNEL"
            | "MAX_SYSTEM_NORMALIZED_CPU_NICE"
            | "MAX_SYSTEM_NORMALIZED_CPU_SOFTIRQ"
            | "MAX_SYSTEM_NORMALIZED_CPU_STEAL"
            | "MAX_SYSTEM_NORMALIZED_CPU_USER"
            | "MEMORY_MAPPED"
            | "MEMORY_RESIDENT"
            | "MEMORY_VIRTUAL"
            | "NETWORK_BYTES_IN"
            | "NETWORK_BYTES_OUT"
            | "NETWORK_NUM_REQUESTS"
            | "OP_EXECUTION_TIME_COMMANDS"
            | "OP_EXECUTION_TIME_READS"
            | "OP_EXECUTION_TIME_WRITES"
            | "OPCOUNTER_CMD"
            | "OPCOUNTER_DELETE"
            | "OPCOUNTER_TTL_DELETED"
            | "OPCOUNTER_GETMORE"
            | "OPCOUNTER_INSERT"
            | "OPCOUNTER_QUERY"
            | "OPCOUNTER_REPL_CMD"
            | "OPCOUNTER_REPL_DELETE"
            | "OPCOUNTER_REPL_INSERT"
            | "OPCOUNTER_REPL_UPDATE"
            | "OPCOUNTER_UPDATE"
            | "OPERATIONS_SCAN_AND_ORDER"
            | "OPERATIONS_QUERIES_KILLED"
            | "OPLOG_MASTER_LAG_TIME_DIFF"
            | "OPLOG_MASTER_TIME"
            | "OPLOG_RATE_GB_PER_HOUR"
            | "OPLOG_SLAVE_LAG_MASTER_TIME"
            | "OPLOG_REPLICATION_LAG"
            | "PROCESS_CPU_CHILDREN_KERNEL"
            | "PROCESS_CPU_CHILDREN_USER"
            | "PROCESS_CPU_KERNEL"
            | "PROCESS_CPU_USER"
            | "PROCESS_NORMALIZED_CPU_CHILDREN_KERNEL"
            | "PROCESS_NORMALIZED_CPU_CHILDREN_USER"
            | "PROCESS_NORMALIZED_CPU_KERNEL"
            | "PROCESS_NORMALIZED_CPU_USER"
            | "QUERY_EXECUTOR_SCANNED"
            | "QUERY_EXECUTOR_SCANNED_OBJECTS"
            | "QUERY_TARGETING_SCANNED_OBJECTS_PER_RETURNED"
            | "QUERY_TARGETING_SCANNED_PER_RETURNED"
            | "RESTARTS_IN_LAST_HOUR"
            | "SWAP_USAGE_FREE"
            | "SWAP_USAGE_USED"
            | "SYSTEM_CPU_GUEST"
            | "SYSTEM_CPU_IOWAIT"
            | "SYSTEM_CPU_IRQ"
            | "SYSTEM_CPU_KERNEL"
            | "SYSTEM_CPU_NICE"
            | "SYSTEM_CPU_SOFTIRQ"
            | "SYSTEM_CPU_STEAL"
            | "SYSTEM_CPU_USER"
            | "SYSTEM_MEMORY_AVAILABLE"
            | "SYSTEM_MEMORY_FREE"
            | "SYSTEM_MEMORY_USED"
            | "SYSTEM_NETWORK_IN"
            | "SYSTEM_NETWORK_OUT"
            | "SYSTEM_NORMALIZED_CPU_GUEST"
            | "SYSTEM_NORMALIZED_CPU_IOWAIT"
            | "SYSTEM_NORMALIZED_CPU_IRQ"
            | "SYSTEM_NORMALIZED_CPU_KERNEL"
            | "SYSTEM_NORMALIZED_CPU_NICE"
            | "SYSTEM_NORMALIZED_CPU_SOFTIRQ"
            | "SYSTEM_NORMALIZED_CPU_STEAL"
            | "SYSTEM_NORMALIZED_CPU_USER"
            | "TICKETS_AVAILABLE_READS"
            | "TICKETS_AVAILABLE_WRITE"
            | "OPERATION_THROTTLING_REJECTED_OPERATIONS"
            | "QUERY_SPILL_TO_DISK_DURING_SORT"
          )[]
        | undefined;
      period: string | undefined;
      granularity: string | undefined;
      start: string | undefined;
      end: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiMeasurementsGeneralView_Atlas };
  };
  getGroupPushBasedLogExport: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PushBasedLogExportProject };
  };
  getGroupSampleDatasetLoad: {
    method: "GET";
    door: "group";
    params: { groupId: string; sampleDatasetId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": SampleDatasetStatus };
  };
  getGroupServerlessInstance: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ServerlessInstanceDescription };
  };
  getGroupServiceAccount: {
    method: "GET";
    door: "group";
    params: { groupId: string; clientId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": GroupServiceAccount };
  };
  getGroupSettings: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupSettings };
  };
  getGroupStandbyLink: {
    method: "GET";
    door: "group";
    params: { groupId: string; standbyLinkId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: ApiStandbyLinkResponse };
  };
  getGroupStandbyLinkFailover: {
    method: "GET";
    door: "group";
    params: { groupId: string; standbyLinkId: string; failoverId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: ApiStandbyLinkFailoverResponse };
  };
  getGroupStreamAccountDetails: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { cloudProvider: string | undefined; regionName: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": AccountDetails };
  };
  getGroupStreamConnection: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": StreamsConnection };
  };
  getGroupStreamConnectionFailoverConnection: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string; failoverConnectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": StreamsFailoverConnection };
  };
  getGroupStreamPrivateLinkConnection: {
    method: "GET";
    door: "group";
    params: { groupId: string; connectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": StreamsPrivateLinkConnection };
  };
  getGroupStreamProcessor: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": StreamsProcessorWithStats };
  };
  getGroupStreamProcessors: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": PaginatedApiStreamsStreamProcessorWithStatsView };
  };
  getGroupStreamWorkspace: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { includeConnections: boolean | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": StreamsTenant };
  };
  getGroupTeam: {
    method: "GET";
    door: "group";
    params: { groupId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": TeamRole };
  };
  getGroupUser: {
    method: "GET";
    door: "group";
    params: { groupId: string; userId: string };
    query: {
      orgMembershipStatuses:
        | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-02-19": GroupUserResponse };
  };
  getGroupUserSecurity: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserSecurity };
  };
  getGroupUserSecurityLdapVerify: {
    method: "GET";
    door: "group";
    params: { groupId: string; requestId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": LDAPVerifyConnectivityJobRequest };
  };
  getOrg: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": AtlasOrganization };
  };
  getOrgActivityFeed: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: {
      eventType: readonly EventTypeForOrg[] | undefined;
      maxDate: string | undefined;
      minDate: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ActivityFeedLinkResponse };
  };
  getOrgAiModelApiCloudGeographyModelGroupNameRateLimits: {
    method: "GET";
    door: "org";
    params: { orgId: string; cloud: "ANY"; geography: "ANY"; modelGroupName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": AiModelRateLimitResponse };
  };
  getOrgAiModelApiKey: {
    method: "GET";
    door: "org";
    params: { orgId: string; apiKeyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": AiModelApiKeyResponse };
  };
  getOrgAiModelApiRateLimits: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedAtlasAiModelRateLimitsResponse };
  };
  getOrgApiKey: {
    method: "GET";
    door: "org";
    params: { orgId: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ApiKeyUserDetails };
  };
  getOrgApiKeyAccessListEntry: {
    method: "GET";
    door: "org";
    params: { orgId: string; ipAddress: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserAccessListResponse };
  };
  getOrgAssociatedInvoices: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { month: number | undefined; year: number | undefined; includeLinkedOrgs: boolean | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": OrgAssociatedInvoiceResponse; preview: OrgAssociatedInvoiceResponse };
  };
  getOrgBillingCostExplorerUsage: {
    method: "GET";
    door: "org";
    params: { orgId: string; token: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CostExplorerQueryResult };
  };
  getOrgDelegationSettings: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": OrgDelegationSettingsResponse };
  };
  getOrgEvent: {
    method: "GET";
    door: "org";
    params: { orgId: string; eventId: string };
    query: { includeRaw: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EventViewForOrg };
  };
  getOrgFederationSettings: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": OrgFederationSettings };
  };
  getOrgGroups: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number; name: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAtlasGroupView };
  };
  getOrgInvite: {
    method: "GET";
    door: "org";
    params: { orgId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": OrganizationInvitation };
  };
  getOrgInvoice: {
    method: "GET";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": BillingInvoice };
  };
  getOrgInvoiceCsv: {
    method: "GET";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": string };
  };
  getOrgInvoiceReport: {
    method: "GET";
    door: "org";
    params: { orgId: string; invoiceId: string; reportId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": InvoiceReportResponse };
  };
  getOrgMaintenanceSettings: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: {
      preview: OrganizationMaintenanceSettingsResponse;
      "2025-03-12": OrganizationMaintenanceSettingsResponse;
    };
  };
  getOrgMcpConfig: {
    method: "GET";
    door: "org";
    params: { orgId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": OrgMcpConfigResponse };
  };
  getOrgMcpConfigSecret: {
    method: "GET";
    door: "org";
    params: { orgId: string; mcpConfigId: string; secretId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": ServiceAccountSecret };
  };
  getOrgNonCompliantResources: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": ApiAtlasNonCompliantResourceView[] };
  };
  getOrgResourcePolicy: {
    method: "GET";
    door: "org";
    params: { orgId: string; resourcePolicyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": ApiAtlasResourcePolicyView };
  };
  getOrgSandboxConfig: {
    method: "GET";
    door: "org";
    params: { orgId: string; sandboxConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: SandboxConfigResponse };
  };
  getOrgServiceAccount: {
    method: "GET";
    door: "org";
    params: { orgId: string; clientId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": OrgServiceAccount };
  };
  getOrgServiceAccountGroups: {
    method: "GET";
    door: "org";
    params: { orgId: string; clientId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": PaginatedServiceAccountGroup };
  };
  getOrgSettings: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": OrganizationSettings };
  };
  getOrgTeam: {
    method: "GET";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": TeamResponse };
  };
  getOrgTeamByName: {
    method: "GET";
    door: "org";
    params: { orgId: string; teamName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": TeamResponse };
  };
  getOrgUser: {
    method: "GET";
    door: "org";
    params: { orgId: string; userId: string };
    query: {
      orgMembershipStatuses:
        | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-02-19": OrgUserResponse };
  };
  getRateLimit: {
    method: "GET";
    door: "signedIn";
    params: { endpointSetId: string };
    query: {
      groupId: string | undefined;
      orgId: string | undefined;
      userId: string | undefined;
      ipAddress: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": RateLimitEndpointSetResponse; preview: RateLimitEndpointSetResponse };
  };
  getSku: {
    method: "GET";
    door: "signedIn";
    params: { skuId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": SkuResponse };
  };
  getSystemStatus: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": SystemStatus };
  };
  getUser: {
    method: "GET";
    door: "signedIn";
    params: { userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudAppUser };
  };
  getUserByName: {
    method: "GET";
    door: "signedIn";
    params: { userName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudAppUser };
  };
  grantGroupClusterMongoDbEmployeeAccess: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": EmployeeAccessGrantViewRequest };
    replies: Record<never, never>;
  };
  inspectGroupStandbyLinkFailoverReadiness: {
    method: "GET";
    door: "group";
    params: { groupId: string; standbyLinkId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: ApiStandbyLinkFailoverReadinessResponse };
  };
  inviteGroupServiceAccount: {
    method: "POST";
    door: "group";
    params: { clientId: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": GroupServiceAccountRoleAssignment };
    replies: { "2024-08-05": GroupServiceAccount };
  };
  listAlertConfigMatcherFieldNames: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MatcherFieldView[] };
  };
  listClusterDetails: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedOrgGroupView };
  };
  listControlPlaneIpAddresses: {
    method: "GET";
    door: "open";
    params: Record<never, never>;
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": ControlPlaneIPAddresses };
  };
  listDefaultGroupLimits: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: PaginatedDefaultGroupLimitResponse };
  };
  listEventTypes: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedEventTypeDetailsResponse };
  };
  listFederationSettingConnectedOrgConfigRoleMappings: {
    method: "GET";
    door: "org";
    params: { federationSettingsId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedRoleMappingView };
  };
  listFederationSettingConnectedOrgConfigs: {
    method: "GET";
    door: "federation";
    params: { federationSettingsId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedConnectedOrgConfigsView };
  };
  listFederationSettingIdentityProviders: {
    method: "GET";
    door: "federation";
    params: { federationSettingsId: string };
    query: {
      itemsPerPage: number;
      pageNum: number;
      protocol: readonly ("SAML" | "OIDC")[] | undefined;
      idpType: readonly ("WORKFORCE" | "WORKLOAD")[] | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedFederationIdentityProvider };
  };
  listGroupAccessListEntries: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedNetworkAccessView };
  };
  listGroupAiModelApiKeys: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedAtlasAiModelApiKeysResponse };
  };
  listGroupAlertConfigs: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAlertConfigView };
  };
  listGroupAlerts: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      status: "OPEN" | "TRACKING" | "CLOSED" | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAlertView };
  };
  listGroupApiKeys: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiApiUserView };
  };
  listGroupBackupExportBuckets: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": PaginatedBackupSnapshotExportBucketView;
      "2024-05-30": PaginatedBackupSnapshotExportBucketsView;
    };
  };
  listGroupBackupPrivateEndpoints: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": PaginatedApiAtlasObjectStoragePrivateEndpointResponseView };
  };
  listGroupCloudProviderAccess: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudProviderAccessRoles };
  };
  listGroupClusterBackupCheckpoints: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiAtlasCheckpointView };
  };
  listGroupClusterBackupExports: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiAtlasDiskBackupExportJobView };
  };
  listGroupClusterBackupRestoreJobs: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedCloudBackupRestoreJobView };
  };
  listGroupClusterBackupSnapshotDatabaseCollections: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string; databaseName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiAtlasDiskBackupCollectionView };
  };
  listGroupClusterBackupSnapshotDatabases: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiAtlasDiskBackupDatabaseView };
  };
  listGroupClusterBackupSnapshotShardedClusters: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedCloudBackupShardedClusterSnapshotView };
  };
  listGroupClusterBackupSnapshots: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      pointInTimeUtcSeconds: number | undefined;
      oplogTs: number | undefined;
      oplogInc: number | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedCloudBackupReplicaSetView };
  };
  listGroupClusterCollStatMeasurements: {
    method: "GET";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      clusterView: "PRIMARY" | "SECONDARY" | "INDIVIDUAL_PROCESS";
      databaseName: string;
      collectionName: string;
    };
    query: {
      metrics:
        | readonly (
            | "READS_OPS"
            | "READS_LATENCY"
            | "AVERAGE_READS_LATENCY"
            | "READS_P50_VALUE"
            | "READS_P95_VALUE"
            | "READS_P99_VALUE"
            | "WRITES_OPS"
            | "WRITES_LATENCY"
            | "AVERAGE_WRITES_LATENCY"
            | "WRITES_P50_VALUE"
            | "WRITES_P95_VALUE"
            | "WRITES_P99_VALUE"
            | "COMMANDS_OPS"
            | "COMMANDS_LATENCY"
            | "AVERAGE_COMMANDS_LATENCY"
            | "COMMANDS_P50_VALUE"
            | "COMMANDS_P95_VALUE"
            | "COMMANDS_P99_VALUE"
            | "TOTAL_OPS"
            | "TOTAL_LATENCY"
            | "AVERAGE_TOTAL_OPS_LATENCY"
            | "TOTAL_OPS_P50_VALUE"
            | "TOTAL_OPS_P95_VALUE"
            | "TOTAL_OPS_P99_VALUE"
          )[]
        | undefined;
      start: string | undefined;
      end: string | undefined;
      period: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": MeasurementsCollStatsLatencyCluster };
  };
  listGroupClusterCollStatPinnedNamespaces: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": PinnedNamespaces };
  };
  listGroupClusterCollectionRestoreJobCollections: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; jobId: string };
    query: {
      itemsPerPage: number;
      pageNum: number;
      state:
        | "NOT_STARTED"
        | "IN_PROGRESS"
        | "FINALIZING"
        | "NOT_FOUND"
        | "UNSUPPORTED"
        | "SUCCESSFUL"
        | "ROLLBACK"
        | "NOT_RESTORED"
        | "FAILED"
        | "INDEX_BUILD_FAILED"
        | undefined;
      sourceNamespace: string | undefined;
      targetNamespace: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiAtlasCollectionRestoreCollectionStateView };
  };
  listGroupClusterCollectionRestoreJobs: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiAtlasCollectionRestoreJobView };
  };
  listGroupClusterFtsIndex: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; collectionName: string; databaseName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": ClusterSearchIndex[] };
  };
  listGroupClusterOnlineArchives: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedOnlineArchiveView };
  };
  listGroupClusterOverloadSimulations: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: PaginatedOverloadProtectionSimulationResponse };
  };
  listGroupClusterPerformanceAdvisorDropIndexSuggestions: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": EnvelopedDropIndexSuggestionsResponse };
  };
  listGroupClusterPerformanceAdvisorSchemaAdvice: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": EnvelopedSchemaAdvisorResponse };
  };
  listGroupClusterPerformanceAdvisorSuggestedIndexes: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: {
      processIds: readonly string[] | undefined;
      namespaces: readonly string[] | undefined;
      since: number | undefined;
      until: number | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": EnvelopedPerformanceAdvisorResponse };
  };
  listGroupClusterProviderRegions: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      providers: readonly ("AWS" | "AZURE" | "GCP" | "TENANT")[] | undefined;
      tier: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiAtlasProviderRegionsView };
  };
  listGroupClusterQueryShapeInsightSummaries: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: {
      since: number | undefined;
      until: number | undefined;
      processIds: readonly string[] | undefined;
      namespaces: readonly string[] | undefined;
      commands: readonly ("find" | "distinct" | "aggregate")[] | undefined;
      nSummaries: number;
      series:
        | readonly (
            | "TOTAL_EXECUTION_TIME"
            | "AVG_EXECUTION_TIME"
            | "EXECUTION_COUNT"
            | "KEYS_EXAMINED"
            | "DOCS_EXAMINED"
            | "DOCS_RETURNED"
            | "TOTAL_TIME_TO_RESPONSE"
            | "BYTES_READ"
            | "CPU_TIME"
            | "KEYS_EXAMINED_RETURNED"
            | "DOCS_EXAMINED_RETURNED"
            | "LAST_EXECUTION_TIME"
            | "P50_EXECUTION_TIME"
            | "P90_EXECUTION_TIME"
            | "P99_EXECUTION_TIME"
          )[]
        | undefined;
      queryShapeHashes: readonly string[] | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": QueryStatsSummaryListResponse };
  };
  listGroupClusterQueryShapes: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { status: "REJECTED"; includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedQueryShapes };
  };
  listGroupClusterRestoreJobs: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number; batchId: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedRestoreJobView };
  };
  listGroupClusterSearchIndex: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string; collectionName: string; databaseName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": SearchIndexResponse[] };
  };
  listGroupClusterSearchIndexes: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-05-30": SearchIndexResponse[] };
  };
  listGroupClusterSnapshots: {
    method: "GET";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      completed: "all" | "true" | "false";
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedSnapshotView };
  };
  listGroupClusters: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      includeDeletedWithRetainedBackups: boolean;
    };
    flags: "Use-Effective-Instance-Fields";
    bodies: Record<never, never>;
    replies: {
      "2023-01-01": PaginatedLegacyClusterView;
      "2023-02-01": PaginatedAdvancedClusterDescriptionView;
      "2024-08-05": PaginatedClusterDescription20240805;
    };
  };
  listGroupCollStatMetrics: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": CollStatsLatencyNamespaceMetrics };
  };
  listGroupContainerAll: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedCloudProviderContainerView };
  };
  listGroupContainers: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      providerName: "AWS" | "AZURE" | "Azure" | "GCP";
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedCloudProviderContainerView };
  };
  listGroupCustomDbRoleRoles: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": UserCustomDBRole[] };
  };
  listGroupDataFederation: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { type: "USER" | "ONLINE_ARCHIVE" };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataLakeTenant[] };
  };
  listGroupDataFederationLimits: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataFederationTenantQueryLimit[] };
  };
  listGroupDatabaseUserCerts: {
    method: "GET";
    door: "group";
    params: { groupId: string; username: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedUserCertView };
  };
  listGroupDatabaseUsers: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiAtlasDatabaseUserView };
  };
  listGroupEncryptionAtRestPrivateEndpoints: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AZURE" | "AWS" };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiAtlasEARPrivateEndpointView };
  };
  listGroupEvents: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      clusterNames: readonly string[] | undefined;
      eventType: readonly EventTypeForNdsGroup[] | undefined;
      excludedEventType: readonly EventTypeForNdsGroup[] | undefined;
      includeRaw: boolean;
      maxDate: string | undefined;
      minDate: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupPaginatedEventView };
  };
  listGroupFlexClusterBackupRestoreJobs: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": PaginatedApiAtlasFlexBackupRestoreJob20241113View };
  };
  listGroupFlexClusterBackupSnapshots: {
    method: "GET";
    door: "group";
    params: { groupId: string; name: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": PaginatedApiAtlasFlexBackupSnapshot20241113View };
  };
  listGroupFlexClusters: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": PaginatedFlexClusters20241113 };
  };
  listGroupHostFtsMetricIndexMeasurements: {
    method: "GET";
    door: "group";
    params: { processId: string; databaseName: string; collectionName: string; groupId: string };
    query: {
      granularity: string | undefined;
      period: string | undefined;
      start: string | undefined;
      end: string | undefined;
      metrics:
        | readonly (
            | "INDEX_SIZE_ON_DISK"
            | "NUMBER_OF_DELETES"
            | "NUMBER_OF_ERROR_QUERIES"
            | "NUMBER_OF_GETMORE_COMMANDS"
            | "NUMBER_OF_INDEX_FIELDS"
            | "NUMBER_OF_INSERTS"
            | "NUMBER_OF_SUCCESS_QUERIES"
            | "NUMBER_OF_UPDATES"
            | "REPLICATION_LAG"
            | "TOTAL_NUMBER_OF_QUERIES"
          )[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MeasurementsIndexes };
  };
  listGroupHostFtsMetricMeasurements: {
    method: "GET";
    door: "group";
    params: { processId: string; groupId: string };
    query: {
      granularity: string | undefined;
      period: string | undefined;
      start: string | undefined;
      end: string | undefined;
      metrics:
        | readonly (
            | "FTS_DISK_USAGE"
            | "FTS_PROCESS_CPU_KERNEL"
            | "FTS_PROCESS_CPU_USER"
            | "FTS_PROCESS_NORMALIZED_CPU_KERNEL"
            | "FTS_PROCESS_NORMALIZED_CPU_USER"
            | "FTS_PROCESS_RESIDENT_MEMORY"
            | "FTS_PROCESS_SHARED_MEMORY"
            | "FTS_PROCESS_VIRTUAL_MEMORY"
            | "JVM_CURRENT_MEMORY"
            | "JVM_MAX_MEMORY"
            | "PAGE_FAULTS"
          )[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": MeasurementsNonIndex };
  };
  listGroupHostFtsMetrics: {
    method: "GET";
    door: "group";
    params: { processId: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": CloudSearchMetrics };
  };
  listGroupIntegrations: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedIntegrationView };
  };
  listGroupInvites: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { username: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": GroupInvitation[] };
  };
  listGroupLimits: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": DataFederationLimit[] };
  };
  listGroupLogIntegrations: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      integrationType: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedLogIntegrationResponse };
  };
  listGroupMcpConfigSecrets: {
    method: "GET";
    door: "group";
    params: { groupId: string; mcpConfigId: string };
    query: { itemsPerPage: number; includeCount: boolean; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedMcpConfigSecretView };
  };
  listGroupMcpConfigs: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; includeCount: boolean; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedGroupMcpConfigView };
  };
  listGroupMetricIntegrations: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      integrationType: string | undefined;
      providerType: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: {
      "2025-03-12": PaginatedMetricIntegrationResponse;
      preview: PaginatedMetricIntegrationResponse;
    };
  };
  listGroupPeers: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      providerName: "AWS" | "AZURE" | "GCP";
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedContainerPeerView };
  };
  listGroupPrivateEndpointEndpointService: {
    method: "GET";
    door: "group";
    params: { groupId: string; cloudProvider: "AWS" | "AZURE" | "GCP" };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": EndpointService[] };
  };
  listGroupPrivateNetworkSettingEndpointIds: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedPrivateNetworkEndpointIdEntryView };
  };
  listGroupProcessCollStatMeasurements: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string; databaseName: string; collectionName: string };
    query: {
      metrics:
        | readonly (
            | "READS_OPS"
            | "READS_LATENCY"
            | "AVERAGE_READS_LATENCY"
            | "READS_P50_VALUE"
            | "READS_P95_VALUE"
            | "READS_P99_VALUE"
            | "WRITES_OPS"
            | "WRITES_LATENCY"
            | "AVERAGE_WRITES_LATENCY"
            | "WRITES_P50_VALUE"
            | "WRITES_P95_VALUE"
            | "WRITES_P99_VALUE"
            | "COMMANDS_OPS"
            | "COMMANDS_LATENCY"
            | "AVERAGE_COMMANDS_LATENCY"
            | "COMMANDS_P50_VALUE"
            | "COMMANDS_P95_VALUE"
            | "COMMANDS_P99_VALUE"
            | "TOTAL_OPS"
            | "TOTAL_LATENCY"
            | "AVERAGE_TOTAL_OPS_LATENCY"
            | "TOTAL_OPS_P50_VALUE"
            | "TOTAL_OPS_P95_VALUE"
            | "TOTAL_OPS_P99_VALUE"
          )[]
        | undefined;
      start: string | undefined;
      end: string | undefined;
      period: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-11-15": MeasurementsCollStatsLatencyHost };
  };
  listGroupProcessDatabases: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedDatabaseView };
  };
  listGroupProcessDisks: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedDiskPartitionView };
  };
  listGroupProcessPerformanceAdvisorNamespaces: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: { duration: number | undefined; since: number | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Namespaces };
  };
  listGroupProcessPerformanceAdvisorSlowQueryLogs: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: {
      duration: number | undefined;
      namespaces: readonly string[] | undefined;
      nLogs: number;
      since: number | undefined;
      includeMetrics: boolean;
      includeReplicaState: boolean;
      includeOpType: boolean;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PerformanceAdvisorSlowQueryList };
  };
  listGroupProcessPerformanceAdvisorSuggestedIndexes: {
    method: "GET";
    door: "group";
    params: { groupId: string; processId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      duration: number | undefined;
      namespaces: readonly string[] | undefined;
      nExamples: number;
      nIndexes: number | undefined;
      since: number | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PerformanceAdvisorResponse };
  };
  listGroupProcesses: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedHostView_Atlas };
  };
  listGroupServerlessInstances: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedServerlessInstanceDescriptionView };
  };
  listGroupServiceAccountAccessList: {
    method: "GET";
    door: "group";
    params: { groupId: string; clientId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": PaginatedServiceAccountIPAccessEntryView };
  };
  listGroupServiceAccounts: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number; includeSystemManaged: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": PaginatedGroupServiceAccounts };
  };
  listGroupStandbyLinkFailovers: {
    method: "GET";
    door: "group";
    params: { groupId: string; standbyLinkId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: PaginatedApiStandbyLinkFailoverResponse };
  };
  listGroupStandbyLinks: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: PaginatedApiStandbyLinkResponse };
  };
  listGroupStreamActiveVpcPeeringConnections: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-11-13": PaginatedApiStreamsVPCPeeringConnectionView };
  };
  listGroupStreamConnectionFailoverConnections: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiStreamsFailoverConnection };
  };
  listGroupStreamConnections: {
    method: "GET";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": PaginatedApiStreamsConnectionView };
  };
  listGroupStreamPrivateLinkConnections: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": PaginatedApiStreamsPrivateLinkView };
  };
  listGroupStreamVpcPeeringConnections: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      requesterAccountId: string | undefined;
      itemsPerPage: number;
      pageNum: number;
      includeCount: boolean;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": PaginatedApiStreamsVPCPeeringConnectionView };
  };
  listGroupStreamWorkspaces: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { itemsPerPage: number; pageNum: number; includeCount: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": PaginatedApiStreamsTenantView };
  };
  listGroupTeams: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedTeamRoleView };
  };
  listGroupUsers: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      flattenTeams: boolean;
      includeOrgUsers: boolean;
      orgMembershipStatus: string | undefined;
      orgMembershipStatuses:
        | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
        | undefined;
      username: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAppUserView; "2025-02-19": PaginatedGroupUserView };
  };
  listGroups: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAtlasGroupView };
  };
  listOrgAiModelApiKeys: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedAtlasAiModelApiKeysResponse };
  };
  listOrgApiKeyAccessListEntries: {
    method: "GET";
    door: "org";
    params: { orgId: string; apiUserId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiUserAccessListResponseView };
  };
  listOrgApiKeys: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiApiUserView };
  };
  listOrgEvents: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      eventType: readonly EventTypeForOrg[] | undefined;
      includeRaw: boolean;
      maxDate: string | undefined;
      minDate: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": OrgPaginatedEventView };
  };
  listOrgInvites: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { username: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": OrganizationInvitation[] };
  };
  listOrgInvoicePending: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiInvoiceView };
  };
  listOrgInvoiceReports: {
    method: "GET";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedInvoiceReportView };
  };
  listOrgInvoices: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      viewLinkedInvoices: boolean;
      statusNames:
        | readonly ("PENDING" | "CLOSED" | "FORGIVEN" | "FAILED" | "PAID" | "FREE" | "PREPAID" | "INVOICED")[]
        | undefined;
      fromDate: string | undefined;
      toDate: string | undefined;
      sortBy: "START_DATE" | "END_DATE";
      orderBy: "desc" | "asc";
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedApiInvoiceMetadataView };
  };
  listOrgLiveMigrationAvailableProjects: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": LiveImportAvailableProject[] };
  };
  listOrgMcpConfigSecrets: {
    method: "GET";
    door: "org";
    params: { orgId: string; mcpConfigId: string };
    query: { itemsPerPage: number; includeCount: boolean; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedMcpConfigSecretView };
  };
  listOrgMcpConfigs: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; includeCount: boolean; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedOrgMcpConfigView };
  };
  listOrgResourcePolicies: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": ApiAtlasResourcePolicyView[] };
  };
  listOrgSandboxConfig: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { preview: PaginatedSandboxConfigs };
  };
  listOrgServiceAccountAccessList: {
    method: "GET";
    door: "org";
    params: { orgId: string; clientId: string };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": PaginatedServiceAccountIPAccessEntryView };
  };
  listOrgServiceAccounts: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; pageNum: number; includeSystemManaged: boolean };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2024-08-05": PaginatedOrgServiceAccounts };
  };
  listOrgTeamUsers: {
    method: "GET";
    door: "org";
    params: { orgId: string; teamId: string };
    query: {
      itemsPerPage: number;
      pageNum: number;
      username: string | undefined;
      orgMembershipStatus: string | undefined;
      orgMembershipStatuses:
        | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
        | undefined;
      userId: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAppUserView; "2025-02-19": PaginatedOrgUserView };
  };
  listOrgTeams: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: { itemsPerPage: number; includeCount: boolean; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedTeamView };
  };
  listOrgUsers: {
    method: "GET";
    door: "org";
    params: { orgId: string };
    query: {
      includeCount: boolean;
      itemsPerPage: number;
      pageNum: number;
      username: string | undefined;
      orgMembershipStatus: string | undefined;
      orgMembershipStatuses:
        | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
        | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedAppUserView; "2025-02-19": PaginatedOrgUserView };
  };
  listOrgs: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number; name: string | undefined };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PaginatedOrganizationView };
  };
  listRateLimits: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: {
      itemsPerPage: number;
      pageNum: number;
      groupId: string | undefined;
      orgId: string | undefined;
      userId: string | undefined;
      ipAddress: string | undefined;
      name: string | undefined;
      endpointPath: string | undefined;
    };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedRateLimitEndpointSets; preview: PaginatedRateLimitEndpointSets };
  };
  listSkus: {
    method: "GET";
    door: "signedIn";
    params: Record<never, never>;
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedApiSKUView };
  };
  migrateGroup: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": GroupMigrationRequest };
    replies: { "2024-05-30": Group };
  };
  pinGroupClusterCollStatPinnedNamespaces: {
    method: "PUT";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-11-15": NamespacesRequest };
    replies: { "2023-11-15": PinnedNamespaces };
  };
  pinGroupClusterFeatureCompatibilityVersion: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": PinFCVView };
    replies: Record<never, never>;
  };
  rejectGroupStreamVpcPeeringConnection: {
    method: "POST";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-02-01": Record<string, never> };
  };
  removeFederationSettingConnectedOrgConfig: {
    method: "DELETE";
    door: "org";
    params: { federationSettingsId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeGroupApiKey: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeGroupTeam: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeGroupUser: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeGroupUserRole: {
    method: "POST";
    door: "group";
    params: { groupId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveGroupRole };
    replies: { "2025-02-19": GroupUserResponse };
  };
  removeOrgTeamUser: {
    method: "POST";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveUserFromTeam };
    replies: { "2025-02-19": OrgUserResponse };
  };
  removeOrgTeamUserFromTeam: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; teamId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeOrgUser: {
    method: "DELETE";
    door: "org";
    params: { orgId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  removeOrgUserRole: {
    method: "POST";
    door: "org";
    params: { orgId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": AddOrRemoveOrgRole };
    replies: { "2025-02-19": OrgUserResponse };
  };
  renameOrgTeam: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": TeamUpdate };
    replies: { "2023-01-01": TeamResponse };
  };
  requestGroupEncryptionAtRestPrivateEndpointDeletion: {
    method: "DELETE";
    door: "group";
    params: { groupId: string; cloudProvider: "AZURE" | "AWS"; endpointId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  requestGroupSampleDatasetLoad: {
    method: "POST";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": SampleDatasetStatus };
  };
  resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits: {
    method: "POST";
    door: "group";
    params: { groupId: string; cloud: "ANY"; geography: "ANY"; modelGroupName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": AiModelRateLimitResponse };
  };
  resetGroupAiModelApiRateLimits: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2025-03-12": PaginatedAtlasAiModelRateLimitsResponse };
  };
  resetGroupMaintenanceWindow: {
    method: "DELETE";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  resetOrgMaintenanceSettings: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: {
      preview: OrganizationMaintenanceSettingsResponse;
      "2025-03-12": OrganizationMaintenanceSettingsResponse;
    };
  };
  restartGroupClusterPrimaries: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": Record<string, never>; "2023-02-01": Record<string, never> };
  };
  revokeFederationSettingIdentityProviderJwks: {
    method: "DELETE";
    door: "federation";
    params: { federationSettingsId: string; identityProviderId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  revokeGroupClusterMongoDbEmployeeAccess: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  searchOrgInvoiceLineItems: {
    method: "GET";
    door: "org";
    params: { orgId: string; invoiceId: string };
    query: { itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2024-08-05": ApiPublicUsageDetailsQueryRequest };
    replies: { "2024-08-05": PaginatedPublicApiUsageDetailsLineItemView };
  };
  setGroupDataFederationLimit: {
    method: "PATCH";
    door: "group";
    params: {
      groupId: string;
      tenantName: string;
      limitName:
        | "bytesProcessed.query"
        | "bytesProcessed.daily"
        | "bytesProcessed.weekly"
        | "bytesProcessed.monthly";
    };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Demanding<DataFederationTenantQueryLimitRequest, "value"> };
    replies: { "2023-01-01": DataFederationTenantQueryLimit };
  };
  setGroupLimit: {
    method: "PATCH";
    door: "group";
    params: {
      limitName:
        | "atlas.project.security.databaseAccess.users"
        | "atlas.project.deployment.clusters"
        | "atlas.project.deployment.serverlessMTMs"
        | "atlas.project.security.databaseAccess.customRoles"
        | "atlas.project.security.networkAccess.entries"
        | "atlas.project.security.networkAccess.crossRegionEntries"
        | "atlas.project.deployment.nodesPerPrivateLinkRegion"
        | "dataFederation.bytesProcessed.query"
        | "dataFederation.bytesProcessed.daily"
        | "dataFederation.bytesProcessed.weekly"
        | "dataFederation.bytesProcessed.monthly"
        | "atlas.project.deployment.privateServiceConnectionsPerRegionGroup"
        | "atlas.project.deployment.privateServiceConnectionsSubnetMask";
      groupId: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Demanding<DataFederationLimitRequest, "value"> };
    replies: { "2023-01-01": DataFederationLimit };
  };
  startGroupClusterOutageSimulation: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Demanding<ClusterOutageSimulationRequest, "outageFilters"> };
    replies: { "2023-01-01": ClusterOutageSimulation };
  };
  startGroupStreamProcessor: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  startGroupStreamProcessorWith: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": StreamsStartStreamProcessorWith };
    replies: Record<never, never>;
  };
  stopGroupStreamProcessor: {
    method: "POST";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  takeGroupClusterBackupSnapshots: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": DiskBackupOnDemandSnapshotRequest };
    replies: { "2023-01-01": DiskBackupSnapshot };
  };
  tenantGroupFlexClusterUpgrade: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": AtlasTenantClusterUpgradeRequest20240805 };
    replies: { "2024-11-13": FlexClusterDescription20241113 };
  };
  toggleGroupAlertConfig: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; alertConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AlertsToggle };
    replies: { "2023-01-01": GroupAlertsConfig };
  };
  toggleGroupAwsCustomDns: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AWSCustomDNSEnabledView };
    replies: { "2023-01-01": AWSCustomDNSEnabledView };
  };
  toggleGroupMaintenanceWindowAutoDefer: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  toggleGroupPrivateEndpointRegionalMode: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": ProjectSettingItemView };
    replies: { "2023-01-01": ProjectSettingItemView };
  };
  unpinGroupClusterCollStatUnpinNamespaces: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-11-15": NamespacesRequest };
    replies: { "2023-11-15": PinnedNamespaces };
  };
  unpinGroupClusterFeatureCompatibilityVersion: {
    method: "POST";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: Record<never, never>;
  };
  updateFederationSettingConnectedOrgConfig: {
    method: "PATCH";
    door: "org";
    params: { federationSettingsId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": ConnectedOrgConfigRequest };
    replies: { "2023-01-01": ConnectedOrgConfig };
  };
  updateFederationSettingConnectedOrgConfigRoleMapping: {
    method: "PUT";
    door: "org";
    params: { federationSettingsId: string; id: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AuthFederationRoleMappingRequest };
    replies: { "2023-01-01": AuthFederationRoleMapping };
  };
  updateFederationSettingIdentityProvider: {
    method: "PATCH";
    door: "federation";
    params: { federationSettingsId: string; identityProviderId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-11-15": FederationIdentityProviderUpdate };
    replies: { "2023-11-15": FederationIdentityProvider };
  };
  updateGroup: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupUpdate };
    replies: { "2023-01-01": Group };
  };
  updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; cloud: "ANY"; geography: "ANY"; modelGroupName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": AiModelsRateLimitUpdateRequest };
    replies: { "2025-03-12": AiModelRateLimitResponse };
  };
  updateGroupAiModelApiKey: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; apiKeyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": AiModelApiKeyUpdateRequest };
    replies: { "2025-03-12": AiModelApiKeyResponse };
  };
  updateGroupAlertConfig: {
    method: "PUT";
    door: "group";
    params: { groupId: string; alertConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupAlertsConfigRequest };
    replies: { "2023-01-01": GroupAlertsConfig };
  };
  updateGroupApiKeyRoles: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; apiUserId: string };
    query: { pageNum: number; itemsPerPage: number; includeCount: boolean };
    flags: never;
    bodies: { "2023-01-01": UpdateAtlasProjectApiKey };
    replies: { "2023-01-01": ApiKeyUserDetails };
  };
  updateGroupAuditLog: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AuditLogRequest };
    replies: { "2023-01-01": AuditLog };
  };
  updateGroupBackupCompliancePolicy: {
    method: "PUT";
    door: "group";
    params: { groupId: string };
    query: { overwriteBackupPolicies: boolean };
    flags: never;
    bodies: {
      "2023-01-01": Demanding<
        DataProtectionSettingsRequest,
        "authorizedEmail" | "authorizedUserFirstName" | "authorizedUserLastName"
      >;
      "2023-10-01": Demanding<
        DataProtectionSettings20231001Request,
        "authorizedEmail" | "authorizedUserFirstName" | "authorizedUserLastName"
      >;
    };
    replies: { "2023-01-01": DataProtectionSettings; "2023-10-01": DataProtectionSettings20231001 };
  };
  updateGroupBackupExportBucket: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; exportBucketId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": UpdateRequirePrivateNetworkingRequestView };
    replies: { "2024-05-30": DiskBackupSnapshotAWSExportBucketResponse };
  };
  updateGroupCluster: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: "Use-Effective-Instance-Fields" | "Use-Effective-Fields-Replication-Specs";
    bodies: {
      "2023-01-01": LegacyAtlasClusterRequest;
      "2023-02-01": AdvancedClusterDescriptionRequest;
      "2024-08-05": ClusterDescription20240805Request;
      "2024-10-23": ClusterDescription20240805Request;
    };
    replies: {
      "2023-01-01": LegacyAtlasCluster;
      "2023-02-01": AdvancedClusterDescription;
      "2024-08-05": ClusterDescription20240805;
      "2024-10-23": ClusterDescription20240805;
    };
  };
  updateGroupClusterBackupSchedule: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": DiskBackupSnapshotScheduleRequest;
      "2024-08-05": DiskBackupSnapshotSchedule20240805Request;
    };
    replies: { "2023-01-01": DiskBackupSnapshotSchedule; "2024-08-05": DiskBackupSnapshotSchedule20240805 };
  };
  updateGroupClusterBackupSnapshot: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BackupSnapshotRetention };
    replies: { "2023-01-01": DiskBackupReplicaSet };
  };
  updateGroupClusterCollStatPinnedNamespaces: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-11-15": NamespacesRequest };
    replies: { "2023-11-15": PinnedNamespaces };
  };
  updateGroupClusterFtsIndex: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<ClusterSearchIndexRequest> };
    replies: { "2023-01-01": ClusterSearchIndex };
  };
  updateGroupClusterOnlineArchive: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; archiveId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BackupOnlineArchiveRequest };
    replies: { "2023-01-01": BackupOnlineArchive };
  };
  updateGroupClusterProcessArgs: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": ClusterDescriptionProcessArgsRequest;
      "2024-08-05": ClusterDescriptionProcessArgs20240805Request;
    };
    replies: {
      "2023-01-01": ClusterDescriptionProcessArgs;
      "2024-08-05": ClusterDescriptionProcessArgs20240805;
    };
  };
  updateGroupClusterQueryShape: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string; queryShapeHash: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": Partial<QueryShapeUpdateRequest> };
    replies: { "2025-03-12": QueryShapeResponse };
  };
  updateGroupClusterSearchDeployment: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": ApiSearchDeploymentRequestView; "2024-05-30": ApiSearchDeploymentRequestView };
    replies: { "2023-01-01": ApiSearchDeploymentResponseView; "2024-05-30": ApiSearchDeploymentResponseView };
  };
  updateGroupClusterSearchIndex: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string; indexId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": SearchIndexUpdateRequest };
    replies: { "2024-05-30": SearchIndexResponse };
  };
  updateGroupClusterSearchIndexByName: {
    method: "PATCH";
    door: "group";
    params: {
      groupId: string;
      clusterName: string;
      collectionName: string;
      databaseName: string;
      indexName: string;
    };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": SearchIndexUpdateRequest };
    replies: { "2024-05-30": SearchIndexResponse };
  };
  updateGroupClusterSnapshot: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string; snapshotId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": BackupSnapshotRequest };
    replies: { "2023-01-01": BackupSnapshot };
  };
  updateGroupClusterSnapshotSchedule: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<ApiAtlasSnapshotScheduleViewRequest> };
    replies: { "2023-01-01": ApiAtlasSnapshotScheduleView };
  };
  updateGroupClusterSqlInterface: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; clusterName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: Partial<SqlInterfaceStatusUpdateRequest> };
    replies: { preview: SqlInterfaceStatusResponse };
  };
  updateGroupContainer: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; containerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": CloudProviderContainerRequest };
    replies: { "2023-01-01": CloudProviderContainer };
  };
  updateGroupCustomDbRoleRole: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; roleName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UpdateCustomDBRole };
    replies: { "2023-01-01": UserCustomDBRole };
  };
  updateGroupDataFederation: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: { skipRoleValidation: boolean | undefined };
    flags: never;
    bodies: { "2023-01-01": DataLakeTenantRequest };
    replies: { "2023-01-01": DataLakeTenant };
  };
  updateGroupDatabaseUser: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; databaseName: string; username: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<CloudDatabaseUserRequest> };
    replies: { "2023-01-01": CloudDatabaseUser };
  };
  updateGroupEncryptionAtRest: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": EncryptionAtRestRequest };
    replies: { "2023-01-01": EncryptionAtRest };
  };
  updateGroupFlexCluster: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; name: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-11-13": FlexClusterDescriptionUpdate20241113 };
    replies: { "2024-11-13": FlexClusterDescription20241113 };
  };
  updateGroupIntegration: {
    method: "PUT";
    door: "group";
    params: {
      integrationType:
        | "PAGER_DUTY"
        | "SLACK"
        | "DATADOG"
        | "NEW_RELIC"
        | "OPS_GENIE"
        | "VICTOR_OPS"
        | "WEBHOOK"
        | "HIP_CHAT"
        | "PROMETHEUS"
        | "MICROSOFT_TEAMS";
      groupId: string;
    };
    query: { includeCount: boolean; itemsPerPage: number; pageNum: number };
    flags: never;
    bodies: { "2023-01-01": ThirdPartyIntegrationRequest };
    replies: { "2023-01-01": PaginatedIntegrationView };
  };
  updateGroupInviteById: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupInvitationUpdateRequest };
    replies: { "2023-01-01": GroupInvitation };
  };
  updateGroupInvites: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupInvitationRequest };
    replies: { "2023-01-01": GroupInvitation };
  };
  updateGroupLogIntegration: {
    method: "PUT";
    door: "group";
    params: { groupId: string; id: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": LogIntegrationRequest };
    replies: { "2025-03-12": LogIntegrationResponse };
  };
  updateGroupMaintenanceWindow: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupMaintenanceWindowRequest };
    replies: Record<never, never>;
  };
  updateGroupMcpConfig: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": GroupMcpConfigUpdateRequest };
    replies: { "2025-03-12": GroupMcpConfigResponse };
  };
  updateGroupMetricIntegration: {
    method: "PUT";
    door: "group";
    params: { groupId: string; metricIntegrationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": MetricIntegrationUpdateRequest; preview: MetricIntegrationUpdateRequest };
    replies: { "2025-03-12": MetricIntegrationResponse; preview: MetricIntegrationResponse };
  };
  updateGroupPeer: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; peerId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<BaseNetworkPeeringConnectionSettingsRequest> };
    replies: { "2023-01-01": BaseNetworkPeeringConnectionSettings };
  };
  updateGroupPrivateEndpointEndpointService: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; endpointServiceId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": Partial<ApiAtlasModifyEndpointServiceRequestView> };
    replies: { "2023-01-01": EndpointService };
  };
  updateGroupPushBasedLogExport: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": PushBasedLogExportProjectRequest };
    replies: Record<never, never>;
  };
  updateGroupServiceAccount: {
    method: "PATCH";
    door: "group";
    params: { clientId: string; groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": GroupServiceAccountUpdateRequest };
    replies: { "2024-08-05": GroupServiceAccount };
  };
  updateGroupSettings: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": GroupSettingsRequest };
    replies: { "2023-01-01": GroupSettings };
  };
  updateGroupStreamConnection: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": StreamsConnectionRequest };
    replies: { "2023-02-01": StreamsConnection };
  };
  updateGroupStreamConnectionFailoverConnection: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; tenantName: string; connectionName: string; failoverConnectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": StreamsFailoverConnectionRequest };
    replies: { "2025-03-12": StreamsFailoverConnection };
  };
  updateGroupStreamPrivateLinkConnection: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; connectionId: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2025-03-12": {
        /** Domain of the service. */
        dnsDomain?: string | undefined;
      };
    };
    replies: { "2025-03-12": StreamsPrivateLinkConnection };
  };
  updateGroupStreamProcessor: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; tenantName: string; processorName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-05-30": StreamsModifyStreamProcessor };
    replies: { "2024-05-30": StreamsProcessorWithStats };
  };
  updateGroupStreamWorkspace: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; tenantName: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-02-01": StreamsTenantUpdateRequest };
    replies: { "2023-02-01": StreamsTenant };
  };
  updateGroupTeam: {
    method: "PATCH";
    door: "group";
    params: { groupId: string; teamId: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      "2023-01-01": {
        /** Roles that the team has in the project from now on. */
        roleNames: readonly GroupRoleName[];
        /** Accepted and ignored: the path names the team. */
        teamId?: string | undefined;
      };
    };
    replies: { "2023-01-01": PaginatedTeamRoleView };
  };
  updateGroupUserRoles: {
    method: "PUT";
    door: "group";
    params: { groupId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UpdateGroupRolesForUserRequest };
    replies: { "2023-01-01": UpdateGroupRolesForUser };
  };
  updateGroupUserSecurity: {
    method: "PATCH";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UserSecurityRequest };
    replies: { "2023-01-01": UserSecurity };
  };
  updateOrg: {
    method: "PATCH";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": AtlasOrganizationRequest };
    replies: { "2023-01-01": AtlasOrganization };
  };
  updateOrgApiKey: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; apiUserId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UpdateAtlasOrganizationApiKey };
    replies: { "2023-01-01": ApiKeyUserDetails };
  };
  updateOrgDelegationSettings: {
    method: "PATCH";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": OrgDelegationSettingsUpdateRequest };
    replies: { "2025-03-12": OrgDelegationSettingsResponse };
  };
  updateOrgInviteById: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; invitationId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": OrganizationInvitationUpdateRequest };
    replies: { "2023-01-01": OrganizationInvitation };
  };
  updateOrgInvites: {
    method: "PATCH";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": OrganizationInvitationRequest };
    replies: { "2023-01-01": OrganizationInvitation };
  };
  updateOrgMaintenanceSettings: {
    method: "PATCH";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: {
      preview: OrganizationMaintenanceSettingsUpdateRequest;
      "2025-03-12": OrganizationMaintenanceSettingsUpdateRequest;
    };
    replies: {
      preview: OrganizationMaintenanceSettingsResponse;
      "2025-03-12": OrganizationMaintenanceSettingsResponse;
    };
  };
  updateOrgMcpConfig: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; mcpConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": OrgMcpConfigUpdateRequest };
    replies: { "2025-03-12": OrgMcpConfigResponse };
  };
  updateOrgResourcePolicy: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; resourcePolicyId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": ApiAtlasResourcePolicyEditView };
    replies: { "2024-08-05": ApiAtlasResourcePolicyView };
  };
  updateOrgSandboxConfig: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; sandboxConfigId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { preview: SandboxConfigUpdateRequest };
    replies: { preview: SandboxConfigResponse };
  };
  updateOrgServiceAccount: {
    method: "PATCH";
    door: "org";
    params: { clientId: string; orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": OrgServiceAccountUpdateRequest };
    replies: { "2024-08-05": OrgServiceAccount };
  };
  updateOrgSettings: {
    method: "PATCH";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": OrganizationSettingsRequest };
    replies: { "2023-01-01": OrganizationSettings };
  };
  updateOrgUser: {
    method: "PATCH";
    door: "org";
    params: { orgId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-02-19": OrgUserUpdateRequest };
    replies: { "2025-02-19": OrgUserResponse };
  };
  updateOrgUserRoles: {
    method: "PUT";
    door: "org";
    params: { orgId: string; userId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": UpdateOrgRolesForUserRequest };
    replies: { "2023-01-01": UpdateOrgRolesForUser };
  };
  upgradeGroupClusterTenantUpgrade: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": LegacyAtlasTenantClusterUpgradeRequest };
    replies: { "2023-01-01": LegacyAtlasCluster };
  };
  validateGroupClusterConfigurations: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2025-03-12": ClusterConfigurationValidation };
    replies: { "2025-03-12": ClusterConfigurationValidationResult };
  };
  validateGroupLiveMigrations: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": LiveMigrationRequest; "2024-05-30": LiveMigrationRequest20240530 };
    replies: { "2023-01-01": LiveImportValidation; "2024-05-30": LiveImportValidation };
  };
  validateOrgResourcePolicies: {
    method: "POST";
    door: "org";
    params: { orgId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": ApiAtlasResourcePolicyCreateView };
    replies: { "2024-08-05": ApiAtlasResourcePolicyView };
  };
  verifyGroupPrivateIpMode: {
    method: "GET";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: Record<never, never>;
    replies: { "2023-01-01": PrivateIPModeView };
  };
  verifyGroupUserSecurityLdap: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2023-01-01": LDAPVerifyConnectivityJobRequestParamsRequest };
    replies: { "2023-01-01": LDAPVerifyConnectivityJobRequest };
  };
  withGroupStreamSampleConnections: {
    method: "POST";
    door: "group";
    params: { groupId: string };
    query: Record<never, never>;
    flags: never;
    bodies: { "2024-08-05": Demanding<StreamsTenantRequest, "dataProcessRegion" | "name"> };
    replies: { "2024-08-05": StreamsTenant };
  };
}
