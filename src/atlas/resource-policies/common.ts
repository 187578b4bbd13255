// The shared parts of operations on resource policies: their paths, how one is found and looks, and how texts are judged.

import { type FaultMaker, type Reads, toTimestamp } from "../../core/operations/declare.ts";
import { findPolicyOf, type Judged } from "./resource-policies.ts";
import type { ResourcePolicy } from "./rules/resource-policy.ts";

/** Judges a body before the unit of work, since Cedar runs in another thread. */
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
