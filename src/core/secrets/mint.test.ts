// Tests of the form of minted values.
import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { ObjectId } from "bson";
import fc from "fast-check";
import { jitter, mintBytes, mintId } from "./mint.ts";

const instant = fc.integer({ min: 0, max: 0xffff_ffff * 1000 });

test("an id has 24 hexadecimal digits, of which the first eight are its second", () => {
  fc.assert(
    fc.property(instant, (now) => {
      const id = mintId(now);
      match(id, /^[0-9a-f]{24}$/);
      equal(Number.parseInt(id.slice(0, 8), 16), Math.floor(now / 1000));
    }),
  );
});

test("ids of one instant differ, and those of a later second sort after them", () => {
  const ids = Array.from({ length: 100 }, () => mintId(5000));
  equal(new Set(ids).size, 100);
  ok(ids.every((id) => id < mintId(6000)));
});

test("an id is taken apart as an ObjectId of BSON: its second, this process, and a count", () => {
  const [one, next] = [mintId(1_750_000_000_999), mintId(1_750_000_000_999)];
  equal(new ObjectId(one).getTimestamp().getTime(), 1_750_000_000_000);
  const theirs = [new ObjectId(), new ObjectId()].map(String);
  for (const [first = "", second = ""] of [[one, next], theirs]) {
    equal(first.slice(8, 18), second.slice(8, 18));
    equal((Number.parseInt(first.slice(18), 16) + 1) % 2 ** 24, Number.parseInt(second.slice(18), 16));
  }
});

test("bytes are as many as are asked for, and jitter is below 1", () => {
  equal(mintBytes(12).length, 12);
  ok(Array.from({ length: 100 }, jitter).every((each) => each >= 0 && each < 1));
});
