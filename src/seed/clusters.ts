// Plants the clusters of a project. They are ready at once.
import { makeCluster, makeFlexCluster } from "../changes/clusters.ts";
import { type ProviderName, regions } from "../contract/cluster-hardware.ts";
import type { SentCluster } from "../contract/schemas/clusters.ts";
import type { Group } from "../domain/group.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting } from "./planting.ts";

type Seed = NonNullable<CompleteGroup["clusters"]>[number];

export async function plantClusters(
  planting: Planting,
  seeds: readonly Seed[],
  group: Pick<Group, "id">,
  place: string,
): Promise<void> {
  const making = { ...planting, clusterSpeed: "fast" } as const;
  for (const [index, { deployment, ...seed }] of seeds.entries()) {
    const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
    const origin = { isReady: true, sealedSecret };
    await at(`${place}.clusters.${index}`, async () => {
      if (seed.providerName === "FLEX") await makeFlexCluster(making, group, flexOf(seed), origin);
      else await makeCluster(making, group, requestOf(seed), origin);
    });
  }
}

function flexOf({ name, backingProviderName = "AWS", ...seed }: Seed) {
  const { regionName = regions[backingProviderName][0] ?? "", tags = [] } = seed;
  return {
    ...{ name, tags },
    providerSettings: { backingProviderName, regionName },
    terminationProtectionEnabled: seed.terminationProtectionEnabled ?? false,
  };
}

/** What a request would ask for to get such a cluster. */
export function requestOf({
  providerName = "AWS",
  backingProviderName,
  regionName,
  ...seed
}: Seed): SentCluster {
  const { instanceSize = "M10", replicationSpecs, deployment: _, ...settings } = seed;
  if (replicationSpecs !== undefined) return { ...settings, replicationSpecs } as SentCluster;
  const isShared = /^M[025]$/.test(instanceSize);
  const place = (isShared && backingProviderName ? backingProviderName : providerName) as ProviderName;
  const region = {
    ...(isShared ? { providerName: "TENANT" as const, backingProviderName: place } : { providerName: place }),
    regionName: regionName ?? regions[place]?.[0] ?? "",
    priority: 7,
    electableSpecs: { instanceSize, nodeCount: 3 },
  };
  return { ...settings, replicationSpecs: [{ regionConfigs: [region] }] } as SentCluster;
}
