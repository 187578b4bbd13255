// Snapshots, jobs and exports as answers show them.

import type {
  DiskBackupExportJob,
  DiskBackupReplicaSet,
  DiskBackupShardedClusterSnapshot,
  DiskBackupSnapshotRestoreJob,
} from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { day, type Instant, second, toTimestamp } from "../../core/domain/instant.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import type { Showing } from "../../core/operations/declare.ts";
import { releaseOf } from "../clusters/rules/cluster.ts";
import type { FoundExport } from "./exports.ts";
import type { OfCluster } from "./kept.ts";
import { stateOfExport } from "./rules/export.ts";
import { jobAt, type RestoreJob, urlOf } from "./rules/restore-job.ts";
import { isSharded, membersOf, statusOf } from "./rules/snapshot.ts";
import type { FoundSnapshot, SnapshotSource } from "./snapshots.ts";

export interface SnapshotSeen {
  readonly source: SnapshotSource;
  readonly snapshot: FoundSnapshot;
  readonly now: Instant;
  /** The snapshot of one shard, if only that is shown. */
  readonly member?: ReturnType<typeof membersOf>[number];
  /** True if this request has begun it. */
  readonly isBegun?: boolean;
}

interface Place {
  readonly groupId: string;
  readonly clusterName: string;
}

const placeOf = ({ groupId, name }: SnapshotSource): Place => ({ groupId, clusterName: name });

/** Returns the address of a cluster. */
const hrefOf = ({ groupId, clusterName }: Place, { origin }: Showing): string =>
  `${origin}/api/atlas/v2/groups/${groupId}/clusters/${clusterName}`;

const link = (rel: string, href: string) => ({ href, rel: `https://cloud.mongodb.com/${rel}` });
const bytesPerGigabyte = 1024 ** 3;

/** Returns the bytes of the disks that a snapshot is of. */
const sizeOf = ({ document }: SnapshotSource): number =>
  bytesPerGigabyte *
  document.shards.reduce(
    (sum, { regionConfigs }) => sum + (regionConfigs[0]?.electableSpecs.diskSizeGB ?? 0),
    0,
  );

function showShared({ source, snapshot, now, isBegun }: SnapshotSeen, href: string, showing: Showing) {
  const { document } = source;
  const { frequencyType, policyItems, description } = snapshot;
  const status = isBegun ? ("queued" as const) : statusOf(snapshot, now);
  // Until a snapshot is completed, its end is counted from the request.
  const early = status === "completed" ? 0 : snapshot.completesAt - snapshot.at;
  return {
    ...(status === "completed" && { createdAt: toTimestamp(snapshot.takenAt) }),
    ...(description !== undefined && { description }),
    expiresAt: toTimestamp(snapshot.expiresAt - early),
    frequencyType: frequencyType as "daily",
    links: [{ href, rel: "self" }, link("cluster", hrefOf(placeOf(source), showing))],
    ...(isBegun || !hasVersion(snapshot, now) ? {} : { mongodVersion: releaseOf(document.majorVersion) }),
    policyItems: [...policyItems],
    snapshotType: frequencyType === "ondemand" ? ("onDemand" as const) : ("scheduled" as const),
    status,
    storageSizeBytes: status === "completed" ? sizeOf(source) : 0,
  };
}

/** Reports whether the version of MongoDB is shown: a while after a snapshot starts, as recorded. */
const hasVersion = ({ startsAt, takenAt }: FoundSnapshot, now: Instant): boolean =>
  now >= startsAt + (takenAt - startsAt) / 10;

const providerOf = ({ document }: SnapshotSource) =>
  document.shards[0]?.regionConfigs[0]?.providerName as "AWS" | undefined;

export function showSnapshot(seen: SnapshotSeen, showing: Showing): DiskBackupReplicaSet {
  const { source, snapshot, member, now, isBegun } = seen;
  const href = `${hrefOf(placeOf(source), showing)}/backup/snapshots/${member?.id ?? snapshot.id}`;
  const shared = showShared(seen, href, showing);
  const cloudProvider = member?.cloudProvider ?? providerOf(source);
  const isWhole = isSharded(source.document) && member === undefined;
  return sortMembers({
    ...shared,
    ...(!isBegun && now >= snapshot.takenAt && cloudProvider && { cloudProvider: cloudProvider as "AWS" }),
    copyRegions: [...snapshot.copyRegions],
    id: member?.id ?? snapshot.id,
    ...(!isWhole && { replicaSetName: member?.replicaSetName ?? source.name }),
    type: isWhole ? ("shardedCluster" as const) : ("replicaSet" as const),
  });
}

