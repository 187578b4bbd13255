// The shards of a cluster: read from any form that a version of the API has, and checked.
import {
  defaultDisk,
  defaultVolume,
  leastDisk,
  leastOperations,
  providerNames,
  sizes,
  tenantSizes,
} from "../../../core/contract/cluster-hardware.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { SentCluster } from "../../../core/domain/sent.ts";
import { sortMembers } from "../../../core/domain/sorted-members.ts";
import type { ClusterType, Hardware, RegionConfig, Scaling, Shard } from "./cluster.ts";
import { checkRegion } from "./region.ts";

export const shardErrors = [
  "CLUSTER_DISK_SIZE_INVALID",
  "CLUSTER_NUM_SHARDS_INVALID",
  "CLUSTER_REPLICATION_FACTOR_INVALID",
  "DISK_SIZE_GB_INCONSISTENT",
  "INVALID_ATTRIBUTE",
  "INVALID_CLUSTER_CONFIGURATION",
  "INVALID_ENUM_VALUE",
  "MISSING_ATTRIBUTE",
  "SHARDING_NOT_SUPPORTED",
] as const;
type Refusing = FaultMaker<(typeof shardErrors)[number]>;

type SentSpec = NonNullable<SentCluster["replicationSpecs"]>[number];
type SentRegion = NonNullable<SentSpec["regionConfigs"]>[number];
type SentHardware = NonNullable<SentRegion["electableSpecs"]>;
type SentScaling = NonNullable<SentRegion["autoScaling"]>;

const specNames = ["electableSpecs", "readOnlySpecs", "analyticsSpecs"] as const;
const mostShards = 50;
const mostDisk = 4096;

interface Choosing {
  readonly clusterType: ClusterType;
  readonly before: readonly Shard[];
  readonly newId: () => string;
  readonly fault: Refusing;
}

const missing = (field: string, fault: Refusing) =>
  fault(
    "MISSING_ATTRIBUTE",
    { attribute: field.slice(field.lastIndexOf(".") + 1) },
    wrongField(field, "The value is required."),
  );

/** Chooses the requested shards. A shard that stays in its zone keeps its id, by order. */
export function chooseShards(sent: SentCluster, choosing: Choosing): Shard[] {
  const { clusterType, before, newId, fault } = choosing;
  const specs = sent.replicationSpecs ?? [];
  if (specs.length === 0) throw missing("replicationSpecs", fault);
  const least = leastDisk(nodesOf(specs));
  // A value below the minimum counts as not sent.
  checkDisk(Math.max(sent.diskSizeGB ?? least, least), "diskSizeGB", least, fault);
  const wanted = specs.flatMap((spec, index) => shardsOf(spec, `replicationSpecs.${index}`, sent, choosing));
  checkShape(wanted, clusterType, fault);
  const zones = new Map(before.map((shard) => [shard.zoneName, shard]));
  const left = [...before];
  return wanted.map(({ zoneName, regionConfigs }) => {
    const index = left.findIndex((shard) => shard.zoneName === zoneName);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    const { earlierId, zoneId } = zones.get(zoneName) ?? { earlierId: newId(), zoneId: newId() };
    const shard = { id: same?.id ?? newId(), earlierId, zoneId, zoneName, regionConfigs };
    zones.set(zoneName, shard);
    return shard;
  });
}

const tooMany = (field: string, fault: Refusing) =>
  fault(
    "CLUSTER_NUM_SHARDS_INVALID",
    { most: mostShards },
    wrongField(field, `There must be 1 to ${mostShards} shards.`),
  );

type Wanted = Pick<Shard, "zoneName" | "regionConfigs">;

function shardsOf(spec: SentSpec, at: string, sent: SentCluster, { before, fault }: Choosing): Wanted[] {
  const { zoneName = "Zone 1", numShards = 1, regionConfigs = [] } = spec;
  if (regionConfigs.length === 0) throw missing(`${at}.regionConfigs`, fault);
  if (numShards < 1 || numShards > mostShards) throw tooMany(`${at}.numShards`, fault);
  const disk = {
    size: diskOf(sent, before, spec),
    least: leastDisk(nodesOf(sent.replicationSpecs ?? [spec])),
  };
  const chosen = regionConfigs
    .map((region, index) => ({ priority: Math.max(7 - index, 0), ...region }))
    .map((region, index) =>
      chooseRegion(withAnalyticsSize(region, regionConfigs), `${at}.regionConfigs.${index}`, disk, fault),
    )
    .sort((a, b) => b.priority - a.priority || (a.regionName < b.regionName ? 1 : -1));
  return Array.from({ length: numShards }, () => ({ zoneName, regionConfigs: chosen }));
}

