// The use of machines by a cluster, as invoices count it: nodes by the SKU that they are charged as.

import type { Instant } from "../../../core/domain/instant.ts";
import type { Cluster } from "./cluster.ts";

/** A period in which a cluster had the same nodes. */
export interface ClusterUse {
  readonly groupId: string;
  readonly groupName: string;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly from: Instant;
  readonly until: Instant;
  /** The number of nodes by SKU. */
  readonly nodes: Readonly<Record<string, number>>;
}

/** Returns the SKU of the nodes of a size at a provider. */
export const skuOf = (provider: string, size: string): string => `NDS_${provider}_INSTANCE_${size}`;

/** Returns the nodes that are charged, by SKU: none while the cluster is paused or free, and one of a flex cluster. */
export function chargedNodes(cluster: Cluster): Readonly<Record<string, number>> {
  if (cluster.kind === "FLEX") return { [skuOf(cluster.backingProviderName, "FLEX")]: 1 };
  const nodes: Record<string, number> = {};
  if (cluster.settings.paused) return nodes;
  for (const region of cluster.shards.flatMap(({ regionConfigs }) => regionConfigs)) {
    const { backingProviderName: provider = region.providerName } = region;
    const { electableSpecs, readOnlySpecs, analyticsSpecs } = region.running ?? region;
    for (const { instanceSize, nodeCount } of [electableSpecs, readOnlySpecs, analyticsSpecs]) {
      if (nodeCount === 0 || instanceSize === "M0") continue;
      const sku = skuOf(provider, instanceSize);
      nodes[sku] = (nodes[sku] ?? 0) + nodeCount;
    }
  }
  return nodes;
}

interface Standing {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly document: Cluster;
  readonly createdAt: Instant;
}

/** Returns the use of a cluster since its nodes last changed, until an instant; undefined if nothing is charged. */
export function useOf(
  { id, groupId, name, document, createdAt }: Standing,
  groupName: string,
  until: Instant,
): ClusterUse | undefined {
  const nodes = chargedNodes(document);
  if (Object.keys(nodes).length === 0) return undefined;
  // A pause that ended by itself changed nothing that is stored.
  const resumedAt = (document.kind === "CLUSTER" && document.resumedAt) || 0;
  const from = Math.max(createdAt, document.usedSince ?? 0, resumedAt);
  return { groupId, groupName, clusterId: id, clusterName: name, from, until, nodes };
}
