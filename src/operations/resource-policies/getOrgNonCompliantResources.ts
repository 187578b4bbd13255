import { findNonCompliant, type NonCompliant } from "../../changes/obeying.ts";
import { door, operation, schemas } from "../declare.ts";
import { shared } from "./common.ts";

export const getOrgNonCompliantResources = operation("GET /api/atlas/v2/orgs/{orgId}/nonCompliantResources", {
  ...shared,
  summary: "List what the resource policies of an organization forbid",
  description:
    "Clusters that were there before the policy that forbids them, oldest first. Where Cedar is not installed there are none, and the header X-Anteroom-Not-Judged says so. Needs a role in the organization.",
  door: door.org("ORG_MEMBER"),
  versions: { "2024-08-05": { reply: schemas.NonCompliantResources } },
}).handle(
  async (context) => findNonCompliant(context, context.org.id),
  (found) => found.map(showNonCompliant),
);

const showNonCompliant = ({ orgId, cluster, policies }: NonCompliant) => ({
  orgId,
  resourceId: cluster.id,
  resourceName: cluster.name,
  resourcePoliciesCausingNonCompliance: policies.map(({ policy, textIds }) => ({
    policiesCausingNonCompliance: textIds.map((policyId) => ({ policyId })),
    resourcePolicyId: policy.id,
    resourcePolicyName: policy.name,
  })),
  resourceType: "CLUSTER" as const,
});
