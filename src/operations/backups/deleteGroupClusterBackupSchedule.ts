import { emptySchedule } from "../../changes/backups.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation } from "../declare.ts";
import {
  findBackedUp,
  findScheduleErrors,
  schedulePath,
  scheduleVersions,
  scheduleViews,
  shared,
} from "./common.ts";

export const deleteGroupClusterBackupSchedule = operation(`DELETE ${schedulePath}`, {
  ...shared,
  summary: "Empty the schedule of a cluster's backups",
  description: "Answers it without items; all else stays. Needs Project Backup Manager.",
  successor: "deleteGroupClusterBackupSchedule in version 2024-08-05",
  door: door.group("GROUP_BACKUP_MANAGER"),
  holds: "group",
  without: ["pretty"],
  params: { clusterName },
  versions: scheduleVersions,
  errors: [...findScheduleErrors, "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS"],
}).handle(async (context) => {
  const cluster = await emptySchedule(context, await findBackedUp(context));
  return { cluster, now: context.now };
}, scheduleViews);
