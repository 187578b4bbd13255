// Rate limits: a token bucket for each endpoint set and scope.
import { fault } from "../contract/errors.ts";
import { type LimitSet, refillPeriodSeconds } from "../contract/limits.ts";
import type { Caller } from "../domain/access.ts";
import type { EndpointSet, Operation } from "../operations/operation.ts";

/** What a counted answer announces. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

export interface Limits {
  /** Refuses as `take` would, and takes nothing. */
  check(set: LimitSet, scope: string, path: string): void;
  /** Takes one request out of the bucket; refuses when it is empty and limits are enforced. */
  take(set: LimitSet, scope: string, path: string): Allowance;
}

/** Buckets that are full again say nothing; above this many they are thrown away. */
const manyBuckets = 10_000;

interface Bucket {
  readonly set: LimitSet;
  tokens: number;
  /** When the current refill period began. */
  since: number;
}

/**
 * `elapsed` gives milliseconds that only grow. Without `enforced` requests are counted and announced, never refused. What a
 * period gives back comes at its end: no recorded count rises between calls that lie seconds apart.
 */
export function createLimits({ enforced, elapsed }: { enforced: boolean; elapsed: () => number }): Limits {
  const buckets = new Map<string, Bucket>();

  function refill(bucket: Bucket, now: number): void {
    const periodMs = periodOf(bucket.set) * 1000;
    const periods = Math.floor((now - bucket.since) / periodMs);
    bucket.tokens = Math.min(bucket.set.capacity, bucket.tokens + periods * bucket.set.refill);
    bucket.since += periods * periodMs;
  }

  const keyOf = (set: LimitSet, scope: string) => `${set.name} ${scope}`;

  function bucketOf(set: LimitSet, scope: string, now: number): Bucket {
    const key = keyOf(set, scope);
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      if (buckets.size >= manyBuckets) {
        for (const [name, each] of buckets) {
          refill(each, now);
          if (each.tokens === each.set.capacity) buckets.delete(name);
        }
      }
      buckets.set(key, (bucket = { set, tokens: set.capacity, since: now }));
    }
    refill(bucket, now);
    return bucket;
  }

  const isEnforced = (set: LimitSet) => enforced || set.always === true;

  function refuseEmpty({ set, tokens, since }: Bucket, path: string, now: number): void {
    if (tokens > 0) return;
    const period = periodOf(set);
    const seconds = Math.ceil((since + period * 1000 - now) / 1000);
    const { capacity, refill } = set;
    throw fault(
      "RATE_LIMITED_TOKEN_BUCKET",
      { path: path.replace(/^\//, ""), seconds, capacity, refill, period },
      { headers: { "retry-after": String(seconds), ...announce({ limit: capacity, remaining: 0 }) } },
    );
  }

  return {
    check(set, scope, path) {
      // A bucket that is not there is full, and asking for it makes none.
      if (!isEnforced(set) || !buckets.has(keyOf(set, scope))) return;
      const now = elapsed();
      refuseEmpty(bucketOf(set, scope, now), path, now);
    },
    take(set, scope, path) {
      const now = elapsed();
      const bucket = bucketOf(set, scope, now);
      if (isEnforced(set)) refuseEmpty(bucket, path, now);
      bucket.tokens = Math.max(0, bucket.tokens - 1);
      return { limit: set.capacity, remaining: bucket.tokens };
    },
  };
}

const periodOf = ({ period = refillPeriodSeconds }: LimitSet): number => period;

export const announce = ({ limit, remaining }: Allowance): Record<string, string> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
});

/** Which endpoints each set counts, in the order of the table. */
export function endpointSetsOf(operations: readonly Operation[]): EndpointSet[] {
  return [...new Set(operations.map(({ limit }) => limit))].map((limit) => ({
    ...limit,
    endpoints: operations
      .filter((operation) => operation.limit === limit)
      .map(({ method, path }) => ({ method, path })),
  }));
}

/** Whether all of a project or an organization draw from one bucket. */
export const isShared = ({ scope }: LimitSet): boolean => scope === "GROUP" || scope === "ORGANIZATION";

/** Whose bucket a request draws from; without a caller, that of its address. */
export function limitScope(
  set: LimitSet,
  params: Readonly<Record<string, string>>,
  caller: Caller | undefined,
  remoteAddress: string,
): string {
  if (caller === undefined) return remoteAddress;
  switch (set.scope) {
    case "GROUP":
      return params.groupId ?? caller.id;
    case "ORGANIZATION":
      return params.orgId ?? caller.orgId ?? caller.id;
    case "USER":
      return caller.id;
    case "IP":
      return remoteAddress;
  }
}
