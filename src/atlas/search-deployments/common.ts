// Parts that the operations on search nodes of clusters share: their path, how the cluster is found, and how the nodes look.

import type { ApiSearchDeploymentResponseView } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker, Instant, Reads } from "../../core/operations/declare.ts";
import { isAtlasCluster } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import { type AtlasCluster, isTenant } from "../clusters/rules/cluster.ts";
import { encryptions } from "../encryption-at-rest/kept.ts";
import { effectiveSpecs, stateOfDeployment } from "./rules/search-deployment.ts";
import { deploymentOf } from "./search-deployments.ts";

interface Looking {
  readonly tx: Reads;
  readonly now: Instant;
  readonly group: { readonly id: string };
}

export const findErrors = [
  "ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE",
  "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
] as const;

/** Finds a cluster on its own machines, which may have search nodes. */
export async function findSearched(
  context: Looking & {
    readonly params: { readonly clusterName: string };
    readonly fault: FaultMaker<(typeof findErrors)[number]>;
  },
): Promise<Resource<AtlasCluster>> {
  const { group, fault } = context;
  const { clusterName: name } = context.params;
  const wrong = (reason: string) =>
    fault("ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE", { attribute: "clusterName", reason });
  const found = await clusters.find(context, group, name);
  if (found === undefined) throw wrong(`Cannot find cluster with the name ${name}`);
  if (!isAtlasCluster(found)) throw fault("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", { name });
  if (isTenant(found.document)) throw wrong(`Cluster ${name} is smaller than M10`);
  return found;
}

export interface DeploymentSeen {
  readonly cluster: Resource<AtlasCluster>;
  readonly now: Instant;
  readonly isEncrypted: boolean;
  /** True if this request changed it. */
  readonly isChanged?: boolean;
}

/** Reads the search nodes. The encryption provider is looked up if the cluster is encrypted with a customer's key. */
export async function seen(
  { group, now, ...reading }: Looking,
  cluster: Resource<AtlasCluster>,
): Promise<DeploymentSeen> {
  const mayBe = cluster.document.settings.encryptionAtRestProvider !== "NONE";
  const isEncrypted = mayBe && (await encryptions.read({ ...reading, now }, group)).enabledForSearchNodes;
  return { cluster, now, isEncrypted };
}

/** Shows the search nodes; an empty object if there are none. */
export function showDeployment({
  cluster,
  now,
  isEncrypted,
  isChanged,
}: DeploymentSeen): ApiSearchDeploymentResponseView {
  const { groupId, document } = cluster;
  const deployment = deploymentOf(cluster, now);
  if (deployment === undefined) return {};
  const regions = document.shards[0]?.regionConfigs ?? [];
  const all = regions.map(({ providerName, regionName }) => ({ cloudProvider: providerName, regionName }));
  return {
    effectiveSpecs: effectiveSpecs(deployment, all),
    encryptionAtRestProvider: isEncrypted ? document.settings.encryptionAtRestProvider : "NONE",
    groupId,
    id: deployment.id,
    specs: deployment.specs.map(({ instanceSize, nodeCount }) => ({ instanceSize, nodeCount })),
    stateName: isChanged ? "UPDATING" : stateOfDeployment(deployment, now),
  } as ApiSearchDeploymentResponseView;
}
