import { refuseInvalid } from "../../changes/resource-policies.ts";
import { changePolicy } from "../../domain/resource-policy.ts";
import { operation, schemas } from "../declare.ts";
import { judgeBody, mayWrite, path, shared, showPolicy } from "./common.ts";

export const validateOrgResourcePolicies = operation(`POST ${path}:validate`, {
  ...shared,
  summary: "Judge a resource policy without keeping it",
  description:
    "Refuses what creating it would refuse, but for a name that is taken; Terraform asks with each plan. Where Cedar is not installed, the header X-Anteroom-Not-Judged says so. Needs Organization Owner.",
  door: mayWrite,
  status: 200,
  body: schemas.ResourcePolicyCreate,
  versions: { "2024-08-05": { reply: schemas.ResourcePolicy } },
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
