// The sets of endpoints that share a rate limit.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { consoleSets, type LimitSet, limitSets } from "./limits.ts";

const sets: LimitSet[] = [...Object.values(limitSets), ...Object.values(consoleSets)];

test("no two sets have one name", () => {
  equal(new Set(sets.map(({ name }) => name)).size, sets.length);
});

test("a bucket is not refilled beyond what it holds in one period", () => {
  for (const { name, capacity, refill } of sets) ok(0 < refill && refill <= capacity, name);
});

test("what guards passwords is enforced always", () => {
  for (const set of [
    consoleSets.hashing,
    consoleSets.signInsFrom,
    consoleSets.signInsOf,
    consoleSets.resetsOf,
  ]) {
    equal(set.always, true, set.name);
  }
});
