import { atlas } from "../atlas.ts";
import { findAlert, showAlert } from "./common.ts";

export const getGroupAlert = atlas("getGroupAlert", {
  errors: ["ALERT_NOT_FOUND"],
}).handle(
  async (context) => ({
    alert: await findAlert(context),
    orgId: context.group.orgId,
    now: context.now,
  }),
  showAlert,
);
