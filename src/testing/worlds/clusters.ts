// Clusters of a project, as they are read and compared: what was requested, not their state.

import { defaultMajorVersion } from "../../atlas/clusters/rules/cluster.ts";
import { regionOf, requestOf } from "../../atlas/clusters/rules/cluster-request.ts";
import { newSettings, newTls } from "../../atlas/clusters/rules/cluster-settings.ts";
import { defaultDisk } from "../../core/contract/cluster-hardware.ts";
import type { SentCluster } from "../../core/domain/sent.ts";
import type { SeedGroup } from "../seed/document.ts";
import { backupsIn, keptKinds, keptLists, keptValuesOf } from "./backups.ts";
import { tagText } from "./data-access.ts";
import { fit, formOf, withoutEmpty } from "./form.ts";
import { globalWritesIn, writesLists } from "./global-writes.ts";
import { composeKinds, creationIn, type GroupKinds, type Reading, readKinds, valuesOf } from "./kinds.ts";

export type SeedCluster = NonNullable<SeedGroup["clusters"]>[number];
type Specs = NonNullable<SentCluster["replicationSpecs"]>;
type Region = NonNullable<Specs[number]["regionConfigs"]>[number];

/** The settings of a new cluster, which a seed leaves out. */
const defaults = {
  clusterType: "REPLICASET",
  mongoDBMajorVersion: defaultMajorVersion,
  ...newSettings,
  replicaSetScalingStrategy: "WORKLOAD_TYPE",
  rootCertType: "ISRGROOTX1",
  ...newTls,
};

const order = [
  "id",
  "name",
  "clusterType",
  "zoneName",
  "providerName",
  "backingProviderName",
  "regionName",
  "priority",
  "electableSpecs",
  "readOnlySpecs",
  "analyticsSpecs",
  "instanceSize",
  "replicationSpecs",
  "mongoDBMajorVersion",
  "versionReleaseSystem",
  "backupEnabled",
  "pitEnabled",
  "paused",
  "terminationProtectionEnabled",
  "tags",
];

const fitted = (cluster: object) =>
  fit(formOf(["SeedGroup", "clusters"]), cluster, { order, defaults }) as SeedCluster;

/** The members of an answer that say what the server made of a cluster. */
interface Made {
  readonly createDate?: string | undefined;
  readonly connectionStrings?: { readonly standardSrv?: string | undefined } | undefined;
  readonly featureCompatibilityVersion?: string | undefined;
  readonly featureCompatibilityVersionExpirationDate?: string | undefined;
  readonly mongoDBEmployeeAccessGrant?: object | undefined;
}

/** Leaves out connection strings that a copy has by itself. */
const keepMade = ({ connectionStrings, ...made }: Made): object => ({
  ...creationIn(made),
  ...(!/invalid\b/.test(connectionStrings?.standardSrv ?? "invalid") && { connectionStrings }),
});

export const keepCluster = ({ replicationSpecs = [], ...cluster }: SentCluster & Made): SeedCluster => {
  const { featureCompatibilityVersion: version, mongoDBEmployeeAccessGrant: employeeAccess } = cluster;
  const expirationDate = cluster.featureCompatibilityVersionExpirationDate;
  return fitted({
    ...cluster,
    ...shortOf(replicationSpecs),
    connectionStrings: undefined,
    ...keepMade(cluster),
    shards: replicationSpecs,
    employeeAccess,
    ...(expirationDate !== undefined && { featureCompatibility: { version, expirationDate } }),
  });
};

/** Returns provider, region and size if these are sufficient, or else shards. */
function shortOf(specs: Specs): object {
  const [region] = specs[0]?.regionConfigs ?? [];
  if (region === undefined) return {};
  const { providerName, backingProviderName, regionName, electableSpecs } = region;
  const short = {
    ...(providerName === "TENANT" ? { backingProviderName } : { providerName }),
    regionName,
    instanceSize: electableSpecs?.instanceSize,
  };
  const asShort = requestOf({ name: "", ...short } as SeedCluster).replicationSpecs ?? [];
  if (specs.length === 1 && specTexts(asShort).join() === specTexts(specs).join()) return short;
  return { replicationSpecs: specs.map(keepSpec) };
}

/** Leaves out kinds of nodes that a region does not have, and scaling that is turned off. */
const keepSpec = ({ zoneName, regionConfigs = [] }: Specs[number]): object => ({
  zoneName,
  regionConfigs: regionConfigs.map(({ readOnlySpecs, analyticsSpecs, autoScaling, ...region }) => ({
    ...region,
    ...(readOnlySpecs?.nodeCount && { readOnlySpecs }),
    ...(analyticsSpecs?.nodeCount && { analyticsSpecs }),
    ...(isScaling(autoScaling) && { autoScaling }),
  })),
});

const isScaling = (scaling: Region["autoScaling"]): boolean =>
  scaling?.compute?.enabled === true || scaling?.diskGB?.enabled === true;

/** Returns texts such as `Zone 1: AWS US_EAST_1 M10 3 nodes, 10 GB`. */
const specTexts = (specs: Specs): string[] =>
  specs.flatMap(({ zoneName = "Zone 1", regionConfigs = [] }) =>
    regionConfigs.map((region) => `${zoneName}: ${regionText(region)}`),
  );

