// Written by scripts/client-types.ts from the table of operations; do not edit. Schemas have their names of the OpenAPI
// document; what the call `getGroup` takes is `GetGroupRequest`.

import type { EventTypeForNdsGroup } from "../core/contract/event-types-group.ts";
import type { EventTypeForOrg } from "../core/contract/event-types-org.ts";
import type { Call, CallOptions, ListCall, VersionOptions } from "./call.ts";

export type { EventTypeForNdsGroup, EventTypeForOrg };

/**
 * The calls of the API, by operationId. Each is a promise of the body of the answer; `for await` over one that lists gives
 * the items of all pages.
 */
export interface AtlasApi {
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
  /** Give a cluster search nodes. */
  createGroupClusterSearchDeployment(
    request: CreateGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Create a role of a project for its databases. */
  createGroupCustomDbRoleRole(
    request: CreateGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
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
  /** Create a flex cluster in a project. */
  createGroupFlexCluster(
    request: CreateGroupFlexClusterRequest,
    options?: CallOptions<"2024-11-13">,
  ): Call<FlexClusterDescription20241113>;
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
  /**
   * Invite a person to an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use createOrgUser instead.
   */
  createOrgInvite(
    request: CreateOrgInviteRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<OrganizationInvitation>;
  /** Create a resource policy of an organization. */
  createOrgResourcePolicy(
    request: CreateOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
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
  /** Delete an alert configuration of a project. */
  deleteGroupAlertConfig(
    request: DeleteGroupAlertConfigRequest,
    options?: CallOptions<"2023-01-01">,
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
  /** Delete the search nodes of a cluster. */
  deleteGroupClusterSearchDeployment(
    request: DeleteGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<undefined>;
  /** Delete one of a project's own roles for its databases. */
  deleteGroupCustomDbRoleRole(
    request: DeleteGroupCustomDbRoleRoleRequest,
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
  /** Delete a resource policy of an organization. */
  deleteOrgResourcePolicy(
    request: DeleteOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<Record<string, never>>;
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
  /** Delete the certificates of the customer's own authority. */
  disableGroupUserSecurityCustomerX509(
    request: DisableGroupUserSecurityCustomerX509Request,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserSecurity>;
  /** Have the threshold of slow operations managed. */
  enableGroupManagedSlowMs(
    request: EnableGroupManagedSlowMsRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<undefined>;
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
  /** Get the search nodes of a cluster. */
  getGroupClusterSearchDeployment(
    request: GetGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30" | "2025-03-12">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Get whether changes have reached a cluster. */
  getGroupClusterStatus(
    request: GetGroupClusterStatusRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ClusterStatus>;
  /** Get one of a project's own roles for its databases. */
  getGroupCustomDbRoleRole(
    request: GetGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
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
  /** List the MongoDB versions of a project. */
  getGroupMongoDbVersions(
    request: GetGroupMongoDbVersionsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedAvailableVersionView, MdbAvailableVersion>;
  /** Get whether private endpoints are regional. */
  getGroupPrivateEndpointRegionalMode(
    request: GetGroupPrivateEndpointRegionalModeRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<ProjectSettingItemView>;
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
  /** Get an API key. */
  getOrgApiKey(request: GetOrgApiKeyRequest, options?: CallOptions<"2023-01-01">): Call<ApiKeyUserDetails>;
  /** Get an entry of the access list of an API key. */
  getOrgApiKeyAccessListEntry(
    request: GetOrgApiKeyAccessListEntryRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserAccessListResponse>;
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
  /** Get the maintenance settings of an organization. */
  getOrgMaintenanceSettings(
    request: GetOrgMaintenanceSettingsRequest,
    options?: CallOptions<"preview" | "2025-03-12">,
  ): Call<OrganizationMaintenanceSettingsResponse>;
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
  /** List a project's access to accounts at cloud providers. */
  listGroupCloudProviderAccess(
    request: ListGroupCloudProviderAccessRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<CloudProviderAccessRoles>;
  /** List the regions that clusters of a project can be in. */
  listGroupClusterProviderRegions(
    request: ListGroupClusterProviderRegionsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<PaginatedApiAtlasProviderRegionsView, CloudProviderRegions>;
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
  /** List the events of a project. */
  listGroupEvents(
    request: ListGroupEventsRequest,
    options?: CallOptions<"2023-01-01">,
  ): ListCall<GroupPaginatedEventView, EventViewForNdsGroup>;
  /** List the flex clusters of a project. */
  listGroupFlexClusters(
    request: ListGroupFlexClustersRequest,
    options?: CallOptions<"2024-11-13">,
  ): ListCall<PaginatedFlexClusters20241113, FlexClusterDescription20241113>;
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
  /** List the resource policies of an organization. */
  listOrgResourcePolicies(
    request: ListOrgResourcePoliciesRequest,
    options?: CallOptions<"2024-08-05">,
  ): ListCall<ApiAtlasResourcePolicyView[], ApiAtlasResourcePolicyView>;
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
  /** Move a project to another organization. */
  migrateGroup(request: MigrateGroupRequest, options?: CallOptions<"2024-05-30">): Call<Group>;
  /** Pin the feature compatibility version of a cluster. */
  pinGroupClusterFeatureCompatibilityVersion(
    request: PinGroupClusterFeatureCompatibilityVersionRequest,
    options?: CallOptions<"2024-05-30">,
  ): Call<undefined>;
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
  /** Revoke the keys of an OpenID provider that databases remember. */
  revokeFederationSettingIdentityProviderJwks(
    request: RevokeFederationSettingIdentityProviderJwksRequest,
    options?: CallOptions<"2023-11-15">,
  ): Call<undefined>;
  /** Send telemetry. */
  sendTelemetry(request?: Record<string, never>, options?: CallOptions<never>): Call<undefined>;
  /** Send telemetry without credentials. */
  sendUnauthTelemetry(request?: Record<string, never>, options?: CallOptions<never>): Call<undefined>;
  /** Set a limit of a project. */
  setGroupLimit(
    request: SetGroupLimitRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<DataFederationLimit>;
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
  /** Change the search nodes of a cluster. */
  updateGroupClusterSearchDeployment(
    request: UpdateGroupClusterSearchDeploymentRequest,
    options?: CallOptions<"2023-01-01" | "2024-05-30">,
  ): Call<ApiSearchDeploymentResponseView>;
  /** Update one of a project's own roles for its databases. */
  updateGroupCustomDbRoleRole(
    request: UpdateGroupCustomDbRoleRoleRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<UserCustomDBRole>;
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
  /** Set when maintenance may be done. */
  updateGroupMaintenanceWindow(
    request: UpdateGroupMaintenanceWindowRequest,
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
  /** Change a resource policy of an organization. */
  updateOrgResourcePolicy(
    request: UpdateOrgResourcePolicyRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
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
  /** Judge a resource policy without keeping it. */
  validateOrgResourcePolicies(
    request: ValidateOrgResourcePoliciesRequest,
    options?: CallOptions<"2024-08-05">,
  ): Call<ApiAtlasResourcePolicyView>;
  /** Try the connection to a directory. */
  verifyGroupUserSecurityLdap(
    request: VerifyGroupUserSecurityLdapRequest,
    options?: CallOptions<"2023-01-01">,
  ): Call<LDAPVerifyConnectivityJobRequest>;
}

/** A body that has to have some members, and may leave out the others. */
export type Demanding<Body, Members extends keyof Body> = Partial<Omit<Body, Members>> &
  Required<Pick<Body, Members>>;

/** Codes of the errors of the API. */
export type ErrorCode =
  | "ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE"
  | "BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID"
  | "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS"
  | "CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION"
  | "INVALID_BACKUP_POLICY"
  | "INVALID_FREQUENCY_TYPE_CHANGE"
  | "INVALID_POLICY_ID"
  | "INVALID_POLICY_ITEM_ID"
  | "INVALID_REFERENCE_HOUR_OF_DAY"
  | "INVALID_REFERENCE_MINUTE_OF_HOUR"
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
  | "INVALID_CLUSTER_CONFIGURATION"
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
  | "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED"
  | "ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED"
  | "CANNOT_DELETE_LAST_ADMIN"
  | "CANNOT_DEMOTE_LAST_ORG_OWNER"
  | "CUSTOM_ROLES_LIMIT_EXCEEDED"
  | "GROUP_USERS_LIMIT_EXCEEDED"
  | "CANNOT_REMOVE_ALL_USER_ROLES"
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
  | "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"
  | "BACKUP_CONFIG_NOT_FOUND"
  | "ALERT_CONFIG_NOT_FOUND"
  | "ALERT_NOT_FOUND"
  | "API_KEY_ACCESS_LIST_NOT_FOUND"
  | "CLUSTER_NOT_FOUND"
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
  | "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"
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
  | "OPERATION_OF_VERSION_1"
  | "OUTCOME_UNKNOWN"
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
export interface OrgIdParameter {
  /** Id of the organization. */
  orgId: string;
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

/** The request of {@link AtlasApi.acknowledgeGroupAlert}. */
export interface AcknowledgeGroupAlertRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert. */
  alertId: string;
  /** What is sent. */
  body: AcknowledgeAlert;
}

/** The request of {@link AtlasApi.addGroupAccessUser}. */
export interface AddGroupAccessUserRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupInvitationRequest;
}

/** The request of {@link AtlasApi.addGroupApiKey}. */
export interface AddGroupApiKeyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
  /** What is sent. */
  body: readonly UserAccessRoleAssignment[];
}

/** The request of {@link AtlasApi.addGroupTeams}. */
export interface AddGroupTeamsRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: readonly TeamRoleRequest[];
}

/** The request of {@link AtlasApi.addGroupUserRole}. */
export interface AddGroupUserRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: AddOrRemoveGroupRole;
}

/** The request of {@link AtlasApi.addGroupUsers}. */
export interface AddGroupUsersRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupUserRequest;
}

/** The request of {@link AtlasApi.addOrgTeamUser}. */
export interface AddOrgTeamUserRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** What is sent. */
  body: AddOrRemoveUserFromTeam;
}

/** The request of {@link AtlasApi.addOrgTeamUsers}. */
export interface AddOrgTeamUsersRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** What is sent. */
  body: readonly AddUserToTeam[];
}

/** The request of {@link AtlasApi.addOrgUserRole}. */
export interface AddOrgUserRoleRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: AddOrRemoveOrgRole;
}

/** The request of {@link AtlasApi.authorizeGroupCloudProviderAccessRole}. */
export interface AuthorizeGroupCloudProviderAccessRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the access. */
  roleId: string;
  /** What is sent. */
  body: CloudProviderAccessRoleRequestUpdate;
}

/** The request of {@link AtlasApi.autoGroupClusterScalingConfiguration}. */
export interface AutoGroupClusterScalingConfigurationRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.createFederationSettingConnectedOrgConfigRoleMapping}. */
export interface CreateFederationSettingConnectedOrgConfigRoleMappingRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** What is sent. */
  body: AuthFederationRoleMappingRequest;
}

/** The request of {@link AtlasApi.createFederationSettingIdentityProvider}. */
export interface CreateFederationSettingIdentityProviderRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** What is sent. */
  body: FederationOidcIdentityProviderUpdate;
}

/** The request of {@link AtlasApi.createGroup}. */
export interface CreateGroupRequest extends PrettyParameter {
  /** User who becomes Project Owner; the oldest Organization Owner if absent. */
  projectOwnerId?: string | undefined;
  /** What is sent. */
  body: Demanding<GroupRequest, "name" | "orgId">;
}

/** The request of {@link AtlasApi.createGroupAccessListEntry}. */
export interface CreateGroupAccessListEntryRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** What is sent. */
  body: readonly NetworkPermissionEntryRequest[];
}

/** The request of {@link AtlasApi.createGroupAlertConfig}. */
export interface CreateGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupAlertsConfigRequest;
}

/** The request of {@link AtlasApi.createGroupApiKey}. */
export interface CreateGroupApiKeyRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: CreateAtlasProjectApiKey;
}

/** The request of {@link AtlasApi.createGroupCloudProviderAccess}. */
export interface CreateGroupCloudProviderAccessRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: CloudProviderAccessRoleRequest;
}

/** The request of {@link AtlasApi.createGroupCluster}. */
export interface CreateGroupClusterRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: ClusterDescription20240805Request;
}

/** The request of {@link AtlasApi.createGroupClusterSearchDeployment}. */
export interface CreateGroupClusterSearchDeploymentRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: ApiSearchDeploymentRequestView;
}

/** The request of {@link AtlasApi.createGroupCustomDbRoleRole}. */
export interface CreateGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: UserCustomDBRoleRequest;
}

/** The request of {@link AtlasApi.createGroupDatabaseUser}. */
export interface CreateGroupDatabaseUserRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: CloudDatabaseUserRequest;
}

/** The request of {@link AtlasApi.createGroupDatabaseUserCert}. */
export interface CreateGroupDatabaseUserCertRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the database user. */
  username: string;
  /** What is sent. */
  body: UserCertRequest;
}

/** The request of {@link AtlasApi.createGroupFlexCluster}. */
export interface CreateGroupFlexClusterRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: FlexClusterDescriptionCreate20241113;
}

/** The request of {@link AtlasApi.createGroupIntegration}. */
export interface CreateGroupIntegrationRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
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
  /** What is sent. */
  body: ThirdPartyIntegrationRequest;
}

/** The request of {@link AtlasApi.createGroupInvite}. */
export interface CreateGroupInviteRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupInvitationRequest;
}

/** The request of {@link AtlasApi.createGroupServiceAccount}. */
export interface CreateGroupServiceAccountRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupServiceAccountRequest;
}

/** The request of {@link AtlasApi.createGroupServiceAccountAccessList}. */
export interface CreateGroupServiceAccountAccessListRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: readonly ServiceAccountIPAccessListEntryRequest[];
}

/** The request of {@link AtlasApi.createGroupServiceAccountSecret}. */
export interface CreateGroupServiceAccountSecretRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: ServiceAccountSecretRequest;
}

/** The request of {@link AtlasApi.createOrg}. */
export interface CreateOrgRequest extends PrettyParameter {
  /** What is sent. */
  body: CreateOrganizationRequest;
}

/** The request of {@link AtlasApi.createOrgApiKey}. */
export interface CreateOrgApiKeyRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: CreateAtlasOrganizationApiKey;
}

/** The request of {@link AtlasApi.createOrgApiKeyAccessListEntry}. */
export interface CreateOrgApiKeyAccessListEntryRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
  /** What is sent. */
  body: readonly UserAccessListRequest[];
}

/** The request of {@link AtlasApi.createOrgInvite}. */
export interface CreateOrgInviteRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrganizationInvitationRequest;
}

/** The request of {@link AtlasApi.createOrgResourcePolicy}. */
export interface CreateOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: ApiAtlasResourcePolicyCreateView;
}

/** The request of {@link AtlasApi.createOrgServiceAccount}. */
export interface CreateOrgServiceAccountRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrgServiceAccountRequest;
}

/** The request of {@link AtlasApi.createOrgServiceAccountAccessList}. */
export interface CreateOrgServiceAccountAccessListRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: readonly ServiceAccountIPAccessListEntryRequest[];
}

/** The request of {@link AtlasApi.createOrgServiceAccountSecret}. */
export interface CreateOrgServiceAccountSecretRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: ServiceAccountSecretRequest;
}

/** The request of {@link AtlasApi.createOrgTeam}. */
export interface CreateOrgTeamRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: TeamRequest;
}

/** The request of {@link AtlasApi.createOrgUser}. */
export interface CreateOrgUserRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrgUserRequest;
}

/** The request of {@link AtlasApi.createUser}. */
export interface CreateUserRequest extends PrettyParameter {
  /** What is sent. */
  body: Demanding<
    CloudAppUserRequest,
    "country" | "firstName" | "lastName" | "password" | "roles" | "username"
  >;
}

/** The request of {@link AtlasApi.deauthorizeGroupCloudProviderAccessRole}. */
export interface DeauthorizeGroupCloudProviderAccessRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider of the account. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** Id of the access. */
  roleId: string;
}

/** The request of {@link AtlasApi.deferGroupMaintenanceWindow}. */
export interface DeferGroupMaintenanceWindowRequest extends GroupIdParameter {}

/** The request of {@link AtlasApi.deleteFederationSetting}. */
export interface DeleteFederationSettingRequest {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** The request of {@link AtlasApi.deleteFederationSettingConnectedOrgConfigRoleMapping}. */
export interface DeleteFederationSettingConnectedOrgConfigRoleMappingRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the role mapping. */
  id: string;
}

