// Operations on the maintenance window of a project.

import { missing } from "../../core/contract/errors.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keepingOne } from "../../core/operations/keeping.ts";
import { maintenanceWindows } from "./kept.ts";
import { mostDeferrals, noWindow } from "./rules/settings.ts";

export const getGroupMaintenanceWindow = keepingOne(
  maintenanceWindows,
  ({ autoDeferOnceEnabled, dayOfWeek, hourOfDay, numberOfDeferrals, protectedHours, startASAP }) => ({
    autoDeferOnceEnabled,
    ...(dayOfWeek !== undefined && { dayOfWeek }),
    ...(hourOfDay !== undefined && { hourOfDay }),
    numberOfDeferrals,
    ...(protectedHours !== undefined && { protectedHours: sortMembers(protectedHours) }),
    startASAP,
    timeZoneId: "UTC",
  }),
).get("getGroupMaintenanceWindow");

export const deferGroupMaintenanceWindow = atlas("deferGroupMaintenanceWindow", {
  locks: "group",
  errors: [
    "ATLAS_MAINTENANCE_NOT_SCHEDULED",
    "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED",
    "ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED",
  ],
}).handle(async (context) => {
  const { group, fault } = context;
  const before = await maintenanceWindows.find(context, group);
  const { document: window } = before;
  const about = { groupId: group.id };
  if (window.dayOfWeek === undefined) throw fault("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", about);
  if (!window.startASAP) throw fault("ATLAS_MAINTENANCE_NOT_SCHEDULED", about);
  if (window.numberOfDeferrals >= mostDeferrals) {
    throw fault("ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED", { limit: mostDeferrals });
  }
  const numberOfDeferrals = window.numberOfDeferrals + 1;
  await maintenanceWindows.replace(context, before, { ...window, numberOfDeferrals });
});

export const toggleGroupMaintenanceWindowAutoDefer = atlas("toggleGroupMaintenanceWindowAutoDefer", {
  locks: "group",
  errors: ["ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED"],
}).handle(async (context) => {
  const { group, fault } = context;
  const before = await maintenanceWindows.find(context, group);
  const { document: window } = before;
  if (window.dayOfWeek === undefined) {
    throw fault("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", { groupId: group.id });
  }
  const autoDeferOnceEnabled = !window.autoDeferOnceEnabled;
  await maintenanceWindows.replace(context, before, { ...window, autoDeferOnceEnabled });
});

export const updateGroupMaintenanceWindow = atlas("updateGroupMaintenanceWindow", {
  locks: "group",
  errors: ["MISSING_ATTRIBUTE"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const found = await maintenanceWindows.find(context, group);
  const { document: before } = found;
  const { dayOfWeek = before.dayOfWeek, hourOfDay = before.hourOfDay ?? 0 } = body;
  if (dayOfWeek === undefined) throw missing("dayOfWeek", fault);
  const { protectedHours = {} } = body;
  await maintenanceWindows.replace(context, found, {
    autoDeferOnceEnabled: body.autoDeferOnceEnabled ?? before.autoDeferOnceEnabled,
    dayOfWeek,
    hourOfDay,
    numberOfDeferrals: before.numberOfDeferrals,
    ...(Object.keys(protectedHours).length > 0 && { protectedHours }),
    startASAP: body.startASAP ?? before.startASAP,
  });
});

export const resetGroupMaintenanceWindow = atlas("resetGroupMaintenanceWindow", {
  locks: "group",
}).handle(async (context) => {
  const before = await maintenanceWindows.find(context, context.group);
  await maintenanceWindows.replace(context, before, noWindow);
});
