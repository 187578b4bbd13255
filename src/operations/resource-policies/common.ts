// What the operations on resource policies share: their paths, how one is found and looks, and how texts are judged.

import { findPolicyOf, type Judged } from "../../changes/resource-policies.ts";
import type { ResourcePolicy } from "../../domain/resource-policy.ts";
import { door, type FaultMaker, limitSets, ObjectId, type Reads, toTimestamp } from "../declare.ts";

export const path = "/api/atlas/v2/orgs/{orgId}/resourcePolicies";
export const pathOfOne = `${path}/{resourcePolicyId}` as const;
export const shared = { tag: "Resource Policies", limit: limitSets.resourcePolicies } as const;
export const mayWrite = door.org("ORG_OWNER");
export const resourcePolicyId = { ...ObjectId, description: "Id of the resource policy." };

/** Before the unit of work, as Cedar is asked in another thread. */
export async function judgeBody({
  body: { policies = [] },
  judge,
}: {
  readonly body: { readonly policies?: readonly { readonly body: string }[] };
  readonly judge: (bodies: readonly string[]) => Promise<Judged["judgements"]>;
}): Promise<Judged> {
  const bodies = policies.map(({ body }) => body);
  return { bodies, judgements: await judge(bodies) };
}

export async function findPolicy(context: {
  readonly tx: Reads;
  readonly org: { readonly id: string };
  readonly params: { readonly resourcePolicyId: string };
  readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
}): Promise<ResourcePolicy> {
  const { tx, org, params, fault } = context;
  const found = await findPolicyOf({ tx }, org.id, params.resourcePolicyId);
  if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.resourcePolicyId });
  return found;
}

export const showPolicy = ({ id, orgId, name, createdAt, document }: ResourcePolicy) => ({
  ...(document.createdBy !== null && { createdByUser: document.createdBy }),
  createdDate: toTimestamp(createdAt),
  ...(document.description !== undefined && { description: document.description }),
  id,
  ...(document.updatedBy !== null && { lastUpdatedByUser: document.updatedBy }),
  lastUpdatedDate: toTimestamp(document.updatedAt),
  name,
  orgId,
  policies: document.policies.map(({ id: policyId, body }) => ({ body, id: policyId })),
  version: "v1",
});
