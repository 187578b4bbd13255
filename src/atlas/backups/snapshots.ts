// Finds, takes, changes and deletes snapshots of clusters, also of those that were deleted and whose backups are retained.

import type { Changing, Looking, Reading } from "../../core/changes/changing.ts";
import { endIn, expectEvent, type Resource } from "../../core/changes/resources.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { EventType } from "../../core/domain/event.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Paced } from "../clusters/cluster-life.ts";
import { findErrors, isAtlasCluster } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import type { AtlasCluster } from "../clusters/rules/cluster.ts";
import {
  backupExports,
  collectionRestores,
  type KeptSnapshot,
  type OfCluster,
  restoreJobs,
  retainedBackups,
  snapshots,
} from "./kept.ts";
import { findPolicy } from "./policy.ts";
import { type Era, retentionDays } from "./rules/backup-schedule.ts";
import { endOfCollectionRestore } from "./rules/collection-restore.ts";
import {
  begunAt,
  copyRegionsOf,
  endAfter,
  erasOf,
  isSharded,
  isUnfinished,
  lastingEras,
  membersOf,
  type SnapshotWithId,
  scheduleOf,
  snapshotsIn,
  timesOf,
} from "./rules/snapshot.ts";

/** A cluster as its snapshots show it: one that is there, or was deleted and has retained backups. */
export interface SnapshotSource {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly document: AtlasCluster;
  readonly begun: Instant;
  readonly eras: readonly Era[];
  /** The cluster; absent if it was deleted. */
  readonly cluster?: Resource<AtlasCluster>;
}

export const sourceErrors = findErrors;

export async function findSource(
  looking: Looking<(typeof sourceErrors)[number]>,
  group: GroupRef,
  name: string,
): Promise<SnapshotSource> {
  const { now, fault } = looking;
  const cluster = await clusters.find(looking, group, name);
  if (cluster === undefined) {
    const retained = await retainedBackups.all(looking, group);
    const found = retained.filter(({ document }) => document.clusterName === name).at(-1);
    if (found === undefined) throw fault("CLUSTER_NOT_FOUND", { name, groupId: group.id });
    const { begun, eras, cluster: document } = found.document;
    return { id: found.name, groupId: group.id, name, document, begun, eras };
  }
  if (!isAtlasCluster(cluster)) throw fault("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", { name });
  const { id, groupId, document } = cluster;
  return { id, groupId, name, document, begun: begunAt(cluster), eras: erasOf(cluster, now), cluster };
}

type Timed = Reading & Pick<Paced, "clusterSpeed">;

/** A snapshot with its row, if it is kept. */
export interface FoundSnapshot extends SnapshotWithId {
  readonly row?: Resource<KeptSnapshot>;
}

const foundIn = (row: Resource<KeptSnapshot>): FoundSnapshot => ({ ...row.document, id: row.name, row });

/** Lists the snapshots of a cluster, the newest first. */
export async function allSnapshots(timed: Timed, source: SnapshotSource): Promise<FoundSnapshot[]> {
  const rows = await snapshots.all(timed, { id: source.groupId });
  const kept = rows.filter(({ document }) => isOf(source, document));
  const names = new Set(kept.map(({ name }) => name));
  return [
    ...kept.filter(({ document }) => !document.isDeleted).map(foundIn),
    ...scheduled(timed, source).filter(({ id }) => !names.has(id)),
  ].sort((a, b) => b.at - a.at);
}

const isOf = ({ id }: SnapshotSource, { clusterId }: KeptSnapshot): boolean => clusterId === id;

const scheduled = ({ now, clusterSpeed: speed }: Timed, { id, begun, eras }: SnapshotSource) =>
  eras.flatMap((era) => snapshotsIn(era, { clusterId: id, begun, now, speed }));

const absent = "SNAPSHOT_NOT_FOUND";

export async function findSnapshot(
  looking: Looking<typeof absent> & Timed,
  source: SnapshotSource,
  snapshotId: string,
): Promise<FoundSnapshot> {
  const row = await snapshots.find(looking, { id: source.groupId }, snapshotId);
  const isKept = row !== undefined && isOf(source, row.document);
  if (isKept && !row.document.isDeleted) return foundIn(row);
  const found = isKept ? undefined : scheduled(looking, source).find(({ id }) => id === snapshotId);
  if (found !== undefined) return found;
  throw looking.fault(absent, { snapshotId, clusterName: source.name });
}

/** Finds the snapshot of a sharded cluster that a snapshot of one of its shards belongs to. */
export async function findWhole(
  timed: Timed,
  source: SnapshotSource,
  memberId: string,
): Promise<FoundSnapshot | undefined> {
  if (!isSharded(source.document)) return undefined;
  const all = await allSnapshots(timed, source);
  return all.find(({ id }) =>
    membersOf(id, source.id, source.document).some((member) => member.id === memberId),
  );
}

