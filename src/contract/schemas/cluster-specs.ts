// What clusters are made of: shards, their regions, and the hardware in each. One form for all versions, so that refusals name the member.
import * as Type from "typebox";
import { ObjectId, object, recordOf } from "./common.ts";

export const text = (description: string) => Type.Optional(Type.String({ description }));
export const flagOf = (description: string) => Type.Optional(Type.Boolean({ description }));
export const numberOf = (description: string) => Type.Optional(Type.Number({ description }));
export const integerOf = (description: string) =>
  Type.Optional(Type.Integer({ format: "int32", description }));
const nodesOf = (description: string) =>
  Type.Optional(Type.Integer({ format: "int32", minimum: 0, description }));
const priorityOf = (description: string) =>
  Type.Optional(Type.Integer({ format: "int32", minimum: 0, maximum: 7, description }));
export const oneOf = <Name extends string>(names: readonly Name[], description: string) =>
  Type.Optional(Type.Enum([...names], { type: "string", description }));
export const shown = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Optional({ ...schema, readOnly: true as const, description });

export const providers = ["AWS", "AZURE", "GCP", "TENANT"] as const;
export const backingProviders = ["AWS", "AZURE", "GCP"] as const;

const volumes = ["STANDARD", "PROVISIONED", "HIGH_PERFORMANCE"] as const;

export const HardwareSpec = object(
  "HardwareSpec",
  {
    diskIOPS: integerOf("Operations of the disk in a second."),
    diskSizeGB: numberOf("Disk in GB, from version 2024-08-05 on; before, it is one of the cluster."),
    diskThroughput: shown(
      Type.Integer(),
      "AWS: throughput in MB a second of a standard disk of the second generation.",
    ),
    ebsVolumeType: oneOf(volumes, "AWS: kind of the volume."),
    effectiveInstanceSize: shown(Type.String(), "TENANT: size that it really has."),
    instanceSize: text("Size, such as M10; M0 is free."),
    nodeCount: nodesOf("Number of nodes; 3 electable ones if absent."),
  },
  { description: "Nodes of one kind in a region." },
);

const ofSize = { description: "Scaling of the size." };
const ofNodes = { description: "Auto-scaling settings." };
const ComputeAutoScaling = object(
  "AdvancedComputeAutoScaling",
  {
    enabled: flagOf("Whether sizes would change by themselves."),
    maxInstanceSize: text("Largest size."),
    minInstanceSize: text("Smallest size."),
    scaleDownEnabled: flagOf("Whether they would become smaller."),
  },
  ofSize,
);
const DiskAutoScaling = object(
  "DiskGBAutoScaling",
  { enabled: flagOf("Whether disks would grow by themselves.") },
  { description: "Scaling of the disk." },
);
/** Atlas has no such member in its schema, yet sends it in its examples. */
const AutoIndexing = object(
  "AutoIndexing",
  { enabled: flagOf("Whether indexes would be made automatically.") },
  { description: "Taken, and without effect here." },
);
const AutoScaling = object(
  "AdvancedAutoScalingSettings",
  {
    autoIndexing: Type.Optional(AutoIndexing),
    compute: Type.Optional(ComputeAutoScaling),
    diskGB: Type.Optional(DiskAutoScaling),
  },
  ofNodes,
);

const effective = shown(
  HardwareSpec,
  "What it really has, where auto-scaling keeps it from what was asked for.",
);

export const CloudRegionConfig = object("CloudRegionConfig", {
  analyticsAutoScaling: Type.Optional(AutoScaling),
  analyticsSpecs: Type.Optional(HardwareSpec),
  autoScaling: Type.Optional(AutoScaling),
  effectiveAnalyticsSpecs: effective,
  effectiveElectableSpecs: effective,
  effectiveReadOnlySpecs: effective,
  electableSpecs: Type.Optional(HardwareSpec),
  backingProviderName: oneOf(backingProviders, "TENANT: where it is."),
  priority: priorityOf(
    "Priority in elections; if absent 7 for the first region, and one less for each that follows.",
  ),
  providerName: oneOf(providers, "Where it is; TENANT shares machines with other clusters."),
  readOnlySpecs: Type.Optional(HardwareSpec),
  regionName: text("Region in the words of Atlas, such as US_EAST_1."),
});

const LegacyRegionSpec = object("RegionSpec", {
  analyticsNodes: nodesOf("Nodes for analytics."),
  electableNodes: nodesOf("Nodes that can be elected; together 3, 5 or 7."),
  priority: priorityOf("Priority in elections, 7 for the first region."),
  readOnlyNodes: nodesOf("Nodes that are only read."),
});
export const LegacyRegions = recordOf(LegacyRegionSpec, {
  description: "Version 2023-01-01: nodes by region.",
});

export const ReplicationSpec = object("ReplicationSpec", {
  id: shown(ObjectId, "Id; another one before version 2024-08-05."),
  numShards: integerOf("Before version 2024-08-05: number of shards; 1 if absent. Later each has its own."),
  regionConfigs: Type.Optional(
    Type.Array(CloudRegionConfig, { description: "Regions, the first in elections first." }),
  ),
  regionsConfig: Type.Optional(LegacyRegions),
  zoneId: shown(ObjectId, "Id of the zone, in every version."),
  zoneName: text("Name of the zone; shards of a zone have the same."),
});

const LegacyCompute = object(
  "ClusterComputeAutoScaling",
  {
    enabled: flagOf("Whether sizes would change by themselves."),
    scaleDownEnabled: flagOf("Whether they would become smaller."),
  },
  ofSize,
);
export const LegacyAutoScaling = object(
  "ClusterAutoScalingSettings",
  {
    compute: Type.Optional(LegacyCompute),
    diskGBEnabled: flagOf("Whether disks would grow by themselves."),
  },
  ofNodes,
);

const LegacyBounds = object(
  "CloudProviderAutoScaling",
  {
    compute: Type.Optional(
      object(
        "CloudProviderComputeAutoScaling",
        { maxInstanceSize: text("Largest size."), minInstanceSize: text("Smallest size.") },
        { description: "Sizes that scaling stays between." },
      ),
    ),
  },
  ofNodes,
);
const legacyProviderSettings = {
  autoScaling: Type.Optional(LegacyBounds),
  backingProviderName: oneOf(backingProviders, "TENANT: where it is."),
  diskIOPS: integerOf("Operations of the disk in a second."),
  diskTypeName: text("AZURE: kind of the disk."),
  effectiveInstanceSizeName: shown(Type.String(), "TENANT: size that it really has."),
  encryptEBSVolume: flagOf("AWS: whether the volume is encrypted: always."),
  instanceSizeName: text("Size, such as M10."),
  providerName: oneOf([...providers, "FLEX"], "Where it is; FLEX in an upgrade to a flex cluster."),
  regionName: text("Region; absent where there are several."),
  volumeType: oneOf(volumes, "AWS: kind of the volume."),
};
export const LegacyProviderSettings = object("ClusterProviderSettings", legacyProviderSettings, {
  description: "Version 2023-01-01: where it is, and its hardware.",
});
