import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { frozen, memoised } from "./memoised.ts";

test("runs once for a frozen value, and each time for one that may change", () => {
  let times = 0;
  const count = memoised((_: object) => ++times);
  const [one, other] = [frozen({ a: 1 }), frozen([1])];
  equal(count(one), 1);
  equal(count(other), 2);
  equal(count(one), 1);
  const loose = { a: 1 };
  equal(count(loose), 3);
  equal(count(loose), 4);
});

test("remembers nothing of a call that throws", () => {
  const value = frozen({});
  let fails = true;
  const work = memoised(() => {
    if (fails) throw new Error("not yet");
    return "done";
  });
  throws(() => work(value), /not yet/);
  fails = false;
  equal(work(value), "done");
});
