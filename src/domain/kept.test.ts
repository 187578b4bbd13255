import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { keptWith, lasting } from "./kept.ts";

test("work is done once for a value that lasts, and each time for one that may change", () => {
  let times = 0;
  const count = keptWith((_: object) => ++times);
  const [one, other] = [lasting({ a: 1 }), lasting([1])];
  equal(count(one), 1);
  equal(count(other), 2);
  equal(count(one), 1);
  const loose = { a: 1 };
  equal(count(loose), 3);
  equal(count(loose), 4);
});

test("a value that lasts cannot be changed", () => {
  const value = lasting({ a: 1 });
  throws(() => {
    value.a = 2;
  }, TypeError);
});

test("nothing is kept of work that fails", () => {
  const value = lasting({});
  let fails = true;
  const work = keptWith(() => {
    if (fails) throw new Error("not yet");
    return "done";
  });
  throws(() => work(value), /not yet/);
  fails = false;
  equal(work(value), "done");
});
