import type { ResourcePolicy } from "../../domain/resource-policy.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, shared, showPolicy } from "./common.ts";

export const listOrgResourcePolicies = operation(`GET ${path}`, {
  ...shared,
  summary: "List the resource policies of an organization",
  description: "Oldest first. Needs a role in the organization.",
  door: door.org("ORG_MEMBER"),
  versions: { "2024-08-05": { reply: schemas.ResourcePolicies } },
}).handle(
  async ({ tx, org }) => (await tx.resourcePolicies.all(org.id)) as ResourcePolicy[],
  (policies) => policies.map(showPolicy),
);
