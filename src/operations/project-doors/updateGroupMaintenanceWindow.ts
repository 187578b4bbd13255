import { maintenanceWindows } from "../../changes/project-doors.ts";
import { missing } from "../../contract/errors.ts";
import { atlas } from "../atlas.ts";

export const updateGroupMaintenanceWindow = atlas("updateGroupMaintenanceWindow", {
  holds: "group",
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
