// Creates and cancels restore jobs. A job keeps its target from being changed while it runs; no data is copied.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { holdsInGroup } from "../../core/changes/scopes.ts";
import { missing } from "../../core/contract/errors.ts";
import type { Caller } from "../../core/domain/access.ts";
import { day, second } from "../../core/domain/instant.ts";
import type { Paced } from "../clusters/cluster-life.ts";
import { findCluster, findErrors } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import { type AtlasCluster, type Cluster, isRestoring, isTenant } from "../clusters/rules/cluster.ts";
import { type OfCluster, restoreJobs } from "./kept.ts";
import { itemNameOf } from "./rules/derived-ids.ts";
import { durationOf, jobAt, type RestoreJob } from "./rules/restore-job.ts";
import { isSharded, isUnfinished, membersOf } from "./rules/snapshot.ts";
import {
  allSnapshots,
  expectEnd,
  type FoundSnapshot,
  findSnapshot,
  holdSnapshot,
  namesOf,
  refuseIncomplete,
  type SnapshotSource,
} from "./snapshots.ts";

export interface Restoring extends Pick<Paced, "clusterSpeed"> {
  /** Null for a seed. */
  readonly caller: Caller | null;
}

/** The target cluster of a request. */
export interface SentTarget {
  readonly targetClusterName?: string;
  readonly targetGroupId?: string;
}

export const targetErrors = [
  ...findErrors,
  "ATLAS_CLUSTER_RESTORE_IN_PROGRESS",
  "CANNOT_RESTORE_TO_TARGET",
  "CLUSTER_PAUSED_CANNOT_RESTORE",
  "MISSING_ATTRIBUTE",
] as const;

/** Refuses a target in a project where the caller may not restore; locks that project. */
export async function enterTarget(
  { tx, fault, caller }: Changing<"CANNOT_RESTORE_TO_TARGET"> & Pick<Restoring, "caller">,
  { groupId }: { readonly groupId: string },
  { id, clusterName: name }: { readonly id: string; readonly clusterName: string },
): Promise<void> {
  if (id === groupId || caller === null) return;
  if (!(await holdsInGroup(tx, id, caller, "GROUP_BACKUP_RECOVERY_OPERATOR"))) {
    throw fault("CANNOT_RESTORE_TO_TARGET", { name, groupId: id });
  }
  tx.locks.group(id, caller.id);
}

/** Finds the cluster to restore to, which may be in another project of the caller, and must have the form of the snapshot's. */
export async function findTarget(
  changing: Changing<(typeof targetErrors)[number]> & Restoring,
  source: SnapshotSource,
  { targetClusterName: clusterName, targetGroupId: id = source.groupId }: SentTarget,
): Promise<Resource<AtlasCluster>> {
  const { tx, now, fault } = changing;
  if (clusterName === undefined) throw missing("targetClusterName", fault);
  await enterTarget(changing, source, { id, clusterName });
  const found = await findCluster({ tx, now, group: { id }, params: { clusterName }, fault });
  const { document, endsAt } = found;
  const hasForm = isSharded(document) === isSharded(source.document);
  const isOlder = Number(document.majorVersion) < Number(source.document.majorVersion);
  if (endsAt !== null || isTenant(document) || !hasForm || isOlder) {
    throw fault("CANNOT_RESTORE_TO_TARGET", { name: clusterName, groupId: id });
  }
  if (document.settings.paused) throw fault("CLUSTER_PAUSED_CANNOT_RESTORE", { name: clusterName });
  if (isRestoring(document, now)) {
    throw fault("ATLAS_CLUSTER_RESTORE_IN_PROGRESS", { name: clusterName });
  }
  return found;
}

/** Keeps a cluster from being changed until a restore to it has finished. */
export async function occupy(
  changing: Changing,
  target: Resource<Cluster>,
  restoringUntil: number,
): Promise<void> {
  await clusters.replace(changing, target, { document: { ...target.document, restoringUntil } });
}

interface PointInTime {
  readonly oplogInc?: number | null;
  readonly oplogTs?: number | null;
  readonly seconds?: number | null;
}

export const pointErrors = [
  "INVALID_PIT_RESTORE_TIME",
  "MISSING_ATTRIBUTE",
  "UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME",
] as const;

/** Finds the last snapshot before an instant, which has to be in the restore window. */
export async function findPrior(
  looking: Looking<(typeof pointErrors)[number]> & Pick<Paced, "clusterSpeed">,
  source: SnapshotSource,
  { oplogTs, oplogInc, seconds = oplogTs }: PointInTime,
): Promise<FoundSnapshot> {
  const { now, fault } = looking;
  const { document, eras, name: clusterName } = source;
  if ((seconds ?? null) === null) throw missing("pointInTimeUTCSeconds", fault);
  if ((oplogTs ?? null) !== null && (oplogInc ?? null) === null) throw missing("oplogInc", fault);
  const at = Number(seconds) * second;
  const windowDays = eras.at(-1)?.schedule.restoreWindowDays ?? 0;
  if (!document.settings.pitEnabled || at > now || at < now - windowDays * day) {
    throw fault("INVALID_PIT_RESTORE_TIME", { clusterName });
  }
  const all = await allSnapshots(looking, source);
  const found = all.find((each) => each.takenAt <= at && !isUnfinished(each, now));
  if (found === undefined) {
    throw fault("UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME", { clusterName });
  }
  return found;
}

