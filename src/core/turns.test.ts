// Tests which line of a queue is next, and what is refused when it is full.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createFairQueue } from "./turns.ts";

/** Opens a queue whose work ends on command. */
function open(atOnce: number, longest: number, patienceMs?: number) {
  const patience = patienceMs === undefined ? {} : { patienceMs };
  const queued = createFairQueue({ atOnce, longest, ...patience, refusal: () => new Error("full") });
  const begun: string[] = [];
  const left = new Set<string>();
  const ends: (() => void)[] = [];
  return {
    begun,
    /** The client of one ends its connection. */
    leave: (name: string) => void left.add(name),
    add: (line: string, name: string) =>
      queued({ line, isGone: () => left.has(name) }, async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        return name;
      }),
    /** Ends the work that began first, and lets the next begin. */
    async end() {
      await new Promise(setImmediate);
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
  await new Promise(setImmediate);
  deepEqual(begun, ["a1", "a2"]);
  await end();
  deepEqual(begun, ["a1", "a2", "a3"]);
  const failing = async () => {
    throw new Error("wrong");
  };
  for (let count = 0; count < 3; count++) await rejects(queued({ line: "a" }, failing), { message: "wrong" });
  equal(await queued({ line: "a" }, async () => "right"), "right");
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

test("nothing is begun for a client that has left, whose place is another's", async () => {
  const { add, begun, end, leave } = open(1, 3);
  const outcomes: string[] = [];
  const note = (line: string, name: string) =>
    void add(line, name).then(
      () => outcomes.push(name),
      ({ message }) => outcomes.push(`${name} ${message}`),
    );
  for (const name of ["a0", "a1", "a2", "a3"]) note("a", name);
  for (const name of ["a1", "a2"]) leave(name);
  for (const name of ["a4", "a5"]) note("a", name);
  leave("a4");
  for (let count = 0; count < 3; count++) await end();
  deepEqual(begun, ["a0", "a3", "a5"]);
  deepEqual(outcomes.sort(), ["a0", "a1 full", "a2 full", "a3", "a4 full", "a5"]);
});

test("waiting has an end, which leaves what is under way alone", async () => {
  const { add, begun, end } = open(1, 9, 20);
  const first = add("a", "a0");
  const [second, third] = [add("a", "a1"), add("b", "b1")];
  await Promise.all([rejects(second, { message: "full" }), rejects(third, { message: "full" })]);
  await end();
  equal(await first, "a0");
  const last = add("a", "a2");
  await end();
  equal(await last, "a2");
  deepEqual(begun, ["a0", "a2"]);
});
