// The bodies that make a cluster of one region, and its connection string.
import { ids } from "./world.ts";

/** Returns the connection string of a cluster with three nodes and no database behind it. */
export function addressOf({ name, id }: { readonly name: string; readonly id: string }): string {
  const host = (index: number) =>
    `${name}-shard-00-0${index}.${ids.group.slice(-6)}.no-deployment.invalid:27017`;
  const set = `atlas-${id.slice(-6)}-shard-0`;
  return `mongodb://${[0, 1, 2].map(host).join(",")}/?ssl=true&authSource=admin&replicaSet=${set}`;
}

const dedicated = { providerName: "AWS", instanceSize: "M10" };
export const free = { providerName: "TENANT", backingProviderName: "AWS", instanceSize: "M0" };

/** Returns the body of a cluster, of the size M10 unless another is given. */
export function clusterOf(name: string, { instanceSize, ...provider }: typeof dedicated = dedicated) {
  const region = { ...provider, regionName: "US_EAST_1", electableSpecs: { instanceSize } };
  return { name, replicationSpecs: [{ regionConfigs: [region] }] };
}

/** A region of AWS with machines of the size M10. */
export const regionOf = (electableSpecs: object = { instanceSize: "M10" }, more: object = {}) => ({
  providerName: "AWS",
  regionName: "US_EAST_1",
  electableSpecs,
  ...more,
});
export const shardOf = (...regions: readonly object[]) => ({
  regionConfigs: regions.length === 0 ? [regionOf()] : regions,
});
/** The body of a cluster that is called one, and its path. */
export const one = { name: "one", clusterType: "REPLICASET", replicationSpecs: [shardOf()] };
export const ofOne = { params: { clusterName: "one" } };
/** A key of Google Cloud for encryption at rest, as it is enabled. */
export const googleKey = {
  googleCloudKms: {
    enabled: true,
    keyVersionResourceID: "projects/acme/locations/global/keyRings/atlas/cryptoKeys/data/cryptoKeyVersions/1",
    serviceAccountKey: "made by a test",
  },
};

/** The bodies of a free cluster and of a flex one, called like that. */
export const freeOne = clusterOf("free", free);
export const flexOne = {
  name: "flex",
  providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" },
};
