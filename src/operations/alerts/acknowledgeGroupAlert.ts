import { alerts } from "../../changes/resources.ts";
import { acknowledge, acknowledgementErrors } from "../../domain/alert.ts";
import { operation, schemas } from "../declare.ts";
import { alertId, alertPath, findAlert, mayWrite, ofAlerts, showAlert } from "./common.ts";

const reply = schemas.AlertViewForNdsGroup;

export const acknowledgeGroupAlert = operation(`PATCH ${alertPath}`, {
  ...ofAlerts,
  summary: "Acknowledge an alert of a project, or take that back",
  description:
    "Acknowledges it until an instant: the atlas CLI sends one a hundred years ahead for ever. It is taken back by unacknowledgeAlert, or without an instant. Closed alerts can be acknowledged too. Needs Project Alerts Manager.",
  successor: "acknowledgeGroupAlert in version 2024-05-30",
  door: mayWrite,
  holds: "group",
  params: { alertId },
  body: schemas.AcknowledgeAlert,
  versions: {
    "2023-01-01": { deprecated: "2024-05-30", sunset: "2027-07-01", reply },
    "2024-05-30": { reply },
  },
  errors: [...acknowledgementErrors, "ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { body, caller, group, now } = context;
  const before = await findAlert(context);
  const document = acknowledge(before.document, body, caller.name, context);
  return { alert: await alerts.replace(context, before, { document }), orgId: group.orgId, now };
}, showAlert);
