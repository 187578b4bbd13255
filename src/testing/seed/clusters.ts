// Plants a cluster of a project, from the short form of seeds or the body of a request. It is ready at once.
import { type BackedUp, changeSchedule } from "../../atlas/backups/backups.ts";
import { makeCluster, makeFlexCluster } from "../../atlas/clusters/clusters.ts";
import { isTenant } from "../../atlas/clusters/rules/cluster.ts";
import { regionOf, requestOf } from "../../atlas/clusters/rules/cluster-request.ts";
import { makeDeployment } from "../../atlas/search-deployments/search-deployments.ts";
import { deploymentUrlFlaw } from "../../core/domain/deployment-url.ts";
import { at, type PlantingInGroup, problem } from "./planting.ts";
import type { SeedGroup } from "./types.ts";

type Seed = NonNullable<SeedGroup["clusters"]>[number];

export async function plantCluster(
  planting: PlantingInGroup,
  { deployment, backupSchedule, searchNodes, ...seed }: Seed,
): Promise<void> {
  const { group, place } = planting;
  const making = { ...planting, clusterSpeed: "fast", forbidding: undefined } as const;
  const flaw = deployment === undefined ? undefined : deploymentUrlFlaw(deployment);
  if (flaw !== undefined) throw problem(`${place}.deployment`, flaw);
  const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
  const origin = { isReady: true, sealedSecret };
  if (seed.providerName === "FLEX") {
    const extra = backupSchedule ? "backupSchedule" : searchNodes ? "searchNodes" : undefined;
    if (extra !== undefined) throw problem(`${place}.${extra}`, "a flex cluster has none");
    await makeFlexCluster(making, group, flexOf(seed), origin);
    return;
  }
  const cluster = await makeCluster(making, group, requestOf(seed), origin);
  await plantKeptOf(planting, cluster, backupSchedule, searchNodes);
}

/** Plants the further parts of a cluster, other than its settings. */
async function plantKeptOf(
  planting: PlantingInGroup,
  cluster: BackedUp,
  backupSchedule: Seed["backupSchedule"],
  searchNodes: Seed["searchNodes"],
): Promise<void> {
  const { document } = cluster;
  let after = cluster;
  if (backupSchedule !== undefined) {
    const scheduleAt = `${planting.place}.backupSchedule`;
    if (!document.settings.backupEnabled) throw problem(scheduleAt, "the cluster needs backupEnabled");
    after = await at(scheduleAt, () =>
      changeSchedule(planting, cluster, scheduleOf(backupSchedule, cluster)),
    );
  }
  if (searchNodes === undefined) return;
  const nodesAt = `${planting.place}.searchNodes`;
  if (isTenant(document)) throw problem(nodesAt, "they need a cluster of M10 or larger");
  const making = { ...planting, clusterSpeed: "instant", forbidding: undefined } as const;
  await at(nodesAt, () => makeDeployment(making, after, { specs: searchNodes }));
}

/** Returns the schedule in the form of a request, with zones by their names. */
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
