import { replaceResourcePolicy } from "../../changes/resource-policies.ts";
import { atlas } from "../atlas.ts";
import { findPolicy, judgeBody, showPolicy } from "./common.ts";

export const updateOrgResourcePolicy = atlas("updateOrgResourcePolicy", {
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY", "RESOURCE_NOT_FOUND"],
})
  .prepare(judgeBody)
  .handle(
    async (context) =>
      replaceResourcePolicy(context, await findPolicy(context), context.body, context.prepared),
    showPolicy,
  );
