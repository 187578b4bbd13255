import { maintenanceWindows } from "../../changes/project-doors.ts";
import { noWindow } from "../../domain/project-doors.ts";
import { atlas } from "../atlas.ts";

export const resetGroupMaintenanceWindow = atlas("resetGroupMaintenanceWindow", {
  holds: "group",
}).handle(async (context) => {
  const before = await maintenanceWindows.find(context, context.group);
  await maintenanceWindows.replace(context, before, noWindow);
});
