// Tests the form of instants.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dateOf, day, hour, latestInstant, minute, second, timestampOf, toTimestamp } from "./instant.ts";

test("a timestamp has whole seconds of UTC", () => {
  equal(toTimestamp(Date.parse("2026-08-10T03:04:53.999Z")), "2026-08-10T03:04:53Z");
  equal(toTimestamp(0), "1970-01-01T00:00:00Z");
});

test("it is what a date says, in any year that has four digits", () => {
  const instant = fc.integer({ min: Date.parse("0000-01-01T00:00:00Z"), max: latestInstant + 999 });
  fc.assert(
    fc.property(instant, (at) => {
      equal(toTimestamp(at), `${new Date(at).toISOString().slice(0, 19)}Z`);
    }),
    { numRuns: 3000 },
  );
});

test("units are milliseconds, and the last instant is that of four digits of a year", () => {
  deepEqual([second, minute, hour, day], [1000, 60_000, 3_600_000, 86_400_000]);
  equal(toTimestamp(latestInstant), "9999-12-31T23:59:59Z");
});

test("what never happened has no timestamp", () => {
  deepEqual([timestampOf(null), timestampOf(0)], [null, "1970-01-01T00:00:00Z"]);
});

test("the day of an instant is that of UTC, its month counted from 1", () => {
  deepEqual(dateOf(Date.parse("2026-01-31T23:59:59Z")), { year: 2026, month: 1, date: 31 });
  deepEqual(dateOf(Date.parse("2026-12-01T00:00:00Z")), { year: 2026, month: 12, date: 1 });
});
