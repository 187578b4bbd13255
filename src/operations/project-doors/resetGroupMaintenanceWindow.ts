import { maintenanceWindows } from "../../changes/project-doors.ts";
import { noWindow } from "../../domain/project-doors.ts";
import { door, operation } from "../declare.ts";
import { maintenance, maintenancePath } from "./common.ts";

export const resetGroupMaintenanceWindow = operation(`DELETE ${maintenancePath}`, {
  ...maintenance,
  summary: "Reset when maintenance may be done",
  description: "Takes the window away, and all that was said with it. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  isBare: true,
  without: ["pretty"],
  versions: { "2023-01-01": {} },
}).handle(async (context) => {
  const before = await maintenanceWindows.find(context, context.group);
  await maintenanceWindows.replace(context, before, noWindow);
});
