// Operations on legacy backups, which no cluster has here: lists are empty, and everything else is missing.

import type { FaultMaker } from "../../core/contract/errors.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type Paged, pageOf, showPageOf } from "../../core/operations/declare.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";

const errors = [...clusterErrors, "INCORRECT_BACKUP_API_ENDPOINT"] as const;
const absences = [...errors, "BACKUP_CONFIG_NOT_FOUND"] as const;

type Finding = Parameters<typeof findCluster>[0];

/** Finds the cluster; refuses one with cloud backups, which have operations of their own. */
async function findLegacy(context: Finding & { readonly fault: FaultMaker<(typeof errors)[number]> }) {
  const cluster = await findCluster(context);
  if (!cluster.document.settings.backupEnabled) return cluster;
  throw context.fault("INCORRECT_BACKUP_API_ENDPOINT", { clusterName: cluster.name });
}

async function listNone(
  context: Parameters<typeof findLegacy>[0] & { readonly query: Parameters<typeof pageOf>[1] },
): Promise<Paged<never>> {
  await findLegacy(context);
  return pageOf<never>([], context.query);
}

async function findNone(
  context: Finding & { readonly fault: FaultMaker<(typeof absences)[number]> },
): Promise<never> {
  const { id: clusterId } = await findLegacy(context);
  throw context.fault("BACKUP_CONFIG_NOT_FOUND", { clusterId, groupId: context.group.id });
}

const showNone = (found: never) => found;
const own = { locks: "group", errors: [...absences] } as const;

export const listGroupClusterBackupCheckpoints = atlas("listGroupClusterBackupCheckpoints", {
  errors: [...errors],
}).handle(listNone, showPageOf(showNone));

export const getGroupClusterBackupCheckpoint = atlas("getGroupClusterBackupCheckpoint", {
  errors: [...absences],
}).handle(findNone, showNone);

export const listGroupClusterRestoreJobs = atlas("listGroupClusterRestoreJobs", {
  errors: [...errors],
}).handle(listNone, showPageOf(showNone));

export const createGroupClusterRestoreJob = atlas("createGroupClusterRestoreJob", own).handle(
  findNone,
  showNone,
);

export const getGroupClusterRestoreJob = atlas("getGroupClusterRestoreJob", {
  errors: [...absences],
}).handle(findNone, showNone);

export const getGroupClusterSnapshotSchedule = atlas("getGroupClusterSnapshotSchedule", {
  errors: [...absences],
}).handle(findNone, showNone);

export const updateGroupClusterSnapshotSchedule = atlas("updateGroupClusterSnapshotSchedule", own).handle(
  findNone,
  showNone,
);

export const listGroupClusterSnapshots = atlas("listGroupClusterSnapshots", { errors: [...errors] }).handle(
  listNone,
  showPageOf(showNone),
);

export const getGroupClusterSnapshot = atlas("getGroupClusterSnapshot", { errors: [...absences] }).handle(
  findNone,
  showNone,
);

export const updateGroupClusterSnapshot = atlas("updateGroupClusterSnapshot", own).handle(findNone, showNone);

export const deleteGroupClusterSnapshot = atlas("deleteGroupClusterSnapshot", own).handle(findNone);
