// Operations on resource policies.

import { atlas } from "../../core/operations/atlas.ts";
import { findPolicy, judgeBody, showPolicy } from "./common.ts";
import { findNonCompliant, type NonCompliant } from "./obeying.ts";
import {
  makeResourcePolicy,
  policiesOf,
  refuseInvalid,
  removeResourcePolicy,
  replaceResourcePolicy,
} from "./resource-policies.ts";
import { changePolicy } from "./rules/resource-policy.ts";

export const listOrgResourcePolicies = atlas("listOrgResourcePolicies", {}).handle(
  ({ tx, org }) => policiesOf({ tx }, org.id),
  (policies) => policies.map(showPolicy),
);

export const getOrgNonCompliantResources = atlas("getOrgNonCompliantResources", {
  needs: ["forbidding"],
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

export const getOrgResourcePolicy = atlas("getOrgResourcePolicy", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(findPolicy, showPolicy);

export const createOrgResourcePolicy = atlas("createOrgResourcePolicy", {
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY"],
})
  .prepare(judgeBody)
  .handle(
    (context) => makeResourcePolicy(context, context.org.id, context.body, context.prepared),
    showPolicy,
  );

export const updateOrgResourcePolicy = atlas("updateOrgResourcePolicy", {
  errors: ["DUPLICATE_POLICY_NAME", "INVALID_RESOURCE_POLICY", "RESOURCE_NOT_FOUND"],
})
  .prepare(judgeBody)
  .handle(
    async (context) =>
      replaceResourcePolicy(context, await findPolicy(context), context.body, context.prepared),
    showPolicy,
  );

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

export const deleteOrgResourcePolicy = atlas("deleteOrgResourcePolicy", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => removeResourcePolicy(context, await findPolicy(context)),
  () => ({}),
);