/**
 * Returns a region that sends no analytics nodes with the size that another region of its provider sends, as recorded: all
 * analytics nodes of a shard have one size.
 */
function withAnalyticsSize(region: SentRegion, regions: readonly SentRegion[]): SentRegion {
  if (region.analyticsSpecs !== undefined || region.electableSpecs === undefined) return region;
  const sizes = regions
    .filter(({ providerName }) => providerName === region.providerName)
    .flatMap(({ analyticsSpecs }) => analyticsSpecs?.instanceSize ?? []);
  const [instanceSize] = sizes;
  return instanceSize === undefined ? region : { ...region, analyticsSpecs: { instanceSize, nodeCount: 0 } };
}

interface SentNodes extends SentHardware {
  readonly providerName: string;
}

const nodesOf = (specs: readonly SentSpec[]): SentNodes[] =>
  specs.flatMap(({ regionConfigs = [] }) =>
    regionConfigs.flatMap(({ providerName = "", ...region }) =>
      specNames.flatMap((name) => (region[name] === undefined ? [] : [{ ...region[name], providerName }])),
    ),
  );

/**
 * Returns the disk that the request has for a spec, another spec or the cluster; or else the existing disk, or that of the
 * largest size.
 */
function diskOf(
  { replicationSpecs = [], diskSizeGB }: SentCluster,
  before: readonly Shard[],
  spec: SentSpec,
): number {
  const nodes = nodesOf([spec, ...replicationSpecs]);
  // The atlas CLI sends 2 when the user set no disk size.
  const ofCluster = diskSizeGB !== undefined && diskSizeGB >= leastDisk(nodes) ? diskSizeGB : undefined;
  const given = nodes.find((each) => each.diskSizeGB !== undefined)?.diskSizeGB ?? ofCluster;
  const there = before[0]?.regionConfigs[0]?.electableSpecs.diskSizeGB ?? 0;
  const sizes = nodes.map(({ providerName, instanceSize = "" }) => ({ providerName, instanceSize }));
  return given ?? Math.max(there, defaultDisk(sizes));
}

function checkDisk(size: number, field: string, least: number, fault: Refusing): void {
  if (size >= least && size <= mostDisk) return;
  const description = `The value must be ${least} to ${mostDisk}.`;
  throw fault("CLUSTER_DISK_SIZE_INVALID", { size }, wrongField(field, description));
}

const wrongSize = (instanceSize: string, at: string, fault: Refusing) =>
  fault(
    "INVALID_ENUM_VALUE",
    { value: instanceSize },
    wrongField(`${at}.instanceSize`, `'${instanceSize}' is no size of this provider.`),
  );

/** A disk: its size in GB if the request has none, and the smallest allowed size. */
interface Disk {
  readonly size: number;
  readonly least: number;
}

function chooseRegion(sent: SentRegion, at: string, disk: Disk, fault: Refusing): RegionConfig {
  const { providerName, regionName, priority = 0, electableSpecs } = sent;
  if (providerName === undefined) throw missing(`${at}.providerName`, fault);
  if (regionName === undefined) throw missing(`${at}.regionName`, fault);
  const place = providerName === "TENANT" ? sent.backingProviderName : providerName;
  if (place === undefined) throw missing(`${at}.backingProviderName`, fault);
  checkRegion(place, regionName, `${at}.regionName`, fault);
  const first = specNames.find((name) => sent[name] !== undefined) ?? "electableSpecs";
  const leading = sent[first];
  if (leading === undefined) throw missing(`${at}.${first}`, fault);
  const { instanceSize } = leading;
  if (instanceSize === undefined) throw missing(`${at}.${first}.instanceSize`, fault);
  const hardware = (name: (typeof specNames)[number]) =>
    chooseHardware(sent[name], `${at}.${sent[name] === undefined ? first : name}`, {
      providerName,
      instanceSize,
      disk,
      fault,
      leading,
      nodeCount: name === "electableSpecs" && electableSpecs !== undefined ? 3 : 0,
    });
  return {
    ...(sent.analyticsAutoScaling && { analyticsAutoScaling: scalingOf(sent.analyticsAutoScaling) }),
    autoScaling: scalingOf(sent.autoScaling),
    analyticsSpecs: hardware("analyticsSpecs"),
    electableSpecs: hardware("electableSpecs"),
    readOnlySpecs: hardware("readOnlySpecs"),
    ...(providerName === "TENANT" && { backingProviderName: place }),
    priority,
    providerName,
    regionName,
  };
}

