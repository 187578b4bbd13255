// Snapshots of a cluster: those that its schedule has made follow from the schedule and the clock, the others are kept.
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { day, type Instant, latestInstant, second } from "../../../core/domain/instant.ts";
import type { AtlasCluster } from "../../clusters/rules/cluster.ts";
import {
  type BackupSchedule,
  byFrequency,
  duesOf,
  type Era,
  firstSchedule,
  isDueAt,
  type PolicyItem,
  referenceOf,
  retentionDays,
} from "./backup-schedule.ts";
import { hashOf, hexOf, idAt, itemNameOf } from "./derived-ids.ts";

export interface Snapshot {
  /** The instant at which it was due or asked for. */
  readonly at: Instant;
  readonly startsAt: Instant;
  /** The moment whose data it has. */
  readonly takenAt: Instant;
  readonly completesAt: Instant;
  readonly expiresAt: Instant;
  readonly frequencyType: PolicyItem["frequencyType"] | "ondemand";
  readonly policyItems: readonly string[];
  readonly copyRegions: readonly string[];
  readonly description?: string;
}

export interface SnapshotWithId extends Snapshot {
  readonly id: string;
}

/** The milliseconds until a snapshot starts, is taken and is completed, as recorded. */
const paces: Readonly<Record<ClusterSpeed, readonly [starts: number, taken: number, completes: number]>> = {
  atlas: [7 * second, 86 * second, 146 * second],
  fast: [second, second, 2 * second],
  now: [0, 0, 0],
  instant: [0, 0, 0],
};

/** Returns the instant at which a snapshot ends that is kept for some days, if the API can write it, else the latest that it can. */
export const endAfter = (days: number, completesAt: Instant): Instant =>
  Math.min(completesAt + days * day, latestInstant);

/** Returns the instants of a snapshot that is kept for some days after it is completed. */
export function timesOf(at: Instant, days: number, speed: ClusterSpeed) {
  const [starts, taken, completes] = paces[speed];
  const completesAt = at + completes;
  return {
    at,
    startsAt: at + starts,
    takenAt: at + taken,
    completesAt,
    expiresAt: endAfter(days, completesAt),
  };
}

type Status = "queued" | "inProgress" | "completed";

export function statusOf({ startsAt, completesAt }: Snapshot, now: Instant): Status {
  if (now >= completesAt) return "completed";
  return now >= startsAt ? "inProgress" : "queued";
}

export const isUnfinished = (snapshot: Snapshot, now: Instant): boolean =>
  statusOf(snapshot, now) !== "completed";

/** Returns the regions that copies of a snapshot go to. */
export const copyRegionsOf = ({ copySettings }: BackupSchedule, frequency: string): string[] =>
  copySettings.flatMap(({ frequencies = [], regionName }) =>
    regionName !== undefined && frequencies.some((each) => each === frequency) ? [regionName] : [],
  );

interface Making {
  readonly clusterId: string;
  /** The instant at which backups were turned on. */
  readonly begun: Instant;
  readonly now: Instant;
  readonly speed: ClusterSpeed;
}

/** Lists the snapshots that were made in a period by its schedule and have not expired. */
export function snapshotsIn({ since, until, schedule }: Era, making: Making): SnapshotWithId[] {
  const { begun, now, speed } = making;
  const reference = referenceOf(schedule, begun);
  const [, , completes] = paces[speed];
  const dues = new Set<Instant>();
  for (const item of schedule.items) {
    const oldest = now - completes - daysKept(schedule, item) * day;
    for (const at of duesOf(item, reference, Math.max(since, oldest))) {
      if (at > until) break;
      dues.add(at);
    }
  }
  const rarerLast = schedule.items.toSorted(byFrequency);
  return [...dues].map((at) => {
    const items = rarerLast.filter((item) => isDueAt(item, reference, at));
    return scheduledAt(at, schedule, items, making);
  });
}

function scheduledAt(
  at: Instant,
  schedule: BackupSchedule,
  items: readonly PolicyItem[],
  { clusterId, speed }: Making,
): SnapshotWithId {
  const days = Math.max(...items.map((item) => daysKept(schedule, item)));
  // Of items that keep it as long, the rarer names it.
  const longest = items.findLast((item) => daysKept(schedule, item) === days);
  const frequencyType = longest?.frequencyType ?? "hourly";
  return {
    id: idAt("snapshot", clusterId, at),
    ...timesOf(at, days, speed),
    frequencyType,
    policyItems: items.map(({ id }) => id),
    copyRegions: copyRegionsOf(schedule, frequencyType.toUpperCase()),
  };
}

function daysKept({ settings: { extraRetentionSettings = [] } }: BackupSchedule, item: PolicyItem): number {
  const frequency = item.frequencyType.toUpperCase();
  const extra = extraRetentionSettings.find(({ frequencyType }) => frequencyType === frequency);
  return retentionDays(item) + (extra?.retentionDays ?? 0);
}