export function showShardedSnapshot(seen: SnapshotSeen, showing: Showing): DiskBackupShardedClusterSnapshot {
  const { source, snapshot } = seen;
  const href = `${hrefOf(placeOf(source), showing)}/backup/snapshots/shardedCluster/${snapshot.id}`;
  const isWhole = isSharded(source.document);
  const members = isWhole ? membersOf(snapshot.id, source.id, source.document) : [];
  const configServerType = source.document.hasDedicatedConfig
    ? ("DEDICATED" as const)
    : ("EMBEDDED" as const);
  return sortMembers({
    ...showShared(seen, href, showing),
    ...(isWhole && { configServerType }),
    id: snapshot.id,
    members: members.map((each) => ({ ...each, cloudProvider: each.cloudProvider as "AWS" })),
    snapshotIds: members.map(({ id }) => id),
    type: isWhole ? ("shardedCluster" as const) : ("replicaSet" as const),
  });
}

export interface JobSeen {
  readonly job: Resource<RestoreJob & OfCluster>;
  readonly now: Instant;
  /** True if this request has begun it. */
  readonly isBegun?: boolean;
}

export function showRestoreJob(
  { job, now, isBegun }: JobSeen,
  showing: Showing,
): DiskBackupSnapshotRestoreJob {
  const { name: id, groupId, document } = job;
  const { clusterName, deliveryType, snapshotId, desired, target, shards, isCancelled } = document;
  const { isExpired, isOffered, expiresAt, finishedAt } = jobAt(document, isBegun ? now - day : now);
  const cluster = hrefOf({ groupId, clusterName }, showing);
  const seconds = desired.pointInTimeUTCSeconds ?? desired.oplogTs ?? null;
  const urls = (shards ?? [""]).map((shard) => urlOf(id, snapshotId, shard));
  return sortMembers({
    cancelled: isCancelled,
    ...(shards && {
      components: shards.map((replicaSetName, index) => ({
        ...(isOffered && { downloadUrl: urls[index] ?? "" }),
        replicaSetName,
      })),
    }),
    deliveryType,
    deliveryUrl: isOffered ? urls : [],
    desiredTimestamp: {
      date: seconds === null ? null : toTimestamp(seconds * second),
      increment: desired.oplogInc ?? null,
      time: seconds,
    },
    ...desired,
    expired: isExpired,
    ...(expiresAt !== undefined && { expiresAt: toTimestamp(expiresAt) }),
    failed: false,
    ...(finishedAt !== undefined && { finishedAt: toTimestamp(finishedAt) }),
    id,
    links: [
      { href: `${cluster}/backup/restoreJobs/${id}`, rel: "self" },
      link("snapshot", `${cluster}/backup/snapshots/${snapshotId}`),
      link("cluster", cluster),
      link("group", `${showing.origin}/api/atlas/v2/groups/${groupId}`),
    ],
    snapshotId,
    ...(target && {
      targetClusterName: target.clusterName,
      targetDeploymentItemName: target.itemName,
      targetGroupId: target.groupId,
    }),
    timestamp: toTimestamp(document.timestamp),
  });
}

export interface ExportSeen {
  readonly source: SnapshotSource;
  readonly exported: FoundExport;
  readonly now: Instant;
  /** True if this request has begun it. */
  readonly isBegun?: boolean;
}

export function showExport({ source, exported, now, isBegun }: ExportSeen): DiskBackupExportJob {
  const { id, createdAt, customData, exportBucketId, snapshotId, prefix, finishesAt } = exported;
  const state = isBegun ? "Queued" : stateOfExport(exported, now);
  const members = membersOf(snapshotId, source.id, source.document);
  return sortMembers({
    ...(isSharded(source.document) && {
      components: members.map(({ replicaSetName }) => ({ exportId: id, replicaSetName })),
    }),
    createdAt: toTimestamp(createdAt),
    customData: customData.map((each) => ({ ...each })),
    exportBucketId,
    exportStatus: { exportedCollections: 0, totalCollections: 0 },
    ...(state === "Successful" && { finishedAt: toTimestamp(finishesAt) }),
    id,
    prefix,
    snapshotId,
    state,
  });
}
