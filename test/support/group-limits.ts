export const clusters = "atlas.project.deployment.clusters";
const entries = "atlas.project.security.networkAccess.entries";
export const subnetMask = "atlas.project.deployment.privateServiceConnectionsSubnetMask";
export const daily = "dataFederation.bytesProcessed.daily";

/** Name, default and largest value of each limit that holds without being set, in the order of the list. */
const usual = [
  ["atlas.project.security.databaseAccess.users", 100, 100],
  [clusters, 25, 100],
  ["atlas.project.deployment.serverlessMTMs", 100, 100],
  ["atlas.project.security.databaseAccess.customRoles", 100, 1400],
  [entries, 200, 200],
  ["atlas.project.security.networkAccess.crossRegionEntries", 40, 220],
  ["atlas.project.deployment.nodesPerPrivateLinkRegion", 50, 90],
  ["atlas.project.deployment.privateServiceConnectionsPerRegionGroup", 50, 100],
  [subnetMask, 27, 27],
] as const;

/** The limits of a project in which nothing was set. */
export const usualLimits = usual.map(([name, defaultLimit, maximumLimit]) => ({
  currentUsage: 0,
  defaultLimit,
  maximumLimit,
  name,
  value: defaultLimit,
}));

export const usualLimit = (name: string) => usualLimits.find((limit) => limit.name === name);

/** A limit that nothing limits until it is set. */
export const federationLimit = (value: number) => ({ currentUsage: 0, name: daily, value });