export const restoreErrors = [
  ...targetErrors,
  ...pointErrors,
  "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT",
  "CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY",
  "CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION",
  "SNAPSHOT_NOT_FOUND",
] as const;

interface SentRestore extends SentTarget {
  readonly deliveryType: RestoreJob["deliveryType"];
  readonly snapshotId?: string;
  readonly oplogInc?: number;
  readonly oplogTs?: number;
  readonly pointInTimeUTCSeconds?: number;
}

type Job = Resource<RestoreJob & OfCluster>;
type Code = (typeof restoreErrors)[number];

export async function makeRestoreJob(
  changing: Changing<Code> & Restoring,
  source: SnapshotSource,
  sent: SentRestore,
): Promise<Job> {
  const { now, newId, clusterSpeed } = changing;
  const { deliveryType } = sent;
  const id = newId();
  const snapshot = await snapshotFor(changing, source, sent);
  if (deliveryType === "download") await refuseDownload(changing, source, snapshot);
  const target = deliveryType === "download" ? undefined : await findTarget(changing, source, sent);
  const finishesAt = now + durationOf(deliveryType, clusterSpeed);
  if (target !== undefined) await occupy(changing, target, finishesAt);
  const { oplogInc, oplogTs, pointInTimeUTCSeconds } = sent;
  const members = membersOf(snapshot.id, source.id, source.document);
  const document = {
    ...namesOf(source),
    deliveryType,
    snapshotId: snapshot.id,
    timestamp: snapshot.takenAt,
    desired:
      deliveryType === "pointInTime"
        ? {
            ...(oplogInc !== undefined && { oplogInc }),
            ...(oplogTs !== undefined && { oplogTs }),
            ...(pointInTimeUTCSeconds !== undefined && { pointInTimeUTCSeconds }),
          }
        : {},
    ...(target && {
      target: { clusterName: target.name, groupId: target.groupId, itemName: itemNameOf(target.id) },
    }),
    ...(isSharded(source.document) && { shards: members.map(({ replicaSetName }) => replicaSetName) }),
    finishesAt,
    isCancelled: false,
  };
  const endsAt = await holdSnapshot(changing, source, snapshot, finishesAt);
  const group = { id: source.groupId };
  const job = await restoreJobs.add(changing, group, id, { document, endsAt });
  if (target !== undefined) await expectEnd(changing, source, job, "CPS_RESTORE_SUCCESSFUL", finishesAt);
  return job;
}

async function snapshotFor(
  changing: Changing<Code> & Restoring,
  source: SnapshotSource,
  { deliveryType, snapshotId, oplogInc, oplogTs, pointInTimeUTCSeconds }: SentRestore,
): Promise<FoundSnapshot> {
  if (deliveryType === "pointInTime") {
    const point = { seconds: pointInTimeUTCSeconds ?? oplogTs, oplogTs, oplogInc } as PointInTime;
    return findPrior(changing, source, point);
  }
  const found = await findSnapshot(changing, source, snapshotId ?? "null");
  refuseIncomplete(found, changing);
  return found;
}

/** Refuses a download of encrypted data, and a second one of a snapshot that is still prepared. */
async function refuseDownload(
  changing: Changing<Code>,
  source: SnapshotSource,
  { id: snapshotId }: FoundSnapshot,
): Promise<void> {
  const { now, fault } = changing;
  if (source.document.settings.encryptionAtRestProvider !== "NONE") {
    throw fault("CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION", { snapshotId });
  }
  const isPrepared = (await restoreJobs.all(changing, { id: source.groupId })).some(
    ({ document: each }) =>
      each.snapshotId === snapshotId &&
      each.deliveryType === "download" &&
      !each.isCancelled &&
      each.finishesAt > now,
  );
  if (isPrepared) throw fault("CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY", { snapshotId });
}

/** Cancels a download; one that has expired stays as it is. */
export async function cancelRestoreJob(
  changing: Changing<"CANNOT_CANCEL_AUTOMATED_RESTORE">,
  job: Job,
): Promise<void> {
  const { document } = job;
  if (document.deliveryType !== "download") {
    throw changing.fault("CANNOT_CANCEL_AUTOMATED_RESTORE", { restoreJobId: job.name });
  }
  if (jobAt(document, changing.now).isExpired) return;
  await restoreJobs.replace(changing, job, { document: { ...document, isCancelled: true } });
}
