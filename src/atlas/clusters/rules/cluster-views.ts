// Shows a cluster in each version: one spec for each zone and a disk size for the cluster, or one spec for each shard with disk
// sizes for its nodes.
import { throughputOf } from "../../../core/contract/cluster-hardware.ts";
import { type Instant, toTimestamp } from "../../../core/domain/instant.ts";
import type { Showing } from "../../../core/domain/page.ts";
import { sortMembers } from "../../../core/domain/sorted-members.ts";
import type { AvailableEndpoint } from "../../private-endpoints/rules/endpoint-service.ts";
import {
  type AtlasCluster,
  type Cluster,
  type ClusterState,
  type Hardware,
  isTenant,
  type RegionConfig,
  releaseOf,
  type Shard,
} from "./cluster.ts";
import { placeOf, placesOf } from "./cluster-containers.ts";
import { showLegacyHardware, showLegacySpecs, zonesOf } from "./cluster-legacy.ts";
import { pinOf } from "./cluster-pin.ts";
import { asRunning } from "./cluster-scaling.ts";
import { tlsOf } from "./cluster-settings.ts";

/** A cluster with its state at this instant and the place of its database. */
export interface ClusterShown<Document extends Cluster = AtlasCluster> {
  readonly cluster: {
    readonly id: string;
    readonly groupId: string;
    readonly name: string;
    readonly document: Document;
    readonly createdAt: Instant;
  };
  readonly now: Instant;
  readonly state: ClusterState;
  readonly connection: string;
  /** The connection strings of the cluster that it is a copy of, unless a deployment is behind it. */
  readonly copied: object | undefined;
  /** The private endpoints of its project, and whether each region has connection strings of its own. */
  readonly privately?: { readonly endpoints: readonly AvailableEndpoint[]; readonly isByRegion: boolean };
  /** True if its one shard is shown as requested, and not as it is. */
  readonly isAsAsked?: boolean;
  /** True if this request created it without tags: the answer then has no list of tags, not even an empty one, as recorded. */
  readonly isMadeUntagged?: boolean;
}

/** Returns the connection strings through private endpoints, which lead to the same database as the others. */
function privateConnections({ cluster: { document }, state, connection, privately }: ClusterShown) {
  const isReplicaSet = document.clusterType === "REPLICASET";
  const regions = new Set(placesOf([document]).map(placeOf));
  const there = (state === "CREATING" ? [] : (privately?.endpoints ?? [])).filter((each) =>
    regions.has(placeOf(each)),
  );
  const isReached = there.length > 0 && new Set(there.map(placeOf)).size === regions.size;
  const isByRegion = privately?.isByRegion === true || regions.size === 1;
  const ways = isByRegion ? there.map((each) => [each]) : isReached ? [there] : [];
  const ofAws = ways.flat().filter(({ providerName }) => providerName === "AWS");
  const byId = Object.fromEntries(ofAws.map(({ endpointId }) => [endpointId, connection]));
  return {
    ...(ofAws.length > 0 && { awsPrivateLink: byId }),
    ...((ofAws.length > 0 || !isReplicaSet) && { awsPrivateLinkSrv: byId }),
    ...((ways.length > 0 || !isReplicaSet) && {
      privateEndpoint: ways.map((endpoints) => ({
        connectionString: connection,
        endpoints: endpoints.map(({ endpointId, providerName, regionName: region }) => ({
          endpointId,
          providerName,
          region,
        })),
        srvConnectionString: connection,
        type: isReplicaSet ? ("MONGOD" as const) : ("MONGOS" as const),
      })),
    }),
  };
}

/** Returns the connection strings; while a cluster is being created, only one on shared machines has any. */
function connectionsOf(shown: ClusterShown) {
  const { cluster, state, connection, copied } = shown;
  if (state !== "CREATING") {
    return { ...privateConnections(shown), standard: connection, standardSrv: connection, ...copied };
  }
  return isTenant(cluster.document) ? { standardSrv: connection } : privateConnections(shown);
}

