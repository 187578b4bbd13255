import { maintenanceWindows } from "../../changes/project-doors.ts";
import { mostDeferrals } from "../../domain/project-doors.ts";
import { atlas } from "../atlas.ts";

export const deferGroupMaintenanceWindow = atlas("deferGroupMaintenanceWindow", {
  holds: "group",
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