/** The request of {@link AtlasApi.deleteFederationSettingIdentityProvider}. */
export interface DeleteFederationSettingIdentityProviderRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

/** The request of {@link AtlasApi.deleteGroup}. */
export interface DeleteGroupRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.deleteGroupAccessListEntry}. */
export interface DeleteGroupAccessListEntryRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

/** The request of {@link AtlasApi.deleteGroupAlertConfig}. */
export interface DeleteGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

/** The request of {@link AtlasApi.deleteGroupCluster}. */
export interface DeleteGroupClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** Whether backups outlive it; there are none here. */
  retainBackups?: boolean | undefined;
}

/** The request of {@link AtlasApi.deleteGroupClusterBackupSchedule}. */
export interface DeleteGroupClusterBackupScheduleRequest extends GroupIdParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.deleteGroupClusterSearchDeployment}. */
export interface DeleteGroupClusterSearchDeploymentRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.deleteGroupCustomDbRoleRole}. */
export interface DeleteGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the role. */
  roleName: string;
}

/** The request of {@link AtlasApi.deleteGroupDatabaseUser}. */
export interface DeleteGroupDatabaseUserRequest extends GroupIdParameter, PrettyParameter {
  /** Database that knows the user: admin or $external. */
  databaseName: string;
  /** Name of the user, its slashes as %2F. */
  username: string;
}

/** The request of {@link AtlasApi.deleteGroupFlexCluster}. */
export interface DeleteGroupFlexClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  name: string;
}

/** The request of {@link AtlasApi.deleteGroupIntegration}. */
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

/** The request of {@link AtlasApi.deleteGroupInvite}. */
export interface DeleteGroupInviteRequest extends GroupIdParameter {
  /** Id of the invitation. */
  invitationId: string;
}

/** The request of {@link AtlasApi.deleteGroupLimit}. */
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

/** The request of {@link AtlasApi.deleteGroupServiceAccount}. */
export interface DeleteGroupServiceAccountRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.deleteGroupServiceAccountAccessListEntry}. */
export interface DeleteGroupServiceAccountAccessListEntryRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

/** The request of {@link AtlasApi.deleteGroupServiceAccountSecret}. */
export interface DeleteGroupServiceAccountSecretRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** Id of the secret. */
  secretId: string;
}

/** The request of {@link AtlasApi.deleteGroupUserSecurityLdapUserToDnMapping}. */
export interface DeleteGroupUserSecurityLdapUserToDnMappingRequest
  extends GroupIdParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.deleteOrg}. */
export interface DeleteOrgRequest extends OrgIdParameter {}

/** The request of {@link AtlasApi.deleteOrgApiKey}. */
export interface DeleteOrgApiKeyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
}

/** The request of {@link AtlasApi.deleteOrgApiKeyAccessListEntry}. */
export interface DeleteOrgApiKeyAccessListEntryRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

/** The request of {@link AtlasApi.deleteOrgInvite}. */
export interface DeleteOrgInviteRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the invitation. */
  invitationId: string;
}

/** The request of {@link AtlasApi.deleteOrgResourcePolicy}. */
export interface DeleteOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the resource policy. */
  resourcePolicyId: string;
}

/** The request of {@link AtlasApi.deleteOrgServiceAccount}. */
export interface DeleteOrgServiceAccountRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.deleteOrgServiceAccountAccessListEntry}. */
export interface DeleteOrgServiceAccountAccessListEntryRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
}

/** The request of {@link AtlasApi.deleteOrgServiceAccountSecret}. */
export interface DeleteOrgServiceAccountSecretRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** Id of the secret. */
  secretId: string;
}

/** The request of {@link AtlasApi.deleteOrgTeam}. */
export interface DeleteOrgTeamRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
}

/** The request of {@link AtlasApi.disableGroupBackupCompliancePolicy}. */
export interface DisableGroupBackupCompliancePolicyRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.disableGroupManagedSlowMs}. */
export interface DisableGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.disableGroupUserSecurityCustomerX509}. */
export interface DisableGroupUserSecurityCustomerX509Request extends GroupIdParameter {}

/** The request of {@link AtlasApi.enableGroupManagedSlowMs}. */
export interface EnableGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getFederationSettingConnectedOrgConfig}. */
export interface GetFederationSettingConnectedOrgConfigRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** The request of {@link AtlasApi.getFederationSettingConnectedOrgConfigRoleMapping}. */
export interface GetFederationSettingConnectedOrgConfigRoleMappingRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the role mapping. */
  id: string;
}

/** The request of {@link AtlasApi.getFederationSettingIdentityProvider}. */
export interface GetFederationSettingIdentityProviderRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

/** The request of {@link AtlasApi.getFederationSettingIdentityProviderMetadata}. */
export interface GetFederationSettingIdentityProviderMetadataRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

/** The request of {@link AtlasApi.getGroup}. */
export interface GetGroupRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupAccessListEntry}. */
export interface GetGroupAccessListEntryRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

/** The request of {@link AtlasApi.getGroupAccessListStatus}. */
export interface GetGroupAccessListStatusRequest extends GroupIdParameter, PrettyParameter {
  /** Address, network in CIDR notation with its slash as %2F, or security group. */
  entryValue: string;
}

/** The request of {@link AtlasApi.getGroupActivityFeed}. */
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

/** The request of {@link AtlasApi.getGroupAlert}. */
export interface GetGroupAlertRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert. */
  alertId: string;
}

/** The request of {@link AtlasApi.getGroupAlertAlertConfigs}. */
export interface GetGroupAlertAlertConfigsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Id of the alert. */
  alertId: string;
}

/** The request of {@link AtlasApi.getGroupAlertConfig}. */
export interface GetGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

/** The request of {@link AtlasApi.getGroupAlertConfigAlerts}. */
export interface GetGroupAlertConfigAlertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
}

/** The request of {@link AtlasApi.getGroupAuditLog}. */
export interface GetGroupAuditLogRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupAwsCustomDns}. */
export interface GetGroupAwsCustomDnsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupBackupCompliancePolicy}. */
export interface GetGroupBackupCompliancePolicyRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupByName}. */
export interface GetGroupByNameRequest extends PrettyParameter {
  /** Name of the project, URL-encoded. */
  groupName: string;
}

/** The request of {@link AtlasApi.getGroupCloudProviderAccess}. */
export interface GetGroupCloudProviderAccessRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the access. */
  roleId: string;
}

/** The request of {@link AtlasApi.getGroupCluster}. */
export interface GetGroupClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupClusterBackupSchedule}. */
export interface GetGroupClusterBackupScheduleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupClusterGlobalWrites}. */
export interface GetGroupClusterGlobalWritesRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupClusterProcessArgs}. */
export interface GetGroupClusterProcessArgsRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupClusterSearchDeployment}. */
export interface GetGroupClusterSearchDeploymentRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupClusterStatus}. */
export interface GetGroupClusterStatusRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.getGroupCustomDbRoleRole}. */
export interface GetGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the role. */
  roleName: string;
}

/** The request of {@link AtlasApi.getGroupDatabaseUser}. */
export interface GetGroupDatabaseUserRequest extends GroupIdParameter, PrettyParameter {
  /** Database that knows the user: admin or $external. */
  databaseName: string;
  /** Name of the user, its slashes as %2F. */
  username: string;
}

/** The request of {@link AtlasApi.getGroupDbAccessHistoryCluster}. */
export interface GetGroupDbAccessHistoryClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
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

/** The request of {@link AtlasApi.getGroupDbAccessHistoryProcess}. */
export interface GetGroupDbAccessHistoryProcessRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the host; it need not exist. */
  hostname: string;
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

/** The request of {@link AtlasApi.getGroupEncryptionAtRest}. */
export interface GetGroupEncryptionAtRestRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupEvent}. */
export interface GetGroupEventRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the event. */
  eventId: string;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
}

/** The request of {@link AtlasApi.getGroupFlexCluster}. */
export interface GetGroupFlexClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  name: string;
}

/** The request of {@link AtlasApi.getGroupIntegration}. */
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

/** The request of {@link AtlasApi.getGroupInvite}. */
export interface GetGroupInviteRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the invitation. */
  invitationId: string;
}

/** The request of {@link AtlasApi.getGroupIpAddresses}. */
export interface GetGroupIpAddressesRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupLimit}. */
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

/** The request of {@link AtlasApi.getGroupMaintenanceWindow}. */
export interface GetGroupMaintenanceWindowRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupManagedSlowMs}. */
export interface GetGroupManagedSlowMsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupMongoDbVersions}. */
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

/** The request of {@link AtlasApi.getGroupPrivateEndpointRegionalMode}. */
export interface GetGroupPrivateEndpointRegionalModeRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupServiceAccount}. */
export interface GetGroupServiceAccountRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.getGroupSettings}. */
export interface GetGroupSettingsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupTeam}. */
export interface GetGroupTeamRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
}

/** The request of {@link AtlasApi.getGroupUser}. */
export interface GetGroupUserRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
}

/** The request of {@link AtlasApi.getGroupUserSecurity}. */
export interface GetGroupUserSecurityRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getGroupUserSecurityLdapVerify}. */
export interface GetGroupUserSecurityLdapVerifyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the test. */
  requestId: string;
}

/** The request of {@link AtlasApi.getOrg}. */
export interface GetOrgRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgActivityFeed}. */
export interface GetOrgActivityFeedRequest extends OrgIdParameter, PrettyParameter {
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForOrg[] | undefined;
  /** Only events until then. */
  maxDate?: string | undefined;
  /** Only events from then on. */
  minDate?: string | undefined;
}

/** The request of {@link AtlasApi.getOrgApiKey}. */
export interface GetOrgApiKeyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
}

/** The request of {@link AtlasApi.getOrgApiKeyAccessListEntry}. */
export interface GetOrgApiKeyAccessListEntryRequest extends OrgIdParameter, PrettyParameter {
  /** Address, or network in CIDR notation with its slash as %2F. */
  ipAddress: string;
  /** Id of the API key. */
  apiUserId: string;
}

/** The request of {@link AtlasApi.getOrgDelegationSettings}. */
export interface GetOrgDelegationSettingsRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgEvent}. */
export interface GetOrgEventRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the event. */
  eventId: string;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
}

/** The request of {@link AtlasApi.getOrgFederationSettings}. */
export interface GetOrgFederationSettingsRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgGroups}. */
export interface GetOrgGroupsRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only projects whose name starts with this, in whatever case. */
  name?: string | undefined;
}

/** The request of {@link AtlasApi.getOrgInvite}. */
export interface GetOrgInviteRequest extends OrgIdParameter {
  /** Id of the invitation. */
  invitationId: string;
}

/** The request of {@link AtlasApi.getOrgMaintenanceSettings}. */
export interface GetOrgMaintenanceSettingsRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgNonCompliantResources}. */
export interface GetOrgNonCompliantResourcesRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgResourcePolicy}. */
export interface GetOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the resource policy. */
  resourcePolicyId: string;
}

/** The request of {@link AtlasApi.getOrgServiceAccount}. */
export interface GetOrgServiceAccountRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.getOrgServiceAccountGroups}. */
export interface GetOrgServiceAccountGroupsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.getOrgSettings}. */
export interface GetOrgSettingsRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.getOrgTeam}. */
export interface GetOrgTeamRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
}

/** The request of {@link AtlasApi.getOrgTeamByName}. */
export interface GetOrgTeamByNameRequest extends OrgIdParameter, PrettyParameter {
  /** Name of the team, URL-encoded. */
  teamName: string;
}

/** The request of {@link AtlasApi.getOrgUser}. */
export interface GetOrgUserRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
}

/** The request of {@link AtlasApi.getRateLimit}. */
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

/** The request of {@link AtlasApi.getSystemStatus}. */
export interface GetSystemStatusRequest extends PrettyParameter {}

/** The request of {@link AtlasApi.getUser}. */
export interface GetUserRequest extends PrettyParameter {
  /** Id of the user. */
  userId: string;
}

/** The request of {@link AtlasApi.getUserByName}. */
export interface GetUserByNameRequest extends PrettyParameter {
  /** E-mail address of the account. */
  userName: string;
}

/** The request of {@link AtlasApi.inviteGroupServiceAccount}. */
export interface InviteGroupServiceAccountRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: GroupServiceAccountRoleAssignment;
}

/** The request of {@link AtlasApi.listAlertConfigMatcherFieldNames}. */
export interface ListAlertConfigMatcherFieldNamesRequest extends PrettyParameter {}

/** The request of {@link AtlasApi.listClusterDetails}. */
export interface ListClusterDetailsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listDeprecatedCalls}. */
export interface ListDeprecatedCallsRequest extends OrgIdParameter {}

/** The request of {@link AtlasApi.listEventTypes}. */
export interface ListEventTypesRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listFederationSettingConnectedOrgConfigRoleMappings}. */
export interface ListFederationSettingConnectedOrgConfigRoleMappingsRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** The request of {@link AtlasApi.listFederationSettingConnectedOrgConfigs}. */
export interface ListFederationSettingConnectedOrgConfigsRequest
  extends ItemsPerPageParameter,
    PageNumParameter {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** The request of {@link AtlasApi.listFederationSettingIdentityProviders}. */
export interface ListFederationSettingIdentityProvidersRequest
  extends ItemsPerPageParameter,
    PageNumParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Whether those with SAML, with OIDC or both are listed. */
  protocol?: readonly ("SAML" | "OIDC")[] | undefined;
  /** Whether those of people, of programs or both are listed. */
  idpType?: readonly ("WORKFORCE" | "WORKLOAD")[] | undefined;
}

/** The request of {@link AtlasApi.listGroupAccessListEntries}. */
export interface ListGroupAccessListEntriesRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupAlertConfigs}. */
export interface ListGroupAlertConfigsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupAlerts}. */
export interface ListGroupAlertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only alerts of this status; all if absent. */
  status?: "OPEN" | "TRACKING" | "CLOSED" | undefined;
}

/** The request of {@link AtlasApi.listGroupApiKeys}. */
export interface ListGroupApiKeysRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupCloudProviderAccess}. */
export interface ListGroupCloudProviderAccessRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.listGroupClusterProviderRegions}. */
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

/** The request of {@link AtlasApi.listGroupClusters}. */
export interface ListGroupClustersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether deleted clusters are listed of which backups are kept; there are none here. */
  includeDeletedWithRetainedBackups?: boolean | undefined;
}

/** The request of {@link AtlasApi.listGroupContainerAll}. */
export interface ListGroupContainerAllRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupContainers}. */
export interface ListGroupContainersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whose are listed. */
  providerName?: "AWS" | "AZURE" | "GCP" | undefined;
}

/** The request of {@link AtlasApi.listGroupCustomDbRoleRoles}. */
export interface ListGroupCustomDbRoleRolesRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.listGroupDatabaseUserCerts}. */
export interface ListGroupDatabaseUserCertsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Name of the database user. */
  username: string;
}

/** The request of {@link AtlasApi.listGroupDatabaseUsers}. */
export interface ListGroupDatabaseUsersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupEvents}. */
export interface ListGroupEventsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only events about these clusters, by the names that they have or had. */
  clusterNames?: readonly string[] | undefined;
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForNdsGroup[] | undefined;
  /** No events of these types. May be repeated. */
  excludedEventType?: readonly EventTypeForNdsGroup[] | undefined;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
  /** Only events until then. */
  maxDate?: string | undefined;
  /** Only events from then on. */
  minDate?: string | undefined;
}

/** The request of {@link AtlasApi.listGroupFlexClusters}. */
export interface ListGroupFlexClustersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupIntegrations}. */
export interface ListGroupIntegrationsRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listGroupInvites}. */
export interface ListGroupInvitesRequest extends GroupIdParameter, PrettyParameter {
  /** Only the invitation of this e-mail address. */
  username?: string | undefined;
}

/** The request of {@link AtlasApi.listGroupLimits}. */
export interface ListGroupLimitsRequest extends GroupIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.listGroupPeers}. */
export interface ListGroupPeersRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whose are listed. */
  providerName?: "AWS" | "AZURE" | "GCP" | undefined;
}

/** The request of {@link AtlasApi.listGroupPrivateEndpointEndpointService}. */
export interface ListGroupPrivateEndpointEndpointServiceRequest extends GroupIdParameter, PrettyParameter {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
}

