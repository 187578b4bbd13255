import { changeSchedule, changeScheduleErrors } from "../../changes/backups.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  findBackedUp,
  findScheduleErrors,
  schedulePath,
  scheduleVersions,
  scheduleViews,
  shared,
} from "./common.ts";

export const updateGroupClusterBackupSchedule = operation(`PATCH ${schedulePath}`, {
  ...shared,
  summary: "Set when backups of a cluster are made",
  description: "What is not sent stays; a policy replaces all items. Needs Project Backup Manager.",
  successor: "updateGroupClusterBackupSchedule in version 2024-08-05",
  door: door.group("GROUP_BACKUP_MANAGER"),
  holds: "group",
  params: { clusterName },
  body: schemas.BackupScheduleUpdate,
  versions: scheduleVersions,
  errors: [...findScheduleErrors, ...changeScheduleErrors],
}).handle(async (context) => {
  const cluster = await changeSchedule(context, await findBackedUp(context), context.body);
  return { cluster, now: context.now };
}, scheduleViews);
