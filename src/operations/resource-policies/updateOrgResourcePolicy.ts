import { replaceResourcePolicy } from "../../changes/resource-policies.ts";
import { operation, schemas } from "../declare.ts";
import {
  findPolicy,
  judgeBody,
  mayWrite,
  pathOfOne,
  resourcePolicyId,
  shared,
  showPolicy,
} from "./common.ts";

export const updateOrgResourcePolicy = operation(`PATCH ${pathOfOne}`, {
  ...shared,
  summary: "Change a resource policy of an organization",
  description:
    "What is not sent stays; a null or empty description is removed. Texts are judged as for a new one. Needs Organization Owner.",
  door: mayWrite,
  params: { resourcePolicyId },
  body: schemas.ResourcePolicyEdit,
  versions: { "2024-08-05": { reply: schemas.ResourcePolicy } },
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY", "RESOURCE_NOT_FOUND"],
})
  .prepare(judgeBody)
  .handle(
    async (context) =>
      replaceResourcePolicy(context, await findPolicy(context), context.body, context.prepared),
    showPolicy,
  );
