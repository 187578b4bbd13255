// Finds the database behind a cluster: whoever runs the server configures it, and a connection string leads there.

/** The columns of a cluster that decide where it leads. */
export interface LeadingCluster {
  readonly orgId: string;
  readonly groupId: string;
  readonly name: string;
  /** The sealed URL of its own deployment, if the cluster has one. */
  readonly sealedSecret: string | null;
}

export interface ClusterConnections {
  /** A connection string without credentials, such as `mongodb://127.0.0.1:27017`. */
  of(cluster: LeadingCluster): string;
  /** Names the deployment behind a cluster: by its hosts, wherever the connection string leads; undefined for none. */
  nameOf(cluster: LeadingCluster): string | undefined;
}

/** Says that there is none, where a client looks for it. */
export const noDeployment: ClusterConnections = {
  of: () => "mongodb://no-deployment.invalid",
  nameOf: () => undefined,
};

/** The connection string of a cluster whose deployment belongs to another organization. */
export const notShared = "mongodb://deployment-of-another-organization.invalid";
