// Written by scripts/client-types.ts from the schema of seeds; do not edit.

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

export interface SeedDocument {
  orgs: SeedOrg[];
}

export interface SeedGroup {
  id?: string;
  name: string;
  tags?: {
    key: string;
    value: string;
  }[];
  users?: {
    username: string;
    roles: GroupRoleName[];
  }[];
  apiKeys?: {
    id?: string;
    publicKey?: string;
    privateKey?: string;
    /** What the key is for. */
    desc?: string;
    accessList?: string[];
    roles: GroupRoleName[];
  }[];
  serviceAccounts?: {
    clientId?: string;
    secret?: string;
    /** Name of the account. Letters and digits of any script, blanks and the characters - _ . , ' */
    name?: string;
    /** What the account is for. Letters and digits of any script, blanks and the characters - _ . , ' */
    description?: string;
    accessList?: string[];
    roles: GroupRoleName[];
  }[];
  teams?: {
    teamId: string;
    roleNames: GroupRoleName[];
  }[];
  invites?: {
    id?: string;
    username: string;
    roles: GroupRoleName[];
  }[];
}

export interface SeedOrg {
  id?: string;
  name: string;
  settings?: {
    apiAccessListRequired?: boolean;
  };
  users?: {
    id?: string;
    username: string;
    orgRoles: OrgRoleName[];
    password?: string;
    firstName?: string;
    lastName?: string;
    country?: string;
    mobileNumber?: string;
    createdAt?: string;
    lastAuth?: string;
  }[];
  apiKeys?: {
    id?: string;
    publicKey?: string;
    privateKey?: string;
    /** What the key is for. */
    desc?: string;
    accessList?: string[];
    roles: OrgRoleName[];
  }[];
  serviceAccounts?: {
    clientId?: string;
    secret?: string;
    /** Name of the account. Letters and digits of any script, blanks and the characters - _ . , ' */
    name?: string;
    /** What the account is for. Letters and digits of any script, blanks and the characters - _ . , ' */
    description?: string;
    accessList?: string[];
    roles: OrgRoleName[];
  }[];
  invites?: {
    id?: string;
    username: string;
    roles: OrgRoleName[];
    teamIds?: string[];
    groupRoleAssignments?: {
      groupId: string;
      roles: GroupRoleName[];
    }[];
  }[];
  teams?: {
    id?: string;
    name: string;
    usernames: string[];
  }[];
  groups?: SeedGroup[];
}