/** Refuses to use a snapshot that is not completed. */
export function refuseIncomplete(
  snapshot: FoundSnapshot,
  { now, fault }: Looking<"CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT">,
): void {
  if (isUnfinished(snapshot, now)) {
    throw fault("CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT", { snapshotId: snapshot.id });
  }
}

/** Keeps the event of a job on a cluster's backups until it ends. */
export const expectEnd = (
  changing: Changing,
  { name: clusterName }: SnapshotSource,
  about: Pick<Resource<unknown>, "groupId" | "id">,
  type: EventType,
  endsAt: Instant,
): Promise<void> => expectEvent(changing, about, { type, details: { clusterName } }, endsAt);

export const namesOf = ({ id, name }: SnapshotSource): OfCluster => ({ clusterId: id, clusterName: name });

export const takeErrors = [
  "BACKUP_JOB_NOT_FOUND",
  "SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY",
  "UNFINISHED_ON_DEMAND_SNAPSHOT",
] as const;

interface SentSnapshot {
  readonly description?: string;
  readonly retentionInDays?: number;
  readonly databases?: KeptSnapshot["databases"];
}

export async function takeSnapshot(
  changing: Changing<(typeof takeErrors)[number]> & Timed,
  source: SnapshotSource,
  { description, retentionInDays, databases }: SentSnapshot,
): Promise<FoundSnapshot> {
  const { now, newId, fault, clusterSpeed } = changing;
  const { groupId, document, cluster } = source;
  if (cluster === undefined || !document.settings.backupEnabled) {
    throw fault("BACKUP_JOB_NOT_FOUND", { clusterName: source.name, groupId });
  }
  const id = newId();
  const least = (await findPolicy(changing, { id: groupId }))?.document.onDemandPolicyItem;
  const leastDays = least ? retentionDays(least) : 1;
  const days = retentionInDays ?? leastDays;
  if (days < leastDays) throw fault("SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY", {});
  const isBusy = (await allSnapshots(changing, source)).some(
    (each) => each.frequencyType === "ondemand" && isUnfinished(each, now),
  );
  if (isBusy) throw fault("UNFINISHED_ON_DEMAND_SNAPSHOT", { clusterName: source.name });
  const times = timesOf(now, days, clusterSpeed);
  const made: KeptSnapshot = {
    ...namesOf(source),
    ...times,
    frequencyType: "ondemand",
    policyItems: [],
    copyRegions: copyRegionsOf(scheduleOf(cluster), "ON_DEMAND"),
    ...(description !== undefined && { description }),
    ...(databases && { databases }),
  };
  const row = await snapshots.add(changing, { id: groupId }, id, { document: made, endsAt: times.expiresAt });
  await expectEnd(changing, source, row, "CPS_SNAPSHOT_COMPLETED_AUDIT", times.completesAt);
  if (made.copyRegions.length > 0) {
    await expectEnd(changing, source, row, "CPS_COPY_SNAPSHOT_SUCCESSFUL", times.completesAt);
  }
  return foundIn(row);
}

/** Writes what is changed of a snapshot. One that follows from the schedule is kept from then on. */
async function keep(
  changing: Changing,
  source: SnapshotSource,
  { id, row, ...snapshot }: FoundSnapshot,
  change: Partial<KeptSnapshot>,
): Promise<FoundSnapshot> {
  // The event of its completion comes before that of the change.
  await endIn(changing, source.groupId);
  const document = { ...namesOf(source), ...snapshot, ...change };
  const kept = { document, endsAt: document.expiresAt };
  return foundIn(
    row === undefined
      ? await snapshots.add(changing, { id: source.groupId }, id, kept)
      : await snapshots.replace(changing, row, kept),
  );
}

/** Keeps a snapshot until a job that reads it has ended. Returns when the job is forgotten: with the snapshot, if its cluster is gone. */
export async function holdSnapshot(
  changing: Changing,
  source: SnapshotSource,
  snapshot: FoundSnapshot,
  finishesAt: Instant,
): Promise<Instant | null> {
  const isShort = snapshot.expiresAt < finishesAt;
  const held = isShort ? await keep(changing, source, snapshot, { expiresAt: finishesAt }) : snapshot;
  return source.cluster === undefined ? held.expiresAt : null;
}

/** Reports whether a job that is under way reads a snapshot. */
async function isRead(reading: Reading, group: GroupRef, snapshotId: string): Promise<boolean> {
  const [restores, exports, collections] = await Promise.all([
    restoreJobs.all(reading, group),
    backupExports.all(reading, group),
    collectionRestores.all(reading, group),
  ]);
  const read = [
    ...restores.filter(({ document }) => !document.isCancelled).map(({ document }) => document),
    ...exports.map(({ document }) => document),
    ...collections.map(({ document }) => ({
      snapshotId: document.sent.snapshotId,
      finishesAt: endOfCollectionRestore(document),
    })),
  ];
  return read.some((each) => each.snapshotId === snapshotId && each.finishesAt > reading.now);
}