/** Returns the access of MongoDB's employees, as long as they have it. */
function grantOf({ employeeAccess }: AtlasCluster, now: Instant) {
  if (employeeAccess === undefined || employeeAccess.until <= now) return {};
  const { grantType, until } = employeeAccess;
  return { mongoDBEmployeeAccessGrant: { expirationTime: toTimestamp(until), grantType } };
}

/** Returns the members that every version shows. */
function showShared(shown: ClusterShown, { origin }: Showing) {
  const { cluster, state, isMadeUntagged, now } = shown;
  const { groupId, name, document, createdAt, id } = cluster;
  const { settings, clusterType, majorVersion } = document;
  const href = `${origin}/api/atlas/v2/groups/${groupId}/clusters/${name}`;
  const related = (name: string) => ({
    href: `${href}/backup/${name}`,
    rel: `https://cloud.mongodb.com/${name}`,
  });
  const { configServerManagementMode, replicaSetScalingStrategy } = settings;
  const configServerType = document.hasDedicatedConfig ? ("DEDICATED" as const) : ("EMBEDDED" as const);
  return {
    ...(!isTenant(document) && { advancedConfiguration: tlsOf(document) }),
    // A cluster that is being deleted has no backups, as recorded.
    backupEnabled: settings.backupEnabled && state !== "DELETING",
    biConnector: settings.biConnector,
    clusterType,
    ...(clusterType !== "REPLICASET" && { configServerManagementMode, configServerType }),
    connectionStrings: connectionsOf(shown),
    createDate: toTimestamp(createdAt),
    diskWarmingMode: settings.diskWarmingMode,
    encryptionAtRestProvider: settings.encryptionAtRestProvider,
    globalClusterSelfManagedSharding: settings.globalClusterSelfManagedSharding,
    groupId,
    id,
    labels: [...settings.labels],
    links: [{ href, rel: "self" }, related("restoreJobs"), related("snapshots")],
    ...grantOf(document, now),
    mongoDBMajorVersion: majorVersion,
    mongoDBVersion: releaseOf(majorVersion),
    name,
    paused: settings.paused,
    pitEnabled: settings.pitEnabled,
    ...(replicaSetScalingStrategy && { replicaSetScalingStrategy }),
    rootCertType: "ISRGROOTX1" as const,
    stateName: state,
    ...(!isMadeUntagged && { tags: [...settings.tags] }),
    terminationProtectionEnabled: settings.terminationProtectionEnabled,
    versionReleaseSystem: settings.versionReleaseSystem,
  };
}

const diskOf = ({ shards }: AtlasCluster) => shards[0]?.regionConfigs[0]?.electableSpecs.diskSizeGB ?? 0;

function showHardware(
  hardware: Hardware,
  { hasDisk, providerName }: Form & Pick<RegionConfig, "providerName">,
) {
  const { instanceSize, diskSizeGB, diskIOPS, ebsVolumeType, nodeCount } = hardware;
  const diskThroughput = throughputOf({ providerName, instanceSize }, ebsVolumeType);
  return {
    instanceSize,
    ...(diskIOPS !== undefined && { diskIOPS }),
    ...(hasDisk && { diskSizeGB }),
    ...(diskThroughput !== undefined && { diskThroughput }),
    ...(ebsVolumeType !== undefined && { ebsVolumeType: ebsVolumeType as "STANDARD" }),
    nodeCount,
  };
}

interface Form {
  readonly hasDisk: boolean;
  readonly isEffective: boolean;
}