/** The request of {@link AtlasApi.listGroupServiceAccountAccessList}. */
export interface ListGroupServiceAccountAccessListRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.listGroupServiceAccounts}. */
export interface ListGroupServiceAccountsRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether to list accounts the system keeps: there are none here. */
  includeSystemManaged?: boolean | undefined;
}

/** The request of {@link AtlasApi.listGroupStreamWorkspaces}. */
export interface ListGroupStreamWorkspacesRequest
  extends GroupIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter,
    IncludeCountParameter {}

/** The request of {@link AtlasApi.listGroupTeams}. */
export interface ListGroupTeamsRequest
  extends GroupIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {}

/** The request of {@link AtlasApi.listGroupUsers}. */
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

/** The request of {@link AtlasApi.listGroups}. */
export interface ListGroupsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listOrgApiKeyAccessListEntries}. */
export interface ListOrgApiKeyAccessListEntriesRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
}

/** The request of {@link AtlasApi.listOrgApiKeys}. */
export interface ListOrgApiKeysRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listOrgEvents}. */
export interface ListOrgEventsRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only events of these types. May be repeated. */
  eventType?: readonly EventTypeForOrg[] | undefined;
  /** Whether to add the member `raw`: the event as a log would have it. */
  includeRaw?: boolean | undefined;
  /** Only events until then. */
  maxDate?: string | undefined;
  /** Only events from then on. */
  minDate?: string | undefined;
}

/** The request of {@link AtlasApi.listOrgInvites}. */
export interface ListOrgInvitesRequest extends OrgIdParameter, PrettyParameter {
  /** Only the invitation of this e-mail address. */
  username?: string | undefined;
}

/** The request of {@link AtlasApi.listOrgResourcePolicies}. */
export interface ListOrgResourcePoliciesRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.listOrgServiceAccountAccessList}. */
export interface ListOrgServiceAccountAccessListRequest
  extends OrgIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
}

/** The request of {@link AtlasApi.listOrgServiceAccounts}. */
export interface ListOrgServiceAccountsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Whether to list accounts the system keeps: there are none here. */
  includeSystemManaged?: boolean | undefined;
}

/** The request of {@link AtlasApi.listOrgTeamUsers}. */
export interface ListOrgTeamUsersRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** Only the user of this address. */
  username?: string | undefined;
  /**
   * Only users of this status. Use orgMembershipStatuses, which cannot be combined with it.
   * @deprecated
   */
  orgMembershipStatus?: string | undefined;
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
  /** Only the user of this id. */
  userId?: string | undefined;
}

/** The request of {@link AtlasApi.listOrgTeams}. */
export interface ListOrgTeamsRequest
  extends OrgIdParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PageNumParameter,
    PrettyParameter {}

/** The request of {@link AtlasApi.listOrgUsers}. */
export interface ListOrgUsersRequest
  extends OrgIdParameter,
    PrettyParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter {
  /** Only the user of this address. */
  username?: string | undefined;
  /**
   * Only users of this status. Use orgMembershipStatuses, which cannot be combined with it.
   * @deprecated
   */
  orgMembershipStatus?: string | undefined;
  /** Only users of these statuses; active and pending ones if absent. May be repeated. */
  orgMembershipStatuses?:
    | readonly ("PENDING" | "ACTIVE" | "INVITATION_EXPIRED" | "INVITATION_REJECTED")[]
    | undefined;
}

/** The request of {@link AtlasApi.listOrgs}. */
export interface ListOrgsRequest
  extends IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
  /** Only organizations whose name starts with this, in whatever case. */
  name?: string | undefined;
}

/** The request of {@link AtlasApi.listRateLimits}. */
export interface ListRateLimitsRequest extends ItemsPerPageParameter, PageNumParameter, PrettyParameter {
  /** Limits of this project: those that are counted by project. */
  groupId?: string | undefined;
  /** Limits of this organization: those that are counted by organization. */
  orgId?: string | undefined;
  /** Limits of this caller, an id or a client id: those that are counted by caller. */
  userId?: string | undefined;
  /** Limits of this address: those that are counted by address. */
  ipAddress?: string | undefined;
  /** Only the set of this name. */
  name?: string | undefined;
  /** Only the sets with an endpoint of this path, its parameters in braces. */
  endpointPath?: string | undefined;
}

/** The request of {@link AtlasApi.migrateGroup}. */
export interface MigrateGroupRequest extends GroupIdParameter {
  /** What is sent. */
  body: GroupMigrationRequest;
}

/** The request of {@link AtlasApi.pinGroupClusterFeatureCompatibilityVersion}. */
export interface PinGroupClusterFeatureCompatibilityVersionRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: PinFCVView;
}

/** The request of {@link AtlasApi.removeFederationSettingConnectedOrgConfig}. */
export interface RemoveFederationSettingConnectedOrgConfigRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
}

/** The request of {@link AtlasApi.removeGroupApiKey}. */
export interface RemoveGroupApiKeyRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
}

/** The request of {@link AtlasApi.removeGroupTeam}. */
export interface RemoveGroupTeamRequest extends GroupIdParameter {
  /** Id of the team. */
  teamId: string;
}

/** The request of {@link AtlasApi.removeGroupUser}. */
export interface RemoveGroupUserRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
}

/** The request of {@link AtlasApi.removeGroupUserRole}. */
export interface RemoveGroupUserRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: AddOrRemoveGroupRole;
}

/** The request of {@link AtlasApi.removeOrgTeamUser}. */
export interface RemoveOrgTeamUserRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** What is sent. */
  body: AddOrRemoveUserFromTeam;
}

/** The request of {@link AtlasApi.removeOrgTeamUserFromTeam}. */
export interface RemoveOrgTeamUserFromTeamRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** Id of the user. */
  userId: string;
}

/** The request of {@link AtlasApi.removeOrgUser}. */
export interface RemoveOrgUserRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
}

/** The request of {@link AtlasApi.removeOrgUserRole}. */
export interface RemoveOrgUserRoleRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: AddOrRemoveOrgRole;
}

/** The request of {@link AtlasApi.renameOrgTeam}. */
export interface RenameOrgTeamRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** What is sent. */
  body: TeamUpdate;
}

/** The request of {@link AtlasApi.resetGroupMaintenanceWindow}. */
export interface ResetGroupMaintenanceWindowRequest extends GroupIdParameter {}

/** The request of {@link AtlasApi.resetOrgMaintenanceSettings}. */
export interface ResetOrgMaintenanceSettingsRequest extends OrgIdParameter, PrettyParameter {}

/** The request of {@link AtlasApi.revokeFederationSettingIdentityProviderJwks}. */
export interface RevokeFederationSettingIdentityProviderJwksRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
}

/** The request of {@link AtlasApi.setGroupLimit}. */
export interface SetGroupLimitRequest extends GroupIdParameter, PrettyParameter {
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
  /** What is sent. */
  body: Demanding<DataFederationLimitRequest, "value">;
}

/** The request of {@link AtlasApi.tenantGroupFlexClusterUpgrade}. */
export interface TenantGroupFlexClusterUpgradeRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: AtlasTenantClusterUpgradeRequest20240805;
}

/** The request of {@link AtlasApi.toggleGroupAlertConfig}. */
export interface ToggleGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
  /** What is sent. */
  body: AlertsToggle;
}

/** The request of {@link AtlasApi.toggleGroupAwsCustomDns}. */
export interface ToggleGroupAwsCustomDnsRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: AWSCustomDNSEnabledView;
}

/** The request of {@link AtlasApi.toggleGroupMaintenanceWindowAutoDefer}. */
export interface ToggleGroupMaintenanceWindowAutoDeferRequest extends GroupIdParameter {}

/** The request of {@link AtlasApi.toggleGroupPrivateEndpointRegionalMode}. */
export interface ToggleGroupPrivateEndpointRegionalModeRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: ProjectSettingItemView;
}

/** The request of {@link AtlasApi.unpinGroupClusterFeatureCompatibilityVersion}. */
export interface UnpinGroupClusterFeatureCompatibilityVersionRequest
  extends GroupIdParameter,
    PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
}

/** The request of {@link AtlasApi.updateFederationSettingConnectedOrgConfig}. */
export interface UpdateFederationSettingConnectedOrgConfigRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** What is sent. */
  body: ConnectedOrgConfigRequest;
}

/** The request of {@link AtlasApi.updateFederationSettingConnectedOrgConfigRoleMapping}. */
export interface UpdateFederationSettingConnectedOrgConfigRoleMappingRequest extends OrgIdParameter {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the role mapping. */
  id: string;
  /** What is sent. */
  body: AuthFederationRoleMappingRequest;
}

/** The request of {@link AtlasApi.updateFederationSettingIdentityProvider}. */
export interface UpdateFederationSettingIdentityProviderRequest {
  /** Id of the federation. */
  federationSettingsId: string;
  /** Id of the identity provider, or its older id. */
  identityProviderId: string;
  /** What is sent. */
  body: FederationIdentityProviderUpdate;
}

/** The request of {@link AtlasApi.updateGroup}. */
export interface UpdateGroupRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupUpdate;
}

/** The request of {@link AtlasApi.updateGroupAlertConfig}. */
export interface UpdateGroupAlertConfigRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the alert configuration. */
  alertConfigId: string;
  /** What is sent. */
  body: GroupAlertsConfigRequest;
}

/** The request of {@link AtlasApi.updateGroupApiKeyRoles}. */
export interface UpdateGroupApiKeyRolesRequest
  extends GroupIdParameter,
    PageNumParameter,
    ItemsPerPageParameter,
    IncludeCountParameter,
    PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
  /** What is sent. */
  body: UpdateAtlasProjectApiKey;
}

/** The request of {@link AtlasApi.updateGroupAuditLog}. */
export interface UpdateGroupAuditLogRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: AuditLogRequest;
}

/** The request of {@link AtlasApi.updateGroupBackupCompliancePolicy}. */
export interface UpdateGroupBackupCompliancePolicyRequest extends GroupIdParameter, PrettyParameter {
  /** Whether schedules that do not meet the policy are changed; else the request is refused. */
  overwriteBackupPolicies?: boolean | undefined;
  /** What is sent. */
  body: Demanding<
    DataProtectionSettings20231001Request,
    "authorizedEmail" | "authorizedUserFirstName" | "authorizedUserLastName"
  >;
}

/** The request of {@link AtlasApi.updateGroupCluster}. */
export interface UpdateGroupClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: ClusterDescription20240805Request;
}

/** The request of {@link AtlasApi.updateGroupClusterBackupSchedule}. */
export interface UpdateGroupClusterBackupScheduleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: DiskBackupSnapshotSchedule20240805Request;
}

/** The request of {@link AtlasApi.updateGroupClusterProcessArgs}. */
export interface UpdateGroupClusterProcessArgsRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: ClusterDescriptionProcessArgs20240805Request;
}

/** The request of {@link AtlasApi.updateGroupClusterSearchDeployment}. */
export interface UpdateGroupClusterSearchDeploymentRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  clusterName: string;
  /** What is sent. */
  body: ApiSearchDeploymentRequestView;
}

/** The request of {@link AtlasApi.updateGroupCustomDbRoleRole}. */
export interface UpdateGroupCustomDbRoleRoleRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the role. */
  roleName: string;
  /** What is sent. */
  body: UpdateCustomDBRole;
}

/** The request of {@link AtlasApi.updateGroupDatabaseUser}. */
export interface UpdateGroupDatabaseUserRequest extends GroupIdParameter, PrettyParameter {
  /** Database that knows the user: admin or $external. */
  databaseName: string;
  /** Name of the user, its slashes as %2F. */
  username: string;
  /** What is sent. */
  body: Partial<CloudDatabaseUserRequest>;
}

/** The request of {@link AtlasApi.updateGroupEncryptionAtRest}. */
export interface UpdateGroupEncryptionAtRestRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: EncryptionAtRestRequest;
}

/** The request of {@link AtlasApi.updateGroupFlexCluster}. */
export interface UpdateGroupFlexClusterRequest extends GroupIdParameter, PrettyParameter {
  /** Name of the cluster. */
  name: string;
  /** What is sent. */
  body: FlexClusterDescriptionUpdate20241113;
}

/** The request of {@link AtlasApi.updateGroupIntegration}. */
export interface UpdateGroupIntegrationRequest
  extends GroupIdParameter,
    IncludeCountParameter,
    ItemsPerPageParameter,
    PageNumParameter,
    PrettyParameter {
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
  /** What is sent. */
  body: ThirdPartyIntegrationRequest;
}

/** The request of {@link AtlasApi.updateGroupInviteById}. */
export interface UpdateGroupInviteByIdRequest extends GroupIdParameter {
  /** Id of the invitation. */
  invitationId: string;
  /** What is sent. */
  body: GroupInvitationUpdateRequest;
}

/** The request of {@link AtlasApi.updateGroupInvites}. */
export interface UpdateGroupInvitesRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupInvitationRequest;
}

/** The request of {@link AtlasApi.updateGroupMaintenanceWindow}. */
export interface UpdateGroupMaintenanceWindowRequest extends GroupIdParameter {
  /** What is sent. */
  body: GroupMaintenanceWindowRequest;
}

/** The request of {@link AtlasApi.updateGroupServiceAccount}. */
export interface UpdateGroupServiceAccountRequest extends GroupIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: GroupServiceAccountUpdateRequest;
}

/** The request of {@link AtlasApi.updateGroupSettings}. */
export interface UpdateGroupSettingsRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: GroupSettingsRequest;
}

/** The request of {@link AtlasApi.updateGroupTeam}. */
export interface UpdateGroupTeamRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the team. */
  teamId: string;
  /** What is sent. */
  body: {
    /** Roles that the team has in the project from now on. */
    roleNames: readonly GroupRoleName[];
    /** Accepted and ignored: the path names the team. */
    teamId?: string | undefined;
  };
}

/** The request of {@link AtlasApi.updateGroupUserRoles}. */
export interface UpdateGroupUserRolesRequest extends GroupIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: UpdateGroupRolesForUserRequest;
}

/** The request of {@link AtlasApi.updateGroupUserSecurity}. */
export interface UpdateGroupUserSecurityRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: UserSecurityRequest;
}

/** The request of {@link AtlasApi.updateOrg}. */
export interface UpdateOrgRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: AtlasOrganizationRequest;
}

/** The request of {@link AtlasApi.updateOrgApiKey}. */
export interface UpdateOrgApiKeyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the API key. */
  apiUserId: string;
  /** What is sent. */
  body: UpdateAtlasOrganizationApiKey;
}

/** The request of {@link AtlasApi.updateOrgDelegationSettings}. */
export interface UpdateOrgDelegationSettingsRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrgDelegationSettingsUpdateRequest;
}

/** The request of {@link AtlasApi.updateOrgInviteById}. */
export interface UpdateOrgInviteByIdRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the invitation. */
  invitationId: string;
  /** What is sent. */
  body: OrganizationInvitationUpdateRequest;
}

/** The request of {@link AtlasApi.updateOrgInvites}. */
export interface UpdateOrgInvitesRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrganizationInvitationRequest;
}

/** The request of {@link AtlasApi.updateOrgMaintenanceSettings}. */
export interface UpdateOrgMaintenanceSettingsRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrganizationMaintenanceSettingsUpdateRequest;
}

/** The request of {@link AtlasApi.updateOrgResourcePolicy}. */
export interface UpdateOrgResourcePolicyRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the resource policy. */
  resourcePolicyId: string;
  /** What is sent. */
  body: ApiAtlasResourcePolicyEditView;
}

/** The request of {@link AtlasApi.updateOrgServiceAccount}. */
export interface UpdateOrgServiceAccountRequest extends OrgIdParameter, PrettyParameter {
  /** Client id of the service account. */
  clientId: string;
  /** What is sent. */
  body: OrgServiceAccountUpdateRequest;
}

/** The request of {@link AtlasApi.updateOrgSettings}. */
export interface UpdateOrgSettingsRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: OrganizationSettingsRequest;
}

/** The request of {@link AtlasApi.updateOrgUser}. */
export interface UpdateOrgUserRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: OrgUserUpdateRequest;
}

/** The request of {@link AtlasApi.updateOrgUserRoles}. */
export interface UpdateOrgUserRolesRequest extends OrgIdParameter, PrettyParameter {
  /** Id of the user. */
  userId: string;
  /** What is sent. */
  body: UpdateOrgRolesForUserRequest;
}

