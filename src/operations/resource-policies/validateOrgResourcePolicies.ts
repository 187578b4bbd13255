import { refuseInvalid } from "../../changes/resource-policies.ts";
import { changePolicy } from "../../domain/resource-policy.ts";
import { atlas } from "../atlas.ts";
import { judgeBody, showPolicy } from "./common.ts";

export const validateOrgResourcePolicies = atlas("validateOrgResourcePolicies", {
  errors: ["INVALID_RESOURCE_POLICY"],
})
  .prepare(judgeBody)
  .handle(async (context) => {
    const { org, body, caller, now, newId } = context;
    await refuseInvalid(context, org.id, context.prepared);
    const by = { id: caller.id, name: caller.name };
    const document = changePolicy({ createdBy: by, policies: [] }, body, { now, by, newId });
    return { id: newId(), orgId: org.id, name: body.name, document, createdAt: now };
  }, showPolicy);
