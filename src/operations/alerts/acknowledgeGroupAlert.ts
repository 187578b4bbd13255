import { alerts } from "../../changes/resources.ts";
import { acknowledge, acknowledgementErrors } from "../../domain/alert.ts";
import { atlas } from "../atlas.ts";
import { findAlert, showAlert } from "./common.ts";

export const acknowledgeGroupAlert = atlas("acknowledgeGroupAlert", {
  holds: "group",
  errors: [...acknowledgementErrors, "ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { body, caller, group, now } = context;
  const before = await findAlert(context);
  const document = acknowledge(before.document, body, caller.name, context);
  return { alert: await alerts.replace(context, before, { document }), orgId: group.orgId, now };
}, showAlert);