/** The request of {@link AtlasApi.upgradeGroupClusterTenantUpgrade}. */
export interface UpgradeGroupClusterTenantUpgradeRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: LegacyAtlasTenantClusterUpgradeRequest;
}

/** The request of {@link AtlasApi.validateOrgResourcePolicies}. */
export interface ValidateOrgResourcePoliciesRequest extends OrgIdParameter, PrettyParameter {
  /** What is sent. */
  body: ApiAtlasResourcePolicyCreateView;
}

/** The request of {@link AtlasApi.verifyGroupUserSecurityLdap}. */
export interface VerifyGroupUserSecurityLdapRequest extends GroupIdParameter, PrettyParameter {
  /** What is sent. */
  body: LDAPVerifyConnectivityJobRequestParamsRequest;
}

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
  /** Whether the key was reached: true where it is enabled, as no provider is asked here. */
  valid?: boolean;
}

export interface AWSKMSConfigurationRequest {
  /** Access key, in place of a role. */
  accessKeyID?: string | undefined;
  /** Key that encrypts, by id or ARN. */
  customerMasterKeyID?: string | undefined;
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Region of the key. */
  region?: string | undefined;
  /** Whether the key is to be reached over private networks alone; nothing is reached here. */
  requirePrivateNetworking?: boolean | undefined;
  /** Cloud provider access that may use the key. */
  roleId?: string | undefined;
  /** Secret of the access key. Kept sealed, never answered. */
  secretAccessKey?: string | undefined;
}

export interface AccessListItemView {
  /** Network in CIDR notation. */
  cidrBlock: string | null;
  /** Address; null for a network. */
  ipAddress: string | null;
}

export interface AcknowledgeAlert {
  /** Until when the alert is acknowledged; without it, the acknowledgement is taken back. */
  acknowledgedUntil?: string | undefined;
  /** Comment on the acknowledgement. */
  acknowledgementComment?: string | undefined;
  /** Whether the acknowledgement is taken back. */
  unacknowledgeAlert?: boolean | undefined;
}

export interface ActivityFeedLinkResponse {
  /** Address of the feed with the filters that were sent. */
  link: string;
  /** Resources that belong to this one. */
  links?: Link[];
}

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

