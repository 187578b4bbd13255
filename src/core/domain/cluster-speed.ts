// How long clusters take to be made, changed and deleted.

/** How long states last: as in Atlas, for two seconds, until they were shown, or no longer than the answer to the change. */
export const clusterSpeeds = ["atlas", "fast", "now", "instant"] as const;
export type ClusterSpeed = (typeof clusterSpeeds)[number];
