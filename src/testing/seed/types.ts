// Written by scripts/client-types.ts from the schema of seeds; do not edit.

import type { DatabaseActionName, GroupRoleName, OrgRoleName } from "../../client/api.ts";

export type { DatabaseActionName, GroupRoleName, OrgRoleName, RoleName } from "../../client/api.ts";

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
  /** When it was made (RFC 3339); now if absent. */
  createdAt?: string;
  /** Whether it was made with the default alert configurations; true if absent. */
  withDefaultAlertsSettings?: boolean;
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
    /** The purpose of the key; `seeded` if absent. */
    desc?: string;
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
    /** `desc` of an API key that the organization has already: it gets the roles, and no key is made. */
    apiKey?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it. */
    publicKey?: string;
    /** Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent. */
    privateKey?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    accessList?: readonly string[];
    /** When entries of `accessList` were added, by their text there; now if absent. */
    accessListAddedAt?: Record<string, string>;
  }[];
  /** Service accounts with roles in the project. */
  serviceAccounts?: readonly {
    /** What the account is for; `seeded` if absent. */
    description?: string;
    /** Name of the account; `seeded` if absent. */
    name?: string;
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
    /** `name` of a service account that the organization has already: it gets the roles, and none is made. */
    serviceAccount?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it. */
    clientId?: string;
    /** Secret: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. Minted and shown once if absent. */
    secret?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Its secrets as answers show them: the first is `secret`, and others open nothing. A new one if absent. */
    secrets?: readonly {
      /** Id of the secret. */
      id: string;
      /** When it was made. */
      createdAt: string;
      /** When it ends. One that has ended is not planted. */
      expiresAt: string;
      /** Its end, as answers show it. */
      maskedSecretValue: string;
    }[];
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    accessList?: readonly string[];
    /** When entries of `accessList` were added, by their text there; now if absent. */
    accessListAddedAt?: Record<string, string>;
  }[];
  /** Teams of the organization with roles in the project. */
  teams?: readonly {
    /** Roles in the project, one at least. */
    roleNames: readonly GroupRoleName[];
    /** Its id, in place of the name. */
    teamId?: string;
    /** Name of a team of the organization. */
    team?: string;
  }[];
  /** Limits of the project that were set. */
  limits?: readonly {
    /** The limit. */
    value: number;
    /** Name of the limit. */
    name:
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
  }[];
  /** Settings of the project. */
  settings?: {
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
    /** Whether Atlas chooses the threshold of slow operations; true if absent. */
    isManagedSlowMsEnabled?: boolean;
  };
  /** Maintenance window of the project. */
  maintenanceWindow?: {
    /** Whether each maintenance is deferred once by itself. */
    autoDeferOnceEnabled?: boolean;
    /** Day of the week, 1 for Sunday. */
    dayOfWeek?: number;
    /** Hour of the day. */
    hourOfDay?: number;
    /** Hours of the day in which no maintenance begins. */
    protectedHours?: {
      /** Last protected hour. */
      endHourOfDay?: number;
      /** First protected hour. */
      startHourOfDay?: number;
    };
    /** Whether maintenance is to begin at once. */
    startASAP?: boolean;
    /** How often it was deferred; 0 if absent. */
    numberOfDeferrals?: number;
  };
  /** Auditing of the databases of the project. */
  auditLog?: {
    /** Whether what is allowed is written down too. */
    auditAuthorizationSuccess?: boolean;
    /** A query in JSON that chooses what is written down. It is kept as it was sent, without space around it. */
    auditFilter?: string;
    /** Whether databases write audit logs. */
    enabled?: boolean;
  };
  /** Whether clusters at AWS are reached by custom DNS. */
  awsCustomDNS?: {
    /** Whether clusters at AWS have names of their own in its networks. */
    enabled: boolean;
  };
  /** Whether private endpoints are regional. */
  privateEndpointRegionalMode?: {
    /** Whether private endpoints are regional. */
    enabled: boolean;
  };
  /** Whether clusters that are peered are reached by private addresses alone. */
  privateIpMode?: {
    /** Whether clusters are to be reached at private addresses alone. */
    enabled: boolean;
  };
  /** Addresses that the databases of the project may be reached from. */
  accessList?: readonly {
    /** Security group of AWS whose members are let in. Only one of the three says who. */
    awsSecurityGroup?: string;
    /** Network that is let in, in CIDR notation. */
    cidrBlock?: string;
    /** What the entry is for. */
    comment?: string;
    /** When it expires (RFC 3339), a week ahead at most; never if absent. What has expired is not planted. */
    deleteAfterDate?: string;
    /** Address that is let in. */
    ipAddress?: string;
    /** Address, network such as 192.0.2.0/24, or security group. */
    entry?: string;
  }[];
  /** Custom database roles of the project, each after those that it inherits. */
  customDBRoles?: readonly {
    /** What the role allows; a sent list replaces the old one. */
    actions?: readonly {
      /** What is allowed. */
      action: DatabaseActionName;
      /** What it is allowed on. */
      resources: readonly {
        /** Whether it is the whole deployment. */
        cluster?: boolean;
        /** Collection; all of the database if absent or empty. */
        collection?: string;
        /** Database; any if it is empty. */
        db?: string;
      }[];
    }[];
    /** Roles whose permissions it has as well; a sent list replaces the old one. */
    inheritedRoles?: readonly {
      /** Database that it is held on: admin but for read, readWrite and dbAdmin. */
      db: string;
      /** Name of a built-in role, or of another role of the project. */
      role: string;
    }[];
    /** Name of the role. */
    roleName: string;
  }[];
  /** Users of the databases of the project. */
  databaseUsers?: readonly {
    /** Whether the user proves to be an AWS user or role. */
    awsIAMType?: "NONE" | "USER" | "ROLE";
    /** Authentication database of the user; `admin` if absent. */
    databaseName?: "admin" | "$external";
    /** When it expires (RFC 3339), a week ahead at most; never if absent. What has expired is not planted. */
    deleteAfterDate?: string;
    /** What the user is for. */
    description?: string;
    /** Labels of the user. */
    labels?: readonly {
      /** Name. */
      key?: string;
      /** Value. */
      value?: string;
    }[];
    /** Whether a directory by LDAP knows the user. */
    ldapAuthType?: "NONE" | "GROUP" | "USER";
    /** Whether an OpenID provider knows the user. */
    oidcAuthType?: "NONE" | "IDP_GROUP" | "USER";
    /** Password, 8 characters at least; minted if absent and the user has no other authentication. Kept sealed, never shown. */
    password?: string;
    /** Roles of the user; a sent list replaces the old one. */
    roles: readonly {
      /** Collection that it is held on; only of read and readWrite. */
      collectionName?: string;
      /** Database that it is held on. */
      databaseName: string;
      /** Name of a built-in role, or of a role of the project. */
      roleName: string;
    }[];
    /** Where the user may log in; everywhere if empty. */
    scopes?: readonly {
      /** Name of the cluster or instance; it need not exist. */
      name: string;
      /** What it is. */
      type: "CLUSTER" | "DATA_LAKE" | "STREAM";
    }[];
    /** Name of the user. */
    username: string;
    /** Whether a certificate proves the user. */
    x509Type?: "NONE" | "CUSTOMER" | "MANAGED";
    /** Certificates that were issued to the user. The server lists them; it does not have their private keys. */
    certificates?: readonly {
      /** Serial number, as answers show it. */
      serial: number;
      /** When it became valid (RFC 3339); an hour ago if absent. */
      createdAt?: string;
      /** When it expires (RFC 3339). An expired one is left out. */
      notAfter: string;
    }[];
  }[];
  /** Network containers of the project, planted before the clusters that use them. No network is created. */
  networkContainers?: readonly {
    /** Provider whose network it is. */
    providerName?: "AWS" | "AZURE" | "GCP";
    /** Addresses in it; at AWS the next free block of 2048 if absent. */
    atlasCidrBlock?: string;
    /** AWS: region that it is in. */
    regionName?: string;
    /** AZURE: region that it is in. */
    region?: string;
    /** GCP: regions that it is in; empty for all. */
    regions?: readonly string[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Id of the subscription at Azure. Minted if absent. */
    azureSubscriptionId?: string;
    /** Id of the project at Google Cloud. Minted if absent. */
    gcpProjectId?: string;
    /** Name of the network at Google Cloud. Minted if absent. */
    networkName?: string;
    /** Name of the network at Azure. Minted if absent. */
    vnetName?: string;
    /** Id of the network at AWS. Minted if absent. */
    vpcId?: string;
  }[];
  /** Network peering connections of the project, available at once. */
  networkPeers?: readonly {
    /** Region of the other network. */
    accepterRegionName?: string;
    /** Account that has the other network. */
    awsAccountId?: string;
    /** Container that is connected. */
    containerId: string;
    /** Cloud provider. */
    providerName?: "AWS" | "AZURE" | "GCP";
    /** Addresses of the other network. */
    routeTableCidrBlock?: string;
    /** Id of the other network. */
    vpcId?: string;
    /** Id of the directory at Azure. */
    azureDirectoryId?: string;
    /** Id of the subscription at Azure. */
    azureSubscriptionId?: string;
    /** Resource group of the other network. */
    resourceGroupName?: string;
    /** Name of the other network. */
    vnetName?: string;
    /** Id of the project at Google Cloud. */
    gcpProjectId?: string;
    /** Name of the other network. */
    networkName?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Id of the connection. Minted if absent. */
    connectionId?: string;
  }[];
  /** Private endpoint services of the project, available at once. Nothing is created at the provider. */
  privateEndpointServices?: readonly {
    /** GCP: whether one attachment leads to all nodes, by their ports. */
    portMappingEnabled?: boolean;
    /** Cloud provider. */
    providerName: "AWS" | "AZURE" | "GCP";
    /** Region, as Atlas or as the provider names it. */
    region: string;
    /** AWS: other regions from which it may be reached. */
    supportedRemoteRegions?: readonly string[];
    /** AWS: name of the service, once it is available. Minted if absent. */
    endpointServiceName?: string;
    /** AZURE: name of the service, once it is available. Minted if absent. */
    privateLinkServiceName?: string;
    /** AZURE: id of the service, once it is available. Minted if absent. */
    privateLinkServiceResourceId?: string;
    /** GCP: attachments of the service, once it is available. Minted if absent. */
    serviceAttachmentNames?: readonly string[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Endpoints of the service, available at once. */
    endpoints?: readonly {
      /** AWS, AZURE: id of the endpoint at the provider. */
      id?: string;
      /** AZURE: address of the endpoint. */
      privateEndpointIPAddress?: string;
      /** GCP: name of the group of endpoints. */
      endpointGroupName?: string;
      /** GCP: endpoints of the group. */
      endpoints?: readonly {
        /** Name of the forwarding rule. */
        endpointName?: string;
        /** Address of the endpoint. */
        ipAddress?: string;
      }[];
      /** GCP: project that the endpoints are in. */
      gcpProjectId?: string;
    }[];
  }[];
  /** Access to accounts at cloud providers. */
  cloudProviderAccess?: readonly {
    /** Cloud provider of the account. */
    providerName: "AWS" | "AZURE" | "GCP";
    /** AZURE: UUID of the Atlas application; required. */
    atlasAzureAppId?: string;
    /** AZURE: UUID of the service principal; required. */
    servicePrincipalId?: string;
    /** AZURE: UUID of the tenant; required. */
    tenantId?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Account of Atlas that assumes the role: the one that was recorded. Minted if absent. */
    atlasAWSAccountArn?: string;
    /** External id that the role's trust policy must name. Minted if absent. */
    atlasAssumedRoleExternalId?: string;
    /** Service account that Atlas uses, once it is made. Minted if absent. */
    gcpServiceAccountForAtlas?: string;
    /** AWS: ARN of the authorized IAM role. */
    iamAssumedRoleArn?: string;
    /** AWS: when it was authorized (RFC 3339); when it was planted if absent. */
    authorizedDate?: string;
    /** AZURE: when it was changed last (RFC 3339); when it was made if absent. */
    lastUpdatedDate?: string;
  }[];
  /** Push-based log export of the project, active at once. Nothing is written. */
  pushBasedLogExport?: {
    /** Bucket. */
    bucketName: string;
    /** Id of the access to the AWS account. */
    iamRoleId: string;
    /** Folder in the bucket or the container. */
    prefixPath: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
  };
  /** Buckets that snapshots are exported to. Nothing is written to one. */
  exportBuckets?: readonly {
    /** Cloud provider. */
    cloudProvider: "AWS" | "AZURE" | "GCP";
    /** Name of the bucket, 3 to 63 characters; required. */
    bucketName: string;
    /** Id of the access to the AWS account. */
    iamRoleId?: string;
    /** True if exports go through a private endpoint. */
    requirePrivateNetworking?: boolean;
    /** Id of the access to the provider's account. */
    roleId?: string;
    /** AZURE: address of the storage account. */
    serviceUrl?: string;
    /** AZURE: id of the tenant, a UUID. */
    tenantId?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Private endpoints for federated databases and online archives. */
  dataFederationPrivateEndpoints?: readonly {
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
    /** Cloud provider of the endpoint. */
    provider?: "AWS" | "AZURE";
    /** Region of the endpoint. */
    region?: string;
    /** Kind of what it leads to. */
    type?: "DATA_LAKE";
  }[];
  /** Federated databases of the project, with limits of their queries. No data is queried. */
  federatedDatabases?: readonly {
    /** Accounts at cloud providers; absent if there are none. */
    cloudProviderConfig?: {
      /** Account at AWS. */
      aws?: {
        /** Id of the access to the account. */
        roleId: string;
        /** Bucket by which the role is tested; it is not kept. */
        testS3Bucket?: string;
      };
      /** Account at Azure. */
      azure?: {
        /** Id of the access to the account. */
        roleId: string;
      };
      /** Account at Google Cloud. */
      gcp?: {
        /** Id of the access to the account. */
        roleId: string;
      };
    };
    /** Region in which queries are processed; null until one is set. */
    dataProcessRegion?: {
      /** Cloud provider. */
      cloudProvider: "AWS" | "AZURE" | "GCP";
      /** Region. */
      region: string;
    };
    /** Name of the federated database. */
    name?: string;
    /** Stores of data, and the databases that are made of them. */
    storage?: {
      /** Databases that are made of the stores; null until some are set. */
      databases?: readonly {
        /** Collections. */
        collections?: readonly {
          /** Data that it is made of. */
          dataSources?: readonly {
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
            urls?: readonly string[];
          }[];
          /** Name. */
          name?: string;
        }[];
        /** Most collections that a wildcard makes. */
        maxWildcardCollections?: number;
        /** Name. */
        name?: string;
        /** Views. */
        views?: readonly {
          /** Name. */
          name?: string;
          /** Stages of the view. */
          pipeline?: string;
          /** Collection that it is made of. */
          source?: string;
        }[];
      }[];
      /** Stores of data; null until some are set. */
      stores?: readonly {
        /** Name. */
        name?: string;
        /** Kind of the store. */
        provider: "atlas" | "azure" | "dls:aws" | "dls:azure" | "dls:gcp" | "gcs" | "http" | "s3";
        /** Atlas: name of the cluster. */
        clusterName?: string;
        /** Atlas: id of the project of the cluster. */
        projectId?: string;
        /** Atlas: read concern. */
        readConcern?: {
          /** Level. */
          level?: "LOCAL" | "MAJORITY" | "LINEARIZABLE" | "SNAPSHOT" | "AVAILABLE";
        };
        /** Atlas: read preference. */
        readPreference?: {
          /** Most seconds that a secondary may lag. */
          maxStalenessSeconds?: number;
          /** Nodes that are read. */
          mode?: "primary" | "primaryPreferred" | "secondary" | "secondaryPreferred" | "nearest";
          /** Lists of tags of nodes. */
          tagSets?: readonly (readonly {
            /** Name. */
            name?: string;
            /** Value of the tag. */
            value?: string;
          }[])[];
        };
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
        urls?: readonly string[];
        /** S3: classes of storage that are read, too. */
        additionalStorageClasses?: readonly ("STANDARD" | "INTELLIGENT_TIERING" | "STANDARD_IA")[];
        /** S3: whether tags are fields. */
        includeTags?: boolean;
      }[];
    };
    /** Names under which it would be reached. Minted if absent. */
    hostnames?: readonly string[];
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Limits of its queries; 100 TiB in a month if absent. */
    queryLimits?: readonly {
      /** Name of the limit. */
      name:
        | "bytesProcessed.query"
        | "bytesProcessed.daily"
        | "bytesProcessed.weekly"
        | "bytesProcessed.monthly";
      /** Bytes, a gibibyte to an exbibyte. */
      value: number;
      /** When it was set (RFC 3339); now if absent. */
      lastModifiedDate?: string;
      /** Whether queries that run are ended, too, once the limit is reached. */
      overrunPolicy?: "BLOCK" | "BLOCK_AND_KILL";
    }[];
  }[];
  /** Clusters of the project, ready at once. They stand for such, and no machine is started. */
  clusters?: readonly {
    /** Taken, and without effect here. */
    acceptDataRisksAndForceReplicaSetReconfig?: string;
    /** Kept as it is sent. */
    adaptiveCapacity?: "ENABLED" | "DISABLED";
    /** TLS settings. */
    advancedConfiguration?: {
      /** Ciphers of TLS 1.2; by default any. */
      customOpensslCipherConfigTls12?: readonly (
        | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
        | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
      )[];
      /** Ciphers of TLS 1.3; by default any. */
      customOpensslCipherConfigTls13?: readonly (
        | "TLS_AES_256_GCM_SHA384"
        | "TLS_CHACHA20_POLY1305_SHA256"
        | "TLS_AES_128_GCM_SHA256"
        | "TLS_AES_128_CCM_SHA256"
      )[];
      /** Oldest version of TLS. */
      minimumEnabledTlsProtocol?: "TLS1_0" | "TLS1_1" | "TLS1_2" | "TLS1_3";
      /** Whether the ciphers are those named here. */
      tlsCipherConfigMode?: "CUSTOM" | "DEFAULT";
    };
    /** Whether backups are wanted; there are none here. */
    backupEnabled?: boolean;
    /** BI connector. */
    biConnector?: {
      /** Whether the connector is wanted; there is none here. */
      enabled?: boolean;
      /** Nodes it would read from. */
      readPreference?: string;
    };
    /** Shape; REPLICASET if absent. */
    clusterType?: "REPLICASET" | "SHARDED" | "GEOSHARDED";
    /** The place that a sharded cluster would have its config servers in. */
    configServerManagementMode?: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED";
    /** How disks would be warmed. */
    diskWarmingMode?: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED";
    /** The provider whose keys would encrypt disks. */
    encryptionAtRestProvider?: "NONE" | "AWS" | "AZURE" | "GCP";
    /** Whether the owner of a global cluster manages its shard keys. */
    globalClusterSelfManagedSharding?: boolean;
    /** Labels. */
    labels?: readonly {
      /** Name. */
      key?: string;
      /** Value. */
      value?: string;
    }[];
    /** Version of MongoDB; the default of Atlas if absent. */
    mongoDBMajorVersion?: string;
    /** Name of the cluster, unique in its project. */
    name: string;
    /** Whether it is paused. */
    paused?: boolean;
    /** Whether backups of any instant are wanted. */
    pitEnabled?: boolean;
    /** Whether logs would be redacted. */
    redactClientLogData?: boolean;
    /** In which order nodes would be changed. */
    replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE";
    /** Shards, in place of provider, region and size. */
    replicationSpecs?: readonly {
      /** Regions, the first in elections first. */
      regionConfigs: readonly {
        /** Nodes of one kind in a region. */
        electableSpecs?: {
          /** Operations of the disk in a second. */
          diskIOPS?: number;
          /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
          diskSizeGB?: number;
          /** AWS: kind of the volume. */
          ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
          /** Size, such as M10; M0 is free. */
          instanceSize?: string;
          /** Number of nodes; 3 electable ones if absent. */
          nodeCount?: number;
        };
        /** Priority in elections; if absent 7 for the first region, and one less for each that follows. */
        priority?: number;
        /** Where it is; TENANT shares machines with other clusters. */
        providerName: "AWS" | "AZURE" | "GCP" | "TENANT";
        /** Region in the words of Atlas, such as US_EAST_1. */
        regionName: string;
        /** Auto-scaling settings. */
        analyticsAutoScaling?: {
          /** Scaling of the size. */
          compute?: {
            /** Whether sizes would change by themselves. */
            enabled?: boolean;
            /** Largest size. */
            maxInstanceSize?: string;
            /** Smallest size. */
            minInstanceSize?: string;
            /** Whether they would become smaller. */
            scaleDownEnabled?: boolean;
          };
          /** Scaling of the disk. */
          diskGB?: {
            /** Whether disks would grow by themselves. */
            enabled?: boolean;
          };
          /** Taken, and without effect here. */
          autoIndexing?: {
            /** Whether indexes would be made automatically. */
            enabled?: boolean;
          };
        };
        /** Nodes of one kind in a region. */
        analyticsSpecs?: {
          /** Operations of the disk in a second. */
          diskIOPS?: number;
          /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
          diskSizeGB?: number;
          /** AWS: kind of the volume. */
          ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
          /** Size, such as M10; M0 is free. */
          instanceSize?: string;
          /** Number of nodes; 3 electable ones if absent. */
          nodeCount?: number;
        };
        /** Auto-scaling settings. */
        autoScaling?: {
          /** Scaling of the size. */
          compute?: {
            /** Whether sizes would change by themselves. */
            enabled?: boolean;
            /** Largest size. */
            maxInstanceSize?: string;
            /** Smallest size. */
            minInstanceSize?: string;
            /** Whether they would become smaller. */
            scaleDownEnabled?: boolean;
          };
          /** Scaling of the disk. */
          diskGB?: {
            /** Whether disks would grow by themselves. */
            enabled?: boolean;
          };
          /** Taken, and without effect here. */
          autoIndexing?: {
            /** Whether indexes would be made automatically. */
            enabled?: boolean;
          };
        };
        /** Nodes of one kind in a region. */
        readOnlySpecs?: {
          /** Operations of the disk in a second. */
          diskIOPS?: number;
          /** Disk in GB, from version 2024-08-05 on; before, it is one of the cluster. */
          diskSizeGB?: number;
          /** AWS: kind of the volume. */
          ebsVolumeType?: "STANDARD" | "PROVISIONED" | "HIGH_PERFORMANCE";
          /** Size, such as M10; M0 is free. */
          instanceSize?: string;
          /** Number of nodes; 3 electable ones if absent. */
          nodeCount?: number;
        };
        /** TENANT: the cloud that hosts it. */
        backingProviderName?: "AWS" | "GCP" | "AZURE";
      }[];
      /** Name of the zone; `Zone 1` if absent. */
      zoneName?: string;
    }[];
    /** Whether backups outlive it. */
    retainBackups?: boolean;
    /** Authority of certificates. */
    rootCertType?: "ISRGROOTX1";
    /** Tags. */
    tags?: readonly {
      /** Name of the tag. */
      key: string;
      /** Value of the tag. */
      value: string;
    }[];
    /** Whether it is protected from deletion. */
    terminationProtectionEnabled?: boolean;
    /** Kept as it is sent. */
    useAwsTimeBasedSnapshotCopyForFastInitialSync?: boolean;
    /** How it is upgraded; LTS if absent. */
    versionReleaseSystem?: "LTS" | "CONTINUOUS";
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Ids of its shards, in their order. Minted if absent. */
    shards?: readonly {
      /** Id of the shard. */
      id: string;
      /** Id of its zone. */
      zoneId: string;
      /** Id that versions before 2024-08-05 show for its zone. Minted if absent. */
      earlierId?: string;
    }[];
    /** Connection strings that answers show if no database is behind the cluster. */
    connectionStrings?: {
      /** Addresses through private endpoints at AWS, by their ids. */
      awsPrivateLink?: Record<string, string>;
      /** The same, as one name. */
      awsPrivateLinkSrv?: Record<string, string>;
      /** Addresses through the private endpoints of the project that lead to all regions of the cluster, or to one where endpoints are regional. */
      privateEndpoint?: readonly {
        /** Address through the endpoint. */
        connectionString?: string;
        /** Endpoints that the address leads through. */
        endpoints?: readonly {
          /** Id of the endpoint at the cloud provider. */
          endpointId?: string;
          /** Cloud provider. */
          providerName?: "AWS" | "AZURE" | "GCP";
          /** Region. */
          region?: string;
        }[];
        /** Address through the endpoint, as one name. */
        srvConnectionString?: string;
        /** Address through the endpoint, as one name, for clusters with shards. */
        srvShardOptimizedConnectionString?: string;
        /** Kind of process that is reached. */
        type?: "MONGOD" | "MONGOS";
      }[];
      /** Address of the database. It says when there is none. */
      standard?: string;
      /** The same: no name that stands for several leads to this machine. */
      standardSrv?: string;
    };
    /** Process arguments that differ from the defaults. */
    processArgs?: {
      /** Seconds that images are kept; -1 for ever. */
      changeStreamOptionsPreAndPostImagesExpireAfterSeconds?: number;
      /** Chunks that move at once. */
      chunkMigrationConcurrency?: number;
      /** Longest time of an operation. */
      defaultMaxTimeMS?: number;
      /** Default write concern. */
      defaultWriteConcern?: string;
      /** Whether JavaScript runs on the server. */
      javascriptEnabled?: boolean;
      /** Whether scans of collections are refused. */
      noTableScan?: boolean;
      /** Hours that the oplog is kept. */
      oplogMinRetentionHours?: number;
      /** Size of the oplog. */
      oplogSizeMB?: number;
      /** How much is logged of queries. */
      queryStatsLogVerbosity?: number;
      /** Seconds between two samples. */
      sampleRefreshIntervalBIConnector?: number;
      /** Documents of a sample. */
      sampleSizeBIConnector?: number;
      /** Longest time of a transaction. */
      transactionLifetimeLimitSeconds?: number;
      /** Default read concern, before version 2024-08-05. */
      defaultReadConcern?: "local" | "available";
      /** Whether long keys are refused, before version 2024-08-05. */
      failIndexKeyTooLong?: boolean;
    };
    /** Access of MongoDB's employees; none if absent. */
    employeeAccess?: {
      /** When the access ends. */
      expirationTime: string;
      /** The part of the cluster that the vendor's staff may reach. */
      grantType:
        | "CLUSTER_DATABASE_LOGS"
        | "CLUSTER_INFRASTRUCTURE"
        | "CLUSTER_INFRASTRUCTURE_AND_APP_SERVICES_SYNC_DATA";
    };
    /** Version to which its features are pinned; none if absent. */
    featureCompatibility?: {
      /** Version. */
      version: string;
      /** When it ends. */
      expirationDate: string;
    };
    /** Namespaces whose metrics are always collected; none if absent. */
    pinnedNamespaces?: readonly string[];
    /** Hashes of the query shapes that it rejects; none if absent. */
    rejectedQueryShapes?: readonly string[];
    /** Whether it has a SQL interface; OFF if absent. */
    sqlInterface?: "ON" | "OFF";
    /** Database of this cluster alone, such as mongodb://admin:PASSWORD@localhost:27017. Kept sealed, and its user and password are never shown. */
    deployment?: string;
    /** Where it is, or FLEX for a flex cluster; AWS if absent. */
    providerName?: "AWS" | "AZURE" | "GCP" | "FLEX";
    /** Where a flex cluster or a free one is; AWS if absent. */
    backingProviderName?: "AWS" | "AZURE" | "GCP";
    /** Region in the words of Atlas, such as EU_WEST_1; the default of the provider if absent. */
    regionName?: string;
    /** Size; M10 if absent. M0 is free. */
    instanceSize?: string;
    /** When backups would be made, of a cluster that has some. */
    backupSchedule?: {
      /** Whether Atlas chooses the regions of copies. */
      autoCopySettingsEnabled?: boolean;
      /** Whether backups are exported by themselves. */
      autoExportEnabled?: boolean;
      /** Whether copies are kept as long as they say, and not as backups. */
      copyPolicyItemsEnabled?: boolean;
      /** Regions that backups are copied to. */
      copySettings?: readonly {
        /** Provider that backups are copied to. */
        cloudProvider?: "AWS" | "AZURE" | "GCP";
        /** Which backups are copied. */
        frequencies?: readonly string[];
        /** Region that backups are copied to. */
        regionName?: string;
        /** Whether the log of operations is copied too. */
        shouldCopyOplogs?: boolean;
        /** Zone of the cluster; the first if absent. */
        zoneName?: string;
      }[];
      /** Where backups are exported to. */
      export?: {
        /** Bucket that backups are exported to. */
        exportBucketId?: string;
        /** Which backups are exported. */
        frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
      };
      /** Which backups are kept for longer. */
      extraRetentionSettings?: readonly {
        /** Which backups are kept for longer. */
        frequencyType?: string;
        /** Days that they are kept for longer. */
        retentionDays?: number;
      }[];
      /** Hour of the day (UTC) that backups are reckoned from. */
      referenceHourOfDay?: number;
      /** Minute of that hour. */
      referenceMinuteOfHour?: number;
      /** Days back to which the cluster can be restored at any instant; 7 if absent. */
      restoreWindowDays?: number;
      /** Whether exports are named by names in place of ids. */
      useOrgAndGroupNamesInExportPrefix?: boolean;
      /** 24 hexadecimal digits. Minted if absent. */
      policyId?: string;
      /** How often backups are made; as in Atlas if absent. */
      policyItems?: readonly {
        /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
        frequencyInterval: number;
        /** How often backups are made. */
        frequencyType: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
        /** Unit of the retention. */
        retentionUnit: "days" | "weeks" | "months" | "years";
        /** How many of the unit a backup is kept. */
        retentionValue: number;
        /** 24 hexadecimal digits. Minted if absent. */
        id?: string;
      }[];
    };
    /** Search nodes of the cluster; none if absent. */
    searchNodes?: readonly {
      /** Provider of the region. */
      cloudProvider?: "AWS" | "AZURE" | "GCP";
      /** Size of each node. */
      instanceSize: string;
      /** Number of nodes. */
      nodeCount?: number;
      /** Region in the words of Atlas; each of the cluster if absent. */
      regionName?: string;
    }[];
    /** Id of their deployment. Minted if absent. */
    searchDeploymentId?: string;
    /** Zones of places and distributed collections of a global cluster; none if absent. */
    globalWrites?: {
      /** Places, each with the zone that serves it. */
      customZoneMappings?: readonly {
        /** Code of a country of ISO 3166-1, or of a part of one, such as US-CA. */
        location: string;
        /** Name of the zone. */
        zone: string;
      }[];
      /** Collections that are distributed over the zones. */
      managedNamespaces?: readonly {
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
      }[];
    };
  }[];
  /** Private links of stream processing, planted before the connections that use them, and done at once. Nothing is created. */
  streamPrivateLinks?: readonly {
    /** MSK: ARN of the cluster. */
    arn?: string;
    /** MSK: authentication. */
    authenticationScheme?: "TLS" | "SASL_SCRAM" | "IAM";
    /** AZURE: resources. */
    azureResourceIds?: readonly string[];
    /** Domain of the service. */
    dnsDomain?: string;
    /** Domains within it. */
    dnsSubDomain?: readonly string[];
    /** GCP: connections. */
    gcpConnectionIds?: readonly string[];
    /** GCP: attachments of the service. */
    gcpServiceAttachmentUris?: readonly string[];
    /** Cloud provider: AWS, AZURE or GCP. */
    provider: string;
    /** Region of the service. */
    region?: string;
    /** Id of the service. */
    serviceEndpointId?: string;
    /** Vendor of the service; GENERIC if absent. */
    vendor?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** VPC peerings that accounts at AWS have requested with the stream processing of the project. No operation requests one. */
  streamVpcPeerings?: readonly {
    /** Account at AWS that requested it. */
    requesterAccountId: string;
    /** Network that requested it. */
    requesterVpcId: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the peering. */
    name: string;
    /** Addresses of the network. */
    requesterCidr?: string;
    /** Whether it is accepted and active; false if absent. */
    isAccepted?: boolean;
  }[];
  /** Stream workspaces of the project, with their connections and processors. Nothing is processed. */
  streamWorkspaces?: readonly {
    /** Where streams are processed. */
    dataProcessRegion: {
      /** Cloud provider. */
      cloudProvider: "AWS" | "GCP" | "AZURE" | "TENANT" | "SERVERLESS";
      /** Region. */
      region:
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
    };
    /** Where streams are processed when the region is away. */
    failoverRegions?: readonly {
      /** Cloud provider. */
      cloudProvider: "AWS" | "GCP" | "AZURE" | "TENANT" | "SERVERLESS";
      /** Region. */
      region:
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
    }[];
    /** Name of the workspace. */
    name: string;
    /** Size of the workspace. */
    streamConfig?: {
      /** Largest size. */
      maxTierSize?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
      /** Size. */
      tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
    };
    /** Names of the hosts: there are none. Minted if absent. */
    hostnames?: readonly string[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Connections of the workspace, ready at once. */
    connections?: readonly {
      /** Name of the connection. */
      name: string;
      /** Region in which it is used; that of the workspace if absent. */
      region?: string;
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
      aws?: {
        /** ARN of the role that is taken. */
        roleArn?: string;
        /** Bucket that the role is tried on. */
        testBucket?: string;
      };
      /** Access through the network: Kafka, S3 and AWSKinesisDataStreams. */
      networking?: {
        /** How it is reached. */
        access?: {
          /** Id of the connection. */
          connectionId?: string;
          /** Name. */
          name?: string;
          /** Id of the route of the transit gateway. */
          tgwRouteId?: string;
          /** Kind. */
          type?: "PUBLIC" | "VPC" | "PRIVATE_LINK" | "TRANSIT_GATEWAY";
        };
      };
      /** Access through the network: AWSLambda, AzureBlobStorage and GCPPubSub. */
      publicPrivateNetworking?: {
        /** How it is reached. */
        access?: {
          /** Id of the connection. */
          connectionId?: string;
          /** Kind. */
          type?: "PUBLIC" | "PRIVATE_LINK";
        };
      };
      /** Settings at Azure. */
      azure?: {
        /** Region. */
        region?: string;
        /** Id of the service principal. */
        servicePrincipalId?: string;
        /** Name of the storage account. */
        storageAccountName?: string;
      };
      /** Project of the cluster. */
      clusterGroupId?: string;
      /** Name of the cluster. */
      clusterName?: string;
      /** Role that the connection has in the cluster. */
      dbRoleToExecute?: {
        /** Name of the role. */
        role?: string;
        /** Kind. */
        type?: "BUILT_IN" | "CUSTOM";
      };
      /** Settings at Google Cloud. */
      gcp?: {
        /** Address of the service account. */
        serviceAccountId?: string;
      };
      /** Headers of each request. */
      headers?: Record<string, string>;
      /** Address that is called. */
      url?: string;
      /** Kafka: credentials. */
      authentication?: {
        /** Settings at AWS. */
        aws?: {
          /** ARN of the role that is taken. */
          roleArn?: string;
          /** Bucket that the role is tried on. */
          testBucket?: string;
        };
        /** Client id. */
        clientId?: string;
        /** Secret of the client. */
        clientSecret?: string;
        /** Mechanism of SASL. */
        mechanism?: string;
        /** Method of OAuth. */
        method?: string;
        /** Password. Kept sealed, never shown. */
        password?: string;
        /** Extensions of the token request. */
        saslOauthbearerExtensions?: string;
        /** Scope that is asked for. */
        scope?: string;
        /** Certificate of the client, in PEM. */
        sslCertificate?: string;
        /** Private key of the client, in PEM. */
        sslKey?: string;
        /** Password of the private key. */
        sslKeyPassword?: string;
        /** Address that gives tokens. */
        tokenEndpointUrl?: string;
        /** Name of the user. */
        username?: string;
      };
      /** Servers that are asked first. */
      bootstrapServers?: string;
      /** Settings of the Kafka client. */
      config?: Record<string, string>;
      /** How the connection is protected. */
      security?: {
        /** Certificate of the broker, in PEM. */
        brokerPublicCertificate?: string;
        /** Protocol. */
        protocol?: string;
      };
      /** Vendor of the registry. */
      provider?: "CONFLUENT";
      /** SchemaRegistry: credentials. */
      schemaRegistryAuthentication?: {
        /** Kind of authentication. */
        type: "SASL_INHERIT" | "USER_INFO";
        /** Password. */
        password?: string;
        /** Name of the user. */
        username?: string;
      };
      /** Addresses of the registry. */
      schemaRegistryUrls?: readonly string[];
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Connections that take its place in other regions, ready at once. */
      failoverConnections?: readonly {
        /** Name of the connection. */
        name?: string;
        /** Region, one of those for failures of the workspace. */
        region: string;
        /** Type of the connection. */
        type: "Kafka" | "Cluster";
        /** Project of the cluster. */
        clusterGroupId?: string;
        /** Name of the cluster. */
        clusterName?: string;
        /** Role that the connection has in the cluster. */
        dbRoleToExecute?: {
          /** Name of the role. */
          role?: string;
          /** Kind. */
          type?: "BUILT_IN" | "CUSTOM";
        };
        /** Kafka: credentials. */
        authentication?: {
          /** Settings at AWS. */
          aws?: {
            /** ARN of the role that is taken. */
            roleArn?: string;
            /** Bucket that the role is tried on. */
            testBucket?: string;
          };
          /** Client id. */
          clientId?: string;
          /** Secret of the client. */
          clientSecret?: string;
          /** Mechanism of SASL. */
          mechanism?: string;
          /** Method of OAuth. */
          method?: string;
          /** Password. Kept sealed, never shown. */
          password?: string;
          /** Extensions of the token request. */
          saslOauthbearerExtensions?: string;
          /** Scope that is asked for. */
          scope?: string;
          /** Certificate of the client, in PEM. */
          sslCertificate?: string;
          /** Private key of the client, in PEM. */
          sslKey?: string;
          /** Password of the private key. */
          sslKeyPassword?: string;
          /** Address that gives tokens. */
          tokenEndpointUrl?: string;
          /** Name of the user. */
          username?: string;
        };
        /** Servers that are asked first. */
        bootstrapServers?: string;
        /** Settings of the Kafka client. */
        config?: Record<string, string>;
        /** Access through the network: Kafka, S3 and AWSKinesisDataStreams. */
        networking?: {
          /** How it is reached. */
          access?: {
            /** Id of the connection. */
            connectionId?: string;
            /** Name. */
            name?: string;
            /** Id of the route of the transit gateway. */
            tgwRouteId?: string;
            /** Kind. */
            type?: "PUBLIC" | "VPC" | "PRIVATE_LINK" | "TRANSIT_GATEWAY";
          };
        };
        /** How the connection is protected. */
        security?: {
          /** Certificate of the broker, in PEM. */
          brokerPublicCertificate?: string;
          /** Protocol. */
          protocol?: string;
        };
        /** 24 hexadecimal digits. Minted if absent. */
        id?: string;
      }[];
    }[];
    /** Processors of the workspace, created at once. */
    processors?: readonly {
      /** Whether it is started in another region when that of the workspace is away. */
      failoverEnabled?: boolean;
      /** Name of the processor. */
      name: string;
      /** Options. */
      options?: {
        /** Collection that documents go to which cannot be processed. */
        dlq?: {
          /** Collection. */
          coll?: string;
          /** Name of a connection to a cluster. */
          connectionName?: string;
          /** Database. */
          db?: string;
        };
        /** Whether it is scaled, and between which sizes; false or null turns that off. */
        autoscaling?: {
          /** Whether it is scaled. */
          enabled?: boolean;
          /** Largest size; the largest of the workspace if null. */
          maxTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
          /** Smallest size; that of the workspace if null. */
          minTier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
        };
      };
      /** Stages, the first of which is a source. */
      pipeline: readonly Record<string, unknown>[];
      /** Size; that of the workspace if absent. */
      tier?: "SP50" | "SP30" | "SP10" | "SP5" | "SP2";
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Whether it is started; false if absent. */
      isStarted?: boolean;
    }[];
  }[];
  /** Snapshots of clusters on demand, completed at once. Those of a schedule follow from it. */
  backupSnapshots?: readonly {
    /** Description. */
    description?: string;
    /** Days that it is kept. */
    retentionInDays?: number;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When it was taken (RFC 3339); now if absent. One that has expired is not there. */
    createdAt?: string;
    /** Name of the cluster, which has backups. */
    clusterName: string;
    /** Databases in it; none if absent. */
    databases?: readonly {
      /** Name of the database. */
      name: string;
      /** Names of its collections. */
      collections?: readonly string[];
    }[];
  }[];
  /** Exports of snapshots on demand, done at once. */
  backupExports?: readonly {
    /** Labels of the export. */
    customData?: readonly {
      /** Key of the label. */
      key?: string;
      /** Value of the label. */
      value?: string;
    }[];
    /** Id of the bucket. */
    exportBucketId: string;
    /** Id of the snapshot. */
    snapshotId: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Name of the cluster, which has backups. */
    clusterName: string;
  }[];
  /** Restores of snapshots on demand, done at once. */
  backupRestoreJobs?: readonly {
    /** Kind of restore: to a cluster, as a download, or of an instant. */
    deliveryType: "automated" | "download" | "pointInTime";
    /** Number of the operation within the second of oplogTs. */
    oplogInc?: number;
    /** Second of an operation in the oplog, counted from 1970. */
    oplogTs?: number;
    /** Instant to restore, in seconds since 1970. */
    pointInTimeUTCSeconds?: number;
    /** Id of the snapshot. */
    snapshotId?: string;
    /** Cluster that is restored to. */
    targetClusterName?: string;
    /** Project of the cluster that is restored to. */
    targetGroupId?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the cluster, which has backups. */
    clusterName: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
  }[];
  /** Standby links of clusters, active at once. */
  standbyLinks?: readonly {
    /** Id of the active cluster. */
    activeClusterUniqueId: string;
    /** Id of the standby cluster. */
    standbyClusterUniqueId: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Search indexes of clusters, ready at once. Nothing is indexed. */
  searchIndexes?: readonly {
    /** Name of the collection. */
    collectionName: string;
    /** Database of the collection. */
    database: string;
    /** Name. */
    name: string;
    /** Kind of the index; `search` if absent. */
    type?: "search" | "vectorSearch";
    /** Definition, as the operation takes it. */
    definition: Record<string, unknown>;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the cluster. */
    clusterName: string;
  }[];
  /** Online archives of clusters, active or paused at once. Nothing is archived. */
  onlineArchives?: readonly {
    /** Name of the collection. */
    collName: string;
    /** Kind of the collection. */
    collectionType?: "TIMESERIES" | "STANDARD";
    /** Documents that are archived. */
    criteria: {
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
    };
    /** When archived data is deleted; never if absent. */
    dataExpirationRule?: {
      /** Days that data is archived for; the rule ends without them. */
      expireAfterDays?: number;
    };
    /** Region of the archive. */
    dataProcessRegion?: {
      /** Cloud provider. */
      cloudProvider?: "AWS" | "AZURE" | "GCP";
      /** Region. */
      region?: string;
    };
    /** Name of the database. */
    dbName: string;
    /** Fields by which data is divided. */
    partitionFields?: readonly {
      /** Name of the field. */
      fieldName: string;
      /** Place of the field, from 0. */
      order: number;
    }[];
    /** Whether it is paused. */
    paused?: boolean;
    /** When documents are archived. */
    schedule?: {
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
    };
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the cluster. */
    clusterName: string;
  }[];
  /** LDAP and X.509 settings of the databases. */
  userSecurity?: {
    /** Certificates of the customer. */
    customerX509?: {
      /** Certificates of the customer's authorities, in PEM. */
      cas?: string;
    };
    /** The directory. */
    ldap?: {
      /** Whether the directory authenticates users. */
      authenticationEnabled?: boolean;
      /** Whether the directory authorizes users. */
      authorizationEnabled?: boolean;
      /** Query for the groups of a user. */
      authzQueryTemplate?: string;
      /** Password of `bindUsername`; minted if absent and the directory is used. Never shown. */
      bindPassword?: string;
      /** Distinguished name used to query the directory. */
      bindUsername?: string;
      /** Certificates of the directory's authority, in PEM. */
      caCertificate?: string;
      /** Name or address of the directory. */
      hostname?: string;
      /** Port of the directory. */
      port?: number;
      /** How names become distinguished names; the first match counts. */
      userToDNMapping?: readonly {
        /** Query that finds the distinguished name. */
        ldapQuery?: string;
        /** Regular expression for the name of a user. */
        match: string;
        /** Distinguished name, with {0} for the first group of the match. */
        substitution?: string;
      }[];
    };
  };
  /** Third-party integrations, one of each type. Secrets may be masked, as answers show them: what stars hide is minted. */
  integrations?: readonly {
    /** DATADOG, OPS_GENIE, VICTOR_OPS: key. */
    apiKey?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
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
    /** Type of the integration. */
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
    /** PROMETHEUS: password; minted if absent. Never shown. */
    password?: string;
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
  }[];
  /** Alert configurations of the project. */
  alertConfigs?: readonly {
    /** Whether it opens alerts; true if absent. */
    enabled?: boolean;
    /** Type of the event that alerts are about, such as `NO_PRIMARY`. */
    eventTypeName: string;
    /** What alerts are narrowed to; everything if empty. */
    matchers?: readonly {
      /** Field that is compared; each kind of alert has its own fields. */
      fieldName: string;
      /** How it is compared. */
      operator: "EQUALS" | "CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "NOT_EQUALS" | "NOT_CONTAINS" | "REGEX";
      /** The value it is compared with. */
      value?: string;
    }[];
    /** Who is notified, and how. Notifications are stored, never sent. */
    notifications: readonly {
      /** Key of Datadog. */
      datadogApiKey?: string;
      /** Region of Datadog. */
      datadogRegion?: "US" | "EU" | "US3" | "US5" | "AP1" | "US1_FED";
      /** Minutes that the condition must last; 0 if absent. */
      delayMin?: number;
      /** Integration whose credentials are used. */
      integrationId?: string;
      /** Minutes between two messages, 5 at least; 60 if absent. */
      intervalMin?: number;
      /** Id of the notification. Minted if absent. */
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
      roles?: readonly string[];
      /** Whether people get a text message. */
      smsEnabled?: boolean;
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
    /** Severity of the alerts. */
    severityOverride?: "INFO" | "WARNING" | "ERROR" | "CRITICAL";
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
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** When it was changed last (RFC 3339); when it was made if absent. */
    updatedAt?: string;
    /** Alerts that it opened. */
    alerts?: readonly {
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Cluster that it is about. */
      clusterName?: string;
      /** Host that it is about. */
      hostnameAndPort?: string;
      /** Whether it is closed; false if absent. */
      isClosed?: boolean;
    }[];
  }[];
  /** Keys for encryption at rest of the providers that are used. Nothing is encrypted. */
  encryptionAtRest?: {
    /** Key of AWS KMS. */
    awsKms?: {
      /** Access key, in place of a role. */
      accessKeyID?: string;
      /** Key that encrypts, by id or ARN. */
      customerMasterKeyID?: string;
      /** Whether the key is used; true if absent. */
      enabled?: boolean;
      /** Region of the key, such as US_EAST_1. */
      region?: string;
      /** Whether the key is to be reached over private networks alone; nothing is reached here. */
      requirePrivateNetworking?: boolean;
      /** Cloud provider access that may use the key. */
      roleId?: string;
      /** Secret of the access key; minted if absent and there is no `roleId`. Kept sealed, never shown. */
      secretAccessKey?: string;
    };
    /** Key of Azure Key Vault. */
    azureKeyVault?: {
      /** Cloud of the account. */
      azureEnvironment?: "AZURE" | "AZURE_CHINA" | "AZURE_US_GOVERNMENT";
      /** Application that may use the key. */
      clientID?: string;
      /** Whether the key is used; true if absent. */
      enabled?: boolean;
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
      /** Secret of the application; minted if absent and there is no `roleId`. Kept sealed, never shown. */
      secret?: string;
      /** Subscription of the account. */
      subscriptionID?: string;
      /** Tenant of the account. */
      tenantID?: string;
    };
    /** Whether search nodes are encrypted too. */
    enabledForSearchNodes?: boolean;
    /** Key of Google Cloud KMS. */
    googleCloudKms?: {
      /** Whether the key is used; true if absent. */
      enabled?: boolean;
      /** Resource name of the version of the key. */
      keyVersionResourceID?: string;
      /** Cloud provider access that may use the key, in place of a service account's key. */
      roleId?: string;
      /** Key of the service account; minted if absent and there is no `roleId`. Kept sealed, never shown. */
      serviceAccountKey?: string;
    };
  };
  /** Private endpoints to keys that are used over private networks alone, active at once. */
  encryptionAtRestPrivateEndpoints?: readonly {
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
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the connection, made of region and id. Minted if absent. */
    privateEndpointConnectionName?: string;
    /** Cloud provider of the key. */
    cloudProvider: "AWS" | "AZURE";
  }[];
  /** Private endpoints to the storage of backups, active at once. */
  backupPrivateEndpoints?: readonly {
    /** Cloud provider of the storage. */
    cloudProvider: "AWS";
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
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Name of the connection, made of region and id. Minted if absent. */
    privateEndpointConnectionName?: string;
  }[];
  /** Policy that backups comply with, and the schedules of clusters that have some. */
  backupCompliancePolicy?: {
    /** E-mail address of the person. */
    authorizedEmail: string;
    /** First name of that person. */
    authorizedUserFirstName: string;
    /** Last name of that person. */
    authorizedUserLastName: string;
    /** Whether copies are protected too. */
    copyProtectionEnabled?: boolean;
    /** Whether clusters are to be encrypted with a key of one's own. */
    encryptionAtRestEnabled?: boolean;
    /** How long backups on demand are kept at least. */
    onDemandPolicyItem?: {
      /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
      frequencyInterval: number;
      /** How often backups are made. */
      frequencyType: "ondemand";
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Unit of the retention. */
      retentionUnit: "days" | "weeks" | "months" | "years";
      /** How many of the unit a backup is kept. */
      retentionValue: number;
    };
    /** Whether clusters are to be restored at any instant. */
    pitEnabled?: boolean;
    /** Days back to which that reaches at least. */
    restoreWindowDays?: number;
    /** How often backups are made at least, and how long they are kept. */
    scheduledPolicyItems?: readonly {
      /** Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month. */
      frequencyInterval: number;
      /** How often backups are made. */
      frequencyType: "daily" | "hourly" | "weekly" | "monthly" | "yearly";
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** Unit of the retention. */
      retentionUnit: "days" | "weeks" | "months" | "years";
      /** How many of the unit a backup is kept. */
      retentionValue: number;
    }[];
    /** When it was changed last (RFC 3339); now if absent. */
    updatedDate?: string;
    /** Person or credential that changed it last; the authorized person if absent. */
    updatedUser?: string;
  };
  /** Keys for the service of AI models. Secrets are minted, and open nothing. */
  aiModelApiKeys?: readonly {
    /** Cloud provider that it is for; ANY, which is the only one, if absent. */
    cloud?: "ANY";
    /** Geography that it is for; ANY, which is the only one, if absent. */
    geography?: "ANY";
    /** Name of the key. */
    name: string;
    /** 24 small letters and digits. Minted if absent. */
    id?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Name of the person or the credential that made it; `seeded` if absent. */
    createdBy?: string;
    /** End of the secret as answers show it: `al-****` and four letters, digits, - or _. Minted if absent. */
    maskedSecret?: string;
  }[];
  /** Rate limits of AI models that differ from those of the organization. */
  aiModelRateLimits?: readonly {
    /** Requests in a minute, as many as the organization has at most. */
    requestsPerMinuteLimit: number;
    /** Tokens in a minute, as many as the organization has at most. */
    tokensPerMinuteLimit: number;
    /** Name of the model group, such as embed_large. */
    modelGroupName:
      | "embed_large"
      | "embed_medium"
      | "embed_multimodal"
      | "embed_small"
      | "rerank_large"
      | "rerank_small";
  }[];
  /** Remote MCP configurations of the project. */
  mcpConfigs?: readonly {
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    ipAccessList?: readonly string[];
    /** Name of the configuration, 1 to 64 characters. */
    mcpConfigName: string;
    /** Project roles, one at least. */
    roles: readonly GroupRoleName[];
    /** UUID in small letters. Minted if absent. */
    id?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits, of the account that programs connect with. Minted if absent. */
    clientId?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits, of the account that Atlas works with. Minted if absent. */
    egressClientId?: string;
    /** Secret of the account that programs connect with: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. None if absent. */
    secret?: string;
  }[];
  /** Log integrations of the project. */
  logIntegrations?: readonly {
    /** Logs that are exported. */
    logTypes: readonly ("MONGOD" | "MONGOS" | "MONGOD_AUDIT" | "MONGOS_AUDIT")[];
    /** Kind. */
    type:
      | "AZURE_LOG_EXPORT"
      | "DATADOG_LOG_EXPORT"
      | "GCS_LOG_EXPORT"
      | "OTEL_LOG_EXPORT"
      | "S3_LOG_EXPORT"
      | "SPLUNK_LOG_EXPORT";
    /** Folder in the bucket or the container. */
    prefixPath?: string;
    /** Id of the access to the provider's account. */
    roleId?: string;
    /** AZURE: storage account. */
    storageAccountName?: string;
    /** AZURE: container in the account. */
    storageContainerName?: string;
    /** Key. It is kept sealed, and all but its end is shown as stars. Minted if absent. Stars are replaced by minted digits. */
    apiKey?: string;
    /** Region. */
    region?: "US1" | "US3" | "US5" | "EU" | "AP1" | "AP2" | "US1_FED";
    /** Bucket. */
    bucketName?: string;
    /** OTEL: address. */
    otelEndpoint?: string;
    /** OTEL: headers of each request. */
    otelSuppliedHeaders?: readonly {
      /** Name. */
      name: string;
      /** Value. It is kept sealed, and all but its end is shown as stars. Stars are replaced by minted digits. */
      value: string;
    }[];
    /** Id of the access to the AWS account. */
    iamRoleId?: string;
    /** AWS: key that encrypts the files. */
    kmsKey?: string;
    /** AWS: whether the files are in one folder for each day, as those of push-based log export; false if absent. */
    useLegacyPathStructure?: boolean;
    /** SPLUNK: token. It is kept sealed, and all but its end is shown as stars. Minted if absent. Stars are replaced by minted digits. */
    hecToken?: string;
    /** SPLUNK: address. */
    hecUrl?: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Metric integrations of the project. */
  metricIntegrations?: readonly {
    /** Whether sums are those since the last report or since the start. */
    aggregationTemporality: "DELTA" | "CUMULATIVE";
    /** How requests are authenticated. */
    authType: "HEADER";
    /** Address that metrics are sent to. */
    endpoint: string;
    /** Headers of each request. Answers have them as headersRedacted. */
    headers?: readonly {
      /** Name. */
      name: string;
      /** Value. It is kept sealed, and all but its end is shown as stars. Stars are replaced by minted digits. */
      value: string;
    }[];
    /** Protocol. */
    integrationType: "OTEL";
    /** Metrics that are sent. */
    metricSelection: readonly ("ATLAS_STREAM_PROCESSING" | "MONGODB_METRICS" | "HARDWARE_METRICS")[];
    /** Receiver. */
    providerType: "CUSTOM" | "DYNATRACE" | "NEW_RELIC";
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Pending invitations to the project, of the older kind. */
  invites?: readonly {
    /** Roles in the project, one at least. */
    roles: readonly GroupRoleName[];
    /** E-mail address of the person. */
    username: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When the invitation was sent (RFC 3339); now if absent, or if it would have expired, thirty days later. */
    createdAt?: string;
    /** Address, public key or client id of the inviter. The first person in the same list of users if absent, or the first API key. */
    inviter?: string;
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
      /** Longest life of a console session in which nothing happens. */
      idleSessionTimeoutInSeconds?: number;
    };
    /** Whether generative features are offered; true if absent. */
    genAIFeaturesEnabled?: boolean;
    /** Longest life that a new secret of a service account may have. */
    maxServiceAccountSecretValidityInHours?: number;
    /** Whether people need a second factor to sign in. */
    multiFactorAuthRequired?: boolean;
    /** E-mail address for news about the operation of clusters; null or an empty text takes it away. */
    operationsContact?: string;
    /** Whether the vendor's staff may not reach databases. */
    restrictEmployeeAccess?: boolean;
    /** E-mail address for news about security; an empty text takes it away. */
    securityContact?: string;
    /** Whether stream processing may reach other projects. */
    streamsCrossGroupEnabled?: boolean;
  };
  /** Limits that were changed for the organization, as support does at Atlas. */
  limits?: {
    /** People and pending invitations that the organization may have together; 500 if absent. */
    users?: number;
  };
  /** Prices of clusters, by which invoices are computed. What has no price costs nothing. */
  prices?: readonly {
    /** SKU, as `GET /api/atlas/v2/skus` lists them. */
    sku: string;
    /** Price of an hour of a node, in US dollars. */
    unitPriceDollars: number;
  }[];
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
    /** The purpose of the key; `seeded` if absent. */
    desc?: string;
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it. */
    publicKey?: string;
    /** Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent. */
    privateKey?: string;
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    accessList?: readonly string[];
    /** When entries of `accessList` were added, by their text there; now if absent. */
    accessListAddedAt?: Record<string, string>;
  }[];
  /** Service accounts with roles in the organization. */
  serviceAccounts?: readonly {
    /** What the account is for; `seeded` if absent. */
    description?: string;
    /** Name of the account; `seeded` if absent. */
    name?: string;
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
    /** `mdb_sa_id_` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it. */
    clientId?: string;
    /** Secret: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. Minted and shown once if absent. */
    secret?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Its secrets as answers show them: the first is `secret`, and others open nothing. A new one if absent. */
    secrets?: readonly {
      /** Id of the secret. */
      id: string;
      /** When it was made. */
      createdAt: string;
      /** When it ends. One that has ended is not planted. */
      expiresAt: string;
      /** Its end, as answers show it. */
      maskedSecretValue: string;
    }[];
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    accessList?: readonly string[];
    /** When entries of `accessList` were added, by their text there; now if absent. */
    accessListAddedAt?: Record<string, string>;
  }[];
  /** Pending invitations to the organization. */
  invites?: readonly {
    /** Roles in projects that the invited person gets. */
    groupRoleAssignments?: readonly {
      /** Name of a project of the organization. */
      group?: string;
      /** Its id, in place of the name. */
      groupId?: string;
      /** Roles in the project, one at least. */
      roles: readonly GroupRoleName[];
    }[];
    /** Roles in the organization, one at least. */
    roles: readonly OrgRoleName[];
    /** Ids of those teams, in place of names. */
    teamIds?: readonly string[];
    /** E-mail address of the person. */
    username: string;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When the invitation was sent (RFC 3339); now if absent, or if it would have expired, thirty days later. */
    createdAt?: string;
    /** Address, public key or client id of the inviter. The first person in the same list of users if absent, or the first API key. */
    inviter?: string;
    /** Whether the invitation is mailed: captured in `anteroom dev`, sent by `anteroom serve`. As the whole seed says if absent. */
    mailed?: boolean;
    /** Id of the pending user, which is not that of the invitation. Minted if absent, or that of the account of the address. */
    userId?: string;
    /** Names of teams that the invited person joins. */
    teams?: readonly string[];
  }[];
  /** Teams of the organization. */
  teams?: readonly {
    /** Name of the team. */
    name: string;
    /** E-mail addresses of people of the organization who are in the team. */
    usernames: readonly string[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Resource policies of the organization. */
  resourcePolicies?: readonly {
    /** The purpose of the policy; null or empty for none. */
    description?: string;
    /** Name, unique in the organization. */
    name: string;
    /** Cedar policies. They are not validated; one that Cedar cannot read forbids nothing. */
    policies: readonly {
      /** Text of the policy in Cedar. */
      body: string;
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
    }[];
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** When it was made (RFC 3339); now if absent. */
    createdAt?: string;
    /** Person or credential that created the policy. If absent, none is shown. */
    createdByUser?: {
      /** Id. */
      id?: string;
      /** Name. */
      name?: string;
    };
    /** Person or credential that last changed the policy. If absent, none is shown. */
    lastUpdatedByUser?: {
      /** Id. */
      id?: string;
      /** Name. */
      name?: string;
    };
    /** When it was changed last (RFC 3339); when it was made if absent. */
    lastUpdatedDate?: string;
  }[];
  /** Remote MCP configurations of the organization itself. */
  mcpConfigs?: readonly {
    /** Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none. */
    ipAccessList?: readonly string[];
    /** Name of the configuration, 1 to 64 characters. */
    mcpConfigName: string;
    /** Organization roles, one at least. */
    roles: readonly OrgRoleName[];
    /** UUID in small letters. Minted if absent. */
    id?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits, of the account that programs connect with. Minted if absent. */
    clientId?: string;
    /** `mdb_sa_id_` and 24 hexadecimal digits, of the account that Atlas works with. Minted if absent. */
    egressClientId?: string;
    /** Secret of the account that programs connect with: `mdb_sa_sk_` and 8 letters, digits, - or _ at least. None if absent. */
    secret?: string;
  }[];
  /** Lifetimes of tokens by which agents act for people. */
  delegationSettings?: {
    /** Actions that MCP clients may take in the name of a person; null means the default. */
    delegatedMcpAccess?: "DISALLOWED" | "READ_ONLY" | "READ_WRITE";
    /** Actions that partners may take in the name of a person; null means the default. */
    delegatedPartnerAccess?: "DISALLOWED" | "READ_WRITE";
    /** Seconds after which an unused refresh token ends. */
    idleRefreshTokenLifetime?: number;
    /** Seconds after which every refresh token ends. */
    maximumRefreshTokenLifetime?: number;
  };
  /** How projects are assigned to waves of maintenance. */
  maintenanceSettings?: {
    /** How maintenance waves are to be assigned. */
    waveAssignmentMode?: "MANUAL" | "ENV_TAG_MAPPING";
  };
  /** Configuration of sandbox clusters, of which an organization has one at most. */
  sandboxConfigs?: readonly {
    /** Cluster of a sandbox. */
    clusterTemplate?: {
      /** Cloud provider. */
      provider?: string;
      /** Region, in the words of Atlas. */
      region?: string;
      /** Size. */
      tier?: string;
    };
    /** Whether sandboxes are enabled. */
    enabled?: boolean;
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
  }[];
  /** Projects of the organization. */
  groups?: readonly SeedGroup[];
  /** Federation of the organization. */
  federation?: {
    /** OIDC providers of the organization, by id. */
    dataAccessIdentityProviderIds?: readonly string[];
    /** Domains whose people may join by signing in, where it is restricted. */
    domainAllowList?: readonly string[];
    /** Whether joining is restricted to them; false if absent. */
    domainRestrictionEnabled?: boolean;
    /** SAML provider of the organization, by its older id of 20 signs; disconnected if it is not sent. */
    identityProviderId?: string;
    /** Whether joining by signing in is turned off; false if absent. */
    instantUserProvisioningDisabled?: boolean;
    /** Roles in the organization for people who sign in and get none from a mapping. */
    postAuthRoleGrants?: readonly OrgRoleName[];
    /** Roles that members of a group get when they sign in. */
    roleMappings?: readonly {
      /** Group of the identity provider whose people get the roles. */
      externalGroupName: string;
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
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
    /** 24 hexadecimal digits. Minted if absent. */
    id?: string;
    /** Identity providers of the federation. To share a federation, give its `id` and leave out providers that it has already. */
    identityProviders?: readonly {
      /** Domains whose people sign in with the provider; any domain if absent. */
      associatedDomains?: readonly string[];
      /** OIDC: audience of its tokens; `anteroom` if absent. */
      audience?: string;
      /** OIDC: whether groups or single users are authorized; groups if absent. */
      authorizationType?: "GROUP" | "USER";
      /** OIDC: id of the client that people sign in with. */
      clientId?: string;
      /** What the provider is for. */
      description?: string;
      /** Name of the provider. */
      displayName: string;
      /** OIDC: claim with the groups; `groups` if absent. */
      groupsClaim?: string;
      /** Whether it identifies people or programs; people if absent. */
      idpType?: "WORKFORCE" | "WORKLOAD";
      /** Issuer of its tokens or assertions. */
      issuerUri: string;
      /** `OIDC` if absent. Only a seed can make a SAML provider. */
      protocol?: "SAML" | "OIDC";
      /** OIDC: scopes that a sign-in requests. */
      requestedScopes?: readonly string[];
      /** OIDC: claim with the user; `sub` if absent. */
      userClaim?: string;
      /** 24 hexadecimal digits. Minted if absent. */
      id?: string;
      /** SAML: older id, 20 letters and digits; the end of `id` if absent. */
      oktaIdpId?: string;
      /** SAML: URL that sign-in requests are sent to. */
      ssoUrl?: string;
      /** SAML: whether the provider is used; ACTIVE if absent. */
      status?: "ACTIVE" | "INACTIVE";
    }[];
  };
}