export interface AddUserToTeam {
  /** Id of the user. */
  id: string;
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

export interface AdvancedClusterDescriptionRequest {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string | undefined;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED" | undefined;
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED" | undefined;
  /** Disk in GB, before version 2024-08-05. */
  diskSizeGB?: number | undefined;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED" | undefined;
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | undefined;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean | undefined;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE" | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly ReplicationSpecRequest[] | undefined;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1" | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS" | undefined;
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

export interface AdvancedComputeAutoScalingRequest {
  /** Whether sizes would change by themselves. */
  enabled?: boolean | undefined;
  /** Largest size. */
  maxInstanceSize?: BaseCloudProviderInstanceSize | undefined;
  /** Smallest size. */
  minInstanceSize?: BaseCloudProviderInstanceSize | undefined;
  /** Whether they would become smaller. */
  scaleDownEnabled?: boolean | undefined;
}

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

export interface AlertMatcher {
  /** Field that is compared; each kind of alert has its own fields. */
  fieldName: string;
  /** How it is compared. */
  operator: "EQUALS" | "CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "NOT_EQUALS" | "NOT_CONTAINS" | "REGEX";
  /** What it is compared with. */
  value?: string;
}

export interface AlertMatcherRequest {
  /** Field that is compared; each kind of alert has its own fields. */
  fieldName: string;
  /** How it is compared. */
  operator: "EQUALS" | "CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "NOT_EQUALS" | "NOT_CONTAINS" | "REGEX";
  /** What it is compared with. */
  value?: string | undefined;
}

export interface AlertView {
  /** Until when the alert is acknowledged; without it, the acknowledgement is taken back. */
  acknowledgedUntil?: string | undefined;
  /** Comment on the acknowledgement. */
  acknowledgementComment?: string | undefined;
  /** Whether the acknowledgement is taken back. */
  unacknowledgeAlert?: boolean | undefined;
}

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

export interface AlertsNotificationRootForGroupRequest {
  /** Key of Datadog. */
  datadogApiKey?: string | undefined;
  /** Region of Datadog. */
  datadogRegion?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED" | undefined;
  /** Minutes that the condition must last. */
  delayMin?: number | undefined;
  /** Integration whose credentials are used. */
  integrationId?: string | undefined;
  /** Minutes between two messages about one alert, 5 at least. */
  intervalMin?: number | undefined;
  /** Id of the notification; in a change, members that are not sent keep their values. */
  notifierId?: string | undefined;
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
  emailAddress?: string | undefined;
  /** Whether people get a message by e-mail. */
  emailEnabled?: boolean | undefined;
  /** People with one of these roles get it; all if absent. */
  roles?: readonly RoleName[] | undefined;
  /** Whether people get a text message. */
  smsEnabled?: boolean | undefined;
  /** Token of HipChat, which is no longer supported. */
  notificationToken?: string | undefined;
  /** Room of HipChat. */
  roomName?: string | undefined;
  /** Webhook of Microsoft Teams. */
  microsoftTeamsWebhookUrl?: string | undefined;
  /** Key of Opsgenie. */
  opsGenieApiKey?: string | undefined;
  /** Region of Opsgenie. */
  opsGenieRegion?: "US" | "EU" | undefined;
  /** Region of PagerDuty. */
  region?: "US" | "EU" | undefined;
  /** Key of PagerDuty. */
  serviceKey?: string | undefined;
  /** Token of Slack. */
  apiToken?: string | undefined;
  /** Channel of Slack. */
  channelName?: string | undefined;
  /** Number of the text message. */
  mobileNumber?: string | undefined;
  /** Team whose people get it. */
  teamId?: string | undefined;
  /** Person who gets it. */
  username?: string | undefined;
  /** Key of VictorOps. */
  victorOpsApiKey?: string | undefined;
  /** Routing key of VictorOps. */
  victorOpsRoutingKey?: string | undefined;
  /** Template of the body of the webhook. */
  webhookBodyTemplate?: string | undefined;
  /** Template of the headers of the webhook. */
  webhookHeadersTemplate?: string | undefined;
  /** Secret of the webhook. */
  webhookSecret?: string | undefined;
  /** Address of the webhook. */
  webhookUrl?: string | undefined;
}

export interface AlertsToggle {
  /** Whether alerts are opened by it. */
  enabled: boolean;
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

export interface ApiAtlasClusterAdvancedConfigurationViewRequest {
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
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3" | undefined;
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT" | undefined;
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
  /** What it is for; null or empty for nothing. */
  description?: string | null | undefined;
  /** Name, unique in the organization. */
  name: string;
  /** Texts of it; a sent list replaces the old one. */
  policies: readonly ApiAtlasPolicyCreateView[];
}

export interface ApiAtlasResourcePolicyEditView {
  /** What it is for; null or empty for nothing. */
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
  /** What it is for. */
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

/** Who made it. */
export interface ApiAtlasUserMetadataView {
  /** Id of the person or credential. */
  id?: string;
  /** Its address, public key or client id. */
  name?: string;
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
  /** What the key is for. */
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
  /** Whose key would encrypt them. */
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

export interface AtlasTenantClusterUpgradeRequest20240805 {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string | undefined;
  /** Kept as it is sent. */
  adaptiveCapacity?: "ENABLED" | "DISABLED" | null | undefined;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED" | undefined;
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED" | undefined;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED" | undefined;
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | undefined;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean | undefined;
  /** Whether logs would be redacted. */
  redactClientLogData?: boolean | undefined;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE" | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly ReplicationSpec20240805Request[] | undefined;
  /** Whether backups outlive it. */
  retainBackups?: boolean | undefined;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1" | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
  /** Kept as it is sent. */
  useAwsTimeBasedSnapshotCopyForFastInitialSync?: boolean | undefined;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS" | undefined;
}

export interface AuditLog {
  /** Whether what is allowed is written down too. */
  auditAuthorizationSuccess: boolean;
  /** What is written down, as a query in JSON, kept as it is sent but for space around it. */
  auditFilter?: string;
  /** How the filter was made: FILTER_JSON for one that was sent. */
  configurationType: "NONE" | "FILTER_BUILDER" | "FILTER_JSON";
  /** Whether databases write audit logs. */
  enabled: boolean;
}

export interface AuditLogRequest {
  /** Whether what is allowed is written down too. */
  auditAuthorizationSuccess?: boolean | undefined;
  /** What is written down, as a query in JSON, kept as it is sent but for space around it. */
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

/** Where backups are exported to. */
export interface AutoExportPolicyView {
  /** Bucket that backups are exported to. */
  exportBucketId?: string;
  /** Which backups are exported. */
  frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
}

export interface AutoExportPolicyViewRequest {
  /** Bucket that backups are exported to. */
  exportBucketId?: string | undefined;
  /** Which backups are exported. */
  frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly" | undefined;
}

export interface AvailableCloudProviderRegion {
  /** Whether clusters get it by default. */
  default: boolean;
  /** Name of the region. */
  name: string;
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

/** Key of Azure Key Vault. */
export interface AzureKeyVault {
  /** Cloud of the account. */
  azureEnvironment?: "AZURE" | "AZURE_CHINA" | "AZURE_US_GOVERNMENT";
  /** Application that may use the key. */
  clientID?: string;
  /** Whether clusters may be encrypted with the key. */
  enabled: boolean;
  /** Address of the key. */
  keyIdentifier?: string;
  /** Name of the vault. */
  keyVaultName?: string;
  /** Whether the key is to be reached over private networks alone; nothing is reached here. */
  requirePrivateNetworking?: boolean;
  /** Resource group of the vault. */
  resourceGroupName?: string;
  /** Cloud provider access that may use the key, in place of a secret. */
  roleId?: string;
  /** Subscription of the account. */
  subscriptionID?: string;
  /** Tenant of the account. */
  tenantID?: string;
  /** Whether the key was reached: true where it is enabled, as no provider is asked here. */
  valid?: boolean;
}

export interface AzureKeyVaultRequest {
  /** Cloud of the account. */
  azureEnvironment?: "AZURE" | "AZURE_CHINA" | "AZURE_US_GOVERNMENT" | undefined;
  /** Application that may use the key. */
  clientID?: string | undefined;
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Address of the key. */
  keyIdentifier?: string | undefined;
  /** Name of the vault. */
  keyVaultName?: string | undefined;
  /** Whether the key is to be reached over private networks alone; nothing is reached here. */
  requirePrivateNetworking?: boolean | undefined;
  /** Resource group of the vault. */
  resourceGroupName?: string | undefined;
  /** Cloud provider access that may use the key, in place of a secret. */
  roleId?: string | undefined;
  /** Secret of the application. Kept sealed, never answered. */
  secret?: string | undefined;
  /** Subscription of the account. */
  subscriptionID?: string | undefined;
  /** Tenant of the account. */
  tenantID?: string | undefined;
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

export interface BackupComplianceOnDemandPolicyItemRequest {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "ondemand";
  /** Id of the item. */
  id?: string | undefined;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
}

export interface BackupComplianceScheduledPolicyItem {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "daily" | "hourly" | "weekly" | "monthly" | "yearly";
  /** Id of the item. */
  id?: string;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
}

export interface BackupComplianceScheduledPolicyItemRequest {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "daily" | "hourly" | "weekly" | "monthly" | "yearly";
  /** Id of the item. */
  id?: string | undefined;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
}

/** Largest size. */
export type BaseCloudProviderInstanceSize = string;

/** Never answered: there are no peering connections. */
export interface BaseNetworkPeeringConnectionSettings {
  /** Region of the other network. */
  accepterRegionName?: string;
  /** Account that has the other network. */
  awsAccountId?: string;
  /** Id of the connection. */
  connectionId?: string;
  /** Container that is connected. */
  containerId: string;
  /** What went wrong. */
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
  /** What went wrong. */
  errorState?: string;
  /** Resource group of the other network. */
  resourceGroupName?: string;
  /** State. */
  status?: "ADDING_PEER" | "AVAILABLE" | "FAILED" | "DELETION_FAILED" | "DELETING" | "WAITING_FOR_USER";
  /** Name of the other network. */
  vnetName?: string;
  /** What went wrong. */
  errorMessage?: string;
  /** Id of the project at Google Cloud. */
  gcpProjectId?: string;
  /** Name of the other network. */
  networkName?: string;
}

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

/** BI connector. */
export interface BiConnector {
  /** Whether the connector is wanted; there is none here. */
  enabled?: boolean;
  /** Nodes it would read from. */
  readPreference?: string;
}

export interface BiConnectorRequest {
  /** Whether the connector is wanted; there is none here. */
  enabled?: boolean | undefined;
  /** Nodes it would read from. */
  readPreference?: string | undefined;
}

export interface CloudAccessRoleAssignment {
  /** Project the role is held in. */
  groupId?: string;
  /** Organization the role is held in. */
  orgId?: string;
  /** Name of the role. */
  roleName?: RoleName;
}

export interface CloudAccessRoleAssignmentRequest {
  /** Project the role is held in. */
  groupId?: string | undefined;
  /** Organization the role is held in. */
  orgId?: string | undefined;
  /** Name of the role. */
  roleName?: RoleName | undefined;
}

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

export interface CloudAppUserRequest {
  /** Two letters, ISO 3166-1. */
  country?: string | undefined;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Telephone number. */
  mobileNumber?: string | undefined;
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

export interface CloudDatabaseUserRequest {
  /** Whether the user proves to be an AWS user or role. */
  awsIAMType?: "NONE" | "USER" | "ROLE" | undefined;
  /** Database that knows the user: $external where something outside proves who it is. */
  databaseName?: "admin" | "$external" | undefined;
  /** When the user ends by itself, at most a week ahead; absent for never. */
  deleteAfterDate?: string | undefined;
  /** What the user is for. */
  description?: string | null | undefined;
  /** Project of the user. */
  groupId?: string | undefined;
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

export interface CloudProviderAccessAzureServicePrincipal {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Id of the access, of Azure. */
  _id?: string;
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string;
  /** When the access was begun. */
  createdDate?: string;
  /** What uses it: nothing here. */
  featureUsages?: CloudProviderAccessFeatureUsage[];
  /** When it was changed last. */
  lastUpdatedDate?: string;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string;
  /** Tenant of the service principal. */
  tenantId?: string;
  /** Account of Atlas that assumes the role: the one that was recorded. */
  atlasAWSAccountArn?: string;
  /** External id that the role's trust policy must name. */
  atlasAssumedRoleExternalId?: string;
  /** When a role was named; null before. */
  authorizedDate?: string | null;
  /** Service account that Atlas uses, once it is made. */
  gcpServiceAccountForAtlas?: string;
  /** Role that Atlas assumes; null before one is named. */
  iamAssumedRoleArn?: string | null;
  /** Id of the access. */
  roleId?: string;
  /** How far the service account has come: complete after five seconds here, and it never fails. */
  status?: "COMPLETE" | "FAILED" | "IN_PROGRESS" | "NOT_INITIATED";
}

export type CloudProviderAccessFeatureUsage = Record<string, never>;

export interface CloudProviderAccessGCPServiceAccount {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** When the access was begun. */
  createdDate?: string;
  /** What uses it: nothing here. */
  featureUsages?: CloudProviderAccessFeatureUsage[];
  /** Service account that Atlas uses, once it is made. */
  gcpServiceAccountForAtlas?: string;
  /** Id of the access. */
  roleId?: string;
  /** How far the service account has come: complete after five seconds here, and it never fails. */
  status?: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "NOT_INITIATED";
  /** Account of Atlas that assumes the role: the one that was recorded. */
  atlasAWSAccountArn?: string;
  /** External id that the role's trust policy must name. */
  atlasAssumedRoleExternalId?: string;
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string;
  /** Tenant of the service principal. */
  tenantId?: string;
  /** Id of the access, of Azure. */
  _id?: string;
  /** When a role was named; null before. */
  authorizedDate?: string | null;
  /** Role that Atlas assumes; null before one is named. */
  iamAssumedRoleArn?: string | null;
  /** When it was changed last. */
  lastUpdatedDate?: string;
}

export interface CloudProviderAccessRole {
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
  /** Id of the access, of Azure. */
  _id?: string;
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string;
  /** When it was changed last. */
  lastUpdatedDate?: string;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string;
  /** Tenant of the service principal. */
  tenantId?: string;
  /** Service account that Atlas uses, once it is made. */
  gcpServiceAccountForAtlas?: string;
  /** How far the service account has come: complete after five seconds here, and it never fails. */
  status?: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "NOT_INITIATED";
}

export interface CloudProviderAccessRoleRequest {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string | undefined;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string | undefined;
  /** Tenant of the service principal. */
  tenantId?: string | undefined;
}

export interface CloudProviderAccessRoleRequestUpdate {
  /** Cloud provider of the account. */
  providerName: "AWS" | "AZURE" | "GCP";
  /** Application of Atlas at Azure. */
  atlasAzureAppId?: string | undefined;
  /** Service principal that Atlas uses. */
  servicePrincipalId?: string | undefined;
  /** Tenant of the service principal. */
  tenantId?: string | undefined;
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
  /** Whether clusters are in it. No network is made. */
  provisioned: boolean;
  /** Addresses in it, as Atlas would choose them. */
  atlasCidrBlock: string;
  /** AWS: region that it is in. */
  regionName?: string;
  /** Id of the network at AWS. */
  vpcId?: string;
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
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE";
  /** Nodes of one kind in a region. */
  effectiveAnalyticsSpecs?: HardwareSpec;
  /** Nodes of one kind in a region. */
  effectiveElectableSpecs?: HardwareSpec;
  /** Nodes of one kind in a region. */
  effectiveReadOnlySpecs?: HardwareSpec;
}

export interface CloudRegionConfig20240805 {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpec20240805;
  /** Priority in elections; if absent 7 for the first region, and one less for each that follows. */
  priority?: number;
  /** Where it is; TENANT shares machines with other clusters. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT";
  /** Region in the words of Atlas, such as US_EAST_1. */
  regionName?: string;
  /** Auto-scaling settings. */
  analyticsAutoScaling?: AdvancedAutoScalingSettings;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpec20240805;
  /** Auto-scaling settings. */
  autoScaling?: AdvancedAutoScalingSettings;
  /** What it really has, where auto-scaling keeps it from what was asked for. */
  effectiveAnalyticsSpecs?: DedicatedHardwareSpec20240805;
  /** What it really has, where auto-scaling keeps it from what was asked for. */
  effectiveElectableSpecs?: DedicatedHardwareSpec20240805;
  /** What it really has, where auto-scaling keeps it from what was asked for. */
  effectiveReadOnlySpecs?: DedicatedHardwareSpec20240805;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpec20240805;
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE";
}

export interface CloudRegionConfig20240805Request {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpec20240805Request | undefined;
  /** Priority in elections; if absent 7 for the first region, and one less for each that follows. */
  priority?: number | undefined;
  /** Where it is; TENANT shares machines with other clusters. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT" | undefined;
  /** Region in the words of Atlas, such as US_EAST_1. */
  regionName?: string | undefined;
  /** Auto-scaling settings. */
  analyticsAutoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpec20240805Request | undefined;
  /** Auto-scaling settings. */
  autoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpec20240805Request | undefined;
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE" | undefined;
}

export interface CloudRegionConfigRequest {
  /** Nodes of one kind in a region. */
  electableSpecs?: HardwareSpecRequest | undefined;
  /** Priority in elections; if absent 7 for the first region, and one less for each that follows. */
  priority?: number | undefined;
  /** Where it is; TENANT shares machines with other clusters. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT" | undefined;
  /** Region in the words of Atlas, such as US_EAST_1. */
  regionName?: string | undefined;
  /** Auto-scaling settings. */
  analyticsAutoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  analyticsSpecs?: DedicatedHardwareSpecRequest | undefined;
  /** Auto-scaling settings. */
  autoScaling?: AdvancedAutoScalingSettingsRequest | undefined;
  /** Nodes of one kind in a region. */
  readOnlySpecs?: DedicatedHardwareSpecRequest | undefined;
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE" | undefined;
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
export interface ClusterComputeAutoScaling {
  /** Whether sizes would change by themselves. */
  enabled?: boolean;
  /** Whether they would become smaller. */
  scaleDownEnabled?: boolean;
}

export interface ClusterComputeAutoScalingRequest {
  /** Whether sizes would change by themselves. */
  enabled?: boolean | undefined;
  /** Whether they would become smaller. */
  scaleDownEnabled?: boolean | undefined;
}

/** Where the database is; empty while a cluster is made. */
export interface ClusterConnectionStrings {
  /** Strings through private endpoints: none. */
  awsPrivateLinkSrv?: Record<string, string>;
  /** Private endpoints: none. */
  privateEndpoint?: ClusterDescriptionConnectionStringsPrivateEndpoint[];
  /** Address of the database. It says when there is none. */
  standard?: string;
  /** The same: no name that stands for several leads to this machine. */
  standardSrv?: string;
}

export interface ClusterDescription20240805 {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string;
  /** Kept as it is sent. */
  adaptiveCapacity?: "ENABLED" | "DISABLED" | null;
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
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED";
  /** Shards as they really are. */
  effectiveReplicationSpecs?: ReplicationSpec20240805[];
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
  /** Role of the cluster for Atlas: NONE. */
  internalClusterRole?: string;
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
  /** Whether logs would be redacted. */
  redactClientLogData?: boolean;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE";
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: ReplicationSpec20240805[];
  /** Whether backups outlive it. */
  retainBackups?: boolean;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1";
  /** State; REPAIRING never here. */
  stateName: "IDLE" | "CREATING" | "UPDATING" | "DELETING" | "REPAIRING";
  /** Tags. */
  tags?: ResourceTag[];
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean;
  /** Kept as it is sent. */
  useAwsTimeBasedSnapshotCopyForFastInitialSync?: boolean;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS";
  /** Edition of the database. */
  effectiveDatabaseEdition?: string;
}

export interface ClusterDescription20240805Request {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string | undefined;
  /** Kept as it is sent. */
  adaptiveCapacity?: "ENABLED" | "DISABLED" | null | undefined;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED" | undefined;
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED" | undefined;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED" | undefined;
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | undefined;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean | undefined;
  /** Whether logs would be redacted. */
  redactClientLogData?: boolean | undefined;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE" | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly ReplicationSpec20240805Request[] | undefined;
  /** Whether backups outlive it. */
  retainBackups?: boolean | undefined;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1" | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
  /** Kept as it is sent. */
  useAwsTimeBasedSnapshotCopyForFastInitialSync?: boolean | undefined;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS" | undefined;
}

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

export interface ClusterDescriptionProcessArgs {
  /** Seconds that images are kept; -1 for ever. */
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number | null;
  /** Chunks that move at once. */
  chunkMigrationConcurrency?: number | null;
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
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3";
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
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT";
  /** Longest time of a transaction. */
  transactionLifetimeLimitSeconds?: number | null;
}

export interface ClusterDescriptionProcessArgs20240805 {
  /** Seconds that images are kept; -1 for ever. */
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number | null;
  /** Chunks that move at once. */
  chunkMigrationConcurrency?: number | null;
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
  /** Longest time of an operation. */
  defaultMaxTimeMS?: number | null;
  /** Default write concern. */
  defaultWriteConcern?: string | null;
  /** Whether JavaScript runs on the server. */
  javascriptEnabled?: boolean | null;
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3";
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
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT";
  /** Longest time of a transaction. */
  transactionLifetimeLimitSeconds?: number | null;
  /** Default read concern, before version 2024-08-05. */
  defaultReadConcern?: "local" | "available" | null;
  /** Whether long keys are refused, before version 2024-08-05. */
  failIndexKeyTooLong?: boolean | null;
}

export interface ClusterDescriptionProcessArgs20240805Request {
  /** Seconds that images are kept; -1 for ever. */
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number | null | undefined;
  /** Chunks that move at once. */
  chunkMigrationConcurrency?: number | null | undefined;
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
  /** Longest time of an operation. */
  defaultMaxTimeMS?: number | null | undefined;
  /** Default write concern. */
  defaultWriteConcern?: string | null | undefined;
  /** Whether JavaScript runs on the server. */
  javascriptEnabled?: boolean | null | undefined;
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3" | undefined;
  /** Whether scans of collections are refused. */
  noTableScan?: boolean | null | undefined;
  /** Hours that the oplog is kept. */
  oplogMinRetentionHours?: number | null | undefined;
  /** Size of the oplog. */
  oplogSizeMB?: number | null | undefined;
  /** How much is logged of queries. */
  queryStatsLogVerbosity?: number | null | undefined;
  /** Seconds between two samples. */
  sampleRefreshIntervalBIConnector?: number | null | undefined;
  /** Documents of a sample. */
  sampleSizeBIConnector?: number | null | undefined;
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT" | undefined;
  /** Longest time of a transaction. */
  transactionLifetimeLimitSeconds?: number | null | undefined;
  /** Default read concern, before version 2024-08-05. */
  defaultReadConcern?: "local" | "available" | null | undefined;
  /** Whether long keys are refused, before version 2024-08-05. */
  failIndexKeyTooLong?: boolean | null | undefined;
}

export interface ClusterDescriptionProcessArgsRequest {
  /** Seconds that images are kept; -1 for ever. */
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number | null | undefined;
  /** Chunks that move at once. */
  chunkMigrationConcurrency?: number | null | undefined;
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
  /** Longest time of an operation. */
  defaultMaxTimeMS?: number | null | undefined;
  /** Default read concern, before version 2024-08-05. */
  defaultReadConcern?: "local" | "available" | null | undefined;
  /** Default write concern. */
  defaultWriteConcern?: string | null | undefined;
  /** Whether long keys are refused, before version 2024-08-05. */
  failIndexKeyTooLong?: boolean | null | undefined;
  /** Whether JavaScript runs on the server. */
  javascriptEnabled?: boolean | null | undefined;
  /** Oldest version of TLS. */
  minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3" | undefined;
  /** Whether scans of collections are refused. */
  noTableScan?: boolean | null | undefined;
  /** Hours that the oplog is kept. */
  oplogMinRetentionHours?: number | null | undefined;
  /** Size of the oplog. */
  oplogSizeMB?: number | null | undefined;
  /** How much is logged of queries. */
  queryStatsLogVerbosity?: number | null | undefined;
  /** Seconds between two samples. */
  sampleRefreshIntervalBIConnector?: number | null | undefined;
  /** Documents of a sample. */
  sampleSizeBIConnector?: number | null | undefined;
  /** Whether the ciphers are those named here. */
  tlsCipherConfigMode?: "CUSTOM" | "DEFAULT" | undefined;
  /** Longest time of a transaction. */
  transactionLifetimeLimitSeconds?: number | null | undefined;
}

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

/** Version 2023-01-01: where it is, and its hardware. */
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
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE";
  /** TENANT: size that it really has. */
  effectiveInstanceSizeName?: string;
}

export interface ClusterProviderSettingsRequest {
  /** Where it is; FLEX in an upgrade to a flex cluster. */
  providerName?: "AWS" | "AZURE" | "GCP" | "TENANT" | "FLEX" | undefined;
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
  /** Operations of the disk in a second. */
  diskIOPS?: number | undefined;
  /**
   * AWS: whether the volume is encrypted: always.
   * @deprecated
   */
  encryptEBSVolume?: boolean | undefined;
  /** Size, such as M10. */
  instanceSizeName?: string | undefined;
  /** Region; absent where there are several. */
  regionName?: string | undefined;
  /** AWS: kind of the volume. */
  volumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE" | undefined;
  /** AZURE: kind of the disk. */
  diskTypeName?: string | undefined;
  /** TENANT: where it is. */
  backingProviderName?: "AWS" | "GCP" | "AZURE" | undefined;
}

export interface ClusterStatus {
  /** Whether changes have reached it. */
  changeStatus: "PENDING" | "APPLIED";
  /** Resources that belong to this one. */
  links?: Link[];
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

export interface ConnectedOrgConfigRoleAssignmentRequest {
  /** Project that the role is held in. */
  groupId?: string | undefined;
  /** Organization that the role is held in. */
  orgId?: string | undefined;
  /** Role in the one or in the other. */
  role?: RoleName | undefined;
}

export interface ControlPlaneIPAddresses {
  /** Gateways of the control plane. */
  gateways: Gateway[];
  /** Where it is called. */
  inbound: InboundControlPlaneCloudProviderIPAddresses;
  /** From where it calls. */
  outbound: OutboundControlPlaneCloudProviderIPAddresses;
}

/** An API key to be made. */
export interface CreateAtlasOrganizationApiKey {
  /** What the key is for. */
  desc: string;
  /** Organization roles of the key; a sent list replaces the old one. */
  roles: readonly OrgRoleName[];
}

export interface CreateAtlasProjectApiKey {
  /** What the key is for. */
  desc: string;
  /** Project roles of the key; at least one of {@link GroupRoleName}. */
  roles: readonly GroupRoleName[];
}

export interface CreateOrganizationRequest {
  /** An API key to be made. */
  apiKey?: CreateAtlasOrganizationApiKey | undefined;
  /** Federation the organization joins. The caller must own another organization in it. */
  federationSettingsId?: string | undefined;
  /** Name of the organization. Letters and digits of any script, blanks and the characters - _ . ( ) , : & @ + ' */
  name: string;
  /** User who becomes Organization Owner. */
  orgOwnerId?: string | undefined;
  /** A service account to be made. */
  serviceAccount?: OrgServiceAccountRequest | null | undefined;
  /** Whether new projects start without alert settings. */
  skipDefaultAlertsSettings?: boolean | undefined;
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

/** How long console sessions last. */
export interface CustomSessionTimeouts {
  /** Longest life of a console session. */
  absoluteSessionTimeoutInSeconds?: number;
  /** Longest life of a console session in which nothing happens. */
  idleSessionTimeoutInSeconds?: number;
}

export interface CustomSessionTimeoutsRequest {
  /** Longest life of a console session. */
  absoluteSessionTimeoutInSeconds?: number | undefined;
  /** Longest life of a console session in which nothing happens. */
  idleSessionTimeoutInSeconds?: number | undefined;
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

export interface DataFederationLimit {
  /** How much of the limit is used. */
  currentUsage?: number;
  /** What holds until a limit is set; absent where nothing is limited then. */
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
export interface DataProtectionSettings20231001 {
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

export interface DataProtectionSettings20231001Request {
  /** Address of the person who may have the policy taken away. */
  authorizedEmail?: string | undefined;
  /** First name of that person. */
  authorizedUserFirstName?: string | undefined;
  /** Last name of that person. */
  authorizedUserLastName?: string | undefined;
  /** Whether copies are protected too. */
  copyProtectionEnabled?: boolean | undefined;
  /** Whether clusters are to be encrypted with a key of one's own. */
  encryptionAtRestEnabled?: boolean | undefined;
  /** How long backups on demand are kept at least. */
  onDemandPolicyItem?: BackupComplianceOnDemandPolicyItemRequest | null | undefined;
  /** Whether clusters are to be restored at any instant. */
  pitEnabled?: boolean | undefined;
  /** Id of the project. */
  projectId?: string | undefined;
  /** Days back to which that reaches at least. */
  restoreWindowDays?: number | undefined;
  /** How often backups are made at least, and how long they are kept. */
  scheduledPolicyItems?: readonly BackupComplianceScheduledPolicyItemRequest[] | undefined;
}

export interface DataProtectionSettingsRequest {
  /** Address of the person who may have the policy taken away. */
  authorizedEmail?: string | undefined;
  /** First name of that person. */
  authorizedUserFirstName?: string | undefined;
  /** Last name of that person. */
  authorizedUserLastName?: string | undefined;
  /** Whether copies are protected too. */
  copyProtectionEnabled?: boolean | undefined;
  /** Whether clusters are to be encrypted with a key of one's own. */
  encryptionAtRestEnabled?: boolean | undefined;
  /** How long backups on demand are kept at least. */
  onDemandPolicyItem?: BackupComplianceOnDemandPolicyItemRequest | null | undefined;
  /** Whether clusters are to be restored at any instant. */
  pitEnabled?: boolean | undefined;
  /** Id of the project. */
  projectId?: string | undefined;
  /** Days back to which that reaches at least. */
  restoreWindowDays?: number | undefined;
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

export interface DatabasePermittedNamespaceResourceRequest {
  /** Whether it is the whole deployment. */
  cluster?: boolean | undefined;
  /** Collection; all of the database if absent or empty. */
  collection?: string | undefined;
  /** Database; any if it is empty. */
  db?: string | undefined;
}

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
export interface DedicatedHardwareSpec20240805 {
  /** Operations of the disk in a second. */
  diskIOPS?: number;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number;
  /** AWS: throughput in MB a second of a standard disk of the second generation. */
  diskThroughput?: number;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
  /** Size, such as M10; M0 is free. */
  instanceSize?: string;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number;
  /** TENANT: size that it really has. */
  effectiveInstanceSize?: string;
}

export interface DedicatedHardwareSpec20240805Request {
  /** Operations of the disk in a second. */
  diskIOPS?: number | undefined;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number | undefined;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE" | undefined;
  /** Size, such as M10; M0 is free. */
  instanceSize?: string | undefined;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number | undefined;
}

export interface DedicatedHardwareSpecRequest {
  /** Operations of the disk in a second. */
  diskIOPS?: number | undefined;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE" | undefined;
  /** Size, such as M10; M0 is free. */
  instanceSize?: string | undefined;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number | undefined;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number | undefined;
}

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

export interface DiskBackupApiPolicyItem {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
  /** Id of the item. */
  id?: string;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
}

export interface DiskBackupApiPolicyItemRequest {
  /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
  frequencyInterval: number;
  /** How often backups are made. */
  frequencyType: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
  /** Id of the item. */
  id?: string | undefined;
  /** Unit of the retention. */
  retentionUnit: "days" | "weeks" | "months" | "years";
  /** How many of the unit a backup is kept. */
  retentionValue: number;
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

export interface DiskBackupCopySetting20240805 {
  /** Provider that backups are copied to. */
  cloudProvider?: "AWS" | "AZURE" | "GCP";
  /**
   * Which backups are copied.
   * @deprecated
   */
  frequencies?: ("HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND")[];
  /** Region that backups are copied to. */
  regionName?: string;
  /** Whether the log of operations is copied too. */
  shouldCopyOplogs?: boolean;
  /** Zone of the cluster. */
  zoneId?: string;
}

export interface DiskBackupCopySetting20240805Request {
  /** Provider that backups are copied to. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | undefined;
  /**
   * Which backups are copied.
   * @deprecated
   */
  frequencies?: readonly ("HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND")[] | undefined;
  /** Region that backups are copied to. */
  regionName?: string | undefined;
  /** Whether the log of operations is copied too. */
  shouldCopyOplogs?: boolean | undefined;
  /** Zone of the cluster. */
  zoneId?: string | undefined;
  /** Spec of the zone, by the id that it has before version 2024-08-05. */
  replicationSpecId?: string | undefined;
}

export interface DiskBackupCopySettingRequest {
  /** Provider that backups are copied to. */
  cloudProvider?: "AWS" | "AZURE" | "GCP" | undefined;
  /**
   * Which backups are copied.
   * @deprecated
   */
  frequencies?: readonly ("HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND")[] | undefined;
  /** Region that backups are copied to. */
  regionName?: string | undefined;
  /** Spec of the zone, by the id that it has before version 2024-08-05. */
  replicationSpecId?: string | undefined;
  /** Whether the log of operations is copied too. */
  shouldCopyOplogs?: boolean | undefined;
  /** Zone of the cluster. */
  zoneId?: string | undefined;
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

export interface DiskBackupSnapshotSchedule20240805 {
  /** Whether Atlas chooses the regions of copies. */
  autoCopySettingsEnabled?: boolean;
  /** Whether backups are exported by themselves. */
  autoExportEnabled: boolean;
  /** Id of the cluster. */
  clusterId: string;
  /** Name of the cluster. */
  clusterName: string;
  /** Whether copies are kept as long as they say, and not as backups. */
  copyPolicyItemsEnabled: boolean;
  /** Regions that backups are copied to. */
  copySettings: DiskBackupCopySetting20240805[];
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

export interface DiskBackupSnapshotSchedule20240805Request {
  /** Whether Atlas chooses the regions of copies. */
  autoCopySettingsEnabled?: boolean | undefined;
  /** Whether backups are exported by themselves. */
  autoExportEnabled?: boolean | undefined;
  /** Whether copies are kept as long as they say, and not as backups. */
  copyPolicyItemsEnabled?: boolean | undefined;
  /** Regions that backups are copied to. */
  copySettings?: readonly DiskBackupCopySetting20240805Request[] | undefined;
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
}

export interface DiskBackupSnapshotScheduleRequest {
  /** Whether backups are exported by themselves. */
  autoExportEnabled?: boolean | undefined;
  /** Whether copies are kept as long as they say, and not as backups. */
  copyPolicyItemsEnabled?: boolean | undefined;
  /** Regions that backups are copied to. */
  copySettings?: readonly DiskBackupCopySettingRequest[] | undefined;
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

/** Access of the vendor's staff: never here. */
export interface EmployeeAccessGrantView {
  /** When the access ends. */
  expirationTime: string;
  /** What the vendor's staff may reach. */
  grantType:
    | "CLUSTER_DATABASE_LOGS"
    | "CLUSTER_INFRASTRUCTURE"
    | "CLUSTER_INFRASTRUCTURE_AND_APP_SERVICES_SYNC_DATA";
  /** Resources that belong to this one. */
  links?: Link[];
}

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

/** Never answered: there are no endpoint services. */
export interface EndpointService {
  /** Cloud provider. */
  cloudProvider: "AWS" | "AZURE" | "GCP";
  /** What went wrong. */
  errorMessage?: string;
  /** Id. */
  id?: string;
  /** Region. */
  regionName?: string;
  /** State. */
  status?: "INITIATING" | "AVAILABLE" | "WAITING_FOR_USER" | "FAILED" | "DELETING";
}

/** Severity of the alerts. */
export type EventSeverity = "INFO" | "WARNING" | "ERROR" | "CRITICAL";

export interface EventTypeDetails {
  /** Whether alert configurations can name it. */
  alertable: boolean;
  /** What it says, in words. */
  description?: string;
  /** Name of the type. */
  eventType?: EventTypeForOrg | EventTypeForNdsGroup | (string & {});
}

export interface EventViewForNdsGroup {
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
  /** Resources that belong to this one. */
  links?: Link[];
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
  /** Stream workspace that it is about: none here. */
  instanceName?: string;
  /** Size before. */
  fromTier?: string;
  /** Who changed it. */
  modifiedBy?: string;
  /** Error of the stream processor: none here. */
  processorErrorMsg?: string;
  /** Stream processor that it is about: none here. */
  processorName?: string;
  /** State of the stream processor: none here. */
  processorState?: string;
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

export interface EventViewForOrg {
  /** API key that caused it. */
  apiKeyId?: string;
  /** When it happened. */
  created: string;
  /** Service that acted for the caller: none here. */
  delegatePrincipal?: Principal;
  /** What happened. */
  eventTypeName: EventTypeForOrg | (string & {});
  /** Project it belongs to. */
  groupId?: string;
  /** Id of the event. */
  id: string;
  /** Whether staff of the operator caused it: never here. */
  isGlobalAdmin?: boolean;
  /** Resources that belong to this one. */
  links?: Link[];
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
  /** Database user it is about. */
  dbUserUsername?: string;
  /** Team it is about. */
  teamId?: string;
  /** Person it is about. */
  targetUsername?: string | null;
  /** Resource it is about. */
  resourceId?: string;
  /** Kind of that resource. */
  resourceType?: string;
  /** Resource policy it is about. */
  resourcePolicyId?: string;
  /** Service account it is about. */
  clientId?: string;
  /** Cluster it is about. */
  clusterName?: string;
}

export interface ExtraRetentionSetting {
  /** Which backups are kept for longer. */
  frequencyType?: "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND";
  /** Days that they are kept for longer. */
  retentionDays?: number;
}

export interface ExtraRetentionSettingRequest {
  /** Which backups are kept for longer. */
  frequencyType?: "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | "ON_DEMAND" | undefined;
  /** Days that they are kept for longer. */
  retentionDays?: number | undefined;
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

export interface FederationIdentityProviderUpdate {
  /** Domains whose people the provider identifies. */
  associatedDomains?: readonly string[] | undefined;
  /** What the provider is for. */
  description?: string | null | undefined;
  /** Name of the provider. */
  displayName?: string | undefined;
  /** Whether people or programs are identified. */
  idpType?: "WORKFORCE" | "WORKLOAD" | undefined;
  /** Issuer of its tokens or assertions. */
  issuerUri?: string | undefined;
  /** Certificates of a SAML provider. */
  pemFileInfo?: PemFileInfoUpdate | undefined;
  /** Protocol of the provider. */
  protocol?: "SAML" | "OIDC" | undefined;
  /** How requests to sign in are sent. */
  requestBinding?: "HTTP-POST" | "HTTP-REDIRECT" | undefined;
  /** How assertions are signed. */
  responseSignatureAlgorithm?: "SHA-1" | "SHA-256" | undefined;
  /** Last part of an address that leads to the provider. */
  slug?: string | null | undefined;
  /** Whether sign-ins can be tried out. */
  ssoDebugEnabled?: boolean | undefined;
  /** Where requests to sign in are sent. */
  ssoUrl?: string | undefined;
  /** Whether the provider is used. */
  status?: "ACTIVE" | "INACTIVE" | null | undefined;
  /** Audience of the tokens. */
  audience?: string | undefined;
  /** Whether groups or single identities are authorized. */
  authorizationType?: "GROUP" | "USER" | undefined;
  /** Client of the provider that people sign in by; only for people. */
  clientId?: string | undefined;
  /** Claim that has the groups; `groups` if groups are authorized and none is named. */
  groupsClaim?: string | undefined;
  /** Scopes that people are asked for; only for people. */
  requestedScopes?: readonly string[] | undefined;
  /** Claim that has the identity; `sub` if none is named. */
  userClaim?: string | undefined;
}

export interface FederationOidcIdentityProvider {
  /** Domains whose people the provider identifies. */
  associatedDomains?: string[];
  /** Organizations that use it. */
  associatedOrgs: ConnectedOrgConfig[];
  /** Audience of the tokens. */
  audience?: string | null;
  /** Whether groups or single identities are authorized. */
  authorizationType?: "GROUP" | "USER";
  /** Client of the provider that people sign in by. */
  clientId?: string | null;
  /** When it was made. */
  createdAt: string;
  /** What the provider is for. */
  description?: string | null;
  /** Name of the provider. */
  displayName?: string;
  /** Claim that has the groups. */
  groupsClaim?: string | null;
  /** Id of the provider. */
  id: string;
  /** Whether people or programs are identified. */
  idpType?: "WORKFORCE" | "WORKLOAD";
  /** Issuer of its tokens or assertions. */
  issuerUri?: string;
  /** The older id of 20 signs; null where the provider has none. */
  oktaIdpId: string | null;
  /** Protocol of the provider. */
  protocol?: "SAML" | "OIDC";
  /** Scopes that people are asked for; only for people. */
  requestedScopes?: string[];
  /** When it was changed; null until then. */
  updatedAt: string | null;
  /** Claim that has the identity; `sub` if none is named. */
  userClaim?: string;
  /** Where assertions are sent. */
  acsUrl?: string | null;
  /** Audience of the assertions. */
  audienceUri?: string | null;
  /** Certificates of the provider. */
  pemFileInfo?: PemFileInfo | null;
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
}

export interface FederationOidcIdentityProviderUpdate {
  /** Domains whose people the provider identifies. */
  associatedDomains?: readonly string[] | undefined;
  /** Audience of the tokens. */
  audience: string;
  /** Whether groups or single identities are authorized. */
  authorizationType?: "GROUP" | "USER" | undefined;
  /** Client of the provider that people sign in by; only for people. */
  clientId?: string | undefined;
  /** What the provider is for. */
  description?: string | null | undefined;
  /** Name of the provider. */
  displayName: string;
  /** Claim that has the groups; `groups` if groups are authorized and none is named. */
  groupsClaim?: string | undefined;
  /** Whether people or programs are identified. */
  idpType: "WORKFORCE" | "WORKLOAD";
  /** Issuer of its tokens or assertions. */
  issuerUri: string;
  /** Protocol of the provider. */
  protocol: "SAML" | "OIDC";
  /** Scopes that people are asked for; only for people. */
  requestedScopes?: readonly string[] | undefined;
  /** Claim that has the identity; `sub` if none is named. */
  userClaim?: string | undefined;
}

/** Backups. */
export interface FlexBackupSettings20241113 {
  /** Whether backups are made, as flex clusters say. */
  enabled: boolean;
}

export interface FlexClusterDescription20241113 {
  /** Backups. */
  backupSettings: FlexBackupSettings20241113;
  /** REPLICASET. */
  clusterType: string;
  /** Where the database is; empty while a cluster is made. */
  connectionStrings: FlexConnectionStrings20241113;
  /** When it was made. */
  createDate: string;
  /** Id of the project. */
  groupId: string;
  /** Id of the cluster. */
  id: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Version of MongoDB. */
  mongoDBVersion: string;
  /** Name of the cluster. */
  name: string;
  /** Where it is. */
  providerSettings: FlexProviderSettings20241113;
  /** State; REPAIRING never here. */
  stateName: "IDLE" | "CREATING" | "UPDATING" | "DELETING" | "REPAIRING";
  /** Tags. */
  tags?: ResourceTag[];
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean;
  /** LTS. */
  versionReleaseSystem: string;
}

export interface FlexClusterDescriptionCreate20241113 {
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Where it is. */
  providerSettings: FlexProviderSettingsCreate20241113;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
}

export interface FlexClusterDescriptionUpdate20241113 {
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
}

/** Where the database is; empty while a cluster is made. */
export interface FlexConnectionStrings20241113 {
  /** Address of the database. It says when there is none. */
  standard?: string;
  /** The same: no name that stands for several leads to this machine. */
  standardSrv?: string;
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

export interface Gateway {
  /** Addresses by direction, cloud and region. */
  ips: GatewayIpAddresses;
  /** Name of the gateway. */
  name: string;
}

/** Addresses by direction, cloud and region. */
export interface GatewayIpAddresses {
  /** Where it is called. */
  inbound: InboundControlPlaneCloudProviderIPAddresses;
  /** From where it calls. */
  outbound: OutboundControlPlaneCloudProviderIPAddresses;
}

export interface GeoSharding {
  /** Zones of places; none here. */
  customZoneMapping: Record<string, never>;
  /** Sharded collections; none here. */
  managedNamespaces: ManagedNamespaces[];
  /** Whether shard keys are its owner's. */
  selfManagedSharding: boolean;
}

export interface GeoSharding20240805 {
  /** Zones of places; none here. */
  customZoneMapping: Record<string, never>;
  /** Sharded collections; none here. */
  managedNamespaces: ManagedNamespaces[];
  /** Whether shard keys are its owner's. */
  selfManagedSharding: boolean;
}

/** Key of Google Cloud KMS. */
export interface GoogleCloudKMS {
  /** Whether clusters may be encrypted with the key. */
  enabled: boolean;
  /** Resource name of the version of the key. */
  keyVersionResourceID?: string;
  /** Cloud provider access that may use the key, in place of a service account's key. */
  roleId?: string;
  /** Whether the key was reached: true where it is enabled, as no provider is asked here. */
  valid?: boolean;
}

export interface GoogleCloudKMSRequest {
  /** Whether clusters may be encrypted with the key. */
  enabled?: boolean | undefined;
  /** Resource name of the version of the key. */
  keyVersionResourceID?: string | undefined;
  /** Cloud provider access that may use the key, in place of a service account's key. */
  roleId?: string | undefined;
  /** Key of the service account, as JSON. Kept sealed, never answered. */
  serviceAccountKey?: string | undefined;
}

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

export interface GroupActiveUserResponse {
  /** Id of the user. */
  id: string;
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "ACTIVE";
  /** Roles of the user in the project. */
  roles: GroupRoleName[];
  /** E-mail address of the user. */
  username: string;
  /** Two letters, ISO 3166-1. */
  country: string | null;
  /** When the account was made. */
  createdAt: string;
  /** First name. */
  firstName: string;
  /** When it last signed in. */
  lastAuth: string | null;
  /** Last name. */
  lastName: string;
  /** Telephone number. */
  mobileNumber: string | null;
}

export interface GroupAlertsConfig {
  /** When it was made. */
  created?: string;
  /** Whether alerts are opened by it. */
  enabled: boolean;
  /** Type of the event that alerts are about. */
  eventTypeName: EventTypeForNdsGroup | (string & {});
  /** Project of the configuration. */
  groupId?: string;
  /** Id of the configuration. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
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

export interface GroupMaintenanceWindowRequest {
  /** Whether each maintenance is deferred once by itself. */
  autoDeferOnceEnabled?: boolean | undefined;
  /** Day of the week, 1 for Sunday. */
  dayOfWeek?: number | undefined;
  /** Hour of the day. */
  hourOfDay?: number | undefined;
  /** Hours of the day in which no maintenance begins. */
  protectedHours?: ProtectedHoursRequest | undefined;
  /** Whether maintenance is to begin at once. */
  startASAP?: boolean | undefined;
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

export interface GroupPendingUserResponse {
  /** Id of the user. */
  id: string;
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "PENDING" | "INVITATION_EXPIRED" | "INVITATION_REJECTED";
  /** Roles of the user in the project. */
  roles: GroupRoleName[];
  /** E-mail address of the user. */
  username: string;
  /** When the invitation was made. */
  invitationCreatedAt: string;
  /** When it runs out; null once it is declined. */
  invitationExpiresAt: string | null;
  /** Who invited: an address, an API key's public key or a service account's client id. */
  inviterUsername: string;
}

export interface GroupRequest {
  /** Name of the project, unique in its organization. Letters and digits of any script, blanks and the characters - _ . ( ) , : & @ + ' */
  name: string;
  /** Organization the project belongs to. */
  orgId: string;
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
  /** Whether the system keeps the account: never here. */
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

export interface GroupSettingsRequest {
  /** Whether an assistant answers questions about clusters. */
  isClusterAiAssistantEnabled?: boolean | undefined;
  /** Whether figures of single databases are collected. */
  isCollectDatabaseSpecificsStatisticsEnabled?: boolean | undefined;
  /** Whether data can be looked at in the console. */
  isDataExplorerEnabled?: boolean | undefined;
  /** Whether generative features help to look at data. */
  isDataExplorerGenAIFeaturesEnabled?: boolean | undefined;
  /** Whether generative features are shown sample documents. */
  isDataExplorerGenAISampleDocumentPassingEnabled?: boolean | undefined;
  /** Whether data are checked for damage. */
  isDataValidationEnabled?: boolean | undefined;
  /** Whether clusters may have extended storage. */
  isExtendedStorageSizesEnabled?: boolean | undefined;
  /** Whether search results can be ranked anew. */
  isNativeRerankingEnabled?: boolean | undefined;
  /** Whether slow queries get advice. */
  isPerformanceAdvisorEnabled?: boolean | undefined;
  /** Whether the console shows what happens at this moment. */
  isRealtimePerformancePanelEnabled?: boolean | undefined;
  /** Whether schemas get advice. */
  isSchemaAdvisorEnabled?: boolean | undefined;
  /** Whether an assistant answers on the first page of the console. */
  isAtlasHomePageAiAssistantEnabled?: boolean | undefined;
}

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

export type GroupUserResponse = GroupActiveUserResponse | GroupPendingUserResponse;

/** Nodes of one kind in a region. */
export interface HardwareSpec {
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
  /** TENANT: size that it really has. */
  effectiveInstanceSize?: string;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number;
}

/** Nodes of one kind in a region. */
export interface HardwareSpec20240805 {
  /** Operations of the disk in a second. */
  diskIOPS?: number;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number;
  /** AWS: throughput in MB a second of a standard disk of the second generation. */
  diskThroughput?: number;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
  /** Size, such as M10; M0 is free. */
  instanceSize?: string;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number;
  /** TENANT: size that it really has. */
  effectiveInstanceSize?: string;
}

export interface HardwareSpec20240805Request {
  /** Operations of the disk in a second. */
  diskIOPS?: number | undefined;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number | undefined;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE" | undefined;
  /** Size, such as M10; M0 is free. */
  instanceSize?: string | undefined;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number | undefined;
}

export interface HardwareSpecRequest {
  /** Operations of the disk in a second. */
  diskIOPS?: number | undefined;
  /** AWS: kind of the volume. */
  ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE" | undefined;
  /** Size, such as M10; M0 is free. */
  instanceSize?: string | undefined;
  /** Number of nodes; 3 electable ones if absent. */
  nodeCount?: number | undefined;
  /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
  diskSizeGB?: number | undefined;
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

export interface LDAPSecuritySettingsRequest {
  /** Whether the directory authenticates users. */
  authenticationEnabled?: boolean | undefined;
  /** Whether the directory authorizes users. */
  authorizationEnabled?: boolean | undefined;
  /** Query for the groups of a user. */
  authzQueryTemplate?: string | undefined;
  /** Password of that name; never answered. */
  bindPassword?: string | undefined;
  /** Distinguished name used to query the directory. */
  bindUsername?: string | undefined;
  /** Certificates of the directory's authority, in PEM. */
  caCertificate?: string | undefined;
  /** Name or address of the directory. */
  hostname?: string | undefined;
  /** Port of the directory. */
  port?: number | undefined;
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
export interface LDAPVerifyConnectivityJobRequestParams {
  /** Query for the groups of a user. */
  authzQueryTemplate?: string;
  /** Distinguished name used to query the directory. */
  bindUsername: string;
  /** Certificates of the directory's authority, in PEM. */
  caCertificate?: string;
  /** Name or address of the directory. */
  hostname: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Port of the directory. */
  port: number;
}

export interface LDAPVerifyConnectivityJobRequestParamsRequest {
  /** Query for the groups of a user. */
  authzQueryTemplate?: string | undefined;
  /** Password of that name; never answered. */
  bindPassword: string;
  /** Distinguished name used to query the directory. */
  bindUsername: string;
  /** Certificates of the directory's authority, in PEM. */
  caCertificate?: string | undefined;
  /** Name or address of the directory. */
  hostname: string;
  /** Port of the directory. */
  port: number;
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

export interface LegacyAtlasCluster {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationView;
  /** Auto-scaling settings. */
  autoScaling?: ClusterAutoScalingSettings;
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
  /** Taken, and without effect here. */
  deleteAfterCreationHours?: number;
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
  /** Address of the database. */
  mongoURI?: string;
  /** When that was changed. */
  mongoURIUpdated?: string;
  /** Address of the database. */
  mongoURIWithOptions?: string;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name?: string;
  /** Number of shards; 1 if absent. */
  numShards?: number;
  /** Whether it is paused. */
  paused?: boolean;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean;
  /** Whether backups are wanted; there are none here. */
  providerBackupEnabled?: boolean;
  /** Version 2023-01-01: where it is, and its hardware. */
  providerSettings?: ClusterProviderSettings;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE";
  /**
   * Number of nodes: 3, 5 or 7.
   * @deprecated
   */
  replicationFactor?: number;
  /** Version 2023-01-01: nodes by region. */
  replicationSpec?: Record<string, RegionSpec>;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: LegacyReplicationSpec[];
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1";
  /** Address of the database. */
  srvAddress?: string;
  /** State; REPAIRING never here. */
  stateName: "IDLE" | "CREATING" | "UPDATING" | "DELETING" | "REPAIRING";
  /** Tags. */
  tags?: ResourceTag[];
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS";
}

export interface LegacyAtlasClusterRequest {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string | undefined;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** Auto-scaling settings. */
  autoScaling?: ClusterAutoScalingSettingsRequest | undefined;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED" | undefined;
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED" | undefined;
  /** Taken, and without effect here. */
  deleteAfterCreationHours?: number | undefined;
  /** Disk in GB, before version 2024-08-05. */
  diskSizeGB?: number | undefined;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED" | undefined;
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | undefined;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Number of shards; 1 if absent. */
  numShards?: number | undefined;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean | undefined;
  /** Whether backups are wanted; there are none here. */
  providerBackupEnabled?: boolean | undefined;
  /** Version 2023-01-01: where it is, and its hardware. */
  providerSettings?: ClusterProviderSettingsRequest | undefined;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE" | undefined;
  /**
   * Number of nodes: 3, 5 or 7.
   * @deprecated
   */
  replicationFactor?: number | undefined;
  /** Version 2023-01-01: nodes by region. */
  replicationSpec?: Record<string, RegionSpecRequest> | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly LegacyReplicationSpecRequest[] | undefined;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1" | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS" | undefined;
}

export interface LegacyAtlasTenantClusterUpgradeRequest {
  /** Taken, and without effect here. */
  acceptDataRisksAndForceReplicaSetReconfig?: string | undefined;
  /** TLS settings. */
  advancedConfiguration?: ApiAtlasClusterAdvancedConfigurationViewRequest | undefined;
  /** Auto-scaling settings. */
  autoScaling?: ClusterAutoScalingSettingsRequest | undefined;
  /** Whether backups are wanted; there are none here. */
  backupEnabled?: boolean | undefined;
  /** BI connector. */
  biConnector?: BiConnectorRequest | undefined;
  /** Shape of the cluster. */
  clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED" | undefined;
  /** The place that a sharded cluster would have its config servers in. */
  configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED" | undefined;
  /** Taken, and without effect here. */
  deleteAfterCreationHours?: number | undefined;
  /** Disk in GB, before version 2024-08-05. */
  diskSizeGB?: number | undefined;
  /** How disks would be warmed. */
  diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED" | undefined;
  /** The provider whose keys would encrypt disks. */
  encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP" | undefined;
  /** Whether the owner of a global cluster manages its shard keys. */
  globalClusterSelfManagedSharding?: boolean | undefined;
  /**
   * Labels.
   * @deprecated
   */
  labels?: readonly ComponentLabelRequest[] | undefined;
  /** Version of MongoDB that is wanted, such as 8.0. */
  mongoDBMajorVersion?: string | undefined;
  /** Name of the cluster: letters, digits and hyphens, at most 64. */
  name: string;
  /** Number of shards; 1 if absent. */
  numShards?: number | undefined;
  /** Whether it is paused. */
  paused?: boolean | undefined;
  /** Whether backups of any instant are wanted. */
  pitEnabled?: boolean | undefined;
  /** Whether backups are wanted; there are none here. */
  providerBackupEnabled?: boolean | undefined;
  /** Version 2023-01-01: where it is, and its hardware. */
  providerSettings?: ClusterProviderSettingsRequest | undefined;
  /** In which order nodes would be changed. */
  replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE" | undefined;
  /**
   * Number of nodes: 3, 5 or 7.
   * @deprecated
   */
  replicationFactor?: number | undefined;
  /** Version 2023-01-01: nodes by region. */
  replicationSpec?: Record<string, RegionSpecRequest> | undefined;
  /** From version 2024-08-05 on a shard each, before that a zone. */
  replicationSpecs?: readonly LegacyReplicationSpecRequest[] | undefined;
  /** Authority of certificates. */
  rootCertType?: "ISRGROOTX1" | undefined;
  /** Tags. */
  tags?: readonly ResourceTag[] | undefined;
  /** Whether it is protected from deletion. */
  terminationProtectionEnabled?: boolean | undefined;
  /** Whether it follows major versions or all. */
  versionReleaseSystem?: "LTS" | "CONTINUOUS" | undefined;
}

/** Version 2023-01-01: nodes by region. */
export type LegacyRegionsConfig = Record<string, RegionSpec>;

export type LegacyRegionsConfigRequest = Record<string, RegionSpecRequest>;

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

export interface LegacyReplicationSpecRequest {
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number | undefined;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: LegacyRegionsConfigRequest | undefined;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string | undefined;
  /** Regions, the first in elections first. */
  regionConfigs?: readonly CloudRegionConfigRequest[] | undefined;
}

export interface Link {
  /** Address of the linked resource. */
  href?: string;
  /** What the resource is to the one that links to it. */
  rel?: string;
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

export interface NetworkPermissionEntryRequest {
  /** Security group of AWS whose members are let in. Only one of the three says who. */
  awsSecurityGroup?: string | undefined;
  /** Network that is let in, in CIDR notation. */
  cidrBlock?: string | undefined;
  /** What the entry is for. */
  comment?: string | undefined;
  /** When the entry ends by itself, at most a week ahead; absent for never. */
  deleteAfterDate?: string | undefined;
  /** Address that is let in. */
  ipAddress?: string | undefined;
}

export interface NetworkPermissionEntryStatus {
  /** Whether the entry is in force yet: after five seconds here, and it never fails. */
  STATUS: "PENDING" | "FAILED" | "ACTIVE";
}

export interface OrgActiveUserResponse {
  /** Id of the user. */
  id: string;
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "ACTIVE";
  /** Roles in the organization and in its projects. */
  roles: OrgUserRolesResponse;
  /** Teams of the user. */
  teamIds: string[];
  /** E-mail address of the user. */
  username: string;
  /** Two letters, ISO 3166-1. */
  country: string | null;
  /** When the account was made. */
  createdAt: string;
  /** First name. */
  firstName: string;
  /** When it last signed in. */
  lastAuth: string | null;
  /** Last name. */
  lastName: string;
  /** Telephone number. */
  mobileNumber: string | null;
}

export interface OrgDelegationSettingsResponse {
  /** What MCP clients may do in the name of a person; null leaves it to the default. */
  delegatedMcpAccess: "DISALLOWED" | "READ_ONLY" | "READ_WRITE" | null;
  /** What partners may do in the name of a person; null leaves it to the default. */
  delegatedPartnerAccess: "DISALLOWED" | "READ_WRITE" | null;
  /** Seconds after which an unused refresh token ends. */
  idleRefreshTokenLifetime: number | null;
  /** Seconds after which every refresh token ends. */
  maximumRefreshTokenLifetime: number | null;
}

export interface OrgDelegationSettingsUpdateRequest {
  /** What MCP clients may do in the name of a person; null leaves it to the default. */
  delegatedMcpAccess?: "DISALLOWED" | "READ_ONLY" | "READ_WRITE" | null | undefined;
  /** What partners may do in the name of a person; null leaves it to the default. */
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

export interface OrgPaginatedEventView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: EventViewForOrg[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface OrgPendingUserResponse {
  /** Id of the user. */
  id: string;
  /** Whether the user is active, or what became of the invitation. */
  orgMembershipStatus: "PENDING" | "INVITATION_EXPIRED" | "INVITATION_REJECTED";
  /** Roles in the organization and in its projects. */
  roles: OrgUserRolesResponse;
  /** Teams of the user. */
  teamIds: string[];
  /** E-mail address of the user. */
  username: string;
  /** When the invitation was made. */
  invitationCreatedAt: string;
  /** When it runs out; null once it is declined. */
  invitationExpiresAt: string | null;
  /** Who invited: an address, an API key's public key or a service account's client id. */
  inviterUsername: string;
}

/** A service account of an organization. */
export interface OrgServiceAccount {
  /** Client id of the account. */
  clientId: string;
  /** When the account was made. */
  createdAt: string;
  /** What the account is for. */
  description: string;
  /** Name of the account. */
  name: string;
  /** Organization roles. */
  roles: OrgRoleName[];
  /** Secrets of the account, oldest first. */
  secrets: ServiceAccountSecret[];
  /** Whether the system keeps the account: never here. */
  systemManaged: boolean;
}

/** A service account to be made. */
export interface OrgServiceAccountRequest {
  /** What the account is for. Letters and digits of any script, blanks and the characters - _ . , ' */
  description: string;
  /** Name of the account. Letters and digits of any script, blanks and the characters - _ . , ' */
  name: string;
  /** Organization roles; a sent list replaces the old one. */
  roles: readonly OrgRoleName[];
  /** Hours the first secret lives: 8 to 8760, or to the lower maximum of the organization. Required unless withoutInitialSecret is true. */
  secretExpiresAfterHours?: number | undefined;
  /** Makes the account without a secret, to be made later; secretExpiresAfterHours must be absent then. */
  withoutInitialSecret?: boolean | undefined;
}

export interface OrgServiceAccountUpdateRequest {
  /** Absent or null leaves it as it is. */
  description?: string | null | undefined;
  /** Absent or null leaves it as it is. */
  name?: string | null | undefined;
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

export type OrgUserResponse = OrgActiveUserResponse | OrgPendingUserResponse;

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

export interface OrganizationInvitation {
  /** When the invitation was made. */
  createdAt: string;
  /** When the invitation can no longer be accepted: thirty days after it was made. */
  expiresAt: string;
  /** Project roles the invited person will hold after accepting, an item for each role. */
  groupRoleAssignments: GroupRole[];
  /** Id of the invitation. */
  id: string;
  /** Who invited: a person's address, an API key's public key or a service account's client id. */
  inviterUsername: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Organization the invitation is to. */
  orgId: string;
  /** Name of that organization. */
  orgName: string;
  /** Organization roles the invited person will hold after accepting; at least one. */
  roles: OrgRoleName[];
  /** Teams of the organization the invited person will join after accepting. */
  teamIds: string[];
  /** Invited e-mail address. */
  username: string;
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

export interface OrganizationInvitationUpdateRequest {
  /** Project roles the invited person will hold after accepting, an item for each project. */
  groupRoleAssignments?: readonly OrganizationInvitationGroupRoleAssignmentsRequest[] | undefined;
  /** Organization roles the invited person will hold after accepting; at least one. */
  roles: readonly OrgRoleName[];
  /** Teams of the organization the invited person will join after accepting. */
  teamIds?: readonly string[] | undefined;
}

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

export interface OrganizationSettingsRequest {
  /** Whether credentials without an access list of their own are refused. */
  apiAccessListRequired?: boolean | undefined;
  /** How long console sessions last. */
  customSessionTimeouts?: CustomSessionTimeoutsRequest | undefined;
  /** Whether generative features are offered. */
  genAIFeaturesEnabled?: boolean | undefined;
  /** Longest life that a new secret of a service account may have. */
  maxServiceAccountSecretValidityInHours?: number | undefined;
  /** Whether people need a second factor to sign in. */
  multiFactorAuthRequired?: boolean | undefined;
  /** E-mail address for news about the operation of clusters; null or an empty text takes it away. */
  operationsContact?: string | null | undefined;
  /** Whether the vendor's staff may not reach databases. */
  restrictEmployeeAccess?: boolean | undefined;
  /** E-mail address for news about security; an empty text takes it away. */
  securityContact?: string | undefined;
  /** Whether stream processing may reach other projects. */
  streamsCrossGroupEnabled?: boolean | undefined;
}

/** From where it calls. */
export interface OutboundControlPlaneCloudProviderIPAddresses {
  /** Addresses in AWS, by region. */
  aws: Record<string, string[]>;
  /** Addresses in Azure, by region. */
  azure: Record<string, string[]>;
  /** Addresses in Google Cloud, by region. */
  gcp: Record<string, string[]>;
}

export interface PaginatedAdvancedClusterDescriptionView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: AdvancedClusterDescription[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedAlertConfigView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: GroupAlertsConfig[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedAlertView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: AlertViewForNdsGroup[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiApiUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ApiKeyUserDetails[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiAppUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: CloudAppUser[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiAtlasDatabaseUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: CloudDatabaseUser[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiAtlasProviderRegionsView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: CloudProviderRegions[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiStreamsTenantView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: StreamsTenant[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedApiUserAccessListResponseView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: UserAccessListResponse[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedAppUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: CloudAppUser[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedAtlasGroupView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: Group[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedAvailableVersionView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: MdbAvailableVersion[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedCloudProviderContainerView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: CloudProviderContainer[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedClusterDescription20240805 {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ClusterDescription20240805[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedConnectedOrgConfigsView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ConnectedOrgConfig[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedContainerPeerView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: BaseNetworkPeeringConnectionSettings[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedEventTypeDetailsResponse {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: EventTypeDetails[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedFederationIdentityProvider {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: FederationIdentityProvider[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedFlexClusters20241113 {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: FlexClusterDescription20241113[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedGroupServiceAccounts {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: GroupServiceAccount[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedGroupUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: GroupUserResponse[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedIntegrationView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ThirdPartyIntegration[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedLegacyClusterView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: LegacyAtlasCluster[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedNetworkAccessView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: NetworkPermissionEntry[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedOrgGroupView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: OrgGroup[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedOrgServiceAccounts {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: OrgServiceAccount[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedOrgUserView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: OrgUserResponse[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedOrganizationView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: AtlasOrganization[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedRateLimitEndpointSets {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: RateLimitEndpointSetResponse[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedRoleMappingView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: AuthFederationRoleMapping[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedServiceAccountGroup {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ServiceAccountGroup[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedServiceAccountIPAccessEntryView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: ServiceAccountIPAccessListEntry[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedTeamRoleView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: TeamRole[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedTeamView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: TeamResponse[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
}

export interface PaginatedUserCertView {
  /** Resources that belong to this one. */
  links: Link[];
  /** The results of this page. */
  results: UserCert[];
  /** Number of all results; 0 when includeCount is false. */
  totalCount: number;
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

export interface PinFCVView {
  /** Until when; four weeks after the pin if absent. */
  expirationDate?: string | undefined;
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

export interface ProtectedHoursRequest {
  /** Last protected hour. */
  endHourOfDay?: number | undefined;
  /** First protected hour. */
  startHourOfDay?: number | undefined;
}

/** Requests a full bucket holds. */
export interface RateLimitEndpointSetCapacity {
  /** What counts for all, shown where one project, organization, caller or address is named. */
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
export interface RateLimitEndpointSetRefillDurationSeconds {
  /** What counts for all, shown where one project, organization, caller or address is named. */
  defaultValue?: number | null;
  /** What counts. */
  value: number;
}

/** Requests a refill gives back. */
export interface RateLimitEndpointSetRefillRate {
  /** What counts for all, shown where one project, organization, caller or address is named. */
  defaultValue?: number | null;
  /** What counts. */
  value: number;
}

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

export interface RegionSpecRequest {
  /** Nodes for analytics. */
  analyticsNodes?: number | undefined;
  /** Nodes that can be elected; together 3, 5 or 7. */
  electableNodes?: number | undefined;
  /** Priority in elections, 7 for the first region. */
  priority?: number | undefined;
  /** Nodes that are only read. */
  readOnlyNodes?: number | undefined;
}

export interface ReplicationSpec {
  /** Id; another one before version 2024-08-05. */
  id?: string;
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number;
  /** Regions, the first in elections first. */
  regionConfigs?: CloudRegionConfig[];
  /** Id of the zone, in every version. */
  zoneId?: string;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpec>;
}

export interface ReplicationSpec20240805 {
  /** Id; another one before version 2024-08-05. */
  id?: string;
  /** Regions, the first in elections first. */
  regionConfigs?: CloudRegionConfig20240805[];
  /** Id of the zone, in every version. */
  zoneId?: string;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string;
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpec>;
}

export interface ReplicationSpec20240805Request {
  /** Regions, the first in elections first. */
  regionConfigs?: readonly CloudRegionConfig20240805Request[] | undefined;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string | undefined;
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number | undefined;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpecRequest> | undefined;
}

export interface ReplicationSpecRequest {
  /** Before version 2024-08-05: number of shards; 1 if absent. Later each has its own. */
  numShards?: number | undefined;
  /** Regions, the first in elections first. */
  regionConfigs?: readonly CloudRegionConfigRequest[] | undefined;
  /** Name of the zone; shards of a zone have the same. */
  zoneName?: string | undefined;
  /** Version 2023-01-01: nodes by region. */
  regionsConfig?: Record<string, RegionSpecRequest> | undefined;
}

export interface ResourceTag {
  /** Name of the tag. */
  key: string;
  /** Value of the tag. */
  value: string;
}

/** How the connection proves who it is. */
export type SchemaRegistryAuthentication =
  | ConfluentSaslInheritAuthentication
  | ConfluentUserInfoAuthentication;

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

/** Size of the workspace. */
export interface StreamConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Largest size. */
  maxTierSize?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
  /** Size. */
  tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
}

/** Settings at AWS. */
export interface StreamsAWSConnectionConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** ARN of the role that is taken. */
  roleArn?: string;
  /** Bucket that the role is tried on. */
  testBucket?: string;
}

export interface StreamsAWSKinesisDataStreamsConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfig;
  /** How it is reached through the network. */
  networking?: StreamsKafkaNetworking;
}

export interface StreamsAWSLambdaConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfig;
  /** How it is reached through the network. */
  publicPrivateNetworking?: StreamsPublicPrivateLinkNetworking;
}

export interface StreamsAzureBlobStorageConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at Azure. */
  azure?: AzureConnection;
  /** How it is reached through the network. */
  publicPrivateNetworking?: StreamsPublicPrivateLinkNetworking;
}

export interface StreamsClusterConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Project of the cluster. */
  clusterGroupId?: string | null;
  /** Name of the cluster. */
  clusterName?: string;
  /** Role that the connection has in the cluster. */
  dbRoleToExecute?: DBRoleToExecute | null;
}

export type StreamsConnection =
  | StreamsAWSKinesisDataStreamsConnection
  | StreamsAWSLambdaConnection
  | StreamsAzureBlobStorageConnection
  | StreamsClusterConnection
  | StreamsGCPPubSubConnection
  | StreamsHttpsConnection
  | StreamsKafkaConnection
  | StreamsS3Connection
  | StreamsSampleConnection
  | StreamsSchemaRegistryConnection;

/** Where streams are processed. */
export interface StreamsDataProcessRegion {
  /** Cloud provider. */
  cloudProvider: "AWS" | "GCP" | "AZURE" | "TENANT" | "SERVERLESS";
  /** Resources that belong to this one. */
  links?: Link[];
  /** Region. */
  region: BaseStreamsRegion;
}

/** Settings at Google Cloud. */
export interface StreamsGCPConnectionConfig {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Address of the service account. */
  serviceAccountId?: string;
}

export interface StreamsGCPPubSubConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at Google Cloud. */
  gcp?: StreamsGCPConnectionConfig;
  /** How it is reached through the network. */
  publicPrivateNetworking?: StreamsPublicPrivateLinkNetworking;
}

export interface StreamsHttpsConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Headers of each request. */
  headers?: Record<string, string>;
  /** Address that is called. */
  url?: string;
}

/** How the connection proves who it is. */
export interface StreamsKafkaAuthentication {
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfig;
  /** Client id. */
  clientId?: string;
  /** Resources that belong to this one. */
  links?: Link[];
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

export interface StreamsKafkaConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** How the connection proves who it is. */
  authentication?: StreamsKafkaAuthentication;
  /** Servers that are asked first. */
  bootstrapServers?: string;
  /** Settings of the Kafka client. */
  config?: Record<string, string>;
  /** How it is reached through the network. */
  networking?: StreamsKafkaNetworking;
  /** How the connection is protected. */
  security?: StreamsKafkaSecurity;
}

/** How it is reached through the network. */
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

/** How the connection is protected. */
export interface StreamsKafkaSecurity {
  /** Certificate of the broker, in PEM. */
  brokerPublicCertificate?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Protocol. */
  protocol?: string;
}

/** How it is reached through the network. */
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

export interface StreamsS3Connection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Settings at AWS. */
  aws?: StreamsAWSConnectionConfig;
  /** How it is reached through the network. */
  networking?: StreamsKafkaNetworking;
}

export interface StreamsSampleConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
}

/** Connections to sample data. */
export interface StreamsSampleConnections {
  /** Resources that belong to this one. */
  links?: Link[];
  /** Whether there is one to data of solar panels. */
  solar?: boolean;
}

export interface StreamsSchemaRegistryConnection {
  /** Id. */
  id?: string;
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Region. */
  region?: string;
  /** State. */
  state?: "PENDING" | "READY" | "DELETING" | "FAILED";
  /** Kind. */
  type?:
    | "Kafka"
    | "Cluster"
    | "Sample"
    | "Https"
    | "AzureBlobStorage"
    | "AWSLambda"
    | "AWSKinesisDataStreams"
    | "SchemaRegistry"
    | "GCPPubSub";
  /** Vendor of the registry. */
  provider: "CONFLUENT";
  /** How the connection proves who it is. */
  schemaRegistryAuthentication: SchemaRegistryAuthentication;
  /** Addresses of the registry. */
  schemaRegistryUrls: string[];
}

/** Never answered: there are none here. */
export interface StreamsTenant {
  /** Id. */
  _id?: string;
  /** Connections of the workspace. */
  connections?: StreamsConnection[];
  /** Where streams are processed. */
  dataProcessRegion?: StreamsDataProcessRegion;
  /** Where streams are processed when the region is away. */
  failoverRegions?: StreamsDataProcessRegion[];
  /** Id of the project. */
  groupId?: string;
  /** Names of the hosts. */
  hostnames?: string[];
  /** Resources that belong to this one. */
  links?: Link[];
  /** Name. */
  name?: string;
  /** Connections to sample data. */
  sampleConnections?: StreamsSampleConnections;
  /** Size of the workspace. */
  streamConfig?: StreamConfig | null;
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

export interface TeamResponse {
  /** Id of the team. */
  id: string;
  /** Resources that belong to this one. */
  links: Link[];
  /** Name of the team, unique in its organization: 1 to 64 characters. */
  name: string;
}

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
  /** NEW_RELIC: token for what is written. */
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
  /** WEBHOOK: template of what is sent. */
  bodyTemplate?: string | null;
  /** WEBHOOK: template of the headers. */
  headersTemplate?: string | null;
  /** WEBHOOK: secret that signs what is sent. */
  secret?: string;
  /** WEBHOOK: address. */
  url?: string;
  /** DATADOG: address in place of that of the region. */
  customEndpoint?: string | null;
}

export interface ThirdPartyIntegrationRequest {
  /** DATADOG, OPS_GENIE, VICTOR_OPS: key. */
  apiKey?: string | undefined;
  /** Id of the integration. */
  id?: string | null | undefined;
  /** DATADOG, OPS_GENIE, PAGER_DUTY: region; US if absent. The latter two have US and EU. */
  region?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED" | undefined;
  /** DATADOG: whether latencies of collections are sent. */
  sendCollectionLatencyMetrics?: boolean | undefined;
  /** DATADOG: whether figures of databases are sent. */
  sendDatabaseMetrics?: boolean | undefined;
  /** DATADOG: whether figures of queries are sent. */
  sendQueryStatsMetrics?: boolean | undefined;
  /** DATADOG: whether tags are sent. */
  sendUserProvidedResourceTags?: boolean | undefined;
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
    | "HIP_CHAT"
    | undefined;
  /** MICROSOFT_TEAMS: address. */
  microsoftTeamsWebhookUrl?: string | undefined;
  /** NEW_RELIC: id of the account. */
  accountId?: string | undefined;
  /** NEW_RELIC: license key. */
  licenseKey?: string | undefined;
  /** NEW_RELIC: token for queries. */
  readToken?: string | undefined;
  /** NEW_RELIC: token for what is written. */
  writeToken?: string | undefined;
  /** PAGER_DUTY: key. */
  serviceKey?: string | undefined;
  /** PROMETHEUS: whether it is enabled. */
  enabled?: boolean | undefined;
  /** PROMETHEUS: password; never answered. */
  password?: string | undefined;
  /** PROMETHEUS: whether tags are sent. */
  sendUserProvidedResourceTagsEnabled?: boolean | undefined;
  /** PROMETHEUS: how it finds hosts. */
  serviceDiscovery?: "http" | "file" | undefined;
  /** PROMETHEUS: name of the user. */
  username?: string | undefined;
  /** SLACK: token. */
  apiToken?: string | undefined;
  /** SLACK: channel. */
  channelName?: string | null | undefined;
  /** SLACK: team. */
  teamName?: string | undefined;
  /** VICTOR_OPS: routing key. */
  routingKey?: string | undefined;
  /** WEBHOOK: template of what is sent. */
  bodyTemplate?: string | null | undefined;
  /** WEBHOOK: template of the headers. */
  headersTemplate?: string | null | undefined;
  /** WEBHOOK: secret that signs what is sent. */
  secret?: string | undefined;
  /** WEBHOOK: address. */
  url?: string | undefined;
  /** DATADOG: address in place of that of the region. */
  customEndpoint?: string | null | undefined;
}

export interface UpdateAtlasOrganizationApiKey {
  /** What the key is for. */
  desc?: string | undefined;
  /** Organization roles of the key; a sent list replaces the old one. */
  roles?: readonly OrgRoleName[] | undefined;
}

export interface UpdateAtlasProjectApiKey {
  /** What the key is for. */
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

export interface UserCustomDBRoleRequest {
  /** What the role allows; a sent list replaces the old one. */
  actions?: readonly DatabasePrivilegeActionRequest[] | undefined;
  /** Roles whose permissions it has as well; a sent list replaces the old one. */
  inheritedRoles?: readonly DatabaseInheritedRole[] | undefined;
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

export interface UserToDNMappingRequest {
  /** Query that finds the distinguished name. */
  ldapQuery?: string | undefined;
  /** Regular expression for the name of a user. */
  match: string;
  /** Distinguished name, with {0} for the first group of the match. */
  substitution?: string | undefined;
}

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
