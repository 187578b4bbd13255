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
  /** Addresses that the databases of the project may be reached from. */
  accessList?: readonly {
    /** Address, network such as 192.0.2.0/24, or security group. */
    entry: string;
    /** What the entry is for. */
    comment?: string;
    /** When it ends by itself (RFC 3339), a week ahead at most; never if absent. What has ended is not planted. */
    deleteAfterDate?: string;
  }[];
  /** The project's own roles for its databases; one is after those that it inherits. */
  customDBRoles?: readonly {
    /** Name of the role. */
    roleName: string;
    /** What the role allows. */
    actions?: readonly {
      /** What is allowed. */
      action: DatabaseActionName;
      /** What it is allowed on. */
      resources: readonly {
        /** Whether it is the whole deployment. */
        cluster?: boolean;
        /** Database; any if it is empty. */
        db?: string;
        /** Collection; all of the database if absent. */
        collection?: string;
      }[];
    }[];
    /** Roles whose permissions it has as well. */
    inheritedRoles?: readonly {
      /** Database that it is held on. */
      db: string;
      /** Name of a built-in role, or of another role of the project. */
      role: string;
    }[];
  }[];
  /** Users of the databases of the project. */
  databaseUsers?: readonly {
    /** Name of the user. */
    username: string;
    /** Password of a user who has no other proof, 8 characters at least; minted if absent. Kept sealed, and never shown. */
    password?: string;
    /** Database that knows the user; `admin` if absent. */
    databaseName?: "admin" | "$external";
    /** What the user is for. */
    description?: string;
    /** Whether the user proves to be an AWS user or role. */
    awsIAMType?: "NONE" | "USER" | "ROLE";
    /** Whether a directory by LDAP knows the user. */
    ldapAuthType?: "NONE" | "GROUP" | "USER";
    /** Whether an OpenID provider knows the user. */
    oidcAuthType?: "NONE" | "IDP_GROUP" | "USER";
    /** Whether a certificate proves the user. */
    x509Type?: "NONE" | "CUSTOMER" | "MANAGED";
    /** Roles of the user, one at least. */
    roles: readonly {
      /** Name of a built-in role, or of a role of the project. */
      roleName: string;
      /** Database that it is held on. */
      databaseName: string;
      /** Collection that it is held on; only of read and readWrite. */
      collectionName?: string;
    }[];
    /** Where the user may log in; everywhere if absent. */
    scopes?: readonly {
      /** Name of the cluster or instance. */
      name: string;
      /** What it is. */
      type: "CLUSTER" | "DATA_LAKE" | "STREAM";
    }[];
    /** Labels of the user. */
    labels?: readonly {
      /** Name of the label. */
      key: string;
      /** Value of the label. */
      value: string;
    }[];
    /** When it ends by itself (RFC 3339), a week ahead at most; never if absent. What has ended is not planted. */
    deleteAfterDate?: string;
  }[];
  /** How the databases know users beside passwords. */
  userSecurity?: {
    /** The customer's own authorities. */
    customerX509?: {
      /** Certificates in PEM. */
      cas?: string;
    };
    /** The directory. */
    ldap?: {
      /** Whether users are known by the directory. */
      authenticationEnabled: boolean;
      /** Whether it says what users may do. */
      authorizationEnabled: boolean;
      /** Query for the groups of a user. */
      authzQueryTemplate?: string;
      /** Distinguished name that the directory is asked by. */
      bindUsername?: string;
      /** Certificates of the directory's authority, in PEM. */
      caCertificate?: string;
      /** Name or address of the directory. */
      hostname?: string;
      /** Port of the directory. */
      port?: number;
      /** Password of that name; minted if absent and the directory is used. Never shown. */
      bindPassword?: string;
      /** How names become distinguished names; the first match counts. */
      userToDNMapping?: readonly {
        /** Regular expression for the name of a user. */
        match: string;
        /** Distinguished name, with {0} for the first group of the match. */
        substitution?: string;
        /** Query that finds the distinguished name. */
        ldapQuery?: string;
      }[];
    };
  };
  /** What would tell others of alerts and figures; one of a type. A secret may stand as answers mask it: what the stars hide is minted. */
  integrations?: readonly {
    /** What it tells. */
    type:
      | "PAGER_DUTY"
      | "SLACK"
      | "DATADOG"
      | "NEW_RELIC"
      | "OPS_GENIE"
      | "VICTOR_OPS"
      | "WEBHOOK"
      | "PROMETHEUS"
      | "MICROSOFT_TEAMS";
    /** PROMETHEUS: password; minted if absent. Never shown. */
    password?: string;
    /** NEW_RELIC: id of the account. */
    accountId?: string;
    /** DATADOG, OPS_GENIE, VICTOR_OPS: key. */
    apiKey?: string;
    /** SLACK: token. */
    apiToken?: string;
    /** WEBHOOK: template of what is sent. */
    bodyTemplate?: string | null;
    /** SLACK: channel. */
    channelName?: string | null;
    /** DATADOG: address in place of that of the region. */
    customEndpoint?: string | null;
    /** PROMETHEUS: whether it may ask. */
    enabled?: boolean;
    /** WEBHOOK: template of the headers. */
    headersTemplate?: string | null;
    /** NEW_RELIC: license key. */
    licenseKey?: string;
    /** MICROSOFT_TEAMS: address. */
    microsoftTeamsWebhookUrl?: string;
    /** NEW_RELIC: token for queries. */
    readToken?: string;
    /** DATADOG, OPS_GENIE, PAGER_DUTY: region; US if absent. The latter two have US and EU. */
    region?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED";
    /** VICTOR_OPS: routing key. */
    routingKey?: string;
    /** WEBHOOK: secret that signs what is sent. */
    secret?: string;
    /** DATADOG: whether latencies of collections are sent. */
    sendCollectionLatencyMetrics?: boolean;
    /** DATADOG: whether figures of databases are sent. */
    sendDatabaseMetrics?: boolean;
    /** DATADOG: whether figures of queries are sent. */
    sendQueryStatsMetrics?: boolean;
    /** DATADOG: whether tags are sent. */
    sendUserProvidedResourceTags?: boolean;
    /** PROMETHEUS: whether tags are sent. */
    sendUserProvidedResourceTagsEnabled?: boolean;
    /** PROMETHEUS: how it finds hosts. */
    serviceDiscovery?: "http" | "file";
    /** PAGER_DUTY: key. */
    serviceKey?: string;
    /** SLACK: team. */
    teamName?: string;
    /** WEBHOOK: address. */
    url?: string;
    /** PROMETHEUS: name of the user. */
    username?: string;
    /** NEW_RELIC: token for what is written. */
    writeToken?: string;
  }[];
  /** What the project wants to be told of. */
  alertConfigs?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Type of the event that alerts are about, such as `NO_PRIMARY`. */
    eventTypeName: string;
    /** Whether alerts are opened by it; true if absent. */
    enabled?: boolean;
    /** What alerts are narrowed to; everything if absent. */
    matchers?: readonly {
      /** What is compared; each kind of alert has its own. */
      fieldName: string;
      /** How it is compared. */
      operator: "EQUALS" | "CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "NOT_EQUALS" | "NOT_CONTAINS" | "REGEX";
      /** What it is compared with. */
      value?: string;
    }[];
    /** Metric and its value, of events about metrics. */
    metricThreshold?: {
      /** What is measured. */
      metricName: string;
      /** What is compared: the average. */
      mode?: "AVERAGE";
      /** On which side of it an alert is opened. */
      operator?: "GREATER_THAN" | "LESS_THAN";
      /** Value of it. */
      threshold?: number;
      /** Unit of the value, of which each type of event has its own. */
      units?: string;
    };
    /** How grave alerts are. */
    severityOverride?: "INFO" | "WARNING" | "ERROR" | "CRITICAL";
    /** Value beyond which an alert is opened. */
    threshold?: {
      /** On which side of it an alert is opened. */
      operator?: "GREATER_THAN" | "LESS_THAN";
      /** Value of it. */
      threshold?: number;
      /** Unit of the value, of which each type of event has its own. */
      units?: string;
    };
    /** Who is told, and how: remembered, and nobody is told here. */
    notifications: readonly {
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
      /** Token of Slack. */
      apiToken?: string;
      /** Channel of Slack. */
      channelName?: string;
      /** Key of Datadog. */
      datadogApiKey?: string;
      /** Region of Datadog. */
      datadogRegion?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED";
      /** Minutes that what happened must last; 0 if absent. */
      delayMin?: number;
      /** Address of the message. */
      emailAddress?: string;
      /** Whether people get a message by e-mail. */
      emailEnabled?: boolean;
      /** Integration whose credentials are used. */
      integrationId?: string;
      /** Minutes between two messages, 5 at least; 60 if absent. */
      intervalMin?: number;
      /** Webhook of Microsoft Teams. */
      microsoftTeamsWebhookUrl?: string;
      /** Number of the text message. */
      mobileNumber?: string;
      /** Key of Opsgenie. */
      opsGenieApiKey?: string;
      /** Region of Opsgenie. */
      opsGenieRegion?: "US" | "EU";
      /** Region of PagerDuty. */
      region?: "US" | "EU";
      /** People with one of these roles get it; all if absent. */
      roles?: readonly string[];
      /** Key of PagerDuty. */
      serviceKey?: string;
      /** Whether people get a text message. */
      smsEnabled?: boolean;
      /** Team whose people get it. */
      teamId?: string;
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
    }[];
    /** Alerts that it opened. */
    alerts?: readonly {
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Cluster that it is about. */
      clusterName?: string;
      /** Host that it is about. */
      hostnameAndPort?: string;
      /** Whether it is closed again; false if absent. */
      isClosed?: boolean;
    }[];
  }[];
  /** Access to accounts at cloud providers. */
  cloudProviderAccess?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Cloud provider of the account. */
    providerName: "AWS" | "AZURE" | "GCP";
    /** Application of Atlas at Azure, a UUID; needed there. */
    atlasAzureAppId?: string;
    /** Service principal at Azure, a UUID; needed there. */
    servicePrincipalId?: string;
    /** Tenant at Azure, a UUID; needed there. */
    tenantId?: string;
    /** Role of AWS that is authorized already. */
    iamAssumedRoleArn?: string;
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
  /** Resource policies of the organization. */
  resourcePolicies?: readonly {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the policy. */
    name: string;
    /** What it is for. */
    description?: string;
    /** Texts of it, which nobody judges. */
    policies: readonly {
      /** Text of it in Cedar. */
      body: string;
    }[];
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
  /** Federation of the organization. */
  federation?: {
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Providers of the federation. An organization that shares one names its `id`, and leaves out what is there. */
    identityProviders?: readonly {
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** `OIDC` if absent; a provider with SAML only a seed makes. */
      protocol?: "SAML" | "OIDC";
      /** Whether it identifies people or programs; people if absent. */
      idpType?: "WORKFORCE" | "WORKLOAD";
      /** Name of the provider. */
      displayName: string;
      /** What the provider is for. */
      description?: string;
      /** Issuer of its tokens or assertions. */
      issuerUri: string;
      /** Domains whose people the provider identifies; those of any if absent. */
      associatedDomains?: readonly string[];
      /** OIDC: whom tokens must be meant for; `anteroom` if absent. */
      audience?: string;
      /** OIDC: whether groups or single identities are authorized; groups if absent. */
      authorizationType?: "GROUP" | "USER";
      /** OIDC: client that people sign in by. */
      clientId?: string;
      /** OIDC: claim that has the groups; `groups` if absent. */
      groupsClaim?: string;
      /** OIDC: scopes that people are asked for. */
      requestedScopes?: readonly string[];
      /** OIDC: claim that has the identity; `sub` if absent. */
      userClaim?: string;
      /** SAML: the older id, 20 letters and digits. Made of the id if absent. */
      oktaIdpId?: string;
      /** SAML: where requests to sign in are sent. */
      ssoUrl?: string;
      /** SAML: whether the provider is used; ACTIVE if absent. */
      status?: "ACTIVE" | "INACTIVE";
    }[];
    /** OIDC providers of the organization. */
    dataAccessIdentityProviderIds?: readonly string[];
    /** SAML provider of the organization's people, by its older id. */
    identityProviderId?: string;
    /** Domains whose people may join by signing in, where this is restricted. */
    domainAllowList?: readonly string[];
    /** Whether it is restricted; false if absent. */
    domainRestrictionEnabled?: boolean;
    /** Whether nobody joins the organization by signing in; false if absent. */
    instantUserProvisioningDisabled?: boolean;
    /** Roles in the organization of people who sign in, and to whom no mapping gives any. */
    postAuthRoleGrants?: readonly OrgRoleName[];
    /** Roles that people of groups get when they sign in. */
    roleMappings?: readonly {
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Group of the provider whose people get the roles. */
      externalGroupName: string;
      /** Roles in the organization, one at least. */
      roles: readonly OrgRoleName[];
      /** Roles in projects. */
      groupRoleAssignments?: readonly {
        /** Name of a project of the organization. */
        group?: string;
        /** Its id, in place of the name. */
        groupId?: string;
        /** Roles in the project, one at least. */
        roles: readonly GroupRoleName[];
      }[];
    }[];
  };
}
