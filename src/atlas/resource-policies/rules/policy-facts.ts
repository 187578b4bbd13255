// The facts about a cluster and its project that resource policies may use, with the names that Atlas documents.
import { type ProviderName, providerNames } from "../../../core/contract/cluster-hardware.ts";
import {
  type AtlasCluster,
  type Cluster,
  isTenant,
  type RegionConfig,
} from "../../clusters/rules/cluster.ts";
import { tlsOf } from "../../clusters/rules/cluster-settings.ts";
import { cloudRegion } from "./region-names.ts";

export interface ProjectFacts {
  readonly clustersInProject: number;
  readonly hasDatabaseAuditing: boolean;
  readonly hasDefinedMaintenanceWindow: boolean;
  readonly ipAccessList: readonly string[];
  readonly peeringConnections: readonly string[];
  readonly privateEndpoints: readonly string[];
}

export interface ClusterFacts {
  readonly cipherConfigMode: string;
  readonly cipherSuites: readonly string[];
  readonly cloudProviders: readonly string[];
  readonly clusterType: string;
  /** The mode; absent unless the cluster is sharded. */
  readonly configServerManagementMode?: string;
  /** The size of the disk; absent for clusters on shared machines. */
  readonly diskSizeGB?: number;
  readonly hasCustomerManagedKey: boolean;
  readonly isConvertingToSharded: boolean;
  /** The range of sizes of the general class, including those of auto-scaling; 30 for M30. */
  readonly minGeneralClassInstanceSizeValue?: number;
  readonly maxGeneralClassInstanceSizeValue?: number;
  readonly minShardCount: number;
  readonly maxShardCount: number;
  readonly minTLSVersion: string;
  readonly regions: readonly string[];
}

/** A cluster to ask about, with the texts of the policies. */
export interface PolicyQuestion {
  readonly policies: readonly { readonly id: string; readonly body: string }[];
  readonly orgId: string;
  readonly groupId: string;
  readonly clusterId: string;
  readonly cluster: ClusterFacts;
  readonly project: ProjectFacts;
}

/** Returns the facts of a cluster as it is, or as it will be after `before`. */
export function factsOf(cluster: Cluster, before?: Cluster): ClusterFacts {
  if (cluster.kind === "FLEX") {
    return { ...flexFacts, ...placesOf([[cluster.backingProviderName, cluster.regionName]]) };
  }
  const { clusterType, shards, settings } = cluster;
  const configs = shards.flatMap(({ regionConfigs }) => regionConfigs);
  const isConvertingToSharded =
    before?.kind === "CLUSTER" && before.clusterType === "REPLICASET" && clusterType !== "REPLICASET";
  return {
    ...securityOf(cluster),
    ...placesOf(
      configs.map(({ providerName, backingProviderName, regionName }) => [
        backingProviderName ?? providerName,
        regionName,
      ]),
    ),
    ...machinesOf(cluster, configs),
    clusterType: clusterType.toLowerCase(),
    ...(clusterType !== "REPLICASET" && {
      configServerManagementMode: settings.configServerManagementMode.toLowerCase(),
    }),
    isConvertingToSharded,
    // A replica set becomes a cluster of one shard first.
    minShardCount: isConvertingToSharded ? 1 : shards.length,
    maxShardCount: shards.length,
  };
}

const flexFacts = {
  cipherConfigMode: "default",
  cipherSuites: [],
  clusterType: "replicaset",
  hasCustomerManagedKey: false,
  isConvertingToSharded: false,
  minShardCount: 1,
  maxShardCount: 1,
  minTLSVersion: "tls1_2",
} as const;

const isProvider = (name: string): name is ProviderName => providerNames.some((each) => each === name);

function placesOf(places: readonly (readonly [provider: string, region: string])[]) {
  const known = places.flatMap(([provider, region]) => (isProvider(provider) ? [{ provider, region }] : []));
  return {
    cloudProviders: unique(known.map(({ provider }) => provider.toLowerCase())),
    regions: unique(
      known.map(({ provider, region }) => `${provider.toLowerCase()}:${cloudRegion(provider, region)}`),
    ),
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The standard names of ciphers of TLS 1.2, which policies use, by OpenSSL's names. */
const standardNames: Readonly<Record<string, string>> = {
  "ECDHE-RSA-AES128-GCM-SHA256": "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  "ECDHE-RSA-AES256-GCM-SHA384": "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
};

function securityOf(cluster: AtlasCluster) {
  const tls = tlsOf(cluster);
  const ciphers: readonly string[] = [
    ...tls.customOpensslCipherConfigTls12,
    ...tls.customOpensslCipherConfigTls13,
  ];
  return {
    cipherConfigMode: tls.tlsCipherConfigMode.toLowerCase(),
    cipherSuites: unique(ciphers.map((each) => standardNames[each] ?? each)),
    hasCustomerManagedKey: cluster.settings.encryptionAtRestProvider !== "NONE",
    minTLSVersion: tls.minimumEnabledTlsProtocol.toLowerCase(),
  };
}

const specsOf = ({ electableSpecs, readOnlySpecs, analyticsSpecs }: RegionConfig) => [
  electableSpecs,
  ...[readOnlySpecs, analyticsSpecs].filter(({ nodeCount }) => nodeCount > 0),
];

/** Matches sizes of the general class, `M30` and `M30_GEN_2`, but neither `R40` (low CPU) nor `M40_NVME`. */
const generalSize = /^M(\d+)(?:_GEN_\d+)?$/;

function machinesOf(cluster: AtlasCluster, configs: readonly RegionConfig[]) {
  const scales = configs.flatMap(({ autoScaling, analyticsAutoScaling }) => [
    autoScaling.compute,
    ...(analyticsAutoScaling === undefined ? [] : [analyticsAutoScaling.compute]),
  ]);
  const bounds = scales.filter(({ enabled }) => enabled);
  const sizes = configs.flatMap(specsOf).map(({ instanceSize }) => instanceSize);
  const least = valuesOf([...sizes, ...bounds.map(({ minInstanceSize }) => minInstanceSize)]);
  const most = valuesOf([...sizes, ...bounds.map(({ maxInstanceSize }) => maxInstanceSize)]);
  const disk = configs[0]?.electableSpecs.diskSizeGB;
  return {
    ...(least.length > 0 && { minGeneralClassInstanceSizeValue: Math.min(...least) }),
    ...(most.length > 0 && { maxGeneralClassInstanceSizeValue: Math.max(...most) }),
    ...(disk !== undefined && !isTenant(cluster) && { diskSizeGB: Math.round(disk) }),
  };
}

const valuesOf = (sizes: readonly (string | undefined)[]): number[] =>
  sizes.flatMap((size) => {
    const [, value] = generalSize.exec(size ?? "") ?? [];
    return value === undefined ? [] : [Number(value)];
  });
