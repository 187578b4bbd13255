// Rate limits: a token bucket for each endpoint set and scope.
import { fault } from "../contract/errors.ts";
import { type LimitSet, refillPeriodSeconds } from "../contract/limits.ts";
import type { Caller } from "../domain/access.ts";

/** What a counted answer announces. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

export interface Limits {
  /** Takes one request out of the bucket; refuses when it is empty and limits are enforced. */
  take(set: LimitSet, scope: string, path: string): Allowance;
}

/** Buckets that are full again say nothing; above this many they are thrown away. */
const manyBuckets = 10_000;

/** `elapsed` gives milliseconds that only grow. Without `enforced` requests are counted and announced, never refused. */
export function createLimits({ enforced, elapsed }: { enforced: boolean; elapsed: () => number }): Limits {
  const buckets = new Map<string, { tokens: number; at: number; set: LimitSet }>();
  const refilled = ({ tokens, at, set }: { tokens: number; at: number; set: LimitSet }, now: number) =>
    Math.min(set.capacity, tokens + ((now - at) * set.refill) / (refillPeriodSeconds * 1000));

  return {
    take(set, scope, path) {
      const now = elapsed();
      const key = `${set.name} ${scope}`;
      let bucket = buckets.get(key);
      if (bucket === undefined) {
        if (buckets.size >= manyBuckets) {
          for (const [name, each] of buckets)
            if (refilled(each, now) >= each.set.capacity) buckets.delete(name);
        }
        buckets.set(key, (bucket = { tokens: set.capacity, at: now, set }));
      }
      const tokens = refilled(bucket, now);
      if (tokens < 1 && enforced) {
        const seconds = Math.ceil(((1 - tokens) * refillPeriodSeconds) / set.refill);
        const { capacity, refill } = set;
        throw fault(
          "RATE_LIMITED_TOKEN_BUCKET",
          { path: path.replace(/^\//, ""), seconds, capacity, refill, period: refillPeriodSeconds },
          { headers: { "retry-after": String(seconds), ...announce({ limit: capacity, remaining: 0 }) } },
        );
      }
      bucket.tokens = Math.max(0, tokens - 1);
      bucket.at = now;
      return { limit: set.capacity, remaining: Math.floor(bucket.tokens) };
    },
  };
}

export const announce = ({ limit, remaining }: Allowance): Record<string, string> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
});

/** Whose bucket a request draws from. */
export function limitScope(set: LimitSet, params: Readonly<Record<string, string>>, caller: Caller): string {
  switch (set.scope) {
    case "GROUP":
      return params.groupId ?? caller.orgId;
    case "ORGANIZATION":
      return params.orgId ?? caller.orgId;
    case "USER":
      return caller.id;
    case "IP":
      return caller.remoteAddress;
  }
}
