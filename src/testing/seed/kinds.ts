// The kinds of things that organizations and projects have, other than people and credentials, a row each. A seed has them as
// the bodies of their operations, whose handlers plant them; a copy reads them by the operation that shows them, and a
// comparison names them by their noun.
import type { OperationId } from "../../client/types.ts";
import { bodyKinds } from "./body-kinds.ts";

export interface SeedKind {
  /** The operation that creates one. */
  readonly of: OperationId;
  /** The description of the member of a seed. */
  readonly says: string;
  /** The word for one; absent if it is not compared separately. */
  readonly noun?: string;
  /** True if there is only one, and no list. */
  readonly isOne?: true;
  /** The member of answers that has the id, for a kind of bodies. */
  readonly id?: string;
  /** The members that name one. */
  readonly title?: readonly string[];
  /** The names in answers of members that seeds name as requests do. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The paths of its secrets. */
  readonly secrets?: readonly string[];
  /** The members of answers that the server makes: a seed may say them, and they are minted if it does not. */
  readonly made?: readonly string[];
}

/** The names that answers have for the instant at which a thing was made. */
export const namesOfCreation = ["createdAt", "createdDate", "createDate", "created"] as const;

/** The kinds of an organization, in the order in which they are planted. */
export const kindsOfOrg = {
  teams: {
    of: "createOrgTeam",
    says: "Teams of the organization.",
  },
  resourcePolicies: {
    of: "createOrgResourcePolicy",
    says: "Resource policies of the organization.",
    noun: "resource policy",
  },
  mcpConfigs: {
    of: "createOrgMcpConfig",
    says: "Remote MCP configurations of the organization itself.",
    noun: "remote MCP configuration",
  },
  delegationSettings: {
    of: "updateOrgDelegationSettings",
    says: "Lifetimes of tokens by which agents act for people.",
    noun: "delegation settings",
    isOne: true,
  },
  maintenanceSettings: {
    of: "updateOrgMaintenanceSettings",
    says: "How projects are assigned to waves of maintenance.",
    noun: "maintenance settings",
    isOne: true,
  },
  sandboxConfigs: {
    of: "createOrgSandboxConfig",
    says: "Configuration of sandbox clusters, of which an organization has one at most.",
    noun: "sandbox configuration",
  },
} as const satisfies Readonly<Record<string, SeedKind>>;

