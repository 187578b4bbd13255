// Plants a cluster of a project, from the short form of seeds or the body of a request. It is ready at once.
import { type BackedUp, changeSchedule } from "../../atlas/backups/backups.ts";
import { firstSchedule } from "../../atlas/backups/rules/backup-schedule.ts";
import { makeCluster, makeFlexCluster } from "../../atlas/clusters/clusters.ts";
import { manageNamespace, mapZones } from "../../atlas/clusters/global-writes.ts";
import { clusters } from "../../atlas/clusters/kept.ts";
import { type AtlasCluster, type Cluster, isTenant } from "../../atlas/clusters/rules/cluster.ts";
import { regionOf, requestOf } from "../../atlas/clusters/rules/cluster-request.ts";
import { makeDeployment } from "../../atlas/search-deployments/search-deployments.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { deploymentUrlFlaw } from "../../core/domain/deployment-url.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { withoutEmpty } from "../worlds/form.ts";
import { at, madeIn, type PlantingInGroup, plantEach, problem } from "./planting.ts";
import type { SeedGroup } from "./types.ts";

type Seed = NonNullable<SeedGroup["clusters"]>[number];

const keptNames = [
  "backupSchedule",
  "searchNodes",
  "searchDeploymentId",
  "globalWrites",
  "processArgs",
  "employeeAccess",
  "featureCompatibility",
  "pinnedNamespaces",
  "rejectedQueryShapes",
  "sqlInterface",
] as const;
type Kept = Pick<Seed, (typeof keptNames)[number]>;

export async function plantCluster(
  planting: PlantingInGroup,
  { deployment, id, createdAt, connectionStrings, ...seed }: Seed,
): Promise<void> {
  const { group, place } = planting;
  const begun = { ...planting, now: madeIn(planting, createdAt) };
  const making = { ...begun, clusterSpeed: "fast", forbidding: undefined } as const;
  const flaw = deployment === undefined ? undefined : deploymentUrlFlaw(deployment);
  if (flaw !== undefined) throw problem(`${place}.deployment`, flaw);
  const sealedSecret = deployment === undefined ? null : planting.keyring.seal(deployment);
  const origin = { isReady: true, sealedSecret, ...withoutEmpty({ id }) };
  const isFlex = seed.providerName === "FLEX";
  const extra = isFlex && keptNames.find((name) => seed[name] !== undefined);
  if (extra) throw problem(`${place}.${extra}`, "a flex cluster has none");
  const made: Resource<Cluster> = isFlex
    ? await makeFlexCluster(making, group, flexOf(seed), origin)
    : await makeCluster(making, group, requestOf(seed), origin);
  const more = made.document.kind === "FLEX" ? {} : detailsOf(seed, made.document, planting.now);
  const document = { ...made.document, ...withoutEmpty({ connectionStrings, ...more }) };
  const cluster = await clusters.replace(planting, made, { document });
  if (!isFlex) await plantKeptOf(begun, cluster as BackedUp, seed);
}

/** Returns what operations on a cluster change beside its settings, and the ids that the seed says. */
function detailsOf(
  { shards = [], employeeAccess, featureCompatibility: pin, ...seed }: Seed,
  { shards: made, pausedAt, processArgs }: AtlasCluster,
  now: Instant,
): object {
  return {
    shards: made.map((shard, index) => ({ ...shard, ...shards[index] })),
    pausedAt: pausedAt && now,
    processArgs: { ...processArgs, ...seed.processArgs },
    employeeAccess: employeeAccess && {
      grantType: employeeAccess.grantType,
      until: Date.parse(employeeAccess.expirationTime),
    },
    pin: pin && { version: pin.version, since: now, until: Date.parse(pin.expirationDate) },
    pinnedNamespaces: seed.pinnedNamespaces,
    rejectedShapes: seed.rejectedQueryShapes,
    sqlInterface: seed.sqlInterface,
  };
}

/** Plants the further parts of a cluster, other than its settings. */
async function plantKeptOf(
  planting: PlantingInGroup,
  cluster: BackedUp,
  { backupSchedule, searchNodes, searchDeploymentId: id, globalWrites = {} }: Kept,
): Promise<void> {
  const { document } = cluster;
  const { customZoneMappings, managedNamespaces = [] } = globalWrites;
  let after = cluster;
  if (backupSchedule !== undefined) {
    const scheduleAt = `${planting.place}.backupSchedule`;
    if (!document.settings.backupEnabled) throw problem(scheduleAt, "the cluster needs backupEnabled");
    const named = withItems(cluster, backupSchedule);
    after = await at(scheduleAt, () => changeSchedule(planting, named, scheduleOf(backupSchedule, cluster)));
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
  const newId = () => id ?? planting.newId();
  const making = { ...planting, newId, clusterSpeed: "instant", forbidding: undefined } as const;
  await at(nodesAt, () => makeDeployment(making, after, { specs: searchNodes }));
}

/** Returns a cluster whose schedule has the ids of the seed, so that a request may name them. */
function withItems(
  cluster: BackedUp,
  { policyId, policyItems: items }: NonNullable<Seed["backupSchedule"]>,
): BackedUp {
  const backupSchedule = { ...firstSchedule(cluster), ...withoutEmpty({ policyId, items }) };
  return { ...cluster, document: { ...cluster.document, backupSchedule } };
}

/** Returns the schedule in the form of a request, with zones by their names. */
function scheduleOf(
  { policyId: _, policyItems, copySettings, ...schedule }: NonNullable<Seed["backupSchedule"]>,
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
