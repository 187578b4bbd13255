import { maintenanceWindows } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const getGroupMaintenanceWindow = atlas("getGroupMaintenanceWindow", {}).handle(
  ({ group, ...reading }) => maintenanceWindows.read(reading, group),
  ({ autoDeferOnceEnabled, dayOfWeek, hourOfDay, numberOfDeferrals, protectedHours, startASAP }) => ({
    autoDeferOnceEnabled,
    ...(dayOfWeek !== undefined && { dayOfWeek }),
    ...(hourOfDay !== undefined && { hourOfDay }),
    numberOfDeferrals,
    ...(protectedHours !== undefined && { protectedHours }),
    startASAP,
    timeZoneId: "UTC",
  }),
);
