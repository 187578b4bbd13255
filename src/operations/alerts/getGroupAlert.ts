import { door, operation, schemas } from "../declare.ts";
import { alertId, alertPath, findAlert, ofAlerts, showAlert } from "./common.ts";

export const getGroupAlert = operation(`GET ${alertPath}`, {
  ...ofAlerts,
  summary: "Get an alert of a project",
  description: "Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { alertId },
  versions: { "2023-01-01": { reply: schemas.AlertViewForNdsGroup } },
  errors: ["ALERT_NOT_FOUND"],
}).handle(
  async (context) => ({
    alert: await findAlert(context),
    orgId: context.group.orgId,
    now: context.now,
  }),
  showAlert,
);
