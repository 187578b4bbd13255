// Bodies of what is asked about clusters beside themselves, and of flex clusters.
import * as Type from "typebox";
import { providers, shown } from "./cluster-specs.ts";
import { ConnectionStrings, stateName, tlsMembers } from "./clusters.ts";
import { always, Links, ObjectId, object, Page, Tag, Timestamp } from "./common.ts";

const orNull = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }));
const integerOrNull = (minimum: number, description: string) =>
  orNull(Type.Integer({ format: "int32", minimum }), description);

const processArgs = {
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds: integerOrNull(
    -1,
    "Seconds that images are kept; -1 for ever.",
  ),
  chunkMigrationConcurrency: integerOrNull(0, "Chunks that move at once."),
  ...tlsMembers,
  defaultMaxTimeMS: integerOrNull(0, "Longest time of an operation."),
  defaultWriteConcern: orNull(Type.String(), "Default write concern."),
  javascriptEnabled: orNull(Type.Boolean(), "Whether JavaScript runs on the server."),
  noTableScan: orNull(Type.Boolean(), "Whether scans of collections are refused."),
  oplogMinRetentionHours: orNull(Type.Number({ minimum: 0 }), "Hours that the oplog is kept."),
  oplogSizeMB: integerOrNull(1, "Size of the oplog."),
  queryStatsLogVerbosity: integerOrNull(0, "How much is logged of queries."),
  sampleRefreshIntervalBIConnector: integerOrNull(0, "Seconds between two samples."),
  sampleSizeBIConnector: integerOrNull(0, "Documents of a sample."),
  transactionLifetimeLimitSeconds: integerOrNull(1, "Longest time of a transaction."),
};
const earlierArgs = {
  defaultReadConcern: orNull(
    Type.Enum(["local", "available"]),
    "Default read concern, before version 2024-08-05.",
  ),
  failIndexKeyTooLong: orNull(Type.Boolean(), "Whether long keys are refused, before version 2024-08-05."),
};
export const ClusterDescriptionProcessArgs = object("ClusterDescriptionProcessArgs", {
  ...processArgs,
  ...earlierArgs,
});
export const ClusterDescriptionProcessArgs20240805 = object(
  "ClusterDescriptionProcessArgs20240805",
  processArgs,
);

export const ClusterStatus = object("ClusterStatus", {
  changeStatus: always(
    Type.Enum(["PENDING", "APPLIED"], { type: "string", description: "Whether changes have reached it." }),
  ),
});

const geoSharding = {
  customZoneMapping: always(Type.Object({}, { description: "Zones of places; none here." })),
  managedNamespaces: always(Type.Array(Type.Object({}), { description: "Sharded collections; none here." })),
  selfManagedSharding: always(Type.Boolean({ description: "Whether shard keys are its owner's." })),
};

export const GeoSharding = object("GeoSharding", geoSharding);
export const GeoSharding20240805 = object("GeoSharding20240805", geoSharding);

export const ClusterDescriptionAutoScalingModeConfiguration = object(
  "ClusterDescriptionAutoScalingModeConfiguration",
  {
    autoScalingMode: always(
      Type.Enum(["INDEPENDENT_SHARD_SCALING", "CLUSTER_WIDE_SCALING"], {
        type: "string",
        description: "Whether shards would scale each for itself: those that are sent as specs of their own.",
      }),
    ),
  },
);

const AvailableRegion = object("AvailableCloudProviderRegion", {
  default: always(Type.Boolean({ readOnly: true, description: "Whether clusters get it by default." })),
  name: always(Type.String({ readOnly: true, description: "Name of the region." })),
});
const InstanceSize = object("CloudProviderInstanceSize", {
  availableRegions: always(Type.Array(AvailableRegion, { readOnly: true, description: "Regions of it." })),
  name: always(Type.String({ readOnly: true, description: "Name of the size." })),
});
export const PaginatedApiAtlasProviderRegionsView = Page(
  object("CloudProviderRegions", {
    instanceSizes: always(Type.Array(InstanceSize, { readOnly: true, description: "Sizes." })),
    provider: always(Type.Enum([...providers], { type: "string", readOnly: true, description: "Provider." })),
  }),
  "PaginatedApiAtlasProviderRegionsView",
);

