import { makeResourcePolicy } from "../../changes/resource-policies.ts";
import { operation, schemas } from "../declare.ts";
import { judgeBody, mayWrite, path, shared, showPolicy } from "./common.ts";

export const createOrgResourcePolicy = operation(`POST ${path}`, {
  ...shared,
  summary: "Create a resource policy of an organization",
  description:
    "Texts are judged by @cedar-policy/cedar-wasm, if it is installed; else the header X-Anteroom-Not-Judged says so. From then on new clusters and changes of clusters must obey it. Needs Organization Owner.",
  door: mayWrite,
  status: 201,
  body: schemas.ResourcePolicyCreate,
  versions: { "2024-08-05": { reply: schemas.ResourcePolicy } },
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY"],
})
  .prepare(judgeBody)
  .handle(
    (context) => makeResourcePolicy(context, context.org.id, context.body, { judged: context.prepared }),
    showPolicy,
  );
