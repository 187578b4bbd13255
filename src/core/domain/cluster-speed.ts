// The time that clusters take to be created, changed and deleted.

/** The durations of states: as in Atlas, for two seconds, until they were shown, or no longer than the answer to the change. */
export const clusterSpeeds = ["atlas", "fast", "now", "instant"] as const;
export type ClusterSpeed = (typeof clusterSpeeds)[number];
