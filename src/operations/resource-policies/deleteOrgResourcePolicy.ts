import { removeResourcePolicy } from "../../changes/resource-policies.ts";
import { operation, schemas } from "../declare.ts";
import { findPolicy, mayWrite, pathOfOne, resourcePolicyId, shared } from "./common.ts";

export const deleteOrgResourcePolicy = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  summary: "Delete a resource policy of an organization",
  description: "Answers an empty object. Needs Organization Owner.",
  door: mayWrite,
  params: { resourcePolicyId },
  versions: { "2024-08-05": { reply: schemas.DeletedResourcePolicy } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => removeResourcePolicy(context, await findPolicy(context)),
  () => ({}),
);
