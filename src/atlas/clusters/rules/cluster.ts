// A cluster: what was requested, and its state at an instant. It represents a cluster of Atlas, and has no machines.

import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { day, type Instant, minute, second } from "../../../core/domain/instant.ts";
import type { BackupHistory, BackupSchedule } from "../../backups/rules/backup-schedule.ts";
import type { SearchDeployment } from "../../search-deployments/rules/search-deployment.ts";
import type { GeoSharding } from "./geo-sharding.ts";

export type ClusterState = "CREATING" | "IDLE" | "UPDATING" | "DELETING";

interface Life {
  /** The end of the restore to it that was begun last. */
  readonly restoringUntil?: Instant;
  /** The change under way, and when it ends; null if there is none. */
  readonly change: { readonly state: "CREATING" | "UPDATING"; readonly until: Instant } | null;
  /** The connection strings of the cluster that this one is a copy of. */
  readonly connectionStrings?: object;
  /** The time at which the nodes that are charged last changed; absent since the creation. */
  readonly usedSince?: Instant;
}

/** The cluster that something belongs to. */
export interface OfCluster {
  readonly clusterId: string;
  readonly clusterName: string;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface Hardware {
  readonly instanceSize: string;
  readonly diskIOPS?: number;
  readonly diskSizeGB: number;
  readonly ebsVolumeType?: string;
  readonly nodeCount: number;
}

export interface Scaling {
  readonly compute: {
    readonly enabled: boolean;
    readonly maxInstanceSize?: string;
    readonly minInstanceSize?: string;
    readonly scaleDownEnabled: boolean;
  };
  readonly diskGB: { readonly enabled: boolean };
}

export interface Specs {
  readonly analyticsSpecs: Hardware;
  readonly electableSpecs: Hardware;
  readonly readOnlySpecs: Hardware;
}

/** A region with the requested hardware. */
export interface RegionConfig extends Specs {
  readonly analyticsAutoScaling?: Scaling;
  readonly autoScaling: Scaling;
  /** The current sizes, if auto-scaling keeps them from the requested ones. */
  readonly running?: Specs;
  /** The provider of a TENANT cluster. */
  readonly backingProviderName?: string;
  readonly priority: number;
  readonly providerName: string;
  readonly regionName: string;
}

export interface Shard {
  readonly id: string;
  /** The id of its zone in versions before 2024-08-05, which have one spec for each zone. */
  readonly earlierId: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly regionConfigs: readonly RegionConfig[];
}

/** The settings that are stored as sent and shown in answers; nothing here depends on them. */
export interface ClusterSettings {
  readonly adaptiveCapacity: "ENABLED" | "DISABLED" | null;
  readonly backupEnabled: boolean;
  readonly biConnector: { readonly enabled: boolean; readonly readPreference: string };
  readonly configServerManagementMode: "ATLAS_MANAGED" | "FIXED_TO_DEDICATED";
  readonly diskWarmingMode: "FULLY_WARMED" | "VISIBLE_EARLIER" | "ENHANCED_FULLY_WARMED";
  readonly encryptionAtRestProvider: "NONE" | "AWS" | "AZURE" | "GCP";
  readonly globalClusterSelfManagedSharding: boolean;
  readonly labels: readonly Partial<Tag>[];
  readonly paused: boolean;
  readonly pitEnabled: boolean;
  readonly redactClientLogData: boolean;
  readonly replicaSetScalingStrategy?: "SEQUENTIAL" | "WORKLOAD_TYPE" | "NODE_TYPE";
  readonly retainBackups: boolean;
  readonly tags: readonly Tag[];
  readonly terminationProtectionEnabled: boolean;
  readonly useAwsTimeBasedSnapshotCopyForFastInitialSync: boolean;
  readonly versionReleaseSystem: "LTS" | "CONTINUOUS";
}

export type ClusterType = "REPLICASET" | "SHARDED" | "GEOSHARDED";

export interface AtlasCluster extends Life {
  readonly kind: "CLUSTER";
  readonly clusterType: ClusterType;
  readonly majorVersion: string;
  readonly settings: ClusterSettings;
  readonly shards: readonly Shard[];
  /** True if the request had one spec for each shard, so that shards could scale separately. */
  readonly isSharded: boolean;
  /** True if its config servers have machines of their own. */
  readonly hasDedicatedConfig?: boolean;
  /** The time at which it was paused; absent if it is not paused. */
  readonly pausedAt?: Instant;
  /** The time at which it was last resumed. */
  readonly resumedAt?: Instant;
  /** The version to which features are pinned. */
  readonly pin?: { readonly version: string; readonly since: Instant; readonly until: Instant };
  /** The schedule of backups, once it was changed. */
  readonly backupSchedule?: BackupSchedule;
  readonly backupHistory?: BackupHistory;
  readonly searchDeployment?: SearchDeployment;
  /** The number of times that another node was made primary. */
  readonly failovers?: number;
  /** The access of MongoDB's employees, until an instant. */
  readonly employeeAccess?: {
    readonly grantType:
      | "CLUSTER_DATABASE_LOGS"
      | "CLUSTER_INFRASTRUCTURE"
      | "CLUSTER_INFRASTRUCTURE_AND_APP_SERVICES_SYNC_DATA";
    readonly until: Instant;
  };
  readonly sqlInterface?: "ON" | "OFF";
  /** The collections that a global cluster distributes, and the zones of places. */
  readonly geoSharding?: GeoSharding;
  /** The namespaces whose metrics are always collected. */
  readonly pinnedNamespaces?: readonly string[];
  /** The hashes of the query shapes that the cluster rejects. */
  readonly rejectedShapes?: readonly string[];
  /** The process arguments that differ from the defaults. */
  readonly processArgs: Readonly<Record<string, unknown>>;
}

export interface FlexCluster extends Life {
  readonly kind: "FLEX";
  readonly backingProviderName: string;
  readonly regionName: string;
  readonly tags: readonly Tag[];
  readonly terminationProtectionEnabled: boolean;
}

export type Cluster = AtlasCluster | FlexCluster;

const longestPause = 30 * day;

/** Returns a cluster at an instant: a pause ends by itself after 30 days. */
export function clusterAt(cluster: Cluster, now: Instant): Cluster {
  if (cluster.kind === "FLEX" || cluster.pausedAt === undefined) return cluster;
  const { pausedAt, ...others } = cluster;
  const resumedAt = pausedAt + longestPause;
  if (now < resumedAt) return cluster;
  return { ...others, settings: { ...cluster.settings, paused: false }, resumedAt };
}

/** Returns the state of an existing cluster at an instant: one that is being deleted is DELETING until it is gone. */
export function stateOf(
  { document, endsAt }: { readonly document: Life; readonly endsAt: Instant | null },
  now: Instant,
): ClusterState {
  if (endsAt !== null) return "DELETING";
  const { change } = document;
  return change !== null && change.until > now ? change.state : "IDLE";
}

/** Reports whether a backup is being restored to a cluster. */
export const isRestoring = (cluster: Cluster, now: Instant): boolean =>
  cluster.restoringUntil !== undefined && cluster.restoringUntil > now;

/** The seconds that states last, as recorded; an update takes as long as a creation. */
const atlasTimes = {
  small: { CREATING: 15, UPDATING: 15, DELETING: 33 },
  replicaSet: { CREATING: 529, UPDATING: 529, DELETING: 166 },
  sharded: { CREATING: 790, UPDATING: 790, DELETING: 155 },
} as const;

export const isTenant = (cluster: AtlasCluster): boolean =>
  cluster.shards[0]?.regionConfigs[0]?.providerName === "TENANT";

/** Reports whether a cluster has no machines of its own. */
export const sharesMachines = (cluster: Cluster): boolean => cluster.kind === "FLEX" || isTenant(cluster);

function kindOf(cluster: Cluster): keyof typeof atlasTimes {
  if (cluster.kind === "FLEX" || isTenant(cluster)) return "small";
  return cluster.clusterType === "REPLICASET" ? "replicaSet" : "sharded";
}

/**
 * Returns when a state that begins now will end at the latest: with the speed `now`, an answer that shows it ends it earlier.
 */
export function endOf(
  cluster: Cluster,
  state: Exclude<ClusterState, "IDLE">,
  { now, clusterSpeed }: { readonly now: Instant; readonly clusterSpeed: ClusterSpeed },
): Instant {
  if (clusterSpeed === "instant") return now;
  if (clusterSpeed === "fast") return now + 2 * second;
  if (clusterSpeed === "now") return now + 2 * minute;
  return now + atlasTimes[kindOf(cluster)][state] * second;
}

/** The release of each major version, as recorded in August 2026. */
const releases: Readonly<Record<string, string>> = { "7.0": "7.0.40", "8.0": "8.0.29" };
export const defaultMajorVersion = "8.0";
export const majorVersions = Object.keys(releases);
export const releaseOf = (majorVersion: string): string => releases[majorVersion] ?? `${majorVersion}.0`;
