// Tests of rate limits: the capacity and refill of a bucket, and which bucket a request is taken from.
import { deepEqual, equal, notEqual, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { notingLimits } from "../../../test/support/limits.ts";
import { operations } from "../../atlas/index.ts";
import { consoleSets, limitSets, neighbourSets } from "../contract/limits.ts";
import type { Caller } from "../domain/access.ts";
import { hour } from "../domain/instant.ts";
import { hashSecret } from "../secrets/keyring.ts";
import {
  announce,
  createGuess,
  createLimits,
  createSpend,
  endpointSetsOf,
  isShared,
  limitScope,
  type Spend,
  spendFrom,
} from "./limits.ts";

const path = "/api/atlas/v2/orgs";
const nobody = { share: "198.51.100.1" };
/** The capacity of listOrgs's bucket. */
const capacity = 300;
const empty = { "ratelimit-limit": "300", "ratelimit-remaining": "0" };

test("a bucket", async (t) => {
  const { orgs } = limitSets;
  let at = 1000;
  const elapsed = () => at;
  const bucket = (enforced: boolean) => {
    const limits = createLimits({ enforced, elapsed });
    return () => limits.take(orgs, "somebody", path).remaining;
  };

  await t.test("gets back at the end of each minute what the minute refills, and nothing before", () => {
    const take = bucket(true);
    for (let count = 0; count < capacity; count++) equal(take(), capacity - 1 - count);
    at += 59_999;
    throws(take, { code: "RATE_LIMITED_TOKEN_BUCKET", headers: { "retry-after": "1", ...empty } });
    at += 1;
    equal(take(), orgs.refill - 1);
    at += 2 * 60_000;
    equal(take(), 3 * orgs.refill - 2);
  });

  await t.test("holds no more than its capacity", () => {
    const take = bucket(true);
    equal(take(), capacity - 1);
    at += 60_000;
    equal(take(), capacity - 1);
  });

  await t.test("says after how many whole seconds it gets something back", () => {
    const take = bucket(true);
    for (let count = 0; count < capacity; count++) take();
    throws(take, { headers: { "retry-after": "60", ...empty } });
    at += 30_500;
    throws(take, { headers: { "retry-after": "30", ...empty } });
    at += 60_000;
    for (let count = 0; count < orgs.refill; count++) take();
    throws(take, { headers: { "retry-after": "30", ...empty } });
  });

  await t.test("that is not enforced stays empty until the minute ends", () => {
    const take = bucket(false);
    for (let count = 0; count < capacity + 5; count++) take();
    equal(take(), 0);
    at += 60_000;
    equal(take(), orgs.refill - 1);
  });
});

test("whoever has an IPv6 network has one bucket by it, not one for each address in it", () => {
  const of = (ip: string) => limitScope(neighbourSets.unlisted, {}, undefined, { state: "own", ip });
  equal(of("2001:db8::1"), of("2001:db8::ffff:1"));
  notEqual(of("2001:db8::1"), of("2001:db8:0:1::1"));
  notEqual(of("192.0.2.1"), of("192.0.2.2"));
});

test("429 says which limit it is, and when there is something again", () => {
  const set = { ...limitSets.orgs, capacity: 1, refill: 1, period: 10 };
  let at = 0;
  const limits = createLimits({ enforced: true, elapsed: () => at });
  equal(limits.take(set, "a", path).remaining, 0);
  at = 2_500;
  throws(() => limits.take(set, "a", path), {
    code: "RATE_LIMITED_TOKEN_BUCKET",
    parameters: ["api/atlas/v2/orgs", 8, 1, 1, 10],
    headers: { "retry-after": "8", "ratelimit-limit": "1", "ratelimit-remaining": "0" },
  });
  equal(limits.take(set, "b", path).remaining, 0);
  equal(limits.take({ ...set, name: "other" }, "a", path).remaining, 0);
});

test("checking takes nothing, and refuses what taking would", () => {
  for (const [enforced, always] of [
    [true, undefined],
    [false, true],
    [false, undefined],
  ] as const) {
    const set = { ...limitSets.orgs, capacity: 2, ...(always && { always }) };
    const buckets = new Map();
    const limits = createLimits({ enforced, elapsed: () => 0, buckets });
    limits.check(set, "a", path);
    equal(buckets.size, 0);
    limits.take(set, "a", path);
    limits.check(set, "a", path);
    equal(limits.take(set, "a", path).remaining, 0);
    const check = () => limits.check(set, "a", path);
    if (enforced || always) throws(check, { code: "RATE_LIMITED_TOKEN_BUCKET" });
    else check();
  }
});

test("ten thousand buckets are kept at least; then those that are full again go", () => {
  let at = 0;
  const buckets = new Map();
  const limits = createLimits({ enforced: true, elapsed: () => at, buckets });
  const set = { ...limitSets.orgs, capacity: 2, refill: 1 };
  for (let count = 0; count < 9_999; count++) limits.take(set, `one ${count}`, path);
  limits.take(set, "busy", path);
  limits.take(set, "busy", path);
  equal(buckets.size, 10_000);
  at = 60_000;
  limits.take(set, "next", path);
  deepEqual([...buckets.keys()], ["orgs busy", "orgs next"]);
});

test("a hundred thousand buckets are kept at most, those made last", () => {
  const buckets = new Map();
  const limits = createLimits({ enforced: true, elapsed: () => 0, buckets });
  for (let count = 0; count < 100_002; count++) limits.take(limitSets.orgs, `one ${count}`, path);
  equal(buckets.size, 100_000);
  deepEqual([buckets.has("orgs one 1"), buckets.has("orgs one 2")], [false, true]);
});

test("what is of a network is taken from the wide one around it as well, apart for what it is about", async () => {
  const spent: string[] = [];
  const spend: Spend = async ({ name, capacity }, key) => void spent.push(`${name} (${capacity}) ${key}`);
  const { hashing, signInsFrom } = consoleSets;
  await spendFrom(spend, hashing, { remoteAddress: { ip: "2001:db8:1:2::3" } }, path, nobody);
  await spendFrom(spend, signInsFrom, { remoteAddress: { ip: "192.0.2.7" }, about: "ada" }, path, nobody);
  await spendFrom(spend, limitSets.orgs, { remoteAddress: { ip: "192.0.2.7" } }, path, nobody);
  await spendFrom(spend, hashing, { remoteAddress: {} }, path, nobody);
  deepEqual(spent, [
    "hashing (60) 2001:db8:1:2::/64",
    "hashing around (240) 2001:db8:1::/48",
    "signInsFrom (5) ada 192.0.2.7",
    "signInsFrom around (10) ada 192.0.2.0/24",
    "orgs (300) 192.0.2.7",
    "hashing (60) unknown",
    "hashing around (240) unknown",
  ]);
});

test("guesses of many hosts are those of the network around them", async () => {
  const limits = createLimits({ enforced: false, elapsed: () => 0 });
  const guess = createGuess({ limits, hasStrangers: true });
  const from = (host: number, network = 1) => ({
    remoteAddress: { ip: `2001:db8:${network}:${host}::` },
    about: "key",
  });
  const wrong = async () => undefined;
  for (let host = 0; host < 120; host++) equal(await guess(from(host), path, wrong), undefined);
  await rejects(guess(from(999), path, wrong), { code: "RATE_LIMITED_TOKEN_BUCKET" });
  equal(await guess(from(0, 2), path, async () => "right"), "right");
});

test("lasting buckets are those of the store, which is swept each hour; others are the process's own", async () => {
  const calls: unknown[] = [];
  const [set, cause] = [
    { ...limitSets.orgs, capacity: 9, refill: 4, period: 10, lasting: true as const },
    "ada",
  ];
  let now = 1_000;
  let freeAt: number | undefined;
  const buckets = {
    take: async (taking: unknown) => {
      calls.push(taking);
      return freeAt;
    },
    sweep: async (at: number) => void calls.push(["sweep", at]),
  };
  const askers = new Set<unknown>();
  const store = {
    async write(work: (tx: unknown) => unknown, asker: unknown) {
      askers.add(asker);
      return work({ buckets });
    },
  };
  const own: string[] = [];
  const limits = notingLimits({ enforced: false, elapsed: () => 0 }, (name) => own.push(name));
  const spend = createSpend({ limits, store: store as never, now: () => now, hasStrangers: true });
  const taking = { keyHash: hashSecret(`orgs ${cause}`), capacity: 9, cost: 2_500 };

  await spend(limitSets.orgs, cause, path, nobody);
  deepEqual([own, calls], [["orgs"], []]);
  await spend(set, cause, path, nobody);
  now += hour - 1;
  await spend(set, cause, path, nobody);
  deepEqual(calls.splice(0), [
    { ...taking, now: 1_000 },
    { ...taking, now: hour + 999 },
  ]);
  now += 1;
  await spend(set, cause, path, nobody);
  await spend(set, cause, path, nobody);
  deepEqual(calls.splice(0), [["sweep", now], { ...taking, now }, { ...taking, now }]);
  freeAt = now + 1_500;
  const refused = await spend(set, cause, path, nobody).catch((reason) => reason);
  deepEqual([refused.code, refused.headers["retry-after"]], ["RATE_LIMITED_TOKEN_BUCKET", "2"]);
  deepEqual(own, ["orgs"]);
  const spendAmongFriends = createSpend({
    limits,
    store: store as never,
    now: () => now,
    hasStrangers: false,
  });
  const againstStrangers = { ...set, againstStrangers: true as const };
  await spendAmongFriends(againstStrangers, cause, path, nobody);
  equal(calls.length, 1, "by the refusal above alone");
  freeAt = undefined;
  await spendAmongFriends(set, cause, path, nobody);
  await spend(againstStrangers, cause, path, nobody);
  equal(calls.length, 3);
  deepEqual(askers, new Set([nobody]));
});

test("an answer announces what the bucket holds", () => {
  deepEqual(announce({ limit: 5, remaining: 3 }), { "ratelimit-limit": "5", "ratelimit-remaining": "3" });
});

test("a set lists its endpoints, each set once", () => {
  const { getGroup, listOrgs, updateGroup } = operations;
  const [first, second, ...rest] = endpointSetsOf([getGroup, listOrgs, updateGroup]);
  deepEqual(rest, []);
  const path = "/api/atlas/v2/groups/{groupId}";
  deepEqual(first, {
    ...limitSets.group,
    endpoints: [
      { method: "GET", path },
      { method: "PATCH", path },
    ],
  });
  deepEqual(second?.endpoints, [{ method: "GET", path: "/api/atlas/v2/orgs" }]);
});

test("all of unknown addresses have one bucket", () => {
  const of = (peer: string) => limitScope(neighbourSets.unlisted, {}, undefined, { state: "unknown", peer });
  deepEqual([of("192.0.2.1"), of("192.0.2.2")], ["unknown", "unknown"]);
});

test("a request draws from the bucket of its project, its organization, its caller or its network", () => {
  const remoteAddress = { state: "own", ip: "192.0.2.9" } as const;
  const caller: Caller = { kind: "API_KEY", id: "k", orgId: "o", name: "n", remoteAddress };
  const scopes = (params: Record<string, string>, by: Caller | undefined) =>
    (["GROUP", "ORGANIZATION", "USER", "IP"] as const).map((scope) =>
      limitScope({ ...limitSets.orgs, scope }, params, by, remoteAddress),
    );
  deepEqual(scopes({ groupId: "g", orgId: "p" }, caller), ["g", "p", "k", "192.0.2.9"]);
  deepEqual(scopes({}, caller), ["k", "o", "k", "192.0.2.9"]);
  deepEqual(scopes({}, { ...caller, orgId: null }), ["k", "k", "k", "192.0.2.9"]);
  deepEqual(scopes({ groupId: "g", orgId: "p" }, undefined), Array(4).fill("192.0.2.9"));
  deepEqual(
    (["GROUP", "ORGANIZATION", "USER", "IP"] as const).map((scope) => isShared({ ...limitSets.orgs, scope })),
    [true, true, false, false],
  );
});
