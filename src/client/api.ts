// Written by scripts/client-types.ts from the table of operations; do not edit. Schemas have their names of the OpenAPI
// document; what the call `getGroup` takes is `GetGroupRequest`, and a schema with such a name ends in Body instead.

import type { EventTypeForNdsGroup } from "../core/contract/event-types-group.ts";
import type { EventTypeForOrg } from "../core/contract/event-types-org.ts";
import type { Call, CallOptions, ListCall, VersionOptions } from "./call.ts";

export type { EventTypeForNdsGroup, EventTypeForOrg };

/**
 * The calls of the API, by operationId. Each is a promise of the body of the answer; `for await` over one that lists gives
 * the items of all pages.
 */
export interface AtlasApi {
  /** Accept a requested VPC peering with a project's stream processing. */
  acceptGroupStreamVpcPeeringConnection(
    request: AcceptGroupStreamVpcPeeringConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Acknowledge an alert of a project, or take that back. */
  acknowledgeGroupAlert(
    request: AcknowledgeGroupAlertRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<AlertViewForNdsGroup>;
  /**
   * Let a person into a project.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addGroupUsers instead.
   */
  addGroupAccessUser(
    request: AddGroupAccessUserRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<OrganizationInvitation>;
  /** Add an API key to a project. */
  addGroupApiKey(request: AddGroupApiKeyRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Add teams to a project. */
  addGroupTeams(
    request: AddGroupTeamsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedTeamRoleView>;
  /** Give a person one more role in a project. */
  addGroupUserRole(
    request: AddGroupUserRoleRequest,
    options?: CallOptions<"2025-02-19">,
  ): Call<GroupUserResponse>;
  /** Add a person to a project. */
  addGroupUsers(request: AddGroupUsersRequest, options?: CallOptions<"2025-02-19">): Call<GroupUserResponse>;
  /** Add a person to a team. */
  addOrgTeamUser(request: AddOrgTeamUserRequest, options?: CallOptions<"2025-02-19">): Call<OrgUserResponse>;
  /**
   * Add people to a team.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addOrgTeamUser instead.
   */
  addOrgTeamUsers(
    request: AddOrgTeamUsersRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedApiAppUserView>;
  /** Give a person one more role in an organization. */
  addOrgUserRole(request: AddOrgUserRoleRequest, options?: CallOptions<"2025-02-19">): Call<OrgUserResponse>;
  /** Authorize access to an account at a cloud provider. */
  authorizeGroupCloudProviderAccessRole(
    request: AuthorizeGroupCloudProviderAccessRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderAccessRole>;
  /**
   * Get how the shards of a cluster would scale.
   * @deprecated Since 2024-10-23.
   */
  autoGroupClusterScalingConfiguration(
    request: AutoGroupClusterScalingConfigurationRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ClusterDescriptionAutoScalingModeConfiguration>;
  /** Cancel a restore job of a cluster. */
  cancelGroupClusterBackupRestoreJob(
    request: CancelGroupClusterBackupRestoreJobRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Map a group of an identity provider to roles. */
  createFederationSettingConnectedOrgConfigRoleMapping(
    request: CreateFederationSettingConnectedOrgConfigRoleMappingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AuthFederationRoleMapping>;
  /** Add an OpenID provider to a federation. */
  createFederationSettingIdentityProvider(
    request: CreateFederationSettingIdentityProviderRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<FederationOidcIdentityProvider>;
  /** Create a project. */
  createGroup(request: CreateGroupRequest, options?: CallOptions<"2023-01-01">): Call<Group>;
  /** Add addresses that the databases of a project may be reached from. */
  createGroupAccessListEntry(
    request: CreateGroupAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedNetworkAccessView>;
  /** Create an AI model API key in a project. */
  createGroupAiModelApiKey(
    request: CreateGroupAiModelApiKeyRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelApiKeyResponse>;
  /** Create an alert configuration of a project. */
  createGroupAlertConfig(
    request: CreateGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupAlertsConfig>;
  /** Make an API key for a project. */
  createGroupApiKey(
    request: CreateGroupApiKeyRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiKeyUserDetails>;
  /** Register a bucket that snapshots of a project can be exported to. */
  createGroupBackupExportBucket(
    request: CreateGroupBackupExportBucketRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotAWSExportBucketResponse>;
  /** Register a bucket that snapshots of a project can be exported to. */
  createGroupBackupExportBucket(
    request: CreateGroupBackupExportBucketRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<DiskBackupSnapshotExportBucketResponse>;
  /** Create a private endpoint to object storage for the backups of a project. */
  createGroupBackupPrivateEndpoint(
    request: CreateGroupBackupPrivateEndpointRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<ObjectStoragePrivateEndpointResponse>;
  /** Begin access to an account at a cloud provider. */
  createGroupCloudProviderAccess(
    request: CreateGroupCloudProviderAccessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderAccessRole>;
  /**
   * Create a cluster in a project.
   * @deprecated Since 2023-02-01. Removed on 2027-07-01. Use createGroupCluster in version 2024-10-23 instead.
   */
  createGroupCluster(
    request: CreateGroupClusterRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<LegacyAtlasCluster>;
  /**
   * Create a cluster in a project.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use createGroupCluster in version 2024-10-23 instead.
   */
  createGroupCluster(
    request: CreateGroupClusterRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<AdvancedClusterDescription>;
  /** Create a cluster in a project. */
  createGroupCluster(
    request: CreateGroupClusterRequest,
    options?: CallOptions<"2024-08-05" | "2024-10-23">,
  ): Call<ClusterDescription20240805>;
  /** Export a snapshot of a cluster to a bucket. */
  createGroupClusterBackupExport(
    request: CreateGroupClusterBackupExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupExportJob>;
  /** Restore a backup of a cluster to a cluster, or have it made ready for download. */
  createGroupClusterBackupRestoreJob(
    request: CreateGroupClusterBackupRestoreJobRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotRestoreJob>;
  /** Restore single collections or databases of a cluster from a backup. */
  createGroupClusterCollectionRestoreJob(
    request: CreateGroupClusterCollectionRestoreJobRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ApiAtlasCollectionRestoreJobResponse>;
  /**
   * Create a search index on a collection, in the older form.
   * @deprecated Since 2024-05-30. Removed on 2027-07-01. Use createGroupClusterSearchIndex instead.
   */
  createGroupClusterFtsIndex(
    request: CreateGroupClusterFtsIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterSearchIndex>;
  /** Map locations to zones of a global cluster. */
  createGroupClusterGlobalWriteCustomZoneMapping(
    request: CreateGroupClusterGlobalWriteCustomZoneMappingRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<GeoSharding>;
  /** Map locations to zones of a global cluster. */
  createGroupClusterGlobalWriteCustomZoneMapping(
    request: CreateGroupClusterGlobalWriteCustomZoneMappingRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<GeoSharding>;
  /** Map locations to zones of a global cluster. */
  createGroupClusterGlobalWriteCustomZoneMapping(
    request: CreateGroupClusterGlobalWriteCustomZoneMappingRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GeoSharding20240805>;
  /** Add a managed namespace to a global cluster. */
  createGroupClusterGlobalWriteManagedNamespace(
    request: CreateGroupClusterGlobalWriteManagedNamespaceRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<GeoSharding>;
  /** Add a managed namespace to a global cluster. */
  createGroupClusterGlobalWriteManagedNamespace(
    request: CreateGroupClusterGlobalWriteManagedNamespaceRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<GeoSharding>;
  /** Add a managed namespace to a global cluster. */
  createGroupClusterGlobalWriteManagedNamespace(
    request: CreateGroupClusterGlobalWriteManagedNamespaceRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GeoSharding20240805>;
  /** Build an index on a cluster one node after the other. */
  createGroupClusterIndexRollingIndex(
    request: CreateGroupClusterIndexRollingIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Record<string, never>>;
  /** Create an online archive of a collection. */
  createGroupClusterOnlineArchive(
    request: CreateGroupClusterOnlineArchiveRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupOnlineArchive>;
  /** Start a simulated overload of a cluster. */
  createGroupClusterOverloadSimulation(
    request: CreateGroupClusterOverloadSimulationRequest,
    options?: CallOptions<"preview">,
  ): Call<OverloadProtectionSimulationResponse>;
  /** Restore a legacy backup of a cluster. */
  createGroupClusterRestoreJob(
    request: CreateGroupClusterRestoreJobRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedRestoreJobView>;
  /** Give a cluster search nodes. */
  createGroupClusterSearchDeployment(
    request: CreateGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Create a search or vector search index on a collection. */
  createGroupClusterSearchIndex(
    request: CreateGroupClusterSearchIndexRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<SearchIndexResponse>;
  /** Create a network peering container in a project. */
  createGroupContainer(
    request: CreateGroupContainerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderContainer>;
  /** Create a role of a project for its databases. */
  createGroupCustomDbRoleRole(
    request: CreateGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
  /** Create a federated database instance in a project. */
  createGroupDataFederation(
    request: CreateGroupDataFederationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataLakeTenant>;
  /** Create a user of the databases of a project. */
  createGroupDatabaseUser(
    request: CreateGroupDatabaseUserRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudDatabaseUser>;
  /** Make a certificate for a database user. */
  createGroupDatabaseUserCert(
    request: CreateGroupDatabaseUserCertRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<string>;
  /** Create a private endpoint to the key service of a project. */
  createGroupEncryptionAtRestPrivateEndpoint(
    request: CreateGroupEncryptionAtRestPrivateEndpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EARPrivateEndpoint>;
  /** Create a flex cluster in a project. */
  createGroupFlexCluster(
    request: CreateGroupFlexClusterRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexClusterDescription20241113>;
  /** Restore a snapshot of a flex cluster. */
  createGroupFlexClusterBackupRestoreJob(
    request: CreateGroupFlexClusterBackupRestoreJobRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexBackupRestoreJob20241113>;
  /** Configure a third-party integration of a project. */
  createGroupIntegration(
    request: CreateGroupIntegrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedIntegrationView>;
  /**
   * Invite a person to a project.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use addGroupUsers instead.
   */
  createGroupInvite(
    request: CreateGroupInviteRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupInvitation>;
  /** Start a live migration into a cluster of a project. */
  createGroupLiveMigration(
    request: CreateGroupLiveMigrationRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<LiveMigrationResponse>;
  /** Create a log integration in a project. */
  createGroupLogIntegration(
    request: CreateGroupLogIntegrationRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<LogIntegrationResponse>;
  /** Create a remote MCP configuration in a project. */
  createGroupMcpConfig(
    request: CreateGroupMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<GroupMcpConfigResponse>;
  /** Create a secret for a remote MCP configuration of a project. */
  createGroupMcpConfigSecret(
    request: CreateGroupMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ServiceAccountSecret>;
  /** Create a metric integration in a project. */
  createGroupMetricIntegration(
    request: CreateGroupMetricIntegrationRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<MetricIntegrationResponse>;
  /** Create a network peering connection in a project. */
  createGroupPeer(
    request: CreateGroupPeerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BaseNetworkPeeringConnectionSettings>;
  /** Create a private endpoint service in a region of a cloud provider. */
  createGroupPrivateEndpointEndpointService(
    request: CreateGroupPrivateEndpointEndpointServiceRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EndpointService>;
  /** Add a private endpoint to a private endpoint service. */
  createGroupPrivateEndpointEndpointServiceEndpoint(
    request: CreateGroupPrivateEndpointEndpointServiceEndpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PrivateLinkEndpoint>;
  /** Register a private endpoint for the federated databases and online archives of a project. */
  createGroupPrivateNetworkSettingEndpointId(
    request: CreateGroupPrivateNetworkSettingEndpointIdRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedPrivateNetworkEndpointIdEntryView>;
  /** Turn on the export of a project's logs to a bucket. */
  createGroupPushBasedLogExport(
    request: CreateGroupPushBasedLogExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Make a service account in a project. */
  createGroupServiceAccount(
    request: CreateGroupServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GroupServiceAccount>;
  /** Add entries to the access list of a service account. */
  createGroupServiceAccountAccessList(
    request: CreateGroupServiceAccountAccessListRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<PaginatedServiceAccountIPAccessEntryView>;
  /** Make a secret for a service account. */
  createGroupServiceAccountSecret(
    request: CreateGroupServiceAccountSecretRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ServiceAccountSecret>;
  /** Link an active cluster to a standby cluster. */
  createGroupStandbyLink(
    request: CreateGroupStandbyLinkRequest,
    options?: CallOptions<"preview">,
  ): Call<ApiStandbyLinkResponse>;
  /** Fail over to the standby cluster of a link. */
  createGroupStandbyLinkFailover(
    request: CreateGroupStandbyLinkFailoverRequest,
    options?: CallOptions<"preview">,
  ): Call<ApiStandbyLinkFailoverResponse>;
  /** Add a connection to a stream workspace. */
  createGroupStreamConnection(
    request: CreateGroupStreamConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsConnection>;
  /** Add a failover connection in another region to a stream connection. */
  createGroupStreamConnectionFailoverConnection(
    request: CreateGroupStreamConnectionFailoverConnectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<StreamsFailoverConnection>;
  /** Create a private link for a project's stream processing. */
  createGroupStreamPrivateLinkConnection(
    request: CreateGroupStreamPrivateLinkConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsPrivateLinkConnection>;
  /** Create a stream processor in a workspace. */
  createGroupStreamProcessor(
    request: CreateGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<StreamsProcessor>;
  /** Create a stream workspace in a project. */
  createGroupStreamWorkspace(
    request: CreateGroupStreamWorkspaceRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsTenant>;
  /** Create an organization. */
  createOrg(request: CreateOrgRequest, options?: CallOptions<"2023-01-01">): Call<CreateOrganizationResponse>;
  /** Make an API key in an organization. */
  createOrgApiKey(
    request: CreateOrgApiKeyRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiKeyUserDetails>;
  /** Add entries to the access list of an API key. */
  createOrgApiKeyAccessListEntry(
    request: CreateOrgApiKeyAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedApiUserAccessListResponseView>;
  /** Start a query of the costs of an organization. */
  createOrgBillingCostExplorerUsageProcess(
    request: CreateOrgBillingCostExplorerUsageProcessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CostExplorerFilterResponseView>;
  /**
   * Invite a person to an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use createOrgUser instead.
   */
  createOrgInvite(
    request: CreateOrgInviteRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationInvitation>;
  /** Start a report on an invoice. */
  createOrgInvoiceReport(
    request: CreateOrgInvoiceReportRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<InvoiceReportResponse>;
  /** Create the token that links a source of live migrations to an organization. */
  createOrgLiveMigrationLinkToken(
    request: CreateOrgLiveMigrationLinkTokenRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<TargetOrg>;
  /** Create a remote MCP configuration in an organization. */
  createOrgMcpConfig(
    request: CreateOrgMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<OrgMcpConfigResponse>;
  /** Create a secret for a remote MCP configuration of an organization. */
  createOrgMcpConfigSecret(
    request: CreateOrgMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ServiceAccountSecret>;
  /** Create a resource policy of an organization. */
  createOrgResourcePolicy(
    request: CreateOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
  /** Create a sandbox configuration in an organization. */
  createOrgSandboxConfig(
    request: CreateOrgSandboxConfigRequest,
    options?: CallOptions<"preview">,
  ): Call<SandboxConfigResponse>;
  /** Make a service account in an organization. */
  createOrgServiceAccount(
    request: CreateOrgServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<OrgServiceAccount>;
  /** Add entries to the access list of a service account. */
  createOrgServiceAccountAccessList(
    request: CreateOrgServiceAccountAccessListRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<PaginatedServiceAccountIPAccessEntryView>;
  /** Make a secret for a service account. */
  createOrgServiceAccountSecret(
    request: CreateOrgServiceAccountSecretRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ServiceAccountSecret>;
  /** Create a team. */
  createOrgTeam(request: CreateOrgTeamRequest, options?: CallOptions<"2023-01-01">): Call<Team>;
  /** Invite a person to an organization. */
  createOrgUser(request: CreateOrgUserRequest, options?: CallOptions<"2025-02-19">): Call<OrgUserResponse>;
  /**
   * Create an account.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use createOrgUser instead.
   */
  createUser(request: CreateUserRequest, options?: CallOptions<"2023-01-01">): Call<CloudAppUser>;
  /** Cut over to the target cluster of a live migration. */
  cutoverGroupLiveMigration(
    request: CutoverGroupLiveMigrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** End access to an account at a cloud provider. */
  deauthorizeGroupCloudProviderAccessRole(
    request: DeauthorizeGroupCloudProviderAccessRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Defer maintenance by a week. */
  deferGroupMaintenanceWindow(
    request: DeferGroupMaintenanceWindowRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a federation. */
  deleteFederationSetting(
    request: DeleteFederationSettingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a role mapping of an organization. */
  deleteFederationSettingConnectedOrgConfigRoleMapping(
    request: DeleteFederationSettingConnectedOrgConfigRoleMappingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete an identity provider of a federation. */
  deleteFederationSettingIdentityProvider(
    request: DeleteFederationSettingIdentityProviderRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<undefined>;
  /** Delete a project. */
  deleteGroup(request: DeleteGroupRequest, options?: CallOptions<"2023-01-01">): Call<Record<string, never>>;
  /** Remove an address that the databases of a project may be reached from. */
  deleteGroupAccessListEntry(
    request: DeleteGroupAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete an AI model API key of a project. */
  deleteGroupAiModelApiKey(
    request: DeleteGroupAiModelApiKeyRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete an alert configuration of a project. */
  deleteGroupAlertConfig(
    request: DeleteGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Remove an export bucket from a project. */
  deleteGroupBackupExportBucket(
    request: DeleteGroupBackupExportBucketRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a private endpoint to object storage. */
  deleteGroupBackupPrivateEndpoint(
    request: DeleteGroupBackupPrivateEndpointRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<undefined>;
  /** Delete a cluster of a project. */
  deleteGroupCluster(
    request: DeleteGroupClusterRequest,
    options?: CallOptions<"2023-01-01" | "2023-02-01">,
  ): Call<Record<string, never>>;
  /**
   * Empty the schedule of a cluster's backups.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use deleteGroupClusterBackupSchedule in version 2024-08-05 instead.
   */
  deleteGroupClusterBackupSchedule(
    request: DeleteGroupClusterBackupScheduleRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotSchedule>;
  /** Empty the schedule of a cluster's backups. */
  deleteGroupClusterBackupSchedule(
    request: DeleteGroupClusterBackupScheduleRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<DiskBackupSnapshotSchedule20240805>;
  /** Delete a snapshot of a replica set. */
  deleteGroupClusterBackupSnapshot(
    request: DeleteGroupClusterBackupSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a snapshot of a sharded cluster. */
  deleteGroupClusterBackupSnapshotShardedCluster(
    request: DeleteGroupClusterBackupSnapshotShardedClusterRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /**
   * Delete a search index, by the older path.
   * @deprecated Since 2024-05-30. Removed on 2027-07-01. Use deleteGroupClusterSearchIndex instead.
   */
  deleteGroupClusterFtsIndex(
    request: DeleteGroupClusterFtsIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete the mapping of locations to zones of a global cluster. */
  deleteGroupClusterGlobalWriteCustomZoneMapping(
    request: DeleteGroupClusterGlobalWriteCustomZoneMappingRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<GeoSharding>;
  /** Delete the mapping of locations to zones of a global cluster. */
  deleteGroupClusterGlobalWriteCustomZoneMapping(
    request: DeleteGroupClusterGlobalWriteCustomZoneMappingRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<GeoSharding>;
  /** Delete the mapping of locations to zones of a global cluster. */
  deleteGroupClusterGlobalWriteCustomZoneMapping(
    request: DeleteGroupClusterGlobalWriteCustomZoneMappingRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GeoSharding20240805>;
  /** Delete a managed namespace of a global cluster. */
  deleteGroupClusterGlobalWriteManagedNamespaces(
    request: DeleteGroupClusterGlobalWriteManagedNamespacesRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<GeoSharding>;
  /** Delete a managed namespace of a global cluster. */
  deleteGroupClusterGlobalWriteManagedNamespaces(
    request: DeleteGroupClusterGlobalWriteManagedNamespacesRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<GeoSharding>;
  /** Delete a managed namespace of a global cluster. */
  deleteGroupClusterGlobalWriteManagedNamespaces(
    request: DeleteGroupClusterGlobalWriteManagedNamespacesRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GeoSharding20240805>;
  /** Delete an online archive of a cluster. */
  deleteGroupClusterOnlineArchive(
    request: DeleteGroupClusterOnlineArchiveRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Record<string, never>>;
  /** End a simulated overload of a cluster. */
  deleteGroupClusterOverloadSimulation(
    request: DeleteGroupClusterOverloadSimulationRequest,
    options?: CallOptions<"preview">,
  ): Call<Record<string, never>>;
  /** Delete the search nodes of a cluster. */
  deleteGroupClusterSearchDeployment(
    request: DeleteGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<undefined>;
  /** Delete a search index, chosen by id. */
  deleteGroupClusterSearchIndex(
    request: DeleteGroupClusterSearchIndexRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Delete a search index, chosen by name. */
  deleteGroupClusterSearchIndexByName(
    request: DeleteGroupClusterSearchIndexByNameRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Delete a legacy snapshot of a cluster. */
  deleteGroupClusterSnapshot(
    request: DeleteGroupClusterSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a network peering container of a project. */
  deleteGroupContainer(
    request: DeleteGroupContainerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete one of a project's own roles for its databases. */
  deleteGroupCustomDbRoleRole(
    request: DeleteGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a federated database instance of a project. */
  deleteGroupDataFederation(
    request: DeleteGroupDataFederationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Record<string, never>>;
  /** Delete a query limit of a federated database instance. */
  deleteGroupDataFederationLimit(
    request: DeleteGroupDataFederationLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a user of the databases of a project. */
  deleteGroupDatabaseUser(
    request: DeleteGroupDatabaseUserRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a flex cluster of a project. */
  deleteGroupFlexCluster(
    request: DeleteGroupFlexClusterRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<undefined>;
  /** Delete a third-party integration of a project. */
  deleteGroupIntegration(
    request: DeleteGroupIntegrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /**
   * Revoke a pending project invitation.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use removeGroupUser instead.
   */
  deleteGroupInvite(request: DeleteGroupInviteRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Put a limit of a project back to its default. */
  deleteGroupLimit(request: DeleteGroupLimitRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Delete a log integration of a project. */
  deleteGroupLogIntegration(
    request: DeleteGroupLogIntegrationRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a remote MCP configuration of a project. */
  deleteGroupMcpConfig(
    request: DeleteGroupMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a secret of a remote MCP configuration of a project. */
  deleteGroupMcpConfigSecret(
    request: DeleteGroupMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a metric integration of a project. */
  deleteGroupMetricIntegration(
    request: DeleteGroupMetricIntegrationRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<undefined>;
  /** Delete a network peering connection of a project. */
  deleteGroupPeer(
    request: DeleteGroupPeerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<RequestAccepted>;
  /** Delete a private endpoint service of a project. */
  deleteGroupPrivateEndpointEndpointService(
    request: DeleteGroupPrivateEndpointEndpointServiceRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Record<string, never>>;
  /** Remove a private endpoint from a private endpoint service. */
  deleteGroupPrivateEndpointEndpointServiceEndpoint(
    request: DeleteGroupPrivateEndpointEndpointServiceEndpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Remove a private endpoint for federated databases and online archives. */
  deleteGroupPrivateNetworkSettingEndpointId(
    request: DeleteGroupPrivateNetworkSettingEndpointIdRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Turn off the export of a project's logs to a bucket. */
  deleteGroupPushBasedLogExport(
    request: DeleteGroupPushBasedLogExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Remove a service account from a project. */
  deleteGroupServiceAccount(
    request: DeleteGroupServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Remove an entry from the access list of a service account. */
  deleteGroupServiceAccountAccessListEntry(
    request: DeleteGroupServiceAccountAccessListEntryRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Delete a secret of a service account. */
  deleteGroupServiceAccountSecret(
    request: DeleteGroupServiceAccountSecretRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Delete a standby link of a project. */
  deleteGroupStandbyLink(
    request: DeleteGroupStandbyLinkRequest,
    options?: CallOptions<"preview">,
  ): Call<undefined>;
  /** Delete a connection of a stream workspace. */
  deleteGroupStreamConnection(
    request: DeleteGroupStreamConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Delete a failover connection of a stream connection. */
  deleteGroupStreamConnectionFailoverConnection(
    request: DeleteGroupStreamConnectionFailoverConnectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a private link of a project's stream processing. */
  deleteGroupStreamPrivateLinkConnection(
    request: DeleteGroupStreamPrivateLinkConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Delete a stream processor. */
  deleteGroupStreamProcessor(
    request: DeleteGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Delete a VPC peering of a project's stream processing. */
  deleteGroupStreamVpcPeeringConnection(
    request: DeleteGroupStreamVpcPeeringConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Delete a stream workspace of a project. */
  deleteGroupStreamWorkspace(
    request: DeleteGroupStreamWorkspaceRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Delete how names of users become distinguished names. */
  deleteGroupUserSecurityLdapUserToDnMapping(
    request: DeleteGroupUserSecurityLdapUserToDnMappingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserSecurity>;
  /** Delete an organization. */
  deleteOrg(request: DeleteOrgRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Delete an API key. */
  deleteOrgApiKey(request: DeleteOrgApiKeyRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Remove an entry from the access list of an API key. */
  deleteOrgApiKeyAccessListEntry(
    request: DeleteOrgApiKeyAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /**
   * Revoke a pending organization invitation.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use removeOrgUser instead.
   */
  deleteOrgInvite(request: DeleteOrgInviteRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Delete the link between an organization and its source of live migrations. */
  deleteOrgLiveMigrationLinkTokens(
    request: DeleteOrgLiveMigrationLinkTokensRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Delete a remote MCP configuration of an organization. */
  deleteOrgMcpConfig(
    request: DeleteOrgMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a secret of a remote MCP configuration of an organization. */
  deleteOrgMcpConfigSecret(
    request: DeleteOrgMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Delete a resource policy of an organization. */
  deleteOrgResourcePolicy(
    request: DeleteOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<Record<string, never>>;
  /** Delete a sandbox configuration of an organization. */
  deleteOrgSandboxConfig(
    request: DeleteOrgSandboxConfigRequest,
    options?: CallOptions<"preview">,
  ): Call<undefined>;
  /** Delete a service account. */
  deleteOrgServiceAccount(
    request: DeleteOrgServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Remove an entry from the access list of a service account. */
  deleteOrgServiceAccountAccessListEntry(
    request: DeleteOrgServiceAccountAccessListEntryRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Delete a secret of a service account. */
  deleteOrgServiceAccountSecret(
    request: DeleteOrgServiceAccountSecretRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Delete a team. */
  deleteOrgTeam(request: DeleteOrgTeamRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Take away the policy that backups of a project comply with. */
  disableGroupBackupCompliancePolicy(
    request: DisableGroupBackupCompliancePolicyRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<undefined>;
  /** Have the threshold of slow operations managed no longer. */
  disableGroupManagedSlowMs(
    request: DisableGroupManagedSlowMsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Turn off the mode in which a project is reached through peering alone. */
  disableGroupPrivateIpModePeering(
    request: DisableGroupPrivateIpModePeeringRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PrivateIPModeView>;
  /** Delete the certificates of the customer's own authority. */
  disableGroupUserSecurityCustomerX509(
    request: DisableGroupUserSecurityCustomerX509Request,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserSecurity>;
  /** Download a log of a cluster's host. */
  downloadGroupClusterLog(
    request: DownloadGroupClusterLogRequest,
    options?: CallOptions<"2023-01-01" | "2023-02-01">,
  ): Call<Uint8Array>;
  /** Download the query log of a cluster's online archives. */
  downloadGroupClusterOnlineArchiveQueryLogs(
    request: DownloadGroupClusterOnlineArchiveQueryLogsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Uint8Array>;
  /** Download the query log of a federated database instance. */
  downloadGroupDataFederationQueryLogs(
    request: DownloadGroupDataFederationQueryLogsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Uint8Array>;
  /** Have a snapshot of a flex cluster made ready for download. */
  downloadGroupFlexClusterBackup(
    request: DownloadGroupFlexClusterBackupRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexBackupRestoreJob20241113>;
  /** Download the audit log of a stream workspace. */
  downloadGroupStreamAuditLogs(
    request: DownloadGroupStreamAuditLogsRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Uint8Array>;
  /** Download the operational log of a stream workspace. */
  downloadGroupStreamOperationalLogs(
    request: DownloadGroupStreamOperationalLogsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<Uint8Array>;
  /** Have the threshold of slow operations managed. */
  enableGroupManagedSlowMs(
    request: EnableGroupManagedSlowMsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** End the simulated outage of a cluster's regions. */
  endGroupClusterOutageSimulation(
    request: EndGroupClusterOutageSimulationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterOutageSimulation>;
  /** Get the cluster that a sandbox configuration would create in a project. */
  generateGroupSandboxClusterDescription(
    request: GenerateGroupSandboxClusterDescriptionRequest,
    options?: CallOptions<"preview">,
  ): Call<ClusterDescription20240805>;
  /** Create a report on an invoice and download it at once. */
  generateOrgInvoiceAndDownloadReport(
    request: GenerateOrgInvoiceAndDownloadReportRequest,
    options?: CallOptions<"preview">,
  ): Call<Uint8Array>;
  /** Get a limit that projects have by default. */
  getDefaultGroupLimit(
    request: GetDefaultGroupLimitRequest,
    options?: CallOptions<"preview">,
  ): Call<DefaultGroupLimitResponse>;
  /** Get the version of MongoDB of new clusters. */
  getDefaultMongoDbMajorVersion(request?: Record<string, never>, options?: CallOptions<never>): Call<string>;
  /** Get how an organization is connected to its federation. */
  getFederationSettingConnectedOrgConfig(
    request: GetFederationSettingConnectedOrgConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ConnectedOrgConfig>;
  /** Get a role mapping of an organization. */
  getFederationSettingConnectedOrgConfigRoleMapping(
    request: GetFederationSettingConnectedOrgConfigRoleMappingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AuthFederationRoleMapping>;
  /** Get an identity provider of a federation. */
  getFederationSettingIdentityProvider(
    request: GetFederationSettingIdentityProviderRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<FederationIdentityProvider>;
  /** Get what a SAML provider must know of the service. */
  getFederationSettingIdentityProviderMetadata(
    request: GetFederationSettingIdentityProviderMetadataRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<string>;
  /** Get a project. */
  getGroup(request: GetGroupRequest, options?: CallOptions<"2023-01-01">): Call<Group>;
  /** Get an address that the databases of a project may be reached from. */
  getGroupAccessListEntry(
    request: GetGroupAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<NetworkPermissionEntry>;
  /** Get whether an entry of the access list is in force. */
  getGroupAccessListStatus(
    request: GetGroupAccessListStatusRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<NetworkPermissionEntryStatus>;
  /** Get a link to the activity feed of a project. */
  getGroupActivityFeed(
    request: GetGroupActivityFeedRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ActivityFeedLinkResponse>;
  /** Get the rate limits of an AI model group in a project. */
  getGroupAiModelApiCloudGeographyModelGroupNameRateLimits(
    request: GetGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelRateLimitResponse>;
  /** Get an AI model API key of a project. */
  getGroupAiModelApiKey(
    request: GetGroupAiModelApiKeyRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelApiKeyResponse>;
  /** List the rate limits of all AI model groups in a project. */
  getGroupAiModelApiRateLimits(
    request: GetGroupAiModelApiRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedAtlasAiModelRateLimitsResponse, AiModelRateLimitResponse>;
  /** Get an alert of a project. */
  getGroupAlert(
    request: GetGroupAlertRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AlertViewForNdsGroup>;
  /** List the alert configurations that opened an alert. */
  getGroupAlertAlertConfigs(
    request: GetGroupAlertAlertConfigsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAlertConfigView, GroupAlertsConfig>;
  /** Get an alert configuration of a project. */
  getGroupAlertConfig(
    request: GetGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupAlertsConfig>;
  /** List the open alerts of an alert configuration. */
  getGroupAlertConfigAlerts(
    request: GetGroupAlertConfigAlertsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAlertView, AlertViewForNdsGroup>;
  /** Get what the databases of a project write into their audit logs. */
  getGroupAuditLog(request: GetGroupAuditLogRequest, options?: CallOptions<"2023-01-01">): Call<AuditLog>;
  /** Get whether clusters at AWS have names of their own. */
  getGroupAwsCustomDns(
    request: GetGroupAwsCustomDnsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AWSCustomDNSEnabledView>;
  /**
   * Get the policy that backups of a project comply with.
   * @deprecated Since 2023-10-01. Removed on 2027-07-01. Use getGroupBackupCompliancePolicy in version 2023-10-01 instead.
   */
  getGroupBackupCompliancePolicy(
    request: GetGroupBackupCompliancePolicyRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DataProtectionSettings>;
  /** Get the policy that backups of a project comply with. */
  getGroupBackupCompliancePolicy(
    request: GetGroupBackupCompliancePolicyRequest,
    options?: CallOptions<"2023-10-01">,
  ): Call<DataProtectionSettings20231001>;
  /** Get an export bucket of a project. */
  getGroupBackupExportBucket(
    request: GetGroupBackupExportBucketRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotAWSExportBucketResponse>;
  /** Get an export bucket of a project. */
  getGroupBackupExportBucket(
    request: GetGroupBackupExportBucketRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<DiskBackupSnapshotExportBucketResponse>;
  /** Get a private endpoint to object storage. */
  getGroupBackupPrivateEndpoint(
    request: GetGroupBackupPrivateEndpointRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<ObjectStoragePrivateEndpointResponse>;
  /** Get a project by its name. */
  getGroupByName(request: GetGroupByNameRequest, options?: CallOptions<"2023-01-01">): Call<Group>;
  /** Get a project's access to an account at a cloud provider. */
  getGroupCloudProviderAccess(
    request: GetGroupCloudProviderAccessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderAccessRole>;
  /**
   * Get a cluster of a project.
   * @deprecated Since 2023-02-01. Removed on 2027-07-01. Use getGroupCluster in version 2024-08-05 instead.
   */
  getGroupCluster(
    request: GetGroupClusterRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<LegacyAtlasCluster>;
  /**
   * Get a cluster of a project.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use getGroupCluster in version 2024-08-05 instead.
   */
  getGroupCluster(
    request: GetGroupClusterRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<AdvancedClusterDescription>;
  /** Get a cluster of a project. */
  getGroupCluster(
    request: GetGroupClusterRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ClusterDescription20240805>;
  /** Get a legacy backup checkpoint of a cluster. */
  getGroupClusterBackupCheckpoint(
    request: GetGroupClusterBackupCheckpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiAtlasCheckpointView>;
  /** Get a snapshot export of a cluster. */
  getGroupClusterBackupExport(
    request: GetGroupClusterBackupExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupExportJob>;
  /** Get a restore job of a cluster. */
  getGroupClusterBackupRestoreJob(
    request: GetGroupClusterBackupRestoreJobRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotRestoreJob>;
  /**
   * Get when backups of a cluster are made.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use getGroupClusterBackupSchedule in version 2024-08-05 instead.
   */
  getGroupClusterBackupSchedule(
    request: GetGroupClusterBackupScheduleRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotSchedule>;
  /** Get when backups of a cluster are made. */
  getGroupClusterBackupSchedule(
    request: GetGroupClusterBackupScheduleRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<DiskBackupSnapshotSchedule20240805>;
  /** Get a snapshot of a replica set. */
  getGroupClusterBackupSnapshot(
    request: GetGroupClusterBackupSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupReplicaSet>;
  /** Get a database in a snapshot. */
  getGroupClusterBackupSnapshotDatabase(
    request: GetGroupClusterBackupSnapshotDatabaseRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<DiskBackupDatabaseResponse>;
  /** Get a collection of a database in a snapshot. */
  getGroupClusterBackupSnapshotDatabaseCollection(
    request: GetGroupClusterBackupSnapshotDatabaseCollectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<DiskBackupCollectionResponse>;
  /** Get a snapshot of a sharded cluster, with the snapshots of its shards. */
  getGroupClusterBackupSnapshotShardedCluster(
    request: GetGroupClusterBackupSnapshotShardedClusterRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupShardedClusterSnapshot>;
  /** List the ranked namespaces in the collection metrics of a cluster. */
  getGroupClusterCollStatNamespaces(
    request: GetGroupClusterCollStatNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<CollStatsRankedNamespacesView>;
  /** Get a collection restore job of a cluster. */
  getGroupClusterCollectionRestoreJob(
    request: GetGroupClusterCollectionRestoreJobRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ApiAtlasCollectionRestoreJobResponse>;
  /** Get the progress of one collection in a collection restore job. */
  getGroupClusterCollectionRestoreJobCollection(
    request: GetGroupClusterCollectionRestoreJobCollectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ApiAtlasCollectionRestoreCollectionStateResponse>;
  /**
   * Get a search index, in the older form.
   * @deprecated Since 2024-05-30. Removed on 2027-07-01. Use getGroupClusterSearchIndex instead.
   */
  getGroupClusterFtsIndex(
    request: GetGroupClusterFtsIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterSearchIndex>;
  /**
   * Get the managed namespaces and own zones of a cluster.
   * @deprecated Since 2023-02-01. Removed on 2027-07-01. Use getGroupClusterGlobalWrites in version 2024-08-05 instead.
   */
  getGroupClusterGlobalWrites(
    request: GetGroupClusterGlobalWritesRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<GeoSharding>;
  /**
   * Get the managed namespaces and own zones of a cluster.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use getGroupClusterGlobalWrites in version 2024-08-05 instead.
   */
  getGroupClusterGlobalWrites(
    request: GetGroupClusterGlobalWritesRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<GeoSharding>;
  /** Get the managed namespaces and own zones of a cluster. */
  getGroupClusterGlobalWrites(
    request: GetGroupClusterGlobalWritesRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GeoSharding20240805>;
  /** Get an online archive of a cluster. */
  getGroupClusterOnlineArchive(
    request: GetGroupClusterOnlineArchiveRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupOnlineArchive>;
  /** Get the simulated outage of a cluster's regions. */
  getGroupClusterOutageSimulation(
    request: GetGroupClusterOutageSimulationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterOutageSimulation>;
  /** Get a simulated overload of a cluster. */
  getGroupClusterOverloadSimulation(
    request: GetGroupClusterOverloadSimulationRequest,
    options?: CallOptions<"preview">,
  ): Call<OverloadProtectionSimulationResponse>;
  /**
   * Get the advanced configuration of a cluster.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use getGroupClusterProcessArgs in version 2024-08-05 instead.
   */
  getGroupClusterProcessArgs(
    request: GetGroupClusterProcessArgsRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<ClusterDescriptionProcessArgs>;
  /** Get the advanced configuration of a cluster. */
  getGroupClusterProcessArgs(
    request: GetGroupClusterProcessArgsRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ClusterDescriptionProcessArgs20240805>;
  /** Get a query shape of a cluster. */
  getGroupClusterQueryShape(
    request: GetGroupClusterQueryShapeRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<QueryShapeResponse>;
  /** Get the statistics of a query shape in detail. */
  getGroupClusterQueryShapeInsightDetails(
    request: GetGroupClusterQueryShapeInsightDetailsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<QueryStatsDetailsResponse>;
  /** Get a legacy restore job of a cluster. */
  getGroupClusterRestoreJob(
    request: GetGroupClusterRestoreJobRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupRestoreJob>;
  /** Get the search nodes of a cluster. */
  getGroupClusterSearchDeployment(
    request: GetGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30" | "2025-03-12">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Get a search index, chosen by id. */
  getGroupClusterSearchIndex(
    request: GetGroupClusterSearchIndexRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<SearchIndexResponse>;
  /** Get a search index, chosen by name. */
  getGroupClusterSearchIndexByName(
    request: GetGroupClusterSearchIndexByNameRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<SearchIndexResponse>;
  /** Get a legacy snapshot of a cluster. */
  getGroupClusterSnapshot(
    request: GetGroupClusterSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupSnapshot>;
  /** Get the schedule of a cluster's legacy snapshots. */
  getGroupClusterSnapshotSchedule(
    request: GetGroupClusterSnapshotScheduleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiAtlasSnapshotScheduleView>;
  /** Get whether the SQL interface of a cluster is on. */
  getGroupClusterSqlInterface(
    request: GetGroupClusterSqlInterfaceRequest,
    options?: CallOptions<"preview">,
  ): Call<SqlInterfaceStatusResponse>;
  /** Get whether changes have reached a cluster. */
  getGroupClusterStatus(
    request: GetGroupClusterStatusRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterStatus>;
  /** Get a network peering container of a project. */
  getGroupContainer(
    request: GetGroupContainerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderContainer>;
  /** Get one of a project's own roles for its databases. */
  getGroupCustomDbRoleRole(
    request: GetGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
  /** Get a federated database instance of a project. */
  getGroupDataFederation(
    request: GetGroupDataFederationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataLakeTenant>;
  /** Get a query limit of a federated database instance. */
  getGroupDataFederationLimit(
    request: GetGroupDataFederationLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataFederationTenantQueryLimit>;
  /** Get a user of the databases of a project. */
  getGroupDatabaseUser(
    request: GetGroupDatabaseUserRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudDatabaseUser>;
  /** List who logged in to a cluster of a project. */
  getGroupDbAccessHistoryCluster(
    request: GetGroupDbAccessHistoryClusterRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MongoDBAccessLogsList>;
  /** List who logged in to a host of a project. */
  getGroupDbAccessHistoryProcess(
    request: GetGroupDbAccessHistoryProcessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MongoDBAccessLogsList>;
  /** Get the keys of a project for encryption at rest. */
  getGroupEncryptionAtRest(
    request: GetGroupEncryptionAtRestRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EncryptionAtRest>;
  /** Get a private endpoint to the key service of a project. */
  getGroupEncryptionAtRestPrivateEndpoint(
    request: GetGroupEncryptionAtRestPrivateEndpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EARPrivateEndpoint>;
  /** Get an event of a project. */
  getGroupEvent(
    request: GetGroupEventRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EventViewForNdsGroup>;
  /** Get a flex cluster of a project. */
  getGroupFlexCluster(
    request: GetGroupFlexClusterRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexClusterDescription20241113>;
  /** Get a restore job of a flex cluster. */
  getGroupFlexClusterBackupRestoreJob(
    request: GetGroupFlexClusterBackupRestoreJobRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexBackupRestoreJob20241113>;
  /** Get a snapshot of a flex cluster. */
  getGroupFlexClusterBackupSnapshot(
    request: GetGroupFlexClusterBackupSnapshotRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexBackupSnapshot20241113>;
  /** Get the measurements of a search index. */
  getGroupHostFtsMetricIndexMeasurements(
    request: GetGroupHostFtsMetricIndexMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MeasurementsIndexes>;
  /** Get a third-party integration of a project. */
  getGroupIntegration(
    request: GetGroupIntegrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ThirdPartyIntegration>;
  /**
   * Get a pending project invitation.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use getGroupUser instead.
   */
  getGroupInvite(request: GetGroupInviteRequest, options?: CallOptions<"2023-01-01">): Call<GroupInvitation>;
  /** Get the IP addresses of a project. */
  getGroupIpAddresses(
    request: GetGroupIpAddressesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupIPAddresses>;
  /** Get a limit of a project. */
  getGroupLimit(
    request: GetGroupLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataFederationLimit>;
  /** Get a live migration of a project. */
  getGroupLiveMigration(
    request: GetGroupLiveMigrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LiveMigrationResponse>;
  /** Get the result of a live migration check. */
  getGroupLiveMigrationValidateStatus(
    request: GetGroupLiveMigrationValidateStatusRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LiveImportValidation>;
  /** Get a log integration of a project. */
  getGroupLogIntegration(
    request: GetGroupLogIntegrationRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<LogIntegrationResponse>;
  /** Get when maintenance may be done. */
  getGroupMaintenanceWindow(
    request: GetGroupMaintenanceWindowRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupMaintenanceWindow>;
  /** Get whether the threshold of slow operations is managed. */
  getGroupManagedSlowMs(
    request: GetGroupManagedSlowMsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<boolean>;
  /** Get a remote MCP configuration of a project. */
  getGroupMcpConfig(
    request: GetGroupMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<GroupMcpConfigResponse>;
  /** Get a secret of a remote MCP configuration of a project. */
  getGroupMcpConfigSecret(
    request: GetGroupMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ServiceAccountSecret>;
  /** Get a metric integration of a project. */
  getGroupMetricIntegration(
    request: GetGroupMetricIntegrationRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<MetricIntegrationResponse>;
  /** List the MongoDB versions of a project. */
  getGroupMongoDbVersions(
    request: GetGroupMongoDbVersionsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAvailableVersionView, MdbAvailableVersion>;
  /** Get a network peering connection of a project. */
  getGroupPeer(
    request: GetGroupPeerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BaseNetworkPeeringConnectionSettings>;
  /** Get a private endpoint service of a project. */
  getGroupPrivateEndpointEndpointService(
    request: GetGroupPrivateEndpointEndpointServiceRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EndpointService>;
  /** Get a private endpoint of a private endpoint service. */
  getGroupPrivateEndpointEndpointServiceEndpoint(
    request: GetGroupPrivateEndpointEndpointServiceEndpointRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PrivateLinkEndpoint>;
  /** Get whether private endpoints are regional. */
  getGroupPrivateEndpointRegionalMode(
    request: GetGroupPrivateEndpointRegionalModeRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ProjectSettingItemView>;
  /** Get a private endpoint for federated databases and online archives. */
  getGroupPrivateNetworkSettingEndpointId(
    request: GetGroupPrivateNetworkSettingEndpointIdRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PrivateNetworkEndpointIdEntry>;
  /** Get a MongoDB process of a project. */
  getGroupProcess(
    request: GetGroupProcessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiHostView_Atlas>;
  /** List the ranked namespaces in the collection metrics of a process. */
  getGroupProcessCollStatNamespaces(
    request: GetGroupProcessCollStatNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<CollStatsRankedNamespacesView>;
  /** Get a database of a MongoDB process. */
  getGroupProcessDatabase(
    request: GetGroupProcessDatabaseRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MesurementsDatabase>;
  /** Get the measurements of a database. */
  getGroupProcessDatabaseMeasurements(
    request: GetGroupProcessDatabaseMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiMeasurementsGeneralView_Atlas>;
  /** Get a disk partition of a MongoDB process. */
  getGroupProcessDisk(
    request: GetGroupProcessDiskRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MeasurementDiskPartition>;
  /** Get the measurements of a disk partition. */
  getGroupProcessDiskMeasurements(
    request: GetGroupProcessDiskMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiMeasurementsGeneralView_Atlas>;
  /** Get the measurements of a MongoDB process. */
  getGroupProcessMeasurements(
    request: GetGroupProcessMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiMeasurementsGeneralView_Atlas>;
  /** Get the export of a project's logs to a bucket. */
  getGroupPushBasedLogExport(
    request: GetGroupPushBasedLogExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PushBasedLogExportProject>;
  /** Get the state of a sample data load. */
  getGroupSampleDatasetLoad(
    request: GetGroupSampleDatasetLoadRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<SampleDatasetStatus>;
  /** Get a serverless instance of a project. */
  getGroupServerlessInstance(
    request: GetGroupServerlessInstanceRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ServerlessInstanceDescription>;
  /** Get a service account of a project. */
  getGroupServiceAccount(
    request: GetGroupServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GroupServiceAccount>;
  /** Get the settings of a project. */
  getGroupSettings(
    request: GetGroupSettingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupSettings>;
  /** Get a standby link of a project. */
  getGroupStandbyLink(
    request: GetGroupStandbyLinkRequest,
    options?: CallOptions<"preview">,
  ): Call<ApiStandbyLinkResponse>;
  /** Get a failover of a standby link. */
  getGroupStandbyLinkFailover(
    request: GetGroupStandbyLinkFailoverRequest,
    options?: CallOptions<"preview">,
  ): Call<ApiStandbyLinkFailoverResponse>;
  /** Get the cloud account that runs a project's stream processing in a region. */
  getGroupStreamAccountDetails(
    request: GetGroupStreamAccountDetailsRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<AccountDetails>;
  /** Get a connection of a stream workspace. */
  getGroupStreamConnection(
    request: GetGroupStreamConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsConnection>;
  /** Get a failover connection of a stream connection. */
  getGroupStreamConnectionFailoverConnection(
    request: GetGroupStreamConnectionFailoverConnectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<StreamsFailoverConnection>;
  /** Get a private link of a project's stream processing. */
  getGroupStreamPrivateLinkConnection(
    request: GetGroupStreamPrivateLinkConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsPrivateLinkConnection>;
  /** Get a stream processor, with its statistics. */
  getGroupStreamProcessor(
    request: GetGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<StreamsProcessorWithStats>;
  /** List the stream processors of a workspace, with their statistics. */
  getGroupStreamProcessors(
    request: GetGroupStreamProcessorsRequest,
    options?: CallOptions<"2024-05-30">,
  ): ListCall<PaginatedApiStreamsStreamProcessorWithStatsView, StreamsProcessorWithStats>;
  /** Get a stream workspace of a project. */
  getGroupStreamWorkspace(
    request: GetGroupStreamWorkspaceRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsTenant>;
  /** Get a team of a project. */
  getGroupTeam(request: GetGroupTeamRequest, options?: CallOptions<"2023-01-01">): Call<TeamRole>;
  /** Get one person of a project. */
  getGroupUser(request: GetGroupUserRequest, options?: CallOptions<"2025-02-19">): Call<GroupUserResponse>;
  /** Get how the databases of a project know users beside passwords. */
  getGroupUserSecurity(
    request: GetGroupUserSecurityRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserSecurity>;
  /** Get how the connection to a directory went. */
  getGroupUserSecurityLdapVerify(
    request: GetGroupUserSecurityLdapVerifyRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LDAPVerifyConnectivityJobRequest>;
  /** Get the address of the caller. */
  getIpInfo(request?: Record<string, never>, options?: CallOptions<never>): Call<IpInfo>;
  /** Get an organization. */
  getOrg(request: GetOrgRequest, options?: CallOptions<"2023-01-01">): Call<AtlasOrganization>;
  /** Get a link to the activity feed of an organization. */
  getOrgActivityFeed(
    request: GetOrgActivityFeedRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ActivityFeedLinkResponse>;
  /** Get the rate limits of an AI model group in an organization. */
  getOrgAiModelApiCloudGeographyModelGroupNameRateLimits(
    request: GetOrgAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelRateLimitResponse>;
  /** Get an AI model API key of any project in an organization. */
  getOrgAiModelApiKey(
    request: GetOrgAiModelApiKeyRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelApiKeyResponse>;
  /** List the rate limits of all AI model groups in an organization. */
  getOrgAiModelApiRateLimits(
    request: GetOrgAiModelApiRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedAtlasAiModelRateLimitsResponse, AiModelRateLimitResponse>;
  /** Get an API key. */
  getOrgApiKey(request: GetOrgApiKeyRequest, options?: CallOptions<"2023-01-01">): Call<ApiKeyUserDetails>;
  /** Get an entry of the access list of an API key. */
  getOrgApiKeyAccessListEntry(
    request: GetOrgApiKeyAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserAccessListResponse>;
  /** List the invoices of an organization and of those linked to it for a month. */
  getOrgAssociatedInvoices(
    request: GetOrgAssociatedInvoicesRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<OrgAssociatedInvoiceResponse>;
  /** Get the result of a cost query of an organization. */
  getOrgBillingCostExplorerUsage(
    request: GetOrgBillingCostExplorerUsageRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CostExplorerQueryResult>;
  /** Get the delegation settings of an organization. */
  getOrgDelegationSettings(
    request: GetOrgDelegationSettingsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<OrgDelegationSettingsResponse>;
  /** Get an event of an organization. */
  getOrgEvent(request: GetOrgEventRequest, options?: CallOptions<"2023-01-01">): Call<EventViewForOrg>;
  /** Get the federation of an organization. */
  getOrgFederationSettings(
    request: GetOrgFederationSettingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrgFederationSettings>;
  /** List the projects of an organization. */
  getOrgGroups(
    request: GetOrgGroupsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAtlasGroupView, Group>;
  /**
   * Get a pending organization invitation.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use getOrgUser instead.
   */
  getOrgInvite(
    request: GetOrgInviteRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationInvitation>;
  /** Get an invoice of an organization. */
  getOrgInvoice(request: GetOrgInvoiceRequest, options?: CallOptions<"2023-01-01">): Call<BillingInvoice>;
  /** Download an invoice of an organization as CSV. */
  getOrgInvoiceCsv(request: GetOrgInvoiceCsvRequest, options?: CallOptions<"2023-01-01">): Call<string>;
  /** Get a report on an invoice. */
  getOrgInvoiceReport(
    request: GetOrgInvoiceReportRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<InvoiceReportResponse>;
  /** Get the maintenance settings of an organization. */
  getOrgMaintenanceSettings(
    request: GetOrgMaintenanceSettingsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<OrganizationMaintenanceSettingsResponse>;
  /** Get a remote MCP configuration of an organization. */
  getOrgMcpConfig(
    request: GetOrgMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<OrgMcpConfigResponse>;
  /** Get a secret of a remote MCP configuration of an organization. */
  getOrgMcpConfigSecret(
    request: GetOrgMcpConfigSecretRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ServiceAccountSecret>;
  /** List what the resource policies of an organization forbid. */
  getOrgNonCompliantResources(
    request: GetOrgNonCompliantResourcesRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<ApiAtlasNonCompliantResourceView[], ApiAtlasNonCompliantResourceView>;
  /** Get a resource policy of an organization. */
  getOrgResourcePolicy(
    request: GetOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
  /** Get a sandbox configuration of an organization. */
  getOrgSandboxConfig(
    request: GetOrgSandboxConfigRequest,
    options?: CallOptions<"preview">,
  ): Call<SandboxConfigResponse>;
  /** Get a service account of an organization. */
  getOrgServiceAccount(
    request: GetOrgServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<OrgServiceAccount>;
  /** List the projects of a service account. */
  getOrgServiceAccountGroups(
    request: GetOrgServiceAccountGroupsRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedServiceAccountGroup, ServiceAccountGroup>;
  /** Get the settings of an organization. */
  getOrgSettings(
    request: GetOrgSettingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationSettings>;
  /** Get a team. */
  getOrgTeam(request: GetOrgTeamRequest, options?: CallOptions<"2023-01-01">): Call<TeamResponse>;
  /** Get a team by its name. */
  getOrgTeamByName(request: GetOrgTeamByNameRequest, options?: CallOptions<"2023-01-01">): Call<TeamResponse>;
  /** Get one person of an organization. */
  getOrgUser(request: GetOrgUserRequest, options?: CallOptions<"2025-02-19">): Call<OrgUserResponse>;
  /** Get a rate limit. */
  getRateLimit(
    request: GetRateLimitRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<RateLimitEndpointSetResponse>;
  /** Get the version of the server. */
  getServiceVersion(request?: Record<string, never>, options?: CallOptions<never>): Call<string>;
  /** Get a SKU. */
  getSku(request: GetSkuRequest, options?: CallOptions<"2025-03-12">): Call<SkuResponse>;
  /** Get the status of the server and of who asks. */
  getSystemStatus(request?: GetSystemStatusRequest, options?: CallOptions<"2023-01-01">): Call<SystemStatus>;
  /**
   * Get an account by its id.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use getOrgUser instead.
   */
  getUser(request: GetUserRequest, options?: CallOptions<"2023-01-01">): Call<CloudAppUser>;
  /**
   * Get an account by its address.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgUsers instead.
   */
  getUserByName(request: GetUserByNameRequest, options?: CallOptions<"2023-01-01">): Call<CloudAppUser>;
  /** Grant MongoDB employees access to a cluster for a time. */
  grantGroupClusterMongoDbEmployeeAccess(
    request: GrantGroupClusterMongoDbEmployeeAccessRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Get how long a failover to the standby cluster would take, and how much it would lose. */
  inspectGroupStandbyLinkFailoverReadiness(
    request: InspectGroupStandbyLinkFailoverReadinessRequest,
    options?: CallOptions<"preview">,
  ): Call<ApiStandbyLinkFailoverReadinessResponse>;
  /** Add a service account to a project. */
  inviteGroupServiceAccount(
    request: InviteGroupServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GroupServiceAccount>;
  /** List what alert configurations can be narrowed by. */
  listAlertConfigMatcherFieldNames(
    request?: ListAlertConfigMatcherFieldNamesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<MatcherFieldView[], MatcherFieldView>;
  /** List the clusters of all projects. */
  listClusterDetails(
    request?: ListClusterDetailsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedOrgGroupView, OrgGroup>;
  /** List the addresses of the control plane. */
  listControlPlaneIpAddresses(
    request?: Record<string, never>,
    options?: CallOptions<"2023-11-15">,
  ): Call<ControlPlaneIPAddresses>;
  /** List the limits that projects have by default. */
  listDefaultGroupLimits(
    request?: ListDefaultGroupLimitsRequest,
    options?: CallOptions<"preview">,
  ): ListCall<PaginatedDefaultGroupLimitResponse, DefaultGroupLimitResponse>;
  /** List who calls what ends. */
  listDeprecatedCalls(
    request: ListDeprecatedCallsRequest,
    options?: CallOptions<never>,
  ): Call<DeprecatedCallList>;
  /** List the types of events. */
  listEventTypes(
    request?: ListEventTypesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedEventTypeDetailsResponse, EventTypeDetails>;
  /** List the role mappings of an organization. */
  listFederationSettingConnectedOrgConfigRoleMappings(
    request: ListFederationSettingConnectedOrgConfigRoleMappingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedRoleMappingView, AuthFederationRoleMapping>;
  /** List the organizations that are connected to a federation. */
  listFederationSettingConnectedOrgConfigs(
    request: ListFederationSettingConnectedOrgConfigsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedConnectedOrgConfigsView, ConnectedOrgConfig>;
  /** List the identity providers of a federation. */
  listFederationSettingIdentityProviders(
    request: ListFederationSettingIdentityProvidersRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedFederationIdentityProvider, FederationIdentityProvider>;
  /** List the addresses that the databases of a project may be reached from. */
  listGroupAccessListEntries(
    request: ListGroupAccessListEntriesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedNetworkAccessView, NetworkPermissionEntry>;
  /** List the AI model API keys of a project. */
  listGroupAiModelApiKeys(
    request: ListGroupAiModelApiKeysRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedAtlasAiModelApiKeysResponse, AiModelApiKeyResponse>;
  /** List the alert configurations of a project. */
  listGroupAlertConfigs(
    request: ListGroupAlertConfigsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAlertConfigView, GroupAlertsConfig>;
  /** List the alerts of a project. */
  listGroupAlerts(
    request: ListGroupAlertsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAlertView, AlertViewForNdsGroup>;
  /** List the API keys of a project. */
  listGroupApiKeys(
    request: ListGroupApiKeysRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiApiUserView, ApiKeyUserDetails>;
  /** List the export buckets of a project. */
  listGroupBackupExportBuckets(
    request: ListGroupBackupExportBucketsRequest,
    options: VersionOptions<"2023-01-01">,
  ): ListCall<PaginatedBackupSnapshotExportBucketView, DiskBackupSnapshotAWSExportBucketResponse>;
  /** List the export buckets of a project. */
  listGroupBackupExportBuckets(
    request: ListGroupBackupExportBucketsRequest,
    options?: CallOptions<"2024-05-30">,
  ): ListCall<PaginatedBackupSnapshotExportBucketsView, DiskBackupSnapshotExportBucketResponse>;
  /** List the private endpoints to object storage of a project at a cloud provider. */
  listGroupBackupPrivateEndpoints(
    request: ListGroupBackupPrivateEndpointsRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<
    PaginatedApiAtlasObjectStoragePrivateEndpointResponseView,
    ObjectStoragePrivateEndpointResponse
  >;
  /** List a project's access to accounts at cloud providers. */
  listGroupCloudProviderAccess(
    request: ListGroupCloudProviderAccessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderAccessRoles>;
  /** List the legacy backup checkpoints of a cluster. */
  listGroupClusterBackupCheckpoints(
    request: ListGroupClusterBackupCheckpointsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasCheckpointView, ApiAtlasCheckpointView>;
  /** List the snapshot exports of a cluster. */
  listGroupClusterBackupExports(
    request: ListGroupClusterBackupExportsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasDiskBackupExportJobView, DiskBackupExportJob>;
  /** List the restore jobs of a cluster. */
  listGroupClusterBackupRestoreJobs(
    request: ListGroupClusterBackupRestoreJobsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedCloudBackupRestoreJobView, DiskBackupSnapshotRestoreJob>;
  /** List the collections of a database in a snapshot. */
  listGroupClusterBackupSnapshotDatabaseCollections(
    request: ListGroupClusterBackupSnapshotDatabaseCollectionsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedApiAtlasDiskBackupCollectionView, DiskBackupCollectionResponse>;
  /** List the databases in a snapshot. */
  listGroupClusterBackupSnapshotDatabases(
    request: ListGroupClusterBackupSnapshotDatabasesRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedApiAtlasDiskBackupDatabaseView, DiskBackupDatabaseResponse>;
  /** List the snapshots of a sharded cluster. */
  listGroupClusterBackupSnapshotShardedClusters(
    request: ListGroupClusterBackupSnapshotShardedClustersRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedCloudBackupShardedClusterSnapshotView, DiskBackupShardedClusterSnapshot>;
  /** List the snapshots of a replica set. */
  listGroupClusterBackupSnapshots(
    request: ListGroupClusterBackupSnapshotsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedCloudBackupReplicaSetView, DiskBackupReplicaSet>;
  /** List the latency measurements of a collection on a cluster. */
  listGroupClusterCollStatMeasurements(
    request: ListGroupClusterCollStatMeasurementsRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<MeasurementsCollStatsLatencyCluster>;
  /** List the namespaces pinned for collection metrics of a cluster. */
  listGroupClusterCollStatPinnedNamespaces(
    request: ListGroupClusterCollStatPinnedNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<PinnedNamespaces>;
  /** List the progress of each collection in a collection restore job. */
  listGroupClusterCollectionRestoreJobCollections(
    request: ListGroupClusterCollectionRestoreJobCollectionsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<
    PaginatedApiAtlasCollectionRestoreCollectionStateView,
    ApiAtlasCollectionRestoreCollectionStateResponse
  >;
  /** List the collection restore jobs of a cluster. */
  listGroupClusterCollectionRestoreJobs(
    request: ListGroupClusterCollectionRestoreJobsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedApiAtlasCollectionRestoreJobView, ApiAtlasCollectionRestoreJobResponse>;
  /**
   * List the search indexes of a collection, in the older form.
   * @deprecated Since 2024-05-30. Removed on 2027-07-01. Use listGroupClusterSearchIndex instead.
   */
  listGroupClusterFtsIndex(
    request: ListGroupClusterFtsIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<ClusterSearchIndex[], ClusterSearchIndex>;
  /** List the online archives of a cluster. */
  listGroupClusterOnlineArchives(
    request: ListGroupClusterOnlineArchivesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedOnlineArchiveView, BackupOnlineArchive>;
  /** List the simulated overloads of a cluster. */
  listGroupClusterOverloadSimulations(
    request: ListGroupClusterOverloadSimulationsRequest,
    options?: CallOptions<"preview">,
  ): ListCall<PaginatedOverloadProtectionSimulationResponse, OverloadProtectionSimulationResponse>;
  /** List the indexes of a cluster that could be dropped. */
  listGroupClusterPerformanceAdvisorDropIndexSuggestions(
    request: ListGroupClusterPerformanceAdvisorDropIndexSuggestionsRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<EnvelopedDropIndexSuggestionsResponse>;
  /** List suggestions for the schema of a cluster's collections. */
  listGroupClusterPerformanceAdvisorSchemaAdvice(
    request: ListGroupClusterPerformanceAdvisorSchemaAdviceRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<EnvelopedSchemaAdvisorResponse>;
  /** List the indexes that would make queries of a cluster faster. */
  listGroupClusterPerformanceAdvisorSuggestedIndexes(
    request: ListGroupClusterPerformanceAdvisorSuggestedIndexesRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<EnvelopedPerformanceAdvisorResponse>;
  /** List the regions that clusters of a project can be in. */
  listGroupClusterProviderRegions(
    request: ListGroupClusterProviderRegionsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasProviderRegionsView, CloudProviderRegions>;
  /** List the statistics of the query shapes of a cluster. */
  listGroupClusterQueryShapeInsightSummaries(
    request: ListGroupClusterQueryShapeInsightSummariesRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<QueryStatsSummaryListResponse>;
  /** List the query shapes of a cluster. */
  listGroupClusterQueryShapes(
    request: ListGroupClusterQueryShapesRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedQueryShapes, QueryShapeResponse>;
  /** List the legacy restore jobs of a cluster. */
  listGroupClusterRestoreJobs(
    request: ListGroupClusterRestoreJobsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedRestoreJobView, BackupRestoreJob>;
  /** List the search indexes of a collection. */
  listGroupClusterSearchIndex(
    request: ListGroupClusterSearchIndexRequest,
    options?: CallOptions<"2024-05-30">,
  ): ListCall<SearchIndexResponse[], SearchIndexResponse>;
  /** List the search indexes of a cluster. */
  listGroupClusterSearchIndexes(
    request: ListGroupClusterSearchIndexesRequest,
    options?: CallOptions<"2024-05-30">,
  ): ListCall<SearchIndexResponse[], SearchIndexResponse>;
  /** List the legacy snapshots of a cluster. */
  listGroupClusterSnapshots(
    request: ListGroupClusterSnapshotsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedSnapshotView, BackupSnapshot>;
  /**
   * List the clusters of a project.
   * @deprecated Since 2023-02-01. Removed on 2027-07-01. Use listGroupClusters in version 2024-08-05 instead.
   */
  listGroupClusters(
    request: ListGroupClustersRequest,
    options: VersionOptions<"2023-01-01">,
  ): ListCall<PaginatedLegacyClusterView, LegacyAtlasCluster>;
  /**
   * List the clusters of a project.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use listGroupClusters in version 2024-08-05 instead.
   */
  listGroupClusters(
    request: ListGroupClustersRequest,
    options: VersionOptions<"2023-02-01">,
  ): ListCall<PaginatedAdvancedClusterDescriptionView, AdvancedClusterDescription>;
  /** List the clusters of a project. */
  listGroupClusters(
    request: ListGroupClustersRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedClusterDescription20240805, ClusterDescription20240805>;
  /** List the metrics that collections are measured by. */
  listGroupCollStatMetrics(
    request: ListGroupCollStatMetricsRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<CollStatsLatencyNamespaceMetrics>;
  /** List all network peering containers of a project. */
  listGroupContainerAll(
    request: ListGroupContainerAllRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedCloudProviderContainerView, CloudProviderContainer>;
  /** List the network peering containers of a cloud provider. */
  listGroupContainers(
    request: ListGroupContainersRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedCloudProviderContainerView, CloudProviderContainer>;
  /** List a project's own roles for its databases. */
  listGroupCustomDbRoleRoles(
    request: ListGroupCustomDbRoleRolesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<UserCustomDBRole[], UserCustomDBRole>;
  /** List the federated database instances of a project. */
  listGroupDataFederation(
    request: ListGroupDataFederationRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<DataLakeTenant[], DataLakeTenant>;
  /** List the query limits of a federated database instance. */
  listGroupDataFederationLimits(
    request: ListGroupDataFederationLimitsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<DataFederationTenantQueryLimit[], DataFederationTenantQueryLimit>;
  /** List the certificates of a database user. */
  listGroupDatabaseUserCerts(
    request: ListGroupDatabaseUserCertsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedUserCertView, UserCert>;
  /** List the users of the databases of a project. */
  listGroupDatabaseUsers(
    request: ListGroupDatabaseUsersRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasDatabaseUserView, CloudDatabaseUser>;
  /** List the private endpoints to the key service of a project at a cloud provider. */
  listGroupEncryptionAtRestPrivateEndpoints(
    request: ListGroupEncryptionAtRestPrivateEndpointsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasEARPrivateEndpointView, EARPrivateEndpoint>;
  /** List the events of a project. */
  listGroupEvents(
    request: ListGroupEventsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<GroupPaginatedEventView, EventViewForNdsGroup>;
  /** List the restore jobs of a flex cluster. */
  listGroupFlexClusterBackupRestoreJobs(
    request: ListGroupFlexClusterBackupRestoreJobsRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<PaginatedApiAtlasFlexBackupRestoreJob20241113View, FlexBackupRestoreJob20241113>;
  /** List the snapshots of a flex cluster. */
  listGroupFlexClusterBackupSnapshots(
    request: ListGroupFlexClusterBackupSnapshotsRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<PaginatedApiAtlasFlexBackupSnapshot20241113View, FlexBackupSnapshot20241113>;
  /** List the flex clusters of a project. */
  listGroupFlexClusters(
    request: ListGroupFlexClustersRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<PaginatedFlexClusters20241113, FlexClusterDescription20241113>;
  /** List the measurements of all search indexes on a collection. */
  listGroupHostFtsMetricIndexMeasurements(
    request: ListGroupHostFtsMetricIndexMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MeasurementsIndexes>;
  /** List the search measurements of a process's hardware and status. */
  listGroupHostFtsMetricMeasurements(
    request: ListGroupHostFtsMetricMeasurementsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<MeasurementsNonIndex>;
  /** List the search metrics that a process records. */
  listGroupHostFtsMetrics(
    request: ListGroupHostFtsMetricsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudSearchMetrics>;
  /** List the third-party integrations of a project. */
  listGroupIntegrations(
    request: ListGroupIntegrationsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedIntegrationView, ThirdPartyIntegration>;
  /**
   * List the pending invitations to a project.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use listGroupUsers instead.
   */
  listGroupInvites(
    request: ListGroupInvitesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<GroupInvitation[], GroupInvitation>;
  /** List the limits of a project. */
  listGroupLimits(
    request: ListGroupLimitsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<DataFederationLimit[], DataFederationLimit>;
  /** List the log integrations of a project. */
  listGroupLogIntegrations(
    request: ListGroupLogIntegrationsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedLogIntegrationResponse, LogIntegrationResponse>;
  /** List the secrets of a remote MCP configuration of a project. */
  listGroupMcpConfigSecrets(
    request: ListGroupMcpConfigSecretsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedMcpConfigSecretView, ServiceAccountSecret>;
  /** List the remote MCP configurations of a project. */
  listGroupMcpConfigs(
    request: ListGroupMcpConfigsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedGroupMcpConfigView, GroupMcpConfigResponse>;
  /** List the metric integrations of a project. */
  listGroupMetricIntegrations(
    request: ListGroupMetricIntegrationsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): ListCall<PaginatedMetricIntegrationResponse, MetricIntegrationResponse>;
  /** List the network peering connections of a cloud provider. */
  listGroupPeers(
    request: ListGroupPeersRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedContainerPeerView, BaseNetworkPeeringConnectionSettings>;
  /** List the private endpoint services of a project at a cloud provider. */
  listGroupPrivateEndpointEndpointService(
    request: ListGroupPrivateEndpointEndpointServiceRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<EndpointService[], EndpointService>;
  /** List the private endpoints for the federated databases and online archives of a project. */
  listGroupPrivateNetworkSettingEndpointIds(
    request: ListGroupPrivateNetworkSettingEndpointIdsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedPrivateNetworkEndpointIdEntryView, PrivateNetworkEndpointIdEntry>;
  /** List the latency measurements of a collection on a process. */
  listGroupProcessCollStatMeasurements(
    request: ListGroupProcessCollStatMeasurementsRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<MeasurementsCollStatsLatencyHost>;
  /** List the databases of a MongoDB process. */
  listGroupProcessDatabases(
    request: ListGroupProcessDatabasesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedDatabaseView, MesurementsDatabase>;
  /** List the disk partitions of a MongoDB process. */
  listGroupProcessDisks(
    request: ListGroupProcessDisksRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedDiskPartitionView, MeasurementDiskPartition>;
  /** List the namespaces with slow queries on a process. */
  listGroupProcessPerformanceAdvisorNamespaces(
    request: ListGroupProcessPerformanceAdvisorNamespacesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<Namespaces>;
  /** List the slow queries in the log of a process. */
  listGroupProcessPerformanceAdvisorSlowQueryLogs(
    request: ListGroupProcessPerformanceAdvisorSlowQueryLogsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PerformanceAdvisorSlowQueryList>;
  /** List the indexes that would make queries of a process faster. */
  listGroupProcessPerformanceAdvisorSuggestedIndexes(
    request: ListGroupProcessPerformanceAdvisorSuggestedIndexesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PerformanceAdvisorResponse>;
  /** List the MongoDB processes of a project. */
  listGroupProcesses(
    request: ListGroupProcessesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedHostView_Atlas, ApiHostView_Atlas>;
  /** List the serverless instances of a project. */
  listGroupServerlessInstances(
    request: ListGroupServerlessInstancesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedServerlessInstanceDescriptionView, ServerlessInstanceDescription>;
  /** List the access list of a service account. */
  listGroupServiceAccountAccessList(
    request: ListGroupServiceAccountAccessListRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedServiceAccountIPAccessEntryView, ServiceAccountIPAccessListEntry>;
  /** List the service accounts of a project. */
  listGroupServiceAccounts(
    request: ListGroupServiceAccountsRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedGroupServiceAccounts, GroupServiceAccount>;
  /** List the failovers of a standby link. */
  listGroupStandbyLinkFailovers(
    request: ListGroupStandbyLinkFailoversRequest,
    options?: CallOptions<"preview">,
  ): ListCall<PaginatedApiStandbyLinkFailoverResponse, ApiStandbyLinkFailoverResponse>;
  /** List the standby links of a project. */
  listGroupStandbyLinks(
    request: ListGroupStandbyLinksRequest,
    options?: CallOptions<"preview">,
  ): ListCall<PaginatedApiStandbyLinkResponse, ApiStandbyLinkResponse>;
  /** List the active VPC peerings of a project's stream processing. */
  listGroupStreamActiveVpcPeeringConnections(
    request: ListGroupStreamActiveVpcPeeringConnectionsRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<PaginatedApiStreamsVPCPeeringConnectionView, VPCPeeringConnection>;
  /** List the failover connections of a stream connection. */
  listGroupStreamConnectionFailoverConnections(
    request: ListGroupStreamConnectionFailoverConnectionsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedApiStreamsFailoverConnection, StreamsFailoverConnection>;
  /** List the connections of a stream workspace. */
  listGroupStreamConnections(
    request: ListGroupStreamConnectionsRequest,
    options?: CallOptions<"2023-02-01">,
  ): ListCall<PaginatedApiStreamsConnectionView, StreamsConnection>;
  /** List the private links of a project's stream processing. */
  listGroupStreamPrivateLinkConnections(
    request: ListGroupStreamPrivateLinkConnectionsRequest,
    options?: CallOptions<"2023-02-01">,
  ): ListCall<PaginatedApiStreamsPrivateLinkView, StreamsPrivateLinkConnection>;
  /** List the VPC peerings that an AWS account has requested with a project's stream processing. */
  listGroupStreamVpcPeeringConnections(
    request: ListGroupStreamVpcPeeringConnectionsRequest,
    options?: CallOptions<"2023-02-01">,
  ): ListCall<PaginatedApiStreamsVPCPeeringConnectionView, VPCPeeringConnection>;
  /** List the stream workspaces of a project. */
  listGroupStreamWorkspaces(
    request: ListGroupStreamWorkspacesRequest,
    options?: CallOptions<"2023-02-01">,
  ): ListCall<PaginatedApiStreamsTenantView, StreamsTenant>;
  /** List the teams of a project. */
  listGroupTeams(
    request: ListGroupTeamsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedTeamRoleView, TeamRole>;
  /**
   * List the people of a project.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listGroupUsers in version 2025-02-19 instead.
   */
  listGroupUsers(
    request: ListGroupUsersRequest,
    options: VersionOptions<"2023-01-01">,
  ): ListCall<PaginatedAppUserView, CloudAppUser>;
  /** List the people of a project. */
  listGroupUsers(
    request: ListGroupUsersRequest,
    options?: CallOptions<"2025-02-19">,
  ): ListCall<PaginatedGroupUserView, GroupUserResponse>;
  /** List the projects the caller may see. */
  listGroups(
    request?: ListGroupsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAtlasGroupView, Group>;
  /** List the AI model API keys of all projects in an organization. */
  listOrgAiModelApiKeys(
    request: ListOrgAiModelApiKeysRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedAtlasAiModelApiKeysResponse, AiModelApiKeyResponse>;
  /** List the access list of an API key. */
  listOrgApiKeyAccessListEntries(
    request: ListOrgApiKeyAccessListEntriesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiUserAccessListResponseView, UserAccessListResponse>;
  /** List the API keys of an organization. */
  listOrgApiKeys(
    request: ListOrgApiKeysRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiApiUserView, ApiKeyUserDetails>;
  /** List the events of an organization. */
  listOrgEvents(
    request: ListOrgEventsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<OrgPaginatedEventView, EventViewForOrg>;
  /**
   * List the pending invitations to an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgUsers instead.
   */
  listOrgInvites(
    request: ListOrgInvitesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<OrganizationInvitation[], OrganizationInvitation>;
  /** List the pending invoices of an organization. */
  listOrgInvoicePending(
    request: ListOrgInvoicePendingRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiInvoiceView, BillingInvoice>;
  /** List the reports on an invoice. */
  listOrgInvoiceReports(
    request: ListOrgInvoiceReportsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedInvoiceReportView, InvoiceReportResponse>;
  /** List the invoices of an organization. */
  listOrgInvoices(
    request: ListOrgInvoicesRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiInvoiceMetadataView, BillingInvoiceMetadata>;
  /** List the linked projects that can be migrated into an organization. */
  listOrgLiveMigrationAvailableProjects(
    request: ListOrgLiveMigrationAvailableProjectsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<LiveImportAvailableProject[], LiveImportAvailableProject>;
  /** List the secrets of a remote MCP configuration of an organization. */
  listOrgMcpConfigSecrets(
    request: ListOrgMcpConfigSecretsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedMcpConfigSecretView, ServiceAccountSecret>;
  /** List the remote MCP configurations of an organization. */
  listOrgMcpConfigs(
    request: ListOrgMcpConfigsRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedOrgMcpConfigView, OrgMcpConfigResponse>;
  /** List the resource policies of an organization. */
  listOrgResourcePolicies(
    request: ListOrgResourcePoliciesRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<ApiAtlasResourcePolicyView[], ApiAtlasResourcePolicyView>;
  /** List the sandbox configurations of an organization. */
  listOrgSandboxConfig(
    request: ListOrgSandboxConfigRequest,
    options?: CallOptions<"preview">,
  ): ListCall<PaginatedSandboxConfigs, SandboxConfigResponse>;
  /** List the access list of a service account. */
  listOrgServiceAccountAccessList(
    request: ListOrgServiceAccountAccessListRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedServiceAccountIPAccessEntryView, ServiceAccountIPAccessListEntry>;
  /** List the service accounts of an organization. */
  listOrgServiceAccounts(
    request: ListOrgServiceAccountsRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedOrgServiceAccounts, OrgServiceAccount>;
  /**
   * List the people in a team.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgTeamUsers in version 2025-02-19 instead.
   */
  listOrgTeamUsers(
    request: ListOrgTeamUsersRequest,
    options: VersionOptions<"2023-01-01">,
  ): ListCall<PaginatedAppUserView, CloudAppUser>;
  /** List the people in a team. */
  listOrgTeamUsers(
    request: ListOrgTeamUsersRequest,
    options?: CallOptions<"2025-02-19">,
  ): ListCall<PaginatedOrgUserView, OrgUserResponse>;
  /** List the teams of an organization. */
  listOrgTeams(
    request: ListOrgTeamsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedTeamView, TeamResponse>;
  /**
   * List the people of an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgUsers in version 2025-02-19 instead.
   */
  listOrgUsers(
    request: ListOrgUsersRequest,
    options: VersionOptions<"2023-01-01">,
  ): ListCall<PaginatedAppUserView, CloudAppUser>;
  /** List the people of an organization. */
  listOrgUsers(
    request: ListOrgUsersRequest,
    options?: CallOptions<"2025-02-19">,
  ): ListCall<PaginatedOrgUserView, OrgUserResponse>;
  /** List the caller's organizations. */
  listOrgs(
    request?: ListOrgsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedOrganizationView, AtlasOrganization>;
  /** List rate limits. */
  listRateLimits(
    request?: ListRateLimitsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): ListCall<PaginatedRateLimitEndpointSets, RateLimitEndpointSetResponse>;
  /** List the SKUs that line items of invoices may have. */
  listSkus(
    request?: ListSkusRequest,
    options?: CallOptions<"2025-03-12">,
  ): ListCall<PaginatedApiSKUView, SkuResponse>;
  /** Move a project to another organization. */
  migrateGroup(request: MigrateGroupRequest, options?: CallOptions<"2024-05-30">): Call<Group>;
  /** Replace the namespaces pinned for collection metrics of a cluster. */
  pinGroupClusterCollStatPinnedNamespaces(
    request: PinGroupClusterCollStatPinnedNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<PinnedNamespaces>;
  /** Pin the feature compatibility version of a cluster. */
  pinGroupClusterFeatureCompatibilityVersion(
    request: PinGroupClusterFeatureCompatibilityVersionRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Reject a requested VPC peering with a project's stream processing. */
  rejectGroupStreamVpcPeeringConnection(
    request: RejectGroupStreamVpcPeeringConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<Record<string, never>>;
  /** Disconnect an organization from its federation. */
  removeFederationSettingConnectedOrgConfig(
    request: RemoveFederationSettingConnectedOrgConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Remove an API key from a project. */
  removeGroupApiKey(request: RemoveGroupApiKeyRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Remove a team from a project. */
  removeGroupTeam(request: RemoveGroupTeamRequest, options?: CallOptions<"2023-01-01">): Call<undefined>;
  /** Remove a person from a project. */
  removeGroupUser(
    request: RemoveGroupUserRequest,
    options?: CallOptions<"2023-01-01" | "2025-02-19">,
  ): Call<undefined>;
  /** Take one role in a project from a person. */
  removeGroupUserRole(
    request: RemoveGroupUserRoleRequest,
    options?: CallOptions<"2025-02-19">,
  ): Call<GroupUserResponse>;
  /** Remove a person from a team. */
  removeOrgTeamUser(
    request: RemoveOrgTeamUserRequest,
    options?: CallOptions<"2025-02-19">,
  ): Call<OrgUserResponse>;
  /**
   * Remove a person from a team, the older way.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use removeOrgTeamUser instead.
   */
  removeOrgTeamUserFromTeam(
    request: RemoveOrgTeamUserFromTeamRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Remove a person from an organization. */
  removeOrgUser(
    request: RemoveOrgUserRequest,
    options?: CallOptions<"2023-01-01" | "2025-02-19">,
  ): Call<undefined>;
  /** Take one role in an organization from a person. */
  removeOrgUserRole(
    request: RemoveOrgUserRoleRequest,
    options?: CallOptions<"2025-02-19">,
  ): Call<OrgUserResponse>;
  /** Rename a team. */
  renameOrgTeam(request: RenameOrgTeamRequest, options?: CallOptions<"2023-01-01">): Call<TeamResponse>;
  /** Request the deletion of a private endpoint to the key service of a project. */
  requestGroupEncryptionAtRestPrivateEndpointDeletion(
    request: RequestGroupEncryptionAtRestPrivateEndpointDeletionRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Load the sample data into a cluster. */
  requestGroupSampleDatasetLoad(
    request: RequestGroupSampleDatasetLoadRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<SampleDatasetStatus>;
  /** Reset the rate limits of an AI model group in a project. */
  resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits(
    request: ResetGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelRateLimitResponse>;
  /** Reset the rate limits of all AI model groups in a project. */
  resetGroupAiModelApiRateLimits(
    request: ResetGroupAiModelApiRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<PaginatedAtlasAiModelRateLimitsResponse>;
  /** Reset when maintenance may be done. */
  resetGroupMaintenanceWindow(
    request: ResetGroupMaintenanceWindowRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Reset the maintenance settings of an organization. */
  resetOrgMaintenanceSettings(
    request: ResetOrgMaintenanceSettingsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<OrganizationMaintenanceSettingsResponse>;
  /** Fail over the primaries of a cluster to test it. */
  restartGroupClusterPrimaries(
    request: RestartGroupClusterPrimariesRequest,
    options?: CallOptions<"2023-01-01" | "2023-02-01">,
  ): Call<Record<string, never>>;
  /** Revoke the keys of an OpenID provider that databases remember. */
  revokeFederationSettingIdentityProviderJwks(
    request: RevokeFederationSettingIdentityProviderJwksRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<undefined>;
  /** Revoke the access of MongoDB employees to a cluster. */
  revokeGroupClusterMongoDbEmployeeAccess(
    request: RevokeGroupClusterMongoDbEmployeeAccessRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<undefined>;
  /** Search the line items of an invoice. */
  searchOrgInvoiceLineItems(
    request: SearchOrgInvoiceLineItemsRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<PaginatedPublicApiUsageDetailsLineItemView, PublicApiUsageDetailsLineItemView>;
  /** Send telemetry. */
  sendTelemetry(request?: Record<string, never>, options?: CallOptions<never>): Call<undefined>;
  /** Send telemetry without credentials. */
  sendUnauthTelemetry(request?: Record<string, never>, options?: CallOptions<never>): Call<undefined>;
  /** Set a query limit of a federated database instance. */
  setGroupDataFederationLimit(
    request: SetGroupDataFederationLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataFederationTenantQueryLimit>;
  /** Set a limit of a project. */
  setGroupLimit(
    request: SetGroupLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataFederationLimit>;
  /** Simulate an outage of regions of a cluster. */
  startGroupClusterOutageSimulation(
    request: StartGroupClusterOutageSimulationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterOutageSimulation>;
  /** Start a stream processor. */
  startGroupStreamProcessor(
    request: StartGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Start a stream processor with options. */
  startGroupStreamProcessorWith(
    request: StartGroupStreamProcessorWithRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<undefined>;
  /** Stop a stream processor. */
  stopGroupStreamProcessor(
    request: StopGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Take a snapshot of a cluster on demand. */
  takeGroupClusterBackupSnapshots(
    request: TakeGroupClusterBackupSnapshotsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshot>;
  /** Give a flex cluster machines of its own. */
  tenantGroupFlexClusterUpgrade(
    request: TenantGroupFlexClusterUpgradeRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexClusterDescription20241113>;
  /** Turn an alert configuration of a project on or off. */
  toggleGroupAlertConfig(
    request: ToggleGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupAlertsConfig>;
  /** Set whether clusters at AWS are to have names of their own in its networks. */
  toggleGroupAwsCustomDns(
    request: ToggleGroupAwsCustomDnsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AWSCustomDNSEnabledView>;
  /** Turn automatic deferral of maintenance on or off. */
  toggleGroupMaintenanceWindowAutoDefer(
    request: ToggleGroupMaintenanceWindowAutoDeferRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Set whether private endpoints are to be regional. */
  toggleGroupPrivateEndpointRegionalMode(
    request: ToggleGroupPrivateEndpointRegionalModeRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ProjectSettingItemView>;
  /** Unpin namespaces from the collection metrics of a cluster. */
  unpinGroupClusterCollStatUnpinNamespaces(
    request: UnpinGroupClusterCollStatUnpinNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<PinnedNamespaces>;
  /** Unpin the feature compatibility version of a cluster. */
  unpinGroupClusterFeatureCompatibilityVersion(
    request: UnpinGroupClusterFeatureCompatibilityVersionRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
  /** Update how an organization is connected to its federation. */
  updateFederationSettingConnectedOrgConfig(
    request: UpdateFederationSettingConnectedOrgConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ConnectedOrgConfig>;
  /** Replace a role mapping of an organization. */
  updateFederationSettingConnectedOrgConfigRoleMapping(
    request: UpdateFederationSettingConnectedOrgConfigRoleMappingRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AuthFederationRoleMapping>;
  /** Update an identity provider of a federation. */
  updateFederationSettingIdentityProvider(
    request: UpdateFederationSettingIdentityProviderRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<FederationIdentityProvider>;
  /** Update a project. */
  updateGroup(request: UpdateGroupRequest, options?: CallOptions<"2023-01-01">): Call<Group>;
  /** Update the rate limits of an AI model group in a project. */
  updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits(
    request: UpdateGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelRateLimitResponse>;
  /** Update an AI model API key of a project. */
  updateGroupAiModelApiKey(
    request: UpdateGroupAiModelApiKeyRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<AiModelApiKeyResponse>;
  /** Replace an alert configuration of a project. */
  updateGroupAlertConfig(
    request: UpdateGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupAlertsConfig>;
  /** Set the roles of an API key in a project. */
  updateGroupApiKeyRoles(
    request: UpdateGroupApiKeyRolesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiKeyUserDetails>;
  /** Set what the databases of a project write into their audit logs. */
  updateGroupAuditLog(
    request: UpdateGroupAuditLogRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<AuditLog>;
  /**
   * Set the policy that backups of a project comply with.
   * @deprecated Since 2023-10-01. Removed on 2027-07-01. Use updateGroupBackupCompliancePolicy in version 2023-10-01 instead.
   */
  updateGroupBackupCompliancePolicy(
    request: UpdateGroupBackupCompliancePolicyRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DataProtectionSettings>;
  /** Set the policy that backups of a project comply with. */
  updateGroupBackupCompliancePolicy(
    request: UpdateGroupBackupCompliancePolicyRequest,
    options?: CallOptions<"2023-10-01">,
  ): Call<DataProtectionSettings20231001>;
  /** Set whether an export bucket is reached over private networking only. */
  updateGroupBackupExportBucket(
    request: UpdateGroupBackupExportBucketRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<DiskBackupSnapshotAWSExportBucketResponse>;
  /**
   * Update a cluster of a project.
   * @deprecated Since 2023-02-01. Removed on 2027-07-01. Use updateGroupCluster in version 2024-10-23 instead.
   */
  updateGroupCluster(
    request: UpdateGroupClusterRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<LegacyAtlasCluster>;
  /**
   * Update a cluster of a project.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use updateGroupCluster in version 2024-10-23 instead.
   */
  updateGroupCluster(
    request: UpdateGroupClusterRequest,
    options: VersionOptions<"2023-02-01">,
  ): Call<AdvancedClusterDescription>;
  /** Update a cluster of a project. */
  updateGroupCluster(
    request: UpdateGroupClusterRequest,
    options?: CallOptions<"2024-08-05" | "2024-10-23">,
  ): Call<ClusterDescription20240805>;
  /**
   * Set when backups of a cluster are made.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use updateGroupClusterBackupSchedule in version 2024-08-05 instead.
   */
  updateGroupClusterBackupSchedule(
    request: UpdateGroupClusterBackupScheduleRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<DiskBackupSnapshotSchedule>;
  /** Set when backups of a cluster are made. */
  updateGroupClusterBackupSchedule(
    request: UpdateGroupClusterBackupScheduleRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<DiskBackupSnapshotSchedule20240805>;
  /** Change how long a snapshot is kept. */
  updateGroupClusterBackupSnapshot(
    request: UpdateGroupClusterBackupSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DiskBackupReplicaSet>;
  /** Add to the namespaces pinned for collection metrics of a cluster. */
  updateGroupClusterCollStatPinnedNamespaces(
    request: UpdateGroupClusterCollStatPinnedNamespacesRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<PinnedNamespaces>;
  /**
   * Update a search index, in the older form.
   * @deprecated Since 2024-05-30. Removed on 2027-07-01. Use updateGroupClusterSearchIndex instead.
   */
  updateGroupClusterFtsIndex(
    request: UpdateGroupClusterFtsIndexRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterSearchIndex>;
  /** Update, pause or resume an online archive of a cluster. */
  updateGroupClusterOnlineArchive(
    request: UpdateGroupClusterOnlineArchiveRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupOnlineArchive>;
  /**
   * Update the advanced configuration of a cluster.
   * @deprecated Since 2024-08-05. Removed on 2027-07-01. Use updateGroupClusterProcessArgs in version 2024-08-05 instead.
   */
  updateGroupClusterProcessArgs(
    request: UpdateGroupClusterProcessArgsRequest,
    options: VersionOptions<"2023-01-01">,
  ): Call<ClusterDescriptionProcessArgs>;
  /** Update the advanced configuration of a cluster. */
  updateGroupClusterProcessArgs(
    request: UpdateGroupClusterProcessArgsRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ClusterDescriptionProcessArgs20240805>;
  /** Reject queries of a shape on a cluster, or allow them again. */
  updateGroupClusterQueryShape(
    request: UpdateGroupClusterQueryShapeRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<QueryShapeResponse>;
  /** Change the search nodes of a cluster. */
  updateGroupClusterSearchDeployment(
    request: UpdateGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Change the definition of a search index, chosen by id. */
  updateGroupClusterSearchIndex(
    request: UpdateGroupClusterSearchIndexRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<SearchIndexResponse>;
  /** Change the definition of a search index, chosen by name. */
  updateGroupClusterSearchIndexByName(
    request: UpdateGroupClusterSearchIndexByNameRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<SearchIndexResponse>;
  /** Change when a legacy snapshot of a cluster expires. */
  updateGroupClusterSnapshot(
    request: UpdateGroupClusterSnapshotRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BackupSnapshot>;
  /** Update the schedule of a cluster's legacy snapshots. */
  updateGroupClusterSnapshotSchedule(
    request: UpdateGroupClusterSnapshotScheduleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiAtlasSnapshotScheduleView>;
  /** Turn the SQL interface of a cluster on or off. */
  updateGroupClusterSqlInterface(
    request: UpdateGroupClusterSqlInterfaceRequest,
    options?: CallOptions<"preview">,
  ): Call<SqlInterfaceStatusResponse>;
  /** Update a network peering container of a project. */
  updateGroupContainer(
    request: UpdateGroupContainerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderContainer>;
  /** Update one of a project's own roles for its databases. */
  updateGroupCustomDbRoleRole(
    request: UpdateGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
  /** Update a federated database instance of a project. */
  updateGroupDataFederation(
    request: UpdateGroupDataFederationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataLakeTenant>;
  /** Update a user of the databases of a project. */
  updateGroupDatabaseUser(
    request: UpdateGroupDatabaseUserRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudDatabaseUser>;
  /** Set the keys of a project for encryption at rest. */
  updateGroupEncryptionAtRest(
    request: UpdateGroupEncryptionAtRestRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EncryptionAtRest>;
  /** Update a flex cluster of a project. */
  updateGroupFlexCluster(
    request: UpdateGroupFlexClusterRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexClusterDescription20241113>;
  /** Replace a third-party integration of a project. */
  updateGroupIntegration(
    request: UpdateGroupIntegrationRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedIntegrationView>;
  /**
   * Change the roles of a pending project invitation, chosen by id.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use updateOrgUser, addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupInviteById(
    request: UpdateGroupInviteByIdRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupInvitation>;
  /**
   * Change the roles of a pending project invitation, chosen by address.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use updateOrgUser, addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupInvites(
    request: UpdateGroupInvitesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupInvitation>;
  /** Replace a log integration of a project. */
  updateGroupLogIntegration(
    request: UpdateGroupLogIntegrationRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<LogIntegrationResponse>;
  /** Set when maintenance may be done. */
  updateGroupMaintenanceWindow(
    request: UpdateGroupMaintenanceWindowRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Update a remote MCP configuration of a project. */
  updateGroupMcpConfig(
    request: UpdateGroupMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<GroupMcpConfigResponse>;
  /** Replace a metric integration of a project. */
  updateGroupMetricIntegration(
    request: UpdateGroupMetricIntegrationRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<MetricIntegrationResponse>;
  /** Update a network peering connection of a project. */
  updateGroupPeer(
    request: UpdateGroupPeerRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<BaseNetworkPeeringConnectionSettings>;
  /** Change the other regions that may connect to a private endpoint service. */
  updateGroupPrivateEndpointEndpointService(
    request: UpdateGroupPrivateEndpointEndpointServiceRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<EndpointService>;
  /** Update the export of a project's logs to a bucket. */
  updateGroupPushBasedLogExport(
    request: UpdateGroupPushBasedLogExportRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
  /** Update a service account of a project. */
  updateGroupServiceAccount(
    request: UpdateGroupServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<GroupServiceAccount>;
  /** Change the settings of a project. */
  updateGroupSettings(
    request: UpdateGroupSettingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<GroupSettings>;
  /** Update a connection of a stream workspace. */
  updateGroupStreamConnection(
    request: UpdateGroupStreamConnectionRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsConnection>;
  /** Update a failover connection of a stream connection. */
  updateGroupStreamConnectionFailoverConnection(
    request: UpdateGroupStreamConnectionFailoverConnectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<StreamsFailoverConnection>;
  /** Update a private link of a project's stream processing. */
  updateGroupStreamPrivateLinkConnection(
    request: UpdateGroupStreamPrivateLinkConnectionRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<StreamsPrivateLinkConnection>;
  /** Update a stream processor. */
  updateGroupStreamProcessor(
    request: UpdateGroupStreamProcessorRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<StreamsProcessorWithStats>;
  /** Update a stream workspace of a project. */
  updateGroupStreamWorkspace(
    request: UpdateGroupStreamWorkspaceRequest,
    options?: CallOptions<"2023-02-01">,
  ): Call<StreamsTenant>;
  /** Change the roles of a team in a project. */
  updateGroupTeam(
    request: UpdateGroupTeamRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PaginatedTeamRoleView>;
  /**
   * Replace the project roles of a person.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupUserRoles(
    request: UpdateGroupUserRolesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UpdateGroupRolesForUser>;
  /** Set how the databases of a project know users beside passwords. */
  updateGroupUserSecurity(
    request: UpdateGroupUserSecurityRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserSecurity>;
  /** Rename an organization. */
  updateOrg(request: UpdateOrgRequest, options?: CallOptions<"2023-01-01">): Call<AtlasOrganization>;
  /** Update an API key. */
  updateOrgApiKey(
    request: UpdateOrgApiKeyRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ApiKeyUserDetails>;
  /** Change the delegation settings of an organization. */
  updateOrgDelegationSettings(
    request: UpdateOrgDelegationSettingsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<OrgDelegationSettingsResponse>;
  /**
   * Change a pending organization invitation, chosen by id.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser instead.
   */
  updateOrgInviteById(
    request: UpdateOrgInviteByIdRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationInvitation>;
  /**
   * Change a pending organization invitation, chosen by address.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser instead.
   */
  updateOrgInvites(
    request: UpdateOrgInvitesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationInvitation>;
  /** Change the maintenance settings of an organization. */
  updateOrgMaintenanceSettings(
    request: UpdateOrgMaintenanceSettingsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<OrganizationMaintenanceSettingsResponse>;
  /** Update a remote MCP configuration of an organization. */
  updateOrgMcpConfig(
    request: UpdateOrgMcpConfigRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<OrgMcpConfigResponse>;
  /** Change a resource policy of an organization. */
  updateOrgResourcePolicy(
    request: UpdateOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
  /** Update a sandbox configuration of an organization. */
  updateOrgSandboxConfig(
    request: UpdateOrgSandboxConfigRequest,
    options?: CallOptions<"preview">,
  ): Call<SandboxConfigResponse>;
  /** Update a service account of an organization. */
  updateOrgServiceAccount(
    request: UpdateOrgServiceAccountRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<OrgServiceAccount>;
  /** Change the settings of an organization. */
  updateOrgSettings(
    request: UpdateOrgSettingsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationSettings>;
  /** Change the roles and teams of a person in an organization. */
  updateOrgUser(request: UpdateOrgUserRequest, options?: CallOptions<"2025-02-19">): Call<OrgUserResponse>;
  /**
   * Replace the organization roles of a person.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser, addOrgUserRole and removeOrgUserRole instead.
   */
  updateOrgUserRoles(
    request: UpdateOrgUserRolesRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UpdateOrgRolesForUser>;
  /** Give a cluster that shares machines its own, or make a free one flex. */
  upgradeGroupClusterTenantUpgrade(
    request: UpgradeGroupClusterTenantUpgradeRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LegacyAtlasCluster>;
  /** Check a cluster configuration without applying it. */
  validateGroupClusterConfigurations(
    request: ValidateGroupClusterConfigurationsRequest,
    options?: CallOptions<"2025-03-12">,
  ): Call<ClusterConfigurationValidationResult>;
  /** Check whether a live migration into a cluster would work. */
  validateGroupLiveMigrations(
    request: ValidateGroupLiveMigrationsRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<LiveImportValidation>;
  /** Judge a resource policy without keeping it. */
  validateOrgResourcePolicies(
    request: ValidateOrgResourcePoliciesRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
  /** Get whether a project is reached through peering alone. */
  verifyGroupPrivateIpMode(
    request: VerifyGroupPrivateIpModeRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<PrivateIPModeView>;
  /** Try the connection to a directory. */
  verifyGroupUserSecurityLdap(
    request: VerifyGroupUserSecurityLdapRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LDAPVerifyConnectivityJobRequest>;
  /** Create a stream workspace that has connections to sample data. */
  withGroupStreamSampleConnections(
    request: WithGroupStreamSampleConnectionsRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<StreamsTenant>;
}

/** A body that has to have some members, and may leave out the others. */
export type Demanding<Body, Members extends keyof Body> = Partial<Omit<Body, Members>> &
  Required<Pick<Body, Members>>;

/** Codes of the errors of the API. */
export type ErrorCode =
  | "STREAM_PRIVATE_LINK_ALREADY_EXISTS"
  | "STREAM_PRIVATE_LINK_IN_USE"
  | "STREAM_PROCESSOR_GENERIC_ERROR"
  | "STREAM_TENANT_NAME_ALREADY_EXISTS"
  | "ATLAS_INVALID_CIDR_BLOCK"
  | "ATLAS_INVALID_CIDR_RANGE"
  | "ATLAS_NON_CANONICAL_CIDR_BLOCK"
  | "CANNOT_UPDATE_PRIVATE_IP_MODE"
  | "ENCRYPTION_AT_REST_NOT_ENABLED"
  | "ENCRYPTION_AT_REST_SETTINGS_INVALID"
  | "CROSS_REGION_PRIVATE_LINK_SELF_REGION"
  | "PROVIDER_UNSUPPORTED"
  | "DATA_FEDERATION_STORAGE_CONFIG_INVALID"
  | "DATA_FEDERATION_TENANT_ALREADY_EXISTS_FOR_NAME"
  | "DUPLICATE_MANAGED_NAMESPACE"
  | "INVALID_LOCATION_CODE"
  | "CANNOT_CHANGE_CONTAINER_REGION"
  | "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD"
  | "INVALID_ROUTE_TABLE_CIDR"
  | "ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE"
  | "ATLAS_FTS_DUPLICATE_INDEX"
  | "ATLAS_SEARCH_COLLECTION_NOT_FOUND"
  | "ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE"
  | "BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID"
  | "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS"
  | "CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION"
  | "BACKUP_JOB_NOT_FOUND"
  | "BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID"
  | "CANNOT_CANCEL_AUTOMATED_RESTORE"
  | "CANNOT_DECREASE_PIT_WINDOW_WITH_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DELETE_IN_PROGRESS_SNAPSHOT"
  | "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DISABLE_PIT_WITH_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY"
  | "CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION"
  | "CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION"
  | "CLUSTER_PAUSED_CANNOT_RESTORE"
  | "CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE"
  | "EXPORT_BUCKET_DELETE_FAILED"
  | "EXPORT_BUCKET_NAME_INVALID"
  | "INVALID_PIT_RESTORE_TIME"
  | "SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY"
  | "UNFINISHED_ON_DEMAND_SNAPSHOT"
  | "INVALID_BACKUP_POLICY"
  | "INVALID_FREQUENCY_TYPE_CHANGE"
  | "INVALID_POLICY_ID"
  | "INVALID_POLICY_ITEM_ID"
  | "INVALID_REFERENCE_HOUR_OF_DAY"
  | "INVALID_REFERENCE_MINUTE_OF_HOUR"
  | "PUSH_BASED_LOG_EXPORT_EXISTS"
  | "INVALID_INVOICE_ID"
  | "PATH_PARAM_PARSE_ERROR"
  | "INVALID_RESTORE_WINDOW"
  | "ATLAS_CLUSTER_VERSION_DEPRECATED"
  | "ATLAS_GENERAL_ERROR"
  | "AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES"
  | "CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API"
  | "CANNOT_CREATE_PAUSED_CLUSTER"
  | "CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING"
  | "CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER"
  | "CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER"
  | "CANNOT_UPDATE_PAUSED_CLUSTER"
  | "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"
  | "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API"
  | "CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION"
  | "CLUSTER_ALREADY_REQUESTED_DELETION"
  | "CLUSTER_CANNOT_CHANGE_NAME"
  | "CLUSTER_DISK_SIZE_INVALID"
  | "CLUSTER_NAME_INVALID"
  | "CLUSTER_NAME_TOO_LONG"
  | "CLUSTER_NUM_SHARDS_INVALID"
  | "CLUSTER_REPLICATION_FACTOR_INVALID"
  | "CLUSTER_UPGRADE_INVALID"
  | "DB_VERSION_NOT_SUPPORTED"
  | "DISK_SIZE_GB_INCONSISTENT"
  | "DUPLICATE_CLUSTER_NAME"
  | "STANDBY_LINK_NOT_READY"
  | "LIVE_MIGRATION_NOT_READY"
  | "LIVE_MIGRATION_UNDER_WAY"
  | "INCORRECT_BACKUP_API_ENDPOINT"
  | "INVALID_CLUSTER_CONFIGURATION"
  | "INVALID_CLUSTER_OUTAGE_SIMULATION_STATE"
  | "INVALID_GRANULARITY"
  | "INVALID_PERIOD"
  | "INVALID_ENUM_VALUE"
  | "MAX_CLUSTERS_PER_GROUP_EXCEEDED"
  | "SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET"
  | "SHARDING_NOT_SUPPORTED"
  | "TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED"
  | "TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"
  | "TENANT_CLUSTER_UPDATE_UNSUPPORTED"
  | "ACKNOWLEDGEMENT_COMMENT_TOO_LONG"
  | "API_KEY_NOT_FOUND"
  | "API_KEY_REQUIRES_DESCRIPTION"
  | "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS"
  | "ATLAS_CUSTOM_ROLE_INVALID_NAME"
  | "ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION"
  | "ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE"
  | "ATLAS_INVALID_AUTH_SETTINGS"
  | "ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT"
  | "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY"
  | "ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE"
  | "ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL"
  | "ATLAS_INVALID_RESOURCE"
  | "ATLAS_INVALID_ROLE"
  | "ATLAS_INVALID_ROLE_DATABASE"
  | "ATLAS_INVALID_USERNAME"
  | "ATLAS_MAINTENANCE_NOT_SCHEDULED"
  | "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED"
  | "ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED"
  | "ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED"
  | "ATLAS_X509_USER_CANNOT_BE_TEMPORARY"
  | "ATTRIBUTE_READ_ONLY"
  | "BAD_ACCESS_LIST_ADD_REQUEST"
  | "BAD_REQUEST"
  | "CANNOT_GENERATE_CERT_IF_ADVANCED_X509"
  | "CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION"
  | "CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS"
  | "INVALID_DATADOG_API_KEY"
  | "INVALID_INTEGRATION_SETTINGS"
  | "INVALID_PAGER_DUTY_SERVICE_KEY"
  | "LDAP_HOSTNAME_NOT_ALLOWED"
  | "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS"
  | "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES"
  | "USER_NOT_MANAGED_X509"
  | "CANNOT_DELETE_GROUP_INVITATION"
  | "CANNOT_REMOVE_LAST_USER_FROM_TEAM"
  | "CANNOT_DELETE_ORG_INVITATION"
  | "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST"
  | "PASSKEY_EXISTS"
  | "PERSONAL_PASSWORD"
  | "TOO_MANY_PASSKEYS"
  | "CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION"
  | "FEDERATION_HAS_OTHER_ORGS"
  | "IDENTITY_PROVIDER_IN_USE"
  | "LAST_ORG_OF_FEDERATION"
  | "POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES"
  | "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH"
  | "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED"
  | "COMMON_PASSWORD"
  | "DATABASE_NAME_INVALID_ADMIN"
  | "DATABASE_NAME_INVALID_EXTERNAL"
  | "DEVICE_AUTHORIZATION_EXPIRED"
  | "DEVICE_AUTHORIZATION_PENDING"
  | "DUPLICATE_ADDRESSES_IN_INPUT"
  | "DUPLICATE_DATABASE_ROLES"
  | "DUPLICATE_POLICY_NAME"
  | "EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION"
  | "EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION"
  | "EXPIRATION_DATE_EXCEEDS_MAX"
  | "EXPIRATION_DATE_IN_PAST"
  | "FIRST_NAME_EXCEEDS_MAX_LENGTH"
  | "HIPCHAT_NOT_SUPPORTED"
  | "INVALID_API_KEY_DESC"
  | "INVALID_ATTRIBUTE"
  | "INVALID_COUNTRY_CODE"
  | "INVALID_DATABASE_NAME"
  | "INVALID_DATE_FORMAT"
  | "INVALID_EVENT_TYPE_FOR_ALERT"
  | "INVALID_OPERATOR_FOR_EVENT_TYPE"
  | "INVALID_GROUP_NAME"
  | "INVALID_INVITATION_ID"
  | "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"
  | "INVALID_JSON"
  | "INVALID_JSON_ATTRIBUTE"
  | "INVALID_NETWORK_PERMISSION_COMMENT"
  | "INVALID_ORG_NAME"
  | "INVALID_QUERY_PARAMETER"
  | "INVALID_REFRESH_TOKEN"
  | "INVALID_ROLE_ASSIGNMENT"
  | "INVALID_ROLE_FOR_GROUP"
  | "INVALID_ROLE_FOR_ORG"
  | "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME"
  | "INVALID_TEAM_NAME"
  | "INVITATIONS_RATE_LIMITED_IP"
  | "INVALID_USERNAME"
  | "INVALID_RESOURCE_POLICY"
  | "LAST_NAME_EXCEEDS_MAX_LENGTH"
  | "MAX_API_KEYS_PER_ORG_EXCEEDED"
  | "MAX_GROUPS_PER_ORG_EXCEEDED"
  | "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED"
  | "MAX_TEAMS_PER_GROUP_EXCEEDED"
  | "MAX_TEAMS_PER_ORG_EXCEEDED"
  | "MAX_TEAMS_PER_USER_EXCEEDED"
  | "MAX_USERS_PER_GROUP_EXCEEDED"
  | "MAX_USERS_PER_ORG_EXCEEDED"
  | "MAX_USERS_PER_TEAM_EXCEEDED"
  | "MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED"
  | "MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED"
  | "METRIC_THRESHOLD_PRESENT"
  | "METRIC_TYPE_UNSUPPORTED"
  | "MISSING_METRIC_THRESHOLD"
  | "MISSING_NOTIFICATIONS"
  | "MISSING_ROLES_FOR_GROUP_NOTIFICATION"
  | "MISSING_THRESHOLD"
  | "MISSING_API_KEY_ROLES"
  | "MISSING_ATTRIBUTE"
  | "MISSING_PASSWORD"
  | "MISSING_ONE_OF_ATTRIBUTES"
  | "MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY"
  | "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"
  | "NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED"
  | "NOTIFICATION_INTERVAL_OUT_OF_RANGE"
  | "PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY"
  | "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED"
  | "THRESHOLD_PRESENT"
  | "TOO_MANY_GROUP_NOTIFICATIONS"
  | "UNITS_MISMATCH"
  | "UNSUPPORTED_ROLE"
  | "UNSUPPORTED_GRANT_TYPE"
  | "WEAK_PASSWORD"
  | "SIGN_IN_REFUSED"
  | "NOT_IN_GROUP"
  | "NOT_ORG_GROUP_CREATOR"
  | "NOT_ORG_OWNER"
  | "USER_CANNOT_ACCESS_GROUP"
  | "USER_CANNOT_ACCESS_ORG"
  | "USER_UNAUTHORIZED"
  | "CONTROL_TOKEN_REQUIRED"
  | "STREAM_CONNECTION_HAS_STREAM_PROCESSORS"
  | "STREAM_TENANT_HAS_STREAM_PROCESSORS"
  | "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED"
  | "ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED"
  | "CANNOT_DELETE_LAST_ADMIN"
  | "CANNOT_DEMOTE_LAST_ORG_OWNER"
  | "CUSTOM_ROLES_LIMIT_EXCEEDED"
  | "GROUP_USERS_LIMIT_EXCEEDED"
  | "CANNOT_REMOVE_ALL_USER_ROLES"
  | "CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT"
  | "CANNOT_MODIFY_CLUSTER_SNAPSHOT"
  | "CANNOT_RESTORE_TO_TARGET"
  | "FOREIGN_PAGE"
  | "INVITATION_OF_ANOTHER_ADDRESS"
  | "ROLE_ABOVE_OWN"
  | "DEVICE_AUTHORIZATION_DENIED"
  | "IP_ADDRESS_NOT_ON_ACCESS_LIST"
  | "MAILBOX_UNPROVEN"
  | "SIGN_IN_NOT_RECENT"
  | "IDENTITY_TAKEN"
  | "PASSKEY_REFUSED"
  | "PASSKEY_STALE"
  | "RECOVERY_CODE_REFUSED"
  | "SECOND_FACTOR_REQUIRED"
  | "SECOND_STEP_STALE"
  | "PASSWORDS_OFF"
  | "PASSWORD_INCORRECT"
  | "SIGN_UP_CLOSED"
  | "STREAM_CONNECTION_NOT_FOUND_FOR_NAME"
  | "STREAM_PROCESSOR_NOT_FOUND_FOR_NAME"
  | "STREAM_TENANT_NOT_FOUND_FOR_NAME"
  | "CLOUD_PROVIDER_CONTAINER_NOT_FOUND"
  | "PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED"
  | "PRIVATE_ENDPOINT_NOT_FOUND"
  | "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND"
  | "CLUSTER_OUTAGE_SIMULATION_NOT_FOUND"
  | "SAMPLE_DATASET_LOAD_NOT_FOUND"
  | "HOSTNAME_AND_PORT_NOT_FOUND"
  | "INVOICE_NOT_FOUND"
  | "SERVERLESS_INSTANCE_NOT_FOUND"
  | "DEVICE_NOT_FOUND"
  | "PEER_NOT_FOUND"
  | "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"
  | "BACKUP_CONFIG_NOT_FOUND"
  | "BACKUP_EXPORT_NOT_FOUND"
  | "COLLECTION_RESTORE_JOB_NOT_FOUND"
  | "EXPORT_BUCKET_NOT_FOUND"
  | "RESTORE_JOB_NOT_FOUND"
  | "SNAPSHOT_NOT_FOUND"
  | "TENANT_RESTORE_NOT_FOUND"
  | "TENANT_SNAPSHOT_NOT_FOUND"
  | "UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME"
  | "ALERT_CONFIG_NOT_FOUND"
  | "ALERT_NOT_FOUND"
  | "API_KEY_ACCESS_LIST_NOT_FOUND"
  | "CLUSTER_NOT_FOUND"
  | "DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME"
  | "INTEGRATION_NOT_CONFIGURED"
  | "LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND"
  | "ATLAS_CUSTOM_ROLE_NOT_FOUND"
  | "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"
  | "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"
  | "CANNOT_ADD_PENDING_USER"
  | "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT"
  | "DEVICE_CODE_NOT_FOUND"
  | "EVENT_NOT_FOUND"
  | "GROUP_NOT_FOUND"
  | "INVALID_GROUP_ID"
  | "INVALID_PEER_ID"
  | "INVALID_SNAPSHOT_ID"
  | "INVALID_KEY_ID"
  | "INVALID_ORG_ID"
  | "INVALID_TEAM_ID"
  | "INVALID_USER_ID"
  | "INVITATION_LINK_NOT_FOUND"
  | "FEDERATION_OFFER_NOT_FOUND"
  | "PASSKEY_NOT_FOUND"
  | "PASSWORD_LINK_NOT_FOUND"
  | "ORG_EVENT_NOT_FOUND"
  | "ORG_NOT_FOUND"
  | "RESOURCE_NOT_FOUND"
  | "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND"
  | "SERVICE_ACCOUNT_NOT_FOUND"
  | "SERVICE_ACCOUNT_SECRET_NOT_FOUND"
  | "TEAM_NAME_NOT_FOUND"
  | "TEAM_NOT_FOUND"
  | "TEAM_NOT_IN_GROUP"
  | "USERNAME_NOT_FOUND"
  | "USER_NOT_FOUND"
  | "USER_NOT_IN_GROUP"
  | "USER_NOT_IN_ORG"
  | "USER_NOT_IN_TEAM"
  | "INVALID_VERSION_DATE"
  | "CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE"
  | "STREAM_CONNECTION_NAME_ALREADY_EXISTS"
  | "STREAM_KAFKA_CONNECTION_IS_DEPLOYING"
  | "SANDBOX_CONFIG_ALREADY_EXISTS"
  | "CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS"
  | "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_LAKES"
  | "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_FEDERATION_PRIVATE_ENDPOINTS"
  | "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES"
  | "CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS"
  | "PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS"
  | "PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS"
  | "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION"
  | "CONTAINERS_IN_USE"
  | "CONTAINER_ALREADY_EXISTS"
  | "OVERLAPPING_ATLAS_CIDR_BLOCK"
  | "OVERLAPPING_CIDR_BLOCK"
  | "PEER_ALREADY_EXISTS"
  | "PEER_ALREADY_EXISTS_AZURE"
  | "PEER_ALREADY_EXISTS_GCP"
  | "PEER_ALREADY_REQUESTED_DELETION"
  | "PEER_INVALID_STATE"
  | "PEER_MAXIMUM_REACHED"
  | "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"
  | "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE"
  | "ATLAS_CLUSTER_RESTORE_IN_PROGRESS"
  | "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY"
  | "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT"
  | "CANNOT_DISABLE_ENCRYPTION_AT_REST"
  | "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS"
  | "ADDRESS_ALREADY_IN_ACCESS_LIST"
  | "ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES"
  | "ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS"
  | "ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS"
  | "INTEGRATION_ALREADY_CONFIGURED"
  | "AUTH_TYPE_CANNOT_BE_CHANGED"
  | "DATABASE_NAME_CANNOT_BE_CHANGED"
  | "DATABASE_USERNAME_CANNOT_BE_CHANGED"
  | "DUPLICATE_INVITATION"
  | "DUPLICATE_ORG_INVITATION"
  | "GROUP_ALREADY_EXISTS"
  | "INVITATION_ENDED"
  | "TEAM_EXISTS_IN_GROUP"
  | "TEAM_NAME_NOT_AVAILABLE"
  | "CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK"
  | "ORG_NOT_EMPTY"
  | "USER_ALREADY_EXISTS"
  | "USER_ALREADY_IN_GROUP"
  | "USER_ALREADY_IN_ORG"
  | "USER_ALREADY_IN_TEAM"
  | "VERSION_GONE"
  | "REQUEST_TIMEOUT"
  | "REQUEST_TOO_LARGE"
  | "UNSUPPORTED_CONTENT_ENCODING"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "MISDIRECTED_REQUEST"
  | "EXPECTATION_FAILED"
  | "RATE_LIMITED"
  | "RATE_LIMITED_TOKEN_BUCKET"
  | "REQUEST_HEADERS_TOO_LARGE"
  | "UNEXPECTED_ERROR"
  | "NOT_IMPLEMENTED_BY_ANTEROOM"
  | "UNSUPPORTED_TRANSFER_ENCODING"
  | "SERVICE_UNAVAILABLE"
  | "ADDRESS_UNKNOWN"
  | "TOO_MANY_HEADERS"
  | "ORG_REQUIRES_ACCESS_LIST"
  | "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED"
  | "API_KEY_NOT_FOUND_IN_VERSION_1"
  | "OPERATION_NOT_FOUND"
  | "BELOW_LEAST_GRADE"
  | "OPERATION_OF_VERSION_1"
  | "OUTCOME_UNKNOWN"
  | "ORG_LINK_EXISTS"
  | "ORG_LINK_NOT_FOUND"
  | "BAD_GATEWAY";

/** Roles in an organization. */
export type OrgRoleName =
  | "ORG_OWNER"
  | "ORG_GROUP_CREATOR"
  | "ORG_BILLING_ADMIN"
  | "ORG_BILLING_READ_ONLY"
  | "ORG_STREAM_PROCESSING_ADMIN"
  | "ORG_READ_ONLY"
  | "ORG_MEMBER";

/** Roles in a project. */
export type GroupRoleName =
  | "GROUP_OWNER"
  | "GROUP_READ_ONLY"
  | "GROUP_ACCESS_MANAGER"
  | "GROUP_ALERTS_MANAGER"
  | "GROUP_NETWORK_ACCESS_MANAGER"
  | "GROUP_SUPPORT_ACCESS_MANAGER"
  | "GROUP_CLUSTER_MANAGER"
  | "GROUP_CLUSTER_CREATOR"
  | "GROUP_CLUSTER_LOG_VIEWER"
  | "GROUP_CLUSTER_RESILIENCE_TESTER"
  | "GROUP_REPLICA_SET_MANAGER"
  | "GROUP_STREAM_PROCESSING_OWNER"
  | "GROUP_DATA_ACCESS_ADMIN"
  | "GROUP_DATA_ACCESS_READ_WRITE"
  | "GROUP_DATA_ACCESS_READ_ONLY"
  | "GROUP_DATABASE_ACCESS_ADMIN"
  | "GROUP_BACKUP_MANAGER"
  | "GROUP_BACKUP_CREATOR"
  | "GROUP_BACKUP_RECOVERY_OPERATOR"
  | "GROUP_BACKUP_EXPORT_OPERATOR"
  | "GROUP_OBSERVABILITY_VIEWER"
  | "GROUP_REAL_TIME_PERFORMANCE_OPERATOR"
  | "GROUP_TRIGGER_MANAGER"
  | "GROUP_INDEX_MANAGER"
  | "GROUP_SEARCH_INDEX_EDITOR"
  | "GROUP_MODEL_OWNER";

/** Roles in an organization or a project. */
export type RoleName = OrgRoleName | GroupRoleName;

/** Actions that a project's own roles can allow on its databases. */
export type DatabaseActionName =
  | "FIND"
  | "INSERT"
  | "REMOVE"
  | "UPDATE"
  | "BYPASS_DOCUMENT_VALIDATION"
  | "CREATE_COLLECTION"
  | "CREATE_INDEX"
  | "DROP_COLLECTION"
  | "ENABLE_PROFILER"
  | "ANALYZE"
  | "CHANGE_STREAM"
  | "COLL_MOD"
  | "COMPACT"
  | "CONVERT_TO_CAPPED"
  | "DROP_DATABASE"
  | "DROP_INDEX"
  | "RE_INDEX"
  | "RENAME_COLLECTION_SAME_DB"
  | "COLL_STATS"
  | "DB_HASH"
  | "DB_STATS"
  | "LIST_COLLECTIONS"
  | "LIST_INDEXES"
  | "VALIDATE"
  | "CREATE_SEARCH_INDEX"
  | "DROP_SEARCH_INDEX"
  | "LIST_SEARCH_INDEXES"
  | "UPDATE_SEARCH_INDEX"
  | "USE_UUID"
  | "KILL_OP"
  | "BYPASS_DEFAULT_MAX_TIME_MS"
  | "KILL_ANY_CURSOR"
  | "SET_USER_WRITE_BLOCK"
  | "BYPASS_USER_WRITE_BLOCK"
  | "LIST_SESSIONS"
  | "KILL_ANY_SESSION"
  | "CONN_POOL_STATS"
  | "GET_CMD_LINE_OPTS"
  | "GET_LOG"
  | "GET_PARAMETER"
  | "GET_SHARD_MAP"
  | "HOST_INFO"
  | "IN_PROG"
  | "LIST_DATABASES"
  | "LIST_SHARDS"
  | "NET_STAT"
  | "REPL_SET_GET_CONFIG"
  | "REPL_SET_GET_STATUS"
  | "SERVER_STATUS"
  | "SHARDING_STATE"
  | "TOP"
  | "FLUSH_ROUTER_CONFIG"
  | "SQL_GET_SCHEMA"
  | "SQL_SET_SCHEMA"
  | "VIEW_ALL_HISTORY"
  | "OUT_TO_S3"
  | "OUT_TO_AZURE"
  | "OUT_TO_GCS"
  | "STORAGE_GET_CONFIG"
  | "STORAGE_SET_CONFIG"
  | "ENABLE_SHARDING"
  | "CHECK_METADATA_CONSISTENCY"
  | "MOVE_CHUNK"
  | "SPLIT_CHUNK"
  | "ANALYZE_SHARD_KEY"
  | "REFINE_COLLECTION_SHARD_KEY"
  | "CLEAR_JUMBO_FLAG"
  | "RESHARD_COLLECTION"
  | "SHARDED_DATA_DISTRIBUTION"
  | "GET_STREAM_PROCESSOR"
  | "CREATE_STREAM_PROCESSOR"
  | "PROCESS_STREAM_PROCESSOR"
  | "MODIFY_STREAM_PROCESSOR"
  | "START_STREAM_PROCESSOR"
  | "STOP_STREAM_PROCESSOR"
  | "DROP_STREAM_PROCESSOR"
  | "SAMPLE_STREAM_PROCESSOR"
  | "LIST_STREAM_PROCESSORS"
  | "LIST_CONNECTIONS"
  | "STREAM_PROCESSOR_STATS";

/** Some members of an answer as a request has them: each may be undefined. */
type AsSent<Answer, Names extends keyof Answer> = { [Name in Names]?: Answer[Name] | undefined };

/** A request with a body. */
interface Sending<Body> {
  /** The body that is sent. */
  body: Body;
}

/** A parameter of many calls. */
export interface GroupIdParameter {
  /** Id of the project. */
  groupId: string;
}

/** A parameter of many calls. */
export interface PrettyParameter {
  /** Answers JSON with line breaks and indentation. */
  pretty?: boolean | undefined;
}

/** A parameter of many calls. */
export interface ApiUserIdParameter {
  /** Id of the API key. */
  apiUserId: string;
}

/** A parameter of many calls. */
export interface UserIdParameter {
  /** Id of the user. */
  userId: string;
}

/** A parameter of many calls. */
export interface OrgIdParameter {
  /** Id of the organization. */
  orgId: string;
}

/** A parameter of many calls. */
export interface TeamIdParameter {
  /** Id of the team. */
  teamId: string;
}

/** A parameter of many calls. */
export interface ClusterNameParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** A parameter of many calls. */
export interface FederationSettingsIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** A parameter of many calls. */
export interface IncludeCountParameter {
  /** Whether to count all results (totalCount). */
  includeCount?: boolean | undefined;
}

/** A parameter of many calls. */
export interface ItemsPerPageParameter {
  /** Results on one page. */
  itemsPerPage?: number | undefined;
}

/** A parameter of many calls. */
export interface PageNumParameter {
  /** Number of the page, from 1. */
  pageNum?: number | undefined;
}

/** A parameter of many calls. */
export interface NameParameter {
  /** Name of the cluster. */
  name: string;
}

/** A parameter of many calls. */
export interface McpConfigIdParameter {
  /** Id of the remote MCP configuration, a UUID. */
  mcpConfigId: string;
}

/** A parameter of many calls. */
export interface ClientIdParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** A parameter of many calls. */
export interface TenantNameParameter {
  /** Name of the federated database or the stream workspace. */
  tenantName: string;
}

/** A parameter of many calls. */
export interface ConnectionNameParameter {
  /** Name of the connection. */
  connectionName: string;
}

/** A parameter of many calls. */
export interface EndpointIdParameter {
  /** Id of the private endpoint. */
  endpointId: string;
}

/** A parameter of many calls. */
export interface SnapshotIdParameter {
  /** Id of the snapshot. */
  snapshotId: string;
}

/** A parameter of many calls. */
export interface CollectionNameParameter {
  /** Name of the collection. */
  collectionName: string;
}

/** A parameter of many calls. */
export interface DatabaseNameParameter {
  /** Name of the database. */
  databaseName: string;
}

/** A parameter of many calls. */
export interface StartParameter {
  /** Start of the interval; needs `end` and excludes `period`. */
  start?: string | undefined;
}

/** A parameter of many calls. */
export interface EndParameter {
  /** End of the interval; needs `start` and excludes `period`. */
  end?: string | undefined;
}

/** A parameter of many calls. */
export interface PeriodParameter {
  /** Length of the interval that ends now, such as PT1H; excludes `start` and `end`. */
  period?: string | undefined;
}

/** A parameter of many calls. */
export interface ProcessIdParameter {
  /** Host and port of the process. */
  processId: string;
}

/** Largest size. */
export type BaseCloudProviderInstanceSize = string;

/** Region. */
export type BaseStreamsRegion =
  | "SYDNEY_AUS"
  | "MUMBAI_IND"
  | "FRANKFURT_DEU"
  | "DUBLIN_IRL"
  | "LONDON_GBR"
  | "VIRGINIA_USA"
  | "OHIO_USA"
  | "OREGON_USA"
  | "SAOPAULO_BRA"
  | "MONTREAL_CAN"
  | "TOKYO_JPN"
  | "SINGAPORE_SGP"
  | "PARIS_FRA"
  | "SEOUL_KOR"
  | "eastus"
  | "westus"
  | "eastus2"
  | "westeurope"
  | "brazilsouth"
  | "australiaeast"
  | "US_CENTRAL1"
  | "EUROPE_WEST1"
  | "US_EAST4";

export type BasicDBObject = Record<string, unknown>;

export type CloudProviderAccessFeatureUsage = Record<string, never>;

export type Document = Record<string, unknown>;

/** Severity of the alerts. */
export type EventSeverity = "INFO" | "WARNING" | "ERROR" | "CRITICAL";

export type GroupUserResponse = GroupActiveUserResponse | GroupPendingUserResponse;

/** Version 2023-01-01: nodes by region. */
export type LegacyRegionsConfig = Record<string, RegionSpec>;

export type LogIntegrationResponse =
  | AzureLogIntegrationResponse
  | DatadogLogIntegrationResponse
  | GcsLogIntegrationResponse
  | OtelLogIntegrationResponse
  | S3LogIntegrationResponse
  | SplunkLogIntegrationResponse;

/** Name of a field. */
export type MatcherFieldView =
  | "APPLICATION_ID"
  | "CLUSTER_NAME"
  | "TYPE_NAME"
  | "HOSTNAME"
  | "PORT"
  | "HOSTNAME_AND_PORT"
  | "REPLICA_SET_NAME"
  | "ATLAS_NODE_TYPE"
  | "SHARD_NAME"
  | "INSTANCE_NAME"
  | "PROCESSOR_NAME"
  | "RULE_ID"
  | "SOFTWARE_TYPE";

export type OrgUserResponse = OrgActiveUserResponse | OrgPendingUserResponse;

export type RequestAccepted = unknown;

/** SchemaRegistry: credentials. */
export type SchemaRegistryAuthentication =
  | ConfluentSaslInheritAuthentication
  | ConfluentUserInfoAuthentication;

export type LegacyRegionsConfigRequest = Record<string, RegionSpecRequest>;

export type LogIntegrationRequest =
  | AzureLogIntegrationRequest
  | DatadogLogIntegrationRequest
  | GcsLogIntegrationRequest
  | OtelLogIntegrationRequest
  | S3LogIntegrationRequest
  | SplunkLogIntegrationRequest;

export type SchemaRegistryAuthenticationRequest =
  | ConfluentSaslInheritAuthentication
  | ConfluentUserInfoAuthenticationRequest;

export interface AWSCustomDNSEnabledView {
  /** Whether clusters at AWS have names of their own in its networks. */
  enabled: boolean;
}

/** Key of AWS KMS. */
export interface AWSKMSConfiguration {
  /** Access key, in place of a role. */
  accessKeyID?: string;
  /** Key that encrypts, by id or ARN. */
  customerMasterKeyID?: string;
  /** Whether clusters may be encrypted with the key. */
  enabled: boolean;
  /** Region of the key. */
  region?: string;
  /** Whether the key is to be reached over private networks alone; nothing is reached here. */
  requirePrivateNetworking?: boolean;
  /** Cloud provider access that may use the key. */
  roleId?: string;
  /** Whether the key was reached: true if it is enabled, because no provider is asked here. */
  valid?: boolean;
}

export interface AWSKMSConfigurationRequest
  extends AsSent<
    AWSKMSConfiguration,
    "accessKeyID" | "customerMasterKeyID" | "region" | "requirePrivateNetworking" | "roleId"
  > {
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Secret of the access key. Kept sealed, never answered. */
  secretAccessKey?: string | undefined;
}

export interface AcceptGroupStreamVpcPeeringConnectionRequest
  extends GroupIdParameter,
    Sending<VPCPeeringActionChallenge> {
  /** Id of the VPC peering. */
  id: string;
}

export interface AccessListItemView {
  /** Network in CIDR notation. */
  cidrBlock: string | null;
  /** Address; null for a network. */
  ipAddress: string | null;
}

export interface AccountDetails {
  /** Account at AWS. */
  awsAccountId?: string;
  /** Addresses of the network. */
  cidrBlock?: string;
  /** Cloud provider. */
  cloudProvider?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Network at AWS. */
  vpcId?: string;
  /** Subscription at Azure. */
  azureSubscriptionId?: string;
  /** Network at Azure. */
  virtualNetworkName?: string;
  /** Project at Google Cloud. */
  gcpProjectId?: string;
  /** Network at Google Cloud. */
  vpcNetworkName?: string;
}

export interface AcknowledgeAlert
  extends AsSent<AlertViewForNdsGroup, "acknowledgedUntil" | "acknowledgementComment"> {
  /** Whether the acknowledgement is taken back. */
  unacknowledgeAlert?: boolean | undefined;
}

export interface AcknowledgeGroupAlertRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AcknowledgeAlert> {
  /** Id of the alert. */
  alertId: string;
}

export interface ActivityFeedLinkResponse {
  /** Address of the feed with the filters that were sent. */
  link: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface AddGroupAccessUserRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupInvitationRequest> {}

export interface AddGroupApiKeyRequest
  extends GroupIdParameter,
    ApiUserIdParameter,
    PrettyParameter,
    Sending<readonly UserAccessRoleAssignment[]> {}

export interface AddGroupTeamsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<readonly TeamRoleRequest[]> {}

export interface AddGroupUserRoleRequest
  extends GroupIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveGroupRole> {}

export interface AddGroupUsersRequest extends GroupIdParameter, PrettyParameter, Sending<GroupUserRequest> {}

export interface AddOrRemoveGroupRole {
  /** Role in the project. */
  groupRole: GroupRoleName;
}

export interface AddOrRemoveOrgRole {
  /** Role in the organization. */
  orgRole: OrgRoleName;
}

export interface AddOrRemoveUserFromTeam {
  /** Id of the user. */
  id: string;
}

export interface AddOrgTeamUserRequest
  extends OrgIdParameter,
    TeamIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveUserFromTeam> {}

export interface AddOrgTeamUsersRequest
  extends OrgIdParameter,
    TeamIdParameter,
    PrettyParameter,
    Sending<readonly AddUserToTeam[]> {}

export interface AddOrgUserRoleRequest
  extends OrgIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveOrgRole> {}

export interface AddUserToTeam {
  /** Id of the user. */
  id: string;
}

/** More about stream processors; never here. */
export interface AdditionalData {
  /** Id of the stream processor. */
  processorId?: string;
  /** Name of the stream processor. */
  processorName?: string;
  /** Name of the stream workspace. */
  workspace?: string;
}

/** Auto-scaling settings. */
export interface AdvancedAutoScalingSettings {
  /** Scaling of the size. */
  compute?: AdvancedComputeAutoScaling;
  /** Scaling of the disk. */
  diskGB?: DiskGBAutoScaling;
  /** Taken, and without effect here. */
  autoIndexing?: {
    /** Whether indexes would be made automatically. */
    enabled?: boolean;
  };
}

export interface AdvancedAutoScalingSettingsRequest {
  /** Scaling of the size. */
  compute?: AdvancedComputeAutoScalingRequest | undefined;
  /** Scaling of the disk. */
  diskGB?: DiskGBAutoScalingRequest | undefined;
  /** Taken, and without effect here. */
  autoIndexing?:
    | {
        /** Whether indexes would be made automatically. */
        enabled?: boolean | undefined;
      }
    | undefined;
}

export interface AdvancedClusterDescription {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationView;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean;
  /** BI connector. */
  biConnector?: BiConnector;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED";
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED";
  /** The place of the config servers of a sharded cluster. */
  configServerType?: string;
  /** Where the database is; empty while a cluster is made. */
  connectionStrings: ClusterConnectionStrings;
  /** When it was made. */
  createDate: string;
  /** Disk in GB, before version 2024-08-05. */
  diskSizeGB?: number;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED";
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP";
  /** Version of MongoDB whose features it has. */
  featureCompatibilityVersion?: string;
  /** Until when that is pinned. */
  featureCompatibilityVersionExpirationDate?: string;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean;
  /** Id of the project. */
  groupId: string;
  /** Id of the cluster. */
  id: string;
  /**
   * Labels.
   * @deprecated
   */
  labels?: ComponentLabel[];
  /** Resources that belong to this one. */
  links: Link[];
  /** Access of the vendor's staff: never here. */
  mongoDBEmployeeAccessGrant?: EmployeeAccessGrantView;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string;
  /** Version of MongoDB. */
  mongoDBVersion: string;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name?: string;
  /** Whether it is paused. */
  paused?: boolean;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE";
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: ReplicationSpec[];
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1";
  /** State; REPAIRING never here. */
  stateName: "IDLE" | "CREATING" | "UPDATING" | "DELETING" | "REPAIRING";
  /** Tags. */
  tags?: ResourceTag[];
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS";
}

export interface AdvancedClusterDescriptionRequest
  extends AsSent<
    LegacyAtlasCluster,
    | "acceptDataRisksAndForceReplicaSetReconfig"
    | "backupEnabled"
    | "clusterType"
    | "configServerManagementMode"
    | "diskSizeGB"
    | "diskWarmingMode"
    | "encryptionAtRestProvider"
    | "globalClusterSelfManagedSharding"
    | "mongoDBMajorVersion"
    | "paused"
    | "pitEnabled"
    | "replicaSetScalingStrategy"
    | "rootCertType"
    | "terminationProtectionEnabled"
    | "versionReleaseSystem"
  > {
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly ReplicationSpecRequest[] | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
}

/** Scaling of the size. */
export interface AdvancedComputeAutoScaling {
  /** Whether sizes would change by themselves. */
  enabled?: boolean;
  /** Largest size. */
  maxInstanceSize?: BaseCloudProviderInstanceSize;
  /** Smallest size. */
  minInstanceSize?: BaseCloudProviderInstanceSize;
  /** Whether they would become smaller. */
  scaleDownEnabled?: boolean;
}

export interface AdvancedComputeAutoScalingRequest
  extends AsSent<
    AdvancedComputeAutoScaling,
    "enabled" | "maxInstanceSize" | "minInstanceSize" | "scaleDownEnabled"
  > {}

/** How often backups are made, and how long they are kept. */
export interface AdvancedDiskBackupSnapshotSchedulePolicy {
  /** Id of the policy, of which a cluster has one. */
  id?: string;
  /** How often backups are made, and how long they are kept. */
  policyItems: DiskBackupApiPolicyItem[];
}

export interface AdvancedDiskBackupSnapshotSchedulePolicyRequest {
  /** Id of the policy, of which a cluster has one. */
  id?: string | undefined;
  /** How often backups are made, and how long they are kept. */
  policyItems: readonly DiskBackupApiPolicyItemRequest[];
}

export interface AiModelApiKeyCreateRequest {
  /** Cloud provider that the key is for; only ANY is offered. */
  cloud: "ANY";
  /** Geography that the key is for; only ANY is offered. */
  geography: "ANY";
  /** Name of the key. */
  name: string;
}

export interface AiModelApiKeyResponse {
  /** Id of the key. */
  apiKeyId?: string;
  /** Cloud provider that the key is for. */
  cloud?: string;
  /** When the key was made. */
  createdAt?: string;
  /** Name of the person or the credential that made the key. */
  createdBy?: string;
  /** Host of the service that the key is for. Nothing is called here. */
  endpoint?: string;
  /** Geography that the key is for. */
  geography?: string;
  /** Id of the project. */
  groupId?: string;
  /** When the key was last used: always null here. */
  lastUsedAt?: string | null;
  /** The secret but for its last characters. */
  maskedSecret?: string;
  /** Name of the key. */
  name?: string;
  /** The secret, in the answer of its creation only. */
  secret?: string | null;
  /** State of the key: always ACTIVE here. */
  status?: string;
}

export interface AiModelApiKeyUpdateRequest {
  /** New name of the key. */
  name: string;
}

export interface AiModelRateLimitResponse {
  /** Cloud provider that the limits are for. */
  cloud?: string;
  /** Host of the service that the limits are for. */
  endpoint?: string;
  /** Geography that the limits are for. */
  geography?: string;
  /** Name of the model group. */
  modelGroupName?: string;
  /** Names of the models in the group. */
  modelNames?: string[];
  /** Requests in a minute. */
  requestsPerMinuteLimit?: number;
  /** Tokens in a minute. */
  tokensPerMinuteLimit?: number;
}

export interface AiModelsRateLimitUpdateRequest {
  /** Requests in a minute, as many as the organization has at most. */
  requestsPerMinuteLimit: number;
  /** Tokens in a minute, as many as the organization has at most. */
  tokensPerMinuteLimit: number;
}

export interface AlertMatcher {
  /** Field that is compared; each kind of alert has its own fields. */
  fieldName: string;
  /** How it is compared. */
  operator: "EQUALS" | "CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "NOT_EQUALS" | "NOT_CONTAINS" | "REGEX";
  /** The value it is compared with. */
  value?: string;
}

export interface AlertMatcherRequest extends Pick<AlertMatcher, "fieldName" | "operator"> {
  /** The value it is compared with. */
  value?: string | undefined;
}

export interface AlertView
  extends Pick<AcknowledgeAlert, "acknowledgedUntil" | "acknowledgementComment" | "unacknowledgeAlert"> {}

export interface AlertViewForNdsGroup {
  /** Until when the alert is acknowledged; without it, the acknowledgement is taken back. */
  acknowledgedUntil?: string;
  /** Comment on the acknowledgement. */
  acknowledgementComment?: string;
  /** Who acknowledged it. */
  acknowledgingUsername?: string;
  /** Configuration by which it was opened. */
  alertConfigId: string;
  /** When it was opened. */
  created: string;
  /** Type of the event that alerts are about. */
  eventTypeName: EventTypeForNdsGroup | (string & {});
  /** Project of the alert. */
  groupId?: string;
  /** Id of the alert. */
  id: string;
  /** When people were told last. */
  lastNotified?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Organization of the project. */
  orgId?: string;
  /** When it was closed. */
  resolved?: string;
  /** TRACKING until it has lasted as long as its notifications say, then OPEN. */
  status: "CANCELLED" | "CLOSED" | "OPEN" | "TRACKING";
  /** When it was changed last. */
  updated: string;
  /** Cluster that it is about. */
  clusterName?: string;
  /** Host that it is about. */
  hostnameAndPort?: string;
  /** Replica set that it is about. */
  replicaSetName?: string;
  /** Value when it was measured last. */
  currentValue?: {
    /** Number. */
    number?: number;
    /** Unit of the number. */
    units?: string;
  };
  /** Metric that it is about. */
  metricName?: string;
  /** Hosts that do not run: none here. */
  nonRunningHostIds?: string[];
  /** Cluster that a shard belongs to. */
  parentClusterId?: string;
  /** Name of the stream workspace: none here. */
  instanceName?: string;
  /** Error of the stream processor: none here. */
  processorErrorMsg?: string;
  /** Stream processor that it is about: none here. */
  processorName?: string;
  /** State of the stream processor: none here. */
  processorState?: string;
}

export interface AlertsNotificationRootForGroup {
  /** Key of Datadog. */
  datadogApiKey?: string;
  /** Region of Datadog. */
  datadogRegion?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED";
  /** Minutes that the condition must last. */
  delayMin?: number;
  /** Integration whose credentials are used. */
  integrationId?: string;
  /** Minutes between two messages about one alert, 5 at least. */
  intervalMin?: number;
  /** Id of the notification; in a change, members that are not sent keep their values. */
  notifierId?: string;
  /** How people are told. */
  typeName:
    | "DATADOG"
    | "EMAIL"
    | "GROUP"
    | "HIP_CHAT"
    | "MICROSOFT_TEAMS"
    | "OPS_GENIE"
    | "ORG"
    | "PAGER_DUTY"
    | "SLACK"
    | "SMS"
    | "TEAM"
    | "USER"
    | "VICTOR_OPS"
    | "WEBHOOK";
  /** Address of the message. */
  emailAddress?: string;
  /** Whether people get a message by e-mail. */
  emailEnabled?: boolean;
  /** People with one of these roles get it; all if absent. */
  roles?: RoleName[];
  /** Whether people get a text message. */
  smsEnabled?: boolean;
  /** Token of HipChat, which is no longer supported. */
  notificationToken?: string;
  /** Room of HipChat. */
  roomName?: string;
  /** Webhook of Microsoft Teams. */
  microsoftTeamsWebhookUrl?: string;
  /** Key of Opsgenie. */
  opsGenieApiKey?: string;
  /** Region of Opsgenie. */
  opsGenieRegion?: "US" | "EU";
  /** Region of PagerDuty. */
  region?: "US" | "EU";
  /** Key of PagerDuty. */
  serviceKey?: string;
  /** Token of Slack. */
  apiToken?: string;
  /** Channel of Slack. */
  channelName?: string;
  /** Number of the text message. */
  mobileNumber?: string;
  /** Team whose people get it. */
  teamId?: string;
  /** Name of that team. */
  teamName?: string;
  /** Person who gets it. */
  username?: string;
  /** Key of VictorOps. */
  victorOpsApiKey?: string;
  /** Routing key of VictorOps. */
  victorOpsRoutingKey?: string;
  /** Template of the body of the webhook. */
  webhookBodyTemplate?: string;
  /** Template of the headers of the webhook. */
  webhookHeadersTemplate?: string;
  /** Secret of the webhook. */
  webhookSecret?: string;
  /** Address of the webhook. */
  webhookUrl?: string;
}

export interface AlertsNotificationRootForGroupRequest
  extends AsSent<
    AlertsNotificationRootForGroup,
    | "datadogApiKey"
    | "datadogRegion"
    | "delayMin"
    | "integrationId"
    | "intervalMin"
    | "notifierId"
    | "emailAddress"
    | "emailEnabled"
    | "smsEnabled"
    | "notificationToken"
    | "roomName"
    | "microsoftTeamsWebhookUrl"
    | "opsGenieApiKey"
    | "opsGenieRegion"
    | "region"
    | "serviceKey"
    | "apiToken"
    | "channelName"
    | "mobileNumber"
    | "teamId"
    | "username"
    | "victorOpsApiKey"
    | "victorOpsRoutingKey"
    | "webhookBodyTemplate"
    | "webhookHeadersTemplate"
    | "webhookSecret"
    | "webhookUrl"
  > {
  /** How people are told. */
  typeName:
    | "DATADOG"
    | "EMAIL"
    | "GROUP"
    | "HIP_CHAT"
    | "MICROSOFT_TEAMS"
    | "OPS_GENIE"
    | "ORG"
    | "PAGER_DUTY"
    | "SLACK"
    | "SMS"
    | "TEAM"
    | "USER"
    | "VICTOR_OPS"
    | "WEBHOOK";
  /** People with one of these roles get it; all if absent. */
  roles?: readonly RoleName[] | undefined;
}

export interface AlertsToggle {
  /** Whether alerts are opened by it. */
  enabled: boolean;
}

export interface ApiAtlasCheckpointView {
  /** Id of the cluster. */
  clusterId?: string;
  /** Time of completion. */
  completed?: string;
  /** Id of the project. */
  groupId?: string;
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Parts, one for each shard. */
  parts?: ApiCheckpointPartView[];
  /** Whether it can be restored. */
  restorable?: boolean;
  /** Time when it was begun. */
  started?: string;
  /** Time, as in the oplog. */
  timestamp?: string;
}

/** TLS settings. */
export interface ApiAtlasClusterAdvancedConfigurationView {
  /** Ciphers of TLS 1.2; by default any. */
  customOpensslCipherConfigTls12?: (
    | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
    | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
  )[];
  /** Ciphers of TLS 1.3; by default any. */
  customOpensslCipherConfigTls13?: (
    | "TLS_AES_256_GCM_SHA384"
    | "TLS_CHACHA20_POLY1305_SHA256"
    | "TLS_AES_128_GCM_SHA256"
    | "TLS_AES_128_CCM_SHA256"
  )[];
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3";
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT";
}

export interface ApiAtlasClusterAdvancedConfigurationViewRequest
  extends AsSent<ClusterDescriptionProcessArgs, "minimumEnabledTlsProtocol" | "tlsCipherConfigMode"> {
  /** Ciphers of TLS 1.2; by default any. */
  customOpensslCipherConfigTls12?:
    | readonly ("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")[]
    | undefined;
  /** Ciphers of TLS 1.3; by default any. */
  customOpensslCipherConfigTls13?:
    | readonly (
        | "TLS_AES_256_GCM_SHA384"
        | "TLS_CHACHA20_POLY1305_SHA256"
        | "TLS_AES_128_GCM_SHA256"
        | "TLS_AES_128_CCM_SHA256"
      )[]
    | undefined;
}

export interface ApiAtlasCollectionRestoreCollectionStateResponse {
  /** Name under which it is restored, with its suffixes. */
  effectiveTargetNamespace?: string;
  /** State of its indexes. */
  indexStatus?: ApiAtlasCollectionRestoreIndexStatus;
  /** Documents that are restored: 0, no data is copied. */
  restoredDocuments?: number;
  /** Name in the backup. */
  sourceNamespace?: string;
  /** State. */
  state?:
    | "NOT_STARTED"
    | "IN_PROGRESS"
    | "FINALIZING"
    | "NOT_FOUND"
    | "UNSUPPORTED"
    | "SUCCESSFUL"
    | "ROLLBACK"
    | "NOT_RESTORED"
    | "FAILED"
    | "INDEX_BUILD_FAILED";
  /** Name to restore to; the one in the backup if absent. */
  targetNamespace?: string;
  /** Documents to restore: 0, no data is copied. */
  totalDocuments?: number;
}

/** State of its indexes. */
export interface ApiAtlasCollectionRestoreIndexStatus {
  /** Message of the error. */
  errorMessage?: string;
  /** Indexes that could not be built: none here. */
  failedIndexes?: unknown[];
  /** State. */
  state?: "NOT_STARTED" | "IN_PROGRESS" | "SUCCESSFUL" | "FAILED" | "NOT_RESTORED";
}

/** State of the indexes. */
export interface ApiAtlasCollectionRestoreJobIndexStatus {
  /** Collections whose indexes could not be built: 0. */
  failedCollectionCount?: number;
  /** State. */
  state?: "NOT_STARTED" | "IN_PROGRESS" | "SUCCESSFUL" | "FAILED" | "NOT_RESTORED";
}

export interface ApiAtlasCollectionRestoreJobRequest {
  /** Text that is added to the name of each collection. */
  collectionSuffix?: string | null | undefined;
  /** Collections to restore. */
  collections?: readonly ApiAtlasRestoreNamespaceViewRequest[] | undefined;
  /** Text that is added to the name of each database. */
  databaseSuffix?: string | null | undefined;
  /** Databases to restore whole. */
  databases?: readonly ApiAtlasRestoreNamespaceViewRequest[] | undefined;
  /** Choice of indexes to build. */
  indexStrategy: "ALL" | "NONE" | "ALL_EXCEPT_TTL";
  /** Number of the operation within the second of oplogTs, which needs it. */
  oplogInc?: number | null | undefined;
  /** Second of an operation in the oplog, counted from 1970. */
  oplogTs?: number | null | undefined;
  /** Instant to restore, in seconds since 1970. */
  pointInTimeUtcSeconds?: number | null | undefined;
  /** Id of the snapshot; excludes oplogTs and pointInTimeUtcSeconds. */
  snapshotId?: string | undefined;
  /** Cluster that is restored to. */
  targetClusterName: string;
  /** Project of the cluster that is restored to. */
  targetGroupId: string;
  /** Treatment of collections that are there already. */
  writeStrategy: "CREATE_NEW" | "OVERWRITE_EXISTING";
}

export interface ApiAtlasCollectionRestoreJobResponse
  extends Pick<ApiAtlasCollectionRestoreCollectionStateResponse, "restoredDocuments" | "totalDocuments"> {
  /** Text that is added to the name of each collection. */
  collectionSuffix?: string;
  /** Collections to restore. */
  collections?: ApiAtlasRestoreNamespaceView[];
  /** Time of creation. */
  createdAt?: string;
  /** Text that is added to the name of each database. */
  databaseSuffix?: string;
  /** Databases to restore whole. */
  databases?: ApiAtlasRestoreNamespaceView[];
  /** Message of the error. */
  errorMessage?: string;
  /** Time of completion. */
  finishedAt?: string;
  /** Id. */
  id?: string;
  /** State of the indexes. */
  indexStatus?: ApiAtlasCollectionRestoreJobIndexStatus;
  /** Choice of indexes to build. */
  indexStrategy?: "ALL" | "NONE" | "ALL_EXCEPT_TTL";
  /** Number of the operation within the second of oplogTs. */
  oplogInc?: number;
  /** Second of an operation in the oplog, counted from 1970. */
  oplogTs?: number;
  /** Instant to restore, in seconds since 1970. */
  pointInTimeUtcSeconds?: number;
  /** Id of the snapshot. */
  snapshotId?: string;
  /** State. */
  state?: "INITIALIZING" | "IN_PROGRESS" | "FINALIZING" | "SUCCESSFUL" | "CANCELED" | "FAILED";
  /** Cluster that is restored to. */
  targetClusterName?: string;
  /** Project of the cluster that is restored to. */
  targetGroupId?: string;
  /** Treatment of collections that are there already. */
  writeStrategy?: "CREATE_NEW" | "OVERWRITE_EXISTING";
}

export interface ApiAtlasFTSAnalyzersViewManual {
  /** Filters of characters, in order. */
  charFilters?: Record<string, unknown>[];
  /** Name. */
  name: string;
  /** Filters of tokens, in order. */
  tokenFilters?: Record<string, unknown>[];
  /** Tokenizer of the text. */
  tokenizer: Record<string, unknown>;
}

export interface ApiAtlasFTSAnalyzersViewManualRequest {
  /** Filters of characters, in order. */
  charFilters?: readonly Record<string, unknown>[] | undefined;
  /** Name. */
  name: string;
  /** Filters of tokens, in order. */
  tokenFilters?: readonly Record<string, unknown>[] | undefined;
  /** Tokenizer of the text. */
  tokenizer: Record<string, unknown>;
}

/** Members that are indexed. */
export interface ApiAtlasFTSMappingsViewManual {
  /** Whether members without a mapping are indexed, by their types. */
  dynamic?: boolean;
  /** Mappings of members. */
  fields?: Record<string, unknown>;
}

export interface ApiAtlasFTSMappingsViewManualRequest
  extends AsSent<ApiAtlasFTSMappingsViewManual, "dynamic" | "fields"> {}

export interface ApiAtlasModifyEndpointServiceRequestView {
  /** Cloud provider. */
  cloudProvider: "AWS";
  /** Other regions from which it may be reached. */
  supportedRemoteRegions?: readonly string[] | null | undefined;
}

export interface ApiAtlasNonCompliantResourceView {
  /** Organization of the resource. */
  orgId?: string;
  /** Id of the resource. */
  resourceId?: string;
  /** Name of the resource. */
  resourceName?: string;
  /** Resource policies that forbid it. */
  resourcePoliciesCausingNonCompliance?: ApiAtlasResourcePolicyMetadataView[];
  /** Type of the resource; here always CLUSTER. */
  resourceType?: "DEPRECATED_PROJECT" | "DEPRECATED_CLUSTER" | "PROJECT" | "CLUSTER";
}

export interface ApiAtlasPolicyCreateView {
  /** Text of the policy in Cedar. */
  body: string;
}

export interface ApiAtlasPolicyMetadataView {
  /** Id of a text that forbids it. */
  policyId?: string;
}

export interface ApiAtlasPolicyView {
  /** Text of the policy in Cedar. */
  body?: string;
  /** Id of the policy. */
  id?: string;
}

export interface ApiAtlasResourcePolicyCreateView {
  /** The purpose of the policy; null or empty for none. */
  description?: string | null | undefined;
  /** Name, unique in the organization. */
  name: string;
  /** Texts of it; a sent list replaces the old one. */
  policies: readonly ApiAtlasPolicyCreateView[];
}

export interface ApiAtlasResourcePolicyEditView {
  /** The purpose of the policy; null or empty for none. */
  description?: string | null | undefined;
  /** Name, unique in the organization. */
  name?: string | undefined;
  /** Texts of it; a sent list replaces the old one. */
  policies?: readonly ApiAtlasPolicyCreateView[] | undefined;
}

export interface ApiAtlasResourcePolicyMetadataView {
  /** Texts of it that forbid the resource. */
  policiesCausingNonCompliance?: ApiAtlasPolicyMetadataView[];
  /** Id of the resource policy. */
  resourcePolicyId?: string;
  /** Name of the resource policy. */
  resourcePolicyName?: string;
}

export interface ApiAtlasResourcePolicyView {
  /** Who made it. */
  createdByUser?: ApiAtlasUserMetadataView;
  /** When it was made. */
  createdDate?: string;
  /** The purpose of the policy. */
  description?: string;
  /** Id of the resource policy. */
  id?: string;
  /** Who changed it last. */
  lastUpdatedByUser?: ApiAtlasUserMetadataView;
  /** When it was changed last. */
  lastUpdatedDate?: string;
  /** Name of it. */
  name?: string;
  /** Organization of the policy. */
  orgId?: string;
  /** Texts of it. */
  policies?: ApiAtlasPolicyView[];
  /** Version of the language of its policies: v1. */
  version?: string;
}

export interface ApiAtlasRestoreNamespaceView {
  /** Name in the backup. */
  sourceNamespace: string;
  /** Name to restore to; the one in the backup if absent. */
  targetNamespace?: string;
}

export interface ApiAtlasRestoreNamespaceViewRequest {
  /** Name in the backup. */
  sourceNamespace: string;
  /** Name to restore to; the one in the backup if absent. */
  targetNamespace?: string | undefined;
}

export interface ApiAtlasSnapshotScheduleView {
  /** Minutes between checkpoints. */
  clusterCheckpointIntervalMin: 15 | 30 | 60;
  /** Id of the cluster. */
  clusterId: string;
  /** Days that daily snapshots are kept. */
  dailySnapshotRetentionDays: 0 | 3 | 4 | 5 | 6 | 7 | 15 | 30 | 60 | 90 | 120 | 180 | 360;
  /** Id of the project. */
  groupId: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Months that monthly snapshots are kept. */
  monthlySnapshotRetentionMonths: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 18 | 24 | 36;
  /** Hours back to which a cluster can be restored at any instant. */
  pointInTimeWindowHours: number;
  /** Hours between snapshots. */
  snapshotIntervalHours: 6 | 8 | 12 | 24;
  /** Days that snapshots are kept. */
  snapshotRetentionDays: 2 | 3 | 4 | 5;
  /** Weeks that weekly snapshots are kept. */
  weeklySnapshotRetentionWeeks: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 12 | 16 | 20 | 24 | 52;
}

export interface ApiAtlasSnapshotScheduleViewRequest
  extends Pick<
    ApiAtlasSnapshotScheduleView,
    | "clusterCheckpointIntervalMin"
    | "clusterId"
    | "dailySnapshotRetentionDays"
    | "monthlySnapshotRetentionMonths"
    | "pointInTimeWindowHours"
    | "snapshotIntervalHours"
    | "snapshotRetentionDays"
    | "weeklySnapshotRetentionWeeks"
  > {}

/** Who made it. */
export interface ApiAtlasUserMetadataView {
  /** Id of the person or credential. */
  id?: string;
  /** Its address, public key or client id. */
  name?: string;
}

/** Instant that is restored. */
export interface ApiBSONTimestampView {
  /** Time of the operation. */
  date?: string | null;
  /** Number of the operation within its second. */
  increment?: number | null;
  /** Second of the operation, counted from 1970. */
  time?: number | null;
}

export interface ApiCheckpointPartView {
  /** Name of the replica set. */
  replicaSetName?: string;
  /** Name of the shard. */
  shardName?: string;
  /** Whether its place in the oplog was found. */
  tokenDiscovered?: boolean;
  /** Its place in the oplog. */
  tokenTimestamp?: ApiBSONTimestampView;
  /** Type. */
  typeName?: "REPLICA_SET" | "CONFIG_SERVER" | "CONFIG_SERVER_REPLICA_SET";
}

export interface ApiHostView_Atlas {
  /** Time of creation. */
  created?: string;
  /** Id of the project. */
  groupId?: string;
  /** Name of the host. */
  hostname?: string;
  /** Id. */
  id?: string;
  /** Time of the last sign of life. */
  lastPing?: string;
  /** Resources that belong to this one. */
  links?: Link_Atlas[];
  /** Port of the host. */
  port?: number;
  /** Name of the replica set. */
  replicaSetName?: string;
  /** Name of the shard. */
  shardName?: string;
  /** Kind of process, and its state in the replica set. */
  typeName?:
    | "REPLICA_PRIMARY"
    | "REPLICA_SECONDARY"
    | "RECOVERING"
    | "SHARD_MONGOS"
    | "SHARD_CONFIG"
    | "SHARD_STANDALONE"
    | "SHARD_PRIMARY"
    | "SHARD_SECONDARY"
    | "NO_DATA";
  /** Name of the host in the addresses of the cluster. */
  userAlias?: string;
  /** Version of MongoDB. */
  version?: string;
}

/** The API key that asks; null for a service account or a person. */
export interface ApiKey {
  /** Addresses the key may be used from; empty means any. */
  accessList: AccessListItemView[];
  /** Id of the API key. */
  id: string;
  /** Public part of the key. */
  publicKey: string;
  /** Roles the key holds. */
  roles: CloudAccessRoleAssignment[];
}

/** An API key. */
export interface ApiKeyUserDetails {
  /** The purpose of the key. */
  desc: string;
  /** Id of the key. */
  id: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Private part: whole in the answer of the creation, masked ever after. */
  privateKey: string;
  /** Public part: the user name of digest authentication. */
  publicKey: string;
  /** Roles of the key in every scope. */
  roles: CloudAccessRoleAssignment[];
}

export interface ApiMeasurementsGeneralView_Atlas extends Pick<ApiHostView_Atlas, "groupId" | "links"> {
  /** Name of the database. */
  databaseName?: string;
  /** End of the interval. */
  end?: string;
  /** Time between two points, as a duration of ISO 8601. */
  granularity?: string;
  /** Host and port of the process. */
  hostId?: string;
  /** Measurements, one of each metric. */
  measurements?: MetricsMeasurement_Atlas[];
  /** Name of the disk partition. */
  partitionName?: string;
  /** Host and port of the process. */
  processId?: string;
  /** Start of the interval. */
  start?: string;
}

export interface ApiPrivateDownloadDeliveryUrl {
  /** Address of the download; nothing answers there. */
  deliveryUrl?: string;
  /** Id of the private endpoint. */
  endpointId?: string;
}

export interface ApiPublicUsageDetailsQueryRequest {
  /** Demands on the line items. */
  filters?: UsageDetailsFilterRequest | undefined;
  /** Order of the line items; USAGE_DATES if absent. */
  sortField?: "USAGE_DATES" | "BILL_DATES" | "TOTAL_PRICE_CENTS" | undefined;
  /** Direction of the order; ASCENDING if absent. */
  sortOrder?: "ASCENDING" | "DESCENDING" | undefined;
}

export interface ApiSearchDeploymentEffectiveSpecView {
  /** Provider of the region. */
  cloudProvider?: "AWS" | "AZURE" | "GCP";
  /** Size of each node. */
  instanceSize: string;
  /** Number of nodes. */
  nodeCount: number;
  /** Region in the words of Atlas. */
  regionName?: string;
}

export interface ApiSearchDeploymentRequestSpecView {
  /** Provider of the region. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | null | undefined;
  /** Size of each node. */
  instanceSize:
    | "S10_HIGHCPU"
    | "S20_HIGHCPU_NVME"
    | "S30_HIGHCPU_NVME"
    | "S40_HIGHCPU_NVME"
    | "S50_HIGHCPU_NVME"
    | "S60_HIGHCPU_NVME"
    | "S70_HIGHCPU_NVME"
    | "S80_HIGHCPU_NVME"
    | "S30_LOWCPU_NVME"
    | "S40_LOWCPU_NVME"
    | "S50_LOWCPU_NVME"
    | "S60_LOWCPU_NVME"
    | "S70_LOWCPU_NVME"
    | "S80_LOWCPU_NVME"
    | "S90_LOWCPU_NVME"
    | "S100_LOWCPU_NVME"
    | "S110_LOWCPU_NVME"
    | "S120_LOWCPU_NVME"
    | "S130_LOWCPU_NVME"
    | "S135_LOWCPU_NVME"
    | "S140_LOWCPU_NVME"
    | "S40_STORAGE_NVME"
    | "S50_STORAGE_NVME"
    | "S60_STORAGE_NVME"
    | "S80_STORAGE_NVME"
    | "S90_STORAGE_NVME";
  /** Number of nodes. */
  nodeCount?: number | null | undefined;
  /** Region in the words of Atlas; each of the cluster if absent. */
  regionName?: string | null | undefined;
}

export interface ApiSearchDeploymentRequestView {
  /** Number of nodes where a spec names none; 2 if absent. */
  defaultNodeCount?: number | null | undefined;
  /** Nodes; one spec, or one for each region. */
  specs: readonly ApiSearchDeploymentRequestSpecView[];
}

export interface ApiSearchDeploymentResponseView {
  /** Nodes of each region. */
  effectiveSpecs?: ApiSearchDeploymentEffectiveSpecView[];
  /** The provider whose key would encrypt them. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | null;
  /** Id of the project. */
  groupId?: string;
  /** Id of the search nodes. */
  id?: string;
  /**
   * Nodes as they were asked for.
   * @deprecated
   */
  specs?: ApiSearchDeploymentSpecView[];
  /** State, which follows from the clock; never PAUSED. */
  stateName?: "IDLE" | "PAUSED" | "UPDATING";
}

export interface ApiSearchDeploymentSpecView {
  /** Size of each node. */
  instanceSize: string;
  /** Number of nodes. */
  nodeCount: number;
}

export interface ApiStandbyLinkFailoverReadinessResponse {
  /** Seconds of data that would be lost; 0 here. */
  estimatedDataLossSeconds: number;
  /** Seconds that a failover would take. */
  estimatedFailoverTimeSeconds: number;
  /** Id of the project. */
  groupId: string;
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface ApiStandbyLinkFailoverRequest {
  /** Kind. */
  type: "UNPLANNED" | "PLANNED_REVERSE" | "PLANNED";
}

export interface ApiStandbyLinkFailoverResponse {
  /** Time of completion. */
  completedAt?: string;
  /** Time of the request. */
  createdDate?: string;
  /** Id of the failover. */
  failoverId?: string;
  /** Stage. */
  failoverStage?:
    | "PREPARING_TO_STOP_REPLICATION"
    | "STOPPING_REPLICATION"
    | "PREPARING_CLUSTER_FOR_SERVING"
    | "DONE";
  /** Id of the standby link. */
  standbyLinkId?: string;
  /** State. */
  status?: "INITIALIZING" | "IN_PROGRESS" | "COMPLETE";
  /** Kind. */
  type?: "UNPLANNED" | "PLANNED_REVERSE" | "PLANNED";
}

export interface ApiStandbyLinkRequest {
  /** Id of the active cluster. */
  activeClusterUniqueId: string;
  /** Id of the standby cluster. */
  standbyClusterUniqueId: string;
}

export interface ApiStandbyLinkResponse {
  /** Id of the active cluster. */
  activeClusterUniqueId: string;
  /** Reason of an error; always null here. */
  errorReason?: string | null;
  /** Id of the project. */
  groupId: string;
  /** Id of the standby cluster. */
  standbyClusterUniqueId: string;
  /** Id of the standby link. */
  standbyLinkId: string;
  /** State. */
  status: string;
}

export interface AssociatedInvoice {
  /** Id of the invoice. */
  invoiceId?: string;
  /** Id of the organization. */
  orgId?: string;
}

export interface AtlasClusterOutageSimulationOutageFilter {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "GCP" | "AZURE";
  /** Region. */
  regionName?: string;
  /** Kind. */
  type?: "REGION";
}

export interface AtlasClusterOutageSimulationOutageFilterRequest
  extends AsSent<AtlasClusterOutageSimulationOutageFilter, "cloudProvider" | "regionName" | "type"> {}

/** An organization. */
export interface AtlasOrganization {
  /** Id of the organization. */
  id: string;
  /** Whether it was deleted. */
  isDeleted: boolean;
  /** Resources that belong to this one. */
  links: Link[];
  /** Name of the organization. Letters and digits of any script, blanks and the characters - _ . ( ) , : & @ + ' */
  name: string;
  /** Whether new projects start without alert settings. */
  skipDefaultAlertsSettings: boolean;
}

export interface AtlasOrganizationRequest {
  /** Name of the organization. Letters and digits of any script, blanks and the characters - _ . ( ) , : & @ + ' */
  name: string;
  /** Whether new projects start without alert settings. */
  skipDefaultAlertsSettings?: boolean | undefined;
}

export interface AtlasSearchAnalyzer {
  /** Filters of characters, in order. */
  charFilters?: BasicDBObject[];
  /** Name. */
  name: string;
  /** Filters of tokens, in order. */
  tokenFilters?: BasicDBObject[];
  /** Tokenizer of the text. */
  tokenizer: Record<string, unknown>;
}

export interface AtlasSearchAnalyzerRequest {
  /** Filters of characters, in order. */
  charFilters?: readonly BasicDBObject[] | undefined;
  /** Name. */
  name: string;
  /** Filters of tokens, in order. */
  tokenFilters?: readonly BasicDBObject[] | undefined;
  /** Tokenizer of the text. */
  tokenizer: Record<string, unknown>;
}

export interface AtlasTenantClusterUpgradeRequest20240805
  extends Pick<
      AdvancedClusterDescriptionRequest,
      | "acceptDataRisksAndForceReplicaSetReconfig"
      | "advancedConfiguration"
      | "backupEnabled"
      | "biConnector"
      | "clusterType"
      | "configServerManagementMode"
      | "diskWarmingMode"
      | "encryptionAtRestProvider"
      | "globalClusterSelfManagedSharding"
      | "labels"
      | "mongoDBMajorVersion"
      | "name"
      | "paused"
      | "pitEnabled"
      | "replicaSetScalingStrategy"
      | "rootCertType"
      | "tags"
      | "terminationProtectionEnabled"
      | "versionReleaseSystem"
    >,
    AsSent<
      ClusterDescription20240805,
      | "adaptiveCapacity"
      | "redactClientLogData"
      | "retainBackups"
      | "useAwsTimeBasedSnapshotCopyForFastInitialSync"
    > {
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly ReplicationSpec20240805Request[] | undefined;
}

export interface AuditLog {
  /** Whether what is allowed is written down too. */
  auditAuthorizationSuccess: boolean;
  /** A query in JSON that chooses what is written down. It is kept as it was sent, without space around it. */
  auditFilter?: string;
  /** How the filter was made: FILTER_JSON for one that was sent. */
  configurationType: "NONE" | "FILTER_BUILDER" | "FILTER_JSON";
  /** Whether databases write audit logs. */
  enabled: boolean;
}

export interface AuditLogRequest {
  /** Whether what is allowed is written down too. */
  auditAuthorizationSuccess?: boolean | undefined;
  /** A query in JSON that chooses what is written down. It is kept as it was sent, without space around it. */
  auditFilter?: string | undefined;
  /** Whether databases write audit logs. */
  enabled?: boolean | undefined;
}

export interface AuthFederationRoleMapping {
  /** Group of the identity provider whose people get the roles. */
  externalGroupName: string;
  /** Id of the mapping. */
  id: string;
  /** What they get: at least one role in the organization, and roles in its projects. */
  roleAssignments: ConnectedOrgConfigRoleAssignment[];
}

export interface AuthFederationRoleMappingRequest {
  /** Group of the identity provider whose people get the roles. */
  externalGroupName: string;
  /** What they get: at least one role in the organization, and roles in its projects. */
  roleAssignments: readonly ConnectedOrgConfigRoleAssignmentRequest[];
}

export interface AuthorizeGroupCloudProviderAccessRoleRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudProviderAccessRoleRequestUpdate> {
  /** Id of the access. */
  roleId: string;
}

/** Where backups are exported to. */
export interface AutoExportPolicyView {
  /** Bucket that backups are exported to. */
  exportBucketId?: string;
  /** Which backups are exported. */
  frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
}

export interface AutoExportPolicyViewRequest
  extends AsSent<AutoExportPolicyView, "exportBucketId" | "frequencyType"> {}

export interface AutoGroupClusterScalingConfigurationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface AvailableCloudProviderRegion {
  /** Whether clusters get it by default. */
  default: boolean;
  /** Name of the region. */
  name: string;
}

export interface AvailableClustersDeployment {
  /** Version of the agent. */
  agentVersion?: string;
  /** Id of the cluster. */
  clusterId?: string;
  /** Size of the data. */
  dbSizeBytes?: number;
  /** Feature compatibility version. */
  featureCompatibilityVersion: string;
  /** Whether automation manages it. */
  managed: boolean;
  /** Version of MongoDB. */
  mongoDBVersion: string;
  /** Name. */
  name: string;
  /** Size of the oplog. */
  oplogSizeMB?: number;
  /** Whether it is sharded. */
  sharded: boolean;
  /** Number of shards. */
  shardsSize?: number;
  /** Whether it uses TLS. */
  tlsEnabled: boolean;
}

/** Settings at Azure. */
export interface AzureConnection {
  /** Resources that belong to this one. */
  links?: Link[];
  /**
   * Region.
   * @deprecated
   */
  region?: string;
  /** Id of the service principal. */
  servicePrincipalId?: string;
  /** Name of the storage account. */
  storageAccountName?: string;
}

export interface AzureConnectionRequest
  extends AsSent<AzureConnection, "region" | "servicePrincipalId" | "storageAccountName"> {}

/** Key of Azure Key Vault. */
export interface AzureKeyVault
  extends Pick<AWSKMSConfiguration, "enabled" | "requirePrivateNetworking" | "valid"> {
  /** Cloud of the account. */
  azureEnvironment?: "AZURE" | "AZURE_CHINA" | "AZURE_US_GOVERNMENT";
  /** Application that may use the key. */
  clientID?: string;
  /** Address of the key. */
  keyIdentifier?: string;
  /** Name of the vault. */
  keyVaultName?: string;
  /** Resource group of the vault. */
  resourceGroupName?: string;
  /** Cloud provider access that may use the key, in place of a secret. */
  roleId?: string;
  /** Subscription of the account. */
  subscriptionID?: string;
  /** Tenant of the account. */
  tenantID?: string;
}

export interface AzureKeyVaultRequest
  extends AsSent<
    AzureKeyVault,
    | "azureEnvironment"
    | "clientID"
    | "keyIdentifier"
    | "keyVaultName"
    | "requirePrivateNetworking"
    | "resourceGroupName"
    | "roleId"
    | "subscriptionID"
    | "tenantID"
  > {
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Secret of the application. Kept sealed, never answered. */
  secret?: string | undefined;
}

export interface AzureLogIntegrationRequest
  extends Pick<
    AzureLogIntegrationResponse,
    "type" | "prefixPath" | "roleId" | "storageAccountName" | "storageContainerName"
  > {
  /** Logs that are exported. */
  logTypes: readonly ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
}

export interface AzureLogIntegrationResponse {
  /** Id. */
  id: string;
  /** Logs that are exported. */
  logTypes: ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
  /** Kind. */
  type: "AZURE_LOG_EXPORT";
  /** Folder in the bucket or the container. */
  prefixPath: string;
  /** Id of the access to the provider's account. */
  roleId: string;
  /** AZURE: storage account. */
  storageAccountName: string;
  /** AZURE: container in the account. */
  storageContainerName: string;
}

/** How long backups on demand are kept at least. */
export interface BackupComplianceOnDemandPolicyItem {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "ondemand";
  /** Id of the item. */
  id?: string;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
}

export interface BackupComplianceOnDemandPolicyItemRequest
  extends Pick<
    BackupComplianceOnDemandPolicyItem,
    "frequencyInterval" | "frequencyType" | "retentionUnit" | "retentionValue"
  > {
  /** Id of the item. */
  id?: string | undefined;
}

export interface BackupComplianceScheduledPolicyItem
  extends Pick<
    BackupComplianceOnDemandPolicyItem,
    "frequencyInterval" | "id" | "retentionUnit" | "retentionValue"
  > {
  /** How often backups are made. */
  frequencyType: "daily" | "hourly" | "weekly" | "monthly" | "yearly";
}

export interface BackupComplianceScheduledPolicyItemRequest
  extends Pick<
    BackupComplianceScheduledPolicyItem,
    "frequencyInterval" | "frequencyType" | "retentionUnit" | "retentionValue"
  > {
  /** Id of the item. */
  id?: string | undefined;
}

export interface BackupLabel {
  /** Key of the label. */
  key?: string;
  /** Value of the label. */
  value?: string;
}

export interface BackupLabelRequest extends AsSent<BackupLabel, "key" | "value"> {}

export interface BackupOnlineArchive {
  /** Id. */
  _id: string;
  /** Name of the cluster. */
  clusterName: string;
  /** Name of the collection. */
  collName: string;
  /** Kind of the collection. */
  collectionType: "TIMESERIES" | "STANDARD";
  /** Documents that are archived. */
  criteria: CriteriaView;
  /** When archived data is deleted; never if absent. */
  dataExpirationRule?: DataExpirationRuleView;
  /** Region of the archive. */
  dataProcessRegion: DataProcessRegionView;
  /** Name of the data set. */
  dataSetName?: string;
  /** Name of the database. */
  dbName: string;
  /** Id of the project. */
  groupId: string;
  /** Fields by which data is divided. */
  partitionFields?: PartitionFieldView[];
  /** Whether it is paused. */
  paused: boolean;
  /** When documents are archived. */
  schedule: OnlineArchiveSchedule;
  /** State. */
  state: "PENDING" | "ACTIVE" | "PAUSING" | "PAUSED" | "DELETED" | "ORPHANED";
}

export interface BackupOnlineArchiveCreate
  extends Pick<BackupOnlineArchiveRequest, "dataExpirationRule" | "paused" | "schedule"> {
  /** Name of the collection. */
  collName: string;
  /** Kind of the collection. */
  collectionType?: "TIMESERIES" | "STANDARD" | undefined;
  /** Documents that are archived. */
  criteria: CriteriaViewRequest;
  /** Region of the archive. */
  dataProcessRegion?: CreateDataProcessRegionView | undefined;
  /** Name of the database. */
  dbName: string;
  /** Fields by which data is divided. */
  partitionFields?: readonly PartitionFieldViewRequest[] | undefined;
}

export interface BackupOnlineArchiveRequest {
  /** Documents that are archived. */
  criteria?: CriteriaViewRequest | undefined;
  /** When archived data is deleted; never if absent. */
  dataExpirationRule?: DataExpirationRuleViewRequest | undefined;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** When documents are archived. */
  schedule?: OnlineArchiveScheduleRequest | undefined;
}

export interface BackupRestoreJob
  extends Pick<ApiAtlasCheckpointView, "clusterId" | "groupId" | "id" | "links"> {
  /** Id of the batch, of a sharded cluster. */
  batchId?: string;
  /** Name of the cluster. */
  clusterName?: string;
  /** Time of creation. */
  created?: string;
  /** Where it is delivered. */
  delivery: BackupRestoreJobDelivery;
  /** Id of the job on the target. */
  deploymentJobId?: string;
  /** Whether it is encrypted. */
  encryptionEnabled?: boolean;
  /** Checksums of its files. */
  hashes?: RestoreJobFileHash[];
  /** Id of its key. */
  masterKeyUUID?: string;
  /** Id of the snapshot. */
  snapshotId?: string;
  /** State. */
  statusName?: "IN_PROGRESS" | "BROKEN" | "KILLED" | "FINISHED";
  /** Time, as in the oplog. */
  timestamp?: ApiBSONTimestampView;
}

/** Where it is delivered. */
export interface BackupRestoreJobDelivery {
  /** Header of the download. */
  authHeader?: string;
  /** Value of that header. */
  authValue?: string;
  /** Hours for which it can be downloaded. */
  expirationHours?: number;
  /** Time when the download expires. */
  expires?: string;
  /** Most downloads. */
  maxDownloads?: number;
  /** Method of delivery. */
  methodName:
    | "CLIENT_PIT_HTTP"
    | "QUERY"
    | "AUTOMATED_RESTORE"
    | "HTTP"
    | "THIRD_PARTY_COPY"
    | "CLIENT_PIT_SCP"
    | "SCP";
  /** State. */
  statusName?:
    | "NOT_STARTED"
    | "IN_PROGRESS"
    | "READY"
    | "FAILED"
    | "INTERRUPTED"
    | "EXPIRED"
    | "MAX_DOWNLOADS_EXCEEDED"
    | "PENDING";
  /** Id of the target cluster. */
  targetClusterId?: string;
  /** Cluster that is restored to. */
  targetClusterName?: string;
  /** Project of the cluster that is restored to. */
  targetGroupId?: string;
  /**
   * Address of the download.
   * @deprecated
   */
  url?: string;
  /** Address of the download. */
  urlV2?: string;
}

export interface BackupRestoreJobDeliveryRequest
  extends AsSent<
    BackupRestoreJobDelivery,
    "expirationHours" | "maxDownloads" | "targetClusterId" | "targetClusterName" | "targetGroupId"
  > {
  /** Method of delivery. */
  methodName:
    | "CLIENT_PIT_HTTP"
    | "QUERY"
    | "AUTOMATED_RESTORE"
    | "HTTP"
    | "THIRD_PARTY_COPY"
    | "CLIENT_PIT_SCP"
    | "SCP";
}

export interface BackupRestoreJobRequest
  extends AsSent<DiskBackupSnapshotRestoreJob, "oplogInc" | "snapshotId"> {
  /** Id of the checkpoint. */
  checkpointId?: string | undefined;
  /** Where it is delivered. */
  delivery: BackupRestoreJobDeliveryRequest;
  /** Second of an operation in the oplog, counted from 1970. */
  oplogTs?: string | undefined;
  /** Instant that is restored, in milliseconds since 1970. */
  pointInTimeUTCMillis?: number | undefined;
}

export interface BackupSnapshot extends Pick<BackupRestoreJob, "clusterId" | "groupId" | "id" | "links"> {
  /** Name of the cluster. */
  clusterName?: string | null;
  /** Whether it is complete. */
  complete?: boolean;
  /** Time of creation. */
  created?: ApiBSONTimestampView;
  /** Whether it is kept for ever. */
  doNotDelete?: boolean;
  /** Time when it expires. */
  expires?: string;
  /** Whether it is incremental. */
  incremental?: boolean;
  /** Its place in the oplog. */
  lastOplogAppliedTimestamp?: ApiBSONTimestampView;
  /** Parts, one for each shard. */
  parts?: BackupSnapshotPart[];
}

export interface BackupSnapshotPart
  extends Pick<BackupRestoreJob, "clusterId" | "encryptionEnabled" | "masterKeyUUID"> {
  /** Time of completion. */
  completedTime?: string;
  /** Compression. */
  compressionSetting?: "NONE" | "GZIP";
  /** Size of the data. */
  dataSizeBytes?: number;
  /** Feature compatibility version. */
  fcv?: string;
  /** Size of the files. */
  fileSizeBytes?: number;
  /** Id of the machine. */
  machineId?: string;
  /** Version of MongoDB. */
  mongodVersion?: string;
  /** Name of the replica set. */
  replicaSetName?: string;
  /** State of the member. */
  replicaState?: string;
  /** Size of the storage. */
  storageSizeBytes?: number;
  /** Type. */
  typeName?: "REPLICA_SET" | "CONFIG_SERVER" | "CONFIG_SERVER_REPLICA_SET" | "CONFIG_SHARD_REPLICA_SET";
}

export interface BackupSnapshotRequest extends AsSent<BackupSnapshot, "doNotDelete" | "expires"> {}

export interface BackupSnapshotRetention {
  /** Unit of the retention. */
  retentionUnit: "DAYS" | "WEEKS" | "MONTHS" | "YEARS";
  /** Number of units that the snapshot is kept. */
  retentionValue: number;
}

/** Network peering connection. No network is connected. */
export interface BaseNetworkPeeringConnectionSettings {
  /** Region of the other network. */
  accepterRegionName?: string;
  /** Account that has the other network. */
  awsAccountId?: string;
  /** Id of the connection. */
  connectionId?: string;
  /** Container that is connected. */
  containerId: string;
  /** Name of the state after the error. */
  errorStateName?: "REJECTED" | "EXPIRED" | "INVALID_ARGUMENT";
  /** Id. */
  id?: string;
  /** Cloud provider. */
  providerName?: "AWS" | "AZURE" | "GCP";
  /** Addresses of the other network. */
  routeTableCidrBlock?: string;
  /** State. */
  statusName?: "INITIATING" | "PENDING_ACCEPTANCE" | "FAILED" | "FINALIZING" | "AVAILABLE" | "TERMINATING";
  /** Id of the other network. */
  vpcId?: string;
  /** Id of the directory at Azure. */
  azureDirectoryId?: string;
  /** Id of the subscription at Azure. */
  azureSubscriptionId?: string;
  /** State after the error. */
  errorState?: string;
  /** Resource group of the other network. */
  resourceGroupName?: string;
  /** State. */
  status?: "ADDING_PEER" | "AVAILABLE" | "FAILED" | "DELETION_FAILED" | "DELETING" | "WAITING_FOR_USER";
  /** Name of the other network. */
  vnetName?: string;
  /** Message of the error. */
  errorMessage?: string;
  /** Id of the project at Google Cloud. */
  gcpProjectId?: string;
  /** Name of the other network. */
  networkName?: string;
}

export interface BaseNetworkPeeringConnectionSettingsRequest
  extends AsSent<
    BaseNetworkPeeringConnectionSettings,
    | "accepterRegionName"
    | "awsAccountId"
    | "providerName"
    | "routeTableCidrBlock"
    | "vpcId"
    | "azureDirectoryId"
    | "azureSubscriptionId"
    | "resourceGroupName"
    | "vnetName"
    | "gcpProjectId"
    | "networkName"
  > {
  /** Container that is connected. */
  containerId: string;
}

/** BI connector. */
export interface BiConnector {
  /** Whether the connector is wanted; there is none here. */
  enabled?: boolean;
  /** Nodes it would read from. */
  readPreference?: string;
}

export interface BiConnectorRequest extends AsSent<BiConnector, "enabled" | "readPreference"> {}

export interface BillingInvoice {
  /** Amount that is billed, in cents. */
  amountBilledCents?: number;
  /** Amount that was paid, in cents. */
  amountPaidCents?: number;
  /** Start of the month. */
  created?: string;
  /** Credits, in cents; 0 here. */
  creditsCents?: number;
  /** End of the month, where the next one starts. */
  endDate?: string;
  /** Id. */
  id?: string;
  /** A line for each day, cluster and SKU. */
  lineItems?: InvoiceLineItem[];
  /** Invoices of linked organizations, of which there are none. */
  linkedInvoices?: BillingInvoice[];
  /** Resources that belong to this one. */
  links?: Link[];
  /** Id of the organization. */
  orgId?: string;
  /** The payment at the end of the month, if anything was charged. */
  payments?: BillingPayment[];
  /** Refunds; none here. */
  refunds?: BillingRefund[];
  /** Sales tax, in cents; 0 here. */
  salesTaxCents?: number;
  /** Start of the month. */
  startDate?: string;
  /** Balance before the month, in cents; 0 here. */
  startingBalanceCents?: number;
  /** PENDING in the running month; then PAID, or FREE if nothing was charged. Others never here. */
  statusName?: "PENDING" | "CLOSED" | "FORGIVEN" | "FAILED" | "PAID" | "FREE" | "PREPAID" | "INVOICED";
  /** Sum of the line items, in cents. */
  subtotalCents?: number;
  /** Start of the day up to which it was computed, or the end of the month. */
  updated?: string;
}

export interface BillingInvoiceMetadata
  extends Pick<
    BillingInvoice,
    | "amountBilledCents"
    | "amountPaidCents"
    | "created"
    | "creditsCents"
    | "endDate"
    | "id"
    | "links"
    | "orgId"
    | "salesTaxCents"
    | "startDate"
    | "startingBalanceCents"
    | "statusName"
    | "subtotalCents"
    | "updated"
  > {
  /** Invoices of linked organizations, of which there are none. */
  linkedInvoices?: BillingInvoiceMetadata[];
}

export interface BillingPayment
  extends Pick<
    BillingInvoice,
    "amountBilledCents" | "amountPaidCents" | "id" | "salesTaxCents" | "subtotalCents"
  > {
  /** Time of the payment. */
  created?: string;
  /** USD. */
  currency?: string;
  /** State. */
  statusName?:
    | "NEW"
    | "FORGIVEN"
    | "FAILED"
    | "PAID"
    | "PARTIAL_PAID"
    | "CANCELLED"
    | "INVOICED"
    | "FAILED_AUTHENTICATION"
    | "PROCESSING"
    | "PENDING_REVERSAL"
    | "REFUNDED";
  /** Price of one unit; never here. */
  unitPrice?: string;
  /** Time of the payment. */
  updated?: string;
}

export interface BillingRefund {
  /** Amount that was refunded, in cents. */
  amountCents?: number;
  /** Time of the refund. */
  created?: string;
  /** Id of the payment. */
  paymentId?: string;
  /** Reason of the refund. */
  reason?: string;
}

export interface CancelGroupClusterBackupRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  restoreJobId: string;
}

export interface CloudAccessRoleAssignment {
  /** Project the role is held in. */
  groupId?: string;
  /** Organization the role is held in. */
  orgId?: string;
  /** Name of the role. */
  roleName?: RoleName;
}

export interface CloudAccessRoleAssignmentRequest
  extends AsSent<CloudAccessRoleAssignment, "groupId" | "orgId" | "roleName"> {}

export interface CloudAppUser {
  /** Two letters, ISO 3166-1. */
  country?: string;
  /** When the account was made. */
  createdAt: string;
  /**
   * The username once more.
   * @deprecated
   */
  emailAddress: string;
  /** First name. */
  firstName: string;
  /** Id of the user. */
  id: string;
  /** When it last signed in. */
  lastAuth?: string;
  /** Last name. */
  lastName: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Telephone number. */
  mobileNumber?: string;
  /** Roles, each in an organization or in a project. */
  roles: CloudAccessRoleAssignment[];
  /** Teams of the user. */
  teamIds: string[];
  /** E-mail address. */
  username: string;
}

export interface CloudAppUserRequest extends AsSent<CloudAppUser, "country" | "mobileNumber"> {
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Never answered. */
  password?: string | undefined;
  /** Roles, each in an organization or in a project. */
  roles: readonly CloudAccessRoleAssignmentRequest[];
  /** E-mail address. */
  username: string;
}

export interface CloudCluster {
  /** Open alerts about it: 0 here. */
  alertCount: number;
  /** Whether users log in: always. */
  authEnabled: boolean;
  /** Whether it can be reached. */
  availability: string;
  /** Whether backups are wanted. */
  backupEnabled: boolean;
  /** Id of the cluster. */
  clusterId: string;
  /** Its data: 0, nothing is measured. */
  dataSizeBytes: number;
  /** Name of the cluster. */
  name: string;
  /** Number of nodes. */
  nodeCount: number;
  /** Whether it speaks TLS. */
  sslEnabled: boolean;
  /** REPLICA_SET or SHARDED_CLUSTER. */
  type: string;
  /** Versions of MongoDB. */
  versions: string[];
}

export interface CloudDatabaseUser {
  /** Whether the user proves to be an AWS user or role. */
  awsIAMType: "NONE" | "USER" | "ROLE";
  /** Database that knows the user: $external where something outside proves who it is. */
  databaseName: "admin" | "$external";
  /** When the user ends by itself, at most a week ahead; absent for never. */
  deleteAfterDate?: string;
  /** What the user is for. */
  description?: string | null;
  /** Project of the user. */
  groupId?: string;
  /** Labels of the user. */
  labels: ComponentLabel[];
  /** Whether a directory by LDAP knows the user. */
  ldapAuthType: "NONE" | "GROUP" | "USER";
  /** Resources that belong to this one. */
  links?: Link[];
  /** Whether an OpenID provider knows the user. */
  oidcAuthType: "NONE" | "IDP_GROUP" | "USER";
  /** Roles of the user; a sent list replaces the old one. */
  roles?: DatabaseUserRole[];
  /** Where the user may log in; everywhere if empty. */
  scopes: UserScope[];
  /** Name of the user. */
  username: string;
  /** Whether a certificate proves the user. */
  x509Type: "NONE" | "CUSTOMER" | "MANAGED";
}

export interface CloudDatabaseUserRequest
  extends AsSent<CloudDatabaseUser, "deleteAfterDate" | "description" | "groupId"> {
  /** Whether the user proves to be an AWS user or role. */
  awsIAMType?: "NONE" | "USER" | "ROLE" | undefined;
  /** Database that knows the user: $external where something outside proves who it is. */
  databaseName?: "admin" | "$external" | undefined;
  /** Labels of the user. */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Whether a directory by LDAP knows the user. */
  ldapAuthType?: "NONE" | "GROUP" | "USER" | undefined;
  /** Whether an OpenID provider knows the user. */
  oidcAuthType?: "NONE" | "IDP_GROUP" | "USER" | undefined;
  /** Password of a user who has no other proof; never answered. */
  password?: string | undefined;
  /** Roles of the user; a sent list replaces the old one. */
  roles: readonly DatabaseUserRoleRequest[];
  /** Where the user may log in; everywhere if empty. */
  scopes?: readonly UserScope[] | undefined;
  /** Name of the user. */
  username: string;
  /** Whether a certificate proves the user. */
  x509Type?: "NONE" | "CUSTOMER" | "MANAGED" | undefined;
}

export interface CloudProviderAccessAWSIAMRole {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Account of Atlas that assumes the role: the one that was recorded. */
  atlasAWSAccountArn?: string;
  /** External id that the role's trust policy must name. */
  atlasAssumedRoleExternalId?: string;
  /** When a role was named; null before. */
  authorizedDate?: string | null;
  /** When the access was begun. */
  createdDate?: string;
  /** What uses it: nothing here. */
  featureUsages?: CloudProviderAccessFeatureUsage[];
  /** Role that Atlas assumes; null before one is named. */
  iamAssumedRoleArn?: string | null;
  /** Id of the access. */
  roleId?: string;
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string;
  /** Tenant of the service principal. */
  tenantId?: string;
  /** Id of the access, of Azure. */
  _id?: string;
  /** Service account that Atlas uses, once it is made. */
  gcpServiceAccountForAtlas?: string;
  /** When it was changed last. */
  lastUpdatedDate?: string;
  /** How far the service account has come: complete after five seconds here, and it never fails. */
  status?: "COMPLETE" | "FAILED" | "IN_PROGRESS" | "NOT_INITIATED";
}

export interface CloudProviderAccessAzureServicePrincipal
  extends Pick<
    CloudProviderAccessAWSIAMRole,
    | "providerName"
    | "_id"
    | "atlasAzureAppId"
    | "createdDate"
    | "featureUsages"
    | "lastUpdatedDate"
    | "servicePrincipalId"
    | "tenantId"
    | "atlasAWSAccountArn"
    | "atlasAssumedRoleExternalId"
    | "authorizedDate"
    | "gcpServiceAccountForAtlas"
    | "iamAssumedRoleArn"
    | "roleId"
    | "status"
  > {}

export interface CloudProviderAccessGCPServiceAccount
  extends Pick<
    CloudProviderAccessAWSIAMRole,
    | "providerName"
    | "createdDate"
    | "featureUsages"
    | "gcpServiceAccountForAtlas"
    | "roleId"
    | "atlasAWSAccountArn"
    | "atlasAssumedRoleExternalId"
    | "atlasAzureAppId"
    | "servicePrincipalId"
    | "tenantId"
    | "_id"
    | "authorizedDate"
    | "iamAssumedRoleArn"
    | "lastUpdatedDate"
  > {
  /** How far the service account has come: complete after five seconds here, and it never fails. */
  status?: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "NOT_INITIATED";
}

export interface CloudProviderAccessRole
  extends Pick<
    CloudProviderAccessGCPServiceAccount,
    | "providerName"
    | "atlasAWSAccountArn"
    | "atlasAssumedRoleExternalId"
    | "authorizedDate"
    | "createdDate"
    | "featureUsages"
    | "iamAssumedRoleArn"
    | "roleId"
    | "_id"
    | "atlasAzureAppId"
    | "lastUpdatedDate"
    | "servicePrincipalId"
    | "tenantId"
    | "gcpServiceAccountForAtlas"
    | "status"
  > {}

export interface CloudProviderAccessRoleRequest
  extends AsSent<CloudProviderAccessRole, "atlasAzureAppId" | "servicePrincipalId" | "tenantId"> {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
}

export interface CloudProviderAccessRoleRequestUpdate
  extends Pick<
    CloudProviderAccessRoleRequest,
    "providerName" | "atlasAzureAppId" | "servicePrincipalId" | "tenantId"
  > {
  /** Role that Atlas assumes. */
  iamAssumedRoleArn?: string | undefined;
}

export interface CloudProviderAccessRoles {
  /** Of AWS. */
  awsIamRoles?: CloudProviderAccessAWSIAMRole[];
  /** Of Azure. */
  azureServicePrincipals?: CloudProviderAccessAzureServicePrincipal[];
  /** Of Google Cloud. */
  gcpServiceAccounts?: CloudProviderAccessGCPServiceAccount[];
}

export interface CloudProviderContainer {
  /** Id of the container. */
  id: string;
  /** Provider whose network it is. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Whether something is in it. No network is made. */
  provisioned: boolean;
  /** Addresses in it; at AWS the next free block of 2048 if absent. */
  atlasCidrBlock: string;
  /** AWS: region that it is in. */
  regionName?: string;
  /** Id of the network at AWS. */
  vpcId?: string | null;
  /** Id of the subscription at Azure. */
  azureSubscriptionId?: string;
  /** AZURE: region that it is in. */
  region?: string;
  /** Name of the network at Azure. */
  vnetName?: string;
  /** Id of the project at Google Cloud. */
  gcpProjectId?: string;
  /** Name of the network at Google Cloud. */
  networkName?: string;
  /** GCP: regions that it is in; empty for all. */
  regions?: string[];
}

export interface CloudProviderContainerRequest
  extends AsSent<CloudProviderContainer, "regionName" | "region"> {
  /** Provider whose network it is. */
  providerName?: "AWS" | "AZURE" | "GCP" | undefined;
  /** Addresses in it; at AWS the next free block of 2048 if absent. */
  atlasCidrBlock?: string | undefined;
  /** GCP: regions that it is in; empty for all. */
  regions?: readonly string[] | undefined;
}

export interface CloudProviderEndpointServiceRequest {
  /** GCP: whether one attachment leads to all nodes, by their ports. */
  portMappingEnabled?: boolean | undefined;
  /** Cloud provider. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Region, as Atlas or as the provider names it. */
  region: string;
  /** AWS: other regions from which it may be reached. */
  supportedRemoteRegions?: readonly string[] | null | undefined;
}

export interface CloudProviderRegions {
  /** Sizes. */
  instanceSizes: ClusterCloudProviderInstanceSize[];
  /** Provider. */
  provider: "AWS" | "AZURE" | "GCP" | "TENANT";
}

export interface CloudRegionConfig {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpec;
  /** Priority in elections; if absent 7 for the first region, and one less for each that follows. */
  priority?: number;
  /** Where it is; TENANT shares machines with other clusters. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT";
  /** Region in the words of Atlas, such as US_EAST_1. */
  regionName?: string;
  /** Auto-scaling settings. */
  analyticsAutoScaling?: AdvancedAutoScalingSettings;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpec;
  /** Auto-scaling settings. */
  autoScaling?: AdvancedAutoScalingSettings;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpec;
  /** TENANT: the cloud that hosts it. */
  backingProviderName?: "AWS" | "GCP" | "AZURE";
  /** Nodes of one kind in a region. */
  effectiveAnalyticsSpecs?: HardwareSpec;
  /** Nodes of one kind in a region. */
  effectiveElectableSpecs?: HardwareSpec;
  /** Nodes of one kind in a region. */
  effectiveReadOnlySpecs?: HardwareSpec;
}

export interface CloudRegionConfig20240805
  extends Pick<
    CloudRegionConfig,
    | "priority"
    | "providerName"
    | "regionName"
    | "analyticsAutoScaling"
    | "autoScaling"
    | "backingProviderName"
  > {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpec20240805;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpec20240805;
  /** The hardware in use, which auto-scaling may have changed from the requested one. */
  effectiveAnalyticsSpecs?: DedicatedHardwareSpec20240805;
  /** The hardware in use, which auto-scaling may have changed from the requested one. */
  effectiveElectableSpecs?: DedicatedHardwareSpec20240805;
  /** The hardware in use, which auto-scaling may have changed from the requested one. */
  effectiveReadOnlySpecs?: DedicatedHardwareSpec20240805;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpec20240805;
}

export interface CloudRegionConfig20240805Request
  extends Pick<
    CloudRegionConfigRequest,
    | "priority"
    | "providerName"
    | "regionName"
    | "analyticsAutoScaling"
    | "autoScaling"
    | "backingProviderName"
  > {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpec20240805Request | undefined;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpec20240805Request | undefined;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpec20240805Request | undefined;
}

export interface CloudRegionConfigRequest
  extends AsSent<CloudRegionConfig, "priority" | "providerName" | "regionName" | "backingProviderName"> {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpecRequest | undefined;
  /** Auto-scaling settings. */
  analyticsAutoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpecRequest | undefined;
  /** Auto-scaling settings. */
  autoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpecRequest | undefined;
}

export interface CloudSearchMetrics {
  /** Id of the project. */
  groupId: string;
  /** Metrics of the hardware. */
  hardwareMetrics: FTSMetric[];
  /** Metrics of search indexes. */
  indexMetrics: FTSMetric[];
  /** Resources that belong to this one. */
  links?: Link[];
  /** Host and port of the process. */
  processId: string;
  /** Metrics of the search process. */
  statusMetrics: FTSMetric[];
}

/** Auto-scaling settings. */
export interface ClusterAutoScalingSettings {
  /** Scaling of the size. */
  compute?: ClusterComputeAutoScaling;
  /** Whether disks would grow by themselves. */
  diskGBEnabled?: boolean;
}

export interface ClusterAutoScalingSettingsRequest {
  /** Scaling of the size. */
  compute?: ClusterComputeAutoScalingRequest | undefined;
  /** Whether disks would grow by themselves. */
  diskGBEnabled?: boolean | undefined;
}

export interface ClusterCloudProviderInstanceSize {
  /** Regions of it. */
  availableRegions: AvailableCloudProviderRegion[];
  /** Name of the size. */
  name: string;
}

/** Scaling of the size. */
export interface ClusterComputeAutoScaling
  extends Pick<AdvancedComputeAutoScaling, "enabled" | "scaleDownEnabled"> {}

export interface ClusterComputeAutoScalingRequest
  extends AsSent<ClusterComputeAutoScaling, "enabled" | "scaleDownEnabled"> {}

export interface ClusterConfigurationValidation {
  /** Settings of the processes. */
  advancedConfiguration?: ClusterDescriptionProcessArgs20240805Request | undefined;
  /** Cluster as it is to be. */
  clusterDescription: ClusterDescription20240805Request;
  /** Name of the cluster; that of clusterDescription if absent. */
  clusterName?: string | undefined;
  /** Whether a cluster that is there is to be changed. */
  editing: boolean;
  /** Search nodes of the cluster. */
  searchDeploymentSpec?: ApiSearchDeploymentSpecView | undefined;
  /** Tags of the cluster. */
  tags?: readonly ResourceTag[] | undefined;
}

export interface ClusterConfigurationValidationError {
  /** Code of the error. */
  errorCode?: string;
  /** Reason for the refusal. */
  validationIssue?: string;
}

export interface ClusterConfigurationValidationResult {
  /** Errors that a request would be refused with. */
  errors?: ClusterConfigurationValidationError[];
  /** Whether a request would be accepted. */
  valid?: boolean;
}

/** Where the database is; empty while a cluster is made. */
export interface ClusterConnectionStrings {
  /** Addresses through private endpoints at AWS, by their ids. */
  awsPrivateLink?: Record<string, string>;
  /** The same, as one name. */
  awsPrivateLinkSrv?: Record<string, string>;
  /** Addresses through the private endpoints of the project that lead to all regions of the cluster, or to one where endpoints are regional. */
  privateEndpoint?: ClusterDescriptionConnectionStringsPrivateEndpoint[];
  /** Address of the database. It says when there is none. */
  standard?: string;
  /** The same: no name that stands for several leads to this machine. */
  standardSrv?: string;
}

export interface ClusterDescription20240805
  extends Pick<
    AdvancedClusterDescription,
    | "acceptDataRisksAndForceReplicaSetReconfig"
    | "advancedConfiguration"
    | "backupEnabled"
    | "biConnector"
    | "clusterType"
    | "configServerManagementMode"
    | "configServerType"
    | "connectionStrings"
    | "createDate"
    | "diskWarmingMode"
    | "encryptionAtRestProvider"
    | "featureCompatibilityVersion"
    | "featureCompatibilityVersionExpirationDate"
    | "globalClusterSelfManagedSharding"
    | "groupId"
    | "id"
    | "labels"
    | "links"
    | "mongoDBEmployeeAccessGrant"
    | "mongoDBMajorVersion"
    | "mongoDBVersion"
    | "name"
    | "paused"
    | "pitEnabled"
    | "replicaSetScalingStrategy"
    | "rootCertType"
    | "stateName"
    | "tags"
    | "terminationProtectionEnabled"
    | "versionReleaseSystem"
  > {
  /** Kept as it is sent. */
  adaptiveCapacity?: "ENABLED" | "DISABLED" | null;
  /** Shards as they really are. */
  effectiveReplicationSpecs?: ReplicationSpec20240805[];
  /** Role of the cluster for Atlas: NONE. */
  internalClusterRole?: string;
  /** Whether logs would be redacted. */
  redactClientLogData?: boolean;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: ReplicationSpec20240805[];
  /** Whether backups outlive it. */
  retainBackups?: boolean;
  /** Kept as it is sent. */
  useAwsTimeBasedSnapshotCopyForFastInitialSync?: boolean;
  /** Edition of the database. */
  effectiveDatabaseEdition?: string;
}

export interface ClusterDescription20240805Request
  extends Pick<
    AtlasTenantClusterUpgradeRequest20240805,
    | "acceptDataRisksAndForceReplicaSetReconfig"
    | "adaptiveCapacity"
    | "advancedConfiguration"
    | "backupEnabled"
    | "biConnector"
    | "clusterType"
    | "configServerManagementMode"
    | "diskWarmingMode"
    | "encryptionAtRestProvider"
    | "globalClusterSelfManagedSharding"
    | "labels"
    | "mongoDBMajorVersion"
    | "name"
    | "paused"
    | "pitEnabled"
    | "redactClientLogData"
    | "replicaSetScalingStrategy"
    | "replicationSpecs"
    | "retainBackups"
    | "rootCertType"
    | "tags"
    | "terminationProtectionEnabled"
    | "useAwsTimeBasedSnapshotCopyForFastInitialSync"
    | "versionReleaseSystem"
  > {}

export interface ClusterDescriptionAutoScalingModeConfiguration {
  /** Whether shards would scale each for itself: those that are sent as specs of their own. */
  autoScalingMode: "INDEPENDENT_SHARD_SCALING" | "CLUSTER_WIDE_SCALING";
}

export interface ClusterDescriptionConnectionStringsPrivateEndpoint {
  /** Address through the endpoint. */
  connectionString?: string;
  /** Endpoints that the address leads through. */
  endpoints?: ClusterDescriptionConnectionStringsPrivateEndpointEndpoint[];
  /** Address through the endpoint, as one name. */
  srvConnectionString?: string;
  /** Address through the endpoint, as one name, for clusters with shards. */
  srvShardOptimizedConnectionString?: string;
  /** Kind of process that is reached. */
  type?: "MONGOD" | "MONGOS";
}

export interface ClusterDescriptionConnectionStringsPrivateEndpointEndpoint {
  /** Id of the endpoint at the cloud provider. */
  endpointId?: string;
  /** Cloud provider. */
  providerName?: "AWS" | "AZURE" | "GCP";
  /** Region. */
  region?: string;
}

export interface ClusterDescriptionProcessArgs
  extends Pick<
    ApiAtlasClusterAdvancedConfigurationView,
    | "customOpensslCipherConfigTls12"
    | "customOpensslCipherConfigTls13"
    | "minimumEnabledTlsProtocol"
    | "tlsCipherConfigMode"
  > {
  /** Seconds that images are kept; -1 for ever. */
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number | null;
  /** Chunks that move at once. */
  chunkMigrationConcurrency?: number | null;
  /** Longest time of an operation. */
  defaultMaxTimeMS?: number | null;
  /** Default read concern, before version 2024-08-05. */
  defaultReadConcern?: "local" | "available" | null;
  /** Default write concern. */
  defaultWriteConcern?: string | null;
  /** Whether long keys are refused, before version 2024-08-05. */
  failIndexKeyTooLong?: boolean | null;
  /** Whether JavaScript runs on the server. */
  javascriptEnabled?: boolean | null;
  /** Whether scans of collections are refused. */
  noTableScan?: boolean | null;
  /** Hours that the oplog is kept. */
  oplogMinRetentionHours?: number | null;
  /** Size of the oplog. */
  oplogSizeMB?: number | null;
  /** How much is logged of queries. */
  queryStatsLogVerbosity?: number | null;
  /** Seconds between two samples. */
  sampleRefreshIntervalBIConnector?: number | null;
  /** Documents of a sample. */
  sampleSizeBIConnector?: number | null;
  /** Longest time of a transaction. */
  transactionLifetimeLimitSeconds?: number | null;
}

export interface ClusterDescriptionProcessArgs20240805
  extends Pick<
    ClusterDescriptionProcessArgs,
    | "changeStreamOptionsPreAndPostImagesExpireAfterSeconds"
    | "chunkMigrationConcurrency"
    | "customOpensslCipherConfigTls12"
    | "customOpensslCipherConfigTls13"
    | "defaultMaxTimeMS"
    | "defaultWriteConcern"
    | "javascriptEnabled"
    | "minimumEnabledTlsProtocol"
    | "noTableScan"
    | "oplogMinRetentionHours"
    | "oplogSizeMB"
    | "queryStatsLogVerbosity"
    | "sampleRefreshIntervalBIConnector"
    | "sampleSizeBIConnector"
    | "tlsCipherConfigMode"
    | "transactionLifetimeLimitSeconds"
    | "defaultReadConcern"
    | "failIndexKeyTooLong"
  > {}

export interface ClusterDescriptionProcessArgs20240805Request
  extends Pick<
    ClusterDescriptionProcessArgsRequest,
    | "changeStreamOptionsPreAndPostImagesExpireAfterSeconds"
    | "chunkMigrationConcurrency"
    | "customOpensslCipherConfigTls12"
    | "customOpensslCipherConfigTls13"
    | "defaultMaxTimeMS"
    | "defaultWriteConcern"
    | "javascriptEnabled"
    | "minimumEnabledTlsProtocol"
    | "noTableScan"
    | "oplogMinRetentionHours"
    | "oplogSizeMB"
    | "queryStatsLogVerbosity"
    | "sampleRefreshIntervalBIConnector"
    | "sampleSizeBIConnector"
    | "tlsCipherConfigMode"
    | "transactionLifetimeLimitSeconds"
    | "defaultReadConcern"
    | "failIndexKeyTooLong"
  > {}

export interface ClusterDescriptionProcessArgsRequest
  extends AsSent<
      ClusterDescriptionProcessArgs,
      | "changeStreamOptionsPreAndPostImagesExpireAfterSeconds"
      | "chunkMigrationConcurrency"
      | "defaultMaxTimeMS"
      | "defaultReadConcern"
      | "defaultWriteConcern"
      | "failIndexKeyTooLong"
      | "javascriptEnabled"
      | "minimumEnabledTlsProtocol"
      | "noTableScan"
      | "oplogMinRetentionHours"
      | "oplogSizeMB"
      | "queryStatsLogVerbosity"
      | "sampleRefreshIntervalBIConnector"
      | "sampleSizeBIConnector"
      | "tlsCipherConfigMode"
      | "transactionLifetimeLimitSeconds"
    >,
    Pick<
      ApiAtlasClusterAdvancedConfigurationViewRequest,
      "customOpensslCipherConfigTls12" | "customOpensslCipherConfigTls13"
    > {}

export interface ClusterIPAddresses {
  /** Name of the cluster. */
  clusterName: string;
  /** Addresses it will be reached at. */
  futureInbound: string[];
  /** Addresses it will call from. */
  futureOutbound: string[];
  /** Addresses it is reached at. */
  inbound: string[];
  /** Addresses it calls from. */
  outbound: string[];
}

export interface ClusterOutageSimulation extends Pick<BackupRestoreJob, "clusterName" | "groupId" | "id"> {
  /** Time when the cluster recovers by itself. */
  expirationDate?: string;
  /** Regions that fail. */
  outageFilters?: AtlasClusterOutageSimulationOutageFilter[];
  /** Time of the request. */
  startRequestDate?: string;
  /** State. */
  state?: "START_REQUESTED" | "STARTING" | "SIMULATING" | "RECOVERY_REQUESTED" | "RECOVERING" | "COMPLETE";
}

export interface ClusterOutageSimulationRequest {
  /** Regions that fail. */
  outageFilters?: readonly AtlasClusterOutageSimulationOutageFilterRequest[] | undefined;
}

/** Version 2023-01-01: its region and hardware. */
export interface ClusterProviderSettings {
  /** Where it is; FLEX in an upgrade to a flex cluster. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT" | "FLEX";
  /** Auto-scaling settings. */
  autoScaling?: {
    /** Sizes that scaling stays between. */
    compute?: {
      /** Largest size. */
      maxInstanceSize?: string;
      /** Smallest size. */
      minInstanceSize?: string;
    };
  };
  /** Operations of the disk in a second. */
  diskIOPS?: number;
  /**
   * AWS: whether the volume is encrypted: always.
   * @deprecated
   */
  encryptEBSVolume?: boolean;
  /** Size, such as M10. */
  instanceSizeName?: string;
  /** Region; absent where there are several. */
  regionName?: string;
  /** AWS: kind of the volume. */
  volumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
  /** AZURE: kind of the disk. */
  diskTypeName?: string;
  /** TENANT: the cloud that hosts it. */
  backingProviderName?: "AWS" | "GCP" | "AZURE";
  /** TENANT: size that it really has. */
  effectiveInstanceSizeName?: string;
}

export interface ClusterProviderSettingsRequest
  extends AsSent<
    ClusterProviderSettings,
    | "providerName"
    | "diskIOPS"
    | "encryptEBSVolume"
    | "instanceSizeName"
    | "regionName"
    | "volumeType"
    | "diskTypeName"
    | "backingProviderName"
  > {
  /** Auto-scaling settings. */
  autoScaling?:
    | {
        /** Sizes that scaling stays between. */
        compute?:
          | {
              /** Largest size. */
              maxInstanceSize?: string | undefined;
              /** Smallest size. */
              minInstanceSize?: string | undefined;
            }
          | undefined;
      }
    | undefined;
}

export interface ClusterSearchIndex {
  /** Name of the collection. */
  collectionName: string;
  /** Database of the collection. */
  database: string;
  /** Id of the index. */
  indexID?: string;
  /** Name. */
  name: string;
  /** Number of partitions. */
  numPartitions?: number;
  /** State. */
  status?: "IN_PROGRESS" | "STEADY" | "FAILED" | "MIGRATING" | "STALE" | "PAUSED";
  /** Members that are stored in the index: all, none, or those that it names. */
  storedSource?: unknown;
  /** Kind of the index; `search` if absent. */
  type?: "search" | "vectorSearch";
  analyzer?:
    | "lucene.standard"
    | "lucene.simple"
    | "lucene.whitespace"
    | "lucene.keyword"
    | "lucene.arabic"
    | "lucene.armenian"
    | "lucene.basque"
    | "lucene.bengali"
    | "lucene.brazilian"
    | "lucene.bulgarian"
    | "lucene.catalan"
    | "lucene.chinese"
    | "lucene.cjk"
    | "lucene.czech"
    | "lucene.danish"
    | "lucene.dutch"
    | "lucene.english"
    | "lucene.finnish"
    | "lucene.french"
    | "lucene.galician"
    | "lucene.german"
    | "lucene.greek"
    | "lucene.hindi"
    | "lucene.hungarian"
    | "lucene.indonesian"
    | "lucene.irish"
    | "lucene.italian"
    | "lucene.japanese"
    | "lucene.korean"
    | "lucene.kuromoji"
    | "lucene.latvian"
    | "lucene.lithuanian"
    | "lucene.morfologik"
    | "lucene.nori"
    | "lucene.norwegian"
    | "lucene.persian"
    | "lucene.portuguese"
    | "lucene.romanian"
    | "lucene.russian"
    | "lucene.smartcn"
    | "lucene.sorani"
    | "lucene.spanish"
    | "lucene.swedish"
    | "lucene.thai"
    | "lucene.turkish"
    | "lucene.ukrainian";
  /** Analyzers of its own. */
  analyzers?: ApiAtlasFTSAnalyzersViewManual[];
  /** Members that are indexed. */
  mappings?: ApiAtlasFTSMappingsViewManual;
  searchAnalyzer?:
    | "lucene.standard"
    | "lucene.simple"
    | "lucene.whitespace"
    | "lucene.keyword"
    | "lucene.arabic"
    | "lucene.armenian"
    | "lucene.basque"
    | "lucene.bengali"
    | "lucene.brazilian"
    | "lucene.bulgarian"
    | "lucene.catalan"
    | "lucene.chinese"
    | "lucene.cjk"
    | "lucene.czech"
    | "lucene.danish"
    | "lucene.dutch"
    | "lucene.english"
    | "lucene.finnish"
    | "lucene.french"
    | "lucene.galician"
    | "lucene.german"
    | "lucene.greek"
    | "lucene.hindi"
    | "lucene.hungarian"
    | "lucene.indonesian"
    | "lucene.irish"
    | "lucene.italian"
    | "lucene.japanese"
    | "lucene.korean"
    | "lucene.kuromoji"
    | "lucene.latvian"
    | "lucene.lithuanian"
    | "lucene.morfologik"
    | "lucene.nori"
    | "lucene.norwegian"
    | "lucene.persian"
    | "lucene.portuguese"
    | "lucene.romanian"
    | "lucene.russian"
    | "lucene.smartcn"
    | "lucene.sorani"
    | "lucene.spanish"
    | "lucene.swedish"
    | "lucene.thai"
    | "lucene.turkish"
    | "lucene.ukrainian";
  /** Synonyms that it uses. */
  synonyms?: SearchSynonymMappingDefinition[];
  /** Members of a vector search index. */
  fields?: BasicDBObject[];
  /** Path of the array whose items are indexed. */
  nestedRoot?: string;
}

export interface ClusterSearchIndexRequest
  extends AsSent<
      ClusterSearchIndex,
      "numPartitions" | "storedSource" | "type" | "analyzer" | "searchAnalyzer" | "nestedRoot"
    >,
    Pick<ClusterSearchIndex, "collectionName" | "database" | "name"> {
  /** Analyzers of its own. */
  analyzers?: readonly ApiAtlasFTSAnalyzersViewManualRequest[] | undefined;
  /** Members that are indexed. */
  mappings?: ApiAtlasFTSMappingsViewManualRequest | undefined;
  /** Synonyms that it uses. */
  synonyms?: readonly SearchSynonymMappingDefinition[] | undefined;
  /** Members of a vector search index. */
  fields?: readonly BasicDBObject[] | undefined;
}

/** Backups. */
export interface ClusterServerlessBackupOptions {
  /** Whether it can be restored to any instant. */
  serverlessContinuousBackupEnabled?: boolean;
}

export interface ClusterStatus {
  /** Whether changes have reached it. */
  changeStatus: "PENDING" | "APPLIED";
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface CollStatsLatencyNamespaceMetric {
  /** Name of the metric. */
  metricName:
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
    | null;
  /** Unit of the metric; null for counts. */
  units: "MILLISECONDS" | null;
}

export interface CollStatsLatencyNamespaceMetrics {
  /** Id of the project. */
  groupId: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Metrics of collections. */
  metrics: CollStatsLatencyNamespaceMetric[];
}

export interface CollStatsRankedNamespacesView {
  /** Id of the project. */
  groupId?: string;
  /** Id of the cluster or the process. */
  identifierId?: string;
  /** Collections by their latency: none here. */
  rankedNamespaces: string[];
}

/** Rules by which text is compared. */
export interface Collation {
  /** Treatment of spaces and punctuation. */
  alternate?: "non-ignorable" | "shifted" | undefined;
  /** Whether accents are compared from the end. */
  backwards?: boolean | undefined;
  /** Case that sorts first. */
  caseFirst?: "lower" | "off" | "upper" | undefined;
  /** Whether case is compared at low strengths. */
  caseLevel?: boolean | undefined;
  /** Language whose rules apply. */
  locale:
    | "af"
    | "sq"
    | "am"
    | "ar"
    | "hy"
    | "as"
    | "az"
    | "bn"
    | "be"
    | "bs"
    | "bs_Cyrl"
    | "bg"
    | "my"
    | "ca"
    | "chr"
    | "zh"
    | "zh_Hant"
    | "hr"
    | "cs"
    | "da"
    | "nl"
    | "dz"
    | "en"
    | "en_US"
    | "en_US_POSIX"
    | "eo"
    | "et"
    | "ee"
    | "fo"
    | "fil"
    | "fi_FI"
    | "fr"
    | "fr_CA"
    | "gl"
    | "ka"
    | "de"
    | "de_AT"
    | "el"
    | "gu"
    | "ha"
    | "haw"
    | "he"
    | "hi"
    | "hu"
    | "is"
    | "ig"
    | "smn"
    | "id"
    | "ga"
    | "it"
    | "ja"
    | "kl"
    | "kn"
    | "kk"
    | "km"
    | "kok"
    | "ko"
    | "ky"
    | "lk"
    | "lo"
    | "lv"
    | "li"
    | "lt"
    | "dsb"
    | "lb"
    | "mk"
    | "ms"
    | "ml"
    | "mt"
    | "mr"
    | "mn"
    | "ne"
    | "se"
    | "nb"
    | "nn"
    | "or"
    | "om"
    | "ps"
    | "fa"
    | "fa_AF"
    | "pl"
    | "pt"
    | "pa"
    | "ro"
    | "ru"
    | "sr"
    | "sr_Latn"
    | "si"
    | "sk"
    | "sl"
    | "es"
    | "sw"
    | "sv"
    | "ta"
    | "te"
    | "th"
    | "bo"
    | "to"
    | "tr"
    | "uk"
    | "hsb"
    | "ur"
    | "ug"
    | "vi"
    | "wae"
    | "cy"
    | "yi"
    | "yo"
    | "zu"
    | "simple";
  /** Characters that are passed over if alternate is shifted. */
  maxVariable?: "punct" | "space" | undefined;
  /** Whether text is normalized first. */
  normalization?: boolean | undefined;
  /** Whether digits are compared as numbers. */
  numericOrdering?: boolean | undefined;
  /** Level of comparison, from 1 to 5. */
  strength?: number | undefined;
}

export interface ComponentLabel {
  /** Name. */
  key?: string;
  /** Value. */
  value?: string;
}

export interface ComponentLabelRequest {
  /** Name. */
  key?: string | undefined;
  /** Value. */
  value?: string | undefined;
}

export interface ConfluentSaslInheritAuthentication {
  /** Kind of authentication. */
  type: "USER_INFO" | "SASL_INHERIT";
}

export interface ConfluentUserInfoAuthentication {
  /** Kind of authentication. */
  type: "USER_INFO" | "SASL_INHERIT";
  /** Name of the user. */
  username: string;
}

export interface ConfluentUserInfoAuthenticationRequest {
  /** Kind of authentication. */
  type: "USER_INFO" | "SASL_INHERIT";
  /** Password. */
  password: string;
  /** Name of the user. */
  username: string;
}

export interface ConnectedOrgConfig {
  /** OIDC providers of the organization, by their ids; those that are not sent are disconnected. */
  dataAccessIdentityProviderIds: string[];
  /** Domains whose people may join by signing in, where it is restricted. */
  domainAllowList: string[];
  /** Whether only people of these domains may join; false if it is not sent. */
  domainRestrictionEnabled: boolean;
  /** SAML provider of the organization, by its older id of 20 signs; disconnected if it is not sent. */
  identityProviderId: string | null;
  /** Whether signing in does not add people to the organization. */
  instantUserProvisioningDisabled: boolean | null;
  /** Id of the organization. */
  orgId: string;
  /** Roles in the organization for people who sign in and get none from a mapping. */
  postAuthRoleGrants: OrgRoleName[];
  /** Role mappings; a sent list replaces the old one. */
  roleMappings: AuthFederationRoleMapping[];
  /** Members that the domain restriction would exclude; always null here. */
  userConflicts: FederatedUser[] | null;
}

export interface ConnectedOrgConfigRequest {
  /** OIDC providers of the organization, by their ids; those that are not sent are disconnected. */
  dataAccessIdentityProviderIds?: readonly string[] | undefined;
  /** Domains whose people may join by signing in, where it is restricted. */
  domainAllowList?: readonly string[] | undefined;
  /** Whether only people of these domains may join; false if it is not sent. */
  domainRestrictionEnabled?: boolean | undefined;
  /** SAML provider of the organization, by its older id of 20 signs; disconnected if it is not sent. */
  identityProviderId?: string | null | undefined;
  /** Whether signing in does not add people to the organization. */
  instantUserProvisioningDisabled?: boolean | null | undefined;
  /** Roles in the organization for people who sign in and get none from a mapping. */
  postAuthRoleGrants?: readonly OrgRoleName[] | undefined;
  /** Role mappings; a sent list replaces the old one. */
  roleMappings?: readonly AuthFederationRoleMappingRequest[] | undefined;
}

export interface ConnectedOrgConfigRoleAssignment {
  /** Project that the role is held in. */
  groupId?: string;
  /** Organization that the role is held in. */
  orgId?: string;
  /** Role in the one or in the other. */
  role?: RoleName;
}

export interface ConnectedOrgConfigRoleAssignmentRequest
  extends AsSent<ConnectedOrgConfigRoleAssignment, "groupId" | "orgId" | "role"> {}

export interface ControlPlaneIPAddresses {
  /** Gateways of the control plane. */
  gateways: Gateway[];
  /** Where it is called. */
  inbound: InboundControlPlaneCloudProviderIPAddresses;
  /** The addresses from which it calls. */
  outbound: OutboundControlPlaneCloudProviderIPAddresses;
}

export interface CostExplorerFilterRequestBody {
  /** Ids of clusters; any if absent. */
  clusters?: readonly string[] | undefined;
  /** Day after the last one, as YYYY-MM-DD. */
  endDate: string;
  /** Grouping of the costs of a month; organizations if absent. */
  groupBy?: "organizations" | "projects" | "clusters" | "services" | undefined;
  /** Whether costs count that match in part, of which there are none. */
  includePartialMatches?: boolean | undefined;
  /** Ids of organizations; any if absent. Only this one has costs. */
  organizations?: readonly string[] | undefined;
  /** Ids of projects; any if absent. */
  projects?: readonly string[] | undefined;
  /** Services; any if absent. Here all costs are those of Clusters. */
  services?:
    | readonly (
        | "Atlas"
        | "Clusters"
        | "Storage"
        | "Serverless Instances"
        | "Backup"
        | "Data Transfer"
        | "BI Connector"
        | "DSC Compute"
        | "DSC Storage"
        | "Premium Features"
        | "Atlas Data Federation"
        | "Atlas Stream Processing"
        | "App Services"
        | "Charts"
        | "Cloud Manager"
        | "Cloud Manager Standard/Premium"
        | "Legacy Backup"
        | "AI Model APIs"
        | "Automated Embedding"
        | "Native Reranking"
        | "Flex Consulting"
        | "Support"
        | "Credits"
      )[]
    | undefined;
  /** First day, as YYYY-MM-DD. */
  startDate: string;
}

export interface CostExplorerFilterResponseView {
  /** Token by which the result is read. */
  token?: string;
}

export interface CostExplorerQueryResult {
  /** Costs by month, oldest first. */
  usageDetails?: {
    /** Id of the cluster. */
    clusterId?: string;
    /** Name of the cluster. */
    clusterName?: string;
    /** Id of the invoice. */
    invoiceId?: string;
    /** Id of the organization. */
    organizationId?: string;
    /** Name of the organization. */
    organizationName?: string;
    /** Id of the project. */
    projectId?: string;
    /** Name of the project. */
    projectName?: string;
    /** Service: Clusters. */
    service?: string;
    /** Costs, in US dollars. */
    usageAmount?: number;
    /** First day of the month. */
    usageDate?: string;
  }[];
}

/** An API key to be made. */
export interface CreateAtlasOrganizationApiKey {
  /** The purpose of the key. */
  desc: string;
  /** Organization roles of the key; a sent list replaces the old one. */
  roles: readonly OrgRoleName[];
}

export interface CreateAtlasProjectApiKey {
  /** The purpose of the key. */
  desc: string;
  /** Project roles of the key; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
}

/** Region of the archive. */
export interface CreateDataProcessRegionView
  extends AsSent<DataProcessRegionView, "cloudProvider" | "region"> {}

export interface CreateEndpointRequest
  extends AsSent<PrivateLinkEndpoint, "privateEndpointIPAddress" | "endpointGroupName" | "gcpProjectId"> {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | undefined;
  /** AWS, AZURE: id of the endpoint at the provider. */
  id?: string | undefined;
  /** GCP: endpoints of the group. */
  endpoints?: readonly CreateGCPForwardingRuleRequest[] | undefined;
}

export interface CreateFederationSettingConnectedOrgConfigRoleMappingRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter,
    Sending<AuthFederationRoleMappingRequest> {}

export interface CreateFederationSettingIdentityProviderRequest
  extends FederationSettingsIdParameter,
    Sending<FederationOidcIdentityProviderUpdate> {}

export interface CreateGCPForwardingRuleRequest
  extends AsSent<GCPConsumerForwardingRule, "endpointName" | "ipAddress"> {}

export interface CreateGroupAccessListEntryRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<readonly NetworkPermissionEntryRequest[]> {}

export interface CreateGroupAiModelApiKeyRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AiModelApiKeyCreateRequest> {}

export interface CreateGroupAlertConfigRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupAlertsConfigRequest> {}

export interface CreateGroupApiKeyRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CreateAtlasProjectApiKey> {}

export interface CreateGroupBackupExportBucketRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<DiskBackupSnapshotExportBucketRequest> {}

export interface CreateGroupBackupPrivateEndpointRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<ObjectStoragePrivateEndpointRequest, "regionName">> {
  /** Cloud provider. */
  cloudProvider: "AWS";
}

export interface CreateGroupCloudProviderAccessRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudProviderAccessRoleRequest> {}

export interface CreateGroupClusterBackupExportRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Sending<DiskBackupExportJobRequest> {}

export interface CreateGroupClusterBackupRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<DiskBackupSnapshotRestoreJobRequest> {}

export interface CreateGroupClusterCollectionRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ApiAtlasCollectionRestoreJobRequest> {}

export interface CreateGroupClusterFtsIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ClusterSearchIndexRequest> {}

export interface CreateGroupClusterGlobalWriteCustomZoneMappingRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<CustomZoneMappings> {}

export interface CreateGroupClusterGlobalWriteManagedNamespaceRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ManagedNamespacesRequest> {}

export interface CreateGroupClusterIndexRollingIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<DatabaseRollingIndexRequest> {}

export interface CreateGroupClusterOnlineArchiveRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<BackupOnlineArchiveCreate> {}

export interface CreateGroupClusterOverloadSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<OverloadProtectionSimulationRequest> {}

export interface CreateGroupClusterRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<ClusterDescription20240805Request> {}

export interface CreateGroupClusterRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<BackupRestoreJobRequest> {}

export interface CreateGroupClusterSearchDeploymentRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ApiSearchDeploymentRequestView> {}

export interface CreateGroupClusterSearchIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<SearchIndexCreateRequest> {}

export interface CreateGroupContainerRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudProviderContainerRequest> {}

export interface CreateGroupCustomDbRoleRoleRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<UserCustomDBRoleRequest> {}

export interface CreateGroupDataFederationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<DataLakeTenantRequest, "name">> {
  /** Whether access to accounts may be used that is not authorized. */
  skipRoleValidation?: boolean | undefined;
}

export interface CreateGroupDatabaseUserCertRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<UserCertRequest> {
  /** Name of the database user. */
  username: string;
}

export interface CreateGroupDatabaseUserRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudDatabaseUserRequest> {}

export interface CreateGroupEncryptionAtRestPrivateEndpointRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<EARPrivateEndpointRequest, "regionName">> {
  /** Cloud provider. */
  cloudProvider: "AZURE" | "AWS";
}

export interface CreateGroupFlexClusterBackupRestoreJobRequest
  extends GroupIdParameter,
    NameParameter,
    PrettyParameter,
    Sending<FlexBackupRestoreJobCreate20241113> {}

export interface CreateGroupFlexClusterRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<FlexClusterDescriptionCreate20241113> {}

export interface CreateGroupIntegrationRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<ThirdPartyIntegrationRequest> {
  /** Type of the integration; HIP_CHAT is no longer supported. */
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
}

export interface CreateGroupInviteRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupInvitationRequest> {}

export interface CreateGroupLiveMigrationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LiveMigrationRequest20240530> {}

export interface CreateGroupLogIntegrationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LogIntegrationRequest> {}

export interface CreateGroupMcpConfigBody {
  /** Addresses and networks that programs may connect from; any if there are none. */
  ipAccessList?: readonly ServiceAccountIPAccessListEntryRequest[] | undefined;
  /** Name of the configuration, 1 to 64 characters. */
  mcpConfigName: string;
  /** Project roles, one at least. */
  roles: readonly GroupRoleName[];
}

export interface CreateGroupMcpConfigRequest extends GroupIdParameter, Sending<CreateGroupMcpConfigBody> {}

export interface CreateGroupMcpConfigSecretRequest
  extends GroupIdParameter,
    McpConfigIdParameter,
    Sending<ServiceAccountSecretRequest> {}

export interface CreateGroupMetricIntegrationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<MetricIntegrationRequest> {}

export interface CreateGroupPeerRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<BaseNetworkPeeringConnectionSettingsRequest> {}

export interface CreateGroupPrivateEndpointEndpointServiceEndpointRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CreateEndpointRequest> {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface CreateGroupPrivateEndpointEndpointServiceRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudProviderEndpointServiceRequest> {}

export interface CreateGroupPrivateNetworkSettingEndpointIdRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<PrivateNetworkEndpointIdEntryRequest> {}

export interface CreateGroupPushBasedLogExportRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CreatePushBasedLogExportProjectRequest> {}

export interface CreateGroupRequest
  extends PrettyParameter,
    Sending<Demanding<GroupRequest, "name" | "orgId">> {
  /** User who becomes Project Owner; the oldest Organization Owner if absent. */
  projectOwnerId?: string | undefined;
}

export interface CreateGroupServiceAccountAccessListRequest
  extends GroupIdParameter,
    ClientIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<readonly ServiceAccountIPAccessListEntryRequest[]> {}

export interface CreateGroupServiceAccountRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupServiceAccountRequest> {}

export interface CreateGroupServiceAccountSecretRequest
  extends GroupIdParameter,
    ClientIdParameter,
    PrettyParameter,
    Sending<ServiceAccountSecretRequest> {}

export interface CreateGroupStandbyLinkFailoverRequest
  extends GroupIdParameter,
    Sending<ApiStandbyLinkFailoverRequest> {
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface CreateGroupStandbyLinkRequest extends GroupIdParameter, Sending<ApiStandbyLinkRequest> {}

export interface CreateGroupStreamConnectionFailoverConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter,
    Sending<Demanding<StreamsFailoverConnectionRequest, "region" | "type">> {}

export interface CreateGroupStreamConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<Demanding<StreamsConnectionRequest, "name" | "type">> {}

export interface CreateGroupStreamPrivateLinkConnectionRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<StreamsPrivateLinkConnectionRequest> {}

export interface CreateGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<Demanding<StreamsProcessorRequest, "name" | "pipeline">> {}

export interface CreateGroupStreamWorkspaceRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<StreamsTenantRequest, "dataProcessRegion" | "name">> {}

export interface CreateOrgApiKeyAccessListEntryRequest
  extends OrgIdParameter,
    ApiUserIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<readonly UserAccessListRequest[]> {}

export interface CreateOrgApiKeyRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<CreateAtlasOrganizationApiKey> {}

export interface CreateOrgBillingCostExplorerUsageProcessRequest
  extends OrgIdParameter,
    Sending<CostExplorerFilterRequestBody> {}

export interface CreateOrgInviteRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrganizationInvitationRequest> {}

export interface CreateOrgInvoiceReportRequest extends OrgIdParameter, Sending<InvoiceReportRequest> {
  /** Id of the invoice. */
  invoiceId: string;
}

export interface CreateOrgLiveMigrationLinkTokenRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<TargetOrgRequest> {}

export interface CreateOrgMcpConfigBody
  extends Pick<CreateGroupMcpConfigBody, "ipAccessList" | "mcpConfigName"> {
  /** Organization roles, one at least. */
  roles: readonly OrgRoleName[];
}

export interface CreateOrgMcpConfigRequest extends OrgIdParameter, Sending<CreateOrgMcpConfigBody> {}

export interface CreateOrgMcpConfigSecretRequest
  extends OrgIdParameter,
    McpConfigIdParameter,
    Sending<ServiceAccountSecretRequest> {}

export interface CreateOrgRequest extends PrettyParameter, Sending<CreateOrganizationRequest> {}

export interface CreateOrgResourcePolicyRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<ApiAtlasResourcePolicyCreateView> {}

export interface CreateOrgSandboxConfigRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<SandboxConfigRequest> {}

export interface CreateOrgServiceAccountAccessListRequest
  extends OrgIdParameter,
    ClientIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<readonly ServiceAccountIPAccessListEntryRequest[]> {}

export interface CreateOrgServiceAccountRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrgServiceAccountRequest> {}

export interface CreateOrgServiceAccountSecretRequest
  extends OrgIdParameter,
    ClientIdParameter,
    PrettyParameter,
    Sending<ServiceAccountSecretRequest> {}

export interface CreateOrgTeamRequest extends OrgIdParameter, PrettyParameter, Sending<TeamRequest> {}

export interface CreateOrgUserRequest extends OrgIdParameter, PrettyParameter, Sending<OrgUserRequest> {}

export interface CreateOrganizationRequest
  extends Pick<AtlasOrganizationRequest, "name" | "skipDefaultAlertsSettings"> {
  /** An API key to be made. */
  apiKey?: CreateAtlasOrganizationApiKey | undefined;
  /** Federation the organization joins. The caller must own another organization in it. */
  federationSettingsId?: string | undefined;
  /** User who becomes Organization Owner. */
  orgOwnerId?: string | undefined;
  /** A service account to be made. */
  serviceAccount?: OrgServiceAccountRequest | null | undefined;
}

export interface CreateOrganizationResponse {
  /** An API key. */
  apiKey?: ApiKeyUserDetails;
  /** Federation the organization joins. */
  federationSettingsId?: string;
  /** User who became Organization Owner. */
  orgOwnerId: string;
  /** An organization. */
  organization: AtlasOrganization;
  /** A service account of an organization. */
  serviceAccount?: OrgServiceAccount;
  /** Whether new projects start without alert settings. */
  skipDefaultAlertsSettings: boolean;
}

export interface CreatePushBasedLogExportProjectRequest
  extends Pick<S3LogIntegrationResponse, "bucketName" | "iamRoleId" | "prefixPath"> {}

export interface CreateUserRequest
  extends PrettyParameter,
    Sending<
      Demanding<CloudAppUserRequest, "country" | "firstName" | "lastName" | "password" | "roles" | "username">
    > {}

/** Documents that are archived. */
export interface CriteriaView {
  /** Whether a date or a query chooses documents; DATE if absent. */
  type?: "DATE" | "CUSTOM";
  /** Date by which documents are chosen. */
  dateField?: string;
  /** Form of the date. */
  dateFormat?: "ISODATE" | "EPOCH_SECONDS" | "EPOCH_MILLIS" | "EPOCH_NANOSECONDS" | "OBJECT_ID";
  /** Days after which a document is archived. */
  expireAfterDays?: number;
  /** Query, in JSON, of the documents that are archived. */
  query?: string;
}

export interface CriteriaViewRequest
  extends AsSent<CriteriaView, "type" | "dateField" | "dateFormat" | "expireAfterDays" | "query"> {}

/** How long console sessions last. */
export interface CustomSessionTimeouts {
  /** Longest life of a console session. */
  absoluteSessionTimeoutInSeconds?: number;
  /** Longest life of a console session in which nothing happens. */
  idleSessionTimeoutInSeconds?: number;
}

export interface CustomSessionTimeoutsRequest
  extends AsSent<CustomSessionTimeouts, "absoluteSessionTimeoutInSeconds" | "idleSessionTimeoutInSeconds"> {}

export interface CustomZoneMappings {
  /** Places, each with the zone that serves it. */
  customZoneMappings: readonly ZoneMapping[];
}

export interface CutoverGroupLiveMigrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the live migration. */
  liveMigrationId: string;
}

/** Role that the connection has in the cluster. */
export interface DBRoleToExecute {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name of the role. */
  role?: string;
  /** Kind. */
  type?: "BUILT_IN" | "CUSTOM";
}

export interface DBRoleToExecuteRequest extends AsSent<DBRoleToExecute, "role" | "type"> {}

/** Certificates of the customer. */
export interface DBUserTLSX509Settings {
  /** Certificates of the customer's authorities, in PEM. */
  cas?: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface DBUserTLSX509SettingsRequest {
  /** Certificates of the customer's authorities, in PEM. */
  cas?: string | undefined;
}

/** When archived data is deleted; never if absent. */
export interface DataExpirationRuleView {
  /** Days that data is archived for; the rule ends without them. */
  expireAfterDays?: number;
}

export interface DataExpirationRuleViewRequest {
  /** Days that data is archived for; the rule ends without them. */
  expireAfterDays?: number | undefined;
}

/** Account at Azure. */
export interface DataFederationAzureCloudProviderConfig {
  /** UUID of the Atlas application. */
  atlasAppId?: string;
  /** Id of the access to the account. */
  roleId: string;
  /** UUID of the service principal. */
  servicePrincipalId?: string;
  /** UUID of the tenant. */
  tenantId?: string;
}

export interface DataFederationAzureCloudProviderConfigRequest {
  /** Id of the access to the account. */
  roleId: string;
}

/** Account at Google Cloud. */
export interface DataFederationGCPCloudProviderConfig {
  /** Service account of Atlas. */
  gcpServiceAccount?: string;
  /** Id of the access to the account. */
  roleId: string;
}

export interface DataFederationGCPCloudProviderConfigRequest {
  /** Id of the access to the account. */
  roleId: string;
}

export interface DataFederationLimit {
  /** How much of the limit is used. */
  currentUsage?: number;
  /** The limit until one is set; absent if there is none. */
  defaultLimit?: number;
  /** The largest value that can be set; absent where there is none. */
  maximumLimit?: number;
  /** Name of the limit. */
  name: string;
  /** The limit. */
  value: number;
}

export interface DataFederationLimitRequest {
  /** The limit. */
  value: number;
}

export interface DataFederationTenantQueryLimit {
  /** Bytes of it that are used: none. */
  currentUsage: number;
  /** Bytes unless others are set. */
  defaultLimit?: number;
  /** When it was set. */
  lastModifiedDate: string;
  /** Most bytes that can be set. */
  maximumLimit?: number;
  /** Name. */
  name: string;
  /** Whether queries that run are ended, too, once it is reached. */
  overrunPolicy?: "BLOCK" | "BLOCK_AND_KILL";
  /** Name of the federated database. */
  tenantName: string;
  /** Bytes. */
  value: number;
}

export interface DataFederationTenantQueryLimitRequest {
  /** Whether queries that run are ended, too, once it is reached. */
  overrunPolicy?: "BLOCK" | "BLOCK_AND_KILL" | undefined;
  /** Bytes. */
  value: number;
}

/** Account at AWS. */
export interface DataLakeAWSCloudProviderConfig {
  /** External id of the role. */
  externalId?: string;
  /** ARN of the role; absent until it is authorized. */
  iamAssumedRoleARN?: string;
  /** ARN of the account of Atlas. */
  iamUserARN?: string;
  /** Id of the access to the account. */
  roleId: string;
}

export interface DataLakeAWSCloudProviderConfigRequest {
  /** Id of the access to the account. */
  roleId: string;
  /** Bucket by which the role is tested; nothing is read. */
  testS3Bucket: string;
}

export interface DataLakeApiBase {
  /** Name. */
  name?: string;
  /** Stages of the view. */
  pipeline?: string;
  /** Collection that it is made of. */
  source?: string;
}

export interface DataLakeApiBaseRequest extends AsSent<DataLakeApiBase, "name" | "pipeline" | "source"> {}

/** Atlas: read concern. */
export interface DataLakeAtlasStoreReadConcern {
  /** Level. */
  level?: "LOCAL" | "MAJORITY" | "LINEARIZABLE" | "SNAPSHOT" | "AVAILABLE";
}

export interface DataLakeAtlasStoreReadConcernRequest {
  /** Level. */
  level?: "LOCAL" | "MAJORITY" | "LINEARIZABLE" | "SNAPSHOT" | "AVAILABLE" | undefined;
}

/** Atlas: read preference. */
export interface DataLakeAtlasStoreReadPreference {
  /** Most seconds that a secondary may lag. */
  maxStalenessSeconds?: number;
  /** Nodes that are read. */
  mode?: "primary" | "primaryPreferred" | "secondary" | "secondaryPreferred" | "nearest";
  /** Lists of tags of nodes. */
  tagSets?: DataLakeAtlasStoreReadPreferenceTag[][];
}

export interface DataLakeAtlasStoreReadPreferenceRequest
  extends AsSent<DataLakeAtlasStoreReadPreference, "maxStalenessSeconds" | "mode"> {
  /** Lists of tags of nodes. */
  tagSets?: readonly (readonly DataLakeAtlasStoreReadPreferenceTagRequest[])[] | undefined;
}

export interface DataLakeAtlasStoreReadPreferenceTag {
  /** Name. */
  name?: string;
  /** Value of the tag. */
  value?: string;
}

export interface DataLakeAtlasStoreReadPreferenceTagRequest {
  /** Name. */
  name?: string | undefined;
  /** Value of the tag. */
  value?: string | undefined;
}

/** Accounts at cloud providers; absent if there are none. */
export interface DataLakeCloudProviderConfig {
  /** Account at AWS. */
  aws?: DataLakeAWSCloudProviderConfig;
  /** Account at Azure. */
  azure?: DataFederationAzureCloudProviderConfig;
  /** Account at Google Cloud. */
  gcp?: DataFederationGCPCloudProviderConfig;
}

export interface DataLakeCloudProviderConfigRequest {
  /** Account at AWS. */
  aws?: DataLakeAWSCloudProviderConfigRequest | undefined;
  /** Account at Azure. */
  azure?: DataFederationAzureCloudProviderConfigRequest | undefined;
  /** Account at Google Cloud. */
  gcp?: DataFederationGCPCloudProviderConfigRequest | undefined;
}

/** Region in which queries are processed; null until one is set. */
export interface DataLakeDataProcessRegion {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Region. */
  region: string;
}

export interface DataLakeDatabaseCollection {
  /** Data that it is made of. */
  dataSources?: DataLakeDatabaseDataSourceSettings[];
  /** Name. */
  name?: string;
}

export interface DataLakeDatabaseCollectionRequest {
  /** Data that it is made of. */
  dataSources?: readonly DataLakeDatabaseDataSourceSettingsRequest[] | undefined;
  /** Name. */
  name?: string | undefined;
}

export interface DataLakeDatabaseDataSourceSettings {
  /** Whether URLs without a checked certificate are read. */
  allowInsecure?: boolean;
  /** Collection of a cluster. */
  collection?: string;
  /** Pattern of names of collections. */
  collectionRegex?: string;
  /** Database of a cluster. */
  database?: string;
  /** Pattern of names of databases. */
  databaseRegex?: string;
  /** Name of a data set. */
  datasetName?: string;
  /** Start of names of data sets. */
  datasetPrefix?: string;
  /** Format of files without an extension. */
  defaultFormat?:
    | ".avro"
    | ".avro.bz2"
    | ".avro.gz"
    | ".bson"
    | ".bson.bz2"
    | ".bson.gz"
    | ".bsonx"
    | ".csv"
    | ".csv.bz2"
    | ".csv.gz"
    | ".json"
    | ".json.bz2"
    | ".json.gz"
    | ".orc"
    | ".parquet"
    | ".tsv"
    | ".tsv.bz2"
    | ".tsv.gz";
  /** Path of files. */
  path?: string;
  /** Field that says where a document comes from. */
  provenanceFieldName?: string;
  /** Name of the store. */
  storeName?: string;
  /** Words of a data set's name that are left out. */
  trimLevel?: number;
  /** URLs of files. */
  urls?: string[];
}

export interface DataLakeDatabaseDataSourceSettingsRequest
  extends AsSent<
    DataLakeDatabaseDataSourceSettings,
    | "allowInsecure"
    | "collection"
    | "collectionRegex"
    | "database"
    | "databaseRegex"
    | "datasetName"
    | "datasetPrefix"
    | "defaultFormat"
    | "path"
    | "provenanceFieldName"
    | "storeName"
    | "trimLevel"
  > {
  /** URLs of files. */
  urls?: readonly string[] | undefined;
}

export interface DataLakeDatabaseInstance {
  /** Collections. */
  collections?: DataLakeDatabaseCollection[];
  /** Most collections that a wildcard makes. */
  maxWildcardCollections?: number;
  /** Name. */
  name?: string;
  /** Views. */
  views?: DataLakeApiBase[];
}

export interface DataLakeDatabaseInstanceRequest
  extends AsSent<DataLakeDatabaseInstance, "maxWildcardCollections" | "name"> {
  /** Collections. */
  collections?: readonly DataLakeDatabaseCollectionRequest[] | undefined;
  /** Views. */
  views?: readonly DataLakeApiBaseRequest[] | undefined;
}

/** Stores of data, and the databases that are made of them. */
export interface DataLakeStorage {
  /** Databases that are made of the stores; null until some are set. */
  databases: DataLakeDatabaseInstance[] | null;
  /** Stores of data; null until some are set. */
  stores: DataLakeStoreSettings[] | null;
}

export interface DataLakeStorageRequest {
  /** Databases that are made of the stores; null until some are set. */
  databases?: readonly DataLakeDatabaseInstanceRequest[] | null | undefined;
  /** Stores of data; null until some are set. */
  stores?: readonly DataLakeStoreSettingsRequest[] | null | undefined;
}

export interface DataLakeStoreSettings {
  /** Name. */
  name?: string;
  /** Kind of the store. */
  provider: "atlas" | "azure" | "dls:aws" | "dls:azure" | "dls:gcp" | "gcs" | "http" | "s3";
  /** Atlas: name of the cluster. */
  clusterName?: string;
  /** Atlas: id of the project of the cluster. */
  projectId?: string;
  /** Atlas: read concern. */
  readConcern?: DataLakeAtlasStoreReadConcern;
  /** Atlas: read preference. */
  readPreference?: DataLakeAtlasStoreReadPreference;
  /** Azure: container. */
  containerName?: string;
  /** Sign between the parts of paths. */
  delimiter?: string;
  /** Start of paths. */
  prefix?: string;
  /** Whether it is read without credentials. */
  public?: boolean;
  /** Region. */
  region?: string;
  /** Sign in place of the delimiter. */
  replacementDelimiter?: string;
  /** Azure: address of the storage account. */
  serviceURL?: string;
  /** S3 and GCS: bucket. */
  bucket?: string;
  /** HTTP: whether URLs without a checked certificate are read. */
  allowInsecure?: boolean;
  /** HTTP: format of files without an extension. */
  defaultFormat?: string;
  /** HTTP: URLs. */
  urls?: string[];
  /** S3: classes of storage that are read, too. */
  additionalStorageClasses?: ("STANDARD" | "INTELLIGENT_TIERING" | "STANDARD_IA")[];
  /** S3: whether tags are fields. */
  includeTags?: boolean;
}

export interface DataLakeStoreSettingsRequest
  extends AsSent<
    DataLakeStoreSettings,
    | "name"
    | "clusterName"
    | "projectId"
    | "containerName"
    | "delimiter"
    | "prefix"
    | "public"
    | "region"
    | "replacementDelimiter"
    | "serviceURL"
    | "bucket"
    | "allowInsecure"
    | "defaultFormat"
    | "includeTags"
  > {
  /** Kind of the store. */
  provider: "atlas" | "azure" | "dls:aws" | "dls:azure" | "dls:gcp" | "gcs" | "http" | "s3";
  /** Atlas: read concern. */
  readConcern?: DataLakeAtlasStoreReadConcernRequest | undefined;
  /** Atlas: read preference. */
  readPreference?: DataLakeAtlasStoreReadPreferenceRequest | undefined;
  /** HTTP: URLs. */
  urls?: readonly string[] | undefined;
  /** S3: classes of storage that are read, too. */
  additionalStorageClasses?: readonly ("STANDARD" | "INTELLIGENT_TIERING" | "STANDARD_IA")[] | undefined;
}

export interface DataLakeTenant {
  /** Accounts at cloud providers; absent if there are none. */
  cloudProviderConfig?: DataLakeCloudProviderConfig;
  /** Region in which queries are processed; null until one is set. */
  dataProcessRegion: DataLakeDataProcessRegion | null;
  /** Id of the project. */
  groupId: string;
  /** Names under which it would be reached. */
  hostnames: string[];
  /** Name. */
  name: string;
  /** Names under which it would be reached by private endpoints. */
  privateEndpointHostnames: PrivateEndpointHostname[];
  /** State. */
  state: "UNVERIFIED" | "ACTIVE" | "DELETED";
  /** Stores of data, and the databases that are made of them. */
  storage: DataLakeStorage;
}

export interface DataLakeTenantRequest {
  /** Accounts at cloud providers; absent if there are none. */
  cloudProviderConfig?: DataLakeCloudProviderConfigRequest | undefined;
  /** Region in which queries are processed; null until one is set. */
  dataProcessRegion?: DataLakeDataProcessRegion | null | undefined;
  /** Name. */
  name?: string | undefined;
  /** Stores of data, and the databases that are made of them. */
  storage?: DataLakeStorageRequest | undefined;
}

/** Region of the archive. */
export interface DataProcessRegionView {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "AZURE" | "GCP";
  /** Region. */
  region?: string;
}

/** The policy; empty where there is none. */
export interface DataProtectionSettings {
  /** Address of the person who may have the policy taken away. */
  authorizedEmail?: string;
  /** First name of that person. */
  authorizedUserFirstName?: string;
  /** Last name of that person. */
  authorizedUserLastName?: string;
  /** Whether copies are protected too. */
  copyProtectionEnabled?: boolean;
  /** Whether backups can be deleted: false. */
  deletable?: boolean;
  /** Whether clusters are to be encrypted with a key of one's own. */
  encryptionAtRestEnabled?: boolean;
  /** How long backups on demand are kept at least. */
  onDemandPolicyItem?: BackupComplianceOnDemandPolicyItem | null;
  /** Whether clusters are to be restored at any instant. */
  pitEnabled?: boolean;
  /** Id of the project. */
  projectId?: string;
  /** Days back to which that reaches at least. */
  restoreWindowDays?: number;
  /** How often backups are made at least, and how long they are kept. */
  scheduledPolicyItems?: BackupComplianceScheduledPolicyItem[];
  /** State of the policy. */
  state?: "ACTIVE" | "ENABLING" | "UPDATING" | "DISABLING";
  /** When it was changed. */
  updatedDate?: string;
  /** Who changed it. */
  updatedUser?: string;
}

/** The policy; empty where there is none. */
export interface DataProtectionSettings20231001
  extends Pick<
    DataProtectionSettings,
    | "authorizedEmail"
    | "authorizedUserFirstName"
    | "authorizedUserLastName"
    | "copyProtectionEnabled"
    | "deletable"
    | "encryptionAtRestEnabled"
    | "onDemandPolicyItem"
    | "pitEnabled"
    | "projectId"
    | "restoreWindowDays"
    | "scheduledPolicyItems"
    | "state"
    | "updatedDate"
    | "updatedUser"
  > {}

export interface DataProtectionSettings20231001Request
  extends Pick<
    DataProtectionSettingsRequest,
    | "authorizedEmail"
    | "authorizedUserFirstName"
    | "authorizedUserLastName"
    | "copyProtectionEnabled"
    | "encryptionAtRestEnabled"
    | "onDemandPolicyItem"
    | "pitEnabled"
    | "projectId"
    | "restoreWindowDays"
    | "scheduledPolicyItems"
  > {}

export interface DataProtectionSettingsRequest
  extends AsSent<
    DataProtectionSettings,
    | "authorizedEmail"
    | "authorizedUserFirstName"
    | "authorizedUserLastName"
    | "copyProtectionEnabled"
    | "encryptionAtRestEnabled"
    | "pitEnabled"
    | "projectId"
    | "restoreWindowDays"
  > {
  /** How long backups on demand are kept at least. */
  onDemandPolicyItem?: BackupComplianceOnDemandPolicyItemRequest | null | undefined;
  /** How often backups are made at least, and how long they are kept. */
  scheduledPolicyItems?: readonly BackupComplianceScheduledPolicyItemRequest[] | undefined;
}

export interface DatabaseInheritedRole {
  /** Database that it is held on: admin but for read, readWrite and dbAdmin. */
  db: string;
  /** Name of a built-in role, or of another role of the project. */
  role: string;
}

export interface DatabasePermittedNamespaceResource {
  /** Whether it is the whole deployment. */
  cluster?: boolean;
  /** Collection; all of the database if absent or empty. */
  collection?: string;
  /** Database; any if it is empty. */
  db?: string;
}

export interface DatabasePermittedNamespaceResourceRequest
  extends AsSent<DatabasePermittedNamespaceResource, "cluster" | "collection" | "db"> {}

export interface DatabasePrivilegeAction {
  /** What is allowed. */
  action: DatabaseActionName;
  /** What it is allowed on. */
  resources: DatabasePermittedNamespaceResource[];
}

export interface DatabasePrivilegeActionRequest {
  /** What is allowed. */
  action: DatabaseActionName;
  /** What it is allowed on. */
  resources: readonly DatabasePermittedNamespaceResourceRequest[];
}

export interface DatabaseRollingIndexRequest {
  /** Rules by which text is compared. */
  collation?: Collation | undefined;
  /** Name of the collection. */
  collection: string;
  /** Name of the database. */
  db: string;
  /** Fields of the index in order, each with its direction or type. */
  keys: readonly Record<string, string>[];
  /** Options of the index. */
  options?: IndexOptions | undefined;
}

export interface DatabaseUserRole {
  /** Collection that it is held on; only of read and readWrite. */
  collectionName?: string;
  /** Database that it is held on. */
  databaseName?: string;
  /** Name of a built-in role, or of a role of the project. */
  roleName?: string;
}

export interface DatabaseUserRoleRequest {
  /** Collection that it is held on; only of read and readWrite. */
  collectionName?: string | undefined;
  /** Database that it is held on. */
  databaseName: string;
  /** Name of a built-in role, or of a role of the project. */
  roleName: string;
}

export interface DatadogLogIntegrationRequest extends Pick<DatadogLogIntegrationResponse, "type" | "region"> {
  /** Logs that are exported. */
  logTypes: readonly ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
  /** Key. It is kept sealed, and all but its end is shown as stars. */
  apiKey: string;
}

export interface DatadogLogIntegrationResponse extends Pick<AzureLogIntegrationResponse, "id" | "logTypes"> {
  /** Kind. */
  type: "DATADOG_LOG_EXPORT";
  /** Key, with stars in place of all but its end. */
  apiKey: string;
  /** Region. */
  region: "US1" | "US3" | "US5" | "EU" | "AP1" | "AP2" | "US1_FED";
}

export interface DeauthorizeGroupCloudProviderAccessRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider of the account. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the access. */
  roleId: string;
}

/** Nodes of one kind in a region. */
export interface DedicatedHardwareSpec {
  /** Operations of the disk in a second. */
  diskIOPS?: number;
  /** AWS: throughput in MB a second of a standard disk of the second generation. */
  diskThroughput?: number;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
  /** Size, such as M10; M0 is free. */
  instanceSize?: string;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number;
  /** TENANT: size that it really has. */
  effectiveInstanceSize?: string;
}

/** Nodes of one kind in a region. */
export interface DedicatedHardwareSpec20240805
  extends Pick<
    DedicatedHardwareSpec,
    | "diskIOPS"
    | "diskSizeGB"
    | "diskThroughput"
    | "ebsVolumeType"
    | "instanceSize"
    | "nodeCount"
    | "effectiveInstanceSize"
  > {}

export interface DedicatedHardwareSpec20240805Request
  extends AsSent<HardwareSpec, "diskIOPS" | "diskSizeGB" | "ebsVolumeType" | "instanceSize" | "nodeCount"> {}

export interface DedicatedHardwareSpecRequest
  extends AsSent<HardwareSpec, "diskIOPS" | "ebsVolumeType" | "instanceSize" | "nodeCount" | "diskSizeGB"> {}

export interface DefaultGroupLimitResponse {
  /** Limit until one is set; null if there is none. */
  defaultLimit?: number | null;
  /** Explanation of the limit. */
  description?: string;
  /** Largest value that can be set; null if there is none. */
  maximumLimit?: number | null;
  /** Name of the limit in a project. */
  name?: string;
}

export interface DeferGroupMaintenanceWindowRequest extends GroupIdParameter {}

export interface DeleteCopiedBackups {
  /** Provider that backups were copied to. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | undefined;
  /** Region that backups were copied to. */
  regionName?: string | undefined;
  /** Spec of the zone, by the id that it has before version 2024-08-05. */
  replicationSpecId?: string | undefined;
  /** Zone of the cluster. */
  zoneId?: string | undefined;
}

export interface DeleteCopiedBackups20240805
  extends Pick<DeleteCopiedBackups, "cloudProvider" | "regionName" | "zoneId"> {}

export interface DeleteFederationSettingConnectedOrgConfigRoleMappingRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter {
  /** Id of the role mapping. */
  id: string;
}

export interface DeleteFederationSettingIdentityProviderRequest extends FederationSettingsIdParameter {
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

export interface DeleteFederationSettingRequest extends FederationSettingsIdParameter {}

export interface DeleteGroupAccessListEntryRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

export interface DeleteGroupAiModelApiKeyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the AI model API key. */
  apiKeyId: string;
}

export interface DeleteGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

export interface DeleteGroupBackupExportBucketRequest extends GroupIdParameter {
  /** Id of the bucket. */
  exportBucketId: string;
}

export interface DeleteGroupBackupPrivateEndpointRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS";
}

export interface DeleteGroupClusterBackupScheduleRequest extends GroupIdParameter, ClusterNameParameter {}

export interface DeleteGroupClusterBackupSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface DeleteGroupClusterBackupSnapshotShardedClusterRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface DeleteGroupClusterFtsIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the index. */
  indexId: string;
}

export interface DeleteGroupClusterGlobalWriteCustomZoneMappingRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface DeleteGroupClusterGlobalWriteManagedNamespacesRequest
  extends ClusterNameParameter,
    GroupIdParameter,
    PrettyParameter {
  /** Name of the database; all if absent. */
  db?: string | undefined;
  /** Name of the collection; all of the database if absent. */
  collection?: string | undefined;
}

export interface DeleteGroupClusterOnlineArchiveRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the online archive. */
  archiveId: string;
}

export interface DeleteGroupClusterOverloadSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the simulation. */
  simulationId: string;
}

export interface DeleteGroupClusterRequest extends GroupIdParameter, ClusterNameParameter, PrettyParameter {
  /** Whether backups outlive it; there are none here. */
  retainBackups?: boolean | undefined;
}

export interface DeleteGroupClusterSearchDeploymentRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface DeleteGroupClusterSearchIndexByNameRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    CollectionNameParameter,
    PrettyParameter {
  /** Database of the collection. */
  databaseName: string;
  /** Name of the search index. */
  indexName: string;
}

export interface DeleteGroupClusterSearchIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the index. */
  indexId: string;
}

export interface DeleteGroupClusterSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface DeleteGroupContainerRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the network container. */
  containerId: string;
}

export interface DeleteGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the role. */
  roleName: string;
}

export interface DeleteGroupDataFederationLimitRequest extends GroupIdParameter, TenantNameParameter {
  /** Name of the limit. */
  limitName:
    | "bytesProcessed.query"
    | "bytesProcessed.daily"
    | "bytesProcessed.weekly"
    | "bytesProcessed.monthly";
}

export interface DeleteGroupDataFederationRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {}

export interface DeleteGroupDatabaseUserRequest extends GroupIdParameter, PrettyParameter {
  /** Database that knows the user: admin or $external. */
  databaseName: string;
  /** Name of the user, its slashes as %2F. */
  username: string;
}

export interface DeleteGroupFlexClusterRequest extends GroupIdParameter, NameParameter, PrettyParameter {}

export interface DeleteGroupIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Type of the integration; HIP_CHAT is no longer supported. */
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
}

export interface DeleteGroupInviteRequest extends GroupIdParameter {
  /** Id of the invitation. */
  invitationId: string;
}

export interface DeleteGroupLimitRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the limit. */
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
}

export interface DeleteGroupLogIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the log integration. */
  id: string;
}

export interface DeleteGroupMcpConfigRequest extends GroupIdParameter, McpConfigIdParameter {
  /** Whether to delete one that has active secrets. */
  cascading?: boolean | undefined;
}

export interface DeleteGroupMcpConfigSecretRequest extends GroupIdParameter, McpConfigIdParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface DeleteGroupMetricIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the metric integration. */
  metricIntegrationId: string;
}

export interface DeleteGroupPeerRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the peering connection. */
  peerId: string;
}

export interface DeleteGroupPrivateEndpointEndpointServiceEndpointRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface DeleteGroupPrivateEndpointEndpointServiceRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface DeleteGroupPrivateNetworkSettingEndpointIdRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {}

export interface DeleteGroupPushBasedLogExportRequest extends GroupIdParameter, PrettyParameter {}

export interface DeleteGroupRequest extends GroupIdParameter, PrettyParameter {}

export interface DeleteGroupServiceAccountAccessListEntryRequest
  extends GroupIdParameter,
    ClientIdParameter,
    PrettyParameter {
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

export interface DeleteGroupServiceAccountRequest
  extends ClientIdParameter,
    GroupIdParameter,
    PrettyParameter {}

export interface DeleteGroupServiceAccountSecretRequest
  extends ClientIdParameter,
    GroupIdParameter,
    PrettyParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface DeleteGroupStandbyLinkRequest extends GroupIdParameter {
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface DeleteGroupStreamConnectionFailoverConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter {
  /** Id of the failover connection. */
  failoverConnectionId: string;
}

export interface DeleteGroupStreamConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter {}

export interface DeleteGroupStreamPrivateLinkConnectionRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the private link. */
  connectionId: string;
}

export interface DeleteGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {
  /** Name of the stream processor. */
  processorName: string;
}

export interface DeleteGroupStreamVpcPeeringConnectionRequest extends GroupIdParameter {
  /** Id of the VPC peering. */
  id: string;
}

export interface DeleteGroupStreamWorkspaceRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {}

export interface DeleteGroupUserSecurityLdapUserToDnMappingRequest
  extends GroupIdParameter,
    PrettyParameter {}

export interface DeleteOrgApiKeyAccessListEntryRequest
  extends OrgIdParameter,
    ApiUserIdParameter,
    PrettyParameter {
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

export interface DeleteOrgApiKeyRequest extends OrgIdParameter, ApiUserIdParameter, PrettyParameter {}

export interface DeleteOrgInviteRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the invitation. */
  invitationId: string;
}

export interface DeleteOrgLiveMigrationLinkTokensRequest extends OrgIdParameter {}

export interface DeleteOrgMcpConfigRequest extends OrgIdParameter, McpConfigIdParameter {
  /** Whether to delete one that has active secrets. */
  cascading?: boolean | undefined;
}

export interface DeleteOrgMcpConfigSecretRequest extends OrgIdParameter, McpConfigIdParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface DeleteOrgRequest extends OrgIdParameter {}

export interface DeleteOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the resource policy. */
  resourcePolicyId: string;
}

export interface DeleteOrgSandboxConfigRequest extends OrgIdParameter {
  /** Id of the configuration. */
  sandboxConfigId: string;
}

export interface DeleteOrgServiceAccountAccessListEntryRequest
  extends OrgIdParameter,
    ClientIdParameter,
    PrettyParameter {
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

export interface DeleteOrgServiceAccountRequest extends ClientIdParameter, OrgIdParameter, PrettyParameter {}

export interface DeleteOrgServiceAccountSecretRequest
  extends ClientIdParameter,
    OrgIdParameter,
    PrettyParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface DeleteOrgTeamRequest extends OrgIdParameter, TeamIdParameter, PrettyParameter {}

/** The program that called. */
export interface DeprecatedCallClient {
  /** Name of the tool; `unknown` where a request names none, `other` for all beyond the first thousand callers. */
  tool: string;
  /** Its version; empty where it does not say. */
  version: string;
  /** Of Terraform's provider: the resource or data source, without its prefix; else empty. */
  resource: string;
  /** Of Terraform's provider: what it does to it, such as `read`; else empty. */
  step: string;
}

export interface DeprecatedCallCredential {
  /** What it is. */
  kind: "API_KEY" | "SERVICE_ACCOUNT" | "USER";
  /** Id of the API key, the service account or the person. */
  id: string;
  /** Public key or client id; empty for a person. */
  name: string;
}

export interface DeprecatedCallDay {
  /** A day, UTC. */
  date: string;
  /** Calls on it. */
  count: number;
  /** Calls among them that were answered 410. */
  gone: number;
}

/** One of the requests, with everything struck out that is secret or personal. */
export interface DeprecatedCallExample {
  /** Values of the path. */
  params: Record<string, string>;
  /** Values of the query. */
  query: Record<string, string>;
  /** The version that was asked for; absent in version 1.0. */
  version?: string;
  /** The body, if there was one. */
  body?: unknown;
}

export interface DeprecatedCallList {
  /** By operation, client and credential; first those that were seen first. */
  calls: DeprecatedCalls[];
}

export interface DeprecatedCalls {
  /** What was called; `v1.0` and a blank stand before what was called in version 1.0. */
  operationId: string;
  /** Organization of the calls. */
  orgId: string | null;
  /** A User-Agent of the client, as it came. */
  userAgent: string;
  /** The program that called. */
  client: DeprecatedCallClient;
  /** Who called; null for several together. */
  credential: DeprecatedCallCredential | null;
  /** Calls in all. */
  count: number;
  /** Calls among them that were answered 410. */
  gone: number;
  /** The first of them. */
  firstAt: string;
  /** The last of them. */
  lastAt: string;
  /** Calls by day. */
  days: DeprecatedCallDay[];
  /** One of the requests, with everything struck out that is secret or personal. */
  example: DeprecatedCallExample;
}

/** Target of the migration. */
export interface Destination {
  /** Name of the cluster. */
  clusterName: string;
  /** Id of the project. */
  groupId: string;
  /** Network that the migration uses. */
  hostnameSchemaType: "" | "PUBLIC" | "PRIVATE_LINK" | "VPC_PEERING";
  /** Id of the private endpoint. */
  privateLinkId?: string | null | undefined;
}

export interface DisableGroupBackupCompliancePolicyRequest extends GroupIdParameter, PrettyParameter {}

export interface DisableGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

export interface DisableGroupPrivateIpModePeeringRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<PrivateIPModeView> {}

export interface DisableGroupUserSecurityCustomerX509Request extends GroupIdParameter {}

export interface DiskBackupApiPolicyItem
  extends Pick<
    BackupComplianceOnDemandPolicyItem,
    "frequencyInterval" | "id" | "retentionUnit" | "retentionValue"
  > {
  /** How often backups are made. */
  frequencyType: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
}

export interface DiskBackupApiPolicyItemRequest
  extends Pick<
    DiskBackupApiPolicyItem,
    "frequencyInterval" | "frequencyType" | "retentionUnit" | "retentionValue"
  > {
  /** Id of the item. */
  id?: string | undefined;
}

export interface DiskBackupCollectionResponse {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name: string;
}

export interface DiskBackupCopySetting {
  /** Provider that backups are copied to. */
  cloudProvider?: "AWS" | "AZURE" | "GCP";
  /**
   * Which backups are copied.
   * @deprecated
   */
  frequencies?: ("HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND")[];
  /** Region that backups are copied to. */
  regionName?: string;
  /** Spec of the zone, by the id that it has before version 2024-08-05. */
  replicationSpecId?: string;
  /** Whether the log of operations is copied too. */
  shouldCopyOplogs?: boolean;
}

export interface DiskBackupCopySetting20240805
  extends Pick<DiskBackupCopySetting, "cloudProvider" | "frequencies" | "regionName" | "shouldCopyOplogs"> {
  /** Zone of the cluster. */
  zoneId?: string;
}

export interface DiskBackupCopySetting20240805Request
  extends Pick<
    DiskBackupCopySettingRequest,
    "cloudProvider" | "frequencies" | "regionName" | "shouldCopyOplogs" | "zoneId" | "replicationSpecId"
  > {}

export interface DiskBackupCopySettingRequest
  extends AsSent<
    DiskBackupCopySetting,
    "cloudProvider" | "regionName" | "replicationSpecId" | "shouldCopyOplogs"
  > {
  /**
   * Which backups are copied.
   * @deprecated
   */
  frequencies?: readonly ("HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND")[] | undefined;
  /** Zone of the cluster. */
  zoneId?: string | undefined;
}

export interface DiskBackupDatabaseResponse {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name: string;
}

export interface DiskBackupExportJob extends Pick<BackupRestoreJob, "id" | "links" | "snapshotId"> {
  /** Exports of single shards. */
  components?: DiskBackupExportMember[];
  /** Time of creation. */
  createdAt?: string;
  /** Labels of the export. */
  customData?: BackupLabel[];
  /** Id of the bucket. */
  exportBucketId: string;
  /** Progress of the export. */
  exportStatus?: ExportStatus;
  /** Time of completion. */
  finishedAt?: string;
  /** Folder in the bucket. */
  prefix?: string;
  /** State. */
  state?: "Cancelled" | "Failed" | "InProgress" | "Queued" | "Successful";
  /** Reason for the state. */
  stateReason?: StateReason;
}

export interface DiskBackupExportJobRequest {
  /** Labels of the export. */
  customData?: readonly BackupLabelRequest[] | undefined;
  /** Id of the bucket. */
  exportBucketId: string;
  /** Id of the snapshot. */
  snapshotId: string;
}

export interface DiskBackupExportMember {
  /** Id of the export. */
  exportId?: string;
  /** Name of the replica set. */
  replicaSetName?: string;
}

export interface DiskBackupOnDemandSnapshotRequest {
  /** Description of the snapshot. */
  description?: string | undefined;
  /** Days that the snapshot is kept. */
  retentionInDays?: number | undefined;
}

export interface DiskBackupReplicaSet extends Pick<DiskBackupExportJob, "createdAt" | "id" | "links"> {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "AZURE" | "GCP";
  /** Regions that the snapshot is copied to. */
  copyRegions?: string[];
  /** Description of a snapshot on demand. */
  description?: string;
  /** Time when the snapshot is deleted. */
  expiresAt?: string;
  /** Frequency of the policy item that asks for the snapshot. */
  frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly" | "ondemand";
  /** Id of the key that encrypts the snapshot: none here. */
  masterKeyUUID?: string;
  /** Version of MongoDB. */
  mongodVersion?: string;
  /** Ids of the policy items that ask for the snapshot. */
  policyItems?: string[];
  /** Name of the replica set. */
  replicaSetName?: string;
  /** Occasion of the snapshot. */
  snapshotType?: "onDemand" | "scheduled" | "fallback";
  /** State. */
  status?: "queued" | "inProgress" | "completed" | "failed";
  /** Bytes of the disks; 0 until the snapshot is completed. */
  storageSizeBytes?: number;
  /** Kind. */
  type?: "replicaSet" | "shardedCluster";
}

export interface DiskBackupRestoreMember {
  /** Address of the download; nothing answers there. */
  downloadUrl?: string;
  /** Addresses of the download through private endpoints. */
  privateDownloadDeliveryUrls?: ApiPrivateDownloadDeliveryUrl[];
  /** Name of the replica set. */
  replicaSetName?: string;
}

export interface DiskBackupShardedClusterSnapshot
  extends Pick<
    DiskBackupReplicaSet,
    | "createdAt"
    | "description"
    | "expiresAt"
    | "frequencyType"
    | "id"
    | "links"
    | "masterKeyUUID"
    | "mongodVersion"
    | "policyItems"
    | "snapshotType"
    | "status"
    | "storageSizeBytes"
    | "type"
  > {
  /** Place of the config servers. */
  configServerType?: "EMBEDDED" | "DEDICATED";
  /** Snapshots of the shards and the config servers. */
  members?: DiskBackupShardedClusterSnapshotMember[];
  /** Ids of the members' snapshots. */
  snapshotIds?: string[];
}

export interface DiskBackupShardedClusterSnapshotMember {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id. */
  id: string;
  /** Name of the replica set. */
  replicaSetName: string;
}

export interface DiskBackupSnapshot
  extends Pick<
    DiskBackupReplicaSet,
    | "createdAt"
    | "description"
    | "expiresAt"
    | "frequencyType"
    | "id"
    | "links"
    | "masterKeyUUID"
    | "mongodVersion"
    | "policyItems"
    | "snapshotType"
    | "status"
    | "storageSizeBytes"
    | "type"
    | "cloudProvider"
    | "copyRegions"
    | "replicaSetName"
  > {}

export interface DiskBackupSnapshotAWSExportBucketRequest
  extends Pick<DiskBackupSnapshotAWSExportBucketResponse, "cloudProvider" | "bucketName" | "iamRoleId"> {
  /** Whether exports must use private networks; nothing is written here. */
  requirePrivateNetworking?: boolean | undefined;
}

export interface DiskBackupSnapshotAWSExportBucketResponse {
  /** Id. */
  _id: string;
  /** Bucket. */
  bucketName: string;
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the access to the AWS account. */
  iamRoleId: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Region. */
  region?: string;
  /** Whether exports must use private networks; nothing is written here. */
  requirePrivateNetworking?: boolean;
}

export interface DiskBackupSnapshotExportBucketRequest
  extends AsSent<
    DiskBackupSnapshotExportBucketResponse,
    "iamRoleId" | "requirePrivateNetworking" | "roleId" | "serviceUrl" | "tenantId"
  > {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Bucket. */
  bucketName: string;
}

export interface DiskBackupSnapshotExportBucketResponse
  extends Pick<
    DiskBackupSnapshotAWSExportBucketResponse,
    "_id" | "bucketName" | "cloudProvider" | "links" | "requirePrivateNetworking" | "region"
  > {
  /** Id of the access to the AWS account. */
  iamRoleId?: string;
  /** Id of the access to the provider's account. */
  roleId?: string;
  /** AZURE: address of the storage account. */
  serviceUrl?: string;
  /** AZURE: id of the tenant. */
  tenantId?: string;
}

export interface DiskBackupSnapshotRestoreJob
  extends Pick<
    ApiAtlasCollectionRestoreJobResponse,
    "finishedAt" | "id" | "oplogInc" | "oplogTs" | "snapshotId" | "targetClusterName" | "targetGroupId"
  > {
  /** Whether the job was cancelled. */
  cancelled?: boolean;
  /** Shards of the snapshot. */
  components?: DiskBackupRestoreMember[];
  /** Kind of restore: to a cluster, as a download, or of an instant. */
  deliveryType: "automated" | "download" | "pointInTime";
  /** Addresses of the download; nothing answers there. */
  deliveryUrl?: string[];
  /** Instant that is restored. */
  desiredTimestamp?: ApiBSONTimestampView;
  /** Whether the download has expired. */
  expired?: boolean;
  /** Time when the download expires. */
  expiresAt?: string;
  /** Whether the job failed: false. */
  failed?: boolean;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Instant to restore, in seconds since 1970. */
  pointInTimeUTCSeconds?: number;
  /** Addresses of the download through private endpoints. */
  privateDownloadDeliveryUrls?: ApiPrivateDownloadDeliveryUrl[];
  /** Time of the snapshot. */
  timestamp?: string;
  /** Cluster that is restored to. */
  targetDeploymentItemName?: string;
}

export interface DiskBackupSnapshotRestoreJobRequest
  extends AsSent<
    DiskBackupSnapshotRestoreJob,
    "oplogInc" | "oplogTs" | "pointInTimeUTCSeconds" | "snapshotId" | "targetClusterName" | "targetGroupId"
  > {
  /** Kind of restore: to a cluster, as a download, or of an instant. */
  deliveryType: "automated" | "download" | "pointInTime";
}

export interface DiskBackupSnapshotSchedule {
  /** Whether backups are exported by themselves. */
  autoExportEnabled: boolean;
  /** Id of the cluster. */
  clusterId: string;
  /** Name of the cluster. */
  clusterName: string;
  /** Whether copies are kept as long as they say, and not as backups. */
  copyPolicyItemsEnabled: boolean;
  /** Regions that backups are copied to. */
  copySettings: DiskBackupCopySetting[];
  /** Where backups are exported to. */
  export?: AutoExportPolicyView;
  /** Which backups are kept for longer. */
  extraRetentionSettings?: ExtraRetentionSetting[];
  /** Resources that belong to this one. */
  links: Link[];
  /** When the next backup is due. */
  nextSnapshot?: string;
  /** One policy. */
  policies: AdvancedDiskBackupSnapshotSchedulePolicy[];
  /** Hour of the day (UTC) that backups are reckoned from. */
  referenceHourOfDay: number;
  /** Minute of that hour. */
  referenceMinuteOfHour: number;
  /** Days back to which a cluster can be restored at any instant. */
  restoreWindowDays: number;
  /** Whether exports are named by names in place of ids. */
  useOrgAndGroupNamesInExportPrefix: boolean;
}

export interface DiskBackupSnapshotSchedule20240805
  extends Pick<
    DiskBackupSnapshotSchedule,
    | "autoExportEnabled"
    | "clusterId"
    | "clusterName"
    | "copyPolicyItemsEnabled"
    | "export"
    | "extraRetentionSettings"
    | "links"
    | "nextSnapshot"
    | "policies"
    | "referenceHourOfDay"
    | "referenceMinuteOfHour"
    | "restoreWindowDays"
    | "useOrgAndGroupNamesInExportPrefix"
  > {
  /** Whether Atlas chooses the regions of copies. */
  autoCopySettingsEnabled?: boolean;
  /** Regions that backups are copied to. */
  copySettings: DiskBackupCopySetting20240805[];
}

export interface DiskBackupSnapshotSchedule20240805Request
  extends Pick<
    DiskBackupSnapshotScheduleRequest,
    | "autoCopySettingsEnabled"
    | "autoExportEnabled"
    | "copyPolicyItemsEnabled"
    | "deleteCopySnapshots"
    | "deleteSnapshots"
    | "export"
    | "extraRetentionSettings"
    | "policies"
    | "referenceHourOfDay"
    | "referenceMinuteOfHour"
    | "restoreWindowDays"
    | "updateCopySnapshots"
    | "updateSnapshots"
    | "useOrgAndGroupNamesInExportPrefix"
  > {
  /** Regions that backups are copied to. */
  copySettings?: readonly DiskBackupCopySetting20240805Request[] | undefined;
  /** Regions whose copies of earlier backups are deleted. */
  deleteCopiedBackups?: readonly DeleteCopiedBackups20240805[] | undefined;
}

export interface DiskBackupSnapshotScheduleRequest {
  /** Whether backups are exported by themselves. */
  autoExportEnabled?: boolean | undefined;
  /** Whether copies are kept as long as they say, and not as backups. */
  copyPolicyItemsEnabled?: boolean | undefined;
  /** Regions that backups are copied to. */
  copySettings?: readonly DiskBackupCopySettingRequest[] | undefined;
  /** Regions whose copies of earlier backups are deleted. */
  deleteCopiedBackups?: readonly DeleteCopiedBackups[] | undefined;
  /** Whether copies are deleted with their setting. No backups are made here. */
  deleteCopySnapshots?: boolean | undefined;
  /** Whether backups are deleted with their policy item. No backups are made here. */
  deleteSnapshots?: boolean | undefined;
  /** Where backups are exported to. */
  export?: AutoExportPolicyViewRequest | undefined;
  /** Which backups are kept for longer. */
  extraRetentionSettings?: readonly ExtraRetentionSettingRequest[] | undefined;
  /** One policy. */
  policies?: readonly AdvancedDiskBackupSnapshotSchedulePolicyRequest[] | undefined;
  /** Hour of the day (UTC) that backups are reckoned from. */
  referenceHourOfDay?: number | undefined;
  /** Minute of that hour. */
  referenceMinuteOfHour?: number | undefined;
  /** Days back to which a cluster can be restored at any instant. */
  restoreWindowDays?: number | undefined;
  /** Whether a change is applied to copies that are there. No backups are made here. */
  updateCopySnapshots?: boolean | undefined;
  /** Whether a change is applied to backups that are there. No backups are made here. */
  updateSnapshots?: boolean | undefined;
  /** Whether exports are named by names in place of ids. */
  useOrgAndGroupNamesInExportPrefix?: boolean | undefined;
  /** Whether Atlas chooses the regions of copies. */
  autoCopySettingsEnabled?: boolean | undefined;
}

/** Scaling of the disk. */
export interface DiskGBAutoScaling {
  /** Whether disks would grow by themselves. */
  enabled?: boolean;
}

export interface DiskGBAutoScalingRequest {
  /** Whether disks would grow by themselves. */
  enabled?: boolean | undefined;
}

export interface DownloadGroupClusterLogRequest extends GroupIdParameter {
  /** Name of the host, without its port. */
  hostName: string;
  /** Name of the log. */
  logName: "mongodb" | "mongos" | "mongodb-audit-log" | "mongos-audit-log";
  /** End of the log in seconds since 1970. */
  endDate?: number | undefined;
  /** Start of the log in seconds since 1970. */
  startDate?: number | undefined;
}

export interface DownloadGroupClusterOnlineArchiveQueryLogsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Pick<DownloadGroupClusterLogRequest, "startDate" | "endDate"> {
  /** Whether to leave out queries of the cluster. */
  archiveOnly?: boolean | undefined;
}

export interface DownloadGroupDataFederationQueryLogsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    Pick<DownloadGroupClusterLogRequest, "endDate" | "startDate"> {}

export interface DownloadGroupFlexClusterBackupRequest
  extends NameParameter,
    GroupIdParameter,
    PrettyParameter,
    Sending<FlexBackupSnapshotDownloadCreate20241113> {}

export interface DownloadGroupStreamAuditLogsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    Pick<DownloadGroupClusterLogRequest, "endDate" | "startDate"> {
  /** Only lines about this stream processor. */
  spName?: string | undefined;
}

export interface DownloadGroupStreamOperationalLogsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    Pick<DownloadGroupStreamAuditLogsRequest, "endDate" | "startDate" | "spName"> {}

export interface DropIndexSuggestionsIndex {
  /** Number of uses. */
  accessCount?: number;
  /** Fields of the index. */
  index?: unknown[];
  /** Name. */
  name?: string;
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Shards that have the index. */
  shards?: string[];
  /** Time from which uses are counted. */
  since?: string;
  /** Size of the index in bytes. */
  sizeBytes?: number;
}

/** Indexes to drop. */
export interface DropIndexSuggestionsResponse {
  /** Hidden indexes to drop: none here. */
  hiddenIndexes?: DropIndexSuggestionsIndex[];
  /** Indexes that others cover: none here. */
  redundantIndexes?: DropIndexSuggestionsIndex[];
  /** Indexes without use: none here. */
  unusedIndexes?: DropIndexSuggestionsIndex[];
}

/** Private endpoint to a key of encryption at rest. */
export interface EARPrivateEndpoint {
  /** Cloud provider. */
  cloudProvider?: "AZURE" | "AWS";
  /** Message of the error. */
  errorMessage?: string;
  /** Id. */
  id?: string;
  /** Name of the connection, made of region and id. */
  privateEndpointConnectionName?: string;
  /** Region of the endpoint. */
  regionName?:
    | "US_CENTRAL"
    | "US_EAST"
    | "US_EAST_2"
    | "US_NORTH_CENTRAL"
    | "US_WEST"
    | "US_SOUTH_CENTRAL"
    | "EUROPE_NORTH"
    | "EUROPE_WEST"
    | "US_WEST_CENTRAL"
    | "US_WEST_2"
    | "US_WEST_3"
    | "CANADA_EAST"
    | "CANADA_CENTRAL"
    | "BRAZIL_SOUTH"
    | "BRAZIL_SOUTHEAST"
    | "AUSTRALIA_CENTRAL"
    | "AUSTRALIA_CENTRAL_2"
    | "AUSTRALIA_EAST"
    | "AUSTRALIA_SOUTH_EAST"
    | "GERMANY_WEST_CENTRAL"
    | "GERMANY_NORTH"
    | "SWEDEN_CENTRAL"
    | "SWEDEN_SOUTH"
    | "SWITZERLAND_NORTH"
    | "SWITZERLAND_WEST"
    | "UK_SOUTH"
    | "UK_WEST"
    | "NORWAY_EAST"
    | "NORWAY_WEST"
    | "INDIA_CENTRAL"
    | "INDIA_SOUTH"
    | "INDIA_WEST"
    | "CHINA_EAST"
    | "CHINA_NORTH"
    | "ASIA_EAST"
    | "JAPAN_EAST"
    | "JAPAN_WEST"
    | "ASIA_SOUTH_EAST"
    | "KOREA_CENTRAL"
    | "KOREA_SOUTH"
    | "FRANCE_CENTRAL"
    | "FRANCE_SOUTH"
    | "SOUTH_AFRICA_NORTH"
    | "SOUTH_AFRICA_WEST"
    | "UAE_CENTRAL"
    | "UAE_NORTH"
    | "QATAR_CENTRAL"
    | "POLAND_CENTRAL"
    | "ISRAEL_CENTRAL"
    | "ITALY_NORTH"
    | "SPAIN_CENTRAL"
    | "MEXICO_CENTRAL"
    | "NEW_ZEALAND_NORTH"
    | "US_GOV_VIRGINIA"
    | "US_GOV_ARIZONA"
    | "US_GOV_TEXAS"
    | "US_GOV_WEST_1"
    | "US_GOV_EAST_1"
    | "US_EAST_1"
    | "US_WEST_1"
    | "CA_CENTRAL_1"
    | "EU_NORTH_1"
    | "EU_WEST_1"
    | "EU_WEST_2"
    | "EU_WEST_3"
    | "EU_CENTRAL_1"
    | "EU_CENTRAL_2"
    | "AP_EAST_1"
    | "AP_EAST_2"
    | "AP_NORTHEAST_1"
    | "AP_NORTHEAST_2"
    | "AP_NORTHEAST_3"
    | "AP_SOUTHEAST_1"
    | "AP_SOUTHEAST_2"
    | "AP_SOUTHEAST_3"
    | "AP_SOUTHEAST_4"
    | "AP_SOUTHEAST_5"
    | "AP_SOUTHEAST_6"
    | "AP_SOUTHEAST_7"
    | "AP_SOUTH_1"
    | "AP_SOUTH_2"
    | "SA_EAST_1"
    | "CN_NORTH_1"
    | "CN_NORTHWEST_1"
    | "ME_SOUTH_1"
    | "ME_CENTRAL_1"
    | "AF_SOUTH_1"
    | "EU_SOUTH_1"
    | "EU_SOUTH_2"
    | "IL_CENTRAL_1"
    | "CA_WEST_1"
    | "MX_CENTRAL_1"
    | "GLOBAL";
  /** State. */
  status?: "INITIATING" | "PENDING_ACCEPTANCE" | "ACTIVE" | "FAILED" | "PENDING_RECREATION" | "DELETING";
}

export interface EARPrivateEndpointRequest {
  /** Region of the endpoint. */
  regionName?:
    | "US_CENTRAL"
    | "US_EAST"
    | "US_EAST_2"
    | "US_NORTH_CENTRAL"
    | "US_WEST"
    | "US_SOUTH_CENTRAL"
    | "EUROPE_NORTH"
    | "EUROPE_WEST"
    | "US_WEST_CENTRAL"
    | "US_WEST_2"
    | "US_WEST_3"
    | "CANADA_EAST"
    | "CANADA_CENTRAL"
    | "BRAZIL_SOUTH"
    | "BRAZIL_SOUTHEAST"
    | "AUSTRALIA_CENTRAL"
    | "AUSTRALIA_CENTRAL_2"
    | "AUSTRALIA_EAST"
    | "AUSTRALIA_SOUTH_EAST"
    | "GERMANY_WEST_CENTRAL"
    | "GERMANY_NORTH"
    | "SWEDEN_CENTRAL"
    | "SWEDEN_SOUTH"
    | "SWITZERLAND_NORTH"
    | "SWITZERLAND_WEST"
    | "UK_SOUTH"
    | "UK_WEST"
    | "NORWAY_EAST"
    | "NORWAY_WEST"
    | "INDIA_CENTRAL"
    | "INDIA_SOUTH"
    | "INDIA_WEST"
    | "CHINA_EAST"
    | "CHINA_NORTH"
    | "ASIA_EAST"
    | "JAPAN_EAST"
    | "JAPAN_WEST"
    | "ASIA_SOUTH_EAST"
    | "KOREA_CENTRAL"
    | "KOREA_SOUTH"
    | "FRANCE_CENTRAL"
    | "FRANCE_SOUTH"
    | "SOUTH_AFRICA_NORTH"
    | "SOUTH_AFRICA_WEST"
    | "UAE_CENTRAL"
    | "UAE_NORTH"
    | "QATAR_CENTRAL"
    | "POLAND_CENTRAL"
    | "ISRAEL_CENTRAL"
    | "ITALY_NORTH"
    | "SPAIN_CENTRAL"
    | "MEXICO_CENTRAL"
    | "NEW_ZEALAND_NORTH"
    | "US_GOV_VIRGINIA"
    | "US_GOV_ARIZONA"
    | "US_GOV_TEXAS"
    | "US_GOV_WEST_1"
    | "US_GOV_EAST_1"
    | "US_EAST_1"
    | "US_WEST_1"
    | "CA_CENTRAL_1"
    | "EU_NORTH_1"
    | "EU_WEST_1"
    | "EU_WEST_2"
    | "EU_WEST_3"
    | "EU_CENTRAL_1"
    | "EU_CENTRAL_2"
    | "AP_EAST_1"
    | "AP_EAST_2"
    | "AP_NORTHEAST_1"
    | "AP_NORTHEAST_2"
    | "AP_NORTHEAST_3"
    | "AP_SOUTHEAST_1"
    | "AP_SOUTHEAST_2"
    | "AP_SOUTHEAST_3"
    | "AP_SOUTHEAST_4"
    | "AP_SOUTHEAST_5"
    | "AP_SOUTHEAST_6"
    | "AP_SOUTHEAST_7"
    | "AP_SOUTH_1"
    | "AP_SOUTH_2"
    | "SA_EAST_1"
    | "CN_NORTH_1"
    | "CN_NORTHWEST_1"
    | "ME_SOUTH_1"
    | "ME_CENTRAL_1"
    | "AF_SOUTH_1"
    | "EU_SOUTH_1"
    | "EU_SOUTH_2"
    | "IL_CENTRAL_1"
    | "CA_WEST_1"
    | "MX_CENTRAL_1"
    | "GLOBAL"
    | undefined;
}

/** Access of the vendor's staff: never here. */
export interface EmployeeAccessGrantView {
  /** When the access ends. */
  expirationTime: string;
  /** The part of the cluster that the vendor's staff may reach. */
  grantType:
    | "CLUSTER_DATABASE_LOGS"
    | "CLUSTER_INFRASTRUCTURE"
    | "CLUSTER_INFRASTRUCTURE_AND_APP_SERVICES_SYNC_DATA";
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface EmployeeAccessGrantViewRequest
  extends Pick<EmployeeAccessGrantView, "expirationTime" | "grantType"> {}

export interface EnableGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

export interface EncryptionAtRest {
  /** Key of AWS KMS. */
  awsKms: AWSKMSConfiguration;
  /** Key of Azure Key Vault. */
  azureKeyVault: AzureKeyVault;
  /** Whether search nodes are encrypted too. */
  enabledForSearchNodes: boolean;
  /** Key of Google Cloud KMS. */
  googleCloudKms: GoogleCloudKMS;
}

export interface EncryptionAtRestRequest {
  /** Key of AWS KMS. */
  awsKms?: AWSKMSConfigurationRequest | undefined;
  /** Key of Azure Key Vault. */
  azureKeyVault?: AzureKeyVaultRequest | undefined;
  /** Whether search nodes are encrypted too. */
  enabledForSearchNodes?: boolean | undefined;
  /** Key of Google Cloud KMS. */
  googleCloudKms?: GoogleCloudKMSRequest | undefined;
}

export interface EndGroupClusterOutageSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

/** Private endpoint service. Nothing is created at the provider. */
export interface EndpointService {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Message of the error. */
  errorMessage?: string | null;
  /** Id. */
  id?: string;
  /** Region. */
  regionName?: string;
  /** State. */
  status?: "INITIATING" | "AVAILABLE" | "WAITING_FOR_USER" | "FAILED" | "DELETING";
  /** GCP: names of groups of endpoints. */
  endpointGroupNames?: string[];
  /** AWS: name of the service, once it is available. */
  endpointServiceName?: string | null;
  /** AWS: ids of endpoints. */
  interfaceEndpoints?: string[];
  /** GCP: whether one attachment leads to all nodes, by their ports. */
  portMappingEnabled?: boolean;
  /** AZURE: ids of endpoints. */
  privateEndpoints?: string[];
  /** AZURE: name of the service, once it is available. */
  privateLinkServiceName?: string | null;
  /** AZURE: id of the service, once it is available. */
  privateLinkServiceResourceId?: string | null;
  /** GCP: attachments of the service, once it is available. */
  serviceAttachmentNames?: string[];
  /** AWS: other regions from which it may be reached. */
  supportedRemoteRegions?: string[] | null;
}

export interface EnvelopedDropIndexSuggestionsResponse {
  /** Indexes to drop. */
  content: DropIndexSuggestionsResponse;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Addresses of further resources. */
  locations?: string[];
  /** HTTP status. */
  status: number;
}

export interface EnvelopedPerformanceAdvisorResponse
  extends Pick<EnvelopedDropIndexSuggestionsResponse, "links" | "locations" | "status"> {
  /** Indexes to build. */
  content: PerformanceAdvisorResponse;
}

export interface EnvelopedSchemaAdvisorResponse
  extends Pick<EnvelopedPerformanceAdvisorResponse, "links" | "locations" | "status"> {
  /** Advice about the schema. */
  content: SchemaAdvisorResponse;
}

export interface EventTypeDetails {
  /** Whether alert configurations can name it. */
  alertable: boolean;
  /** What it says, in words. */
  description?: string;
  /** Name of the type. */
  eventType?: EventTypeForOrg | EventTypeForNdsGroup | (string & {});
}

export interface EventViewForNdsGroup
  extends Pick<AlertViewForNdsGroup, "links" | "processorErrorMsg" | "processorState"> {
  /** API key that caused it. */
  apiKeyId?: string;
  /** When it happened. */
  created: string;
  /** Service that acted for the caller: none here. */
  delegatePrincipal?: Principal;
  /** What happened. */
  eventTypeName: EventTypeForNdsGroup | (string & {});
  /** Project it belongs to. */
  groupId?: string;
  /** Id of the event. */
  id: string;
  /** Whether staff of the operator caused it: never here. */
  isGlobalAdmin?: boolean;
  /** Organization it belongs to. */
  orgId?: string;
  /** Public part of the API key that caused it. */
  publicKey?: string;
  /** The event as the log of Atlas has it. */
  raw?: raw;
  /** Address the request came from. */
  remoteAddress?: string;
  /** Service account that caused it. */
  userId?: string;
  /** Client id of the service account that caused it. */
  username?: string;
  /** Alert it is about. */
  alertId?: string;
  /** Alert configuration it is about. */
  alertConfigId?: string;
  /** API key it is about. */
  targetPublicKey?: string | null;
  /** Entry of the access list it is about. */
  whitelistEntry?: string;
  /** Invoice that it is about: none here. */
  invoiceId?: string;
  /** Payment that it is about: none here. */
  paymentId?: string;
  /** Shard that it is about. */
  shardName?: string;
  /** Collection that it is about. */
  collection?: string;
  /** Database that it is about. */
  database?: string;
  /** Kind of operation. */
  opType?: string;
  /** Id of the session. */
  sessionId?: string;
  /** Desk of the employee: none here. */
  deskLocation?: string;
  /** Employee of the vendor: none here. */
  employeeIdentifier?: string;
  /** Port of the host. */
  port?: number;
  /** Replica set that it is about. */
  replicaSetName?: string | string | null;
  /** Value when it was measured last. */
  currentValue?: HostMetricValue;
  /** What is measured. */
  metricName?: string;
  /** Database user it is about. */
  dbUserUsername?: string;
  /** Endpoint that it is about. */
  endpointId?: string;
  /** Its id at the cloud provider. */
  providerEndpointId?: string;
  /** Name of the host. */
  hostname?: string | null;
  /** Team it is about. */
  teamId?: string;
  /** Person it is about. */
  targetUsername?: string | null;
  /** Resource it is about. */
  resourceId?: string;
  /** Kind of that resource. */
  resourceType?: string;
  /** Stream workspace that it is about. */
  instanceName?: string;
  /** Size before. */
  fromTier?: string;
  /** Who changed it. */
  modifiedBy?: string;
  /** Stream processor that it is about. */
  processorName?: string;
  /** Why. */
  reason?: string;
  /** Region. */
  region?: string;
  /** Size after. */
  toTier?: string;
  /** Resource policy it is about. */
  resourcePolicyId?: string;
  /** Policies that forbid it. */
  violatedPolicies?: string[];
  /** What was forbidden. */
  violationAction?: string;
  /** Service account it is about. */
  clientId?: string;
  /** Cluster it is about. */
  clusterName?: string;
}

export interface EventViewForOrg
  extends Pick<
    EventViewForNdsGroup,
    | "apiKeyId"
    | "created"
    | "delegatePrincipal"
    | "groupId"
    | "id"
    | "isGlobalAdmin"
    | "links"
    | "orgId"
    | "publicKey"
    | "raw"
    | "remoteAddress"
    | "userId"
    | "username"
    | "alertId"
    | "alertConfigId"
    | "targetPublicKey"
    | "whitelistEntry"
    | "invoiceId"
    | "paymentId"
    | "dbUserUsername"
    | "teamId"
    | "targetUsername"
    | "resourceId"
    | "resourceType"
    | "resourcePolicyId"
    | "clientId"
    | "clusterName"
  > {
  /** What happened. */
  eventTypeName: EventTypeForOrg | (string & {});
}

/** Progress of the export. */
export interface ExportStatus {
  /** Collections that are exported: 0, nothing is written. */
  exportedCollections?: number;
  /** Collections to export: 0, nothing is written. */
  totalCollections?: number;
}

export interface ExtraRetentionSetting {
  /** Which backups are kept for longer. */
  frequencyType?: "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND";
  /** Days that they are kept for longer. */
  retentionDays?: number;
}

export interface ExtraRetentionSettingRequest
  extends AsSent<ExtraRetentionSetting, "frequencyType" | "retentionDays"> {}

export interface FTSMetric {
  /** Name of the metric. */
  metricName:
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
    | null;
  /** Unit of the metric. */
  units:
    | "BYTES"
    | "BYTES_PER_SECOND"
    | "GIGABYTES"
    | "GIGABYTES_PER_HOUR"
    | "KILOBYTES"
    | "MEGABYTES"
    | "MEGABYTES_PER_SECOND"
    | "MILLISECONDS"
    | "MILLISECONDS_LOGSCALE"
    | "PERCENT"
    | "SCALAR"
    | "SCALAR_PER_SECOND"
    | "SECONDS"
    | null;
}

export interface FederatedUser {
  /** Address of the person. */
  emailAddress: string;
  /** Id of the federation. */
  federationSettingsId: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Id of the person. */
  userId: string;
}

export interface FederationIdentityProvider {
  /** Where assertions are sent. */
  acsUrl?: string | null;
  /** Domains whose people the provider identifies. */
  associatedDomains?: string[];
  /** Organizations that use it. */
  associatedOrgs: ConnectedOrgConfig[];
  /** Audience of the assertions. */
  audienceUri?: string | null;
  /** When it was made. */
  createdAt: string;
  /** What the provider is for. */
  description?: string | null;
  /** Name of the provider. */
  displayName?: string;
  /** Id of the provider. */
  id: string;
  /** Whether people or programs are identified. */
  idpType?: "WORKFORCE" | "WORKLOAD";
  /** Issuer of its tokens or assertions. */
  issuerUri?: string;
  /** The older id of 20 signs; null where the provider has none. */
  oktaIdpId: string | null;
  /** Certificates of the provider. */
  pemFileInfo?: PemFileInfo | null;
  /** Protocol of the provider. */
  protocol?: "SAML" | "OIDC";
  /** How requests to sign in are sent. */
  requestBinding?: "HTTP-POST" | "HTTP-REDIRECT";
  /** How assertions are signed. */
  responseSignatureAlgorithm?: "SHA-1" | "SHA-256";
  /** Last part of an address that leads to the provider. */
  slug?: string | null;
  /** Whether sign-ins can be tried out. */
  ssoDebugEnabled?: boolean;
  /** Where requests to sign in are sent. */
  ssoUrl?: string;
  /** Whether the provider is used. */
  status?: "ACTIVE" | "INACTIVE" | null;
  /** When it was changed; null until then. */
  updatedAt: string | null;
  /** Audience of the tokens. */
  audience?: string | null;
  /** Whether groups or single identities are authorized. */
  authorizationType?: "GROUP" | "USER";
  /** Client of the provider that people sign in by. */
  clientId?: string | null;
  /** Claim that has the groups. */
  groupsClaim?: string | null;
  /** Scopes that people are asked for; only for people. */
  requestedScopes?: string[];
  /** Claim that has the identity; `sub` if none is named. */
  userClaim?: string;
}

export interface FederationIdentityProviderUpdate
  extends AsSent<
    FederationIdentityProvider,
    | "description"
    | "displayName"
    | "idpType"
    | "issuerUri"
    | "protocol"
    | "requestBinding"
    | "responseSignatureAlgorithm"
    | "slug"
    | "ssoDebugEnabled"
    | "ssoUrl"
    | "status"
    | "authorizationType"
    | "userClaim"
  > {
  /** Domains whose people the provider identifies. */
  associatedDomains?: readonly string[] | undefined;
  /** Certificates of a SAML provider. */
  pemFileInfo?: PemFileInfoUpdate | undefined;
  /** Audience of the tokens. */
  audience?: string | undefined;
  /** Client of the provider that people sign in by; only for people. */
  clientId?: string | undefined;
  /** Claim that has the groups; `groups` if groups are authorized and none is named. */
  groupsClaim?: string | undefined;
  /** Scopes that people are asked for; only for people. */
  requestedScopes?: readonly string[] | undefined;
}

export interface FederationOidcIdentityProvider
  extends Pick<
    FederationIdentityProvider,
    | "associatedDomains"
    | "associatedOrgs"
    | "audience"
    | "authorizationType"
    | "clientId"
    | "createdAt"
    | "description"
    | "displayName"
    | "groupsClaim"
    | "id"
    | "idpType"
    | "issuerUri"
    | "oktaIdpId"
    | "protocol"
    | "requestedScopes"
    | "updatedAt"
    | "userClaim"
    | "acsUrl"
    | "audienceUri"
    | "pemFileInfo"
    | "requestBinding"
    | "responseSignatureAlgorithm"
    | "slug"
    | "ssoDebugEnabled"
    | "ssoUrl"
    | "status"
  > {}

export interface FederationOidcIdentityProviderUpdate
  extends Pick<
    FederationIdentityProviderUpdate,
    | "associatedDomains"
    | "authorizationType"
    | "clientId"
    | "description"
    | "groupsClaim"
    | "requestedScopes"
    | "userClaim"
  > {
  /** Audience of the tokens. */
  audience: string;
  /** Name of the provider. */
  displayName: string;
  /** Whether people or programs are identified. */
  idpType: "WORKFORCE" | "WORKLOAD";
  /** Issuer of its tokens or assertions. */
  issuerUri: string;
  /** Protocol of the provider. */
  protocol: "SAML" | "OIDC";
}

export interface FlexBackupRestoreJob20241113
  extends Pick<DiskBackupSnapshotRestoreJob, "id" | "links" | "snapshotId" | "targetDeploymentItemName"> {
  /** Kind of job: restore to a cluster, or download. */
  deliveryType?: "RESTORE" | "DOWNLOAD";
  /** Time when the download expires. */
  expirationDate?: string;
  /** Cluster that the snapshot is of. */
  instanceName?: string;
  /** Project of the cluster that the snapshot is of. */
  projectId?: string;
  /** Time of completion. */
  restoreFinishedDate?: string;
  /** Time of the request. */
  restoreScheduledDate?: string;
  /** Time when the snapshot was completed. */
  snapshotFinishedDate?: string;
  /** Address of the download; nothing answers there. */
  snapshotUrl?: string;
  /** State. */
  status?: "PENDING" | "QUEUED" | "RUNNING" | "FAILED" | "COMPLETED";
  /** Project of the cluster that is restored to. */
  targetProjectId?: string;
}

export interface FlexBackupRestoreJobCreate20241113 {
  /** Id of the snapshot. */
  snapshotId: string;
  /** Cluster that is restored to. */
  targetDeploymentItemName: string;
  /** Project of the cluster that is restored to; the same project if absent. */
  targetProjectId?: string | undefined;
}

/** Backups. */
export interface FlexBackupSettings20241113 {
  /** Whether backups are made, as flex clusters say. */
  enabled: boolean;
}

export interface FlexBackupSnapshot20241113
  extends Pick<FlexBackupRestoreJob20241113, "id" | "links" | "status"> {
  /** Time when the snapshot is deleted. */
  expiration?: string;
  /** Time of completion. */
  finishTime?: string;
  /** Version of MongoDB. */
  mongoDBVersion?: string;
  /** Time when the snapshot is due. */
  scheduledTime?: string;
  /** Time when the snapshot is begun. */
  startTime?: string;
}

export interface FlexBackupSnapshotDownloadCreate20241113 {
  /** Id of the snapshot. */
  snapshotId: string;
}

export interface FlexClusterDescription20241113
  extends Pick<
    AdvancedClusterDescription,
    "createDate" | "groupId" | "id" | "mongoDBVersion" | "stateName" | "tags" | "terminationProtectionEnabled"
  > {
  /** Backups. */
  backupSettings: FlexBackupSettings20241113;
  /** REPLICASET. */
  clusterType: string;
  /** Where the database is; empty while a cluster is made. */
  connectionStrings: FlexConnectionStrings20241113;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name of the cluster. */
  name: string;
  /** Where it is. */
  providerSettings: FlexProviderSettings20241113;
  /** LTS. */
  versionReleaseSystem: string;
}

export interface FlexClusterDescriptionCreate20241113
  extends Pick<AdvancedClusterDescriptionRequest, "name" | "tags" | "terminationProtectionEnabled"> {
  /** Where it is. */
  providerSettings: FlexProviderSettingsCreate20241113;
}

export interface FlexClusterDescriptionUpdate20241113
  extends Pick<AdvancedClusterDescriptionRequest, "tags" | "terminationProtectionEnabled"> {}

/** Where the database is; empty while a cluster is made. */
export interface FlexConnectionStrings20241113
  extends Pick<ClusterConnectionStrings, "standard" | "standardSrv"> {
  /** Strings through private endpoints: none. */
  awsPrivateLinkSrv?: Record<string, string>;
  /** Private endpoints: none. */
  privateEndpoint?: unknown[];
}

/** Where it is. */
export interface FlexProviderSettings20241113 {
  /** Provider. */
  backingProviderName?: string;
  /** Disk in GB: 5. */
  diskSizeGB?: number;
  /** FLEX. */
  providerName?: string;
  /** Region. */
  regionName?: string;
}

/** Where it is. */
export interface FlexProviderSettingsCreate20241113 {
  /** Provider. */
  backingProviderName: "AWS" | "AZURE" | "GCP";
  /** Region, such as US_EAST_1. */
  regionName: string;
}

export interface GCPConsumerForwardingRule {
  /** Name of the forwarding rule. */
  endpointName?: string;
  /** Address of the endpoint. */
  ipAddress?: string;
  /** State. */
  status?: "INITIATING" | "AVAILABLE" | "FAILED" | "DELETING";
}

export interface Gateway {
  /** Addresses by direction, cloud and region. */
  ips: GatewayIpAddresses;
  /** Name of the gateway. */
  name: string;
}

/** Addresses by direction, cloud and region. */
export interface GatewayIpAddresses extends Pick<ControlPlaneIPAddresses, "inbound" | "outbound"> {}

export interface GcsLogIntegrationRequest
  extends Pick<AzureLogIntegrationRequest, "logTypes" | "prefixPath" | "roleId"> {
  /** Kind. */
  type: "GCS_LOG_EXPORT";
  /** Bucket. */
  bucketName: string;
}

export interface GcsLogIntegrationResponse
  extends Pick<AzureLogIntegrationResponse, "id" | "logTypes" | "prefixPath" | "roleId"> {
  /** Kind. */
  type: "GCS_LOG_EXPORT";
  /** Bucket. */
  bucketName: string;
}

export interface GenerateGroupSandboxClusterDescriptionRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the configuration. */
  sandboxConfigId: string;
}

export interface GenerateOrgInvoiceAndDownloadReportRequest
  extends OrgIdParameter,
    Sending<ReportGenerationRequest> {
  /** Id of the invoice. */
  invoiceId: string;
}

export interface GeoSharding {
  /** Ids of zones by the codes of places. */
  customZoneMapping: Record<string, string>;
  /** Collections that are distributed over the zones. */
  managedNamespaces: ManagedNamespaces[];
  /** Whether shard keys are its owner's. */
  selfManagedSharding: boolean;
}

export interface GeoSharding20240805
  extends Pick<GeoSharding, "customZoneMapping" | "managedNamespaces" | "selfManagedSharding"> {}

export interface GetDefaultGroupLimitRequest extends PrettyParameter {
  /** Constant that stands for the limit. */
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
}

export interface GetFederationSettingConnectedOrgConfigRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter {}

export interface GetFederationSettingConnectedOrgConfigRoleMappingRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter {
  /** Id of the role mapping. */
  id: string;
}

export interface GetFederationSettingIdentityProviderMetadataRequest extends FederationSettingsIdParameter {
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

export interface GetFederationSettingIdentityProviderRequest extends FederationSettingsIdParameter {
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

export interface GetGroupAccessListEntryRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

export interface GetGroupAccessListStatusRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

export interface GetGroupActivityFeedRequest extends GroupIdParameter, PrettyParameter {
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForNdsGroup[] | undefined;
  /** Only events until then. */
  maxDate?: string | undefined;
  /** Only events from then on. */
  minDate?: string | undefined;
  /** Only events about these clusters. May be repeated. */
  clusterName?: readonly string[] | undefined;
}

export interface GetGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest
  extends GroupIdParameter,
    PrettyParameter {
  /** Cloud provider; only ANY is offered. */
  cloud: "ANY";
  /** Geography; only ANY is offered. */
  geography: "ANY";
  /** Name of the model group, such as embed_large. */
  modelGroupName: string;
}

export interface GetGroupAiModelApiKeyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the AI model API key. */
  apiKeyId: string;
}

export interface GetGroupAiModelApiRateLimitsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface GetGroupAlertAlertConfigsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Id of the alert. */
  alertId: string;
}

export interface GetGroupAlertConfigAlertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

export interface GetGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

export interface GetGroupAlertRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert. */
  alertId: string;
}

export interface GetGroupAuditLogRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupAwsCustomDnsRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupBackupCompliancePolicyRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupBackupExportBucketRequest extends GroupIdParameter {
  /** Id of the bucket. */
  exportBucketId: string;
}

export interface GetGroupBackupPrivateEndpointRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS";
}

export interface GetGroupByNameRequest extends PrettyParameter {
  /** Name of the project, URL-encoded. */
  groupName: string;
}

export interface GetGroupCloudProviderAccessRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the access. */
  roleId: string;
}

export interface GetGroupClusterBackupCheckpointRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the checkpoint. */
  checkpointId: string;
}

export interface GetGroupClusterBackupExportRequest extends GroupIdParameter, ClusterNameParameter {
  /** Id of the export. */
  exportId: string;
}

export interface GetGroupClusterBackupRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  restoreJobId: string;
}

export interface GetGroupClusterBackupScheduleRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterBackupSnapshotDatabaseCollectionRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    DatabaseNameParameter,
    CollectionNameParameter,
    PrettyParameter {}

export interface GetGroupClusterBackupSnapshotDatabaseRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    DatabaseNameParameter,
    PrettyParameter {}

export interface GetGroupClusterBackupSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface GetGroupClusterBackupSnapshotShardedClusterRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface GetGroupClusterCollStatNamespacesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    StartParameter,
    EndParameter,
    PeriodParameter {
  /** Nodes whose figures are wanted. */
  clusterView: "PRIMARY" | "SECONDARY" | "INDIVIDUAL_PROCESS";
}

export interface GetGroupClusterCollectionRestoreJobCollectionRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  jobId: string;
  /** Collection in the backup, with its database and a dot before its name. */
  sourceNamespace: string;
}

export interface GetGroupClusterCollectionRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  jobId: string;
}

export interface GetGroupClusterFtsIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the index. */
  indexId: string;
}

export interface GetGroupClusterGlobalWritesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterOnlineArchiveRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the online archive. */
  archiveId: string;
}

export interface GetGroupClusterOutageSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterOverloadSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the simulation. */
  simulationId: string;
}

export interface GetGroupClusterProcessArgsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterQueryShapeInsightDetailsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Hash of the query shape. */
  queryShapeHash: string;
  /** Start of the interval in milliseconds since 1970. */
  since?: number | undefined;
  /** End of the interval in milliseconds since 1970. */
  until?: number | undefined;
  /** Only these processes, each a host and port. May be repeated. */
  processIds?: readonly string[] | undefined;
}

export interface GetGroupClusterQueryShapeRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Hash of the query shape. */
  queryShapeHash: string;
}

export interface GetGroupClusterRequest extends GroupIdParameter, ClusterNameParameter, PrettyParameter {}

export interface GetGroupClusterRestoreJobRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  jobId: string;
}

export interface GetGroupClusterSearchDeploymentRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterSearchIndexByNameRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    CollectionNameParameter,
    PrettyParameter {
  /** Database of the collection. */
  databaseName: string;
  /** Name of the search index. */
  indexName: string;
}

export interface GetGroupClusterSearchIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Id of the index. */
  indexId: string;
}

export interface GetGroupClusterSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter {}

export interface GetGroupClusterSnapshotScheduleRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterSqlInterfaceRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupClusterStatusRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface GetGroupContainerRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the network container. */
  containerId: string;
}

export interface GetGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the role. */
  roleName: string;
}

export interface GetGroupDataFederationLimitRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {
  /** Name of the limit. */
  limitName:
    | "bytesProcessed.query"
    | "bytesProcessed.daily"
    | "bytesProcessed.weekly"
    | "bytesProcessed.monthly";
}

export interface GetGroupDataFederationRequest extends GroupIdParameter, TenantNameParameter {}

export interface GetGroupDatabaseUserRequest
  extends GroupIdParameter,
    PrettyParameter,
    Pick<DeleteGroupDatabaseUserRequest, "databaseName" | "username"> {}

export interface GetGroupDbAccessHistoryClusterRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {
  /** Whether only logins that succeeded, or failed, are listed. */
  authResult?: boolean | undefined;
  /** Until when, in milliseconds since 1970; needs `start`. */
  end?: string | undefined;
  /** Address that the login came from. */
  ipAddress?: string | undefined;
  /** How many are listed at most. */
  nLogs?: number | undefined;
  /** From when, in milliseconds since 1970; needs `end`. */
  start?: string | undefined;
}

export interface GetGroupDbAccessHistoryProcessRequest
  extends GroupIdParameter,
    PrettyParameter,
    Pick<GetGroupDbAccessHistoryClusterRequest, "authResult" | "end" | "ipAddress" | "nLogs" | "start"> {
  /** Name of the host; it need not exist. */
  hostname: string;
}

export interface GetGroupEncryptionAtRestPrivateEndpointRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AZURE" | "AWS";
}

export interface GetGroupEncryptionAtRestRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupEventRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the event. */
  eventId: string;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
}

export interface GetGroupFlexClusterBackupRestoreJobRequest
  extends GroupIdParameter,
    NameParameter,
    PrettyParameter {
  /** Id of the restore job. */
  restoreJobId: string;
}

export interface GetGroupFlexClusterBackupSnapshotRequest
  extends GroupIdParameter,
    NameParameter,
    SnapshotIdParameter {}

export interface GetGroupFlexClusterRequest extends GroupIdParameter, NameParameter, PrettyParameter {}

export interface GetGroupHostFtsMetricIndexMeasurementsRequest
  extends ProcessIdParameter,
    DatabaseNameParameter,
    CollectionNameParameter,
    GroupIdParameter,
    PeriodParameter,
    StartParameter,
    EndParameter {
  /** Name of the search index. */
  indexName: string;
  /** Time between two points: PT10S, PT1M, PT5M, PT1H or P1D. */
  granularity?: string | undefined;
  /** Metrics that are wanted. May be repeated. */
  metrics?:
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
}

export interface GetGroupIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Type of the integration; HIP_CHAT is no longer supported. */
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
}

export interface GetGroupInviteRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the invitation. */
  invitationId: string;
}

export interface GetGroupIpAddressesRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupLimitRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the limit. */
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
}

export interface GetGroupLiveMigrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the live migration. */
  liveMigrationId: string;
}

export interface GetGroupLiveMigrationValidateStatusRequest extends GroupIdParameter {
  /** Id of the check. */
  validationId: string;
}

export interface GetGroupLogIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the log integration. */
  id: string;
}

export interface GetGroupMaintenanceWindowRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupMcpConfigRequest extends GroupIdParameter, McpConfigIdParameter, PrettyParameter {}

export interface GetGroupMcpConfigSecretRequest
  extends GroupIdParameter,
    McpConfigIdParameter,
    PrettyParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface GetGroupMetricIntegrationRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the metric integration. */
  metricIntegrationId: string;
}

export interface GetGroupMongoDbVersionsRequest
  extends GroupIdParameter,
    PrettyParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Only versions to be had there. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | "TENANT" | undefined;
  /** Only versions to be had in this size. */
  instanceSize?: string | undefined;
  /** Only what clusters get by default. */
  defaultStatus?: "DEFAULT" | undefined;
}

export interface GetGroupPeerRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the peering connection. */
  peerId: string;
}

export interface GetGroupPrivateEndpointEndpointServiceEndpointRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface GetGroupPrivateEndpointEndpointServiceRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface GetGroupPrivateEndpointRegionalModeRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupPrivateNetworkSettingEndpointIdRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {}

export interface GetGroupProcessCollStatNamespacesRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    StartParameter,
    EndParameter,
    PeriodParameter {}

export interface GetGroupProcessDatabaseMeasurementsRequest
  extends GroupIdParameter,
    DatabaseNameParameter,
    ProcessIdParameter,
    PrettyParameter,
    PeriodParameter,
    StartParameter,
    EndParameter {
  /** Only these metrics; all if absent. May be repeated. */
  m?:
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
  /** Time between two points: PT10S, PT1M, PT5M, PT1H or P1D. */
  granularity?: string | undefined;
}

export interface GetGroupProcessDatabaseRequest
  extends GroupIdParameter,
    DatabaseNameParameter,
    ProcessIdParameter,
    PrettyParameter {}

export interface GetGroupProcessDiskMeasurementsRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    PrettyParameter,
    PeriodParameter,
    StartParameter,
    EndParameter {
  /** Name of the disk partition. */
  partitionName: string;
  /** Only these metrics; all if absent. May be repeated. */
  m?:
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
  /** Time between two points: PT10S, PT1M, PT5M, PT1H or P1D. */
  granularity?: string | undefined;
}

export interface GetGroupProcessDiskRequest extends GroupIdParameter, ProcessIdParameter {
  /** Name of the disk partition. */
  partitionName: string;
}

export interface GetGroupProcessMeasurementsRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    PrettyParameter,
    PeriodParameter,
    StartParameter,
    EndParameter {
  /** Only these metrics; all if absent. May be repeated. */
  m?:
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
  /** Time between two points: PT10S, PT1M, PT5M, PT1H or P1D. */
  granularity?: string | undefined;
}

export interface GetGroupProcessRequest extends GroupIdParameter, ProcessIdParameter, PrettyParameter {}

export interface GetGroupPushBasedLogExportRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupSampleDatasetLoadRequest extends GroupIdParameter {
  /** Id of the load of sample data. */
  sampleDatasetId: string;
}

export interface GetGroupServerlessInstanceRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the serverless instance. */
  name: string;
}

export interface GetGroupServiceAccountRequest extends GroupIdParameter, ClientIdParameter, PrettyParameter {}

export interface GetGroupSettingsRequest extends GroupIdParameter, PrettyParameter {}

export interface GetGroupStandbyLinkFailoverRequest extends GroupIdParameter {
  /** Id of the standby link. */
  standbyLinkId: string;
  /** Id of the failover. */
  failoverId: string;
}

export interface GetGroupStandbyLinkRequest extends GroupIdParameter {
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface GetGroupStreamAccountDetailsRequest extends GroupIdParameter {
  /** Cloud provider. */
  cloudProvider?: string | undefined;
  /** Region, in the words of Atlas. */
  regionName?: string | undefined;
}

export interface GetGroupStreamConnectionFailoverConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter {
  /** Id of the failover connection. */
  failoverConnectionId: string;
}

export interface GetGroupStreamConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter {}

export interface GetGroupStreamPrivateLinkConnectionRequest extends GroupIdParameter {
  /** Id of the private link. */
  connectionId: string;
}

export interface GetGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {
  /** Name of the stream processor. */
  processorName: string;
}

export interface GetGroupStreamProcessorsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    IncludeCountParameter {}

export interface GetGroupStreamWorkspaceRequest extends GroupIdParameter, TenantNameParameter {
  /** True to answer the connections too. */
  includeConnections?: boolean | undefined;
}

export interface GetGroupTeamRequest extends GroupIdParameter, TeamIdParameter, PrettyParameter {}

export interface GetGroupUserRequest extends GroupIdParameter, UserIdParameter, PrettyParameter {
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
}

export interface GetGroupUserSecurityLdapVerifyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the test. */
  requestId: string;
}

export interface GetGroupUserSecurityRequest extends GroupIdParameter, PrettyParameter {}

export interface GetOrgActivityFeedRequest
  extends OrgIdParameter,
    PrettyParameter,
    Pick<GetGroupActivityFeedRequest, "maxDate" | "minDate"> {
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForOrg[] | undefined;
}

export interface GetOrgAiModelApiCloudGeographyModelGroupNameRateLimitsRequest
  extends OrgIdParameter,
    PrettyParameter,
    Pick<
      GetGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
      "cloud" | "geography" | "modelGroupName"
    > {}

export interface GetOrgAiModelApiKeyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the AI model API key. */
  apiKeyId: string;
}

export interface GetOrgAiModelApiRateLimitsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface GetOrgApiKeyAccessListEntryRequest
  extends OrgIdParameter,
    ApiUserIdParameter,
    PrettyParameter {
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

export interface GetOrgApiKeyRequest extends OrgIdParameter, ApiUserIdParameter, PrettyParameter {}

export interface GetOrgAssociatedInvoicesRequest extends OrgIdParameter {
  /** Month, 1 to 12; the running one if absent. */
  month?: number | undefined;
  /** Year; the running one if absent. */
  year?: number | undefined;
  /** Whether invoices of linked organizations are listed, of which there are none. */
  includeLinkedOrgs?: boolean | undefined;
}

export interface GetOrgBillingCostExplorerUsageRequest extends OrgIdParameter {
  /** Token of the query, 64 characters. */
  token: string;
}

export interface GetOrgDelegationSettingsRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgEventRequest
  extends OrgIdParameter,
    PrettyParameter,
    Pick<GetGroupEventRequest, "eventId" | "includeRaw"> {}

export interface GetOrgFederationSettingsRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgGroupsRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only projects whose name starts with this, in whatever case. */
  name?: string | undefined;
}

export interface GetOrgInviteRequest extends OrgIdParameter {
  /** Id of the invitation. */
  invitationId: string;
}

export interface GetOrgInvoiceCsvRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the invoice. */
  invoiceId: string;
}

export interface GetOrgInvoiceReportRequest extends OrgIdParameter {
  /** Id of the invoice. */
  invoiceId: string;
  /** Id of the report. */
  reportId: string;
}

export interface GetOrgInvoiceRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the invoice. */
  invoiceId: string;
}

export interface GetOrgMaintenanceSettingsRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgMcpConfigRequest extends OrgIdParameter, McpConfigIdParameter, PrettyParameter {}

export interface GetOrgMcpConfigSecretRequest extends OrgIdParameter, McpConfigIdParameter, PrettyParameter {
  /** Id of the secret. */
  secretId: string;
}

export interface GetOrgNonCompliantResourcesRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the resource policy. */
  resourcePolicyId: string;
}

export interface GetOrgSandboxConfigRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the configuration. */
  sandboxConfigId: string;
}

export interface GetOrgServiceAccountGroupsRequest
  extends OrgIdParameter,
    ClientIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface GetOrgServiceAccountRequest extends OrgIdParameter, ClientIdParameter, PrettyParameter {}

export interface GetOrgSettingsRequest extends OrgIdParameter, PrettyParameter {}

export interface GetOrgTeamByNameRequest extends OrgIdParameter, PrettyParameter {
  /** Name of the team, URL-encoded. */
  teamName: string;
}

export interface GetOrgTeamRequest extends OrgIdParameter, TeamIdParameter, PrettyParameter {}

export interface GetOrgUserRequest extends OrgIdParameter, UserIdParameter, PrettyParameter {
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
}

export interface GetRateLimitRequest extends PrettyParameter {
  /** Id of the endpoint set. */
  endpointSetId: string;
  /** Limits of this project: those that are counted by project. */
  groupId?: string | undefined;
  /** Limits of this organization: those that are counted by organization. */
  orgId?: string | undefined;
  /** Limits of this caller, an id or a client id: those that are counted by caller. */
  userId?: string | undefined;
  /** Limits of this address: those that are counted by address. */
  ipAddress?: string | undefined;
}

export interface GetSkuRequest extends PrettyParameter {
  /** Id of the SKU. */
  skuId: string;
}

export interface GetSystemStatusRequest extends PrettyParameter {}

export interface GetUserByNameRequest extends PrettyParameter {
  /** E-mail address of the account. */
  userName: string;
}

export interface GetUserRequest extends UserIdParameter, PrettyParameter {}

/** Key of Google Cloud KMS. */
export interface GoogleCloudKMS extends Pick<AzureKeyVault, "enabled" | "valid"> {
  /** Resource name of the version of the key. */
  keyVersionResourceID?: string;
  /** Cloud provider access that may use the key, in place of a service account's key. */
  roleId?: string;
}

export interface GoogleCloudKMSRequest extends AsSent<GoogleCloudKMS, "keyVersionResourceID" | "roleId"> {
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Key of the service account, as JSON. Kept sealed, never answered. */
  serviceAccountKey?: string | undefined;
}

export interface GrantGroupClusterMongoDbEmployeeAccessRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<EmployeeAccessGrantViewRequest> {}

export interface Group {
  /** Number of clusters. */
  clusterCount: number;
  /** When the project was made. */
  created: string;
  /** Id of the project. */
  id: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Name of the project, unique in its organization. Letters and digits of any script, blanks and the characters - _ . ( ) , : & @ + ' */
  name: string;
  /** Organization the project belongs to. */
  orgId: string;
  /** Tags of the project; a sent list replaces the old one. */
  tags?: ResourceTag[];
  /** Whether the project started with the default alert settings. */
  withDefaultAlertsSettings: boolean;
}

export interface GroupActiveUserResponse
  extends Pick<CloudAppUser, "id" | "createdAt" | "firstName" | "lastName"> {
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "ACTIVE";
  /** Roles of the user in the project. */
  roles: GroupRoleName[];
  /** E-mail address of the user. */
  username: string;
  /** Two letters, ISO 3166-1. */
  country: string | null;
  /** When it last signed in. */
  lastAuth: string | null;
  /** Telephone number. */
  mobileNumber: string | null;
}

export interface GroupAlertsConfig extends Pick<AlertViewForNdsGroup, "eventTypeName" | "links"> {
  /** When it was made. */
  created?: string;
  /** Whether alerts are opened by it. */
  enabled: boolean;
  /** Project of the configuration. */
  groupId?: string;
  /** Id of the configuration. */
  id?: string;
  /** What alerts are narrowed to; everything if empty. */
  matchers: AlertMatcher[];
  /** Who is notified, and how. Notifications are stored, never sent. */
  notifications?: AlertsNotificationRootForGroup[];
  /** Severity of the alerts. */
  severityOverride?: EventSeverity;
  /** When it was changed last. */
  updated?: string;
  /** Metric and its value, of events about metrics. */
  metricThreshold?: {
    /** What is measured. */
    metricName: string;
    /** What is compared: the average. */
    mode?: "AVERAGE";
    /** Side of the threshold on which an alert is opened. */
    operator?: "GREATER_THAN" | "LESS_THAN";
    /** Value of the threshold. */
    threshold?: number;
    /** Unit of the value; each type of event has its own units. */
    units?: string;
  };
  /** Value beyond which an alert is opened. */
  threshold?: {
    /** Side of the threshold on which an alert is opened. */
    operator?: "GREATER_THAN" | "LESS_THAN";
    /** Value of the threshold. */
    threshold?: number;
    /** Unit of the value; each type of event has its own units. */
    units?: string;
  };
}

export interface GroupAlertsConfigRequest {
  /** Whether alerts are opened by it. */
  enabled?: boolean | undefined;
  /** Type of the event that alerts are about. */
  eventTypeName: EventTypeForNdsGroup | (string & {});
  /** What alerts are narrowed to; everything if empty. */
  matchers?: readonly AlertMatcherRequest[] | undefined;
  /** Who is notified, and how. Notifications are stored, never sent. */
  notifications: readonly AlertsNotificationRootForGroupRequest[];
  /** Severity of the alerts. */
  severityOverride?: EventSeverity | undefined;
  /** Metric and its value, of events about metrics. */
  metricThreshold?:
    | {
        /** What is measured. */
        metricName: string;
        /** What is compared: the average. */
        mode?: "AVERAGE" | undefined;
        /** Side of the threshold on which an alert is opened. */
        operator?: "GREATER_THAN" | "LESS_THAN" | undefined;
        /** Value of the threshold. */
        threshold?: number | undefined;
        /** Unit of the value; each type of event has its own units. */
        units?: string | undefined;
      }
    | undefined;
  /** Value beyond which an alert is opened. */
  threshold?:
    | {
        /** Side of the threshold on which an alert is opened. */
        operator?: "GREATER_THAN" | "LESS_THAN" | undefined;
        /** Value of the threshold. */
        threshold?: number | undefined;
        /** Unit of the value; each type of event has its own units. */
        units?: string | undefined;
      }
    | undefined;
}

export interface GroupIPAddresses {
  /** Id of the project. */
  groupId: string;
  /** Addresses by service. */
  services: GroupService;
}

export interface GroupInvitation {
  /** When the invitation was made. */
  createdAt: string;
  /** When the invitation can no longer be accepted: thirty days after it was made. */
  expiresAt: string;
  /** Project the invitation is to. */
  groupId: string;
  /** Name of that project. */
  groupName: string;
  /** Id of the invitation. */
  id: string;
  /** Who invited: a person's address, an API key's public key or a service account's client id. */
  inviterUsername: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Project roles the invited person will hold after accepting; at least one of {@link GroupRoleName}. */
  roles: GroupRoleName[];
  /** Invited e-mail address. */
  username: string;
}

export interface GroupInvitationRequest {
  /** Project roles the invited person will hold after accepting; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
  /** Invited e-mail address. */
  username: string;
}

export interface GroupInvitationUpdateRequest {
  /** Project roles the invited person will hold after accepting; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
}

export interface GroupMaintenanceWindow {
  /** Whether each maintenance is deferred once by itself. */
  autoDeferOnceEnabled: boolean;
  /** Day of the week, 1 for Sunday. */
  dayOfWeek?: number;
  /** Hour of the day. */
  hourOfDay?: number;
  /** How often maintenance was deferred. */
  numberOfDeferrals: number;
  /** Hours of the day in which no maintenance begins. */
  protectedHours?: ProtectedHours;
  /** Whether maintenance is to begin at once. */
  startASAP: boolean;
  /** Time zone of the window: UTC. */
  timeZoneId: string;
}

export interface GroupMaintenanceWindowRequest
  extends AsSent<GroupMaintenanceWindow, "dayOfWeek" | "hourOfDay"> {
  /** Whether each maintenance is deferred once by itself. */
  autoDeferOnceEnabled?: boolean | undefined;
  /** Hours of the day in which no maintenance begins. */
  protectedHours?: ProtectedHoursRequest | undefined;
  /** Whether maintenance is to begin at once. */
  startASAP?: boolean | undefined;
}

export interface GroupMcpConfigResponse {
  /** Client id of the service account that programs connect with. */
  clientId: string;
  /** Client id of the service account that Atlas works with. */
  egressClientId: string;
  /** Addresses and networks that programs may connect from; any if there are none. */
  ipAccessList: ServiceAccountIPAccessListEntry[];
  /** Id of the configuration, a UUID. */
  mcpConfigId: string;
  /** Name of the configuration. */
  mcpConfigName: string | null;
  /** Project roles. */
  roles: GroupRoleName[];
}

export interface GroupMcpConfigUpdateRequest {
  /** Addresses and networks that replace the old ones; none restricts nothing. */
  ipAccessList?: readonly ServiceAccountIPAccessListEntryRequest[] | undefined;
  /** Name of the configuration, 1 to 64 characters; null leaves it. */
  mcpConfigName?: string | null | undefined;
  /** Project roles that replace the old ones, one at least. */
  roles?: readonly GroupRoleName[] | undefined;
}

export interface GroupMigrationRequest {
  /** Organization the project moves to. */
  destinationOrgId: string;
  /** Private part of an API key that owns the destination. */
  destinationOrgPrivateApiKey: string;
  /** Public part of an API key that owns the destination. */
  destinationOrgPublicApiKey: string;
}

export interface GroupPaginatedEventView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: EventViewForNdsGroup[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface GroupPendingUserResponse extends Pick<GroupActiveUserResponse, "id" | "roles" | "username"> {
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "PENDING" | "INVITATION_EXPIRED" | "INVITATION_REJECTED";
  /** When the invitation was made. */
  invitationCreatedAt: string;
  /** When it runs out; null once it is declined. */
  invitationExpiresAt: string | null;
  /** Who invited: an address, an API key's public key or a service account's client id. */
  inviterUsername: string;
}

export interface GroupRequest extends Pick<Group, "name" | "orgId"> {
  /** Restricts regions in Atlas for Government alone, so only values of no restriction are taken. */
  regionUsageRestrictions?: "" | "NONE" | undefined;
  /** Tags of the project; a sent list replaces the old one. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether the project started with the default alert settings. */
  withDefaultAlertsSettings?: boolean | undefined;
}

export interface GroupRole {
  /** Project the role is held in. */
  groupId: string;
  /** Project role. */
  groupRole: GroupRoleName;
}

export interface GroupRoleAssignment {
  /** Project of the organization. */
  groupId?: string;
  /** Roles held in it. Some of {@link GroupRoleName}. */
  groupRoles?: GroupRoleName[];
}

export interface GroupRoleAssignmentRequest {
  /** Project of the organization. */
  groupId?: string | undefined;
  /** Roles held in it. Some of {@link GroupRoleName}. */
  groupRoles?: readonly GroupRoleName[] | undefined;
}

/** Addresses by service. */
export interface GroupService {
  /** Always empty: clusters have no machines. */
  clusters: ClusterIPAddresses[];
}

export interface GroupServiceAccount {
  /** Client id of the account. */
  clientId: string;
  /** When the account was made. */
  createdAt: string;
  /** What the account is for. */
  description: string;
  /** Name of the account. */
  name: string;
  /** Roles in the project. */
  roles: GroupRoleName[];
  /** Secrets of the account, oldest first. */
  secrets: ServiceAccountSecret[];
  /** Whether the system keeps the account, for a remote MCP configuration. */
  systemManaged: boolean;
}

export interface GroupServiceAccountRequest {
  /** What the account is for. Letters and digits of any script, blanks and the characters - _ . , ' */
  description: string;
  /** Name of the account. Letters and digits of any script, blanks and the characters - _ . , ' */
  name: string;
  /** Project roles; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
  /** Hours the first secret lives: 8 to 8760, or to the lower maximum of the organization. Required unless withoutInitialSecret is true. */
  secretExpiresAfterHours?: number | undefined;
  /** Makes the account without a secret, to be made later; secretExpiresAfterHours must be absent then. */
  withoutInitialSecret?: boolean | undefined;
}

export interface GroupServiceAccountRoleAssignment {
  /** Project roles; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
}

export interface GroupServiceAccountUpdateRequest {
  /** Absent or null leaves it as it is. */
  description?: string | null | undefined;
  /** Absent or null leaves it as it is. */
  name?: string | null | undefined;
  /** Project roles; at least one of {@link GroupRoleName}. */
  roles?: readonly GroupRoleName[] | undefined;
}

export interface GroupSettings {
  /** Whether an assistant answers questions about clusters. */
  isClusterAiAssistantEnabled?: boolean;
  /** Whether figures of single databases are collected. */
  isCollectDatabaseSpecificsStatisticsEnabled?: boolean;
  /** Whether data can be looked at in the console. */
  isDataExplorerEnabled?: boolean;
  /** Whether generative features help to look at data. */
  isDataExplorerGenAIFeaturesEnabled?: boolean;
  /** Whether generative features are shown sample documents. */
  isDataExplorerGenAISampleDocumentPassingEnabled?: boolean;
  /** Whether data are checked for damage. */
  isDataValidationEnabled?: boolean;
  /** Whether clusters may have extended storage. */
  isExtendedStorageSizesEnabled?: boolean;
  /** Whether search results can be ranked anew. */
  isNativeRerankingEnabled?: boolean;
  /** Whether slow queries get advice. */
  isPerformanceAdvisorEnabled?: boolean;
  /** Whether the console shows what happens at this moment. */
  isRealtimePerformancePanelEnabled?: boolean;
  /** Whether schemas get advice. */
  isSchemaAdvisorEnabled?: boolean;
  /** Whether an assistant answers on the first page of the console. */
  isAtlasHomePageAiAssistantEnabled?: boolean;
}

export interface GroupSettingsRequest
  extends AsSent<
    GroupSettings,
    | "isClusterAiAssistantEnabled"
    | "isCollectDatabaseSpecificsStatisticsEnabled"
    | "isDataExplorerEnabled"
    | "isDataExplorerGenAIFeaturesEnabled"
    | "isDataExplorerGenAISampleDocumentPassingEnabled"
    | "isDataValidationEnabled"
    | "isExtendedStorageSizesEnabled"
    | "isNativeRerankingEnabled"
    | "isPerformanceAdvisorEnabled"
    | "isRealtimePerformancePanelEnabled"
    | "isSchemaAdvisorEnabled"
    | "isAtlasHomePageAiAssistantEnabled"
  > {}

export interface GroupUpdate {
  /** New name of the project. */
  name?: string | undefined;
  /** Tags of the project; a sent list replaces the old one. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether the project has the default alert settings. */
  withDefaultAlertsSettings?: boolean | undefined;
}

export interface GroupUserRequest {
  /** Roles in the project; at least one. Some of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
  /** Address to add or invite. */
  username: string;
}

/** Nodes of one kind in a region. */
export interface HardwareSpec
  extends Pick<
    DedicatedHardwareSpec,
    | "diskIOPS"
    | "diskThroughput"
    | "ebsVolumeType"
    | "instanceSize"
    | "nodeCount"
    | "effectiveInstanceSize"
    | "diskSizeGB"
  > {}

/** Nodes of one kind in a region. */
export interface HardwareSpec20240805
  extends Pick<
    HardwareSpec,
    | "diskIOPS"
    | "diskSizeGB"
    | "diskThroughput"
    | "ebsVolumeType"
    | "instanceSize"
    | "nodeCount"
    | "effectiveInstanceSize"
  > {}

export interface HardwareSpec20240805Request
  extends AsSent<HardwareSpec, "diskIOPS" | "diskSizeGB" | "ebsVolumeType" | "instanceSize" | "nodeCount"> {}

export interface HardwareSpecRequest
  extends AsSent<HardwareSpec, "diskIOPS" | "ebsVolumeType" | "instanceSize" | "nodeCount" | "diskSizeGB"> {}

export interface Header {
  /** Name. */
  name: string;
}

export interface HeaderRequest {
  /** Name. */
  name: string;
  /** Value. It is kept sealed, and all but its end is shown as stars. */
  value: string;
}

/** Value when it was measured last. */
export interface HostMetricValue {
  /** Value when it was measured last. */
  number?: number;
  /** Unit of the value. */
  units?:
    | "bits"
    | "Kbits"
    | "Mbits"
    | "Gbits"
    | "bytes"
    | "KB"
    | "MB"
    | "GB"
    | "TB"
    | "PB"
    | "nsec"
    | "msec"
    | "sec"
    | "min"
    | "hours"
    | "million minutes"
    | "days"
    | "requests"
    | "1000 requests"
    | "tokens"
    | "million tokens"
    | "pixels"
    | "billion pixels"
    | "GB seconds"
    | "GB hours"
    | "GB days"
    | "RPU"
    | "thousand RPU"
    | "million RPU"
    | "WPU"
    | "thousand WPU"
    | "million WPU"
    | "count"
    | "thousand"
    | "million"
    | "billion";
}

/** Where it is called. */
export interface InboundControlPlaneCloudProviderIPAddresses {
  /** Addresses in AWS, by region. */
  aws: Record<string, string[]>;
  /** Addresses in Azure, by region. */
  azure: Record<string, string[]>;
  /** Addresses in Google Cloud, by region. */
  gcp: Record<string, string[]>;
}

/** Options of the index. */
export interface IndexOptions {
  "2dsphereIndexVersion"?: number | undefined;
  /** Whether the index is built in the background. */
  background?: boolean | undefined;
  /** 2d: bits of precision. */
  bits?: number | undefined;
  /** geoHaystack: size of a bucket. */
  bucketSize?: number | undefined;
  /** columnstore: fields that are in the index or left out. */
  columnstoreProjection?: Record<string, number> | undefined;
  /** text: language of documents that name none. */
  default_language?: string | undefined;
  /** Seconds after which documents expire. */
  expireAfterSeconds?: number | undefined;
  /** Whether queries pass over the index. */
  hidden?: boolean | undefined;
  /** text: field that names the language of a document. */
  language_override?: string | undefined;
  /** 2d: upper bound of coordinates. */
  max?: number | undefined;
  /** 2d: lower bound of coordinates. */
  min?: number | undefined;
  /** Name. */
  name?: string | undefined;
  /** Filter of the documents that are in the index. */
  partialFilterExpression?: Record<string, unknown> | undefined;
  /** Whether documents without the field are left out. */
  sparse?: boolean | undefined;
  /** Settings of the storage engine. */
  storageEngine?: Record<string, unknown> | undefined;
  /** text: version of the index. */
  textIndexVersion?: number | undefined;
  /** text: weight of each field. */
  weights?: Record<string, unknown> | undefined;
}

export interface InspectGroupStandbyLinkFailoverReadinessRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface InviteGroupServiceAccountRequest
  extends ClientIdParameter,
    GroupIdParameter,
    PrettyParameter,
    Sending<GroupServiceAccountRoleAssignment> {}

export interface InvoiceLineItem {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "GCP" | "AZURE" | "ATLAS";
  /** Name of the cluster. */
  clusterName?: string;
  /** End of the day, when it is billed. */
  created?: string;
  /** Discount, in cents; 0 here. */
  discountCents?: number;
  /** End of the use on that day. */
  endDate?: string;
  /** Id of the project. */
  groupId?: string;
  /** Name of the project, as it was when the use ended. */
  groupName?: string;
  /** Note; never here. */
  note?: string;
  /** Discount in percent; 0 here. */
  percentDiscount?: number;
  /** Hours, of all nodes together. */
  quantity?: number;
  /** SKU: the size of the nodes and their provider. */
  sku?: string;
  /** Start of the use on that day. */
  startDate?: string;
  /** Name of an app; never here. */
  stitchAppName?: string;
  /** Tags; never here. */
  tags?: Record<string, string[]>;
  /** Least quantity of the price; never here. */
  tierLowerBound?: number;
  /** Greatest quantity of the price; never here. */
  tierUpperBound?: number;
  /** Price of the line item, in cents. */
  totalPriceCents?: number;
  /** Unit of the quantity: server hours. */
  unit?: string;
  /** Price of an hour of a node, in US dollars. */
  unitPriceDollars?: number;
}

export interface InvoiceReportRequest {
  /** Version of FOCUS; 1.2 if absent. */
  formatSpecVersion?: string | undefined;
  /** CSV. */
  reportFormat: "CSV";
  /** FOCUS. */
  reportType: "FOCUS";
}

export interface InvoiceReportResponse {
  /** Address of the report, once it has succeeded. Nothing is there. */
  downloadUrl?: string;
  /** Time when the report expires. */
  expiresAt?: string;
  /** Reason of a failure; never here. */
  failureReason?: string;
  /** Version of FOCUS. */
  formatSpecVersion?: string;
  /** Id of the invoice. */
  invoiceId: string;
  /** CSV. */
  reportFormat: "CSV";
  /** Id of the report. */
  reportId: string;
  /** FOCUS. */
  reportType: "FOCUS";
  /** State. */
  state: "PENDING" | "RUNNING" | "SUCCEEDED" | "FAILED";
}

export interface IpInfo {
  /** The address; one of IPv6 where the caller has such. */
  currentIpv4Address: string;
}

/** The directory. */
export interface LDAPSecuritySettings {
  /** Whether the directory authenticates users. */
  authenticationEnabled: boolean;
  /** Whether the directory authorizes users. */
  authorizationEnabled: boolean;
  /** Query for the groups of a user. */
  authzQueryTemplate?: string;
  /** Distinguished name used to query the directory. */
  bindUsername?: string;
  /** Certificates of the directory's authority, in PEM. */
  caCertificate?: string;
  /** Name or address of the directory. */
  hostname?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Port of the directory. */
  port?: number;
  /** How names become distinguished names; the first match counts. */
  userToDNMapping?: UserToDNMapping[];
}

export interface LDAPSecuritySettingsRequest
  extends AsSent<
    LDAPSecuritySettings,
    "authzQueryTemplate" | "bindUsername" | "caCertificate" | "hostname" | "port"
  > {
  /** Whether the directory authenticates users. */
  authenticationEnabled?: boolean | undefined;
  /** Whether the directory authorizes users. */
  authorizationEnabled?: boolean | undefined;
  /** Password of that name; never answered. */
  bindPassword?: string | undefined;
  /** How names become distinguished names; the first match counts. */
  userToDNMapping?: readonly UserToDNMappingRequest[] | undefined;
}

export interface LDAPVerifyConnectivityJobRequest {
  /** Project that asks. */
  groupId: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** What was asked. */
  request: LDAPVerifyConnectivityJobRequestParams;
  /** Id of the test. */
  requestId: string;
  /** How it went; FAILED as recorded, where the official document has FAIL. */
  status: "FAIL" | "FAILED" | "PENDING" | "SUCCESS";
  /** What was tried. */
  validations: LDAPVerifyConnectivityJobRequestValidation[];
}

/** What was asked. */
export interface LDAPVerifyConnectivityJobRequestParams
  extends Pick<LDAPSecuritySettings, "authzQueryTemplate" | "caCertificate" | "links"> {
  /** Distinguished name used to query the directory. */
  bindUsername: string;
  /** Name or address of the directory. */
  hostname: string;
  /** Port of the directory. */
  port: number;
}

export interface LDAPVerifyConnectivityJobRequestParamsRequest
  extends AsSent<LDAPSecuritySettings, "authzQueryTemplate" | "caCertificate">,
    Pick<LDAPVerifyConnectivityJobRequestParams, "bindUsername" | "hostname" | "port"> {
  /** Password of that name; never answered. */
  bindPassword: string;
}

export interface LDAPVerifyConnectivityJobRequestValidation {
  /** How it went. */
  status: "FAIL" | "OK";
  /** What was tried. */
  validationType:
    | "AUTHENTICATE"
    | "AUTHORIZATION_ENABLED"
    | "CONNECT"
    | "PARSE_AUTHZ_QUERY"
    | "QUERY_SERVER"
    | "SERVER_SPECIFIED"
    | "TEMPLATE";
}

export interface LegacyAtlasCluster
  extends Pick<
    AdvancedClusterDescription,
    | "acceptDataRisksAndForceReplicaSetReconfig"
    | "advancedConfiguration"
    | "backupEnabled"
    | "biConnector"
    | "clusterType"
    | "configServerManagementMode"
    | "configServerType"
    | "connectionStrings"
    | "createDate"
    | "diskSizeGB"
    | "diskWarmingMode"
    | "encryptionAtRestProvider"
    | "featureCompatibilityVersion"
    | "featureCompatibilityVersionExpirationDate"
    | "globalClusterSelfManagedSharding"
    | "groupId"
    | "id"
    | "labels"
    | "links"
    | "mongoDBEmployeeAccessGrant"
    | "mongoDBMajorVersion"
    | "mongoDBVersion"
    | "name"
    | "paused"
    | "pitEnabled"
    | "replicaSetScalingStrategy"
    | "rootCertType"
    | "stateName"
    | "tags"
    | "terminationProtectionEnabled"
    | "versionReleaseSystem"
  > {
  /** Auto-scaling settings. */
  autoScaling?: ClusterAutoScalingSettings;
  /** Taken, and without effect here. */
  deleteAfterCreationHours?: number;
  /** Address of the database. */
  mongoURI?: string;
  /** When that was changed. */
  mongoURIUpdated?: string;
  /** Address of the database. */
  mongoURIWithOptions?: string;
  /** Number of shards; 1 if absent. */
  numShards?: number;
  /** Whether backups are wanted; there are none here. */
  providerBackupEnabled?: boolean;
  /** Version 2023-01-01: its region and hardware. */
  providerSettings?: ClusterProviderSettings;
  /**
   * Number of nodes: 3, 5 or 7.
   * @deprecated
   */
  replicationFactor?: number;
  /** Version 2023-01-01: nodes by region. */
  replicationSpec?: Record<string, RegionSpec>;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: LegacyReplicationSpec[];
  /** Address of the database. */
  srvAddress?: string;
}

export interface LegacyAtlasClusterRequest
  extends Pick<
      AdvancedClusterDescriptionRequest,
      | "acceptDataRisksAndForceReplicaSetReconfig"
      | "advancedConfiguration"
      | "backupEnabled"
      | "biConnector"
      | "clusterType"
      | "configServerManagementMode"
      | "diskSizeGB"
      | "diskWarmingMode"
      | "encryptionAtRestProvider"
      | "globalClusterSelfManagedSharding"
      | "labels"
      | "mongoDBMajorVersion"
      | "name"
      | "paused"
      | "pitEnabled"
      | "replicaSetScalingStrategy"
      | "rootCertType"
      | "tags"
      | "terminationProtectionEnabled"
      | "versionReleaseSystem"
    >,
    AsSent<
      LegacyAtlasCluster,
      "deleteAfterCreationHours" | "numShards" | "providerBackupEnabled" | "replicationFactor"
    > {
  /** Auto-scaling settings. */
  autoScaling?: ClusterAutoScalingSettingsRequest | undefined;
  /** Version 2023-01-01: its region and hardware. */
  providerSettings?: ClusterProviderSettingsRequest | undefined;
  /** Version 2023-01-01: nodes by region. */
  replicationSpec?: Record<string, RegionSpecRequest> | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly LegacyReplicationSpecRequest[] | undefined;
}

export interface LegacyAtlasTenantClusterUpgradeRequest
  extends Pick<
    LegacyAtlasClusterRequest,
    | "acceptDataRisksAndForceReplicaSetReconfig"
    | "advancedConfiguration"
    | "autoScaling"
    | "backupEnabled"
    | "biConnector"
    | "clusterType"
    | "configServerManagementMode"
    | "deleteAfterCreationHours"
    | "diskSizeGB"
    | "diskWarmingMode"
    | "encryptionAtRestProvider"
    | "globalClusterSelfManagedSharding"
    | "labels"
    | "mongoDBMajorVersion"
    | "name"
    | "numShards"
    | "paused"
    | "pitEnabled"
    | "providerBackupEnabled"
    | "providerSettings"
    | "replicaSetScalingStrategy"
    | "replicationFactor"
    | "replicationSpec"
    | "replicationSpecs"
    | "rootCertType"
    | "tags"
    | "terminationProtectionEnabled"
    | "versionReleaseSystem"
  > {}

export interface LegacyReplicationSpec {
  /** Id; another one before version 2024-08-05. */
  id?: string;
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: LegacyRegionsConfig;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string;
  /** Regions, the first in elections first. */
  regionConfigs?: CloudRegionConfig[];
  /** Id of the zone, in every version. */
  zoneId?: string;
}

export interface LegacyReplicationSpecRequest extends AsSent<ReplicationSpec, "numShards" | "zoneName"> {
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: LegacyRegionsConfigRequest | undefined;
  /** Regions, the first in elections first. */
  regionConfigs?: readonly CloudRegionConfigRequest[] | undefined;
}

export interface Link {
  /** Address of the linked resource. */
  href?: string;
  /** What the resource is to the one that links to it. */
  rel?: string;
}

export interface Link_Atlas {
  /** Address of the resource. */
  href?: string;
  /** Relation to the resource. */
  rel?: string;
}

export interface ListAlertConfigMatcherFieldNamesRequest extends PrettyParameter {}

export interface ListClusterDetailsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListDefaultGroupLimitsRequest
  extends ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListDeprecatedCallsRequest extends OrgIdParameter {}

export interface ListEventTypesRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListFederationSettingConnectedOrgConfigRoleMappingsRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter {}

export interface ListFederationSettingConnectedOrgConfigsRequest
  extends FederationSettingsIdParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

export interface ListFederationSettingIdentityProvidersRequest
  extends FederationSettingsIdParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Whether those with SAML, with OIDC or both are listed. */
  protocol?: readonly ("SAML" | "OIDC")[] | undefined;
  /** Whether those of people, of programs or both are listed. */
  idpType?: readonly ("WORKFORCE" | "WORKLOAD")[] | undefined;
}

export interface ListGroupAccessListEntriesRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupAiModelApiKeysRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupAlertConfigsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupAlertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only alerts of this status; all if absent. */
  status?: "OPEN" | "TRACKING" | "CLOSED" | undefined;
}

export interface ListGroupApiKeysRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupBackupExportBucketsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupBackupPrivateEndpointsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Cloud provider. */
  cloudProvider: "AWS";
}

export interface ListGroupCloudProviderAccessRequest extends GroupIdParameter, PrettyParameter {}

export interface ListGroupClusterBackupCheckpointsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterBackupExportsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

export interface ListGroupClusterBackupRestoreJobsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterBackupSnapshotDatabaseCollectionsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    DatabaseNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterBackupSnapshotDatabasesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterBackupSnapshotShardedClustersRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface ListGroupClusterBackupSnapshotsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    AsSent<ApiAtlasCollectionRestoreJobResponse, "pointInTimeUtcSeconds" | "oplogTs"> {
  /** Number of the operation within the second of `oplogTs`. */
  oplogInc?: number | undefined;
}

export interface ListGroupClusterCollStatMeasurementsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    DatabaseNameParameter,
    CollectionNameParameter,
    StartParameter,
    EndParameter,
    PeriodParameter {
  /** Nodes whose figures are wanted. */
  clusterView: "PRIMARY" | "SECONDARY" | "INDIVIDUAL_PROCESS";
  /** Metrics that are wanted. May be repeated. */
  metrics?:
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
}

export interface ListGroupClusterCollStatPinnedNamespacesRequest
  extends GroupIdParameter,
    ClusterNameParameter {}

export interface ListGroupClusterCollectionRestoreJobCollectionsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the restore job. */
  jobId: string;
  /** Only collections in this state; all if absent. */
  state?:
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
  /** Collection in the backup, with its database and a dot before its name. */
  sourceNamespace?: string | undefined;
  /** Only the collection that is restored under this name. */
  targetNamespace?: string | undefined;
}

export interface ListGroupClusterCollectionRestoreJobsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterFtsIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    CollectionNameParameter,
    PrettyParameter {
  /** Database of the collection. */
  databaseName: string;
}

export interface ListGroupClusterOnlineArchivesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterOverloadSimulationsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupClusterPerformanceAdvisorDropIndexSuggestionsRequest
  extends GroupIdParameter,
    ClusterNameParameter {}

export interface ListGroupClusterPerformanceAdvisorSchemaAdviceRequest
  extends GroupIdParameter,
    ClusterNameParameter {}

export interface ListGroupClusterPerformanceAdvisorSuggestedIndexesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Pick<GetGroupClusterQueryShapeInsightDetailsRequest, "processIds" | "since" | "until"> {
  /** Only these collections, each with its database and a dot before its name. May be repeated. */
  namespaces?: readonly string[] | undefined;
}

export interface ListGroupClusterProviderRegionsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only these providers. May be repeated. */
  providers?: readonly ("AWS" | "AZURE" | "GCP" | "TENANT")[] | undefined;
  /** Only this size. */
  tier?: string | undefined;
}

export interface ListGroupClusterQueryShapeInsightSummariesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Pick<
      ListGroupClusterPerformanceAdvisorSuggestedIndexesRequest,
      "since" | "until" | "processIds" | "namespaces"
    > {
  /** Only queries by these commands. May be repeated. */
  commands?: readonly ("find" | "distinct" | "aggregate")[] | undefined;
  /** Most summaries that are listed. */
  nSummaries?: number | undefined;
  /** Statistics that are wanted. May be repeated. */
  series?:
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
  /** Only the query shapes with these hashes. May be repeated. */
  queryShapeHashes?: readonly string[] | undefined;
}

export interface ListGroupClusterQueryShapesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only query shapes of this status; all if absent. */
  status?: "REJECTED" | undefined;
}

export interface ListGroupClusterRestoreJobsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of a batch of restore jobs. */
  batchId?: string | undefined;
}

export interface ListGroupClusterSearchIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    CollectionNameParameter,
    PrettyParameter {
  /** Database of the collection. */
  databaseName: string;
}

export interface ListGroupClusterSearchIndexesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface ListGroupClusterSnapshotsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether completed snapshots are listed. */
  completed?: "all" | "true" | "false" | undefined;
}

export interface ListGroupClustersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether deleted clusters are listed of which backups are kept; there are none here. */
  includeDeletedWithRetainedBackups?: boolean | undefined;
}

export interface ListGroupCollStatMetricsRequest extends GroupIdParameter {}

export interface ListGroupContainerAllRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupContainersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whose are listed. */
  providerName?: "AWS" | "AZURE" | "Azure" | "GCP" | undefined;
}

export interface ListGroupCustomDbRoleRolesRequest extends GroupIdParameter, PrettyParameter {}

export interface ListGroupDataFederationLimitsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {}

export interface ListGroupDataFederationRequest extends GroupIdParameter, PrettyParameter {
  /** Kind of the databases: there are none of ONLINE_ARCHIVE. */
  type?: "USER" | "ONLINE_ARCHIVE" | undefined;
}

export interface ListGroupDatabaseUserCertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Name of the database user. */
  username: string;
}

export interface ListGroupDatabaseUsersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupEncryptionAtRestPrivateEndpointsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Cloud provider. */
  cloudProvider: "AZURE" | "AWS";
}

export interface ListGroupEventsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Pick<GetGroupActivityFeedRequest, "eventType" | "maxDate" | "minDate"> {
  /** Only events about these clusters, by the names that they have or had. */
  clusterNames?: readonly string[] | undefined;
  /** No events of these types. May be repeated. */
  excludedEventType?: readonly EventTypeForNdsGroup[] | undefined;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
}

export interface ListGroupFlexClusterBackupRestoreJobsRequest
  extends GroupIdParameter,
    NameParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupFlexClusterBackupSnapshotsRequest
  extends GroupIdParameter,
    NameParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

export interface ListGroupFlexClustersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupHostFtsMetricIndexMeasurementsRequest
  extends ProcessIdParameter,
    DatabaseNameParameter,
    CollectionNameParameter,
    GroupIdParameter,
    PeriodParameter,
    StartParameter,
    EndParameter,
    Pick<GetGroupHostFtsMetricIndexMeasurementsRequest, "granularity" | "metrics"> {}

export interface ListGroupHostFtsMetricMeasurementsRequest
  extends ProcessIdParameter,
    GroupIdParameter,
    PeriodParameter,
    StartParameter,
    EndParameter {
  /** Time between two points: PT10S, PT1M, PT5M, PT1H or P1D. */
  granularity?: string | undefined;
  /** Metrics that are wanted. May be repeated. */
  metrics?:
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
}

export interface ListGroupHostFtsMetricsRequest extends ProcessIdParameter, GroupIdParameter {}

export interface ListGroupIntegrationsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupInvitesRequest extends GroupIdParameter, PrettyParameter {
  /** Only the invitation of this e-mail address. */
  username?: string | undefined;
}

export interface ListGroupLimitsRequest extends GroupIdParameter, PrettyParameter {}

export interface ListGroupLogIntegrationsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Type; all if absent. */
  integrationType?: string | undefined;
}

export interface ListGroupMcpConfigSecretsRequest
  extends GroupIdParameter,
    McpConfigIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupMcpConfigsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupMetricIntegrationsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Protocol; all if absent. */
  integrationType?: string | undefined;
  /** Receiver; all if absent. */
  providerType?: string | undefined;
}

export interface ListGroupPeersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whose are listed. */
  providerName?: "AWS" | "AZURE" | "GCP" | undefined;
}

export interface ListGroupPrivateEndpointEndpointServiceRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
}

export interface ListGroupPrivateNetworkSettingEndpointIdsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupProcessCollStatMeasurementsRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    DatabaseNameParameter,
    CollectionNameParameter,
    StartParameter,
    EndParameter,
    PeriodParameter {
  /** Metrics that are wanted. May be repeated. */
  metrics?:
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
}

export interface ListGroupProcessDatabasesRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupProcessDisksRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupProcessPerformanceAdvisorNamespacesRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    PrettyParameter {
  /** Milliseconds of the interval from `since` on. */
  duration?: number | undefined;
  /** Start of the interval in milliseconds since 1970. */
  since?: number | undefined;
}

export interface ListGroupProcessPerformanceAdvisorSlowQueryLogsRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    PrettyParameter,
    Pick<ListGroupClusterQueryShapeInsightSummariesRequest, "namespaces" | "since"> {
  /** Milliseconds of the interval from `since` on. */
  duration?: number | undefined;
  /** How many are listed at most. */
  nLogs?: number | undefined;
  /** Whether to add figures of each query. */
  includeMetrics?: boolean | undefined;
  /** Whether to add the state of the node in its replica set. */
  includeReplicaState?: boolean | undefined;
  /** Whether to add the type of each operation. */
  includeOpType?: boolean | undefined;
}

export interface ListGroupProcessPerformanceAdvisorSuggestedIndexesRequest
  extends GroupIdParameter,
    ProcessIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Pick<ListGroupProcessPerformanceAdvisorSlowQueryLogsRequest, "duration" | "namespaces" | "since"> {
  /** Most examples of queries for each suggestion. */
  nExamples?: number | undefined;
  /** Most indexes that are suggested. */
  nIndexes?: number | undefined;
}

export interface ListGroupProcessesRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupServerlessInstancesRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupServiceAccountAccessListRequest
  extends GroupIdParameter,
    ClientIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupServiceAccountsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether to list accounts that the system keeps too: those of remote MCP configurations. */
  includeSystemManaged?: boolean | undefined;
}

export interface ListGroupStandbyLinkFailoversRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the standby link. */
  standbyLinkId: string;
}

export interface ListGroupStandbyLinksRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListGroupStreamActiveVpcPeeringConnectionsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {}

export interface ListGroupStreamConnectionFailoverConnectionsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    IncludeCountParameter {}

export interface ListGroupStreamConnectionsRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {}

export interface ListGroupStreamPrivateLinkConnectionsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {}

export interface ListGroupStreamVpcPeeringConnectionsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {
  /** Account at AWS that requested them. */
  requesterAccountId?: string | undefined;
}

export interface ListGroupStreamWorkspacesRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {}

export interface ListGroupTeamsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

export interface ListGroupUsersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether to list members of the project's teams as well, with the roles of the team. */
  flattenTeams?: boolean | undefined;
  /** Whether to list Organization Owners and Organization Read Only users as well, with the project role theirs amounts to. */
  includeOrgUsers?: boolean | undefined;
  /**
   * Only users of this status. Use orgMembershipStatuses, which cannot be combined with it.
   * @deprecated
   */
  orgMembershipStatus?: string | undefined;
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
  /** Only the user of this address. */
  username?: string | undefined;
}

export interface ListGroupsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgAiModelApiKeysRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgApiKeyAccessListEntriesRequest
  extends OrgIdParameter,
    ApiUserIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgApiKeysRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgEventsRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Pick<ListGroupEventsRequest, "includeRaw" | "maxDate" | "minDate"> {
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForOrg[] | undefined;
}

export interface ListOrgInvitesRequest extends OrgIdParameter, PrettyParameter {
  /** Only the invitation of this e-mail address. */
  username?: string | undefined;
}

export interface ListOrgInvoicePendingRequest extends OrgIdParameter, PrettyParameter {}

export interface ListOrgInvoiceReportsRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the invoice. */
  invoiceId: string;
}

export interface ListOrgInvoicesRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether invoices of linked organizations are shown, of which there are none. */
  viewLinkedInvoices?: boolean | undefined;
  /** States of invoices; any if absent. */
  statusNames?:
    | readonly ("PENDING" | "CLOSED" | "FORGIVEN" | "FAILED" | "PAID" | "FREE" | "PREPAID" | "INVOICED")[]
    | undefined;
  /** First day of the first month, as YYYY-MM-DD. */
  fromDate?: string | undefined;
  /** Day up to which months must have ended, as YYYY-MM-DD. */
  toDate?: string | undefined;
  /** Order of the invoices, which is the same by start and by end. */
  sortBy?: "START_DATE" | "END_DATE" | undefined;
  /** Whether the oldest (asc) or the newest (desc) comes first. */
  orderBy?: "desc" | "asc" | undefined;
}

export interface ListOrgLiveMigrationAvailableProjectsRequest extends OrgIdParameter, PrettyParameter {}

export interface ListOrgMcpConfigSecretsRequest
  extends OrgIdParameter,
    McpConfigIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgMcpConfigsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgResourcePoliciesRequest extends OrgIdParameter, PrettyParameter {}

export interface ListOrgSandboxConfigRequest
  extends OrgIdParameter,
    PrettyParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

export interface ListOrgServiceAccountAccessListRequest
  extends OrgIdParameter,
    ClientIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgServiceAccountsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether to list accounts that the system keeps too: those of remote MCP configurations. */
  includeSystemManaged?: boolean | undefined;
}

export interface ListOrgTeamUsersRequest
  extends OrgIdParameter,
    TeamIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Pick<ListGroupUsersRequest, "username" | "orgMembershipStatus" | "orgMembershipStatuses"> {
  /** Only the user of this id. */
  userId?: string | undefined;
}

export interface ListOrgTeamsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

export interface ListOrgUsersRequest
  extends OrgIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    Pick<ListGroupUsersRequest, "username" | "orgMembershipStatus" | "orgMembershipStatuses"> {}

export interface ListOrgsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only organizations whose name starts with this, in whatever case. */
  name?: string | undefined;
}

export interface ListRateLimitsRequest
  extends ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Pick<GetRateLimitRequest, "groupId" | "orgId" | "userId" | "ipAddress"> {
  /** Only the set of this name. */
  name?: string | undefined;
  /** Only the sets with an endpoint of this path, its parameters in braces. */
  endpointPath?: string | undefined;
}

export interface ListSkusRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

export interface LiveImportAvailableProject {
  /** Clusters that can be migrated. */
  deployments: AvailableClustersDeployment[];
  /** Hosts that run the migration. */
  migrationHosts: string[];
  /** Name. */
  name: string;
  /** Id of the project. */
  projectId: string;
}

export interface LiveImportValidation {
  /** Id. */
  _id?: string;
  /** Message of the error. */
  errorMessage?: string | null;
  /** Id of the project. */
  groupId?: string;
  /** Id of the project of the source. */
  sourceGroupId?: string;
  /** State. */
  status?: "PENDING" | "SUCCESS" | "FAILED" | null;
}

export interface LiveMigrationRequest {
  /** Target of the migration. */
  destination: Destination;
  /** Whether data at the target may be dropped, without effect here. */
  dropEnabled: boolean;
  /** Hosts that run the migration. */
  migrationHosts: readonly string[];
  /** Sharding of collections at the target, without effect here. */
  sharding?: ShardingRequest | null | undefined;
  /** Source of the migration, which is not looked at. */
  source: Source;
}

export interface LiveMigrationRequest20240530
  extends Pick<LiveMigrationRequest, "destination" | "migrationHosts" | "sharding" | "source"> {
  /** Whether data at the target may be dropped, without effect here. */
  dropDestinationData?: boolean | undefined;
}

export interface LiveMigrationResponse {
  /** Id. */
  _id?: string;
  /** Seconds by which the target is behind: 0 once it is ready, null otherwise. */
  lagTimeSeconds?: number | null;
  /** Hosts that run the migration. */
  migrationHosts?: string[];
  /** Whether the target has caught up. */
  readyForCutover?: boolean;
  /** State. */
  status?: "NEW" | "WORKING" | "FAILED" | "COMPLETE" | "EXPIRED" | null;
}

export interface ManagedNamespaces {
  /** Name of the collection. */
  collection: string;
  /** Field by which its documents are distributed. */
  customShardKey: string;
  /** Name of the database. */
  db: string;
  /** Whether the field is hashed. */
  isCustomShardKeyHashed?: boolean;
  /** Whether its values are unique. */
  isShardKeyUnique?: boolean;
  /** Number of chunks at the start. */
  numInitialChunks?: number;
  /** Whether chunks are made for each zone at the start. */
  presplitHashedZones?: boolean;
}

export interface ManagedNamespacesRequest
  extends AsSent<
      ManagedNamespaces,
      "isCustomShardKeyHashed" | "isShardKeyUnique" | "numInitialChunks" | "presplitHashedZones"
    >,
    Pick<ManagedNamespaces, "collection" | "customShardKey" | "db"> {}

export interface MdbAvailableVersion {
  /** Where it can be had. */
  cloudProvider: "AWS" | "AZURE" | "GCP" | "TENANT";
  /** Whether a cluster gets it that asks for none. */
  defaultStatus: "DEFAULT" | "NOT_DEFAULT";
  /** Size it can be had in. */
  instanceSize: BaseCloudProviderInstanceSize;
  /** Resources that belong to this one. */
  links: Link[];
  /** The version. */
  version: string;
}

export interface MeasurementDiskPartition {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name of the disk partition. */
  partitionName?: string;
}

export interface MeasurementsCollStatsLatencyCluster
  extends Pick<ApiMeasurementsGeneralView_Atlas, "databaseName" | "end" | "groupId" | "processId" | "start">,
    Pick<BackupSnapshot, "clusterId" | "links"> {
  /** Nodes whose figures these are. */
  clusterView?: string;
  /** Name of the collection. */
  collectionName?: string;
  /** Time between two points, as a duration of ISO 8601. */
  granularity?: "PT1M" | "PT5M" | "PT1H" | "P1D";
  /** Measurements, one of each metric. */
  measurements?: MetricsMeasurement[];
}

export interface MeasurementsCollStatsLatencyHost
  extends Pick<
    MeasurementsCollStatsLatencyCluster,
    | "collectionName"
    | "databaseName"
    | "end"
    | "granularity"
    | "groupId"
    | "links"
    | "measurements"
    | "processId"
    | "start"
  > {}

export interface MeasurementsIndexes
  extends Pick<
    MeasurementsCollStatsLatencyHost,
    "collectionName" | "databaseName" | "end" | "groupId" | "links" | "processId" | "start"
  > {
  /** Time between two points, as a duration of ISO 8601. */
  granularity?: string;
  /** Ids of the search indexes: none here. */
  indexIds?: (string | null)[];
  /** Measurements of the search index, one of each metric. */
  indexStatsMeasurements?: MetricsMeasurement[];
}

export interface MeasurementsNonIndex
  extends Pick<MeasurementsIndexes, "end" | "granularity" | "groupId" | "links" | "processId" | "start"> {
  /** Measurements of the hardware, one of each metric. */
  hardwareMeasurements?: MetricsMeasurement[];
  /** Measurements of the search process: none here. */
  statusMeasurements?: MetricsMeasurement[];
}

export interface MesurementsDatabase {
  /** Name of the database. */
  databaseName?: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface MetricDataPoint {
  /** Time of the point. */
  timestamp?: string;
  /** Value at the point: null, nothing is measured. */
  value?: number | null;
}

export interface MetricDataPoint_Atlas extends Pick<MetricDataPoint, "timestamp" | "value"> {}

export interface MetricIntegrationRequest
  extends Pick<
    MetricIntegrationResponse,
    "aggregationTemporality" | "authType" | "endpoint" | "integrationType" | "providerType"
  > {
  /** Headers of each request. Answers have them as headersRedacted. */
  headers?: readonly HeaderRequest[] | undefined;
  /** Metrics that are sent. */
  metricSelection: readonly ("ATLAS_STREAM_PROCESSING" | "MONGODB_METRICS" | "HARDWARE_METRICS")[];
}

export interface MetricIntegrationResponse {
  /** Whether sums are those since the last report or since the start. */
  aggregationTemporality: "DELTA" | "CUMULATIVE";
  /** How requests are authenticated. */
  authType: "HEADER";
  /** Address that metrics are sent to. */
  endpoint: string;
  /** Headers of each request, with the ends of their values. */
  headersRedacted?: RedactedHeader[];
  /** Protocol. */
  integrationType: "OTEL";
  /** Id of the metric integration. */
  metricIntegrationId: string;
  /** Metrics that are sent. */
  metricSelection: ("ATLAS_STREAM_PROCESSING" | "MONGODB_METRICS" | "HARDWARE_METRICS")[];
  /** Receiver. */
  providerType: "CUSTOM" | "DYNATRACE" | "NEW_RELIC";
}

export interface MetricIntegrationUpdateRequest
  extends Pick<
    MetricIntegrationRequest,
    | "aggregationTemporality"
    | "authType"
    | "endpoint"
    | "headers"
    | "integrationType"
    | "metricSelection"
    | "providerType"
  > {}

export interface MetricsMeasurement {
  /** Points of the interval. */
  dataPoints?: MetricDataPoint[];
  /** Name. */
  name?: string;
  /** Unit of the values. */
  units?:
    | "BYTES"
    | "BYTES_PER_SECOND"
    | "GIGABYTES"
    | "GIGABYTES_PER_HOUR"
    | "KILOBYTES"
    | "MEGABYTES"
    | "MEGABYTES_PER_SECOND"
    | "MICROSECONDS"
    | "MILLISECONDS"
    | "PERCENT"
    | "SCALAR"
    | "SCALAR_PER_SECOND"
    | "SECONDS";
}

export interface MetricsMeasurement_Atlas extends Pick<MetricsMeasurement, "name" | "units"> {
  /** Points of the interval. */
  dataPoints?: MetricDataPoint_Atlas[];
}

export interface MigrateGroupRequest extends GroupIdParameter, Sending<GroupMigrationRequest> {}

/** Never answered: there are no logins. */
export interface MongoDBAccessLogs {
  /** Whether the login succeeded. */
  authResult?: boolean;
  /** Database that the user belongs to. */
  authSource?: string;
  /** Why the login failed. */
  failureReason?: string;
  /** Id of the project. */
  groupId?: string;
  /** Name of the host. */
  hostname?: string;
  /** Address that the login came from. */
  ipAddress?: string;
  /** Line of the log. */
  logLine?: string;
  /** When it was. */
  timestamp?: string;
  /** Name of the user. */
  username?: string;
}

export interface MongoDBAccessLogsList {
  /** Logins: none. */
  accessLogs: MongoDBAccessLogs[];
}

export interface NamespaceObj {
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Kind. */
  type?: "collection";
}

export interface Namespaces {
  /** Collections, each with its database and a dot before its name. */
  namespaces?: NamespaceObj[];
}

export interface NamespacesRequest {
  /** Collections to pin, each with its database and a dot before its name. */
  namespaces?: readonly string[] | undefined;
}

export interface NetworkPermissionEntry {
  /** Security group of AWS whose members are let in. Only one of the three says who. */
  awsSecurityGroup?: string;
  /** Network that is let in, in CIDR notation. */
  cidrBlock?: string;
  /** What the entry is for. */
  comment?: string;
  /** When the entry ends by itself, at most a week ahead; absent for never. */
  deleteAfterDate?: string;
  /** Project of the entry. */
  groupId?: string;
  /** Address that is let in. */
  ipAddress?: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface NetworkPermissionEntryRequest
  extends AsSent<
    NetworkPermissionEntry,
    "awsSecurityGroup" | "cidrBlock" | "comment" | "deleteAfterDate" | "ipAddress"
  > {}

export interface NetworkPermissionEntryStatus {
  /** Whether the entry is in force yet: after five seconds here, and it never fails. */
  STATUS: "PENDING" | "FAILED" | "ACTIVE";
}

export interface ObjectStoragePrivateEndpointRequest
  extends AsSent<ObjectStoragePrivateEndpointResponse, "cloudProvider" | "regionName" | "vpcRegionName"> {}

/** Private endpoint to the storage of backups. */
export interface ObjectStoragePrivateEndpointResponse
  extends Pick<EARPrivateEndpoint, "errorMessage" | "id" | "privateEndpointConnectionName" | "status"> {
  /** Cloud provider. */
  cloudProvider?: "AWS";
  /** Region of the storage. */
  regionName?:
    | "US_GOV_WEST_1"
    | "US_GOV_EAST_1"
    | "US_EAST_1"
    | "US_EAST_2"
    | "US_WEST_1"
    | "US_WEST_2"
    | "CA_CENTRAL_1"
    | "EU_NORTH_1"
    | "EU_WEST_1"
    | "EU_WEST_2"
    | "EU_WEST_3"
    | "EU_CENTRAL_1"
    | "AP_EAST_1"
    | "AP_NORTHEAST_1"
    | "AP_NORTHEAST_2"
    | "AP_NORTHEAST_3"
    | "AP_SOUTHEAST_1"
    | "AP_SOUTHEAST_2"
    | "AP_SOUTHEAST_3"
    | "AP_SOUTH_1"
    | "SA_EAST_1"
    | "CN_NORTH_1"
    | "CN_NORTHWEST_1"
    | "ME_SOUTH_1"
    | "AF_SOUTH_1"
    | "EU_SOUTH_1"
    | "GLOBAL";
  /** Region of the network, if it is another one. */
  vpcRegionName?:
    | "US_GOV_WEST_1"
    | "US_GOV_EAST_1"
    | "US_EAST_1"
    | "US_EAST_2"
    | "US_WEST_1"
    | "US_WEST_2"
    | "CA_CENTRAL_1"
    | "EU_NORTH_1"
    | "EU_WEST_1"
    | "EU_WEST_2"
    | "EU_WEST_3"
    | "EU_CENTRAL_1"
    | "AP_EAST_1"
    | "AP_NORTHEAST_1"
    | "AP_NORTHEAST_2"
    | "AP_NORTHEAST_3"
    | "AP_SOUTHEAST_1"
    | "AP_SOUTHEAST_2"
    | "AP_SOUTHEAST_3"
    | "AP_SOUTH_1"
    | "SA_EAST_1"
    | "CN_NORTH_1"
    | "CN_NORTHWEST_1"
    | "ME_SOUTH_1"
    | "AF_SOUTH_1"
    | "EU_SOUTH_1"
    | "GLOBAL";
}

/** When documents are archived. */
export interface OnlineArchiveSchedule {
  /** Kind. */
  type: "DEFAULT" | "DAILY" | "WEEKLY" | "MONTHLY";
  /** Hour at which it ends. */
  endHour?: number;
  /** Minute at which it ends. */
  endMinute?: number;
  /** Hour at which it begins. */
  startHour?: number;
  /** Minute at which it begins. */
  startMinute?: number;
  /** Day of the month. */
  dayOfMonth?: number;
  /** Day of the week, from Monday as 1. */
  dayOfWeek?: number;
}

export interface OnlineArchiveScheduleRequest
  extends AsSent<
    OnlineArchiveSchedule,
    "endHour" | "endMinute" | "startHour" | "startMinute" | "dayOfMonth" | "dayOfWeek"
  > {
  /** Kind. */
  type: "DEFAULT" | "DAILY" | "WEEKLY" | "MONTHLY";
}

export interface OrgActiveUserResponse
  extends Pick<
    GroupActiveUserResponse,
    | "id"
    | "orgMembershipStatus"
    | "username"
    | "country"
    | "createdAt"
    | "firstName"
    | "lastAuth"
    | "lastName"
    | "mobileNumber"
  > {
  /** Roles in the organization and in its projects. */
  roles: OrgUserRolesResponse;
  /** Teams of the user. */
  teamIds: string[];
}

export interface OrgAssociatedInvoiceResponse {
  /** Invoices of the month. */
  associatedInvoices?: AssociatedInvoice[];
  /** Month. */
  month?: string;
  /** Year. */
  year?: string;
}

export interface OrgDelegationSettingsResponse {
  /** Actions that MCP clients may take in the name of a person; null means the default. */
  delegatedMcpAccess: "DISALLOWED" | "READ_ONLY" | "READ_WRITE" | null;
  /** Actions that partners may take in the name of a person; null means the default. */
  delegatedPartnerAccess: "DISALLOWED" | "READ_WRITE" | null;
  /** Seconds after which an unused refresh token ends. */
  idleRefreshTokenLifetime: number | null;
  /** Seconds after which every refresh token ends. */
  maximumRefreshTokenLifetime: number | null;
}

export interface OrgDelegationSettingsUpdateRequest {
  /** Actions that MCP clients may take in the name of a person; null means the default. */
  delegatedMcpAccess?: "DISALLOWED" | "READ_ONLY" | "READ_WRITE" | null | undefined;
  /** Actions that partners may take in the name of a person; null means the default. */
  delegatedPartnerAccess?: "DISALLOWED" | "READ_WRITE" | null | undefined;
  /** Seconds after which an unused refresh token ends. */
  idleRefreshTokenLifetime?: number | null | undefined;
  /** Seconds after which every refresh token ends. */
  maximumRefreshTokenLifetime?: number | null | undefined;
}

export interface OrgFederationSettings {
  /** Domains of the organization's SAML provider. */
  federatedDomains: string[];
  /** Whether the organization has role mappings. */
  hasRoleMappings: boolean;
  /** Id of the federation. */
  id: string;
  /** SAML provider of the organization, by its older id of 20 signs. */
  identityProviderId: string | null;
  /** Whether that provider is used. */
  identityProviderStatus: "ACTIVE" | "INACTIVE";
}

export interface OrgGroup {
  /** Its clusters. */
  clusters: CloudCluster[];
  /** Id of the project. */
  groupId: string;
  /** Name of the project. */
  groupName: string;
  /** Id of its organization. */
  orgId: string;
  /** Name of the organization. */
  orgName: string;
  /** Plan: Atlas. */
  planType: string;
  /** Always empty. */
  tags: string[];
}

export interface OrgMcpConfigResponse
  extends Pick<
    GroupMcpConfigResponse,
    "clientId" | "egressClientId" | "ipAccessList" | "mcpConfigId" | "mcpConfigName"
  > {
  /** Organization roles. */
  roles: OrgRoleName[];
}

export interface OrgMcpConfigUpdateRequest
  extends Pick<GroupMcpConfigUpdateRequest, "ipAccessList" | "mcpConfigName"> {
  /** Organization roles that replace the old ones, one at least. */
  roles?: readonly OrgRoleName[] | undefined;
}

export interface OrgPaginatedEventView extends Pick<GroupPaginatedEventView, "links" | "totalCount"> {
  /** The results of this page. */
  results: EventViewForOrg[];
}

export interface OrgPendingUserResponse
  extends Pick<
      GroupPendingUserResponse,
      | "id"
      | "orgMembershipStatus"
      | "username"
      | "invitationCreatedAt"
      | "invitationExpiresAt"
      | "inviterUsername"
    >,
    Pick<OrgActiveUserResponse, "roles" | "teamIds"> {}

/** A service account of an organization. */
export interface OrgServiceAccount
  extends Pick<
    GroupServiceAccount,
    "clientId" | "createdAt" | "description" | "name" | "secrets" | "systemManaged"
  > {
  /** Organization roles. */
  roles: OrgRoleName[];
}

/** A service account to be made. */
export interface OrgServiceAccountRequest
  extends Pick<
    GroupServiceAccountRequest,
    "description" | "name" | "secretExpiresAfterHours" | "withoutInitialSecret"
  > {
  /** Organization roles; a sent list replaces the old one. */
  roles: readonly OrgRoleName[];
}

export interface OrgServiceAccountUpdateRequest
  extends Pick<GroupServiceAccountUpdateRequest, "description" | "name"> {
  /** Organization roles; a sent list replaces the old one. */
  roles?: readonly OrgRoleName[] | undefined;
}

export interface OrgUserRequest {
  /** Roles in the organization and in its projects. */
  roles: OrgUserRolesRequest;
  /** Teams the user belongs to. */
  teamIds?: readonly string[] | undefined;
  /** Address to invite. */
  username: string;
}

/** Roles in the organization and in its projects. */
export interface OrgUserRolesRequest {
  /** Roles in projects, by project. */
  groupRoleAssignments?: readonly GroupRoleAssignmentRequest[] | undefined;
  /** Roles in the organization; at least one. */
  orgRoles: readonly OrgRoleName[];
}

/** Roles in the organization and in its projects. */
export interface OrgUserRolesResponse {
  /** Roles in projects, by project. */
  groupRoleAssignments: GroupRoleAssignment[];
  /** Roles in the organization. */
  orgRoles: OrgRoleName[];
}

export interface OrgUserUpdateRequest {
  /** Roles in the organization and in its projects. */
  roles?: OrgUserRolesRequest | undefined;
  /** Teams the user belongs to. */
  teamIds?: readonly string[] | undefined;
}

export interface OrganizationInvitation
  extends Pick<GroupInvitation, "createdAt" | "expiresAt" | "id" | "inviterUsername" | "links" | "username"> {
  /** Project roles the invited person will hold after accepting, an item for each role. */
  groupRoleAssignments: GroupRole[];
  /** Organization the invitation is to. */
  orgId: string;
  /** Name of that organization. */
  orgName: string;
  /** Organization roles the invited person will hold after accepting; at least one. */
  roles: OrgRoleName[];
  /** Teams of the organization the invited person will join after accepting. */
  teamIds: string[];
}

export interface OrganizationInvitationGroupRoleAssignmentsRequest {
  /** Project of the organization. */
  groupId?: string | undefined;
  /** Project roles in it; at least one. */
  roles?: readonly GroupRoleName[] | undefined;
}

export interface OrganizationInvitationRequest {
  /** Project roles the invited person will hold after accepting, an item for each project. */
  groupRoleAssignments?: readonly OrganizationInvitationGroupRoleAssignmentsRequest[] | undefined;
  /** Organization roles the invited person will hold after accepting; at least one. */
  roles: readonly OrgRoleName[];
  /** Teams of the organization the invited person will join after accepting. */
  teamIds?: readonly string[] | undefined;
  /** Invited e-mail address. */
  username: string;
}

export interface OrganizationInvitationUpdateRequest
  extends Pick<OrganizationInvitationRequest, "groupRoleAssignments" | "roles" | "teamIds"> {}

export interface OrganizationMaintenanceSettingsResponse {
  /** How maintenance waves are assigned in fact: MANUAL unless set. */
  effectiveWaveAssignmentMode: "MANUAL" | "ENV_TAG_MAPPING";
  /** How maintenance waves are assigned; null when it is not set. */
  waveAssignmentMode: "MANUAL" | "ENV_TAG_MAPPING" | null;
}

export interface OrganizationMaintenanceSettingsUpdateRequest {
  /** How maintenance waves are to be assigned. */
  waveAssignmentMode?: "MANUAL" | "ENV_TAG_MAPPING" | undefined;
}

export interface OrganizationSettings {
  /** Whether credentials without an access list of their own are refused. */
  apiAccessListRequired: boolean;
  /** How long console sessions last. */
  customSessionTimeouts?: CustomSessionTimeouts;
  /** Whether generative features are offered. */
  genAIFeaturesEnabled: boolean;
  /** Longest life that a new secret of a service account may have. */
  maxServiceAccountSecretValidityInHours?: number;
  /** Whether people need a second factor to sign in. */
  multiFactorAuthRequired: boolean;
  /** E-mail address for news about the operation of clusters; null or an empty text takes it away. */
  operationsContact: string | null;
  /** Whether the vendor's staff may not reach databases. */
  restrictEmployeeAccess: boolean;
  /** E-mail address for news about security; an empty text takes it away. */
  securityContact?: string;
  /** Whether stream processing may reach other projects. */
  streamsCrossGroupEnabled: boolean;
}

export interface OrganizationSettingsRequest
  extends AsSent<OrganizationSettings, "maxServiceAccountSecretValidityInHours" | "securityContact"> {
  /** Whether credentials without an access list of their own are refused. */
  apiAccessListRequired?: boolean | undefined;
  /** How long console sessions last. */
  customSessionTimeouts?: CustomSessionTimeoutsRequest | undefined;
  /** Whether generative features are offered. */
  genAIFeaturesEnabled?: boolean | undefined;
  /** Whether people need a second factor to sign in. */
  multiFactorAuthRequired?: boolean | undefined;
  /** E-mail address for news about the operation of clusters; null or an empty text takes it away. */
  operationsContact?: string | null | undefined;
  /** Whether the vendor's staff may not reach databases. */
  restrictEmployeeAccess?: boolean | undefined;
  /** Whether stream processing may reach other projects. */
  streamsCrossGroupEnabled?: boolean | undefined;
}

export interface OtelLogIntegrationRequest {
  /** Logs that are exported. */
  logTypes: readonly ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
  /** Kind. */
  type: "OTEL_LOG_EXPORT";
  /** OTEL: address. */
  otelEndpoint: string;
  /** OTEL: headers of each request. */
  otelSuppliedHeaders: readonly HeaderRequest[];
}

export interface OtelLogIntegrationResponse extends Pick<GcsLogIntegrationResponse, "id" | "logTypes"> {
  /** Kind. */
  type: "OTEL_LOG_EXPORT";
  /** OTEL: address. */
  otelEndpoint: string;
  /** OTEL: headers of each request. */
  otelSuppliedHeaders: Header[];
}

/** The addresses from which it calls. */
export interface OutboundControlPlaneCloudProviderIPAddresses
  extends Pick<InboundControlPlaneCloudProviderIPAddresses, "aws" | "azure" | "gcp"> {}

export interface OverloadProtectionSimulationRequest {
  /** Seconds of the overload; 300 if absent. */
  durationSeconds?: number | undefined;
}

export interface OverloadProtectionSimulationResponse {
  /** Time of the request to cancel it. */
  cancelRequestedAt?: string;
  /** Name of the cluster. */
  clusterName?: string;
  /** Seconds of the overload. */
  durationSeconds?: number;
  /** Time when the overload ends by itself. */
  expiresAt?: string;
  /** Id of the project. */
  groupId?: string;
  /** Time of the request. */
  requestDate?: string;
  /** Id of the simulation. */
  simulationId?: string;
  /** State. */
  state?: string;
}

export interface PaginatedAdvancedClusterDescriptionView
  extends Pick<OrgPaginatedEventView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AdvancedClusterDescription[];
}

export interface PaginatedAlertConfigView extends Pick<OrgPaginatedEventView, "links" | "totalCount"> {
  /** The results of this page. */
  results: GroupAlertsConfig[];
}

export interface PaginatedAlertView extends Pick<OrgPaginatedEventView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AlertViewForNdsGroup[];
}

export interface PaginatedApiApiUserView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ApiKeyUserDetails[];
}

export interface PaginatedApiAppUserView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: CloudAppUser[];
}

export interface PaginatedApiAtlasCheckpointView {
  /** Resources that belong to this one. */
  links?: Link[];
  /** The results of this page. */
  results: ApiAtlasCheckpointView[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount?: number;
}

export interface PaginatedApiAtlasCollectionRestoreCollectionStateView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ApiAtlasCollectionRestoreCollectionStateResponse[];
}

export interface PaginatedApiAtlasCollectionRestoreJobView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ApiAtlasCollectionRestoreJobResponse[];
}

export interface PaginatedApiAtlasDatabaseUserView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: CloudDatabaseUser[];
}

export interface PaginatedApiAtlasDiskBackupCollectionView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupCollectionResponse[];
}

export interface PaginatedApiAtlasDiskBackupDatabaseView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupDatabaseResponse[];
}

export interface PaginatedApiAtlasDiskBackupExportJobView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupExportJob[];
}

export interface PaginatedApiAtlasEARPrivateEndpointView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: EARPrivateEndpoint[];
}

export interface PaginatedApiAtlasFlexBackupRestoreJob20241113View
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: FlexBackupRestoreJob20241113[];
}

export interface PaginatedApiAtlasFlexBackupSnapshot20241113View
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: FlexBackupSnapshot20241113[];
}

export interface PaginatedApiAtlasObjectStoragePrivateEndpointResponseView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ObjectStoragePrivateEndpointResponse[];
}

export interface PaginatedApiAtlasProviderRegionsView
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: CloudProviderRegions[];
}

export interface PaginatedApiInvoiceMetadataView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BillingInvoiceMetadata[];
}

export interface PaginatedApiInvoiceView
  extends Pick<PaginatedApiAtlasCheckpointView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BillingInvoice[];
}

export interface PaginatedApiSKUView extends Pick<PaginatedApiInvoiceView, "links" | "totalCount"> {
  /** The results of this page. */
  results: SkuResponse[];
}

export interface PaginatedApiStandbyLinkFailoverResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ApiStandbyLinkFailoverResponse[];
}

export interface PaginatedApiStandbyLinkResponse extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ApiStandbyLinkResponse[];
}

export interface PaginatedApiStreamsConnectionView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: StreamsConnection[];
}

export interface PaginatedApiStreamsFailoverConnection
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: StreamsFailoverConnection[];
}

export interface PaginatedApiStreamsPrivateLinkView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: StreamsPrivateLinkConnection[];
}

export interface PaginatedApiStreamsStreamProcessorWithStatsView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: StreamsProcessorWithStats[];
}

export interface PaginatedApiStreamsTenantView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: StreamsTenant[];
}

export interface PaginatedApiStreamsVPCPeeringConnectionView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: VPCPeeringConnection[];
}

export interface PaginatedApiUserAccessListResponseView
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: UserAccessListResponse[];
}

export interface PaginatedAppUserView
  extends Pick<PaginatedApiAppUserView, "links" | "results" | "totalCount"> {}

export interface PaginatedAtlasAiModelApiKeysResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AiModelApiKeyResponse[];
}

export interface PaginatedAtlasAiModelRateLimitsResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AiModelRateLimitResponse[];
}

export interface PaginatedAtlasGroupView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: Group[];
}

export interface PaginatedAvailableVersionView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: MdbAvailableVersion[];
}

export interface PaginatedBackupSnapshotExportBucketView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupSnapshotAWSExportBucketResponse[];
}

export interface PaginatedBackupSnapshotExportBucketsView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupSnapshotExportBucketResponse[];
}

export interface PaginatedCloudBackupReplicaSetView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupReplicaSet[];
}

export interface PaginatedCloudBackupRestoreJobView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupSnapshotRestoreJob[];
}

export interface PaginatedCloudBackupShardedClusterSnapshotView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DiskBackupShardedClusterSnapshot[];
}

export interface PaginatedCloudProviderContainerView
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: CloudProviderContainer[];
}

export interface PaginatedClusterDescription20240805
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ClusterDescription20240805[];
}

export interface PaginatedConnectedOrgConfigsView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ConnectedOrgConfig[];
}

export interface PaginatedContainerPeerView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BaseNetworkPeeringConnectionSettings[];
}

export interface PaginatedDatabaseView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: MesurementsDatabase[];
}

export interface PaginatedDefaultGroupLimitResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: DefaultGroupLimitResponse[];
}

export interface PaginatedDiskPartitionView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: MeasurementDiskPartition[];
}

export interface PaginatedEventTypeDetailsResponse extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: EventTypeDetails[];
}

export interface PaginatedFederationIdentityProvider
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: FederationIdentityProvider[];
}

export interface PaginatedFlexClusters20241113 extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: FlexClusterDescription20241113[];
}

export interface PaginatedGroupMcpConfigView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: GroupMcpConfigResponse[];
}

export interface PaginatedGroupServiceAccounts extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: GroupServiceAccount[];
}

export interface PaginatedGroupUserView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: GroupUserResponse[];
}

export interface PaginatedHostView_Atlas {
  /** Resources that belong to this one. */
  links?: Link_Atlas[];
  /** The results of this page. */
  results: ApiHostView_Atlas[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount?: number;
}

export interface PaginatedIntegrationView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ThirdPartyIntegration[];
}

export interface PaginatedInvoiceReportView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: InvoiceReportResponse[];
}

export interface PaginatedLegacyClusterView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: LegacyAtlasCluster[];
}

export interface PaginatedLogIntegrationResponse extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: LogIntegrationResponse[];
}

export interface PaginatedMcpConfigSecretView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ServiceAccountSecret[];
}

export interface PaginatedMetricIntegrationResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: MetricIntegrationResponse[];
}

export interface PaginatedNetworkAccessView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: NetworkPermissionEntry[];
}

export interface PaginatedOnlineArchiveView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BackupOnlineArchive[];
}

export interface PaginatedOrgGroupView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: OrgGroup[];
}

export interface PaginatedOrgMcpConfigView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: OrgMcpConfigResponse[];
}

export interface PaginatedOrgServiceAccounts extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: OrgServiceAccount[];
}

export interface PaginatedOrgUserView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: OrgUserResponse[];
}

export interface PaginatedOrganizationView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AtlasOrganization[];
}

export interface PaginatedOverloadProtectionSimulationResponse
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: OverloadProtectionSimulationResponse[];
}

export interface PaginatedPrivateNetworkEndpointIdEntryView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: PrivateNetworkEndpointIdEntry[];
}

export interface PaginatedPublicApiUsageDetailsLineItemView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: PublicApiUsageDetailsLineItemView[];
}

export interface PaginatedQueryShapes extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: QueryShapeResponse[];
}

export interface PaginatedRateLimitEndpointSets extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: RateLimitEndpointSetResponse[];
}

export interface PaginatedRestoreJobView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BackupRestoreJob[];
}

export interface PaginatedRoleMappingView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: AuthFederationRoleMapping[];
}

export interface PaginatedSandboxConfigs extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: SandboxConfigResponse[];
}

export interface PaginatedServerlessInstanceDescriptionView
  extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ServerlessInstanceDescription[];
}

export interface PaginatedServiceAccountGroup extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ServiceAccountGroup[];
}

export interface PaginatedServiceAccountIPAccessEntryView
  extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: ServiceAccountIPAccessListEntry[];
}

export interface PaginatedSnapshotView extends Pick<PaginatedApiSKUView, "links" | "totalCount"> {
  /** The results of this page. */
  results: BackupSnapshot[];
}

export interface PaginatedTeamRoleView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: TeamRole[];
}

export interface PaginatedTeamView extends Pick<PaginatedAlertView, "links" | "totalCount"> {
  /** The results of this page. */
  results: TeamResponse[];
}

export interface PaginatedUserCertView extends Pick<PaginatedTeamView, "links" | "totalCount"> {
  /** The results of this page. */
  results: UserCert[];
}

export interface PartitionFieldView {
  /** Name of the field. */
  fieldName: string;
  /** Type of its values; null until it is known. */
  fieldType?: "date" | "int" | "long" | "objectId" | "string" | "uuid" | null;
  /** Place of the field, from 0. */
  order: number;
}

export interface PartitionFieldViewRequest {
  /** Name of the field. */
  fieldName: string;
  /** Place of the field, from 0. */
  order: number;
}

/** Certificates of the provider. */
export interface PemFileInfo {
  /** Certificates that assertions are signed with. */
  certificates?: X509Certificate[];
  /** Name of their file. */
  fileName?: string | null;
}

/** Certificates of a SAML provider. */
export interface PemFileInfoUpdate {
  /** Certificates that assertions are signed with. */
  certificates?: readonly X509CertificateUpdate[] | undefined;
  /** Name of their file. */
  fileName?: string | undefined;
}

export interface PerformanceAdvisorIndex {
  /** Average size of a document in bytes. */
  avgObjSize?: number;
  /** Id. */
  id?: string;
  /** Ids of the query shapes that the index would help. */
  impact?: string[];
  /** Fields of the index, each with its direction. */
  index?: Record<string, 1 | -1>[];
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Expected gain. */
  weight?: number;
}

/** Figures of the operation. */
export interface PerformanceAdvisorOpStats {
  /** Milliseconds of the operation. */
  ms?: number;
  /** Documents that were returned. */
  nReturned?: number;
  /** Documents that were examined. */
  nScanned?: number;
  /** Time of the operation in seconds since 1970. */
  ts?: number;
}

export interface PerformanceAdvisorOperationView {
  /** Filters of the operation. */
  predicates?: unknown[];
  /** Figures of the operation. */
  stats?: PerformanceAdvisorOpStats;
}

/** Indexes to build. */
export interface PerformanceAdvisorResponse {
  /** Query shapes that indexes would help: none here. */
  shapes?: PerformanceAdvisorShape[];
  /** Indexes to build: none here. */
  suggestedIndexes?: PerformanceAdvisorIndex[];
}

export interface PerformanceAdvisorShape {
  /** Average milliseconds of an operation. */
  avgMs?: number;
  /** Number of operations. */
  count?: number;
  /** Id. */
  id?: string;
  /** Documents examined for each document returned. */
  inefficiencyScore?: number;
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Examples of operations. */
  operations?: PerformanceAdvisorOperationView[];
}

export interface PerformanceAdvisorSlowQuery {
  /** Line of the log. */
  line?: string;
  /** Figures of the query. */
  metrics?: PerformanceAdvisorSlowQueryMetrics;
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Kind of operation. */
  opType?: string;
  /** State of the node in its replica set. */
  replicaState?: string;
}

export interface PerformanceAdvisorSlowQueryList {
  /** Slow queries: none here. */
  slowQueries?: PerformanceAdvisorSlowQuery[];
}

/** Figures of the query. */
export interface PerformanceAdvisorSlowQueryMetrics {
  /** Documents that were examined. */
  docsExamined?: number;
  /** Documents examined for each document returned. */
  docsExaminedReturnedRatio?: number;
  /** Documents that were returned. */
  docsReturned?: number;
  /** Whether a user sent the query. */
  fromUserConnection?: boolean;
  /** Whether the query makes embeddings. */
  hasAutoEmbedding?: boolean;
  /** Whether an index covers the query. */
  hasIndexCoverage?: boolean;
  /** Whether the query ranks its results again. */
  hasRerank?: boolean;
  /** Whether the query sorts in memory. */
  hasSort?: boolean;
  /** Index keys that were examined. */
  keysExamined?: number;
  /** Index keys examined for each document returned. */
  keysExaminedReturnedRatio?: number;
  /** Number of times that the query let others go first. */
  numYields?: number;
  /** Milliseconds of the query. */
  operationExecutionTime?: number;
  /** Bytes of the answer. */
  responseLength?: number;
  /** Tokens that models used. */
  tokensUsed?: number;
}

export interface PinFCVView {
  /** Until when; four weeks after the pin if absent. */
  expirationDate?: string | undefined;
}

export interface PinGroupClusterCollStatPinnedNamespacesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Sending<NamespacesRequest> {}

export interface PinGroupClusterFeatureCompatibilityVersionRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<PinFCVView> {}

export interface PinnedNamespaces {
  /** Id of the cluster. */
  clusterId?: string;
  /** Id of the project. */
  groupId?: string;
  /** Pinned collections, each with its database and a dot before its name. */
  pinnedNamespaces: string[];
}

/** Service that acted for the caller: none here. */
export interface Principal {
  /** Id of the service. */
  id?: string;
  /** Name of the service. */
  name?: string;
  /** Service or person that it acted for. */
  onBehalfOf?: Principal;
}

export interface PrivateEndpointHostname {
  /** Name of the host. */
  hostname?: string;
  /** Id of the private endpoint. */
  privateEndpoint?: string;
}

export interface PrivateIPModeView {
  /** Whether clusters are to be reached at private addresses alone. */
  enabled: boolean;
}

/** Endpoint of a private endpoint service. It is not looked up at the provider. */
export interface PrivateLinkEndpoint
  extends Pick<EndpointService, "cloudProvider" | "errorMessage" | "portMappingEnabled"> {
  /** Whether it is being deleted. */
  deleteRequested?: boolean;
  /** AWS: state. */
  connectionStatus?: "PENDING_ACCEPTANCE" | "PENDING" | "AVAILABLE" | "REJECTED" | "DELETING";
  /** GCP: name of the group of endpoints. */
  endpointGroupName?: string;
  /** GCP: endpoints of the group. */
  endpoints?: GCPConsumerForwardingRule[];
  /** GCP: project that the endpoints are in. */
  gcpProjectId?: string;
  /** AWS: id of the endpoint. */
  interfaceEndpointId?: string;
  /** AZURE: name of the connection. */
  privateEndpointConnectionName?: string;
  /** AZURE: address of the endpoint. */
  privateEndpointIPAddress?: string;
  /** AZURE: id of the endpoint. */
  privateEndpointResourceId?: string;
  /** AZURE, GCP: state. */
  status?: "INITIATING" | "VERIFIED" | "AVAILABLE" | "FAILED" | "DELETING" | "DELETED";
}

/** Private endpoint for federated databases and online archives. */
export interface PrivateNetworkEndpointIdEntry {
  /** AZURE: id of the link. */
  azureLinkId?: string;
  /** Comment on it. */
  comment?: string;
  /** Name of the endpoint in the network that it is in. */
  customerEndpointDNSName?: string;
  /** Address of the endpoint in the network that it is in. */
  customerEndpointIPAddress?: string;
  /** Id of the endpoint at the provider. */
  endpointId: string;
  /** Message of the error. */
  errorMessage?: string;
  /** Cloud provider of the endpoint. */
  provider?: "AWS" | "AZURE";
  /** Region of the endpoint. */
  region?: string;
  /** State. */
  status?: "PENDING" | "OK" | "FAILED" | "DELETING";
  /** Kind of what it leads to. */
  type?: "DATA_LAKE";
}

export interface PrivateNetworkEndpointIdEntryRequest
  extends AsSent<
    PrivateNetworkEndpointIdEntry,
    | "azureLinkId"
    | "comment"
    | "customerEndpointDNSName"
    | "customerEndpointIPAddress"
    | "provider"
    | "region"
    | "type"
  > {
  /** Id of the endpoint at the provider. */
  endpointId: string;
}

export interface ProjectSettingItemView {
  /** Whether private endpoints are regional. */
  enabled: boolean;
}

/** Hours of the day in which no maintenance begins. */
export interface ProtectedHours {
  /** Last protected hour. */
  endHourOfDay?: number;
  /** First protected hour. */
  startHourOfDay?: number;
}

export interface ProtectedHoursRequest extends AsSent<ProtectedHours, "endHourOfDay" | "startHourOfDay"> {}

export interface PublicApiUsageDetailsLineItemView
  extends Pick<
    InvoiceLineItem,
    "cloudProvider" | "clusterName" | "groupId" | "quantity" | "totalPriceCents" | "unitPriceDollars"
  > {
  /** More about stream processors; never here. */
  additionalData?: AdditionalData;
  /** End of the day, when it is billed. */
  billDate?: string;
  /** SKU in words. */
  description?: string;
  /** Start of the use on that day. */
  usageDate?: string;
}

export interface PushBasedLogExportProject {
  /** Bucket. */
  bucketName?: string;
  /** When the export was created. */
  createDate?: string;
  /** Id of the access to the AWS account. */
  iamRoleId?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Folder in the bucket or the container. */
  prefixPath?: string;
  /** State of the verification; UNCONFIGURED if there is no export. */
  state?:
    | "UNCONFIGURED"
    | "INITIATING"
    | "BUCKET_VERIFIED"
    | "BUCKET_VERIFICATION_FAILED"
    | "ASSUME_ROLE_FAILED"
    | "ACTIVE";
}

export interface PushBasedLogExportProjectRequest
  extends AsSent<PushBasedLogExportProject, "bucketName" | "iamRoleId" | "prefixPath"> {}

export interface QueryShapeResponse {
  /** Command of the queries. */
  command?: "FIND" | "DISTINCT" | "AGGREGATE";
  /** Name of the collection, after its database and a dot. */
  namespace?: string;
  /** Query with its values left out. */
  queryShape?: string;
  /** Hash of the query shape. */
  queryShapeHash: string;
  /** State. */
  status: "REJECTED" | "UNREJECTED";
}

/** First query of the shape: none here. */
export interface QueryShapeSeenMetadata {
  /** Name of the application. */
  applicationName?: string;
  /** Name of the driver. */
  driverName?: string;
  /** Version of the driver. */
  driverVersion?: string;
  /** Time of the query. */
  timestamp?: number;
}

export interface QueryShapeUpdateRequest {
  /** State. */
  status: "REJECTED" | "UNREJECTED";
}

export interface QueryStatsDetailsResponse {
  /** First query of the shape: none here. */
  firstSeen?: QueryShapeSeenMetadata;
  /** Last query of the shape: none here. */
  lastSeen?: QueryShapeSeenMetadata;
  /** Statistics of the shape: none here. */
  queryStats?: QueryStatsSummary;
}

/** Statistics of the shape: none here. */
export interface QueryStatsSummary
  extends Pick<PerformanceAdvisorSlowQueryMetrics, "docsExamined" | "docsReturned" | "keysExamined">,
    Pick<QueryShapeResponse, "namespace" | "queryShape"> {
  /** Average milliseconds of work for a query. */
  avgWorkingMillis?: number;
  /** Bytes that were read from disks. */
  bytesRead?: number;
  /** Command of the queries. */
  command?: "find" | "distinct" | "aggregate";
  /** Processor time. */
  cpuTime?: number | null;
  /** Documents examined for each document returned. */
  docsExaminedRatio?: number;
  /** Number of queries. */
  execCount?: number;
  /** Index keys examined for each document returned. */
  keysExaminedRatio?: number;
  /** Microseconds of the last query. */
  lastExecMicros?: number;
  /** @deprecated */
  p50ExecMicros?: number;
  /** @deprecated */
  p90ExecMicros?: number;
  /** @deprecated */
  p99ExecMicros?: number;
  /** Hash of the query shape. */
  queryShapeHash?: string;
  /** Whether the system sends the queries. */
  systemQuery?: boolean;
  /** Microseconds until first results, of all queries together. */
  totalTimeToResponseMicros?: number;
  /** Milliseconds of work, of all queries together. */
  totalWorkingMillis?: number;
}

export interface QueryStatsSummaryListResponse {
  /** Statistics of query shapes: none here. */
  summaries?: QueryStatsSummary[];
}

/** Requests a full bucket holds. */
export interface RateLimitEndpointSetCapacity {
  /** The value that applies to all, shown if the request names a project, organization, caller or address. */
  defaultValue?: number | null;
  /** What counts. */
  value: number;
}

export interface RateLimitEndpointSetEndpoint {
  /** HTTP method. */
  method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
  /** Path, with its parameters in braces. */
  path: string;
}

/** Seconds between two refills. */
export interface RateLimitEndpointSetRefillDurationSeconds
  extends Pick<RateLimitEndpointSetCapacity, "defaultValue" | "value"> {}

/** Requests a refill gives back. */
export interface RateLimitEndpointSetRefillRate
  extends Pick<RateLimitEndpointSetCapacity, "defaultValue" | "value"> {}

export interface RateLimitEndpointSetResponse {
  /** Requests a full bucket holds. */
  capacity: RateLimitEndpointSetCapacity;
  /** Id of the endpoint set. */
  endpointSetId: string;
  /** Name of the endpoint set in words. */
  endpointSetName: string;
  /** Endpoints that are counted together. */
  endpoints: RateLimitEndpointSetEndpoint[];
  /** Seconds between two refills. */
  refillDurationSeconds: RateLimitEndpointSetRefillDurationSeconds;
  /** Requests a refill gives back. */
  refillRate: RateLimitEndpointSetRefillRate;
  /** Whose requests are counted together. */
  scope: "IP" | "GROUP" | "ORGANIZATION" | "USER";
}

export interface RedactedHeader {
  /** Name. */
  name: string;
  /** Value, with stars in place of all but its end. */
  value: string;
}

export interface RegionSpec {
  /** Nodes for analytics. */
  analyticsNodes?: number;
  /** Nodes that can be elected; together 3, 5 or 7. */
  electableNodes?: number;
  /** Priority in elections, 7 for the first region. */
  priority?: number;
  /** Nodes that are only read. */
  readOnlyNodes?: number;
}

export interface RegionSpecRequest
  extends AsSent<RegionSpec, "analyticsNodes" | "electableNodes" | "priority" | "readOnlyNodes"> {}

export interface RejectGroupStreamVpcPeeringConnectionRequest extends GroupIdParameter {
  /** Id of the VPC peering. */
  id: string;
}

export interface RemoveFederationSettingConnectedOrgConfigRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter {}

export interface RemoveGroupApiKeyRequest extends GroupIdParameter, ApiUserIdParameter, PrettyParameter {}

export interface RemoveGroupTeamRequest extends GroupIdParameter, TeamIdParameter {}

export interface RemoveGroupUserRequest extends GroupIdParameter, UserIdParameter, PrettyParameter {}

export interface RemoveGroupUserRoleRequest
  extends GroupIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveGroupRole> {}

export interface RemoveOrgTeamUserFromTeamRequest
  extends OrgIdParameter,
    TeamIdParameter,
    UserIdParameter,
    PrettyParameter {}

export interface RemoveOrgTeamUserRequest
  extends OrgIdParameter,
    TeamIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveUserFromTeam> {}

export interface RemoveOrgUserRequest extends OrgIdParameter, UserIdParameter, PrettyParameter {}

export interface RemoveOrgUserRoleRequest
  extends OrgIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<AddOrRemoveOrgRole> {}

export interface RenameOrgTeamRequest
  extends OrgIdParameter,
    TeamIdParameter,
    PrettyParameter,
    Sending<TeamUpdate> {}

export interface ReplicationSpec
  extends Pick<LegacyReplicationSpec, "id" | "numShards" | "regionConfigs" | "zoneId" | "zoneName"> {
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpec>;
}

export interface ReplicationSpec20240805
  extends Pick<ReplicationSpec, "id" | "zoneId" | "zoneName" | "numShards" | "regionsConfig"> {
  /** Regions, the first in elections first. */
  regionConfigs?: CloudRegionConfig20240805[];
}

export interface ReplicationSpec20240805Request
  extends Pick<ReplicationSpecRequest, "zoneName" | "numShards" | "regionsConfig"> {
  /** Regions, the first in elections first. */
  regionConfigs?: readonly CloudRegionConfig20240805Request[] | undefined;
}

export interface ReplicationSpecRequest
  extends Pick<LegacyReplicationSpecRequest, "numShards" | "regionConfigs" | "zoneName"> {
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpecRequest> | undefined;
}

export interface ReportGenerationRequest {
  /** CSV. */
  reportFormat?: "CSV" | undefined;
  /** FOCUS. */
  reportType?: "FOCUS" | undefined;
  /** Version of FOCUS, which changes nothing here. */
  version?: string | undefined;
}

export interface RequestGroupEncryptionAtRestPrivateEndpointDeletionRequest
  extends GroupIdParameter,
    EndpointIdParameter,
    PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AZURE" | "AWS";
}

export interface RequestGroupSampleDatasetLoadRequest extends GroupIdParameter, NameParameter {}

export interface ResetGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Pick<
      GetOrgAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
      "cloud" | "geography" | "modelGroupName"
    > {}

export interface ResetGroupAiModelApiRateLimitsRequest extends GroupIdParameter, PrettyParameter {}

export interface ResetGroupMaintenanceWindowRequest extends GroupIdParameter {}

export interface ResetOrgMaintenanceSettingsRequest extends OrgIdParameter, PrettyParameter {}

export interface ResourceTag {
  /** Name of the tag. */
  key: string;
  /** Value of the tag. */
  value: string;
}

export interface RestartGroupClusterPrimariesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface RestoreJobFileHash {
  /** Name of the file. */
  fileName?: string;
  /** Checksum. */
  hash?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Type. */
  typeName?: "SHA1";
}

export interface RevokeFederationSettingIdentityProviderJwksRequest extends FederationSettingsIdParameter {
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

export interface RevokeGroupClusterMongoDbEmployeeAccessRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface S3LogIntegrationRequest
  extends AsSent<S3LogIntegrationResponse, "kmsKey" | "useLegacyPathStructure">,
    Pick<GcsLogIntegrationRequest, "logTypes" | "bucketName" | "prefixPath"> {
  /** Kind. */
  type: "S3_LOG_EXPORT";
  /** Id of the access to the AWS account. */
  iamRoleId: string;
}

export interface S3LogIntegrationResponse
  extends Pick<GcsLogIntegrationResponse, "id" | "logTypes" | "bucketName" | "prefixPath"> {
  /** Kind. */
  type: "S3_LOG_EXPORT";
  /** Id of the access to the AWS account. */
  iamRoleId: string;
  /** AWS: key that encrypts the files. */
  kmsKey?: string | null;
  /** AWS: whether the files are in one folder for each day, as those of push-based log export; false if absent. */
  useLegacyPathStructure?: boolean | null;
}

export interface SampleDatasetStatus {
  /** Id. */
  _id?: string;
  /** Name of the cluster. */
  clusterName?: string;
  /** Time of completion; null until then. */
  completeDate?: string | null;
  /** Time of the request. */
  createDate?: string;
  /** Message of the error. */
  errorMessage?: string | null;
  /** State. */
  state?: "WORKING" | "FAILED" | "COMPLETED";
}

/** Cluster of a sandbox. */
export interface SandboxClusterTemplateView {
  /** Cloud provider. */
  provider?: string;
  /** Region, in the words of Atlas. */
  region?: string;
  /** Size. */
  tier?: string;
}

export interface SandboxClusterTemplateViewRequest
  extends AsSent<SandboxClusterTemplateView, "provider" | "region" | "tier"> {}

export interface SandboxConfigRequest {
  /** Cluster of a sandbox. */
  clusterTemplate?: SandboxClusterTemplateViewRequest | null | undefined;
  /** Whether sandboxes are enabled. */
  enabled?: boolean | null | undefined;
}

export interface SandboxConfigResponse {
  /** Cluster of a sandbox. */
  clusterTemplate?: SandboxClusterTemplateView | null;
  /** Whether sandboxes are enabled. */
  enabled?: boolean | null;
  /** Id. */
  id?: string;
}

export interface SandboxConfigUpdateRequest
  extends Pick<SandboxConfigRequest, "clusterTemplate" | "enabled"> {}

export interface SchemaAdvisorItemRecommendation {
  /** Collections that the advice is about. */
  affectedNamespaces?: SchemaAdvisorNamespaceTriggers[];
  /** Advice in words. */
  description?: string;
  /** Kind of advice. */
  recommendation?:
    | "REDUCE_LOOKUP_OPS"
    | "AVOID_UNBOUNDED_ARRAY"
    | "REDUCE_DOCUMENT_SIZE"
    | "REMOVE_UNNECESSARY_INDEXES"
    | "REDUCE_NUMBER_OF_NAMESPACES"
    | "OPTIMIZE_CASE_INSENSITIVE_REGEX_QUERIES"
    | "OPTIMIZE_TEXT_QUERIES";
}

export interface SchemaAdvisorNamespaceTriggers {
  /** Name of the collection, after its database and a dot. */
  namespace?: string | null;
  /** Reasons for the advice. */
  triggers?: SchemaAdvisorTriggerDetails[];
}

/** Advice about the schema. */
export interface SchemaAdvisorResponse {
  /** Advice about the schema: none here. */
  recommendations?: SchemaAdvisorItemRecommendation[];
}

export interface SchemaAdvisorTriggerDetails {
  /** Reason in words. */
  description?: string;
  /** Kind of reason. */
  triggerType?:
    | "PERCENT_QUERIES_USE_LOOKUP"
    | "NUMBER_OF_QUERIES_USE_LOOKUP"
    | "DOCS_CONTAIN_UNBOUNDED_ARRAY"
    | "NUMBER_OF_NAMESPACES"
    | "DOC_SIZE_TOO_LARGE"
    | "NUM_INDEXES"
    | "QUERIES_CONTAIN_CASE_INSENSITIVE_REGEX";
}

export interface SearchHostStatusDetail {
  /** Name of the host. */
  hostname?: string;
  /** State of the index that answers. */
  mainIndex?: SearchMainIndexStatusDetail;
  /** Whether queries can use it. */
  queryable?: boolean;
  /** State of the index that is being built. */
  stagedIndex?: SearchStagedIndexStatusDetail;
  /** State. */
  status?: "DELETING" | "FAILED" | "STALE" | "PENDING" | "BUILDING" | "READY" | "DOES_NOT_EXIST";
}

export interface SearchIndexCreateRequest
  extends Pick<ClusterSearchIndexRequest, "collectionName" | "database" | "name" | "type"> {
  /** Definition: `mappings` of a search index, `fields` of a vector search index. */
  definition: {
    analyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian"
      | undefined;
    analyzers?: readonly AtlasSearchAnalyzerRequest[] | undefined;
    mappings?: SearchMappingsRequest | undefined;
    numPartitions?: number | undefined;
    searchAnalyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian"
      | undefined;
    sort?: unknown | undefined;
    storedSource?: unknown | undefined;
    synonyms?: readonly SearchSynonymMappingDefinition[] | undefined;
    typeSets?: readonly SearchTypeSetsRequest[] | undefined;
    fields?: readonly BasicDBObject[] | undefined;
    nestedRoot?: string | undefined;
  };
}

/** Definition of the index. */
export interface SearchIndexDefinition extends Pick<ClusterSearchIndex, "numPartitions" | "storedSource"> {}

/** Version of the definition. */
export interface SearchIndexDefinitionVersion {
  /** When it was changed last; absent if it never was. */
  createdAt?: string;
  /** Number of changes. */
  version?: number;
}

export interface SearchIndexResponse extends Pick<SearchHostStatusDetail, "queryable" | "status"> {
  /** Name of the collection. */
  collectionName?: string;
  /** Database of the collection. */
  database?: string;
  /** Id of the index. */
  indexID?: string;
  /** Definition, as it was sent last. */
  latestDefinition?: {
    analyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian";
    analyzers?: AtlasSearchAnalyzer[];
    mappings?: SearchMappings;
    numPartitions?: number;
    searchAnalyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian";
    sort?: unknown;
    storedSource?: unknown;
    synonyms?: SearchSynonymMappingDefinition[];
    typeSets?: SearchTypeSets[];
    fields?: BasicDBObject[];
    nestedRoot?: string;
  };
  /** Version of the definition. */
  latestDefinitionVersion?: SearchIndexDefinitionVersion;
  /** Name. */
  name?: string;
  /** States on each host. */
  statusDetail?: SearchHostStatusDetail[];
  /** Kind. */
  type?: "search" | "vectorSearch";
  /** State of its synonyms. */
  synonymMappingStatus?: "FAILED" | "BUILDING" | "READY";
}

export interface SearchIndexUpdateRequest {
  /** Definition, in place of the one before. */
  definition: {
    analyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian"
      | undefined;
    analyzers?: readonly AtlasSearchAnalyzerRequest[] | undefined;
    mappings?: SearchMappingsRequest | undefined;
    numPartitions?: number | undefined;
    searchAnalyzer?:
      | "lucene.standard"
      | "lucene.simple"
      | "lucene.whitespace"
      | "lucene.keyword"
      | "lucene.arabic"
      | "lucene.armenian"
      | "lucene.basque"
      | "lucene.bengali"
      | "lucene.brazilian"
      | "lucene.bulgarian"
      | "lucene.catalan"
      | "lucene.chinese"
      | "lucene.cjk"
      | "lucene.czech"
      | "lucene.danish"
      | "lucene.dutch"
      | "lucene.english"
      | "lucene.finnish"
      | "lucene.french"
      | "lucene.galician"
      | "lucene.german"
      | "lucene.greek"
      | "lucene.hindi"
      | "lucene.hungarian"
      | "lucene.indonesian"
      | "lucene.irish"
      | "lucene.italian"
      | "lucene.japanese"
      | "lucene.korean"
      | "lucene.kuromoji"
      | "lucene.latvian"
      | "lucene.lithuanian"
      | "lucene.morfologik"
      | "lucene.nori"
      | "lucene.norwegian"
      | "lucene.persian"
      | "lucene.portuguese"
      | "lucene.romanian"
      | "lucene.russian"
      | "lucene.smartcn"
      | "lucene.sorani"
      | "lucene.spanish"
      | "lucene.swedish"
      | "lucene.thai"
      | "lucene.turkish"
      | "lucene.ukrainian"
      | undefined;
    sort?: unknown | undefined;
    storedSource?: unknown | undefined;
    synonyms?: readonly SearchSynonymMappingDefinition[] | undefined;
    typeSets?: readonly SearchTypeSetsRequest[] | undefined;
    fields?: readonly BasicDBObject[] | undefined;
    nestedRoot?: string | undefined;
  };
}

/** State of the index that answers. */
export interface SearchMainIndexStatusDetail extends Pick<SearchIndexResponse, "queryable" | "status"> {
  /** Definition of the index. */
  definition?: SearchIndexDefinition;
  /** Version of the definition. */
  definitionVersion?: SearchIndexDefinitionVersion;
  /** Message on the state. */
  message?: string;
}

export interface SearchMappings {
  /** Whether members without a mapping are indexed, by their types. */
  dynamic?: unknown;
  /** Mappings of members. */
  fields?: Record<string, unknown>;
}

export interface SearchMappingsRequest extends AsSent<SearchMappings, "dynamic" | "fields"> {}

export interface SearchOrgInvoiceLineItemsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    Sending<ApiPublicUsageDetailsQueryRequest> {
  /** Id of the invoice. */
  invoiceId: string;
}

/** State of the index that is being built. */
export interface SearchStagedIndexStatusDetail
  extends Pick<
    SearchMainIndexStatusDetail,
    "definition" | "definitionVersion" | "message" | "queryable" | "status"
  > {}

export interface SearchSynonymMappingDefinition {
  /** Analyzer of the synonyms. */
  analyzer: string;
  /** Name. */
  name: string;
  /** Source of the synonyms. */
  source: SynonymSource;
}

export interface SearchTypeSets {
  /** Name. */
  name: string;
  /** Types that are indexed. */
  types: BasicDBObject[];
}

export interface SearchTypeSetsRequest {
  /** Name. */
  name: string;
  /** Types that are indexed. */
  types: readonly BasicDBObject[];
}

export interface ServerlessConnectionStringsPrivateEndpointItem {
  /** Id of the private endpoint. */
  endpointId?: string;
  /** Cloud provider. */
  providerName?: "AWS" | "AZURE";
  /** Region. */
  region?: string;
}

export interface ServerlessConnectionStringsPrivateEndpointList {
  /** Private endpoints of the connection string. */
  endpoints?: ServerlessConnectionStringsPrivateEndpointItem[];
  /** Connection string. */
  srvConnectionString?: string;
  /** Kind. */
  type?: "MONGOS";
}

export interface ServerlessInstanceDescription
  extends Pick<FlexClusterDescription20241113, "links" | "tags" | "terminationProtectionEnabled"> {
  /** Where the database is. */
  connectionStrings?: ServerlessInstanceDescriptionConnectionStrings;
  /** When it was made. */
  createDate?: string;
  /** Id of the project. */
  groupId?: string;
  /** Id. */
  id?: string;
  /** Version of MongoDB. */
  mongoDBVersion?: string;
  /** Name of the serverless instance. */
  name?: string;
  /** Where it is. */
  providerSettings: ServerlessProviderSettings;
  /** Backups. */
  serverlessBackupOptions?: ClusterServerlessBackupOptions;
  /** State. */
  stateName?: "IDLE" | "CREATING" | "UPDATING" | "DELETING" | "REPAIRING";
}

/** Where the database is. */
export interface ServerlessInstanceDescriptionConnectionStrings {
  /** Connection strings through private endpoints. */
  privateEndpoint?: ServerlessConnectionStringsPrivateEndpointList[];
  /** Connection string. */
  standardSrv?: string;
}

/** Where it is. */
export interface ServerlessProviderSettings {
  /** Cloud provider. */
  backingProviderName: "AWS" | "AZURE" | "GCP";
  /** Greatest size of its disk, in GB. */
  effectiveDiskSizeGBLimit?: number;
  /** FLEX. */
  effectiveInstanceSizeName?: BaseCloudProviderInstanceSize;
  /** TENANT. */
  effectiveProviderName?: string;
  /** Cloud provider. */
  providerName?: "SERVERLESS";
  /** Region. */
  regionName: string;
}

export interface ServiceAccountGroup {
  /** Id of the project. */
  groupId: string;
  /** Roles in that project. */
  roles: GroupRoleName[];
}

export interface ServiceAccountIPAccessListEntry {
  /** A network in CIDR notation. */
  cidrBlock: string | null;
  /** When the entry was added. */
  createdAt: string;
  /** A single address; null in the answer for a network. */
  ipAddress: string | null;
  /** Always null here. */
  lastUsedAddress: string | null;
  /** Always null here. */
  lastUsedAt: string | null;
  /** Requests that came from here: always 0, they are not counted. */
  requestCount: number;
}

export interface ServiceAccountIPAccessListEntryRequest {
  /** A network in CIDR notation. */
  cidrBlock?: string | null | undefined;
  /** A single address; null in the answer for a network. */
  ipAddress?: string | null | undefined;
}

export interface ServiceAccountSecret {
  /** When the secret was made. */
  createdAt: string;
  /** When it stops working. */
  expiresAt: string;
  /** Id of the secret. */
  id: string;
  /** When an access token was last asked for with it; null if none was. */
  lastUsedAt: string | null;
  /** The secret but for its last characters. */
  maskedSecretValue?: string;
  /** The secret, in the answer of its creation only. */
  secret?: string;
}

export interface ServiceAccountSecretRequest {
  /** Hours the secret lives: 8 to 8760, or to the lower maximum of the organization. */
  secretExpiresAfterHours: number;
}

export interface SetGroupDataFederationLimitRequest
  extends GroupIdParameter,
    TenantNameParameter,
    Sending<Demanding<DataFederationTenantQueryLimitRequest, "value">> {
  /** Name of the limit. */
  limitName:
    | "bytesProcessed.query"
    | "bytesProcessed.daily"
    | "bytesProcessed.weekly"
    | "bytesProcessed.monthly";
}

export interface SetGroupLimitRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<DataFederationLimitRequest, "value">> {
  /** Name of the limit. */
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
}

export interface ShardEntry {
  /** Name of the collection. */
  collection: string;
  /** Name of the database. */
  database: string;
  /** Shard key. */
  shardCollection: ShardKeys;
}

/** Shard key. */
export interface ShardKeys {
  /** Members of the shard key. */
  key: readonly Record<string, unknown>[];
}

/** Sharding of collections at the target, without effect here. */
export interface ShardingRequest {
  /** Whether indexes are made for the shard keys. */
  createSupportingIndexes: boolean;
  /** Collections that are sharded. */
  shardingEntries: readonly ShardEntry[];
}

export interface SkuResponse {
  /** SKU in words. */
  description?: string;
  /** Id. */
  id?: string;
}

/** Source of the migration, which is not looked at. */
export interface Source {
  /** Path of the certificate of its authority. */
  caCertificatePath?: string | null | undefined;
  /** Name of the cluster. */
  clusterName: string;
  /** Id of the project. */
  groupId: string;
  /** Whether automation manages its users. */
  managedAuthentication: boolean;
  /** Password. */
  password?: string | null | undefined;
  /** Whether it uses TLS. */
  ssl: boolean;
  /** Name of the user. */
  username?: string | null | undefined;
}

export interface SplunkLogIntegrationRequest
  extends Pick<SplunkLogIntegrationResponse, "type" | "hecToken" | "hecUrl"> {
  /** Logs that are exported. */
  logTypes: readonly ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
}

export interface SplunkLogIntegrationResponse extends Pick<S3LogIntegrationResponse, "id" | "logTypes"> {
  /** Kind. */
  type: "SPLUNK_LOG_EXPORT";
  /** SPLUNK: token. It is kept sealed, and all but its end is shown as stars. */
  hecToken: string;
  /** SPLUNK: address. */
  hecUrl: string;
}

export interface SqlInterfaceStatusResponse {
  /** State. */
  status: "ON" | "OFF";
  /** Whether the cluster can have a SQL interface. */
  supported?: boolean;
  /** Reason why it cannot; null if it can. */
  unsupportedReason?: "UNSUPPORTED_TIER" | "UNSUPPORTED_TYPE" | "UNSUPPORTED_MONGODB_VERSION" | null;
}

export interface SqlInterfaceStatusUpdateRequest {
  /** State. */
  status: "ON" | "OFF";
}

export interface StartGroupClusterOutageSimulationRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<Demanding<ClusterOutageSimulationRequest, "outageFilters">> {}

export interface StartGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {
  /** Name of the stream processor. */
  processorName: string;
}

export interface StartGroupStreamProcessorWithRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<StreamsStartStreamProcessorWith> {
  /** Name of the stream processor. */
  processorName: string;
}

/** Reason for the state. */
export interface StateReason {
  /** Code of the error. */
  errorCode?: string;
  /** Reason in words. */
  message?: string;
}

export interface StopGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter {
  /** Name of the stream processor. */
  processorName: string;
}

/** Size of the workspace. */
export interface StreamConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Largest size. */
  maxTierSize?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
  /** Size. */
  tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
}

export interface StreamConfigRequest extends AsSent<StreamConfig, "maxTierSize" | "tier"> {}

/** Settings at AWS. */
export interface StreamsAWSConnectionConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** ARN of the role that is taken. */
  roleArn?: string;
  /** Bucket that the role is tried on. */
  testBucket?: string;
}

export interface StreamsAWSConnectionConfigRequest
  extends AsSent<StreamsAWSConnectionConfig, "roleArn" | "testBucket"> {}

/** Connection of a stream workspace. Each type has members of its own. */
export interface StreamsConnection extends Pick<BackupRestoreJob, "links" | "clusterName"> {
  /** Id. */
  id: string;
  /** Name of the connection. */
  name: string;
  /** Region in which it is used; that of the workspace if absent. */
  region: string;
  /** State of the connection. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Type of the connection. */
  type:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "S3"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfig;
  /** Access through the network: Kafka, S3 and AWSKinesisDataStreams. */
  networking?: StreamsKafkaNetworking;
  /** Access through the network: AWSLambda, AzureBlobStorage and GCPPubSub. */
  publicPrivateNetworking?: StreamsPublicPrivateLinkNetworking;
  /** Settings at Azure. */
  azure?: AzureConnection;
  /** Project of the cluster. */
  clusterGroupId?: string | null;
  /** Role that the connection has in the cluster. */
  dbRoleToExecute?: DBRoleToExecute | null;
  /** Settings at Google Cloud. */
  gcp?: StreamsGCPConnectionConfig;
  /** Headers of each request. */
  headers?: Record<string, string>;
  /** Address that is called. */
  url?: string;
  /** Kafka: credentials. */
  authentication?: StreamsKafkaAuthentication;
  /** Servers that are asked first. */
  bootstrapServers?: string;
  /** Settings of the Kafka client. */
  config?: Record<string, string>;
  /** How the connection is protected. */
  security?: StreamsKafkaSecurity;
  /** Vendor of the registry. */
  provider?: "CONFLUENT";
  /** SchemaRegistry: credentials. */
  schemaRegistryAuthentication?: SchemaRegistryAuthentication;
  /** Addresses of the registry. */
  schemaRegistryUrls?: string[];
}

export interface StreamsConnectionRequest
  extends AsSent<
    StreamsConnection,
    "clusterGroupId" | "clusterName" | "headers" | "url" | "bootstrapServers" | "config" | "provider"
  > {
  /** Name of the connection. */
  name?: string | undefined;
  /** Region in which it is used; that of the workspace if absent. */
  region?: string | undefined;
  /** Type of the connection. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "S3"
    | "SchemaRegistry"
    | "GCPPubSub"
    | undefined;
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfigRequest | undefined;
  /** Access through the network: Kafka, S3 and AWSKinesisDataStreams. */
  networking?: StreamsKafkaNetworkingRequest | undefined;
  /** Access through the network: AWSLambda, AzureBlobStorage and GCPPubSub. */
  publicPrivateNetworking?: StreamsPublicPrivateLinkNetworkingRequest | undefined;
  /** Settings at Azure. */
  azure?: AzureConnectionRequest | undefined;
  /** Role that the connection has in the cluster. */
  dbRoleToExecute?: DBRoleToExecuteRequest | null | undefined;
  /** Settings at Google Cloud. */
  gcp?: StreamsGCPConnectionConfigRequest | undefined;
  /** Kafka: credentials. */
  authentication?: StreamsKafkaAuthenticationRequest | undefined;
  /** How the connection is protected. */
  security?: StreamsKafkaSecurityRequest | undefined;
  /** SchemaRegistry: credentials. */
  schemaRegistryAuthentication?: SchemaRegistryAuthenticationRequest | undefined;
  /** Addresses of the registry. */
  schemaRegistryUrls?: readonly string[] | undefined;
}

/** Collection that documents go to which cannot be processed. */
export interface StreamsDLQ {
  /** Collection. */
  coll?: string;
  /** Name of a connection to a cluster. */
  connectionName?: string;
  /** Database. */
  db?: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface StreamsDLQRequest extends AsSent<StreamsDLQ, "coll" | "connectionName" | "db"> {}

/** Where streams are processed. */
export interface StreamsDataProcessRegion {
  /** Cloud provider. */
  cloudProvider: "AWS" | "GCP" | "AZURE" | "TENANT" | "SERVERLESS";
  /** Resources that belong to this one. */
  links?: Link[];
  /** Region. */
  region: BaseStreamsRegion;
}

export interface StreamsDataProcessRegionRequest
  extends Pick<StreamsDataProcessRegion, "cloudProvider" | "region"> {}

/** Connection that takes the place of another one in another region. */
export interface StreamsFailoverConnection
  extends Pick<
    StreamsConnection,
    | "id"
    | "links"
    | "name"
    | "clusterGroupId"
    | "clusterName"
    | "dbRoleToExecute"
    | "authentication"
    | "bootstrapServers"
    | "config"
    | "networking"
    | "security"
  > {
  /** Region, one of those for failures of the workspace. */
  region: string;
  /** State of the connection. */
  state: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Type of the connection. */
  type: "Kafka" | "Cluster";
}

export interface StreamsFailoverConnectionRequest
  extends Pick<
    StreamsConnectionRequest,
    | "name"
    | "clusterGroupId"
    | "clusterName"
    | "dbRoleToExecute"
    | "authentication"
    | "bootstrapServers"
    | "config"
    | "networking"
    | "security"
  > {
  /** Region, one of those for failures of the workspace. */
  region?: string | undefined;
  /** Type of the connection. */
  type?: "Kafka" | "Cluster" | undefined;
}

/** Settings at Google Cloud. */
export interface StreamsGCPConnectionConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Address of the service account. */
  serviceAccountId?: string;
}

export interface StreamsGCPConnectionConfigRequest {
  /** Address of the service account. */
  serviceAccountId?: string | undefined;
}

/** Kafka: credentials. */
export interface StreamsKafkaAuthentication extends Pick<StreamsConnection, "aws" | "links"> {
  /** Client id. */
  clientId?: string;
  /** Mechanism of SASL. */
  mechanism?: string;
  /** Method of OAuth. */
  method?: string;
  /** Extensions of the token request. */
  saslOauthbearerExtensions?: string;
  /** Scope that is asked for. */
  scope?: string;
  /** Certificate of the client, in PEM. */
  sslCertificate?: string;
  /** Address that gives tokens. */
  tokenEndpointUrl?: string;
  /** Name of the user. */
  username?: string;
}

export interface StreamsKafkaAuthenticationRequest
  extends AsSent<
    StreamsKafkaAuthentication,
    | "clientId"
    | "mechanism"
    | "method"
    | "saslOauthbearerExtensions"
    | "scope"
    | "sslCertificate"
    | "tokenEndpointUrl"
    | "username"
  > {
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfigRequest | undefined;
  /** Secret of the client. */
  clientSecret?: string | undefined;
  /** Password. */
  password?: string | undefined;
  /** Private key of the client, in PEM. */
  sslKey?: string | undefined;
  /** Password of the private key. */
  sslKeyPassword?: string | undefined;
}

/** Access through the network: Kafka, S3 and AWSKinesisDataStreams. */
export interface StreamsKafkaNetworking {
  /** How it is reached. */
  access?: StreamsKafkaNetworkingAccess;
  /** Resources that belong to this one. */
  links?: Link[];
}

/** How it is reached. */
export interface StreamsKafkaNetworkingAccess {
  /** Id of the connection. */
  connectionId?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Id of the route of the transit gateway. */
  tgwRouteId?: string;
  /** Kind. */
  type?: "PUBLIC" | "VPC" | "PRIVATE_LINK" | "TRANSIT_GATEWAY";
}

export interface StreamsKafkaNetworkingAccessRequest
  extends AsSent<StreamsKafkaNetworkingAccess, "connectionId" | "name" | "tgwRouteId" | "type"> {}

export interface StreamsKafkaNetworkingRequest {
  /** How it is reached. */
  access?: StreamsKafkaNetworkingAccessRequest | undefined;
}

/** How the connection is protected. */
export interface StreamsKafkaSecurity {
  /** Certificate of the broker, in PEM. */
  brokerPublicCertificate?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Protocol. */
  protocol?: string;
}

export interface StreamsKafkaSecurityRequest
  extends AsSent<StreamsKafkaSecurity, "brokerPublicCertificate" | "protocol"> {}

export interface StreamsModifyStreamProcessor {
  /** Whether it is started in another region when that of the workspace is away. */
  failoverEnabled?: boolean | undefined;
  /** New name. */
  name?: string | undefined;
  /** Options. */
  options?: StreamsModifyStreamProcessorOptions | undefined;
  /** Stages. */
  pipeline?: readonly Document[] | undefined;
  /** Size. */
  tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | undefined;
}

/** Options. */
export interface StreamsModifyStreamProcessorOptions {
  /** Collection that documents go to which cannot be processed. */
  dlq?: StreamsDLQRequest | undefined;
  /** Taken, and without effect here. */
  resumeFromCheckpoint?: boolean | undefined;
  /** Whether it is scaled, and between which sizes; false or null turns that off. */
  autoscaling?:
    | {
        /** Whether it is scaled. */
        enabled?: boolean | null | undefined;
        /** Largest size; the largest of the workspace if null. */
        maxTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | null | undefined;
        /** Smallest size; that of the workspace if null. */
        minTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | null | undefined;
      }
    | null
    | undefined;
}

/** Options. */
export interface StreamsOptions {
  /** Collection that documents go to which cannot be processed. */
  dlq?: StreamsDLQ;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Whether it is scaled, and between which sizes; false or null turns that off. */
  autoscaling?: {
    /** Whether it is scaled. */
    enabled?: boolean | null;
    /** Largest size; the largest of the workspace if null. */
    maxTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | null;
    /** Smallest size; that of the workspace if null. */
    minTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | null;
  } | null;
}

export interface StreamsOptionsRequest
  extends Pick<StreamsModifyStreamProcessorOptions, "dlq" | "autoscaling"> {}

/** Private link of stream processing. */
export interface StreamsPrivateLinkConnection {
  /** Id. */
  _id: string;
  /** MSK: ARN of the cluster. */
  arn?: string;
  /** MSK: authentication. */
  authenticationScheme?: "TLS" | "SASL_SCRAM" | "IAM";
  /** AZURE: resources. */
  azureResourceIds?: string[];
  /** Domain of the service. */
  dnsDomain?: string;
  /** Domains within it. */
  dnsSubDomain?: string[];
  /** Never answered: none fails. */
  errorMessage?: string;
  /** GCP: connections. */
  gcpConnectionIds?: string[];
  /** GCP: attachments of the service. */
  gcpServiceAttachmentUris?: string[];
  /** Id of the endpoint, once it is done. */
  interfaceEndpointId?: string;
  /** Name of the endpoint, once it is done. */
  interfaceEndpointName?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Cloud provider: AWS, AZURE or GCP. */
  provider: string;
  /** Account of the endpoint, once it is done. */
  providerAccountId?: string;
  /** Region of the service. */
  region?: string;
  /** Id of the service. */
  serviceEndpointId?: string;
  /** State: IDLE, WORKING, DONE, DELETE_REQUESTED or DELETING. */
  state?: string;
  /** Vendor of the service; GENERIC if absent. */
  vendor?: string;
}

export interface StreamsPrivateLinkConnectionRequest
  extends AsSent<
    StreamsPrivateLinkConnection,
    "arn" | "authenticationScheme" | "dnsDomain" | "region" | "serviceEndpointId" | "vendor"
  > {
  /** AZURE: resources. */
  azureResourceIds?: readonly string[] | undefined;
  /** Domains within it. */
  dnsSubDomain?: readonly string[] | undefined;
  /** GCP: connections. */
  gcpConnectionIds?: readonly string[] | undefined;
  /** GCP: attachments of the service. */
  gcpServiceAttachmentUris?: readonly string[] | undefined;
  /** Cloud provider: AWS, AZURE or GCP. */
  provider: string;
}

/** Stream processor of a workspace. */
export interface StreamsProcessor {
  /** Id. */
  _id: string;
  /** Whether it is started in another region when that of the workspace is away. */
  failoverEnabled?: boolean;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name of the processor. */
  name: string;
  /** Options. */
  options?: StreamsOptions;
  /** Stages, the first of which is a source. */
  pipeline: Document[];
  /** Size; that of the workspace if absent. */
  tier: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
}

export interface StreamsProcessorRequest {
  /** Whether it is started in another region when that of the workspace is away. */
  failoverEnabled?: boolean | undefined;
  /** Name of the processor. */
  name?: string | undefined;
  /** Options. */
  options?: StreamsOptionsRequest | undefined;
  /** Stages, the first of which is a source. */
  pipeline?: readonly Document[] | undefined;
  /** Size; that of the workspace if absent. */
  tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | undefined;
}

/** State that all processors are brought to. */
export interface StreamsProcessorStatus {
  /** Taken, and without effect here. */
  mode?: "GRACEFUL" | "FORCED" | null | undefined;
  /** Region. */
  region?: string | null | undefined;
  /** State. */
  status: "STARTED" | "STOPPED" | "FAILED_OVER";
}

/** Stream processor of a workspace, with its state. */
export interface StreamsProcessorWithStats
  extends Pick<StreamsProcessor, "_id" | "failoverEnabled" | "links" | "name" | "options"> {
  /** Never answered: nothing is processed. */
  eligibleForFailover?: boolean;
  /** Stages. */
  pipeline: Record<string, unknown>[];
  /** State: INIT, CREATED, STARTED or STOPPED. */
  state: string;
  /** Statistics, zeros, while it is started. */
  stats?: Record<string, unknown>;
  /** Size. */
  tier: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
  /** Size that it has in fact, where it is scaled. */
  effectiveTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
}

/** Access through the network: AWSLambda, AzureBlobStorage and GCPPubSub. */
export interface StreamsPublicPrivateLinkNetworking {
  /** How it is reached. */
  access?: StreamsPublicPrivateLinkNetworkingAccess;
  /** Resources that belong to this one. */
  links?: Link[];
}

/** How it is reached. */
export interface StreamsPublicPrivateLinkNetworkingAccess {
  /** Id of the connection. */
  connectionId?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Kind. */
  type?: "PUBLIC" | "PRIVATE_LINK";
}

export interface StreamsPublicPrivateLinkNetworkingAccessRequest {
  /** Id of the connection. */
  connectionId?: string | undefined;
  /** Kind. */
  type?: "PUBLIC" | "PRIVATE_LINK" | undefined;
}

export interface StreamsPublicPrivateLinkNetworkingRequest {
  /** How it is reached. */
  access?: StreamsPublicPrivateLinkNetworkingAccessRequest | undefined;
}

/** Connections to sample data. */
export interface StreamsSampleConnections {
  /** Whether there is one to data of solar panels. */
  solar?: boolean | undefined;
}

/** Start in another region. */
export interface StreamsStartProcessorFailover {
  /** Taken, and without effect here. */
  clearCheckpoint?: boolean | undefined;
  /** True to check the request alone. */
  dryRun?: boolean | undefined;
  /** Taken, and without effect here. */
  mode?: "GRACEFUL" | "FORCED" | undefined;
  /** Region, one of those for failures of the workspace. */
  region: string;
}

export interface StreamsStartStreamProcessorWith
  extends Pick<StreamsModifyStreamProcessorOptions, "resumeFromCheckpoint" | "autoscaling"> {
  /** Start in another region. */
  failover?: StreamsStartProcessorFailover | undefined;
  /** Taken, and without effect here. */
  startAtOperationTime?: string | undefined;
  /** Size; as before if absent. */
  tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2" | undefined;
}

/** Stream workspace of a project. */
export interface StreamsTenant {
  /** Id. */
  _id: string;
  /** Connections of the workspace. */
  connections?: StreamsConnection[];
  /** Where streams are processed. */
  dataProcessRegion: StreamsDataProcessRegion;
  /** Where streams are processed when the region is away. */
  failoverRegions: StreamsDataProcessRegion[];
  /** Id of the project. */
  groupId: string;
  /** Names of the hosts: there are none. */
  hostnames: string[];
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name: string;
  /** Size of the workspace. */
  streamConfig: StreamConfig | null;
}

export interface StreamsTenantRequest {
  /** Where streams are processed. */
  dataProcessRegion?: StreamsDataProcessRegionRequest | undefined;
  /** Where streams are processed when the region is away. */
  failoverRegions?: readonly StreamsDataProcessRegionRequest[] | undefined;
  /** Name. */
  name?: string | undefined;
  /** Connections to sample data. */
  sampleConnections?: StreamsSampleConnections | undefined;
  /** Size of the workspace. */
  streamConfig?: StreamConfigRequest | null | undefined;
}

export interface StreamsTenantUpdateRequest
  extends Pick<StreamsTenantRequest, "failoverRegions" | "streamConfig"> {
  /** Cloud provider. */
  cloudProvider?: "AWS" | "GCP" | "AZURE" | "TENANT" | "SERVERLESS" | undefined;
  /** State that all processors are brought to. */
  processorStatus?: StreamsProcessorStatus | undefined;
  /** Region. */
  region?: BaseStreamsRegion | undefined;
}

/** Source of the synonyms. */
export interface SynonymSource {
  /** Collection that has the synonyms. */
  collection: string;
}

export interface SystemStatus {
  /** The API key that asks; null for a service account or a person. */
  apiKey: ApiKey | null;
  /** Name of the service. */
  appName: "MongoDB Atlas";
  /** Forty hexadecimal digits that identify the release. */
  build: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Whether the server is shedding load: it never is here. */
  throttling: boolean;
  /** Address the request came from, by which access lists decide; absent where a proxy named none. */
  ipAddress?: string;
  /** The person who asks; absent for credentials. */
  user?: {
    /** Address of the person. */
    username: string;
  };
}

export interface TakeGroupClusterBackupSnapshotsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<DiskBackupOnDemandSnapshotRequest> {}

export interface TargetOrg {
  /** Token, in the answer of its creation only. */
  linkToken: string;
}

export interface TargetOrgRequest {
  /** Addresses or CIDR blocks that the migration comes from. */
  accessListIps?: readonly string[] | undefined;
}

export interface Team {
  /** Id of the team. */
  id: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Name of the team, unique in its organization: 1 to 64 characters. */
  name: string;
  /** E-mail addresses of the people in the team, all of them active users of the organization. */
  usernames?: string[];
}

export interface TeamRequest {
  /** Name of the team, unique in its organization: 1 to 64 characters. */
  name: string;
  /** E-mail addresses of the people in the team, all of them active users of the organization. */
  usernames?: readonly string[] | undefined;
}

export interface TeamResponse extends Pick<Team, "id" | "links" | "name"> {}

export interface TeamRole {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Project roles of the team's members; at least one of {@link GroupRoleName}. */
  roleNames: GroupRoleName[];
  /** Id of the team. */
  teamId: string;
}

export interface TeamRoleRequest {
  /** Project roles of the team's members; at least one of {@link GroupRoleName}. */
  roleNames: readonly GroupRoleName[];
  /** Id of the team. */
  teamId: string;
}

export interface TeamUpdate {
  /** Name of the team, unique in its organization: 1 to 64 characters. */
  name: string;
}

export interface TenantGroupFlexClusterUpgradeRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AtlasTenantClusterUpgradeRequest20240805> {}

export interface ThirdPartyIntegration {
  /** DATADOG, OPS_GENIE, VICTOR_OPS: key. */
  apiKey?: string;
  /** Id of the integration. */
  id?: string | null;
  /** DATADOG, OPS_GENIE, PAGER_DUTY: region; US if absent. The latter two have US and EU. */
  region?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED";
  /** DATADOG: whether latencies of collections are sent. */
  sendCollectionLatencyMetrics?: boolean;
  /** DATADOG: whether figures of databases are sent. */
  sendDatabaseMetrics?: boolean;
  /** DATADOG: whether figures of queries are sent. */
  sendQueryStatsMetrics?: boolean;
  /** DATADOG: whether tags are sent. */
  sendUserProvidedResourceTags?: boolean;
  /** Type of the integration; HIP_CHAT is no longer supported. */
  type?:
    | "DATADOG"
    | "MICROSOFT_TEAMS"
    | "NEW_RELIC"
    | "OPS_GENIE"
    | "PAGER_DUTY"
    | "PROMETHEUS"
    | "SLACK"
    | "VICTOR_OPS"
    | "WEBHOOK"
    | "HIP_CHAT";
  /** MICROSOFT_TEAMS: address. */
  microsoftTeamsWebhookUrl?: string;
  /** NEW_RELIC: id of the account. */
  accountId?: string;
  /** NEW_RELIC: license key. */
  licenseKey?: string;
  /** NEW_RELIC: token for queries. */
  readToken?: string;
  /** NEW_RELIC: token for writing. */
  writeToken?: string;
  /** PAGER_DUTY: key. */
  serviceKey?: string;
  /** PROMETHEUS: whether it is enabled. */
  enabled?: boolean;
  /** PROMETHEUS: whether tags are sent. */
  sendUserProvidedResourceTagsEnabled?: boolean;
  /** PROMETHEUS: how it finds hosts. */
  serviceDiscovery?: "http" | "file";
  /** PROMETHEUS: name of the user. */
  username?: string;
  /** SLACK: token. */
  apiToken?: string;
  /** SLACK: channel. */
  channelName?: string | null;
  /** SLACK: team. */
  teamName?: string;
  /** VICTOR_OPS: routing key. */
  routingKey?: string;
  /** WEBHOOK: template of the body that is sent. */
  bodyTemplate?: string | null;
  /** WEBHOOK: template of the headers. */
  headersTemplate?: string | null;
  /** WEBHOOK: secret that signs the body that is sent. */
  secret?: string;
  /** WEBHOOK: address. */
  url?: string;
  /** DATADOG: address in place of that of the region. */
  customEndpoint?: string | null;
}

export interface ThirdPartyIntegrationRequest
  extends AsSent<
    ThirdPartyIntegration,
    | "apiKey"
    | "id"
    | "region"
    | "sendCollectionLatencyMetrics"
    | "sendDatabaseMetrics"
    | "sendQueryStatsMetrics"
    | "sendUserProvidedResourceTags"
    | "type"
    | "microsoftTeamsWebhookUrl"
    | "accountId"
    | "licenseKey"
    | "readToken"
    | "writeToken"
    | "serviceKey"
    | "enabled"
    | "sendUserProvidedResourceTagsEnabled"
    | "serviceDiscovery"
    | "username"
    | "apiToken"
    | "channelName"
    | "teamName"
    | "routingKey"
    | "bodyTemplate"
    | "headersTemplate"
    | "secret"
    | "url"
    | "customEndpoint"
  > {
  /** PROMETHEUS: password; never answered. */
  password?: string | undefined;
}

export interface ToggleGroupAlertConfigRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AlertsToggle> {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

export interface ToggleGroupAwsCustomDnsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AWSCustomDNSEnabledView> {}

export interface ToggleGroupMaintenanceWindowAutoDeferRequest extends GroupIdParameter {}

export interface ToggleGroupPrivateEndpointRegionalModeRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<ProjectSettingItemView> {}

export interface UnpinGroupClusterCollStatUnpinNamespacesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Sending<NamespacesRequest> {}

export interface UnpinGroupClusterFeatureCompatibilityVersionRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter {}

export interface UpdateAtlasOrganizationApiKey {
  /** The purpose of the key. */
  desc?: string | undefined;
  /** Organization roles of the key; a sent list replaces the old one. */
  roles?: readonly OrgRoleName[] | undefined;
}

export interface UpdateAtlasProjectApiKey {
  /** The purpose of the key. */
  desc?: string | undefined;
  /** Project roles of the key; at least one of {@link GroupRoleName}. */
  roles?: readonly GroupRoleName[] | undefined;
}

export interface UpdateCustomDBRole {
  /** What the role allows; a sent list replaces the old one. */
  actions?: readonly DatabasePrivilegeActionRequest[] | undefined;
  /** Roles whose permissions it has as well; a sent list replaces the old one. */
  inheritedRoles?: readonly DatabaseInheritedRole[] | undefined;
}

export interface UpdateFederationSettingConnectedOrgConfigRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter,
    Sending<ConnectedOrgConfigRequest> {}

export interface UpdateFederationSettingConnectedOrgConfigRoleMappingRequest
  extends FederationSettingsIdParameter,
    OrgIdParameter,
    Sending<AuthFederationRoleMappingRequest> {
  /** Id of the role mapping. */
  id: string;
}

export interface UpdateFederationSettingIdentityProviderRequest
  extends FederationSettingsIdParameter,
    Sending<FederationIdentityProviderUpdate> {
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

export interface UpdateGroupAiModelApiCloudGeographyModelGroupNameRateLimitsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AiModelsRateLimitUpdateRequest>,
    Pick<
      GetOrgAiModelApiCloudGeographyModelGroupNameRateLimitsRequest,
      "cloud" | "geography" | "modelGroupName"
    > {}

export interface UpdateGroupAiModelApiKeyRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AiModelApiKeyUpdateRequest> {
  /** Id of the AI model API key. */
  apiKeyId: string;
}

export interface UpdateGroupAlertConfigRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupAlertsConfigRequest> {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

export interface UpdateGroupApiKeyRolesRequest
  extends GroupIdParameter,
    ApiUserIdParameter,
    PageNumParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PrettyParameter,
    Sending<UpdateAtlasProjectApiKey> {}

export interface UpdateGroupAuditLogRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<AuditLogRequest> {}

export interface UpdateGroupBackupCompliancePolicyRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<
      Demanding<
        DataProtectionSettings20231001Request,
        "authorizedEmail" | "authorizedUserFirstName" | "authorizedUserLastName"
      >
    > {
  /** Whether schedules that do not meet the policy are changed; else the request is refused. */
  overwriteBackupPolicies?: boolean | undefined;
}

export interface UpdateGroupBackupExportBucketRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<UpdateRequirePrivateNetworkingRequestView> {
  /** Id of the bucket. */
  exportBucketId: string;
}

export interface UpdateGroupClusterBackupScheduleRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<DiskBackupSnapshotSchedule20240805Request> {}

export interface UpdateGroupClusterBackupSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter,
    Sending<BackupSnapshotRetention> {}

export interface UpdateGroupClusterCollStatPinnedNamespacesRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    Sending<NamespacesRequest> {}

export interface UpdateGroupClusterFtsIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<Partial<ClusterSearchIndexRequest>> {
  /** Id of the index. */
  indexId: string;
}

export interface UpdateGroupClusterOnlineArchiveRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<BackupOnlineArchiveRequest> {
  /** Id of the online archive. */
  archiveId: string;
}

export interface UpdateGroupClusterProcessArgsRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ClusterDescriptionProcessArgs20240805Request> {}

export interface UpdateGroupClusterQueryShapeRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<Partial<QueryShapeUpdateRequest>> {
  /** Hash of the query shape. */
  queryShapeHash: string;
}

export interface UpdateGroupClusterRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ClusterDescription20240805Request> {}

export interface UpdateGroupClusterSearchDeploymentRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<ApiSearchDeploymentRequestView> {}

export interface UpdateGroupClusterSearchIndexByNameRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    CollectionNameParameter,
    PrettyParameter,
    Sending<SearchIndexUpdateRequest> {
  /** Database of the collection. */
  databaseName: string;
  /** Name of the search index. */
  indexName: string;
}

export interface UpdateGroupClusterSearchIndexRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<SearchIndexUpdateRequest> {
  /** Id of the index. */
  indexId: string;
}

export interface UpdateGroupClusterSnapshotRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    SnapshotIdParameter,
    PrettyParameter,
    Sending<BackupSnapshotRequest> {}

export interface UpdateGroupClusterSnapshotScheduleRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<Partial<ApiAtlasSnapshotScheduleViewRequest>> {}

export interface UpdateGroupClusterSqlInterfaceRequest
  extends GroupIdParameter,
    ClusterNameParameter,
    PrettyParameter,
    Sending<Partial<SqlInterfaceStatusUpdateRequest>> {}

export interface UpdateGroupContainerRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<CloudProviderContainerRequest> {
  /** Id of the network container. */
  containerId: string;
}

export interface UpdateGroupCustomDbRoleRoleRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<UpdateCustomDBRole> {
  /** Name of the role. */
  roleName: string;
}

export interface UpdateGroupDataFederationRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<DataLakeTenantRequest> {
  /** Whether access to accounts may be used that is not authorized. */
  skipRoleValidation?: boolean | undefined;
}

export interface UpdateGroupDatabaseUserRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Partial<CloudDatabaseUserRequest>>,
    Pick<GetGroupDatabaseUserRequest, "databaseName" | "username"> {}

export interface UpdateGroupEncryptionAtRestRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<EncryptionAtRestRequest> {}

export interface UpdateGroupFlexClusterRequest
  extends GroupIdParameter,
    NameParameter,
    PrettyParameter,
    Sending<FlexClusterDescriptionUpdate20241113> {}

export interface UpdateGroupIntegrationRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    Sending<ThirdPartyIntegrationRequest> {
  /** Type of the integration; HIP_CHAT is no longer supported. */
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
}

export interface UpdateGroupInviteByIdRequest
  extends GroupIdParameter,
    Sending<GroupInvitationUpdateRequest> {
  /** Id of the invitation. */
  invitationId: string;
}

export interface UpdateGroupInvitesRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupInvitationRequest> {}

export interface UpdateGroupLogIntegrationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LogIntegrationRequest> {
  /** Id of the log integration. */
  id: string;
}

export interface UpdateGroupMaintenanceWindowRequest
  extends GroupIdParameter,
    Sending<GroupMaintenanceWindowRequest> {}

export interface UpdateGroupMcpConfigRequest
  extends GroupIdParameter,
    McpConfigIdParameter,
    PrettyParameter,
    Sending<GroupMcpConfigUpdateRequest> {}

export interface UpdateGroupMetricIntegrationRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<MetricIntegrationUpdateRequest> {
  /** Id of the metric integration. */
  metricIntegrationId: string;
}

export interface UpdateGroupPeerRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Partial<BaseNetworkPeeringConnectionSettingsRequest>> {
  /** Id of the peering connection. */
  peerId: string;
}

export interface UpdateGroupPrivateEndpointEndpointServiceRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Partial<ApiAtlasModifyEndpointServiceRequestView>> {
  /** Id of the private endpoint service. */
  endpointServiceId: string;
}

export interface UpdateGroupPushBasedLogExportRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<PushBasedLogExportProjectRequest> {}

export interface UpdateGroupRequest extends GroupIdParameter, PrettyParameter, Sending<GroupUpdate> {}

export interface UpdateGroupRolesForUser {
  /** All roles the user is to hold. */
  groupRoles?: GroupRoleName[];
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface UpdateGroupRolesForUserRequest {
  /** All roles the user is to hold. */
  groupRoles: readonly GroupRoleName[];
}

export interface UpdateGroupServiceAccountRequest
  extends ClientIdParameter,
    GroupIdParameter,
    PrettyParameter,
    Sending<GroupServiceAccountUpdateRequest> {}

export interface UpdateGroupSettingsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<GroupSettingsRequest> {}

export interface UpdateGroupStreamConnectionFailoverConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter,
    Sending<StreamsFailoverConnectionRequest> {
  /** Id of the failover connection. */
  failoverConnectionId: string;
}

export interface UpdateGroupStreamConnectionRequest
  extends GroupIdParameter,
    TenantNameParameter,
    ConnectionNameParameter,
    PrettyParameter,
    Sending<StreamsConnectionRequest> {}

export interface UpdateGroupStreamPrivateLinkConnectionRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<{
      /** Domain of the service. */
      dnsDomain?: string | undefined;
    }> {
  /** Id of the private link. */
  connectionId: string;
}

export interface UpdateGroupStreamProcessorRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<StreamsModifyStreamProcessor> {
  /** Name of the stream processor. */
  processorName: string;
}

export interface UpdateGroupStreamWorkspaceRequest
  extends GroupIdParameter,
    TenantNameParameter,
    PrettyParameter,
    Sending<StreamsTenantUpdateRequest> {}

export interface UpdateGroupTeamRequest
  extends GroupIdParameter,
    TeamIdParameter,
    PrettyParameter,
    Sending<{
      /** Roles that the team has in the project from now on. */
      roleNames: readonly GroupRoleName[];
      /** Accepted and ignored: the path names the team. */
      teamId?: string | undefined;
    }> {}

export interface UpdateGroupUserRolesRequest
  extends GroupIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<UpdateGroupRolesForUserRequest> {}

export interface UpdateGroupUserSecurityRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<UserSecurityRequest> {}

export interface UpdateOrgApiKeyRequest
  extends OrgIdParameter,
    ApiUserIdParameter,
    PrettyParameter,
    Sending<UpdateAtlasOrganizationApiKey> {}

export interface UpdateOrgDelegationSettingsRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrgDelegationSettingsUpdateRequest> {}

export interface UpdateOrgInviteByIdRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrganizationInvitationUpdateRequest> {
  /** Id of the invitation. */
  invitationId: string;
}

export interface UpdateOrgInvitesRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrganizationInvitationRequest> {}

export interface UpdateOrgMaintenanceSettingsRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrganizationMaintenanceSettingsUpdateRequest> {}

export interface UpdateOrgMcpConfigRequest
  extends OrgIdParameter,
    McpConfigIdParameter,
    PrettyParameter,
    Sending<OrgMcpConfigUpdateRequest> {}

export interface UpdateOrgRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<AtlasOrganizationRequest> {}

export interface UpdateOrgResourcePolicyRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<ApiAtlasResourcePolicyEditView> {
  /** Id of the resource policy. */
  resourcePolicyId: string;
}

export interface UpdateOrgRolesForUser {
  /** Resources that belong to this one. */
  links?: Link[];
  /** All roles the user is to hold. */
  orgRoles?: OrgRoleName[];
}

export interface UpdateOrgRolesForUserRequest {
  /** All roles the user is to hold. */
  orgRoles: readonly OrgRoleName[];
}

export interface UpdateOrgSandboxConfigRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<SandboxConfigUpdateRequest> {
  /** Id of the configuration. */
  sandboxConfigId: string;
}

export interface UpdateOrgServiceAccountRequest
  extends ClientIdParameter,
    OrgIdParameter,
    PrettyParameter,
    Sending<OrgServiceAccountUpdateRequest> {}

export interface UpdateOrgSettingsRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<OrganizationSettingsRequest> {}

export interface UpdateOrgUserRequest
  extends OrgIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<OrgUserUpdateRequest> {}

export interface UpdateOrgUserRolesRequest
  extends OrgIdParameter,
    UserIdParameter,
    PrettyParameter,
    Sending<UpdateOrgRolesForUserRequest> {}

export interface UpdateRequirePrivateNetworkingRequestView {
  /** Whether exports must use private networks; nothing is written here. */
  requirePrivateNetworking: boolean;
}

export interface UpgradeGroupClusterTenantUpgradeRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LegacyAtlasTenantClusterUpgradeRequest> {}

/** Demands on the line items. */
export interface UsageDetailsFilterRequest {
  /** Last day on which it was billed, as YYYY-MM-DD. */
  billEndDate?: string | undefined;
  /** First day on which it was billed, as YYYY-MM-DD. */
  billStartDate?: string | undefined;
  /** Ids of clusters; any if absent. */
  clusterIds?: readonly string[] | undefined;
  /** Ids of projects; any if absent. */
  groupIds?: readonly string[] | undefined;
  /** Whether line items that cost nothing are found; false if absent. */
  includeZeroCentLineItems?: boolean | undefined;
  /** Services; any if absent. Here all line items are of Clusters. */
  skuServices?:
    | readonly (
        | "Atlas"
        | "Clusters"
        | "Storage"
        | "Serverless Instances"
        | "Backup"
        | "Data Transfer"
        | "BI Connector"
        | "DSC Compute"
        | "DSC Storage"
        | "Premium Features"
        | "Atlas Data Federation"
        | "Atlas Stream Processing"
        | "App Services"
        | "Charts"
        | "Cloud Manager"
        | "Cloud Manager Standard/Premium"
        | "Legacy Backup"
        | "AI Model APIs"
        | "Automated Embedding"
        | "Native Reranking"
        | "Flex Consulting"
        | "Support"
        | "Credits"
      )[]
    | undefined;
  /** Last day of the use, as YYYY-MM-DD. */
  usageEndDate?: string | undefined;
  /** First day of the use, as YYYY-MM-DD. */
  usageStartDate?: string | undefined;
}

export interface UserAccessListRequest {
  /** A network in CIDR notation. */
  cidrBlock?: string | undefined;
  /** A single address. */
  ipAddress?: string | undefined;
}

export interface UserAccessListResponse {
  /** A network in CIDR notation. */
  cidrBlock: string;
  /** Requests that came from here: always 0, they are not counted. */
  count: number;
  /** When the entry was added. */
  created: string;
  /** A single address. */
  ipAddress?: string;
  /** Never answered here. */
  lastUsed?: string;
  /** Never answered here. */
  lastUsedAddress?: string;
  /** Resources that belong to this one. */
  links: Link[];
}

export interface UserAccessRoleAssignment {
  /** Project roles of the key; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
}

export interface UserCert {
  /** Serial number. */
  _id: number;
  /** Start of its validity. */
  createdAt: string;
  /** Project of the user. */
  groupId: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** End of its validity. */
  notAfter: string;
  /** Subject of the certificate. */
  subject: string;
}

export interface UserCertRequest {
  /** Months until it expires. */
  monthsUntilExpiration?: number | undefined;
}

export interface UserCustomDBRole {
  /** What the role allows; a sent list replaces the old one. */
  actions: DatabasePrivilegeAction[];
  /** Roles whose permissions it has as well; a sent list replaces the old one. */
  inheritedRoles: DatabaseInheritedRole[];
  /** Name of the role. */
  roleName: string;
}

export interface UserCustomDBRoleRequest extends Pick<UpdateCustomDBRole, "actions" | "inheritedRoles"> {
  /** Name of the role. */
  roleName: string;
}

export interface UserScope {
  /** Name of the cluster or instance; it need not exist. */
  name: string;
  /** What it is. */
  type: "CLUSTER" | "DATA_LAKE" | "STREAM";
}

export interface UserSecurity {
  /** Certificates of the customer. */
  customerX509: DBUserTLSX509Settings;
  /** The directory. */
  ldap: LDAPSecuritySettings;
  /** Resources that belong to this one. */
  links?: Link[];
}

export interface UserSecurityRequest {
  /** Certificates of the customer. */
  customerX509?: DBUserTLSX509SettingsRequest | undefined;
  /** The directory. */
  ldap?: LDAPSecuritySettingsRequest | undefined;
}

export interface UserToDNMapping {
  /** Query that finds the distinguished name. */
  ldapQuery?: string;
  /** Regular expression for the name of a user. */
  match: string;
  /** Distinguished name, with {0} for the first group of the match. */
  substitution?: string;
}

export interface UserToDNMappingRequest extends AsSent<UserToDNMapping, "ldapQuery" | "substitution"> {
  /** Regular expression for the name of a user. */
  match: string;
}

export interface VPCPeeringActionChallenge {
  /** Account at AWS that requested it. */
  requesterAccountId?: string | undefined;
  /** Network that requested it. */
  requesterVpcId?: string | undefined;
}

/** VPC peering of stream processing. */
export interface VPCPeeringConnection extends Pick<StreamsTenant, "_id" | "groupId" | "links"> {
  /** Account of the stream processing. */
  accepterAccountId?: string;
  /** Never answered: no network is there. */
  accepterCidr?: string;
  /** Network of the stream processing. */
  accepterVpcId?: string;
  /** State at AWS. */
  cloudStatus: string;
  /** End of a request that is not answered. */
  expirationTime?: string;
  /** State at Atlas. */
  localStatus:
    | "NONE"
    | "SCAN_FAILED"
    | "UPDATE_FAILED"
    | "REQUEST_ACCEPT"
    | "ACCEPT_REQUESTED"
    | "REQUEST_REJECT"
    | "REJECT_REQUESTED"
    | "REQUEST_DELETE"
    | "DELETE_REQUESTED"
    | "ACTIVE";
  /** Name of the peering. */
  name: string;
  /** Account that requested it. */
  requesterAccountId: string;
  /** Addresses of the network that requested it. */
  requesterCidr?: string;
  /** Network that requested it. */
  requesterVpcId: string;
  /** Never answered: none fails. */
  statusMessage?: string;
}

export interface ValidateGroupClusterConfigurationsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<ClusterConfigurationValidation> {}

export interface ValidateGroupLiveMigrationsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LiveMigrationRequest20240530> {}

export interface ValidateOrgResourcePoliciesRequest
  extends OrgIdParameter,
    PrettyParameter,
    Sending<ApiAtlasResourcePolicyCreateView> {}

export interface VerifyGroupPrivateIpModeRequest extends GroupIdParameter, PrettyParameter {}

export interface VerifyGroupUserSecurityLdapRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<LDAPVerifyConnectivityJobRequestParamsRequest> {}

export interface WithGroupStreamSampleConnectionsRequest
  extends GroupIdParameter,
    PrettyParameter,
    Sending<Demanding<StreamsTenantRequest, "dataProcessRegion" | "name">> {}

export interface X509Certificate {
  /** End of the certificate's validity. */
  notAfter?: string;
  /** Start of its validity. */
  notBefore?: string;
}

export interface X509CertificateUpdate {
  /** The certificate in PEM. */
  content?: string | undefined;
  /** Is read from the certificate. */
  notAfter?: string | undefined;
  /** Is read from the certificate. */
  notBefore?: string | undefined;
}

export interface ZoneMapping {
  /** Code of a country of ISO 3166-1, or of a part of one, such as US-CA. */
  location: string;
  /** Name of the zone. */
  zone: string;
}

/** The event as the log of Atlas has it. */
export interface raw {
  /** Kind of the event. */
  _t?: string;
  /** Configuration of the alert. */
  alertConfigId?: string;
  /** Id of the organization. */
  cid?: string;
  /** When it happened. */
  cre: string;
  /** What happened, in words. */
  description?: string | null;
  /** Name of the project. */
  gn?: string;
  /** Id of the event. */
  id?: string;
  /** Organization it belongs to. */
  orgId?: string;
  /** Name of the organization. */
  orgName?: string;
  /** How grave it is: always INFO here. */
  severity: "INFO" | "WARNING" | "ERROR" | "CRITICAL";
}
