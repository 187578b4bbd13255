import { maintenanceWindows } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { maintenance, maintenancePath } from "./common.ts";

export const getGroupMaintenanceWindow = operation(`GET ${maintenancePath}`, {
  ...maintenance,
  summary: "Get when maintenance may be done",
  description: "Without a day where no window is set. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.GroupMaintenanceWindow } },
}).handle(
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
