// Where the database of a cluster is: whoever runs the server says so, and a connection string leads there.

export interface ClusterConnections {
  /** A connection string without credentials, such as `mongodb://127.0.0.1:27017`. */
  of(cluster: {
    readonly groupId: string;
    readonly name: string;
    /** The sealed URL of its own deployment, if the cluster has one. */
    readonly sealedDeployment: string | null;
  }): string;
}

/** Says that there is none, where a client looks for it. */
export const noDeployment: ClusterConnections = { of: () => "mongodb://no-deployment.invalid" };
