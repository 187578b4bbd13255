// The network containers of a project's clusters: one for each region of AWS and Azure, and one for all of Google Cloud.
import type { Cluster } from "./cluster.ts";

export interface Container {
  readonly id: string;
  readonly providerName: "AWS" | "AZURE" | "GCP";
  /** The region; absent for Google Cloud. */
  readonly regionName?: string;
}

/** A container as it is shown. */
export interface ContainerShown extends Container {
  readonly atlasCidrBlock: string;
  /** True if a cluster is in it now. */
  readonly provisioned: boolean;
}

/** Returns an id for each region of a project: its last digits are an FNV-1a hash, so that it never changes. */
function idOf(groupId: string, place: string): string {
  let hash = 0x811c9dc5;
  for (const sign of place) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return groupId.slice(0, -8) + hash.toString(16).padStart(8, "0");
}

/** Returns the containers of clusters, without duplicates. */
export function containersOf(groupId: string, clusters: readonly Cluster[]): Container[] {
  const containers = new Map<string, Container>();
  for (const cluster of clusters) {
    if (cluster.kind === "FLEX") continue;
    for (const { providerName: name, regionName } of cluster.shards.flatMap((shard) => shard.regionConfigs)) {
      if (name === "TENANT") continue;
      const providerName = name as Container["providerName"];
      const place = providerName === "GCP" ? providerName : `${providerName} ${regionName}`;
      const id = idOf(groupId, place);
      containers.set(place, { id, providerName, ...(providerName !== "GCP" && { regionName }) });
    }
  }
  return [...containers.values()];
}

/** The blocks of 2048 addresses: the highest of 192.168.0.0/16 first, as recorded, then those of 10.0.0.0/8. */
const [blocksInNetwork, blockStep, highestBlock] = [32, 8, 248];
function blockOf(nth: number): string {
  const network = nth < blocksInNetwork ? "192.168" : `10.${Math.floor(nth / blocksInNetwork)}`;
  return `${network}.${highestBlock - blockStep * (nth % blocksInNetwork)}.0/21`;
}

/**
 * Returns all containers of a project: the stored ones, and those of its clusters. Containers of one provider do not overlap.
 */
export function showContainers(kept: readonly Container[], inUse: readonly Container[]): ContainerShown[] {
  const all = new Map([...kept, ...inUse].map((each) => [each.id, each]));
  const used = new Set(inUse.map(({ id }) => id));
  const counts = new Map<string, number>();
  return [...all.values()].map((container) => {
    const nth = counts.get(container.providerName) ?? 0;
    counts.set(container.providerName, nth + 1);
    return { ...container, atlasCidrBlock: blockOf(nth), provisioned: used.has(container.id) };
  });
}
