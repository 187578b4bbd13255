// Changes the backup schedules of clusters and the compliance policy of a project, for requests and seeds alike.

import type { Changing, Looking, Reading, Recording } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import type { SentSchedule } from "../../core/domain/sent.ts";
import type { Codes, Paced } from "../clusters/cluster-life.ts";
import { clusters } from "../clusters/kept.ts";
import type { AtlasCluster } from "../clusters/rules/cluster.ts";
import { compliancePolicies } from "./kept.ts";
import {
  type BackupSchedule,
  chooseSchedule,
  firstSchedule,
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

export type BackedUp = Resource<AtlasCluster>;

/** The name of the one policy of a project. */
export const only = "";

/** Returns the backup schedule of a cluster that has backups. */
export const scheduleOf = ({ id, createdAt, document }: BackedUp): BackupSchedule =>
  document.backupSchedule ?? firstSchedule({ id, createdAt });

const unmet = "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS";
export const changeScheduleErrors = [...scheduleErrors, unmet] as const;

async function keepSchedule(
  changing: Changing<typeof unmet>,
  cluster: BackedUp,
  backupSchedule: BackupSchedule,
): Promise<BackedUp> {
  const { groupId, document } = cluster;
  const policy = (await findPolicy(changing, { id: groupId }))?.document;
  if (policy && !isMet(policy, backupSchedule)) throw changing.fault(unmet, {});
  return writeSchedule(changing, cluster, { ...document, backupSchedule });
}

async function writeSchedule(
  { record, ...changing }: Recording,
  cluster: BackedUp,
  document: AtlasCluster,
): Promise<BackedUp> {
  const { groupId, name } = cluster;
  await record("CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT", {
    groupId,
    details: { clusterName: name },
  });
  return (await clusters.replace({ ...changing, record }, cluster, { document })) as BackedUp;
}

export function changeSchedule(
  changing: Changing<Codes<typeof changeScheduleErrors>>,
  cluster: BackedUp,
  sent: SentSchedule,
): Promise<BackedUp> {
  const { shards: zones, settings } = cluster.document;
  const choosing = { ...changing, zones, hasWindow: settings.pitEnabled };
  return keepSchedule(changing, cluster, chooseSchedule(scheduleOf(cluster), sent, choosing));
}

/** Empties the schedule: no backups are made until it has items again. */
export const emptySchedule = (changing: Changing<typeof unmet>, cluster: BackedUp): Promise<BackedUp> =>
  keepSchedule(changing, cluster, { ...scheduleOf(cluster), items: [] });

export const findPolicy = (looking: Reading, group: GroupRef) =>
  compliancePolicies.find(looking, group, only);

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
  const { newId, fault } = changing;
  const before = await findPolicy(changing, group);
  refusePending(changing, before);
  const document = choosePolicy(before?.document, sent, { ...changing, updatedUser });
  const backedUp = ((await clusters.all(changing, group)) as BackedUp[]).filter(hasBackups);
  const failing = backedUp.filter((each) => each.endsAt === null && !isMet(document, scheduleOf(each)));
  if (failing.length > 0 && !overwrites) throw fault(unmet, {});
  for (const cluster of failing) {
    const { scheduledPolicyItems, restoreWindowDays } = document;
    const backupSchedule = meeting(scheduleOf(cluster), scheduledPolicyItems, restoreWindowDays, newId);
    await writeSchedule(changing, cluster, { ...cluster.document, backupSchedule });
  }
  return before === undefined
    ? compliancePolicies.add(changing, group, only, { document })
    : compliancePolicies.replace(changing, before, { document });
}

export const hasBackups = ({ document }: Resource<{ readonly kind: string }>): boolean =>
  document.kind === "CLUSTER" && (document as AtlasCluster).settings.backupEnabled;

export async function disablePolicy(changing: Changing<typeof pending>, group: GroupRef): Promise<void> {
  const policy = await findPolicy(changing, group);
  refusePending(changing, policy);
  if (policy !== undefined) await compliancePolicies.remove(changing, policy);
}

function refusePending(
  { now, fault }: Looking<typeof pending>,
  policy: Resource<CompliancePolicy> | undefined,
): void {
  if (policy !== undefined && stateOfPolicy(policy.document, now) !== "ACTIVE") throw fault(pending, {});
}
