import { removeResourcePolicy } from "../../changes/resource-policies.ts";
import { atlas } from "../atlas.ts";
import { findPolicy } from "./common.ts";

export const deleteOrgResourcePolicy = atlas("deleteOrgResourcePolicy", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => removeResourcePolicy(context, await findPolicy(context)),
  () => ({}),
);
