// Finds the deployments of clusters, by the settings and by the URLs of clusters.
import {
  type ClusterConnections,
  noDeployment,
  notShared,
} from "../../atlas/clusters/rules/cluster-connections.ts";
import type { ClusterSettings } from "../../atlas/clusters/services.ts";
import { connectionString, deploymentOf, type NamedDeployment } from "../../core/domain/deployment-url.ts";
import { type OpenDeployment, Refused } from "./deployment.ts";
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

/** Returns the question to the deployment of a cluster which collections a database has. */
export const createCollections =
  (find: FindDeployment, open: OpenDeployment): ClusterSettings["collections"] =>
  async (cluster, { database, collectionName }) => {
    const deployment = await open(find(cluster)?.url ?? "").catch(() => undefined);
    try {
      const command = { listCollections: 1, filter: { name: collectionName }, nameOnly: true };
      const listed = (await deployment?.run(command, database)) as Listed | undefined;
      return listed?.cursor.firstBatch.map(({ name }) => name) ?? [collectionName];
    } catch (reason) {
      // It refuses the name of a database that it cannot have.
      return reason instanceof Refused ? [] : [collectionName];
    } finally {
      await deployment?.close();
    }
  };

interface Listed {
  readonly cursor: { readonly firstBatch: readonly { readonly name: string }[] };
}
