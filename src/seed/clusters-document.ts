// The part of the form of seeds that is about clusters.
import * as Type from "typebox";
import { clusterTypes } from "../contract/schemas/clusters.ts";
import { BackupSchedule, SearchNodes } from "./kept-document.ts";
import { array, closed, list, optional, Text } from "./pieces.ts";

const Hardware = (description: string) =>
  Type.Optional(
    closed(
      {
        instanceSize: Text("Size, such as M10."),
        diskIOPS: optional(Type.Integer(), "Operations of the disk in a second."),
        diskSizeGB: optional(Type.Number(), "Disk in GB, the same in the whole cluster."),
        ebsVolumeType: optional(
          Type.Enum(["STANDARD", "PROVISIONED", "HIGH_PERFORMANCE"]),
          "AWS: kind of the volume.",
        ),
        nodeCount: optional(Type.Integer(), "Number of nodes; 3 electable ones if absent."),
      },
      { description },
    ),
  );

const Region = closed({
  providerName: Type.Enum(["AWS", "AZURE", "GCP", "TENANT"], {
    description: "Where it is; TENANT shares machines with other clusters.",
  }),
  backingProviderName: optional(Type.Enum(["AWS", "AZURE", "GCP"]), "TENANT: where it is."),
  regionName: Type.String({ description: "Region in the words of Atlas." }),
  priority: optional(
    Type.Integer({ minimum: 0, maximum: 7 }),
    "Priority in elections; if absent 7 for the first region, and one less for each that follows.",
  ),
  electableSpecs: Hardware("Nodes that can be elected; 3, 5 or 7 in all regions."),
  readOnlySpecs: Hardware("Nodes that are only read."),
  analyticsSpecs: Hardware("Nodes for analytics."),
  autoScaling: Type.Optional(
    closed(
      {
        compute: Type.Optional(
          closed(
            {
              enabled: optional(Type.Boolean(), "Whether sizes would change by themselves."),
              scaleDownEnabled: optional(Type.Boolean(), "Whether they would become smaller."),
              minInstanceSize: Text("Smallest size."),
              maxInstanceSize: Text("Largest size."),
            },
            { description: "Of sizes." },
          ),
        ),
        diskGB: Type.Optional(
          closed(
            { enabled: optional(Type.Boolean(), "Whether disks would grow by themselves.") },
            { description: "Of disks." },
          ),
        ),
      },
      { description: "How it would scale; nothing scales here." },
    ),
  ),
});

const Tags = list(
  closed({ key: Type.String({ description: "Name." }), value: Type.String({ description: "Value." }) }),
  "Tags of the cluster.",
);
const flag = (description: string) => optional(Type.Boolean(), `${description}; false if absent.`);

export const Cluster = closed({
  name: Type.String({ minLength: 1, description: "Name of the cluster, unique in its project." }),
  deployment: Text(
    "Database of this cluster alone, such as mongodb://admin:PASSWORD@localhost:27017. Kept sealed, and its user and password are never shown.",
  ),
  providerName: optional(
    Type.Enum(["AWS", "AZURE", "GCP", "FLEX"]),
    "Where it is, or FLEX for a flex cluster; AWS if absent.",
  ),
  backingProviderName: optional(
    Type.Enum(["AWS", "AZURE", "GCP"]),
    "Where a flex cluster or a free one is; AWS if absent.",
  ),
  regionName: Text("Region in the words of Atlas, such as EU_WEST_1; the default of the provider if absent."),
  instanceSize: Text("Size; M10 if absent. M0 is free."),
  clusterType: optional(Type.Enum([...clusterTypes]), "Shape; REPLICASET if absent."),
  replicationSpecs: list(
    closed({
      zoneName: Text("Name of the zone; `Zone 1` if absent."),
      regionConfigs: array(Region, { description: "Regions of the shard." }),
    }),
    "Shards, in place of provider, region and size.",
  ),
  mongoDBMajorVersion: Text("Version of MongoDB; the default of Atlas if absent."),
  versionReleaseSystem: optional(Type.Enum(["LTS", "CONTINUOUS"]), "How it is upgraded; LTS if absent."),
  backupEnabled: flag("Whether backups are wanted"),
  backupSchedule: optional(BackupSchedule, "When backups would be made, of a cluster that has some."),
  pitEnabled: flag("Whether backups of any instant are wanted"),
  paused: flag("Whether it is paused"),
  terminationProtectionEnabled: flag("Whether it is protected from deletion"),
  searchNodes: SearchNodes,
  tags: Tags,
});
