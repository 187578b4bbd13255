// Plants a cluster of a project, from the short form of seeds or the body of a request. It is ready at once.
import { type BackedUp, changeSchedule } from "../../atlas/backups/backups.ts";
import { makeCluster, makeFlexCluster } from "../../atlas/clusters/clusters.ts";
import { manageNamespace, mapZones } from "../../atlas/clusters/global-writes.ts";
import { isTenant } from "../../atlas/clusters/rules/cluster.ts";
import { regionOf, requestOf } from "../../atlas/clusters/rules/cluster-request.ts";
import { makeDeployment } from "../../atlas/search-deployments/search-deployments.ts";
import { deploymentUrlFlaw } from "../../core/domain/deployment-url.ts";
import { at, type PlantingInGroup, plantEach, problem } from "./planting.ts";
import type { SeedGroup } from "./types.ts";

type Seed = NonNullable<SeedGroup["clusters"]>[number];

const keptNames = ["backupSchedule", "searchNodes", "globalWrites"] as const;
type Kept = Pick<Seed, (typeof keptNames)[number]>;

export async function plantCluster(planting: PlantingInGroup, { deployment, ...whole }: Seed): Promise<void> {
  const { group, place } = planting;
  const { backupSchedule: _, searchNodes: __, globalWrites: ___, ...seed } = whole;
  const making = { ...planting, clusterSpeed: "fast", forbidding: undefined } as const;
  const flaw = deployment === undefined ? undefined : deploymentUrlFlaw(deployment);
  if (flaw !== undefined) throw problem(`${place}.deployment`, flaw);
  const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
  const origin = { isReady: true, sealedSecret };
  if (seed.providerName === "FLEX") {
    const extra = keptNames.find((name) => whole[name] !== undefined);
    if (extra !== undefined) throw problem(`${place}.${extra}`, "a flex cluster has none");
    await makeFlexCluster(making, group, flexOf(seed), origin);
    return;
  }
  const cluster = await makeCluster(making, group, requestOf(seed), origin);
  await plantKeptOf(planting, cluster, whole);
}

/** Plants the further parts of a cluster, other than its settings. */
async function plantKeptOf(
  planting: PlantingInGroup,
  cluster: BackedUp,
  { backupSchedule, searchNodes, globalWrites = {} }: Kept,
): Promise<void> {
  const { document } = cluster;
  const { customZoneMappings, managedNamespaces = [] } = globalWrites;
  let after = cluster;
  if (backupSchedule !== undefined) {
    const scheduleAt = `${planting.place}.backupSchedule`;
    if (!document.settings.backupEnabled) throw problem(scheduleAt, "the cluster needs backupEnabled");
    after = await at(scheduleAt, () =>
      changeSchedule(planting, cluster, scheduleOf(backupSchedule, cluster)),
    );
  }
  const writesAt = `${planting.place}.globalWrites`;
  if (customZoneMappings !== undefined) {
    const mappingsAt = `${writesAt}.customZoneMappings`;
    after = await at(mappingsAt, () => mapZones(planting, after, customZoneMappings));
  }
  await plantEach(planting, managedNamespaces, `${writesAt}.managedNamespaces`, async (namespace) => {
    after = await manageNamespace(planting, after, namespace);
  });
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

function flexOf({ name, backingProviderName = "AWS", ...seed }: Omit<Seed, keyof Kept>) {
  const regionName = regionOf(backingProviderName, seed.regionName);
  const { tags = [] } = seed;
  return {
    name,
    tags,
    providerSettings: { backingProviderName, regionName },
    terminationProtectionEnabled: seed.terminationProtectionEnabled ?? false,
  };
}