function showRegion(region: RegionConfig, form: Form) {
  const { hasDisk, isEffective } = form;
  const { priority, regionName, analyticsAutoScaling } = region;
  const providerName = region.providerName as "AWS";
  if (region.backingProviderName !== undefined) {
    const { instanceSize, diskSizeGB } = region.electableSpecs;
    const effectiveInstanceSize = instanceSize === "M0" ? "M0" : "FLEX";
    return {
      electableSpecs: { effectiveInstanceSize, instanceSize, ...(hasDisk && { diskSizeGB }) },
      backingProviderName: region.backingProviderName as "AWS",
      priority,
      providerName,
      regionName,
    };
  }
  const show = (hardware: Hardware) => showHardware(hardware, { ...form, providerName });
  const analyticsSpecs = show(region.analyticsSpecs);
  const electableSpecs = show(region.electableSpecs);
  const readOnlySpecs = show(region.readOnlySpecs);
  const running = region.running ?? region;
  return {
    ...(analyticsAutoScaling && { analyticsAutoScaling }),
    analyticsSpecs,
    autoScaling: region.autoScaling,
    ...(isEffective && {
      effectiveAnalyticsSpecs: show(running.analyticsSpecs),
      effectiveElectableSpecs: show(running.electableSpecs),
      effectiveReadOnlySpecs: show(running.readOnlySpecs),
    }),
    electableSpecs,
    priority,
    providerName,
    readOnlySpecs,
    regionName,
  };
}

const showShard = ({ id, zoneId, zoneName, regionConfigs }: Shard, isEffective: boolean) => ({
  id,
  regionConfigs: regionConfigs.map((each) => showRegion(each, { hasDisk: true, isEffective })),
  zoneId,
  zoneName,
});

/** Shows a cluster from version 2024-08-05 on. */
export function showCluster(shown: ClusterShown, showing: Showing) {
  const { document } = shown.cluster;
  const { settings, majorVersion } = document;
  const pin = pinOf(document, shown.now);
  const { shards } = asRunning(document);
  const shownShards = shown.isAsAsked && shards.length === 1 ? document.shards : shards;
  return sortMembers({
    adaptiveCapacity: settings.adaptiveCapacity,
    ...showShared(shown, showing),
    effectiveDatabaseEdition: "CORE",
    effectiveReplicationSpecs: shards.map((each) => showShard(each, false)),
    featureCompatibilityVersion: pin?.version ?? majorVersion,
    ...(pin && { featureCompatibilityVersionExpirationDate: toTimestamp(pin.until) }),
    internalClusterRole: "NONE",
    redactClientLogData: settings.redactClientLogData,
    replicationSpecs: shownShards.map((each) => showShard(each, true)),
    retainBackups: settings.retainBackups,
    useAwsTimeBasedSnapshotCopyForFastInitialSync: settings.useAwsTimeBasedSnapshotCopyForFastInitialSync,
  });
}

/** Shows the members of versions before 2024-08-05, which have one disk size for the whole cluster. */
const showEarlierShared = (shown: ClusterShown, showing: Showing) => ({
  ...showShared(shown, showing),
  diskSizeGB: diskOf(asRunning(shown.cluster.document)),
});

/** Shows a cluster in version 2023-02-01. */
export function showEarlierCluster(shown: ClusterShown, showing: Showing) {
  const document = asRunning(shown.cluster.document);
  return sortMembers({
    ...showEarlierShared(shown, showing),
    replicationSpecs: zonesOf(document).map(([shard, numShards]) => ({
      id: shard.earlierId,
      numShards,
      regionConfigs: shard.regionConfigs.map((each) =>
        showRegion(each, { hasDisk: false, isEffective: false }),
      ),
      zoneId: shard.zoneId,
      zoneName: shard.zoneName,
    })),
  });
}

/** Shows a cluster in version 2023-01-01. */
export function showLegacyCluster(shown: ClusterShown, showing: Showing) {
  const { cluster, state, connection } = shown;
  const document = asRunning(cluster.document);
  const isMade = state !== "CREATING";
  return sortMembers({
    ...showEarlierShared(shown, showing),
    ...showLegacyHardware(document),
    ...(isMade && {
      mongoURI: connection,
      mongoURIUpdated: toTimestamp(cluster.createdAt),
      mongoURIWithOptions: connection,
      srvAddress: connection,
    }),
    replicationSpecs: showLegacySpecs(document),
  });
}
