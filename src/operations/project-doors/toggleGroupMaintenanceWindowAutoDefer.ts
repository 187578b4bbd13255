import { maintenanceWindows } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const toggleGroupMaintenanceWindowAutoDefer = atlas("toggleGroupMaintenanceWindowAutoDefer", {
  holds: "group",
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
