// The shared parts of operations on flex clusters: their paths, how one is found, and how it looks.
import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, type Reads, toTimestamp } from "../../core/operations/declare.ts";
import { findAny } from "../clusters/common.ts";
import { type Cluster, defaultMajorVersion, type FlexCluster, releaseOf } from "../clusters/rules/cluster.ts";
import type { ClusterShown } from "../clusters/rules/cluster-views.ts";

export const isFlexCluster = (cluster: Resource<Cluster>): cluster is Resource<FlexCluster> =>
  cluster.document.kind === "FLEX";

export const findErrors = ["CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", "CLUSTER_NOT_FOUND"] as const;

export async function findFlexCluster(looking: {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
  readonly params: { readonly name: string };
  readonly fault: FaultMaker<(typeof findErrors)[number]>;
}): Promise<Resource<FlexCluster>> {
  const { name } = looking.params;
  const found = await findAny(looking, name);
  if (isFlexCluster(found)) return found;
  throw looking.fault("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", { name });
}

export function showFlexCluster(shown: ClusterShown<FlexCluster>) {
  const { cluster, state, connection, copied, isMadeUntagged } = shown;
  const { groupId, id, name, createdAt, document } = cluster;
  const { backingProviderName, regionName, tags, terminationProtectionEnabled } = document;
  return {
    backupSettings: { enabled: true },
    clusterType: "REPLICASET",
    connectionStrings: {
      ...(state !== "CREATING" && { standard: connection }),
      standardSrv: connection,
      ...copied,
    },
    createDate: toTimestamp(createdAt),
    groupId,
    id,
    mongoDBVersion: releaseOf(defaultMajorVersion),
    name,
    providerSettings: { backingProviderName, diskSizeGB: 5, providerName: "FLEX", regionName },
    stateName: state,
    ...(!isMadeUntagged && { tags: tags.map(({ key, value }) => ({ key, value })) }),
    terminationProtectionEnabled,
    versionReleaseSystem: "LTS",
  };
}
