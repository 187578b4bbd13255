// Reads a cluster's settings other than its shards: name, MongoDB version, and settings that are stored as sent.
import type { ApiAtlasClusterAdvancedConfigurationView } from "../../../client/api.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { checkTags } from "../../../core/domain/group.ts";
import { hour, type Instant } from "../../../core/domain/instant.ts";
import type { SentCluster } from "../../../core/domain/sent.ts";
import { type AtlasCluster, type ClusterSettings, defaultMajorVersion, majorVersions } from "./cluster.ts";

const longestName = 64;

export const nameErrors = ["CLUSTER_NAME_INVALID", "CLUSTER_NAME_TOO_LONG", "MISSING_ATTRIBUTE"] as const;

export function checkClusterName(
  name: string | undefined,
  fault: FaultMaker<(typeof nameErrors)[number]>,
): string {
  if (!name) {
    throw fault("MISSING_ATTRIBUTE", { attribute: "name" }, wrongField("name", "The value is required."));
  }
  const about = (description: string) => wrongField("name", description);
  if (!/^[a-zA-Z0-9][a-zA-Z0-9-]*$/.test(name)) {
    throw fault(
      "CLUSTER_NAME_INVALID",
      { name },
      about("The value must be letters, digits and hyphens; the first character can't be a hyphen."),
    );
  }
  if (name.length > longestName) {
    throw fault(
      "CLUSTER_NAME_TOO_LONG",
      { name, limit: longestName },
      about(`The value must have at most ${longestName} characters.`),
    );
  }
  return name;
}

/** The settings of a new cluster. */
export const newSettings: ClusterSettings = {
  adaptiveCapacity: null,
  backupEnabled: false,
  biConnector: { enabled: false, readPreference: "secondary" },
  configServerManagementMode: "ATLAS_MANAGED",
  diskWarmingMode: "FULLY_WARMED",
  encryptionAtRestProvider: "NONE",
  globalClusterSelfManagedSharding: false,
  labels: [],
  paused: false,
  pitEnabled: false,
  redactClientLogData: false,
  retainBackups: false,
  tags: [],
  terminationProtectionEnabled: false,
  useAwsTimeBasedSnapshotCopyForFastInitialSync: false,
  versionReleaseSystem: "LTS",
};
const names = [...Object.keys(newSettings), "replicaSetScalingStrategy"] as (keyof ClusterSettings)[];

/** Returns the existing settings, or those of a new cluster, with the sent ones in their place. */
export function chooseSettings(
  sent: SentCluster,
  fault: FaultMaker<"BAD_REQUEST">,
  known: Partial<ClusterSettings> = {},
): ClusterSettings {
  checkTags(sent.tags ?? [], fault);
  const before = { ...newSettings, ...known };
  const given = Object.fromEntries(
    names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  );
  const merged: ClusterSettings = { ...before, ...given };
  return { ...merged, biConnector: { ...before.biConnector, ...sent.biConnector } };
}

export const pauseErrors = ["CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER", "CANNOT_UPDATE_PAUSED_CLUSTER"] as const;
const leastRun = hour;

/** Pauses or resumes a cluster. A paused cluster accepts no other change, and a resumed one cannot be paused for an hour. */
export function pauseOrResume(
  before: AtlasCluster,
  after: AtlasCluster,
  { name, now, fault }: { name: string; now: Instant; fault: FaultMaker<(typeof pauseErrors)[number]> },
): AtlasCluster {
  const [was, is] = [before.settings.paused, after.settings.paused];
  if (was && is && JSON.stringify(after) !== JSON.stringify(before)) {
    throw fault("CANNOT_UPDATE_PAUSED_CLUSTER", { name });
  }
  if (!was && is && before.resumedAt !== undefined && now < before.resumedAt + leastRun) {
    throw fault("CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER", { name });
  }
  if (!was && is) return { ...after, pausedAt: now };
  if (!was || is) return after;
  const { pausedAt: _, ...resumed } = after;
  return { ...resumed, resumedAt: now };
}

export const settingErrors = [
  "AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES",
  "CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER",
] as const;

