// Tests that generated values stay the same when a unit of work runs again.
import { deepEqual, notEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Issue } from "../../secrets/issue.ts";
import { pinMints } from "./handle.ts";

let count = 0;
const mint = (sort: string) => () => `${sort} ${++count}`;
const others = { hashOf: () => "", hashOfCode: () => "", device: () => "", ownerOf: () => "" };
const issue = {
  apiKey: mint("key"),
  clientSecret: mint("secret"),
  token: mint("token"),
  ...others,
} as unknown as Issue;

test("each run mints the same in the same order, and goes on where the others ended", () => {
  const begin = pinMints({ newId: mint("id"), issue });
  const run = (times: number) => {
    const mints = begin();
    const all = [
      mints.newId,
      mints.issue.apiKey,
      mints.issue.clientSecret,
      mints.issue.token,
    ] as (() => unknown)[];
    return all.map((each) => Array.from({ length: times }, each));
  };
  const [first, again, longer] = [run(2), run(2), run(3)];
  deepEqual(again, first);
  deepEqual(
    longer?.map((each) => each.slice(0, 2)),
    first,
  );
  for (const each of longer ?? []) deepEqual(new Set(each).size, 3);
  notEqual(pinMints({ newId: mint("id"), issue })().newId(), first?.[0]?.[0]);
});

test("what mints nothing is passed on", () => {
  const {
    apiKey: _,
    clientSecret: __,
    token: ___,
    ...passed
  } = pinMints({ newId: mint("id"), issue })().issue;
  deepEqual(passed, others);
});
