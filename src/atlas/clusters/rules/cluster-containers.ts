// The networks that clusters of a project would be in: one for each region of a provider, for Google Cloud one of all.
import type { Cluster } from "./cluster.ts";

export interface Container {
  readonly id: string;
  readonly providerName: "AWS" | "AZURE" | "GCP";
  /** Absent where it is in all. */
  readonly regionName?: string;
}

/** A container as it is listed. */
export interface ContainerShown extends Container {
  readonly atlasCidrBlock: string;
  /** True if a cluster is in it now. */
  readonly provisioned: boolean;
}

/** Returns one id for each region of a project, stable as long as the project exists: its last digits are an FNV-1a hash. */
function idOf(groupId: string, place: string): string {
  let hash = 0x811c9dc5;
  for (const sign of place) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return groupId.slice(0, -8) + hash.toString(16).padStart(8, "0");
}

/** The containers that clusters are in, each once. */
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

/** Blocks of 2048 addresses, the highest of 192.168.0.0/16 first, as recorded; then those of 10.0.0.0/8. */
const [blocksInNetwork, blockStep, highestBlock] = [32, 8, 248];
function blockOf(nth: number): string {
  const network = nth < blocksInNetwork ? "192.168" : `10.${Math.floor(nth / blocksInNetwork)}`;
  return `${network}.${highestBlock - blockStep * (nth % blocksInNetwork)}.0/21`;
}

/** All containers of a project: those that were kept, and those that clusters are in. Containers of one provider share no addresses. */
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
