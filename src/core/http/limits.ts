// Rate limits: a token bucket for each endpoint set and scope.
import { type Fault, fault } from "../contract/errors.ts";
import { type LimitSet, refillPeriodSeconds, wrongSecrets } from "../contract/limits.ts";
import type { Caller } from "../domain/access.ts";
import { hour, type Instant } from "../domain/instant.ts";
import { networkOf, wideNetworkOf } from "../domain/network.ts";
import type { RemoteAddress } from "../domain/proxies.ts";
import type { EndpointSet, Operation } from "../operations/operation.ts";
import { hashSecret } from "../secrets/keyring.ts";
import type { Asker } from "../store/places.ts";
import type { Store } from "../store/store.ts";

export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

export type Limits = ReturnType<typeof createLimits>;

/** The number of buckets above which full ones are deleted, since they hold no information. */
const manyBuckets = 10_000;
/** The most buckets that are kept: callers choose networks and names, and could fill the memory. */
const mostBuckets = 100_000;

interface Bucket {
  readonly set: LimitSet;
  tokens: number;
  since: number;
}

interface LimitsDeps {
  readonly enforced: boolean;
  readonly elapsed: () => number;
  /** The buckets, for tests that read them. */
  readonly buckets?: Map<string, Bucket>;
}

/** Creates the limits. Without `enforced`, requests are counted and announced, but never refused. */
export function createLimits({ enforced, elapsed, buckets = new Map() }: LimitsDeps) {
  /**
   * The number of buckets at which they are next searched for full ones: twice what was left, so that each new bucket costs
   * little.
   */
  let many = manyBuckets;

  function makeRoom(now: number): void {
    if (buckets.size >= many) {
      dropFull(buckets, now);
      many = Math.min(mostBuckets, Math.max(manyBuckets, 2 * buckets.size));
    }
    if (buckets.size < mostBuckets) return;
    for (const [oldest] of buckets) return void buckets.delete(oldest);
  }

  function bucketOf(set: LimitSet, scope: string, now: number): Bucket {
    const key = keyOf(set, scope);
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      makeRoom(now);
      buckets.set(key, (bucket = { set, tokens: set.capacity, since: now }));
    }
    refill(bucket, now);
    return bucket;
  }

  const isEnforced = (set: LimitSet) => enforced || set.always === true;

  function refuseEmpty({ set, tokens, since }: Bucket, path: string, now: number): void {
    if (tokens === 0) throw emptied(set, path, since + periodOf(set) * 1000 - now);
  }

  return {
    /** Refuses as `take` would, without taking a request. */
    check(set: LimitSet, scope: string, path: string): void {
      // A missing bucket is full, and a check does not create it.
      if (!isEnforced(set) || !buckets.has(keyOf(set, scope))) return;
      const now = elapsed();
      refuseEmpty(bucketOf(set, scope, now), path, now);
    },
    /** Takes one request from the bucket; refuses if it is empty and limits are enforced. */
    take(set: LimitSet, scope: string, path: string): Allowance {
      const now = elapsed();
      const bucket = bucketOf(set, scope, now);
      if (isEnforced(set)) refuseEmpty(bucket, path, now);
      bucket.tokens = Math.max(0, bucket.tokens - 1);
      return { limit: set.capacity, remaining: bucket.tokens };
    },
  };
}

/** Refills a bucket at the end of a period: no recorded count rises between calls seconds apart. */
function refill(bucket: Bucket, now: number): void {
  const periodMs = periodOf(bucket.set) * 1000;
  const periods = Math.floor((now - bucket.since) / periodMs);
  bucket.tokens = Math.min(bucket.set.capacity, bucket.tokens + periods * bucket.set.refill);
  bucket.since += periods * periodMs;
}

function dropFull(buckets: Map<string, Bucket>, now: number): void {
  for (const [name, bucket] of buckets) {
    refill(bucket, now);
    if (bucket.tokens === bucket.set.capacity) buckets.delete(name);
  }
}

const keyOf = (set: LimitSet, scope: string): string => `${set.name} ${scope}`;
const periodOf = ({ period = refillPeriodSeconds }: LimitSet): number => period;

