// The requests of each operation that ends: what must be there before, and what must be the same after its successor.
import type { OperationId } from "../../../src/atlas/index.ts";

/** Ids of the world that a sample is made in. */
export interface Scene {
  readonly orgId: string;
  readonly groupId: string;
  readonly teamId: string;
  /** An active member, who is in the project and in the team, and another who is in neither. */
  readonly insiderId: string;
  readonly outsiderId: string;
}

export const guest = "guest@example.com";
export const insider = "insider@example.com";
export const alertId = "e2b6e34b3d91647abb20e7b8";
export const iamRoleId = "e2b6e34b3d91647abb20e7b9";
export const exportBucketId = "e2b6e34b3d91647abb20e7ba";
export const metricIntegrationId = "e2b6e34b3d91647abb20e7bb";

export interface Sample {
  /** True if the project exports its logs before, by the older API and by the newer one. */
  readonly exportsLogs?: true;
  /** The scope that the guest is invited to before, by the older API and by the newer one. */
  readonly invited?: "group" | "org";
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /**
   * The state that both must leave or answer alike: who holds what in the project alone, or everywhere; or whom the answer
   * names.
   */
  readonly same: "group" | "everything" | "answer";
  /** True if the answer names no person, as of clusters. */
  readonly isEmpty?: true;
  /** Values of blanks, beside the credentials. */
  readonly blanks?: Readonly<Record<string, string>>;
}

const roles = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];
export const exportBucket = { bucketName: "older-backups", cloudProvider: "AWS", iamRoleId } as const;
export const metricIntegration = {
  aggregationTemporality: "DELTA",
  authType: "HEADER",
  endpoint: "https://metrics.example.net/v1/metrics",
  headers: [{ name: "x-api-key", value: "a-secret-value" }],
  integrationType: "OTEL",
  metricSelection: ["HARDWARE_METRICS"],
  providerType: "CUSTOM",
} as const;
const otherEndpoint = "https://other.example.net/v1/metrics";
/** A counted call keeps no values of a body. */
const metricBlanks = {
  AGGREGATION_TEMPORALITY: "DELTA",
  AUTH_TYPE: "HEADER",
  ENDPOINT: otherEndpoint,
  NAME: "x-api-key",
  VALUE: "a-secret-value",
  INTEGRATION_TYPE: "OTEL",
  METRIC_SELECTION: "HARDWARE_METRICS",
  PROVIDER_TYPE: "CUSTOM",
};
export const logExport = { bucketName: "older-logs", iamRoleId, prefixPath: "atlas" } as const;
const otherLogExport = { ...logExport, bucketName: "newer-logs" };
const logBlanks = { BUCKET_NAME: "newer-logs", IAM_ROLE_ID: iamRoleId, PREFIX_PATH: "atlas" };
export const targetName = "target";
const migrationHost = "migration.example.net";
const acknowledgedUntil = "2027-01-01T00:00:00Z";
const blanks = { USERNAME: guest };

export type EndingId = Extract<
  OperationId,
  | "acknowledgeGroupAlert"
  | "addGroupAccessUser"
  | "addOrgTeamUsers"
  | "createGroupBackupExportBucket"
  | "createGroupInvite"
  | "createGroupLiveMigration"
  | "createGroupMetricIntegration"
  | "createGroupPushBasedLogExport"
  | "createOrgInvite"
  | "createUser"
  | "deleteGroupInvite"
  | "deleteGroupMetricIntegration"
  | "deleteGroupPushBasedLogExport"
  | "deleteOrgInvite"
  | "getGroupBackupCompliancePolicy"
  | "getGroupBackupExportBucket"
  | "getGroupInvite"
  | "getGroupMetricIntegration"
  | "getGroupPushBasedLogExport"
  | "getOrgInvite"
  | "getRateLimit"
  | "getUser"
  | "getUserByName"
  | "listGroupBackupExportBuckets"
  | "getOrgAssociatedInvoices"
  | "listGroupClusters"
  | "listGroupInvites"
  | "listGroupMetricIntegrations"
  | "listGroupServerlessInstances"
  | "listGroupUsers"
  | "listOrgInvites"
  | "listOrgTeamUsers"
  | "listOrgUsers"
  | "listRateLimits"
  | "removeGroupUser"
  | "removeOrgTeamUserFromTeam"
  | "removeOrgUser"
  | "updateGroupBackupCompliancePolicy"
  | "updateGroupInviteById"
  | "updateGroupInvites"
  | "updateGroupMetricIntegration"
  | "updateGroupPushBasedLogExport"
  | "updateGroupUserRoles"
  | "updateOrgInviteById"
  | "updateOrgInvites"
  | "updateOrgUserRoles"
  | "validateGroupLiveMigrations"
>;

