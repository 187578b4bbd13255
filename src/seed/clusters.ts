// Plants the clusters of a project. They are ready at once.
import { makeCluster, makeFlexCluster } from "../changes/clusters.ts";
import { regionOf, requestOf } from "../domain/cluster-request.ts";
import { deploymentUrlFlaw } from "../domain/deployment-url.ts";
import type { Group } from "../domain/group.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting, problem } from "./planting.ts";

type Seed = NonNullable<CompleteGroup["clusters"]>[number];

export async function plantClusters(
  planting: Planting,
  seeds: readonly Seed[],
  group: Pick<Group, "id">,
  place: string,
): Promise<void> {
  const making = { ...planting, clusterSpeed: "fast" } as const;
  for (const [index, { deployment, ...seed }] of seeds.entries()) {
    const flaw = deployment === undefined ? undefined : deploymentUrlFlaw(deployment);
    if (flaw !== undefined) throw problem(`${place}.clusters.${index}.deployment`, flaw);
    const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
    const origin = { isReady: true, sealedSecret };
    await at(`${place}.clusters.${index}`, async () => {
      if (seed.providerName === "FLEX") await makeFlexCluster(making, group, flexOf(seed), origin);
      else await makeCluster(making, group, requestOf(seed), origin);
    });
  }
}

function flexOf({ name, backingProviderName = "AWS", ...seed }: Seed) {
  const regionName = regionOf(backingProviderName, seed.regionName);
  const { tags = [] } = seed;
  return {
    ...{ name, tags },
    providerSettings: { backingProviderName, regionName },
    terminationProtectionEnabled: seed.terminationProtectionEnabled ?? false,
  };
}
