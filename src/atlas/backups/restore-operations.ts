// Operations on restore jobs of clusters.

import { atlas } from "../../core/operations/atlas.ts";
import { type FaultMaker, pageOf, showPageOf } from "../../core/operations/declare.ts";
import { restoreJobs } from "./kept.ts";
import { cancelRestoreJob, makeRestoreJob, restoreErrors } from "./restores.ts";
import { findSource, type SnapshotSource, sourceErrors } from "./snapshots.ts";
import { showRestoreJob } from "./views.ts";

type Reading = Parameters<typeof restoreJobs.all>[0];

/** Lists the restore jobs of a cluster, the newest first. */
async function jobsOf(reading: Reading, source: SnapshotSource) {
  const all = await restoreJobs.all(reading, { id: source.groupId });
  return all.filter(({ document }) => document.clusterId === source.id).reverse();
}

async function findJob(
  looking: Reading & { readonly fault: FaultMaker<"RESTORE_JOB_NOT_FOUND"> },
  source: SnapshotSource,
  restoreJobId: string,
) {
  const found = await restoreJobs.find(looking, { id: source.groupId }, restoreJobId);
  if (found?.document.clusterId === source.id) return found;
  throw looking.fault("RESTORE_JOB_NOT_FOUND", { restoreJobId, clusterName: source.name });
}

const missing = [...sourceErrors, "RESTORE_JOB_NOT_FOUND"] as const;

export const listGroupClusterBackupRestoreJobs = atlas("listGroupClusterBackupRestoreJobs", {
  errors: [...sourceErrors],
}).handle(async (context) => {
  const { now, group, params, query } = context;
  const all = await jobsOf(context, await findSource(context, group, params.clusterName));
  return pageOf(
    all.map((job) => ({ job, now })),
    query,
  );
}, showPageOf(showRestoreJob));

export const createGroupClusterBackupRestoreJob = atlas("createGroupClusterBackupRestoreJob", {
  locks: "group",
  errors: [...sourceErrors, ...restoreErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const source = await findSource(context, context.group, context.params.clusterName);
  return { job: await makeRestoreJob(context, source, context.body), now: context.now, isBegun: true };
}, showRestoreJob);

export const getGroupClusterBackupRestoreJob = atlas("getGroupClusterBackupRestoreJob", {
  errors: [...missing],
}).handle(async (context) => {
  const { now, group, params } = context;
  const source = await findSource(context, group, params.clusterName);
  return { job: await findJob(context, source, params.restoreJobId), now };
}, showRestoreJob);

export const cancelGroupClusterBackupRestoreJob = atlas("cancelGroupClusterBackupRestoreJob", {
  locks: "group",
  errors: [...missing, "CANNOT_CANCEL_AUTOMATED_RESTORE"],
}).handle(async (context) => {
  const { group, params } = context;
  const source = await findSource(context, group, params.clusterName);
  await cancelRestoreJob(context, await findJob(context, source, params.restoreJobId));
});
