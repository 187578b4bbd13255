import { makeAlertConfig, makeConfigErrors } from "../../changes/alerts.ts";
import { atlas } from "../atlas.ts";
import { linked, showConfig } from "./common.ts";

export const createGroupAlertConfig = atlas("createGroupAlertConfig", {
  holds: "group",
  errors: [...makeConfigErrors],
}).handle(
  (context) => makeAlertConfig(context, context.group, context.body),
  showConfig,
  ({ groupId, name }, { origin }) => ({ location: linked(origin, groupId, "alertConfigs", name) }),
);
