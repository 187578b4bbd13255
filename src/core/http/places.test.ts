// Tests how networks share places, with guests that only come and leave.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { createPlaces, type Guest } from "./places.ts";

/** Opens forty places; the share of one network is two. */
function open() {
  const places = createPlaces(40, ["own"]);
  const ended: string[] = [];
  const guest = (network: string | null, name = "", isIdle = () => true): Guest => ({
    network,
    isIdle,
    end: () => void ended.push(name),
  });
  return {
    ...places,
    ended,
    guest,
    /** Counts how many of so many guests of one network get a place. */
    seat: (network: string | null, count: number, isIdle?: () => boolean) =>
      Array.from({ length: count }, (_, nth) => guest(network, `${network} ${nth}`, isIdle)).filter(
        places.take,
      ).length,
  };
}

test("strangers of one network take a twentieth of the places, though all are free; a newcomer has that of an idle one", () => {
  const { seat, ended } = open();
  deepEqual([seat("busy", 40, () => false), ended], [2, []]);
  deepEqual([seat("a", 4), ended], [4, ["a 0", "a 1"]]);
});

for (const network of ["known", "own"]) {
  test(`the network of ${network === "own" ? "this machine" : "known callers"} takes half of the places, and others find room then`, () => {
    const { seat, know, guest, ended } = open();
    know(guest("known"));
    equal(seat(network, 40), 20);
    deepEqual([seat("b", 5, () => false), seat("c", 1)], [2, 1]);
    deepEqual(ended, []);
  });
}

test("networks are forgotten whose callers were last known before those of a thousand others", () => {
  const { seat, know, guest } = open();
  know(guest("a"));
  for (let nth = 1; nth < 1_000; nth++) know(guest(`other ${nth}`));
  equal(
    seat("a", 3, () => false),
    3,
  );
  know(guest("one more"));
  know(guest(null));
  equal(seat("a", 1), 0);
});

test("proxies take all there are", () => {
  equal(open().seat(null, 50), 40);
});

test("when all are taken, the oldest idle one of the largest network makes room", () => {
  const { seat, ended } = open();
  seat("own", 20);
  for (let nth = 0; nth < 10; nth++) seat(`other ${nth}`, 2);
  deepEqual([seat("b", 3, () => false), ended], [2, ["own 0", "own 1"]]);
  deepEqual([seat(null, 1), ended.at(-1)], [1, "own 2"]);
});

test("who is not idle keeps the place, and so does a network that is no larger", () => {
  const { seat, know, guest, ended } = open();
  know(guest("busy"));
  seat("busy", 19, () => false);
  seat("a", 1);
  for (let nth = 0; nth < 10; nth++) seat(`other ${nth}`, 2);
  deepEqual([seat("b", 2, () => false), ended], [1, ["other 0 0"]]);
});

test("proxies make room for nobody", () => {
  const { seat, ended } = open();
  seat(null, 40);
  deepEqual([seat("a", 1), ended], [0, []]);
});

test("a place that is left is free once", () => {
  const { seat, take, leave, guest } = open();
  const [first, second] = [guest("a", "", () => false), guest("a", "", () => false)];
  deepEqual([take(first), take(second), seat(null, 40)], [true, true, 38]);
  leave(first);
  leave(first);
  equal(seat(null, 2), 1);
});
