// Clusters in the form of version 2023-01-01 and version 1.0: one size for all nodes, and the number of nodes in each region.
import { azureDiskOf, azureDisks } from "../../../core/contract/cluster-hardware.ts";
import { grouped } from "../../../core/domain/grouped.ts";
import type { SentCluster } from "../../../core/domain/sent.ts";
import { sortMembers } from "../../../core/domain/sorted-members.ts";
import type { AtlasCluster, RegionConfig, Scaling, Shard } from "./cluster.ts";

type SentSpec = NonNullable<SentCluster["replicationSpecs"]>[number];
type SentRegion = NonNullable<SentSpec["regionConfigs"]>[number];
type Regions = NonNullable<SentSpec["regionsConfig"]>;

const legacyMembers = [
  "numShards",
  "providerSettings",
  "replicationFactor",
  "replicationSpec",
  "autoScaling",
  "providerBackupEnabled",
] as const;

const isLegacy = (sent: SentCluster): boolean =>
  legacyMembers.some((name) => sent[name] !== undefined) ||
  (sent.replicationSpecs ?? []).some(({ regionsConfig }) => regionsConfig !== undefined);

/** Translates a legacy request into the form of later versions. */
export function fromLegacy(sent: SentCluster, before: AtlasCluster | null): SentCluster {
  if (!isLegacy(sent)) return sent;
  const { providerBackupEnabled, clusterType = before?.clusterType ?? "REPLICASET", ...rest } = sent;
  // Clients of version 1.0 send both; `backupEnabled` there is of a kind of backups that has ended.
  const backupEnabled = providerBackupEnabled ?? sent.backupEnabled;
  const specs = specsOf(sent, before);
  const diskSizeGB = sent.diskSizeGB ?? azureDisks.get(sent.providerSettings?.diskTypeName ?? "");
  return {
    ...rest,
    clusterType,
    ...(diskSizeGB !== undefined && { diskSizeGB }),
    ...(backupEnabled !== undefined && { backupEnabled }),
    replicationSpecs: specs.map(({ regionsConfig = {}, numShards = sent.numShards ?? 1, ...spec }) => ({
      ...(spec.zoneName !== undefined && { zoneName: spec.zoneName }),
      numShards,
      regionConfigs: Object.entries(regionsConfig).map(([regionName, nodes]) =>
        regionOf(regionName, nodes, sent, before),
      ),
    })),
  };
}

/**
 * Returns the regions of the request, or the existing ones, or one region with the nodes and the zone of the first existing
 * one.
 */
function specsOf(sent: SentCluster, before: AtlasCluster | null): readonly SentSpec[] {
  if (sent.replicationSpecs !== undefined) return sent.replicationSpecs;
  const there = before === null ? [] : showLegacySpecs(before);
  const [{ zoneName = undefined, numShards = 1, regionsConfig = {} } = {}] = there;
  const shape = { ...(zoneName !== undefined && { zoneName }), numShards: sent.numShards ?? numShards };
  if (sent.replicationSpec !== undefined) return [{ ...shape, regionsConfig: sent.replicationSpec }];
  const [[first, nodes] = [], second] = Object.entries(regionsConfig);
  const { regionName = first } = sent.providerSettings ?? {};
  const isResized = sent.replicationFactor !== undefined && there.length === 1 && second === undefined;
  if (regionName !== undefined && Object.hasOwn(regionsConfig, regionName) && !isResized) {
    return there.map((spec) => ({ ...spec, numShards: sent.numShards ?? spec.numShards }));
  }
  const electableNodes = sent.replicationFactor ?? nodes?.electableNodes ?? 3;
  const moved = { priority: 7, ...nodes, electableNodes };
  return [{ ...shape, regionsConfig: regionName === undefined ? {} : { [regionName]: moved } }];
}

