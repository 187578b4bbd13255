// What the Terraform provider has for each operation: its resources and data sources, with the names of their arguments.

const account = "name description roles secretExpiresAfterHours";
const entry = "ipAddress cidrBlock";

const directory = "hostname port bindUsername bindPassword caCertificate authzQueryTemplate";

/** What is made, changed, read, listed and deleted under one name, as `resources` has it. */
const things = {
  Group: "project -groupId name orgId tags withDefaultAlertsSettings regionUsageRestrictions +org_id",
  Org: "organization -orgId name orgOwnerId",
  OrgApiKey: "api_key -apiUserId desc=description roles=role_names +description +role_names",
  OrgServiceAccount: `service_account -clientId ${account} +name +description +roles`,
  GroupServiceAccount: `project_service_account -clientId ${account} +name +description +roles`,

  GroupAccessListEntry: `project_ip_access_list ${entry} awsSecurityGroup comment`,
  GroupAlertConfig:
    "alert_configuration -alertConfigId eventTypeName=event_type enabled severityOverride notifications=notification{} matchers=matcher{} metricThreshold=metric_threshold_config{} threshold=threshold_config{}",
  GroupCluster:
    "advanced_cluster name clusterName=name clusterType replicationSpecs backupEnabled mongoDBMajorVersion paused pitEnabled tags terminationProtectionEnabled +name +cluster_type +replication_specs",
  GroupCustomDbRoleRole: "custom_db_role roleName actions{} inheritedRoles{}",
  GroupDatabaseUser:
    "database_user username databaseName=auth_database_name password description x509Type awsIAMType=aws_iam_type ldapAuthType oidcAuthType roles{} labels{} scopes{}",
  GroupFlexCluster: "flex_cluster name providerSettings tags terminationProtectionEnabled +provider_settings",
  GroupIntegration:
    "third_party_integration apiKey channelName enabled microsoftTeamsWebhookUrl username=user_name password region routingKey secret sendCollectionLatencyMetrics sendDatabaseMetrics sendQueryStatsMetrics sendUserProvidedResourceTags serviceDiscovery serviceKey teamName=team_name url",
  OrgResourcePolicy:
    "resource_policy -resourcePolicyId resourcePolicyId=id name description policies +name +policies",
};

/**
 * By operation its resource and the members of the body that this takes, each with its argument where that is another word, as
 * parameters may have one. `-name` is a parameter that the resource has no argument for, `+name` an argument that it cannot do
 * without, `name{}` one that is written as blocks.
 */
export const resources: Record<string, string> = {
  addGroupUsers: "cloud_user_project_assignment username roles",
  addGroupUserRole: "cloud_user_project_assignment -userId +username +roles",
  createOrgUser: "cloud_user_org_assignment username roles",
  updateOrgUser: "cloud_user_org_assignment -userId +username roles",
  addOrgTeamUser: "cloud_user_team_assignment -userId id=user_id",

  updateGroupSettings:
    "project -groupId +org_id +name isClusterAiAssistantEnabled isCollectDatabaseSpecificsStatisticsEnabled isDataExplorerEnabled isDataExplorerGenAIFeaturesEnabled isDataExplorerGenAISampleDocumentPassingEnabled isExtendedStorageSizesEnabled isNativeRerankingEnabled isPerformanceAdvisorEnabled isRealtimePerformancePanelEnabled isSchemaAdvisorEnabled",
  updateOrgSettings:
    "organization -orgId +name apiAccessListRequired multiFactorAuthRequired restrictEmployeeAccess genAIFeaturesEnabled securityContact",

  createOrgTeam: "team name usernames",
  renameOrgTeam: "team -teamId name",
  addGroupTeams: "team_project_assignment teamId roleNames",
  updateGroupTeam: "team_project_assignment roleNames",

  addGroupApiKey: "api_key_project_assignment roles",
  updateGroupApiKeyRoles: "api_key_project_assignment roles",
  createOrgApiKeyAccessListEntry: `access_list_api_key ${entry}`,

  createOrgServiceAccountSecret: "service_account_secret secretExpiresAfterHours",
  createOrgServiceAccountAccessList: `service_account_access_list_entry ${entry}`,
  inviteGroupServiceAccount: "service_account_project_assignment roles",
  createGroupServiceAccountSecret: "project_service_account_secret secretExpiresAfterHours",
  createGroupServiceAccountAccessList: `project_service_account_access_list_entry ${entry}`,

  tenantGroupFlexClusterUpgrade: things.GroupCluster,
  upgradeGroupClusterTenantUpgrade: things.GroupCluster,
  createGroupDatabaseUserCert: "x509_authentication_database_user monthsUntilExpiration",
  updateGroupUserSecurity: `ldap_configuration authenticationEnabled authorizationEnabled ${directory} userToDNMapping=user_to_dn_mapping{} +authentication_enabled +hostname +bind_username +bind_password`,
  verifyGroupUserSecurityLdap: `ldap_verify ${directory}`,
  updateGroupAuditLog: "auditing enabled auditFilter auditAuthorizationSuccess",
  updateGroupMaintenanceWindow:
    "maintenance_window dayOfWeek hourOfDay autoDeferOnceEnabled protectedHours{}",
  createGroupCloudProviderAccess: "cloud_provider_access_setup providerName",
};