const CloudCluster = object("CloudCluster", {
  alertCount: always(Type.Integer({ readOnly: true, description: "Open alerts about it: 0 here." })),
  authEnabled: always(Type.Boolean({ readOnly: true, description: "Whether users log in: always." })),
  availability: always(Type.String({ readOnly: true, description: "Whether it can be reached." })),
  backupEnabled: always(Type.Boolean({ readOnly: true, description: "Whether backups are wanted." })),
  clusterId: always({ ...ObjectId, readOnly: true, description: "Id of the cluster." }),
  dataSizeBytes: always(Type.Integer({ readOnly: true, description: "Its data: 0, nothing is measured." })),
  name: always(Type.String({ readOnly: true, description: "Name of the cluster." })),
  nodeCount: always(Type.Integer({ readOnly: true, description: "Number of nodes." })),
  sslEnabled: always(Type.Boolean({ readOnly: true, description: "Whether it speaks TLS." })),
  type: always(Type.String({ readOnly: true, description: "REPLICA_SET or SHARDED_CLUSTER." })),
  versions: always(Type.Array(Type.String(), { readOnly: true, description: "Versions of MongoDB." })),
});
export const PaginatedOrgGroupView = Page(
  object("OrgGroup", {
    clusters: always(Type.Array(CloudCluster, { readOnly: true, description: "Its clusters." })),
    groupId: always(Type.String({ readOnly: true, description: "Id of the project." })),
    groupName: always(Type.String({ description: "Name of the project." })),
    orgId: always(Type.String({ readOnly: true, description: "Id of its organization." })),
    orgName: always(Type.String({ description: "Name of the organization." })),
    planType: always(Type.String({ readOnly: true, description: "Plan: Atlas." })),
    tags: always(Type.Array(Type.String(), { readOnly: true, description: "Always empty." })),
  }),
  "PaginatedOrgGroupView",
);

const tags = Type.Optional(Type.Array(Tag, { description: "Tags." }));
const terminationProtectionEnabled = Type.Optional(
  Type.Boolean({ default: false, description: "Whether it is protected from deletion." }),
);
const whereFlex = { description: "Where it is." };
const flexProvider = {
  diskSizeGB: shown(Type.Number(), "Disk in GB: 5."),
  providerName: shown(Type.String(), "FLEX."),
};
export const FlexClusterDescription20241113 = object("FlexClusterDescription20241113", {
  backupSettings: always(
    object(
      "FlexBackupSettings20241113",
      { enabled: always(Type.Boolean({ description: "Whether backups are made, as flex clusters say." })) },
      { description: "Backups." },
    ),
  ),
  clusterType: always(Type.String({ readOnly: true, description: "REPLICASET." })),
  connectionStrings: always(ConnectionStrings),
  createDate: always({ ...Timestamp, readOnly: true, description: "When it was made." }),
  groupId: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  id: always({ ...ObjectId, readOnly: true, description: "Id of the cluster." }),
  mongoDBVersion: always(Type.String({ readOnly: true, description: "Version of MongoDB." })),
  name: always(Type.String({ readOnly: true, description: "Name of the cluster." })),
  providerSettings: object(
    "FlexProviderSettings20241113",
    {
      backingProviderName: shown(Type.String(), "Provider."),
      ...flexProvider,
      regionName: shown(Type.String(), "Region."),
    },
    whereFlex,
  ),
  stateName,
  tags,
  terminationProtectionEnabled,
  versionReleaseSystem: always(Type.String({ readOnly: true, description: "LTS." })),
});
export const PaginatedFlexClusters20241113 = Page(
  FlexClusterDescription20241113,
  "PaginatedFlexClusters20241113",
);
export const FlexClusterDescriptionCreate20241113 = object("FlexClusterDescriptionCreate20241113", {
  links: Type.Optional(Links),
  name: Type.String({ description: "Name of the cluster: letters, digits and hyphens, at most 64." }),
  providerSettings: object(
    "FlexProviderSettingsCreate20241113",
    {
      backingProviderName: Type.Enum(["AWS", "AZURE", "GCP"], { type: "string", description: "Provider." }),
      ...flexProvider,
      regionName: Type.String({ description: "Region, such as US_EAST_1." }),
    },
    whereFlex,
  ),
  tags,
  terminationProtectionEnabled,
});
export const FlexClusterDescriptionUpdate20241113 = object("FlexClusterDescriptionUpdate20241113", {
  links: Type.Optional(Links),
  tags,
  terminationProtectionEnabled,
});
