import { changeSchedule, changeScheduleErrors } from "../../changes/backups.ts";
import { atlas } from "../atlas.ts";
import { findBackedUp, findScheduleErrors, scheduleViews } from "./common.ts";

export const updateGroupClusterBackupSchedule = atlas("updateGroupClusterBackupSchedule", {
  holds: "group",
  errors: [...findScheduleErrors, ...changeScheduleErrors],
}).handle(async (context) => {
  const cluster = await changeSchedule(context, await findBackedUp(context), context.body);
  return { cluster, now: context.now };
}, scheduleViews);
