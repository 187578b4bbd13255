// Proves the checker: it finds the order where there is one, and none where there is none.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isLinearizable, type Operation } from "./linearizable.ts";

const write = (value: string, from: number, to: number): Operation => ({ kind: "write", value, from, to });
const read = (value: string, from: number, to: number): Operation => ({ kind: "read", value, from, to });

const histories: readonly (readonly [string, boolean, readonly Operation[]])[] = [
  ["nothing", true, []],
  ["a read of what was there", true, [read("0", 0, 1)]],
  ["a read of what was never written", false, [read("1", 0, 1)]],
  [
    "reads beside a write, each sees what it likes",
    true,
    [write("1", 0, 9), read("0", 1, 2), read("1", 3, 4)],
  ],
  ["a read that goes back", false, [write("1", 0, 9), read("1", 1, 2), read("0", 3, 4)]],
  ["a read of what an answered write replaced", false, [write("1", 0, 1), read("0", 2, 3)]],
  [
    "two writes at once, in the order of the reads",
    true,
    [write("1", 0, 9), write("2", 0, 9), read("2", 10, 11)],
  ],
  [
    "two writes at once, and readers who disagree on their order",
    false,
    [write("1", 0, 1), write("2", 0, 1), read("1", 2, 3), read("2", 4, 5)],
  ],
];

test("histories of a register", async (t) => {
  for (const [name, expected, history] of histories) {
    await t.test(name, () => equal(isLinearizable(history, "0"), expected));
  }
});
