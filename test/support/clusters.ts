// What is sent to make a cluster of one region.
const dedicated = { providerName: "AWS", instanceSize: "M10" };
export const free = { providerName: "TENANT", backingProviderName: "AWS", instanceSize: "M0" };

/** Of the size M10 unless told otherwise. */
export function clusterOf(name: string, { instanceSize, ...provider }: typeof dedicated = dedicated) {
  const region = { ...provider, regionName: "US_EAST_1", electableSpecs: { instanceSize } };
  return { name, replicationSpecs: [{ regionConfigs: [region] }] };
}