/** The kinds of a project, in the order in which they are planted: last those whose operations keep bodies, without a row here. */
export const kindsOfGroup = {
  limits: {
    of: "setGroupLimit",
    says: "Limits of the project that were set.",
    noun: "limit",
  },
  settings: {
    of: "updateGroupSettings",
    says: "Settings of the project.",
    noun: "project settings",
    isOne: true,
  },
  maintenanceWindow: {
    of: "updateGroupMaintenanceWindow",
    says: "Maintenance window of the project.",
    noun: "maintenance window",
    isOne: true,
  },
  auditLog: {
    of: "updateGroupAuditLog",
    says: "Auditing of the databases of the project.",
    noun: "database auditing",
    isOne: true,
  },
  awsCustomDNS: {
    of: "toggleGroupAwsCustomDns",
    says: "Whether clusters at AWS are reached by custom DNS.",
    noun: "custom DNS",
    isOne: true,
  },
  privateEndpointRegionalMode: {
    of: "toggleGroupPrivateEndpointRegionalMode",
    says: "Whether private endpoints are regional.",
    noun: "regional mode of private endpoints",
    isOne: true,
  },
  privateIpMode: {
    of: "disableGroupPrivateIpModePeering",
    says: "Whether clusters that are peered are reached by private addresses alone.",
    noun: "private IP mode",
    isOne: true,
  },
  accessList: {
    of: "createGroupAccessListEntry",
    says: "Addresses that the databases of the project may be reached from.",
    noun: "access list entry",
  },
  customDBRoles: {
    of: "createGroupCustomDbRoleRole",
    says: "Custom database roles of the project, each after those that it inherits.",
    noun: "database role",
  },
  databaseUsers: {
    of: "createGroupDatabaseUser",
    says: "Users of the databases of the project.",
    noun: "database user",
  },
  networkContainers: {
    of: "createGroupContainer",
    says: "Network containers of the project, planted before the clusters that use them. No network is created.",
    noun: "network container",
    made: ["azureSubscriptionId", "gcpProjectId", "networkName", "vnetName", "vpcId"],
  },
  networkPeers: {
    of: "createGroupPeer",
    says: "Network peering connections of the project, available at once.",
    noun: "network peering connection",
    made: ["connectionId"],
  },
  privateEndpointServices: {
    of: "createGroupPrivateEndpointEndpointService",
    says: "Private endpoint services of the project, available at once. Nothing is created at the provider.",
    noun: "private endpoint service",
    made: [
      "endpointServiceName",
      "privateLinkServiceName",
      "privateLinkServiceResourceId",
      "serviceAttachmentNames",
    ],
  },
  cloudProviderAccess: {
    of: "createGroupCloudProviderAccess",
    says: "Access to accounts at cloud providers.",
    noun: "cloud provider access",
    made: ["atlasAWSAccountArn", "atlasAssumedRoleExternalId", "gcpServiceAccountForAtlas"],
  },
  pushBasedLogExport: {
    of: "createGroupPushBasedLogExport",
    says: "Push-based log export of the project, active at once. Nothing is written.",
    noun: "push-based log export",
    isOne: true,
  },
  exportBuckets: {
    of: "createGroupBackupExportBucket",
    says: "Buckets that snapshots are exported to. Nothing is written to one.",
    noun: "export bucket",
  },
  dataFederationPrivateEndpoints: {
    of: "createGroupPrivateNetworkSettingEndpointId",
    says: "Private endpoints for federated databases and online archives.",
    noun: "private endpoint of Data Federation",
  },
  federatedDatabases: {
    of: "createGroupDataFederation",
    says: "Federated databases of the project, with limits of their queries. No data is queried.",
    noun: "federated database",
    made: ["hostnames"],
  },
  clusters: {
    of: "createGroupCluster",
    says: "Clusters of the project, ready at once. They stand for such, and no machine is started.",
    noun: "cluster",
  },
  streamPrivateLinks: {
    of: "createGroupStreamPrivateLinkConnection",
    says: "Private links of stream processing, planted before the connections that use them, and done at once. Nothing is created.",
    noun: "private link of stream processing",
  },
  streamVpcPeerings: {
    of: "acceptGroupStreamVpcPeeringConnection",
    says: "VPC peerings that accounts at AWS have requested with the stream processing of the project. No operation requests one.",
    noun: "VPC peering of stream processing",
  },
  streamWorkspaces: {
    of: "createGroupStreamWorkspace",
    says: "Stream workspaces of the project, with their connections and processors. Nothing is processed.",
    noun: "stream workspace",
    made: ["hostnames"],
  },
  backupSnapshots: {
    of: "takeGroupClusterBackupSnapshots",
    says: "Snapshots of clusters on demand, completed at once. Those of a schedule follow from it.",
  },
  backupExports: {
    of: "createGroupClusterBackupExport",
    says: "Exports of snapshots on demand, done at once.",
  },
  backupRestoreJobs: {
    of: "createGroupClusterBackupRestoreJob",
    says: "Restores of snapshots on demand, done at once.",
  },
  standbyLinks: {
    of: "createGroupStandbyLink",
    says: "Standby links of clusters, active at once.",
    noun: "standby link",
  },
  searchIndexes: {
    of: "createGroupClusterSearchIndex",
    says: "Search indexes of clusters, ready at once. Nothing is indexed.",
    noun: "search index",
  },
  onlineArchives: {
    of: "createGroupClusterOnlineArchive",
    says: "Online archives of clusters, active or paused at once. Nothing is archived.",
    noun: "online archive",
  },
  userSecurity: {
    of: "updateGroupUserSecurity",
    says: "LDAP and X.509 settings of the databases.",
    isOne: true,
  },
  integrations: {
    of: "createGroupIntegration",
    says: "Third-party integrations, one of each type. Secrets may be masked, as answers show them: what stars hide is minted.",
    noun: "integration",
  },
  alertConfigs: {
    of: "createGroupAlertConfig",
    says: "Alert configurations of the project.",
    noun: "alert configuration",
  },
  encryptionAtRest: {
    of: "updateGroupEncryptionAtRest",
    says: "Keys for encryption at rest of the providers that are used. Nothing is encrypted.",
    noun: "encryption at rest",
    isOne: true,
  },
  encryptionAtRestPrivateEndpoints: {
    of: "createGroupEncryptionAtRestPrivateEndpoint",
    says: "Private endpoints to keys that are used over private networks alone, active at once.",
    noun: "private endpoint to keys of encryption at rest",
    made: ["privateEndpointConnectionName"],
  },
  backupPrivateEndpoints: {
    of: "createGroupBackupPrivateEndpoint",
    says: "Private endpoints to the storage of backups, active at once.",
    noun: "private endpoint to the storage of backups",
    made: ["privateEndpointConnectionName"],
  },
  backupCompliancePolicy: {
    of: "updateGroupBackupCompliancePolicy",
    says: "Policy that backups comply with, and the schedules of clusters that have some.",
    noun: "backup compliance policy",
    isOne: true,
  },
  aiModelApiKeys: {
    of: "createGroupAiModelApiKey",
    says: "Keys for the service of AI models. Secrets are minted, and open nothing.",
    noun: "AI model API key",
  },
  aiModelRateLimits: {
    of: "updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
    says: "Rate limits of AI models that differ from those of the organization.",
    noun: "rate limit of AI models",
  },
  mcpConfigs: {
    of: "createGroupMcpConfig",
    says: "Remote MCP configurations of the project.",
    noun: "remote MCP configuration",
  },
  ...bodyKinds,
} as const satisfies Readonly<Record<string, SeedKind>>;

export type KindName = keyof typeof kindsOfOrg | keyof typeof kindsOfGroup;
