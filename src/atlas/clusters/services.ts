// The services that operations on clusters need.

import { type Answers, answersTo } from "../../core/changes/judging.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import type { ClusterConnections, LeadingCluster } from "./rules/cluster-connections.ts";

declare module "../../core/operations/operation.ts" {
  interface Services {
    readonly connections: ClusterConnections;
    readonly clusterSpeed: ClusterSpeed;
    /** Reports whether the database behind a cluster has a collection; true if none is there, or if it does not answer. */
    readonly hasCollection: (cluster: LeadingCluster, namespace: Namespace) => boolean;
  }
}

export interface Namespace {
  readonly database: string;
  readonly collectionName: string;
}

export interface ClusterSettings {
  readonly connections: ClusterConnections;
  readonly clusterSpeed: ClusterSpeed;
  /** Lists the collections with a name in a database behind a cluster: one or none. */
  readonly collections: (cluster: LeadingCluster, namespace: Namespace) => Promise<readonly string[]>;
}

interface Run {
  readonly request: { readonly answers: Answers | undefined };
}

/** Returns the factories of the services of clusters. */
export const clusterServices = ({ connections, clusterSpeed, collections }: ClusterSettings) => ({
  connections: () => connections,
  clusterSpeed: () => clusterSpeed,
  hasCollection:
    ({ request }: Run) =>
    (cluster: LeadingCluster, { database, collectionName }: Namespace) => {
      const deployment = connections.nameOf(cluster);
      if (deployment === undefined) return true;
      const namespace = { database, collectionName };
      const ask = async () => [await collections(cluster, namespace)];
      return answersTo([{ deployment, ...namespace }], request.answers, ask)[0]?.length !== 0;
    },
});
