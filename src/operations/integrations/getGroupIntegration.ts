import { atlas } from "../atlas.ts";
import { findIntegration, showIntegration } from "./common.ts";

export const getGroupIntegration = atlas("getGroupIntegration", {
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(findIntegration, showIntegration);
