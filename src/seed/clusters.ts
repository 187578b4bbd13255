// Plants the clusters of a project. They are ready at once.
import { type BackedUp, changeSchedule } from "../changes/backups.ts";
import { makeCluster, makeFlexCluster } from "../changes/clusters.ts";
import { makeDeployment } from "../changes/search-deployments.ts";
import { isTenant } from "../domain/cluster.ts";
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
  for (const [index, { deployment, backupSchedule, searchNodes, ...seed }] of seeds.entries()) {
    const clusterAt = `${place}.clusters.${index}`;
    const flaw = deployment === undefined ? undefined : deploymentUrlFlaw(deployment);
    if (flaw !== undefined) throw problem(`${clusterAt}.deployment`, flaw);
    const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
    const origin = { isReady: true, sealedSecret };
    if (seed.providerName === "FLEX") {
      const extra = backupSchedule ? "backupSchedule" : searchNodes ? "searchNodes" : undefined;
      if (extra !== undefined) throw problem(`${clusterAt}.${extra}`, "a flex cluster has none");
      await at(clusterAt, () => makeFlexCluster(making, group, flexOf(seed), origin));
      continue;
    }
    const cluster = await at(clusterAt, () => makeCluster(making, group, requestOf(seed), origin));
    await plantKeptOf(planting, cluster, backupSchedule, searchNodes, clusterAt);
  }
}

/** Plants what is kept of a cluster beside its own settings. */
async function plantKeptOf(
  planting: Planting,
  cluster: BackedUp,
  backupSchedule: Seed["backupSchedule"],
  searchNodes: Seed["searchNodes"],
  place: string,
): Promise<void> {
  const { document } = cluster;
  let after = cluster;
  if (backupSchedule !== undefined) {
    const scheduleAt = `${place}.backupSchedule`;
    if (!document.settings.backupEnabled) throw problem(scheduleAt, "the cluster needs backupEnabled");
    after = await at(scheduleAt, () =>
      changeSchedule(planting, cluster, scheduleOf(backupSchedule, cluster)),
    );
  }
  if (searchNodes === undefined) return;
  const nodesAt = `${place}.searchNodes`;
  if (isTenant(document)) throw problem(nodesAt, "they need a cluster of M10 or larger");
  const making = { ...planting, clusterSpeed: "instant" } as const;
  await at(nodesAt, () => makeDeployment(making, after, { specs: [...searchNodes] }));
}

/** Returns the schedule as a request says it; zones are known by their names. */
function scheduleOf(
  { policyItems, copySettings, ...schedule }: NonNullable<Seed["backupSchedule"]>,
  { document }: BackedUp,
) {
  const zoneOf = (name: string | undefined) =>
    document.shards.find(({ zoneName }) => name === undefined || zoneName === name)?.zoneId ?? "";
  return {
    ...schedule,
    ...(policyItems && { policies: [{ policyItems: [...policyItems] }] }),
    ...(copySettings && {
      copySettings: copySettings.map(({ zoneName, ...copy }) => ({ ...copy, zoneId: zoneOf(zoneName) })),
    }),
  } as Parameters<typeof changeSchedule>[2];
}

function flexOf({
  name,
  backingProviderName = "AWS",
  ...seed
}: Omit<Seed, "backupSchedule" | "searchNodes">) {
  const regionName = regionOf(backingProviderName, seed.regionName);
  const { tags = [] } = seed;
  return {
    name,
    tags,
    providerSettings: { backingProviderName, regionName },
    terminationProtectionEnabled: seed.terminationProtectionEnabled ?? false,
  };
}
