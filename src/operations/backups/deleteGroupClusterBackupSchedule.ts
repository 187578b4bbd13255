import { emptySchedule } from "../../changes/backups.ts";
import { atlas } from "../atlas.ts";
import { findBackedUp, findScheduleErrors, scheduleViews } from "./common.ts";

export const deleteGroupClusterBackupSchedule = atlas("deleteGroupClusterBackupSchedule", {
  holds: "group",
  errors: [...findScheduleErrors, "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS"],
}).handle(async (context) => {
  const cluster = await emptySchedule(context, await findBackedUp(context));
  return { cluster, now: context.now };
}, scheduleViews);
