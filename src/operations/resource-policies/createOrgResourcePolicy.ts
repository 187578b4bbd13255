import { makeResourcePolicy } from "../../changes/resource-policies.ts";
import { atlas } from "../atlas.ts";
import { judgeBody, showPolicy } from "./common.ts";

export const createOrgResourcePolicy = atlas("createOrgResourcePolicy", {
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY"],
})
  .prepare(judgeBody)
  .handle(
    (context) => makeResourcePolicy(context, context.org.id, context.body, { judged: context.prepared }),
    showPolicy,
  );
