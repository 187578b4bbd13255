// The clusters that projects keep, their containers, and changes that are under way.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Cluster } from "./rules/cluster.ts";
import { clusterAt } from "./rules/cluster.ts";
import type { Container } from "./rules/cluster-containers.ts";

/**
 * The clusters by name, flex clusters too; the secret is the URL of the cluster's own deployment. A deleted one ends a while
 * later.
 */
export const clusters = resourcesOf<Cluster>({
  kind: "cluster",
  events: { added: "CLUSTER_CREATED", removed: "CLUSTER_DELETED" },
  details: (clusterName) => ({ clusterName }),
  at: clusterAt,
});

/** The containers by id. They outlast the clusters that they were made for. */
export const containers = resourcesOf<Container>({ kind: "container", events: {} });

/** The event with which a change of a cluster ends, by the name of the cluster. */
export const clusterChanges = resourcesOf<{ readonly type: "CLUSTER_READY" | "CLUSTER_UPDATE_COMPLETED" }>({
  kind: "clusterChange",
  events: { removed: ({ type }) => type },
  details: (clusterName) => ({ clusterName }),
});
