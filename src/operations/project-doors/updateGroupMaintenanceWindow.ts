import { maintenanceWindows } from "../../changes/project-doors.ts";
import { missing } from "../../contract/errors.ts";
import { door, operation, schemas } from "../declare.ts";
import { maintenance, maintenancePath } from "./common.ts";

export const updateGroupMaintenanceWindow = operation(`PATCH ${maintenancePath}`, {
  ...maintenance,
  summary: "Set when maintenance may be done",
  description:
    "Is remembered, and decides nothing here. What is not sent stays, except protected hours, which end; the first time a day is needed. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 200,
  isBare: true,
  without: ["pretty"],
  body: schemas.GroupMaintenanceWindow,
  versions: { "2023-01-01": {} },
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
