// The kinds of resources for clusters, their containers, and changes under way.

import type { Reading, Recording } from "../../core/changes/changing.ts";
import { type Resource, resourcesOf } from "../../core/changes/resources.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Cluster, OfCluster } from "./rules/cluster.ts";
import { clusterAt } from "./rules/cluster.ts";
import type { Container } from "./rules/cluster-containers.ts";

/**
 * The clusters by name, flex clusters too, with the URL of their own deployment as the secret. A deleted cluster ends a while
 * later.
 */
export const clusters = resourcesOf<Cluster>({
  kind: "cluster",
  events: { added: "CLUSTER_CREATED", removed: "CLUSTER_DELETED" },
  details: (clusterName) => ({ clusterName }),
  at: clusterAt,
});

/** The containers by id. They outlast the clusters that they were created for. */
export const containers = resourcesOf<Container>({
  kind: "container",
  events: { removed: "CONTAINER_DELETED" },
});

/** The event that ends a change of a cluster, by the name of the cluster. */
export const clusterChanges = resourcesOf<{ readonly type: "CLUSTER_READY" | "CLUSTER_UPDATE_COMPLETED" }>({
  kind: "clusterChange",
  events: { removed: ({ type }) => type },
  details: (clusterName) => ({ clusterName }),
});

type Ending = (changing: Reading & Recording, cluster: Resource<Cluster>, endsAt: Instant) => Promise<void>;
const endings: Ending[] = [];

/** Declares what happens to other things when a cluster is deleted. */
export const endWithClusters = (ending: Ending) => endings.push(ending);

/** Declares a kind of resource that belongs to a cluster, and is gone with it. */
export function belongingsOf<Document extends OfCluster>(
  of: Omit<Parameters<typeof resourcesOf<Document>>[0], "details">,
) {
  const kind = resourcesOf<Document>({
    ...of,
    details: (_, document) => (document === undefined ? {} : { clusterName: document.clusterName }),
  });
  const inCluster = async (reading: Reading, { id, groupId }: Resource<Cluster>) =>
    (await kind.all(reading, { id: groupId })).filter(({ document }) => document.clusterId === id);
  endWithClusters(async (changing, cluster, endsAt) => {
    for (const each of await inCluster(changing, cluster)) kind.end(changing, each, endsAt);
  });
  return { ...kind, inCluster };
}

/** Sets when all that belongs to a cluster will be gone. */
export const endBelongings: (...ending: Parameters<Ending>) => Promise<unknown> = (...ending) =>
  Promise.all(endings.map((end) => end(...ending)));
