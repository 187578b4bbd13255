// Bodies of the operations on clusters. What a version does not have, it leaves out of its answers; a request may be of any form.
import * as Type from "typebox";
import {
  flagOf,
  integerOf,
  LegacyAutoScaling,
  LegacyProviderSettings,
  LegacyRegions,
  numberOf,
  oneOf,
  ReplicationSpec,
  shown,
  text,
} from "./cluster-specs.ts";
import { always, Links, ObjectId, object, recordOf, Tag, Timestamp } from "./common.ts";

export const clusterTypes = ["REPLICASET", "SHARDED", "GEOSHARDED"] as const;
const states = ["IDLE", "CREATING", "UPDATING", "DELETING", "REPAIRING"] as const;
export const stateName = always(
  Type.Enum([...states], { type: "string", readOnly: true, description: "State; REPAIRING never here." }),
);
const listOf = (names: readonly string[], description: string) =>
  Type.Optional(Type.Array(Type.Enum([...names], { type: "string" }), { description }));

const tls12 = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"] as const;
const tls13 = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
  "TLS_AES_128_CCM_SHA256",
] as const;
export const tlsMembers = {
  customOpensslCipherConfigTls12: listOf(tls12, "Ciphers of TLS 1.2; by default any."),
  customOpensslCipherConfigTls13: listOf(tls13, "Ciphers of TLS 1.3; by default any."),
  minimumEnabledTlsProtocol: oneOf(["TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"], "Oldest version of TLS."),
  tlsCipherConfigMode: oneOf(["CUSTOM", "DEFAULT"], "Whether the ciphers are those named here."),
};

const Label = object("ComponentLabel", { key: text("Name."), value: text("Value.") });

export const ConnectionStrings = object(
  "ClusterConnectionStrings",
  {
    awsPrivateLinkSrv: Type.Optional(
      recordOf(Type.String(), { description: "Strings through private endpoints: none." }),
    ),
    privateEndpoint: Type.Optional(Type.Array(Type.Unknown(), { description: "Private endpoints: none." })),
    standard: text("Address of the database. It says when there is none."),
    standardSrv: text("The same: no name that stands for several leads to this machine."),
  },
  { readOnly: true, description: "Where the database is; empty while a cluster is made." },
);

/** What may be sent and is answered, in every version. */
const settings = {
  acceptDataRisksAndForceReplicaSetReconfig: text("Taken, and without effect here."),
  advancedConfiguration: Type.Optional(
    object("ApiAtlasClusterAdvancedConfigurationView", tlsMembers, { description: "TLS settings." }),
  ),
  backupEnabled: flagOf("Whether backups are wanted; there are none here."),
  biConnector: Type.Optional(
    object(
      "BiConnector",
      {
        enabled: flagOf("Whether the connector is wanted; there is none here."),
        readPreference: text("Nodes it would read from."),
      },
      { description: "BI connector." },
    ),
  ),
  clusterType: oneOf(clusterTypes, "Shape of the cluster."),
  configServerManagementMode: oneOf(
    ["ATLAS_MANAGED", "FIXED_TO_DEDICATED"],
    "The place that a sharded cluster would have its config servers in.",
  ),
  diskWarmingMode: oneOf(
    ["FULLY_WARMED", "VISIBLE_EARLIER", "ENHANCED_FULLY_WARMED"],
    "How disks would be warmed.",
  ),
  encryptionAtRestProvider: oneOf(
    ["NONE", "AWS", "AZURE", "GCP"],
    "The provider whose keys would encrypt disks.",
  ),
  globalClusterSelfManagedSharding: flagOf("Whether the owner of a global cluster manages its shard keys."),
  labels: Type.Optional(Type.Array(Label, { description: "Labels." })),
  mongoDBMajorVersion: text("Version of MongoDB that is wanted, such as 8.0."),
  paused: flagOf("Whether it is paused."),
  pitEnabled: flagOf("Whether backups of any instant are wanted."),
  replicaSetScalingStrategy: oneOf(
    ["SEQUENTIAL", "WORKLOAD_TYPE", "NODE_TYPE"],
    "In which order nodes would be changed.",
  ),
  replicationSpecs: Type.Optional(
    Type.Array(ReplicationSpec, {
      description: "From version 2024-08-05 on a shard each, before that a zone.",
    }),
  ),
  rootCertType: oneOf(["ISRGROOTX1"], "Authority of certificates."),
  tags: Type.Optional(Type.Array(Tag, { description: "Tags." })),
  terminationProtectionEnabled: flagOf("Whether it is protected from deletion."),
  versionReleaseSystem: oneOf(["LTS", "CONTINUOUS"], "Whether it follows major versions or all."),
};
/** From version 2024-08-05 on. */
const later = {
  adaptiveCapacity: Type.Optional(
    Type.Union([Type.Enum(["ENABLED", "DISABLED"]), Type.Null()], { description: "Kept as it is sent." }),
  ),
  redactClientLogData: flagOf("Whether logs would be redacted."),
  retainBackups: flagOf("Whether backups outlive it."),
  useAwsTimeBasedSnapshotCopyForFastInitialSync: flagOf("Kept as it is sent."),
};
const disk = { diskSizeGB: numberOf("Disk in GB, before version 2024-08-05.") };
/** Of version 2023-01-01. */
const legacy = {
  autoScaling: Type.Optional(LegacyAutoScaling),
  deleteAfterCreationHours: integerOf("Taken, and without effect here."),
  numShards: integerOf("Number of shards; 1 if absent."),
  providerBackupEnabled: flagOf("Whether backups are wanted; there are none here."),
  providerSettings: Type.Optional(LegacyProviderSettings),
  replicationFactor: integerOf("Number of nodes: 3, 5 or 7."),
  replicationSpec: Type.Optional(LegacyRegions),
};
const answered = {
  configServerType: shown(Type.String(), "The place of the config servers of a sharded cluster."),
  connectionStrings: always(ConnectionStrings),
  createDate: always({ ...Timestamp, readOnly: true, description: "When it was made." }),
  featureCompatibilityVersion: shown(Type.String(), "Version of MongoDB whose features it has."),
  featureCompatibilityVersionExpirationDate: shown(Timestamp, "Until when that is pinned."),
  groupId: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  id: always({ ...ObjectId, readOnly: true, description: "Id of the cluster." }),
  links: always(Links),
  mongoDBVersion: always(Type.String({ readOnly: true, description: "Version of MongoDB." })),
  mongoDBEmployeeAccessGrant: shown(Type.Unknown(), "Access of the vendor's staff: never here."),
  stateName,
};
const name = text("Name of the cluster: letters, digits and hyphens, at most 64.");
const answeredLater = {
  effectiveDatabaseEdition: shown(Type.String(), "Edition of the database."),
  effectiveReplicationSpecs: shown(Type.Array(ReplicationSpec), "Shards as they really are."),
  internalClusterRole: shown(Type.String(), "Role of the cluster for Atlas: NONE."),
};
const answeredLegacy = {
  mongoURI: shown(Type.String(), "Address of the database."),
  mongoURIUpdated: shown(Timestamp, "When that was changed."),
  mongoURIWithOptions: shown(Type.String(), "Address of the database."),
  srvAddress: shown(Type.String(), "Address of the database."),
};
/** What each version may send. */
const sendable = {
  ...settings,
  ...disk,
  ...later,
  ...legacy,
  ...answered,
  ...answeredLater,
  ...answeredLegacy,
};
export const ClusterUpdate = object("ClusterUpdate", { name, ...sendable });
export type SentCluster = Partial<Type.Static<typeof ClusterUpdate>>;