function regionText({ regionName = "", ...region }: Region): string {
  const { providerName = "AWS", backingProviderName = "" } = region;
  const { electableSpecs, readOnlySpecs, analyticsSpecs } = region;
  const { instanceSize = "", nodeCount = 3, ...disk } = electableSpecs ?? {};
  if (providerName === "TENANT") return `${backingProviderName} ${regionName} ${instanceSize}`;
  const { diskSizeGB = defaultDisk([{ providerName, instanceSize }]) } = disk;
  const others = [readOnlySpecs, analyticsSpecs].map((specs) => specs?.nodeCount ?? 0);
  const count = others.some((each) => each > 0) ? [nodeCount, ...others].join("+") : nodeCount;
  return `${providerName} ${regionName} ${instanceSize} ${count} nodes, ${diskSizeGB} GB${isScaling(region.autoScaling) ? ", scaling" : ""}`;
}

interface Flex extends Made {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly providerSettings: {
    readonly backingProviderName?: string | undefined;
    readonly regionName?: string | undefined;
  };
  readonly tags?: readonly { readonly key: string; readonly value: string }[] | undefined;
  readonly terminationProtectionEnabled?: boolean | undefined;
}

export const keepFlex = ({ providerSettings, ...flex }: Flex): SeedCluster => {
  const { backingProviderName, regionName } = providerSettings;
  const { id, name, tags, terminationProtectionEnabled } = flex;
  return fitted({
    id,
    ...keepMade(flex),
    name,
    providerName: "FLEX",
    backingProviderName,
    regionName,
    tags,
    terminationProtectionEnabled,
  });
};

const isLasting = ({ stateName }: { readonly stateName?: string | undefined }) => stateName !== "DELETING";

/**
 * Returns the ids that versions before 2024-08-05 show for zones, by `cluster/zone`: the deprecated resource `mongodbatlas_cluster`
 * has them in its state. Atlas ends those versions on 2027-07-01.
 */
async function readEarlierIds({ reader, client, params, prefix }: Reading) {
  const listed = await reader.listIfThere(
    `${prefix}clusters.earlierIds`,
    (page) => client.listGroupClusters({ groupId: params.groupId ?? "", ...page }, { version: "2023-02-01" }),
    ({ name, replicationSpecs = [] }) =>
      replicationSpecs.map(({ id, zoneName }) => [`${name}/${zoneName}`, id] as const),
  );
  return new Map(listed.flat());
}

async function readClusters(reading: Reading): Promise<SeedCluster[]> {
  const { reader, client, params, prefix } = reading;
  const groupId = params.groupId ?? "";
  const clusters = await reader.list(
    `${prefix}clusters`,
    (page) => client.listGroupClusters({ groupId, ...page }),
    (cluster) =>
      isLasting(cluster) ? { read: backupsIn(cluster), cluster: keepCluster(cluster as SentCluster) } : null,
  );
  const kept: SeedCluster[] = [];
  const lasting = clusters.filter((each) => each !== null);
  const earlierIds = lasting.length === 0 ? new Map() : await readEarlierIds(reading);
  for (const { read, cluster } of lasting) {
    const { name: clusterName } = cluster;
    const zones = new Map(read.zones);
    const shards = cluster.shards?.map((shard) => {
      const earlierId = earlierIds.get(`${clusterName}/${zones.get(shard.zoneId)}`);
      return { ...shard, ...withoutEmpty({ earlierId }) };
    });
    const isGlobal = cluster.clusterType === "GEOSHARDED";
    const kinds = { ...keptKinds(read), ...(isGlobal && globalWritesIn(read.zones)) };
    const inside = await readKinds(kinds, ["SeedGroup", "clusters"], {
      ...reading,
      params: { groupId, clusterName },
      prefix: `${prefix}clusters.${clusterName}.`,
    });
    kept.push({ ...cluster, ...withoutEmpty({ shards }), ...composeKinds(kinds, inside) });
  }
  const flex = await reader.list(
    `${prefix}flexClusters`,
    (page) => client.listGroupFlexClusters({ groupId, ...page }),
    (cluster) => (isLasting(cluster) ? keepFlex(cluster) : null),
  );
  return [...kept, ...flex.filter((each) => each !== null)];
}

const isFlex = ({ providerName }: SeedCluster) => providerName === "FLEX";

/** The compared settings, without databases, which only a seed has. */
const compared = {
  defaults,
  ignored: [
    "id",
    "createdAt",
    "shards",
    "searchDeploymentId",
    "connectionStrings",
    "name",
    "deployment",
    "providerName",
    "backingProviderName",
    "regionName",
    "instanceSize",
    "replicationSpecs",
    "backupSchedule",
    "globalWrites",
  ],
  lists: {
    shards: (cluster: SeedCluster) => {
      if (!isFlex(cluster)) return specTexts(requestOf(cluster).replicationSpecs ?? []).sort();
      const { backingProviderName = "AWS", regionName } = cluster;
      return [`FLEX ${backingProviderName} ${regionOf(backingProviderName, regionName)}`];
    },
    tags: ({ tags = [] }: SeedCluster) => tags.map(tagText).sort(),
    labels: ({ labels = [] }: SeedCluster) => labels.map(tagText).sort(),
    ...keptLists,
    ...writesLists,
  },
};

export const clusterKinds = {
  clusters: {
    read: readClusters,
    part: (cluster) => (isFlex(cluster) ? "flexClusters" : "clusters"),
    ...compared,
    values: (cluster) => ({ ...keptValuesOf(cluster), ...valuesOf(compared, cluster) }),
  },
} satisfies GroupKinds;