/** A cluster whose backups are on, or were when it was deleted. */
export interface BackedUpCluster {
  readonly id: string;
  readonly createdAt: Instant;
  readonly document: AtlasCluster;
}

export const begunAt = ({ createdAt, document }: BackedUpCluster): Instant =>
  document.backupHistory?.begun ?? createdAt;

export const scheduleOf = (cluster: BackedUpCluster): BackupSchedule =>
  cluster.document.backupSchedule ?? firstSchedule({ id: cluster.id, createdAt: begunAt(cluster) });

/** Lists the periods in which snapshots of a cluster were made, the present one last. */
export function erasOf(cluster: BackedUpCluster, now: Instant): Era[] {
  const { createdAt, document } = cluster;
  if (!document.settings.backupEnabled) return [];
  const { since = createdAt, earlier = [] } = document.backupHistory ?? {};
  const { resumedAt = since, pausedAt = now } = document;
  return [...earlier, { since: Math.max(since, resumedAt), until: pausedAt, schedule: scheduleOf(cluster) }];
}

/** Returns a cluster whose backups begin at an instant, if they are on. */
export const backedUpFrom = (cluster: AtlasCluster, now: Instant): AtlasCluster =>
  cluster.settings.backupEnabled
    ? { ...cluster, backupHistory: { begun: now, since: now, earlier: [] } }
    : cluster;

/** Lists the periods that still have snapshots. */
export function lastingEras(cluster: BackedUpCluster, now: Instant): Era[] {
  const making = { clusterId: cluster.id, begun: begunAt(cluster), now, speed: "atlas" } as const;
  return erasOf(cluster, now).filter((era) => snapshotsIn(era, making).length > 0);
}

/**
 * Returns a changed cluster with the past of its backups: a pause or another schedule ends the present period, and turning them
 * off ends all.
 */
export function withHistory(before: BackedUpCluster, after: AtlasCluster, now: Instant): AtlasCluster {
  const was = before.document;
  if (!after.settings.backupEnabled || !was.settings.backupEnabled) {
    const { backupHistory: _, backupSchedule: __, ...others } = after;
    return backedUpFrom(others, now);
  }
  if (was.settings.paused === after.settings.paused && was.backupSchedule === after.backupSchedule) {
    return after;
  }
  const backupHistory = { begun: begunAt(before), since: now, earlier: lastingEras(before, now) };
  return { ...after, backupHistory };
}

/** The wishes of a change of the schedule for snapshots that were made before. */
export interface Revision {
  readonly deleteCopiedBackups?: readonly {
    readonly cloudProvider?: string;
    readonly regionName?: string;
    readonly replicationSpecId?: string;
    readonly zoneId?: string;
  }[];
  readonly deleteSnapshots?: boolean;
  readonly updateSnapshots?: boolean;
}

/** Applies the schedule to earlier snapshots: deletes those of removed items, and copies; keeps the others as long as it says. */
export function revised(
  cluster: AtlasCluster,
  { deleteCopiedBackups = [], deleteSnapshots = false, updateSnapshots = false }: Revision,
): AtlasCluster {
  const { backupHistory, backupSchedule: { items = [] } = {} } = cluster;
  if (
    backupHistory === undefined ||
    !(deleteSnapshots || updateSnapshots || deleteCopiedBackups.length > 0)
  ) {
    return cluster;
  }
  const present = new Map(items.map((item) => [item.id, item]));
  const gone = deleteCopiedBackups.map(({ replicationSpecId, zoneId, ...copy }) => ({
    ...copy,
    zoneId: zoneId ?? cluster.shards.find(({ earlierId }) => earlierId === replicationSpecId)?.zoneId,
  }));
  const earlier = backupHistory.earlier.map(({ schedule, ...era }) => {
    const left = schedule.items.filter(({ id }) => !deleteSnapshots || present.has(id));
    const kept = left.map((item) => {
      const { retentionUnit, retentionValue } = (updateSnapshots && present.get(item.id)) || item;
      return { ...item, retentionUnit, retentionValue };
    });
    const copySettings = schedule.copySettings.filter(
      ({ cloudProvider, regionName, zoneId }) =>
        !gone.some(
          (each) =>
            each.cloudProvider === cloudProvider && each.regionName === regionName && each.zoneId === zoneId,
        ),
    );
    return { ...era, schedule: { ...schedule, items: kept, copySettings } };
  });
  return { ...cluster, backupHistory: { ...backupHistory, earlier } };
}

export const isSharded = ({ clusterType }: AtlasCluster): boolean => clusterType !== "REPLICASET";

/** Lists the snapshots of the shards of which one of a sharded cluster is made. */
export const membersOf = (snapshotId: string, clusterId: string, { shards }: AtlasCluster) =>
  shards.map(({ regionConfigs }, index) => ({
    cloudProvider: regionConfigs[0]?.providerName ?? "",
    id: snapshotId.slice(0, 16) + hexOf(hashOf(`${index} ${snapshotId}`)),
    replicaSetName: `${itemNameOf(clusterId)}-shard-${index}`,
  }));
