// Operations on backup schedules and compliance policies.

import { atlas } from "../../core/operations/atlas.ts";
import {
  changePolicy,
  changePolicyErrors,
  changeSchedule,
  changeScheduleErrors,
  disablePolicy,
  disablePolicyErrors,
  emptySchedule,
  emptyScheduleErrors,
} from "./backups.ts";
import { findBackedUp, findScheduleErrors, scheduleViews, showPolicy } from "./common.ts";
import { findPolicy } from "./policy.ts";

export const getGroupBackupCompliancePolicy = atlas("getGroupBackupCompliancePolicy", {}).handle(
  async ({ group, now, ...reading }) => ({ policy: await findPolicy({ ...reading, now }, group), now }),
  showPolicy,
);

export const getGroupClusterBackupSchedule = atlas("getGroupClusterBackupSchedule", {
  errors: [...findScheduleErrors],
}).handle(async (context) => ({ cluster: await findBackedUp(context), now: context.now }), scheduleViews);

export const updateGroupBackupCompliancePolicy = atlas("updateGroupBackupCompliancePolicy", {
  locks: "group",
  errors: [...changePolicyErrors],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const { group, body, caller, query, now } = context;
  const given = { updatedUser: caller.name, overwrites: query.overwriteBackupPolicies ?? true };
  return { policy: await changePolicy(context, group, body, given), now };
}, showPolicy);

export const updateGroupClusterBackupSchedule = atlas("updateGroupClusterBackupSchedule", {
  locks: "group",
  errors: [...findScheduleErrors, ...changeScheduleErrors],
}).handle(async (context) => {
  const cluster = await changeSchedule(context, await findBackedUp(context), context.body);
  return { cluster, now: context.now };
}, scheduleViews);

export const deleteGroupClusterBackupSchedule = atlas("deleteGroupClusterBackupSchedule", {
  locks: "group",
  errors: [...findScheduleErrors, ...emptyScheduleErrors],
}).handle(async (context) => {
  const cluster = await emptySchedule(context, await findBackedUp(context));
  return { cluster, now: context.now };
}, scheduleViews);

export const disableGroupBackupCompliancePolicy = atlas("disableGroupBackupCompliancePolicy", {
  locks: "group",
  errors: [...disablePolicyErrors],
  needs: ["clusterSpeed"],
}).handle((context) => disablePolicy(context, context.group));
