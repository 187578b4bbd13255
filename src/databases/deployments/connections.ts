// Finds the deployments of clusters, by the settings and by the URLs of clusters.
import {
  type ClusterConnections,
  noDeployment,
  notShared,
} from "../../atlas/clusters/rules/cluster-connections.ts";
import { connectionString, deploymentOf, type NamedDeployment } from "../../core/domain/deployment-url.ts";
import type { FindDeployment, Owners } from "./owners.ts";

export const findDeployments =
  (configured: readonly NamedDeployment[], unseal: (sealed: string) => string): FindDeployment =>
  ({ name, sealedSecret }) => {
    let ownUrl: string | null = null;
    try {
      if (sealedSecret !== null) ownUrl = unseal(sealedSecret);
    } catch {
      // It was sealed by another master secret, so the deployment is unknown, and it must not get that of the other clusters.
      return undefined;
    }
    return deploymentOf(configured, { name, ownUrl });
  };

export function createConnections(
  find: FindDeployment,
  { admits }: Pick<Owners, "admits">,
): ClusterConnections {
  return {
    of(cluster) {
      const found = find(cluster);
      if (found === undefined) return noDeployment.of(cluster);
      return admits(found.name, cluster.orgId) ? connectionString(found.url) : notShared;
    },
    nameOf(cluster) {
      const name = find(cluster)?.name;
      return name !== undefined && admits(name, cluster.orgId) ? name : undefined;
    },
  };
}
