// Resource policies of an organization: texts in Cedar, how they are judged, and how they change.
import type { Caller } from "../../../core/domain/access.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Complaint, Judgement, PolicyFault } from "../../../core/domain/judgement.ts";

type User = Pick<Caller, "id" | "name">;

export interface PolicyDocument {
  /** The creator; null for a seed. */
  readonly createdBy: User | null;
  readonly description?: string;
  readonly policies: readonly { readonly id: string; readonly body: string }[];
  readonly updatedAt: Instant;
  readonly updatedBy: User | null;
}

export interface ResourcePolicy {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly document: PolicyDocument;
  readonly createdAt: Instant;
}

export interface SentPolicy {
  readonly name?: string;
  /** The description. Null removes it, and so does an empty text, which clients in Go send instead. */
  readonly description?: string | null;
  readonly policies?: readonly { readonly body: string }[];
}

/** The longest body in characters. This number is ours, because Atlas's is not published. */
export const longestPolicy = 8192;

/** The patterns of entities that must exist, in both of Atlas's namespaces. */
const [isProject, isOrg] = [/^(ResourcePolicy|cloud)::project$/i, /^(ResourcePolicy|cloud)::organization$/i];
const isCloudProvider = /^(ResourcePolicy|cloud)::cloudProvider$/i;
const cloudProviders: readonly string[] = ["aws", "azure", "gcp"];

/** Returns the projects that texts name, which must belong to the organization. */
export const projectsIn = (judgements: readonly (Judgement | undefined)[]): string[] =>
  judgements.flatMap((each) =>
    each !== undefined && "entities" in each
      ? each.entities.filter(({ type }) => isProject.test(type)).map(({ id }) => id)
      : [],
  );

/** Matches a text whose actions are plain strings; escaped ones may be any action. */
const namesActions = /^\s*forbid\s*\(\s*principal\s*,\s*action\s*(?:==|in\b)[^\\]*$/;
const ofClusters = ["cluster.modify", "cluster.createEdit"];

/** Reports whether a text may forbid a cluster, so that Cedar must be asked: one that names only other actions cannot. */
export const mayForbidClusters = (body: string): boolean =>
  !namesActions.test(body) || ofClusters.some((action) => body.includes(action));

/** Returns the complaints of the first kind that any text has, from all texts with that kind; null if there is none. */
export function complaintsOf(
  bodies: readonly string[],
  judgements: readonly (Judgement | undefined)[],
  { orgId, groupIds }: { readonly orgId: string; readonly groupIds: ReadonlySet<string> },
): {
  readonly errorType: PolicyFault;
  readonly invalid: readonly { index: number; details: readonly string[] }[];
} | null {
  const complaints = bodies.map((body, index): Complaint | undefined => {
    if (body.length > longestPolicy) {
      return {
        errorType: "POLICY_HAS_BODY_EXCEEDING_MAX_SIZE",
        details: [`The body has more than ${longestPolicy} characters.`],
      };
    }
    const judgement = judgements[index];
    if (judgement === undefined) return undefined;
    if ("complaint" in judgement) return judgement.complaint;
    const absent = judgement.entities.filter(
      ({ type, id }) =>
        (isProject.test(type) && !groupIds.has(id)) ||
        (isOrg.test(type) && id !== orgId) ||
        (isCloudProvider.test(type) && !cloudProviders.includes(id)),
    );
    if (absent.length === 0) return undefined;
    const details = absent.map(
      ({ id }) => `entity id ${id} does not exist in the context of this organization`,
    );
    return { errorType: "POLICY_HAS_UNEXPECTED_ENTITIES", details };
  });
  const first = complaints.find((each) => each !== undefined);
  if (first === undefined) return null;
  const invalid = complaints.flatMap((each, index) =>
    each?.errorType === first.errorType ? [{ index, details: each.details }] : [],
  );
  return { errorType: first.errorType, invalid };
}

/** Changes a policy. An unchanged text keeps its id. */
export function changePolicy(
  before: Pick<PolicyDocument, "createdBy" | "description" | "policies">,
  sent: SentPolicy,
  { now, by, newId }: { readonly now: Instant; readonly by: User | null; readonly newId: () => string },
): PolicyDocument {
  const description = sent.description === undefined ? before.description : sent.description || undefined;
  const policies = sent.policies?.map(
    ({ body }) => before.policies.find((each) => each.body === body) ?? { id: newId(), body },
  );
  return {
    createdBy: before.createdBy,
    ...(description !== undefined && { description }),
    policies: policies ?? before.policies,
    updatedAt: now,
    updatedBy: by,
  };
}
