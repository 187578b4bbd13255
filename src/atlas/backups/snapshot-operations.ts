// Operations on snapshots of clusters, and on what is in them.

import { atlas } from "../../core/operations/atlas.ts";
import { linksOf, pageOf, showPageOf } from "../../core/operations/declare.ts";
import { isSharded, membersOf } from "./rules/snapshot.ts";
import {
  allSnapshots,
  changeRetention,
  deleteSnapshot,
  deletionErrors,
  findSnapshot,
  findSource,
  findWhole,
  retentionErrors,
  sourceErrors,
  takeErrors,
  takeSnapshot,
} from "./snapshots.ts";
import { showShardedSnapshot, showSnapshot } from "./views.ts";

const missing = [...sourceErrors, "SNAPSHOT_NOT_FOUND"] as const;

export const listGroupClusterBackupSnapshots = atlas("listGroupClusterBackupSnapshots", {
  errors: [...sourceErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, query } = context;
  const source = await findSource(context, context.group, context.params.clusterName);
  const seconds = query.pointInTimeUtcSeconds ?? query.oplogTs;
  const all = await allSnapshots(context, source);
  const wanted = all.filter(({ takenAt }) => seconds === undefined || takenAt <= seconds * 1000);
  return pageOf(
    wanted.map((snapshot) => ({ source, snapshot, now })),
    query,
  );
}, showPageOf(showSnapshot));

export const takeGroupClusterBackupSnapshots = atlas("takeGroupClusterBackupSnapshots", {
  locks: "group",
  errors: [...sourceErrors, ...takeErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const source = await findSource(context, context.group, context.params.clusterName);
  return {
    source,
    snapshot: await takeSnapshot(context, source, context.body),
    now: context.now,
    isBegun: true,
  };
}, showSnapshot);

export const getGroupClusterBackupSnapshot = atlas("getGroupClusterBackupSnapshot", {
  errors: [...missing],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, params } = context;
  const source = await findSource(context, context.group, params.clusterName);
  const snapshot = await findWhole(context, source, params.snapshotId);
  if (snapshot === undefined) {
    return { source, snapshot: await findSnapshot(context, source, params.snapshotId), now };
  }
  const members = membersOf(snapshot.id, source.id, source.document);
  const member = members.find(({ id }) => id === params.snapshotId);
  return { source, snapshot, now, ...(member && { member }) };
}, showSnapshot);

export const updateGroupClusterBackupSnapshot = atlas("updateGroupClusterBackupSnapshot", {
  locks: "group",
  errors: [...sourceErrors, ...retentionErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, params, body } = context;
  const source = await findSource(context, context.group, params.clusterName);
  return { source, snapshot: await changeRetention(context, source, params.snapshotId, body), now };
}, showSnapshot);

export const deleteGroupClusterBackupSnapshot = atlas("deleteGroupClusterBackupSnapshot", {
  locks: "group",
  errors: [...sourceErrors, ...deletionErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const source = await findSource(context, context.group, context.params.clusterName);
  await deleteSnapshot(context, source, context.params.snapshotId);
});

export const listGroupClusterBackupSnapshotShardedClusters = atlas(
  "listGroupClusterBackupSnapshotShardedClusters",
  { errors: [...sourceErrors], needs: ["clusterSpeed"] },
).handle(
  async (context) => {
    const { now } = context;
    const source = await findSource(context, context.group, context.params.clusterName);
    const all = isSharded(source.document) ? await allSnapshots(context, source) : [];
    return all.map((snapshot) => ({ source, snapshot, now }));
  },
  (all, showing) => ({
    links: linksOf(`${showing.origin}${showing.path}`),
    results: all.map((each) => showShardedSnapshot(each, showing)),
    totalCount: all.length,
  }),
);

// The Terraform provider reads each snapshot here too, and plans a change where a replica set is refused.
export const getGroupClusterBackupSnapshotShardedCluster = atlas(
  "getGroupClusterBackupSnapshotShardedCluster",
  { errors: [...missing], needs: ["clusterSpeed"] },
).handle(async (context) => {
  const { now, group, params } = context;
  const source = await findSource(context, group, params.clusterName);
  return { source, snapshot: await findSnapshot(context, source, params.snapshotId), now };
}, showShardedSnapshot);

export const deleteGroupClusterBackupSnapshotShardedCluster = atlas(
  "deleteGroupClusterBackupSnapshotShardedCluster",
  { locks: "group", errors: [...sourceErrors, ...deletionErrors], needs: ["clusterSpeed"] },
).handle(async (context) => {
  const { group, params, fault } = context;
  const { clusterName, snapshotId } = params;
  const source = await findSource(context, group, clusterName);
  if (!isSharded(source.document)) throw fault("SNAPSHOT_NOT_FOUND", { snapshotId, clusterName });
  await deleteSnapshot(context, source, snapshotId);
});
