// The kinds of resources for backups: compliance policies, snapshots, jobs, export buckets, and the backups of deleted clusters.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { AtlasCluster } from "../clusters/rules/cluster.ts";
import type { Era } from "./rules/backup-schedule.ts";
import type { CollectionRestore } from "./rules/collection-restore.ts";
import type { CompliancePolicy } from "./rules/compliance-policy.ts";
import type { BackupExport } from "./rules/export.ts";
import type { ExportBucket } from "./rules/export-bucket.ts";
import type { RestoreJob } from "./rules/restore-job.ts";
import type { Snapshot } from "./rules/snapshot.ts";

/** The compliance policies; a project has at most one. */
export const compliancePolicies = resourcesOf<CompliancePolicy>({
  kind: "compliancePolicy",
  events: {
    added: "CPS_DATA_PROTECTION_ENABLE_REQUESTED",
    replaced: "CPS_DATA_PROTECTION_UPDATE_REQUESTED",
    removed: "CPS_DATA_PROTECTION_DISABLED",
  },
});

/** The cluster that something belongs to. */
export interface OfCluster {
  readonly clusterId: string;
  readonly clusterName: string;
}

export interface KeptSnapshot extends Snapshot, OfCluster {
  /** True if it was deleted, and would else follow from the schedule. */
  readonly isDeleted?: true;
  /** The names of its databases and of their collections; only a seed knows any. */
  readonly databases?: readonly { readonly name: string; readonly collections?: readonly string[] }[];
}

const changed = ({ isDeleted }: KeptSnapshot) =>
  isDeleted ? "CPS_SNAPSHOT_DELETED_AUDIT" : "CPS_SNAPSHOT_RETENTION_MODIFIED_AUDIT";
const ofCluster = (_: string, of: OfCluster | undefined) => ({ ...(of && { clusterName: of.clusterName }) });

/** The snapshots by id: those on demand, and scheduled ones that were changed or deleted. */
export const snapshots = resourcesOf<KeptSnapshot>({
  kind: "snapshot",
  events: {
    added: (snapshot) =>
      snapshot.frequencyType === "ondemand" ? "CPS_ON_DEMAND_SNAPSHOT_REQUESTED" : changed(snapshot),
    replaced: (_, after) => changed(after),
    removed: ({ isDeleted }) => (isDeleted ? undefined : "CPS_SNAPSHOT_DELETED_AUDIT"),
  },
  details: ofCluster,
});

/** The restore jobs by id. */
export const restoreJobs = resourcesOf<RestoreJob & OfCluster>({
  kind: "restoreJob",
  events: { added: "CPS_RESTORE_REQUESTED_AUDIT" },
  details: ofCluster,
});

/** The exports of snapshots by id. */
export const backupExports = resourcesOf<BackupExport & OfCluster>({ kind: "backupExport", events: {} });

/** The buckets for exports by id. */
export const exportBuckets = resourcesOf<ExportBucket>({ kind: "exportBucket", events: {} });

/** The restore jobs of collections by id. */
export const collectionRestores = resourcesOf<CollectionRestore & OfCluster>({
  kind: "collectionRestoreJob",
  events: {},
});

export interface RetainedBackups {
  readonly clusterName: string;
  readonly begun: number;
  readonly cluster: AtlasCluster;
  readonly eras: readonly Era[];
}

/** The backups of deleted clusters by the id of the cluster, until the last scheduled snapshot expires. */
export const retainedBackups = resourcesOf<RetainedBackups>({ kind: "retainedBackups", events: {} });
