// Where clusters lead, by the settings and by the URLs that clusters bring along.
import { type ClusterConnections, type LeadingCluster, noDeployment } from "../domain/cluster-connections.ts";
import { connectionString, deploymentOf, type NamedDeployment } from "../domain/deployment-url.ts";

export function createConnections(
  configured: readonly NamedDeployment[],
  unseal: (sealed: string) => string,
): ClusterConnections {
  function find({ name, sealedSecret }: LeadingCluster) {
    let ownUrl: string | null = null;
    try {
      if (sealedSecret !== null) ownUrl = unseal(sealedSecret);
    } catch {
      // Sealed by another master secret: nobody knows any more where it leads, and the deployment of the others is not its own.
      return undefined;
    }
    return deploymentOf(configured, { name, ownUrl });
  }
  return {
    of(cluster) {
      const found = find(cluster);
      return found === undefined ? noDeployment.of(cluster) : connectionString(found.url);
    },
    nameOf: (cluster) => find(cluster)?.name,
  };
}
