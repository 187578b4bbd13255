// Proves who is served next, and who is refused, if there are few places.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asker, openPlaces } from "./places.ts";

const limits = { places: 4, mostHeld: 3, kept: 1, mostWaiting: 6, patienceMs: 0 };

function start(changes: Partial<typeof limits> = {}) {
  const places = openPlaces({ ...limits, ...changes });
  const served: string[] = [];
  const refused: [string, string][] = [];
  const enter = (share: string, name = share, isGone?: Asker["isGone"]) =>
    places.enter({ share, isGone }).then(
      () => void served.push(name),
      (reason: Error) => void refused.push([name, reason.message]),
    );
  const leave = async (share: string) => {
    places.leave({ share });
    await sleep(0);
  };
  return { enter, leave, served, refused };
}

test("one share holds no more than it may, and others find a place at once", async () => {
  const { enter, leave, served } = start();
  for (let count = 0; count < 5; count++) void enter("a");
  await enter("b");
  deepEqual(served, ["a", "a", "a", "b"]);
  await leave("b");
  equal(served.length, 4);
  await leave("a");
  deepEqual(served.slice(4), ["a"]);
});

test("whose share holds the fewest comes first, though it came last", async () => {
  const { enter, leave, served } = start({ kept: 0 });
  for (let count = 0; count < 3; count++) await enter("a");
  await enter("b");
  void enter("a", "a again");
  void enter("b", "b again");
  void enter("c");
  await leave("a");
  await leave("c");
  await leave("a");
  deepEqual(served.slice(4), ["c", "b again", "a again"]);
});

test("the last places are for shares that hold none, however many want more than they hold", async () => {
  const { enter, leave, served } = start({ places: 10, mostHeld: 10, kept: 2, mostWaiting: 100 });
  const shares = ["a", "b", "c"];
  for (const share of shares) for (let count = 0; count < 20; count++) void enter(share);
  // Long units run here: those of the first end, and no others.
  for (let count = 0; count < 6; count++) await leave("a");
  const held = (share: string) => served.filter((each) => each === share).length - (share === "a" ? 6 : 0);
  deepEqual(shares.map(held), [3, 3, 2]);
  await enter("d");
  await enter("e");
  deepEqual(served.slice(-2), ["d", "e"]);
  void enter("f");
  await leave("b");
  deepEqual(served.at(-1), "f");
});

test("shares that hold as much take turns, and within each the first comes first", async () => {
  const { enter, leave, served } = start({ places: 1, mostHeld: 1 });
  await enter("x");
  for (const name of ["a1", "a2", "a3", "b1", "b2", "c1"]) void enter(name.charAt(0), name);
  await leave("x");
  for (const share of ["a", "b", "c", "a", "b", "a"]) await leave(share);
  deepEqual(served.slice(1), ["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("what nobody waits for any more is not begun, and what has begun goes on", async () => {
  const { enter, leave, served, refused } = start({ places: 1, mostHeld: 1 });
  let isGone = false;
  await enter("a", "begun", () => isGone);
  void enter("a", "waiting", () => isGone);
  void enter("a", "patient");
  isGone = true;
  await leave("a");
  deepEqual(served, ["begun", "patient"]);
  deepEqual(refused, [["waiting", "Nobody waits for the answer"]]);
});

test("where too many wait, the last of those of whom most wait makes room", async () => {
  const { enter, leave, served, refused } = start({ places: 1, mostHeld: 1 });
  await enter("x");
  for (const name of ["a1", "a2", "a3", "a4", "a5", "b1"]) void enter(name.charAt(0), name);
  void enter("c", "c1");
  void enter("a", "a6");
  await sleep(0);
  const why = "Too many requests wait for the database";
  deepEqual(refused.sort(), [
    ["a5", why],
    ["a6", why],
  ]);
  await leave("x");
  for (const share of ["a", "b", "c", "a", "a"]) await leave(share);
  deepEqual(served.slice(1), ["a1", "b1", "c1", "a2", "a3", "a4"]);
});

test("who waits for too long is refused, and holds up nobody", async () => {
  const places = openPlaces({ ...limits, places: 1, patienceMs: 10 });
  await places.enter({ share: "a" });
  await rejects(places.enter({ share: "a" }), { message: "no connection to the database was free in time" });
  places.leave({ share: "a" });
  await places.enter({ share: "b" });
});
