// The networks that clusters of a project would be in: one for each region of a provider, for Google Cloud one of all.
import type { Cluster } from "./cluster.ts";

export interface Container {
  readonly id: string;
  readonly providerName: "AWS" | "AZURE" | "GCP";
  /** Absent where it is in all. */
  readonly regionName?: string;
}

/** The same for the same region of a project, as long as the project is there: FNV-1a in place of its last digits. */
function idOf(groupId: string, place: string): string {
  let hash = 0x811c9dc5;
  for (const sign of place) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return groupId.slice(0, -8) + hash.toString(16).padStart(8, "0");
}

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