/**
 * Refuses settings of other kinds of clusters: only AWS clusters copy snapshots by time, and only global clusters manage shard
 * keys themselves.
 */
export function checkFit(
  { settings, shards, clusterType }: Pick<AtlasCluster, "settings" | "shards" | "clusterType">,
  fault: FaultMaker<(typeof settingErrors)[number]>,
): void {
  const elsewhere = shards
    .flatMap(({ regionConfigs }) => regionConfigs)
    .find(({ providerName }) => providerName !== "AWS");
  if (settings.useAwsTimeBasedSnapshotCopyForFastInitialSync && elsewhere !== undefined) {
    throw fault("AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES", { providerName: elsewhere.providerName });
  }
  if (settings.globalClusterSelfManagedSharding && clusterType !== "GEOSHARDED") {
    throw fault("CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER", {});
  }
}

/** Reports whether config servers have their own machines: if requested, and in global clusters. It stays so, as recorded. */
export const dedicatesConfig = (
  { settings, clusterType }: Pick<AtlasCluster, "settings" | "clusterType">,
  before: Pick<AtlasCluster, "hasDedicatedConfig"> = {},
): boolean =>
  before.hasDedicatedConfig === true ||
  settings.configServerManagementMode === "FIXED_TO_DEDICATED" ||
  clusterType === "GEOSHARDED";

export const versionErrors = ["ATLAS_CLUSTER_VERSION_DEPRECATED", "DB_VERSION_NOT_SUPPORTED"] as const;

/** Returns the MongoDB version of a request; clients send `8.0` or `8`. */
export function chooseVersion(
  sent: string | undefined,
  before: string | null,
  fault: FaultMaker<(typeof versionErrors)[number]>,
): string {
  if (sent === undefined || sent === "") return before ?? defaultMajorVersion;
  const wanted = /^\d+$/.test(sent) ? `${sent}.0` : sent;
  if (wanted === before) return wanted;
  const [oldest = ""] = majorVersions;
  const about = wrongField("mongoDBMajorVersion", `The value must be ${majorVersions.join(" or ")}.`);
  if (/^\d+\.\d+$/.test(wanted) && Number(wanted) < Number(oldest)) {
    throw fault("ATLAS_CLUSTER_VERSION_DEPRECATED", {});
  }
  if (!majorVersions.includes(wanted)) throw fault("DB_VERSION_NOT_SUPPORTED", {}, about);
  return wanted;
}

/** The TLS settings as the API answers them. */
type TlsSettings = Required<ApiAtlasClusterAdvancedConfigurationView>;

/** The TLS settings of a new cluster. */
export const newTls = {
  customOpensslCipherConfigTls12: [],
  customOpensslCipherConfigTls13: [],
  minimumEnabledTlsProtocol: "TLS1_2",
  tlsCipherConfigMode: "DEFAULT",
} as const;

/** The default process arguments, as recorded of a new cluster. */
export const argDefaults: Readonly<Record<string, unknown>> = {
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds: null,
  chunkMigrationConcurrency: null,
  ...newTls,
  defaultMaxTimeMS: null,
  defaultReadConcern: null,
  defaultWriteConcern: "majority",
  failIndexKeyTooLong: null,
  javascriptEnabled: true,
  noTableScan: false,
  oplogMinRetentionHours: null,
  oplogSizeMB: null,
  queryStatsLogVerbosity: null,
  sampleRefreshIntervalBIConnector: null,
  sampleSizeBIConnector: null,
  transactionLifetimeLimitSeconds: null,
};

const inOrder = Object.keys(argDefaults).sort();

/** Returns all process arguments, in the order of answers. */
export function processArgsOf({ processArgs }: Pick<AtlasCluster, "processArgs">): Record<string, unknown> {
  const all: Record<string, unknown> = { ...argDefaults, ...processArgs };
  return Object.fromEntries(inOrder.map((name) => [name, all[name]]));
}

/** Returns the settings that answers about clusters show as well. */
export function tlsOf(cluster: Pick<AtlasCluster, "processArgs">) {
  const all = processArgsOf(cluster);
  return Object.fromEntries(Object.keys(newTls).map((name) => [name, all[name]])) as TlsSettings;
}
