// Finds the database behind a cluster: the operator configures it, and the connection string of the cluster leads there.

/** The columns of a cluster that decide which deployment it leads to. */
export interface LeadingCluster {
  readonly orgId: string;
  readonly groupId: string;
  readonly name: string;
  /** The sealed URL of its own deployment, if the cluster has one. */
  readonly sealedSecret: string | null;
}

export interface ClusterConnections {
  /** Returns a connection string without credentials, such as `mongodb://127.0.0.1:27017`; undefined for none. */
  of(cluster: LeadingCluster): string | undefined;
  /** Returns the name of the deployment behind a cluster, which comes from its hosts; undefined for none. */
  nameOf(cluster: LeadingCluster): string | undefined;
}

/** The connections of a server without deployments. */
export const noDeployment: ClusterConnections = {
  of: () => undefined,
  nameOf: () => undefined,
};

/** The connection string of a cluster whose deployment belongs to another organization. */
export const notShared = "mongodb://deployment-of-another-organization.invalid";
