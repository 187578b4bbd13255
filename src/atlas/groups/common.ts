// The shared parts of operations on projects: their paths, how limits and settings are read, and how all of them look.

import type { EnteredGroup, Group } from "../../core/domain/group.ts";
import {
  type GroupLimit,
  type GroupLimitName,
  groupLimitNames,
  limitOf,
} from "../../core/domain/group-limit.ts";
import {
  type FaultMaker,
  linksOf,
  type Paged,
  type Reads,
  type Showing,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { clusters } from "../clusters/kept.ts";
import { defaultGroupSettings, type GroupSettings, groupSettingNames } from "./rules/group-settings.ts";

export async function readLimits(tx: Reads, group: EnteredGroup): Promise<GroupLimit[]> {
  const set = await tx.groupLimits.set(group.id);
  return groupLimitNames.flatMap((name) => limitOf(name, set.get(name)) ?? []);
}

/** Finds a limit; one that has no default and was not set counts as missing. */
export async function findLimit(
  tx: Reads,
  { group, name }: { group: EnteredGroup; name: GroupLimitName },
  fault: FaultMaker<"RESOURCE_NOT_FOUND">,
): Promise<GroupLimit> {
  const limit = (await readLimits(tx, group)).find((each) => each.name === name);
  if (limit === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: name });
  return limit;
}

export async function readSettings(tx: Reads, group: EnteredGroup): Promise<GroupSettings> {
  return { ...defaultGroupSettings, ...(await tx.documents.settingOfGroup(group.id, "settings")) };
}

/** Adds the number of clusters to each project. */
async function counted<Shown extends Group>(
  { tx, now }: { readonly tx: Reads; readonly now: number },
  groups: readonly Shown[],
): Promise<(Shown & { clusterCount: number })[]> {
  const ids = groups.map(({ id }) => id);
  const counts = new Map<string, number>();
  for (const { groupId } of await tx.documents.among(ids, clusters.kind, now)) {
    counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  }
  return groups.map((group) => ({ ...group, clusterCount: counts.get(group.id) ?? 0 }));
}

/** Adds the number of clusters to a project. */
export async function countedOne<Shown extends Group>(looking: Parameters<typeof counted>[0], group: Shown) {
  const [shown] = await counted(looking, [group]);
  return { ...group, ...shown };
}

/** Adds the number of clusters to the projects of a page. */
export async function countedPage<Shown extends Group>(
  looking: Parameters<typeof counted>[0],
  { results, ...page }: Paged<Shown>,
) {
  return { ...page, results: await counted(looking, results) };
}

/** A project, perhaps with its number of clusters; a new project has none. */
type Countable = Group & { readonly clusterCount?: number };

const showWith =
  (...related: readonly string[]) =>
  (group: Countable, { origin }: Showing) => ({
    clusterCount: group.clusterCount ?? 0,
    created: toTimestamp(group.createdAt),
    id: group.id,
    links: linksOf(`${origin}/api/atlas/v2/groups/${group.id}`, ...related),
    name: group.name,
    orgId: group.orgId,
    tags: group.tags.map(({ key, value }) => ({ key, value })),
    withDefaultAlertsSettings: group.withDefaultAlertsSettings,
  });

export const showGroup = showWith(
  "containers",
  "clusters",
  "databaseUsers",
  "peers",
  "processes",
  "whitelist",
);

/** Shows a project in a list, where it links to itself only. */
export const showGroupInList = showWith();

/** The `location` that real Atlas sends, by a bug that clients may expect: with a doubled slash, an older API, and no id. */
export const misplaced = (_: unknown, { origin }: Showing) => ({ location: `${origin}//api/atlas/v1.0` });

export const showLimit = ({ currentUsage, defaultLimit, maximumLimit, name, value }: GroupLimit) => ({
  currentUsage,
  ...(defaultLimit !== undefined && { defaultLimit }),
  ...(maximumLimit !== undefined && { maximumLimit }),
  name,
  value,
});

/** Shows the settings, in alphabetical order; a setting without a default that was never set is left out. */
export const showSettings = (settings: GroupSettings): GroupSettings =>
  Object.fromEntries(groupSettingNames.map((name) => [name, settings[name]]));
