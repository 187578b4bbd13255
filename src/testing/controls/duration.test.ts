// Tests of the written form of durations.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { day, hour, minute, second } from "../../core/domain/instant.ts";
import { readDuration } from "./duration.ts";

test("the parts of a duration add up", () => {
  const count = fc.nat(10_000);
  fc.assert(
    fc.property(count, count, count, count, count, (weeks, days, hours, minutes, seconds) => {
      const sum = weeks * 7 * day + days * day + hours * hour + minutes * minute + seconds * second;
      equal(readDuration(`P${weeks}W${days}DT${hours}H${minutes}M${seconds}S`), sum);
    }),
  );
});

test("any part may be left out", () => {
  for (const [text, duration] of [
    ["P2W", 14 * day],
    ["P30D", 30 * day],
    ["PT1H30M", 90 * minute],
    ["P1DT5S", day + 5 * second],
    ["PT0S", 0],
  ] as const) {
    equal(readDuration(text), duration, text);
  }
});

test("texts that are no duration", () => {
  for (const text of [
    "",
    "P",
    "PT",
    "P1DT",
    "30D",
    "P30",
    "P1M",
    "P1Y",
    "P-1D",
    "-P1D",
    "P1.5D",
    "PT1H1H",
    "PT1M1H",
    "P1D1W",
    "p1d",
    " P1D",
    "P1D ",
    "P1D\n",
    "PT5",
  ]) {
    equal(readDuration(text), undefined, text);
  }
});
