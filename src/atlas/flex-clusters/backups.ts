// The restore jobs of flex clusters, which end with their cluster, and how a snapshot is found.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import { type Resource, resourcesOf } from "../../core/changes/resources.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { enterTarget, occupy, type Restoring } from "../backups/restores.ts";
import { findAny } from "../clusters/common.ts";
import type { FlexCluster } from "../clusters/rules/cluster.ts";
import {
  type FlexRestoreJob,
  type FlexSnapshot,
  flexJobTimes,
  flexSnapshots,
  flexStatus,
} from "./rules/flex-backup.ts";

const ofCluster = (_: string, job: { readonly clusterName: string } | undefined) => ({
  ...(job && { clusterName: job.clusterName }),
});

/** The restore jobs by id. */
export const flexRestoreJobs = resourcesOf<FlexRestoreJob>({
  kind: "flexRestoreJob",
  events: {
    added: ({ target }) =>
      target === undefined ? "TENANT_SNAPSHOT_DOWNLOAD_REQUESTED_AUDIT" : "TENANT_RESTORE_REQUESTED_AUDIT",
  },
  details: ofCluster,
});

/** The restores that are under way: the event is recorded once the clock has reached its end. */
const flexRestoreEnds = resourcesOf<{ readonly clusterName: string }>({
  kind: "flexRestoreEnd",
  events: { removed: () => "TENANT_RESTORE_COMPLETED_AUDIT" },
  details: ofCluster,
});

type Found = Resource<FlexCluster>;

export function findFlexSnapshot(
  { now, fault, clusterSpeed }: Looking<"TENANT_SNAPSHOT_NOT_FOUND"> & Pick<Restoring, "clusterSpeed">,
  cluster: Found,
  snapshotId: string,
): FlexSnapshot {
  const found = flexSnapshots(cluster, now, clusterSpeed).find(({ id }) => id === snapshotId);
  if (found === undefined) throw fault("TENANT_SNAPSHOT_NOT_FOUND", { snapshotId, name: cluster.name });
  return found;
}

export const flexJobErrors = ["CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT", "TENANT_SNAPSHOT_NOT_FOUND"] as const;
export const flexTargetErrors = ["CANNOT_RESTORE_TO_TARGET", "CLUSTER_NOT_FOUND"] as const;

/** Begins to restore a snapshot to a cluster, which cannot be changed until that has finished. */
export async function restoreFlex(
  changing: Changing<(typeof flexJobErrors)[number] | (typeof flexTargetErrors)[number]> & Restoring,
  cluster: Found,
  snapshotId: string,
  target: NonNullable<FlexRestoreJob["target"]>,
): Promise<Resource<FlexRestoreJob>> {
  const { tx, now, fault } = changing;
  const group = { id: target.groupId };
  await enterTarget(changing, cluster, { id: group.id, clusterName: target.name });
  const found = await findAny({ tx, now, fault, group }, target.name);
  const job = await makeFlexJob(changing, cluster, snapshotId, target);
  await occupy(changing, found, job.document.finishesAt);
  return job;
}

/** Begins to restore a snapshot, or to make it ready for download where no target is named. */
export async function makeFlexJob(
  changing: Changing<(typeof flexJobErrors)[number]> & Pick<Restoring, "clusterSpeed">,
  cluster: Found,
  snapshotId: string,
  target?: FlexRestoreJob["target"],
): Promise<Resource<FlexRestoreJob>> {
  const { now, newId, fault, clusterSpeed } = changing;
  const id = newId();
  const snapshot = findFlexSnapshot(changing, cluster, snapshotId);
  if (flexStatus(snapshot, now) !== "COMPLETED") {
    throw fault("CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT", { snapshotId });
  }
  const document = {
    clusterId: cluster.id,
    clusterName: cluster.name,
    ...flexJobTimes(now, clusterSpeed),
    snapshotId,
    snapshotFinishedAt: snapshot.finishesAt,
    ...(target && { target }),
  };
  const group = { id: cluster.groupId };
  const job = await flexRestoreJobs.add(changing, group, id, { document });
  if (target !== undefined) {
    const end = { document: { clusterName: cluster.name }, endsAt: document.finishesAt };
    await flexRestoreEnds.insert(changing, group, id, end);
  }
  return job;
}

/** Ends the restore jobs of a cluster that is deleted. */
export async function endRestoreJobs(
  changing: Changing,
  { id, groupId }: Found,
  endsAt: Instant,
): Promise<void> {
  for (const job of await flexRestoreJobs.all(changing, { id: groupId })) {
    if (job.document.clusterId === id) flexRestoreJobs.end(changing, job, endsAt);
  }
}