interface AboutHardware {
  readonly providerName: string;
  readonly instanceSize: string;
  readonly leading: SentHardware;
  readonly nodeCount: number;
  readonly disk: Disk;
  readonly fault: Refusing;
}

function chooseHardware(sent: SentHardware | undefined, at: string, about: AboutHardware): Hardware {
  const { providerName, leading, disk, fault } = about;
  const { instanceSize = about.instanceSize, nodeCount = about.nodeCount } = sent ?? {};
  if (providerName === "TENANT") {
    const size = tenantSizes.get(instanceSize);
    if (size === undefined) throw wrongSize(instanceSize, at, fault);
    return { instanceSize, diskSizeGB: size, nodeCount };
  }
  const known = providerNames.find((each) => each === providerName);
  if (known === undefined || !sizes[known].includes(instanceSize)) throw wrongSize(instanceSize, at, fault);
  const diskSizeGB = sent?.diskSizeGB ?? disk.size;
  checkDisk(sent?.diskSizeGB ?? disk.least, `${at}.diskSizeGB`, disk.least, fault);
  const isAws = providerName === "AWS";
  const own = defaultVolume(known, instanceSize);
  const diskIOPS = sent?.diskIOPS ?? leading.diskIOPS ?? own.diskIOPS;
  const ebsVolumeType = sent?.ebsVolumeType ?? leading.ebsVolumeType ?? own.ebsVolumeType;
  const least = leastOperations(instanceSize, ebsVolumeType);
  if (isAws && sent?.diskIOPS !== undefined && sent.diskIOPS < least) {
    throw fault(
      "INVALID_ATTRIBUTE",
      { attribute: "diskIOPS" },
      wrongField(`${at}.diskIOPS`, `The value must be at least ${least}.`),
    );
  }
  return {
    instanceSize,
    ...(diskIOPS !== undefined && { diskIOPS }),
    diskSizeGB,
    ...(isAws && ebsVolumeType && { ebsVolumeType }),
    nodeCount,
  };
}

const scalingOf = ({ compute, diskGB }: SentScaling = {}): Scaling => ({
  compute: sortMembers({ enabled: false, scaleDownEnabled: false, ...compute }),
  diskGB: { enabled: false, ...diskGB },
});

function checkShape(shards: readonly Wanted[], clusterType: ClusterType, fault: Refusing): void {
  const wrong = (description: string) =>
    fault("INVALID_CLUSTER_CONFIGURATION", {}, wrongField("replicationSpecs", description));
  if (shards.length > mostShards) throw tooMany("replicationSpecs", fault);
  if (clusterType === "REPLICASET" && shards.length > 1) throw wrong("A replica set has one shard.");
  const disks = new Set<number>();
  for (const { regionConfigs } of shards) {
    const [first] = regionConfigs;
    const isShared = regionConfigs.some(({ providerName }) => providerName === "TENANT");
    if (isShared && clusterType !== "REPLICASET") {
      throw fault("SHARDING_NOT_SUPPORTED", { instanceSize: first?.electableSpecs.instanceSize ?? "" });
    }
    if (isShared && regionConfigs.length > 1) throw wrong("A cluster that shares machines has one region.");
    const electable = regionConfigs.reduce((sum, { electableSpecs }) => sum + electableSpecs.nodeCount, 0);
    if (!isShared && ![3, 5, 7].includes(electable)) throw fault("CLUSTER_REPLICATION_FACTOR_INVALID", {});
    for (const { electableSpecs, readOnlySpecs, analyticsSpecs } of regionConfigs) {
      for (const { diskSizeGB } of [electableSpecs, readOnlySpecs, analyticsSpecs]) disks.add(diskSizeGB);
    }
  }
  if (disks.size > 1) throw fault("DISK_SIZE_GB_INCONSISTENT", {});
}