/** Makes the refusal of an empty bucket; `wait` is in milliseconds. */
export function emptied(set: LimitSet, path: string, wait: number): Fault {
  const { capacity, refill, code } = set;
  const seconds = Math.ceil(wait / 1000);
  const minutes = periodOf(set) / 60;
  const retry = { headers: { "retry-after": String(seconds) } };
  if (code === "RATE_LIMITED") return fault(code, { path, capacity, minutes }, retry);
  if (code !== undefined) return fault(code, { capacity, minutes }, retry);
  return fault(
    "RATE_LIMITED_TOKEN_BUCKET",
    { path: path.replace(/^\//, ""), seconds, capacity, refill, period: periodOf(set) },
    { headers: { "retry-after": String(seconds), ...announce({ limit: capacity, remaining: 0 }) } },
  );
}

interface SpendDeps {
  readonly limits: Limits;
  readonly store: Pick<Store, "write">;
  /** The clock that all processes of the store share. */
  readonly now: () => Instant;
  readonly hasStrangers: boolean;
}

export type Spend = ReturnType<typeof createSpend>;

/** Takes one request from the bucket of a key, wherever the bucket is stored; refuses if it is empty. */
export function createSpend({ limits, store, now: readClock, hasStrangers }: SpendDeps) {
  let sweptAt = readClock();
  return async (set: LimitSet, key: string, path: string, asker: Asker): Promise<void> => {
    if (set.againstStrangers && !hasStrangers) return;
    if (set.lasting !== true) return void limits.take(set, key, path);
    const now = readClock();
    if (now - sweptAt >= hour) {
      sweptAt = now;
      await store.write((tx) => tx.buckets.sweep(now), asker);
    }
    const { capacity, refill } = set;
    const cost = Math.ceil((periodOf(set) * 1000) / refill);
    const taking = { keyHash: hashSecret(keyOf(set, key)), capacity, cost, now };
    const freeAt = await store.write((tx) => tx.buckets.take(taking), asker);
    if (freeAt !== undefined) throw emptied(set, path, freeAt - now);
  };
}

/**
 * A charge to the caller's network: `about` names something that each network is charged for separately, such as an account.
 */
export interface FromNetwork {
  readonly remoteAddress: Pick<RemoteAddress, "ip">;
  readonly about?: string | undefined;
}

/** Lists the buckets of the caller's network, and of the wide one around it. */
function* bucketsFrom(
  set: LimitSet,
  { remoteAddress: { ip }, about }: FromNetwork,
): Iterable<[LimitSet, string]> {
  const keyOf = (network: string) => (about === undefined ? network : `${about} ${network}`);
  yield [set, keyOf(networkOf(ip))];
  if (set.around !== undefined) yield [set.around, keyOf(wideNetworkOf(ip))];
}

/** Takes one request from each bucket of a caller's networks; refuses if one is empty. */
export async function spendFrom(
  spend: Spend,
  set: LimitSet,
  from: FromNetwork,
  path: string,
  asker: Asker,
): Promise<void> {
  for (const [each, key] of bucketsFrom(set, from)) await spend(each, key, path, asker);
}

export type Guess = ReturnType<typeof createGuess>;

/**
 * Checks whether a secret is right, unless too many wrong ones came before, for its name and from the caller's network;
 * undefined for a wrong one.
 */
export const createGuess =
  ({ limits, hasStrangers }: Pick<SpendDeps, "limits" | "hasStrangers">) =>
  async <T>(from: FromNetwork, path: string, prove: () => Promise<T | undefined>): Promise<T | undefined> => {
    if (!hasStrangers) return prove();
    const buckets = [...bucketsFrom(wrongSecrets, from)];
    for (const [set, key] of buckets) limits.check(set, key, path);
    const proven = await prove();
    if (proven === undefined) for (const [set, key] of buckets) limits.take(set, key, path);
    return proven;
  };

export const announce = ({ limit, remaining }: Allowance): Record<string, string> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
});

/** Returns the endpoints that each set counts, in the order of the table. */
export function endpointSetsOf(operations: readonly Operation[]): EndpointSet[] {
  return [...new Set(operations.map(({ limit }) => limit))].map((limit) => ({
    ...limit,
    endpoints: operations
      .filter((operation) => operation.limit === limit)
      .map(({ method, path }) => ({ method, path })),
  }));
}

/** Reports whether all callers of a project or an organization share one bucket. */
export const isShared = ({ scope }: LimitSet): boolean => scope === "GROUP" || scope === "ORGANIZATION";

/** Returns the owner of the bucket that a request takes from; without a caller, its network. */
export function limitScope(
  set: LimitSet,
  params: Readonly<Record<string, string>>,
  caller: Caller | undefined,
  remoteAddress: RemoteAddress,
): string {
  if (caller === undefined || set.scope === "IP") return networkOf(remoteAddress.ip);
  if (set.scope === "GROUP") return params.groupId ?? caller.id;
  if (set.scope === "ORGANIZATION") return params.orgId ?? caller.orgId ?? caller.id;
  return caller.id;
}
