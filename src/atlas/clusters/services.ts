// The services that operations on clusters need.

import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import type { ClusterConnections } from "./rules/cluster-connections.ts";

declare module "../../core/operations/operation.ts" {
  interface Services {
    readonly connections: ClusterConnections;
    readonly clusterSpeed: ClusterSpeed;
  }
}

interface ClusterSettings {
  readonly connections: ClusterConnections;
  readonly clusterSpeed: ClusterSpeed;
}

/** Returns the factories of the services of clusters. */
export const clusterServices = ({ connections, clusterSpeed }: ClusterSettings) => ({
  connections: () => connections,
  clusterSpeed: () => clusterSpeed,
});
