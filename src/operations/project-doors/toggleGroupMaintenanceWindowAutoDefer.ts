import { maintenanceWindows } from "../../changes/project-doors.ts";
import { door, operation } from "../declare.ts";
import { maintenance, maintenancePath } from "./common.ts";

export const toggleGroupMaintenanceWindowAutoDefer = operation(`POST ${maintenancePath}/autoDefer`, {
  ...maintenance,
  summary: "Turn automatic deferral of maintenance on or off",
  description: "Turns it off where it is on, and on where it is off. Needs Project Owner and a window.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 200,
  isBare: true,
  without: ["pretty"],
  versions: { "2023-01-01": {} },
  errors: ["ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED"],
}).handle(async (context) => {
  const { group, fault } = context;
  const before = await maintenanceWindows.find(context, group);
  const { document: window } = before;
  if (window.dayOfWeek === undefined)
    throw fault("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", { groupId: group.id });
  const autoDeferOnceEnabled = !window.autoDeferOnceEnabled;
  await maintenanceWindows.replace(context, before, { ...window, autoDeferOnceEnabled });
});
