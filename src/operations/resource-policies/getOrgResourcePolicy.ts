import { door, operation, schemas } from "../declare.ts";
import { findPolicy, pathOfOne, resourcePolicyId, shared, showPolicy } from "./common.ts";

export const getOrgResourcePolicy = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a resource policy of an organization",
  description: "Needs a role in the organization.",
  door: door.org("ORG_MEMBER"),
  params: { resourcePolicyId },
  versions: { "2024-08-05": { reply: schemas.ResourcePolicy } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(findPolicy, showPolicy);