/** `invitationId` is that of the guest's invitation, where the sample names none. */
export function composeSamples(scene: Scene): Readonly<Record<EndingId, Sample>> {
  const { orgId, groupId, teamId, insiderId, outsiderId } = scene;
  /** Both clusters have one name, since both are one blank. */
  const migration = {
    destination: { clusterName: targetName, groupId, hostnameSchemaType: "PUBLIC" },
    dropEnabled: true,
    migrationHosts: [migrationHost],
    source: { clusterName: targetName, groupId, managedAuthentication: true, ssl: true },
  };
  const migrationBlanks = {
    CLUSTER_NAME: targetName,
    GROUP_ID: groupId,
    HOSTNAME_SCHEMA_TYPE: "PUBLIC",
    MIGRATION_HOSTS: migrationHost,
  };
  const roleGrants = { groupRoleAssignments: [{ groupId, roles }], teamIds: [teamId] };
  return {
    acknowledgeGroupAlert: {
      params: { alertId },
      body: { acknowledgedUntil },
      same: "everything",
      blanks: { ACKNOWLEDGED_UNTIL: acknowledgedUntil },
    },
    addGroupAccessUser: { body: { roles, username: guest }, same: "everything", blanks },
    addOrgTeamUsers: { params: { teamId }, body: [{ id: outsiderId }], same: "everything" },
    createGroupBackupExportBucket: {
      body: { ...exportBucket, bucketName: "newer-backups" },
      blanks: { BUCKET_NAME: "newer-backups", CLOUD_PROVIDER: "AWS" },
      same: "everything",
    },
    createGroupInvite: { body: { roles, username: guest }, same: "everything", blanks },
    createGroupMetricIntegration: {
      body: { ...metricIntegration, endpoint: otherEndpoint },
      blanks: metricBlanks,
      same: "everything",
    },
    createGroupPushBasedLogExport: { body: otherLogExport, blanks: logBlanks, same: "everything" },
    createGroupLiveMigration: { body: migration, blanks: migrationBlanks, same: "answer" },
    createOrgInvite: {
      body: { roles: ["ORG_GROUP_CREATOR"], username: guest, ...roleGrants },
      same: "everything",
      blanks,
    },
    createUser: {
      body: {
        username: guest,
        password: "a long and plain passphrase",
        firstName: "Grace",
        lastName: "Guest",
        country: "IE",
        roles: [{ orgId, roleName: "ORG_GROUP_CREATOR" }],
      },
      same: "everything",
      blanks,
    },
    deleteGroupInvite: { invited: "group", same: "group", blanks },
    deleteGroupMetricIntegration: { params: { metricIntegrationId }, same: "everything" },
    deleteGroupPushBasedLogExport: { exportsLogs: true, same: "everything" },
    deleteOrgInvite: { invited: "org", same: "everything", blanks },
    getGroupBackupCompliancePolicy: { same: "answer", isEmpty: true },
    getGroupBackupExportBucket: { params: { exportBucketId }, same: "answer" },
    getGroupInvite: { invited: "group", same: "answer", blanks },
    getGroupMetricIntegration: { params: { metricIntegrationId }, same: "answer" },
    getGroupPushBasedLogExport: { exportsLogs: true, same: "answer" },
    getOrgInvite: { invited: "org", same: "answer", blanks },
    getRateLimit: { params: { endpointSetId: "" }, same: "answer" },
    getUser: { params: { userId: insiderId }, same: "answer" },
    getUserByName: { params: { userName: insider }, same: "answer", blanks: { USERNAME: insider } },
    listGroupBackupExportBuckets: { same: "answer" },
    getOrgAssociatedInvoices: { same: "answer", isEmpty: true },
    listGroupClusters: { same: "answer", isEmpty: true },
    listGroupInvites: { invited: "group", same: "answer" },
    listGroupMetricIntegrations: { same: "answer" },
    listGroupServerlessInstances: { same: "answer", isEmpty: true },
    listGroupUsers: { query: { itemsPerPage: "5" }, same: "answer" },
    listOrgInvites: { invited: "org", same: "answer" },
    listOrgTeamUsers: { params: { teamId }, same: "answer" },
    listOrgUsers: { query: { username: insider }, same: "answer", blanks: { USERNAME: insider } },
    listRateLimits: { same: "answer" },
    removeGroupUser: { params: { userId: insiderId }, same: "everything" },
    removeOrgTeamUserFromTeam: { params: { teamId, userId: insiderId }, same: "everything" },
    removeOrgUser: { params: { userId: insiderId }, same: "everything" },
    updateGroupBackupCompliancePolicy: {
      body: {
        authorizedEmail: "security@example.com",
        authorizedUserFirstName: "Ada",
        authorizedUserLastName: "Lovelace",
      },
      blanks: {
        AUTHORIZED_EMAIL: "security@example.com",
        AUTHORIZED_USER_FIRST_NAME: "Ada",
        AUTHORIZED_USER_LAST_NAME: "Lovelace",
      },
      same: "everything",
    },
    updateGroupInviteById: { invited: "group", body: { roles: ["GROUP_OWNER"] }, same: "everything", blanks },
    updateGroupInvites: { invited: "group", body: { roles, username: guest }, same: "everything", blanks },
    updateGroupMetricIntegration: {
      params: { metricIntegrationId },
      body: { ...metricIntegration, endpoint: otherEndpoint },
      blanks: metricBlanks,
      same: "everything",
    },
    updateGroupPushBasedLogExport: {
      exportsLogs: true,
      body: otherLogExport,
      blanks: logBlanks,
      same: "everything",
    },
    updateGroupUserRoles: {
      params: { userId: insiderId },
      body: { groupRoles: ["GROUP_OWNER", "GROUP_CLUSTER_MANAGER"] },
      same: "everything",
    },
    updateOrgInviteById: {
      invited: "org",
      body: { roles: ["ORG_OWNER"], ...roleGrants },
      same: "everything",
      blanks,
    },
    updateOrgInvites: {
      invited: "org",
      body: { roles: ["ORG_READ_ONLY"], username: guest },
      same: "everything",
      blanks,
    },
    updateOrgUserRoles: {
      params: { userId: insiderId },
      body: { orgRoles: ["ORG_READ_ONLY"] },
      same: "everything",
    },
    validateGroupLiveMigrations: { body: migration, blanks: migrationBlanks, same: "answer" },
  };
}
