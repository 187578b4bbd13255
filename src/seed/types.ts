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

/** A world that Anteroom begins with: organizations, and what is in them. */
export interface SeedDocument {
  /** Address of this schema, for editors. Anteroom does not read it. */
  $schema?: string;
  /** Whether invitations are mailed that do not say so themselves; true if absent. */
  mailed?: boolean;
  /** The organizations. */
  orgs: readonly SeedOrg[];
}

/** A project, which Atlas calls a group. */
export interface SeedGroup {
  /** 24 hexadecimal digits. Minted if absent. */
  id?: string;
  /** Name of the project. */
  name: string;
  /** Tags of the project. */
  tags?: readonly {
    /** What is tagged, such as `environment`. */
    key: string;
    /** The tag, such as `test`. */
    value: string;
  }[];
  /** People of the organization with roles in the project. */
  users?: readonly {
    /** E-mail address of the person. */
    username: string;
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
  }[];
  /** API keys with roles in the project. */
  apiKeys?: readonly {
    /** `desc` of an API key that the organization has already: it gets the roles, and no key is made. */
    apiKey?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it. */
    publicKey?: string;
    /** Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent. */
    privateKey?: string;
    /** What the key is for; `seeded` if absent. */
    desc?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any where there is none. */
    accessList?: readonly string[];
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
  }[];
  /** Service accounts with roles in the project. */
  serviceAccounts?: readonly {
    /** `name` of a service account that the organization has already: it gets the roles, and none is made. */
    serviceAccount?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it. */
    clientId?: string;
    /** Secret: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. Minted and shown once if absent. */
    secret?: string;
    /** Name of the account; `seeded` if absent. */
    name?: string;
    /** What the account is for; `seeded` if absent. */
    description?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any where there is none. */
    accessList?: readonly string[];
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
  }[];
  /** Teams of the organization with roles in the project. */
  teams?: readonly {
    /** Name of a team of the organization. */
    team?: string;
    /** Its id, in place of the name. */
    teamId?: string;
    /** Roles in the project, one at least. */
    roleNames: readonly GroupRoleName[];
  }[];
  /** Pending invitations to the project, of the older kind. */
  invites?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** E-mail address of the person. */
    username: string;
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
    /** Whether the invitation is mailed: captured in `anteroom dev`, sent by `anteroom serve`. As the whole seed says if absent. */
    mailed?: boolean;
  }[];
}

/** An organization with all that is in it. */
export interface SeedOrg {
  /** 24 hexadecimal digits. Minted if absent. */
  id?: string;
  /** Name of the organization. */
  name: string;
  /** Settings of the organization. */
  settings?: {
    /** Whether API keys and service accounts may be used only with an access list; false if absent. */
    apiAccessListRequired?: boolean;
    /** How long console sessions last. */
    customSessionTimeouts?: {
      /** Longest life of a console session. */
      absoluteSessionTimeoutInSeconds?: number;
      /** Longest life of one in which nothing happens. */
      idleSessionTimeoutInSeconds?: number;
    };
    /** Whether generative features are offered; true if absent. */
    genAIFeaturesEnabled?: boolean;
    /** Longest life that a new secret of a service account may have. */
    maxServiceAccountSecretValidityInHours?: number;
    /** Whether people need a second factor to sign in. */
    multiFactorAuthRequired?: boolean;
    /** E-mail address for news about the operation of clusters. */
    operationsContact?: string;
    /** Whether the vendor's staff may not reach databases. */
    restrictEmployeeAccess?: boolean;
    /** E-mail address for news about security. */
    securityContact?: string;
    /** Whether stream processing may reach other projects. */
    streamsCrossGroupEnabled?: boolean;
  };
  /** Limits that were changed for the organization, as support does at Atlas. */
  limits?: {
    /** People and pending invitations that the organization may have together; 500 if absent. */
    users?: number;
  };
  /** People of the organization. Who is in several is the same account: the first mention makes it, and later ones may say nothing else of it. */
  users?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** E-mail address of the person. */
    username: string;
    /** Roles in the organization, one at least. */
    orgRoles: readonly OrgRoleName[];
    /** Secret that signs in to the console, 8 to 256 characters. Without one an owner gets a link to choose it, where `anteroom serve` plants the seed; others ask for one by mail. */
    password?: string;
    /** First name. */
    firstName?: string;
    /** Last name. */
    lastName?: string;
    /** Country by its two letters (ISO 3166-1), such as IE. */
    country?: string;
    /** Telephone number, such as +35315550100. */
    mobileNumber?: string;
    /** When the account was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** When the person signed in last (RFC 3339); never if absent. */
    lastAuth?: string;
  }[];
  /** API keys with roles in the organization. */
  apiKeys?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it. */
    publicKey?: string;
    /** Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent. */
    privateKey?: string;
    /** What the key is for; `seeded` if absent. */
    desc?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any where there is none. */
    accessList?: readonly string[];
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
  }[];
  /** Service accounts with roles in the organization. */
  serviceAccounts?: readonly {
    /** `mdb_sa_id_` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it. */
    clientId?: string;
    /** Secret: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. Minted and shown once if absent. */
    secret?: string;
    /** Name of the account; `seeded` if absent. */
    name?: string;
    /** What the account is for; `seeded` if absent. */
    description?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any where there is none. */
    accessList?: readonly string[];
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
  }[];
  /** Pending invitations to the organization. */
  invites?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Id of the pending user, which is not that of the invitation. Minted if absent, or that of the account of the address. */
    userId?: string;
    /** E-mail address of the person. */
    username: string;
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
    /** Names of teams that who accepts will be in. */
    teams?: readonly string[];
    /** Ids of such teams, in place of names. */
    teamIds?: readonly string[];
    /** Roles in projects that who accepts will have. */
    groupRoleAssignments?: readonly {
      /** Name of a project of the organization. */
      group?: string;
      /** Its id, in place of the name. */
      groupId?: string;
      /** Roles in the project, one at least. */
      roles: readonly GroupRoleName[];
    }[];
    /** Whether the invitation is mailed: captured in `anteroom dev`, sent by `anteroom serve`. As the whole seed says if absent. */
    mailed?: boolean;
  }[];
  /** Teams of the organization. */
  teams?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the team. */
    name: string;
    /** E-mail addresses of people of the organization who are in the team. */
    usernames: readonly string[];
  }[];
  /** Projects of the organization. */
  groups?: readonly SeedGroup[];
}
