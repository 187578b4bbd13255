import { findNonCompliant, type NonCompliant } from "../../changes/obeying.ts";
import { atlas } from "../atlas.ts";

export const getOrgNonCompliantResources = atlas("getOrgNonCompliantResources", {}).handle(
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
