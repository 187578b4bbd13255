// The kinds of resources for clusters, their containers, and changes under way.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Cluster } from "./rules/cluster.ts";
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
