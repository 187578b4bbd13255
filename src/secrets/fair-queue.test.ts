// Whose turn it is in a queue of several lines, and what is refused where it is full.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createFairQueue } from "./fair-queue.ts";

/** A queue whose work ends when it is told to. */
function open(atOnce: number, longest: number) {
  const queued = createFairQueue({ atOnce, longest, refusal: () => new Error("full") });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    add: (line: string, name: string) =>
      queued(line, async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        return name;
      }),
    /** Ends what began first, and gives the next its turn. */
    async end() {
      ends.shift()?.();
      await new Promise(setImmediate);
    },
  };
}

test("lines take turns, and within one the first is first", async () => {
  const { add, begun, end } = open(1, 9);
  const all = ["a1", "a2", "a3", "b1", "c1", "b2"].map((name) => add(name.charAt(0), name));
  for (let count = 0; count < 6; count++) await end();
  deepEqual(await Promise.all(all), ["a1", "a2", "a3", "b1", "c1", "b2"]);
  deepEqual(begun, ["a1", "a2", "b1", "c1", "a3", "b2"]);
});

test("as many are begun as may be at once, also after one that failed", async () => {
  const queued = createFairQueue({ atOnce: 2, longest: 9, refusal: () => new Error("full") });
  const { add, begun, end } = open(2, 9);
  for (const name of ["a1", "a2", "a3"]) void add("a", name);
  deepEqual(begun, ["a1", "a2"]);
  await end();
  deepEqual(begun, ["a1", "a2", "a3"]);
  const failing = async () => {
    throw new Error("wrong");
  };
  for (let count = 0; count < 3; count++) await rejects(queued("a", failing), { message: "wrong" });
  equal(await queued("a", async () => "right"), "right");
});

test("where too many wait, the last of the longest line is refused", async () => {
  const { add, begun, end } = open(1, 3);
  const outcomes: string[] = [];
  const note = (line: string, name: string) =>
    void add(line, name).catch(({ message }) => outcomes.push(`${name} ${message}`));
  for (const name of ["a0", "a1", "a2", "a3", "a4"]) note("a", name);
  note("b", "b1");
  note("c", "c1");
  note("d", "d1");
  await new Promise(setImmediate);
  deepEqual(outcomes.sort(), ["a2 full", "a3 full", "a4 full", "d1 full"]);
  for (let count = 0; count < 4; count++) await end();
  deepEqual(begun, ["a0", "a1", "b1", "c1"]);
});
