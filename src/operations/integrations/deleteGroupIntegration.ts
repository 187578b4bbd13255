import { integrations } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { findIntegration } from "./common.ts";

export const deleteGroupIntegration = atlas("deleteGroupIntegration", {
  holds: "group",
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(async (context) => integrations.remove(context, await findIntegration(context)));
