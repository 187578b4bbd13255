// Parts that the operations on backups share: their paths, how the schedule of a cluster is found, and how it and the policy look.

import type { DiskBackupSnapshotSchedule, DiskBackupSnapshotSchedule20240805 } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import {
  type FaultMaker,
  type Instant,
  type Reads,
  type Showing,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { findCluster, findErrors } from "../clusters/common.ts";
import type { BackedUp } from "./backups.ts";
import { nextBackup, type Zone } from "./rules/backup-schedule.ts";
import { type CompliancePolicy, stateOfPolicy } from "./rules/compliance-policy.ts";
import { begunAt, scheduleOf } from "./rules/snapshot.ts";

export const findScheduleErrors = [...findErrors, "BACKUP_CONFIG_NOT_FOUND"] as const;

/** Finds a cluster with backups; others have no schedule. */
export async function findBackedUp(context: {
  readonly tx: Reads;
  readonly now: Instant;
  readonly group: { readonly id: string };
  readonly params: { readonly clusterName: string };
  readonly fault: FaultMaker<(typeof findScheduleErrors)[number]>;
}): Promise<BackedUp> {
  const { group, fault } = context;
  const cluster = await findCluster(context);
  if (cluster.document.settings.backupEnabled) return cluster;
  throw fault("BACKUP_CONFIG_NOT_FOUND", { clusterId: cluster.id, groupId: group.id });
}

export interface ScheduleSeen {
  readonly cluster: BackedUp;
  readonly now: Instant;
}

function showSchedule({ cluster, now }: ScheduleSeen, { origin }: Showing, zoneIn: (zone: Zone) => object) {
  const { id, name, groupId, document } = cluster;
  const schedule = scheduleOf(cluster);
  const { policyId, items, copySettings, settings } = schedule;
  const { referenceHourOfDay, referenceMinuteOfHour, restoreWindowDays } = schedule;
  const next = nextBackup(schedule, begunAt(cluster), now);
  return sortMembers({
    autoExportEnabled: false,
    copyPolicyItemsEnabled: false,
    useOrgAndGroupNamesInExportPrefix: false,
    ...settings,
    clusterId: id,
    clusterName: name,
    copySettings: copySettings.map(({ zoneId, ...copy }) => {
      const zone = document.shards.find((each) => each.zoneId === zoneId);
      return sortMembers({ ...copy, ...(zone && zoneIn(zone)) });
    }),
    links: [
      { href: `${origin}/api/atlas/v2/groups/${groupId}/clusters/${name}/backup/schedule`, rel: "self" },
      { href: `${origin}/api/public/v1.0/groups/${groupId}`, rel: "https://cloud.mongodb.com/group" },
    ],
    ...(next !== undefined && { nextSnapshot: toTimestamp(next) }),
    policies: [{ id: policyId, policyItems: items.map(sortMembers) }],
    referenceHourOfDay,
    referenceMinuteOfHour,
    restoreWindowDays,
  });
}

type Earlier = DiskBackupSnapshotSchedule;
type Later = DiskBackupSnapshotSchedule20240805;

export const scheduleViews = {
  "2023-01-01": (seen: ScheduleSeen, showing: Showing): Earlier => {
    const shown = showSchedule(seen, showing, ({ earlierId }) => ({ replicationSpecId: earlierId }));
    const { autoCopySettingsEnabled: _, ...others } = shown;
    return others as Earlier;
  },
  "2024-08-05": (seen: ScheduleSeen, showing: Showing): Later =>
    showSchedule(seen, showing, ({ zoneId }) => ({ zoneId })) as Later,
};

export interface PolicySeen {
  /** The policy; absent if the project has none. */
  readonly policy: Resource<CompliancePolicy> | undefined;
  readonly now: Instant;
}

export function showPolicy({ policy, now }: PolicySeen) {
  if (policy === undefined) return {};
  const { change: _, updatedAt, scheduledPolicyItems, onDemandPolicyItem, ...kept } = policy.document;
  return sortMembers({
    ...kept,
    deletable: false,
    onDemandPolicyItem: onDemandPolicyItem && sortMembers(onDemandPolicyItem),
    projectId: policy.groupId,
    scheduledPolicyItems: scheduledPolicyItems.map(sortMembers),
    state: stateOfPolicy(policy.document, now),
    updatedDate: toTimestamp(updatedAt),
  });
}
