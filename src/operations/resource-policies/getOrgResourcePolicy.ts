import { atlas } from "../atlas.ts";
import { findPolicy, showPolicy } from "./common.ts";

export const getOrgResourcePolicy = atlas("getOrgResourcePolicy", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(findPolicy, showPolicy);
