// The time that clusters take to be created, changed and deleted.

/**
 * The speeds of clusters: their states last as long as in Atlas, for two seconds, until they were shown, or not beyond the
 * answer to the change.
 */
export const clusterSpeeds = ["atlas", "fast", "now", "instant"] as const;
export type ClusterSpeed = (typeof clusterSpeeds)[number];
