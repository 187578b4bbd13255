// The shared parts of the inspection of rate limits: its path, whose limits may be seen, and how a set looks.
import type { Looking } from "../../core/changes/changing.ts";
import { visitGroup, visitOrg } from "../../core/changes/scopes.ts";
import { type LimitScope, type LimitSet, refillPeriodSeconds } from "../../core/contract/limits.ts";
import type { Caller } from "../../core/operations/declare.ts";
import type { EndpointSet } from "../../core/operations/operation.ts";

export const path = "/api/atlas/v2/rateLimits";

export const subjectErrors = [
  "GROUP_NOT_FOUND",
  "ORG_NOT_FOUND",
  "USER_CANNOT_ACCESS_GROUP",
  "USER_CANNOT_ACCESS_ORG",
  "USER_NOT_FOUND",
] as const;

interface LimitSubject extends Looking<(typeof subjectErrors)[number]> {
  readonly caller: Caller;
  readonly query: {
    readonly groupId: string | undefined;
    readonly orgId: string | undefined;
    readonly userId: string | undefined;
    readonly ipAddress: string | undefined;
  };
}

/** The scopes whose limits the query names; none for all. Refuses a project or organization that the caller cannot enter. */
export async function chooseScopes({ caller, query, ...looking }: LimitSubject): Promise<LimitScope[]> {
  const { groupId, orgId, userId, ipAddress } = query;
  const scopes: LimitScope[] = [];
  if (groupId !== undefined) {
    await visitGroup(looking, groupId, caller);
    scopes.push("GROUP");
  }
  if (orgId !== undefined) {
    await visitOrg(looking, orgId, caller);
    scopes.push("ORGANIZATION");
  }
  if (userId !== undefined) {
    if (userId !== caller.id && userId !== caller.name) throw looking.fault("USER_NOT_FOUND", { userId });
    scopes.push("USER");
  }
  if (ipAddress !== undefined) scopes.push("IP");
  return scopes;
}

/** Returns the id in the form of the official example: the set's name and its scope. */
export const idOf = ({ name, scope }: LimitSet): string => `${name}_${scope.toLowerCase()}`;

export interface Inspected {
  readonly set: EndpointSet;
  readonly isOfOne: boolean;
}

/** Shows a set. Custom limits do not exist here, so each value is the default. */
export function showSet({ set, isOfOne }: Inspected) {
  const show = (value: number) => (isOfOne ? { defaultValue: value, value } : { value });
  return {
    capacity: show(set.capacity),
    endpointSetId: idOf(set),
    endpointSetName: set.title,
    endpoints: set.endpoints.map(({ method, path }) => ({ method, path })),
    refillDurationSeconds: show(refillPeriodSeconds),
    refillRate: show(set.refill),
    scope: set.scope,
  };
}