export const retentionErrors = [
  "BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID",
  "CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY",
  "CANNOT_MODIFY_CLUSTER_SNAPSHOT",
  "CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION",
  absent,
] as const;

const unitsOf = { DAYS: "days", WEEKS: "weeks", MONTHS: "months", YEARS: "years" } as const;

export async function changeRetention(
  changing: Changing<(typeof retentionErrors)[number]> & Timed,
  source: SnapshotSource,
  snapshotId: string,
  sent: { readonly retentionUnit: keyof typeof unitsOf; readonly retentionValue: number },
): Promise<FoundSnapshot> {
  const { now, fault } = changing;
  if ((await findWhole(changing, source, snapshotId)) !== undefined) {
    throw fault("CANNOT_MODIFY_CLUSTER_SNAPSHOT", { snapshotId });
  }
  const before = await findSnapshot(changing, source, snapshotId);
  if (isUnfinished(before, now)) throw fault("CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION", { snapshotId });
  const { retentionUnit, retentionValue } = sent;
  const days = retentionDays({ retentionUnit: unitsOf[retentionUnit], retentionValue });
  const expiresAt = endAfter(days, before.completesAt);
  if (retentionValue < 1 || expiresAt <= now) {
    const field = wrongField("retentionValue", "The snapshot would have expired.");
    throw fault("BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID", { retentionValue }, field);
  }
  if (expiresAt < before.expiresAt && (await hasPolicy(changing, source))) {
    throw fault("CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY", {});
  }
  return keep(changing, source, before, { expiresAt });
}

const hasPolicy = async (reading: Reading, { groupId }: SnapshotSource): Promise<boolean> =>
  (await findPolicy(reading, { id: groupId })) !== undefined;

export const deletionErrors = [
  "CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT",
  "CANNOT_DELETE_IN_PROGRESS_SNAPSHOT",
  "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY",
  absent,
] as const;

export async function deleteSnapshot(
  changing: Changing<(typeof deletionErrors)[number]> & Timed,
  source: SnapshotSource,
  snapshotId: string,
): Promise<void> {
  const { now, fault } = changing;
  if ((await findWhole(changing, source, snapshotId)) !== undefined) {
    throw fault("CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT", { snapshotId });
  }
  const found = await findSnapshot(changing, source, snapshotId);
  if (isUnfinished(found, now) || (await isRead(changing, { id: source.groupId }, snapshotId))) {
    throw fault("CANNOT_DELETE_IN_PROGRESS_SNAPSHOT", { snapshotId });
  }
  if (await hasPolicy(changing, source)) {
    throw fault("CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY", {});
  }
  const { row, frequencyType } = found;
  if (row === undefined || frequencyType !== "ondemand") {
    await keep(changing, source, found, { isDeleted: true });
    return;
  }
  await endIn(changing, source.groupId);
  await snapshots.remove(changing, row);
}

/** Deletes the kept snapshots of a cluster whose backups are turned off; those of its schedule end with that. */
export async function dropSnapshots(
  changing: Changing,
  { id, groupId }: Resource<AtlasCluster>,
): Promise<void> {
  for (const row of await snapshots.all(changing, { id: groupId })) {
    if (row.document.clusterId === id) await snapshots.remove(changing, row);
  }
}

const jobsOfCluster = [restoreJobs, backupExports, collectionRestores] as const;

/** Ends the backups of a cluster that is deleted, or keeps them until the last snapshot expires. */
export async function endBackups(
  changing: Changing & Timed,
  cluster: Resource<AtlasCluster>,
  endsAt: Instant,
  isRetained: boolean,
): Promise<void> {
  const { id, groupId, name, document } = cluster;
  const { now } = changing;
  const source: SnapshotSource = {
    id,
    groupId,
    name,
    document,
    begun: begunAt(cluster),
    eras: lastingEras(cluster, now),
    cluster,
  };
  const all = await allSnapshots(changing, source);
  const isKept = all.length > 0 && (isRetained || (await hasPolicy(changing, source)));
  const lastsUntil = isKept ? Math.max(...all.map(({ expiresAt }) => expiresAt)) : endsAt;
  if (isKept) {
    const { begun, eras } = source;
    const kept = { clusterName: name, begun, cluster: document, eras };
    await retainedBackups.add(changing, { id: groupId }, id, { document: kept, endsAt: lastsUntil });
  }
  for (const kind of isKept ? jobsOfCluster : [...jobsOfCluster, snapshots]) {
    for (const row of await kind.all(changing, { id: groupId })) {
      if (row.document.clusterId !== id) continue;
      if (isKept) changing.tx.documents.replace({ ...row, endsAt: lastsUntil });
      else kind.end(changing, row as never, endsAt);
    }
  }
}
