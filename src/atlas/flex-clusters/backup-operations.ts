// Operations on snapshots of flex clusters, and on restore jobs of them.

import type { FlexBackupRestoreJob20241113, FlexBackupSnapshot20241113 } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type Instant, pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { defaultMajorVersion, releaseOf } from "../clusters/rules/cluster.ts";
import {
  findFlexSnapshot,
  flexJobErrors,
  flexRestoreJobs,
  flexTargetErrors,
  makeFlexJob,
  restoreFlex,
} from "./backups.ts";
import { findErrors, findFlexCluster } from "./common.ts";
import {
  type FlexRestoreJob,
  type FlexSnapshot,
  flexSnapshots,
  flexStatus,
  flexUrlOf,
} from "./rules/flex-backup.ts";

interface SnapshotSeen {
  readonly snapshot: FlexSnapshot;
  readonly now: Instant;
}

function showSnapshot({ snapshot, now }: SnapshotSeen): FlexBackupSnapshot20241113 {
  const { id, at, startsAt, finishesAt, expiresAt } = snapshot;
  const status = flexStatus(snapshot, now);
  return {
    expiration: toTimestamp(expiresAt),
    ...(status === "COMPLETED" && { finishTime: toTimestamp(finishesAt) }),
    id,
    mongoDBVersion: releaseOf(defaultMajorVersion),
    scheduledTime: toTimestamp(at),
    ...(status !== "PENDING" && { startTime: toTimestamp(startsAt) }),
    status,
  };
}

interface JobSeen {
  readonly job: Resource<FlexRestoreJob>;
  readonly now: Instant;
  /** True if this request has begun it. */
  readonly isBegun?: boolean;
}

function showJob({ job, now, isBegun }: JobSeen): FlexBackupRestoreJob20241113 {
  const { name: id, groupId, document } = job;
  const { clusterName, createdAt, expiresAt, finishesAt, snapshotId, snapshotFinishedAt, target } = document;
  const status = isBegun ? "PENDING" : flexStatus(document, now);
  const isDone = status === "COMPLETED";
  return sortMembers<FlexBackupRestoreJob20241113>({
    deliveryType: target === undefined ? "DOWNLOAD" : "RESTORE",
    expirationDate: toTimestamp(expiresAt),
    id,
    instanceName: clusterName,
    projectId: groupId,
    ...(isDone && { restoreFinishedDate: toTimestamp(finishesAt) }),
    restoreScheduledDate: toTimestamp(createdAt),
    snapshotFinishedDate: toTimestamp(snapshotFinishedAt),
    snapshotId,
    ...(target === undefined && now < expiresAt && { snapshotUrl: flexUrlOf(id, snapshotId) }),
    status,
    ...(target && { targetDeploymentItemName: target.name, targetProjectId: target.groupId }),
  });
}

export const listGroupFlexClusterBackupSnapshots = atlas("listGroupFlexClusterBackupSnapshots", {
  errors: [...findErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, query, clusterSpeed } = context;
  const all = flexSnapshots(await findFlexCluster(context), now, clusterSpeed);
  return pageOf(
    all.map((snapshot) => ({ snapshot, now })),
    query,
  );
}, showPageOf(showSnapshot));

export const getGroupFlexClusterBackupSnapshot = atlas("getGroupFlexClusterBackupSnapshot", {
  errors: [...findErrors, "TENANT_SNAPSHOT_NOT_FOUND"],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const cluster = await findFlexCluster(context);
  return { snapshot: findFlexSnapshot(context, cluster, context.params.snapshotId), now: context.now };
}, showSnapshot);

export const downloadGroupFlexClusterBackup = atlas("downloadGroupFlexClusterBackup", {
  locks: "group",
  errors: [...findErrors, ...flexJobErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const cluster = await findFlexCluster(context);
  const job = await makeFlexJob(context, cluster, context.body.snapshotId);
  return { job, now: context.now, isBegun: true };
}, showJob);

export const listGroupFlexClusterBackupRestoreJobs = atlas("listGroupFlexClusterBackupRestoreJobs", {
  errors: [...findErrors],
}).handle(async (context) => {
  const { now, group, query } = context;
  const { id } = await findFlexCluster(context);
  const all = await flexRestoreJobs.all(context, group);
  const jobs = all.filter(({ document }) => document.clusterId === id).reverse();
  return pageOf(
    jobs.map((job) => ({ job, now })),
    query,
  );
}, showPageOf(showJob));

export const createGroupFlexClusterBackupRestoreJob = atlas("createGroupFlexClusterBackupRestoreJob", {
  locks: "group",
  errors: [...findErrors, ...flexJobErrors, ...flexTargetErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, group, body } = context;
  const cluster = await findFlexCluster(context);
  const target = { name: body.targetDeploymentItemName, groupId: body.targetProjectId ?? group.id };
  return { job: await restoreFlex(context, cluster, body.snapshotId, target), now, isBegun: true };
}, showJob);

export const getGroupFlexClusterBackupRestoreJob = atlas("getGroupFlexClusterBackupRestoreJob", {
  errors: [...findErrors, "TENANT_RESTORE_NOT_FOUND"],
}).handle(async (context) => {
  const { now, group, params, fault } = context;
  const { id, name } = await findFlexCluster(context);
  const { restoreJobId } = params;
  const job = await flexRestoreJobs.find(context, group, restoreJobId);
  if (job?.document.clusterId !== id) throw fault("TENANT_RESTORE_NOT_FOUND", { restoreJobId, name });
  return { job, now };
}, showJob);
