import { atlas } from "../atlas.ts";
import { findBackedUp, findScheduleErrors, scheduleViews } from "./common.ts";

export const getGroupClusterBackupSchedule = atlas("getGroupClusterBackupSchedule", {
  errors: [...findScheduleErrors],
}).handle(async (context) => ({ cluster: await findBackedUp(context), now: context.now }), scheduleViews);
