// Changes the backup schedules of clusters and the compliance policy of a project, for requests and seeds alike.

import type { Changing, Looking, Recording } from "../../core/changes/changing.ts";
import { expectEvent, type Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import type { SentSchedule } from "../../core/domain/sent.ts";
import type { Codes, Paced } from "../clusters/cluster-life.ts";
import { clusters } from "../clusters/kept.ts";
import { type AtlasCluster, isTenant } from "../clusters/rules/cluster.ts";
import { compliancePolicies, exportBuckets } from "./kept.ts";
import { findPolicy, only, protectedBackups } from "./policy.ts";
import {
  type BackupSchedule,
  chooseSchedule,
  meeting,
  scheduleErrors,
  unmetBy,
} from "./rules/backup-schedule.ts";
import {
  type CompliancePolicy,
  choosePolicy,
  complianceErrors,
  type GivenPolicy,
  stateOfPolicy,
} from "./rules/compliance-policy.ts";
import {
  backedUpFrom,
  begunAt,
  erasOf,
  type Revision,
  revised,
  scheduleOf,
  withHistory,
} from "./rules/snapshot.ts";
import { allSnapshots } from "./snapshots.ts";

export type BackedUp = Resource<AtlasCluster>;

const unmet = "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS";
const constrained = [
  unmet,
  "CANNOT_DECREASE_PIT_WINDOW_WITH_BACKUP_COMPLIANCE_POLICY",
  "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY",
] as const;
export const emptyScheduleErrors = [unmet] as const;
export const changeScheduleErrors = [...scheduleErrors, ...constrained, "EXPORT_BUCKET_NOT_FOUND"] as const;

/** Refuses a schedule that does not have what the policy of the project demands; returns the policy. */
async function refuseUnmet(
  changing: Changing<typeof unmet>,
  { groupId }: BackedUp,
  schedule: BackupSchedule,
): Promise<CompliancePolicy | undefined> {
  const policy = (await findPolicy(changing, { id: groupId }))?.document;
  if (policy !== undefined && !isMet(policy, schedule)) throw changing.fault(unmet, {});
  return policy;
}

async function keepSchedule(
  changing: Changing<Codes<typeof constrained>>,
  cluster: BackedUp,
  backupSchedule: BackupSchedule,
  revision: Revision = {},
): Promise<BackedUp> {
  const { document } = cluster;
  const { fault } = changing;
  const policy = await refuseUnmet(changing, cluster, backupSchedule);
  if (policy !== undefined) {
    const { restoreWindowDays } = backupSchedule;
    if (restoreWindowDays < Math.min(scheduleOf(cluster).restoreWindowDays, policy.restoreWindowDays)) {
      throw fault("CANNOT_DECREASE_PIT_WINDOW_WITH_BACKUP_COMPLIANCE_POLICY", {});
    }
    if (revision.deleteSnapshots) throw fault("CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY", {});
  }
  return writeSchedule(changing, cluster, { ...document, backupSchedule }, revision);
}

function writeSchedule(
  changing: Recording & Pick<Looking, "now">,
  cluster: BackedUp,
  after: AtlasCluster,
  revision: Revision = {},
): Promise<BackedUp> {
  return keepBackups(changing, cluster, revised(withHistory(cluster, after, changing.now), revision));
}

/** Writes a cluster whose schedule has changed. */
async function keepBackups(
  changing: Recording,
  cluster: BackedUp,
  document: AtlasCluster,
): Promise<BackedUp> {
  const { groupId, name } = cluster;
  const details = { clusterName: name };
  await changing.record("CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT", { groupId, details });
  return (await clusters.replace(changing, cluster, { document })) as BackedUp;
}

/** Refuses the id of a bucket that is not there. */
export async function requireBucket(
  looking: Looking<"EXPORT_BUCKET_NOT_FOUND">,
  group: { readonly id: string },
  exportBucketId: string,
): Promise<void> {
  if ((await exportBuckets.find(looking, group, exportBucketId)) !== undefined) return;
  throw looking.fault("EXPORT_BUCKET_NOT_FOUND", { exportBucketId, groupId: group.id });
}

export async function changeSchedule(
  changing: Changing<Codes<typeof changeScheduleErrors>>,
  cluster: BackedUp,
  sent: SentSchedule,
): Promise<BackedUp> {
  const { shards: zones, settings } = cluster.document;
  const choosing = { ...changing, zones, hasWindow: settings.pitEnabled };
  const chosen = chooseSchedule(scheduleOf(cluster), sent, choosing);
  const { exportBucketId } = sent.export ?? {};
  if (exportBucketId !== undefined) await requireBucket(changing, { id: cluster.groupId }, exportBucketId);
  return keepSchedule(changing, cluster, chosen, sent);
}

/** Empties the schedule: no backups are made or exported until it has items again. */
export async function emptySchedule(changing: Changing<typeof unmet>, cluster: BackedUp): Promise<BackedUp> {
  const { settings, ...schedule } = scheduleOf(cluster);
  const { export: _, autoExportEnabled: __, ...others } = settings;
  const backupSchedule = { ...schedule, items: [], settings: others };
  await refuseUnmet(changing, cluster, backupSchedule);
  return writeSchedule(changing, cluster, { ...cluster.document, backupSchedule });
}

const isMet = ({ scheduledPolicyItems }: CompliancePolicy, schedule: BackupSchedule): boolean =>
  unmetBy(schedule, scheduledPolicyItems).length === 0;

const pending = "CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION";
export const changePolicyErrors = [...complianceErrors, unmet, pending] as const;

/** Changes the policy. With `overwrites`, schedules that do not meet it are changed; otherwise they make it fail. */
export async function changePolicy(
  changing: Changing<Codes<typeof changePolicyErrors>> & Paced,
  group: GroupRef,
  sent: GivenPolicy,
  { updatedUser, overwrites }: { readonly updatedUser: string; readonly overwrites: boolean },
): Promise<Resource<CompliancePolicy>> {
  const { fault } = changing;
  const before = await findPolicy(changing, group);
  refusePending(changing, before);
  const document = choosePolicy(before?.document, sent, { ...changing, updatedUser });
  const bound = ((await clusters.all(changing, group)) as BackedUp[]).filter(
    (each) => each.endsAt === null && each.document.kind === "CLUSTER" && !isTenant(each.document),
  );
  const isFailing = (each: BackedUp) => hasBackups(each) && !isMet(document, scheduleOf(each));
  if (bound.some(isFailing) && !overwrites) throw fault(unmet, {});
  for (const cluster of bound) await bind(changing, cluster, document);
  if (before !== undefined) return compliancePolicies.replace(changing, before, { document });
  const added = await compliancePolicies.add(changing, group, only, { document });
  const enabledAt = document.change.until;
  await expectEvent(changing, added, { type: "CPS_DATA_PROTECTION_ENABLED" }, enabledAt);
  return added;
}

/** Turns on the backups of a cluster that a policy demands, and makes its schedule meet the policy. */
export async function bind(
  changing: Changing,
  cluster: BackedUp,
  policy: CompliancePolicy,
): Promise<BackedUp> {
  const { now, newId } = changing;
  const { document } = cluster;
  const { backupEnabled, pitEnabled } = document.settings;
  const isOn = backupEnabled && (pitEnabled || !policy.pitEnabled);
  if (isOn && isMet(policy, scheduleOf(cluster))) return cluster;
  const settings = { ...document.settings, backupEnabled: true, pitEnabled: pitEnabled || policy.pitEnabled };
  const on = { ...document, settings };
  const begun = backupEnabled ? on : backedUpFrom(on, now);
  const schedule = scheduleOf({ ...cluster, document: begun });
  const { scheduledPolicyItems, restoreWindowDays } = policy;
  const backupSchedule = meeting(schedule, scheduledPolicyItems, restoreWindowDays, newId);
  return keepBackups(
    changing,
    cluster,
    backupEnabled ? withHistory(cluster, { ...on, backupSchedule }, now) : { ...begun, backupSchedule },
  );
}

export const hasBackups = ({ document }: Resource<{ readonly kind: string }>): boolean =>
  document.kind === "CLUSTER" && (document as AtlasCluster).settings.backupEnabled;

export const disablePolicyErrors = [pending, "CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY"] as const;

/** Disables the policy, unless the project has snapshots that it protects. */
export async function disablePolicy(
  changing: Changing<Codes<typeof disablePolicyErrors>> & Pick<Paced, "clusterSpeed">,
  group: GroupRef,
): Promise<void> {
  const policy = await findPolicy(changing, group);
  refusePending(changing, policy);
  if (policy === undefined) return;
  if ((await protectedBackups.count(changing, group)) > 0) {
    throw changing.fault("CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY", {});
  }
  for (const cluster of ((await clusters.all(changing, group)) as BackedUp[]).filter(hasBackups)) {
    const eras = erasOf(cluster, changing.now);
    if ((await allSnapshots(changing, { ...cluster, begun: begunAt(cluster), eras, cluster })).length > 0) {
      throw changing.fault("CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY", {});
    }
  }
  await compliancePolicies.remove(changing, policy);
}

function refusePending(
  { now, fault }: Looking<typeof pending>,
  policy: Resource<CompliancePolicy> | undefined,
): void {
  if (policy !== undefined && stateOfPolicy(policy.document, now) !== "ACTIVE") throw fault(pending, {});
}