export const dataSources: Record<string, string> = {
  getGroupUser: "cloud_user_project_assignment",
  listGroupUsers: "project",
  getOrgUser: "cloud_user_org_assignment",
  listOrgUsers: "organization",
  listOrgTeamUsers: "organization -teamId",
  getGroupByName: "project",
  getOrgSettings: "organization",
  getOrgTeam: "team",
  getOrgTeamByName: "team",
  getGroupTeam: "team_project_assignment",
  listGroupApiKeys: "project_api_keys",
  getOrgApiKeyAccessListEntry: "access_list_api_key",
  listOrgApiKeyAccessListEntries: "access_list_api_keys",
  listOrgServiceAccountAccessList: "service_account_access_list_entries",
  listGroupServiceAccountAccessList: "project_service_account_access_list_entries",
  listGroupDatabaseUserCerts: "x509_authentication_database_user",
  getGroupUserSecurity: "ldap_configuration",
  getGroupUserSecurityLdapVerify: "ldap_verify",
  getGroupAuditLog: "auditing",
  getGroupEncryptionAtRest: "encryption_at_rest",
  getGroupMaintenanceWindow: "maintenance_window",
  getGroupCloudProviderAccess: "cloud_provider_access_setup +provider_name",
};

/** How to find in its attributes what the list has. */
export const hints: Readonly<Record<string, string>> = {
  listGroupUsers: "# Its attribute users has the people.",
  listOrgUsers: "# Its attribute users has the people.",
  listOrgTeamUsers:
    "# Its attribute users has the people; those of the team have its id among their team_ids.",
};

/** A list by an address is the data source of one person; without one it has everybody in its attribute users. */
export const ofOnePerson: Readonly<Record<string, string>> = {
  listGroupUsers: "cloud_user_project_assignment",
  listOrgUsers: "cloud_user_org_assignment",
};

/** Ended by removing the block. */
export const removals: Record<string, string> = {
  removeGroupUser: "cloud_user_project_assignment",
  removeOrgUser: "cloud_user_org_assignment",
  removeOrgTeamUser: "cloud_user_team_assignment",
  deleteOrgTeam: "team",
  removeGroupTeam: "team_project_assignment",
  removeGroupApiKey: "api_key_project_assignment",
  deleteOrgApiKeyAccessListEntry: "access_list_api_key",
  deleteOrgServiceAccountSecret: "service_account_secret",
  deleteOrgServiceAccountAccessListEntry: "service_account_access_list_entry",
  deleteGroupServiceAccount: "service_account_project_assignment",
  deleteGroupServiceAccountSecret: "project_service_account_secret",
  deleteGroupServiceAccountAccessListEntry: "project_service_account_access_list_entry",
  resetGroupMaintenanceWindow: "maintenance_window",
  deauthorizeGroupCloudProviderAccessRole: "cloud_provider_access_setup",
};

const plural = (word: string) => `${word.replace(/(?<!e)y$/, "ie")}s`;

for (const [noun, row] of Object.entries(things)) {
  const [type = "", ...members] = row.split(" ");
  for (const verb of ["create", "update"]) resources[`${verb}${noun}`] = row;
  dataSources[`get${noun}`] = [type, ...members.filter((each) => !/^[-+]/.test(each))].join(" ");
  dataSources[`list${plural(noun)}`] = plural(type);
  removals[`delete${noun}`] ??= type;
}

/** What the provider calls otherwise than the API. */
const renamed = new Map(
  Object.entries({
    groupId: "project_id",
    groupName: "name",
    limitName: "name",
    teamName: "name",
    apiUserId: "api_key_id",
    alertConfigId: "alert_configuration_id",
    integrationType: "type",
    db: "database_name",
    collection: "collection_name",
    role: "role_name",
  }),
);

/** `orgId` → `org_id`. */
export const argumentOf = (name: string): string =>
  renamed.get(name) ?? name.replace(/AI|DB|GB|IOPS|[A-Z]/g, (capitals) => `_${capitals.toLowerCase()}`);
