// Creates and changes resource policies of an organization, for requests and seeds.

import type { Changing, Looking, ReadingUnit, Visiting } from "../../core/changes/changing.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { Caller } from "../../core/domain/access.ts";
import type { Judgement } from "../../core/domain/judgement.ts";
import {
  changePolicy,
  complaintsOf,
  projectsIn,
  type ResourcePolicy,
  type SentPolicy,
} from "./rules/resource-policy.ts";

/** The texts of a request, and Cedar's judgement of each; absent if Cedar is not installed. */
export interface Judged {
  readonly bodies: readonly string[];
  readonly judgements: readonly (Judgement | undefined)[];
}

const nothing: Judged = { bodies: [], judgements: [] };

export async function refuseInvalid(
  { tx, fault }: Visiting<"INVALID_RESOURCE_POLICY">,
  orgId: string,
  { bodies, judgements }: Judged,
): Promise<void> {
  const groupIds = new Set<string>();
  for (const id of projectsIn(judgements)) {
    const group = await tx.groups.find(id);
    if (group?.orgId === orgId) groupIds.add(id);
  }
  const found = complaintsOf(bodies, judgements, { orgId, groupIds });
  if (found === null) return;
  const { errorType, invalid } = found;
  const fields = invalid.flatMap(({ index, details }) =>
    details.map((description) => ({ field: `policies.${index}.body`, description })),
  );
  const invalidPolicies = invalid.map(({ index, details }) => ({
    body: bodies[index],
    errors: details.map((detail) => ({ detail })),
  }));
  throw fault("INVALID_RESOURCE_POLICY", { errorType }, { fields, more: { errorType, invalidPolicies } });
}

const kind = "resourcePolicy";

/** Reads the policies of an organization, oldest first. */
export const policiesOf = ({ tx }: ReadingUnit, orgId: string) =>
  tx.documents.ofOrg(orgId, kind) as Promise<ResourcePolicy[]>;

/** Reads the policies of the organization of a project. */
export const policiesAround = ({ tx }: ReadingUnit, groupId: string) =>
  tx.documents.ofOrgAround(groupId, kind) as Promise<ResourcePolicy[]>;

export const findPolicyOf = ({ tx }: ReadingUnit, orgId: string, id: string) =>
  tx.documents.findOfOrg(orgId, kind, id) as Promise<ResourcePolicy | undefined>;

async function refuseTakenName(
  { tx, fault }: { readonly tx: Looking["tx"]; readonly fault: FaultMaker<"DUPLICATE_POLICY_NAME"> },
  orgId: string,
  name: string,
): Promise<void> {
  const taken = (await policiesOf({ tx }, orgId)).some((each) => each.name === name);
  if (taken) throw fault("DUPLICATE_POLICY_NAME", { name });
}

type Writing = Changing<"DUPLICATE_POLICY_NAME" | "INVALID_RESOURCE_POLICY"> & {
  readonly caller: Pick<Caller, "id" | "name"> | null;
};

/** Returns the caller as answers name it. */
const userOf = ({ caller }: Pick<Writing, "caller">) => caller && { id: caller.id, name: caller.name };

export async function makeResourcePolicy(
  changing: Writing,
  orgId: string,
  sent: SentPolicy & { readonly name: string },
  judged: Judged = nothing,
): Promise<ResourcePolicy> {
  const { tx, now, newId, record } = changing;
  const id = newId();
  await refuseInvalid(changing, orgId, judged);
  await refuseTakenName(changing, orgId, sent.name);
  const by = userOf(changing);
  const document = changePolicy({ createdBy: by, policies: [] }, sent, { now, by, newId });
  const policy = { id, orgId, name: sent.name, createdAt: now };
  tx.documents.add({ ...policy, kind, document });
  await record("RESOURCE_POLICY_CREATED", { orgId, details: { resourcePolicyId: id } });
  return { ...policy, document };
}

export async function replaceResourcePolicy(
  changing: Writing,
  before: ResourcePolicy,
  sent: SentPolicy,
  judged: Judged,
): Promise<ResourcePolicy> {
  const { tx, now, newId, record } = changing;
  const { id, orgId } = before;
  await refuseInvalid(changing, orgId, judged);
  const { name = before.name } = sent;
  if (name !== before.name) await refuseTakenName(changing, orgId, name);
  const by = userOf(changing);
  const document = changePolicy(before.document, sent, { now, by, newId });
  tx.documents.replace({ id, name, document, sealedSecret: null, endsAt: null });
  await record("RESOURCE_POLICY_MODIFIED", { orgId, details: { resourcePolicyId: id } });
  return { ...before, name, document };
}

export async function removeResourcePolicy({ tx, record }: Changing, { id, orgId }: ResourcePolicy) {
  tx.documents.remove(id);
  await record("RESOURCE_POLICY_DELETED", { orgId, details: { resourcePolicyId: id } });
}