function regionOf(
  regionName: string,
  { analyticsNodes = 0, electableNodes = 0, priority = 7, readOnlyNodes = 0 }: Regions[string],
  { providerSettings = {}, autoScaling }: SentCluster,
  before: AtlasCluster | null,
): SentRegion {
  const there = before?.shards[0]?.regionConfigs[0];
  const has = there?.electableSpecs;
  const instanceSize = providerSettings.instanceSizeName ?? has?.instanceSize;
  // Another size begins with its own disk size.
  const disk = instanceSize === has?.instanceSize ? has : undefined;
  const hardware = {
    instanceSize,
    diskIOPS: providerSettings.diskIOPS ?? disk?.diskIOPS,
    ebsVolumeType: providerSettings.volumeType ?? disk?.ebsVolumeType,
  };
  const backingProviderName = providerSettings.backingProviderName ?? there?.backingProviderName;
  return {
    ...definedIn({ providerName: providerSettings.providerName ?? there?.providerName, backingProviderName }),
    priority,
    regionName,
    electableSpecs: definedIn({ ...hardware, nodeCount: electableNodes }),
    readOnlySpecs: definedIn({ ...hardware, nodeCount: readOnlyNodes }),
    analyticsSpecs: definedIn({ ...hardware, nodeCount: analyticsNodes }),
    autoScaling: {
      compute: definedIn({
        ...there?.autoScaling.compute,
        ...autoScaling?.compute,
        ...providerSettings.autoScaling?.compute,
      }),
      diskGB: definedIn({ enabled: autoScaling?.diskGBEnabled ?? there?.autoScaling.diskGB.enabled }),
    },
  } as SentRegion;
}

const definedIn = (members: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** Returns the zones that versions before 2024-08-05 show in place of shards: the first shard of each, and their number. */
export const zonesOf = ({ shards }: Pick<AtlasCluster, "shards">): [Shard, number][] =>
  [...grouped(shards, ({ zoneId }) => zoneId).values()].flatMap((all) =>
    all[0] === undefined ? [] : [[all[0], all.length]],
  );

const nodesOf = (region: RegionConfig) => ({
  analyticsNodes: region.analyticsSpecs.nodeCount,
  electableNodes: region.electableSpecs.nodeCount,
  priority: region.priority,
  readOnlyNodes: region.readOnlySpecs.nodeCount,
});

export const showLegacySpecs = (cluster: AtlasCluster) =>
  zonesOf(cluster).map(([shard, numShards]) => ({
    id: shard.earlierId,
    numShards,
    regionsConfig: Object.fromEntries(
      shard.regionConfigs.map((each) => [each.regionName, nodesOf(each)] as const),
    ),
    zoneName: shard.zoneName,
  }));

function boundsOf({ maxInstanceSize, minInstanceSize }: Partial<Scaling["compute"]> = {}) {
  return { ...(maxInstanceSize && { maxInstanceSize }), ...(minInstanceSize && { minInstanceSize }) };
}

/** Returns the members that version 2023-01-01 shows in place of the regions of shards. */
export function showLegacyHardware(cluster: AtlasCluster) {
  const [shard] = cluster.shards;
  const region = shard?.regionConfigs[0];
  const { instanceSize = "", diskIOPS, diskSizeGB = 0, ebsVolumeType } = region?.electableSpecs ?? {};
  const isTenant = region?.providerName === "TENANT";
  const [spec] = showLegacySpecs(cluster);
  const factor = (shard?.regionConfigs ?? []).reduce((sum, each) => sum + each.electableSpecs.nodeCount, 0);
  const { compute, diskGB } = region?.autoScaling ?? {};
  return {
    // Clients of version 1.0 read both members of all clusters, M0 too, without a check.
    autoScaling: {
      compute: { enabled: compute?.enabled ?? false, scaleDownEnabled: compute?.scaleDownEnabled ?? false },
      diskGBEnabled: diskGB?.enabled ?? false,
    },
    backupEnabled: false,
    // The Terraform provider expects global clusters to have none.
    ...(cluster.clusterType !== "GEOSHARDED" && { numShards: spec?.numShards ?? 1 }),
    providerBackupEnabled: cluster.settings.backupEnabled,
    providerSettings: sortMembers({
      autoScaling: { compute: boundsOf(compute) },
      providerName: region?.providerName as "AWS",
      ...(isTenant && {
        backingProviderName: region?.backingProviderName as "AWS",
        effectiveInstanceSizeName: instanceSize === "M0" ? "M0" : "FLEX",
      }),
      ...(diskIOPS !== undefined && { diskIOPS }),
      ...(region?.providerName === "AZURE" && { diskTypeName: azureDiskOf(diskSizeGB) }),
      instanceSizeName: instanceSize,
      ...(shard?.regionConfigs.length === 1 && { regionName: region?.regionName ?? "" }),
      ...(ebsVolumeType !== undefined && { volumeType: ebsVolumeType as "STANDARD" }),
    }),
    replicationFactor: isTenant ? 3 : factor,
    replicationSpec: spec?.regionsConfig ?? {},
  };
}
