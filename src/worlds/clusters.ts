// Clusters of a project, as they are read and as they are compared: what they are asked to be, not what becomes of them.
import type { AtlasClient } from "../client/client.ts";
import { defaultDisk } from "../contract/cluster-hardware.ts";
import { type Cluster, defaultMajorVersion } from "../domain/cluster.ts";
import { regionOf, requestOf } from "../domain/cluster-request.ts";
import type { Instant } from "../domain/instant.ts";
import type { SentCluster } from "../domain/sent.ts";
import type { SeedGroup } from "../seed/document.ts";
import { backupsIn, keepRowOf, keptListsOf, keptValuesOf, readKeptOf } from "./backups.ts";
import type { DoorItem } from "./item.ts";
import { inOrderOf, pick } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

export type SeedCluster = NonNullable<SeedGroup["clusters"]>[number];
type Region = NonNullable<NonNullable<SentCluster["replicationSpecs"]>[number]["regionConfigs"]>[number];

const flags = ["backupEnabled", "pitEnabled", "paused", "terminationProtectionEnabled"] as const;

/** Of what is false, or as it is by default, a seed says nothing. */
export function keepCluster(cluster: SentCluster): SeedCluster {
  const {
    name = "",
    clusterType,
    versionReleaseSystem,
    mongoDBMajorVersion,
    replicationSpecs = [],
  } = cluster;
  const on = flags.filter((flag) => cluster[flag] === true);
  return {
    name,
    ...(clusterType && clusterType !== "REPLICASET" && { clusterType }),
    ...shortOf(replicationSpecs),
    ...(mongoDBMajorVersion && mongoDBMajorVersion !== defaultMajorVersion && { mongoDBMajorVersion }),
    ...(versionReleaseSystem === "CONTINUOUS" && { versionReleaseSystem }),
    ...Object.fromEntries(on.map((flag) => [flag, true])),
    ...(cluster.tags?.length && { tags: cluster.tags }),
  };
}

type Specs = NonNullable<SentCluster["replicationSpecs"]>;

/** Provider, region and size where these say everything. */
function shortOf(specs: Specs): Partial<SeedCluster> {
  const [spec, ...others] = specs;
  const [region] = spec?.regionConfigs ?? [];
  if (region === undefined) return {};
  const { providerName, backingProviderName, regionName = "", electableSpecs = {} } = region;
  const instanceSize = electableSpecs.instanceSize ?? "";
  const short: Partial<SeedCluster> = {
    ...(providerName === "TENANT" ? { backingProviderName } : { providerName }),
    regionName,
    instanceSize,
  } as Partial<SeedCluster>;
  const asShort = specTexts(requestOf({ name: "", ...short }).replicationSpecs ?? []);
  if (others.length === 0 && asShort.join() === specTexts(specs).join()) return short;
  return { replicationSpecs: specs.map(keepSpec) as NonNullable<SeedCluster["replicationSpecs"]> };
}

const hardware = ["instanceSize", "diskIOPS", "diskSizeGB", "ebsVolumeType", "nodeCount"];

const keepSpec = ({ zoneName, regionConfigs = [] }: Specs[number]): object => ({
  ...(zoneName !== undefined && { zoneName }),
  regionConfigs: regionConfigs.map((region) => ({
    ...pick<object>(region, ["providerName", "backingProviderName", "regionName", "priority"]),
    ...Object.fromEntries(
      (["electableSpecs", "readOnlySpecs", "analyticsSpecs"] as const).flatMap((name) =>
        (region[name]?.nodeCount ?? 0) > 0 || (name === "electableSpecs" && region[name])
          ? [[name, pick<object>(region[name] ?? {}, hardware)]]
          : [],
      ),
    ),
    ...(isScaling(region) && { autoScaling: region.autoScaling }),
  })),
});

const isScaling = ({ autoScaling }: Region): boolean =>
  autoScaling?.compute?.enabled === true || autoScaling?.diskGB?.enabled === true;

/** Such as `Zone 1: AWS US_EAST_1 M10 3 nodes, 10 GB`. */
const specTexts = (specs: Specs): string[] =>
  specs.flatMap(({ zoneName = "Zone 1", regionConfigs = [] }) =>
    regionConfigs.map((region) => `${zoneName}: ${regionText(region)}`),
  );

