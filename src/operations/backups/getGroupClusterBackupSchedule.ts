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

export const getGroupClusterBackupSchedule = operation(`GET ${schedulePath}`, {
  ...shared,
  summary: "Get when backups of a cluster are made",
  description:
    "Answers the schedule, which a cluster with backups has from the beginning; no backups are made. Needs Project Read Only.",
  successor: "getGroupClusterBackupSchedule in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: scheduleVersions,
  errors: [...findScheduleErrors],
}).handle(async (context) => ({ cluster: await findBackedUp(context), now: context.now }), scheduleViews);