function regionText({ providerName, backingProviderName, regionName = "", ...region }: Region): string {
  const { electableSpecs, readOnlySpecs, analyticsSpecs } = region;
  const { instanceSize = "" } = electableSpecs ?? {};
  const diskSizeGB =
    electableSpecs?.diskSizeGB ?? defaultDisk([{ providerName: providerName ?? "", instanceSize }]);
  if (providerName === "TENANT") return `${backingProviderName ?? ""} ${regionName} ${instanceSize}`;
  const nodes = [
    electableSpecs?.nodeCount ?? 3,
    readOnlySpecs?.nodeCount ?? 0,
    analyticsSpecs?.nodeCount ?? 0,
  ];
  const count = nodes.slice(1).some((each) => each > 0) ? nodes.join("+") : String(nodes[0]);
  return `${providerName} ${regionName} ${instanceSize} ${count} nodes, ${diskSizeGB} GB${isScaling(region) ? ", scaling" : ""}`;
}

interface Flex {
  readonly name?: string | undefined;
  readonly providerSettings: {
    readonly backingProviderName?: string | undefined;
    readonly regionName?: string | undefined;
  };
  readonly tags?: readonly { readonly key: string; readonly value: string }[] | undefined;
  readonly terminationProtectionEnabled?: boolean | undefined;
}

export const keepFlex = ({ name = "", providerSettings, tags = [], ...flex }: Flex): SeedCluster =>
  ({
    name,
    providerName: "FLEX",
    ...pick<object>(providerSettings, ["backingProviderName", "regionName"]),
    ...(flex.terminationProtectionEnabled && { terminationProtectionEnabled: true }),
    ...(tags.length > 0 && { tags }),
  }) as SeedCluster;

/** As a row of a store has it. */
export function keepRow(document: Cluster, name: string, now: Instant): SeedCluster {
  if (document.kind === "FLEX") return keepFlex({ ...document, name, providerSettings: document });
  const { settings, clusterType, majorVersion: mongoDBMajorVersion, shards: replicationSpecs } = document;
  const kept: unknown = { ...settings, name, clusterType, mongoDBMajorVersion, replicationSpecs };
  return { ...keepCluster(kept as SentCluster), ...keepRowOf(document, now) };
}

const isLasting = ({ stateName }: { readonly stateName?: string | undefined }) => stateName !== "DELETING";

export async function readClusters(reader: PartsReader, client: AtlasClient, groupId: string) {
  const clusters = await reader.list(
    parts.groupClusters(groupId),
    (page) => client.listGroupClusters({ groupId, ...page }),
    (cluster) =>
      isLasting(cluster) ? { read: backupsIn(cluster), cluster: keepCluster(cluster as SentCluster) } : null,
  );
  const kept: SeedCluster[] = [];
  for (const each of clusters) {
    if (each === null) continue;
    const { name } = each.cluster;
    kept.push({ ...each.cluster, ...(await readKeptOf(reader, client, groupId, { name, ...each.read })) });
  }
  const flex = await reader.list(
    parts.groupFlexClusters(groupId),
    (page) => client.listGroupFlexClusters({ groupId, ...page }),
    (cluster) => (isLasting(cluster) ? keepFlex(cluster) : null),
  );
  return [...kept, ...flex.filter((each) => each !== null)];
}

/** In the order of a seed; nothing where there are none. */
export const composeClusters = (clusters: readonly SeedCluster[]): Pick<SeedGroup, "clusters"> =>
  clusters.length === 0 ? {} : { clusters: inOrderOf(clusters, ({ name }) => name) };

/** As they are compared. Where their databases are is no part of it: a seed alone says that. */
export const clusterItems = ({ id = "", clusters = [] }: SeedGroup): DoorItem[] =>
  clusters.map((cluster) => {
    const isFlex = cluster.providerName === "FLEX";
    const { backingProviderName = "AWS", tags = [] } = cluster;
    const request = isFlex ? undefined : requestOf(cluster);
    return {
      noun: "cluster",
      name: cluster.name,
      part: (isFlex ? parts.groupFlexClusters : parts.groupClusters)(id),
      lists: {
        shards: request
          ? specTexts(request.replicationSpecs ?? []).sort()
          : [`FLEX ${backingProviderName} ${regionOf(backingProviderName, cluster.regionName)}`],
        tags: tags.map(({ key, value }) => `${key}=${value}`).sort(),
        ...keptListsOf(cluster),
      },
      values: {
        ...keptValuesOf(cluster),
        clusterType: cluster.clusterType ?? "REPLICASET",
        mongoDBMajorVersion: cluster.mongoDBMajorVersion ?? defaultMajorVersion,
        versionReleaseSystem: cluster.versionReleaseSystem ?? "LTS",
        ...Object.fromEntries(flags.map((flag) => [flag, cluster[flag] ?? false])),
      },
    };
  });
