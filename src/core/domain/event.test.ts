// Tests of the period in a request for events, and of event types in words.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { choosePeriod, describeType, eventTypes } from "./event.ts";
import { second } from "./instant.ts";

const from = (minDate: string) => {
  const { from: at } = choosePeriod({ minDate }, fault);
  return at === undefined ? undefined : new Date(at).toISOString();
};

test("a date without a zone is one of UTC", () => {
  equal(from("2024-02-29"), "2024-02-29T00:00:00.000Z");
  equal(from("2024-02-29Z"), "2024-02-29T00:00:00.000Z");
  equal(from("2024-02-29T12:30"), "2024-02-29T12:30:00.000Z");
  equal(from("2024-02-29T12:30:15"), "2024-02-29T12:30:15.000Z");
});

test("the zone of the machine does not matter", () => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Seoul";
  try {
    equal(from("2024-02-29"), "2024-02-29T00:00:00.000Z");
    equal(from("2024-02-29T12:30"), "2024-02-29T12:30:00.000Z");
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("a date with a zone is one of that zone", () => {
  equal(from("2024-02-29T12:30:15Z"), "2024-02-29T12:30:15.000Z");
  equal(from("2024-02-29T12:30:15+09:00"), "2024-02-29T03:30:15.000Z");
  equal(from("2024-02-29T12:30:15-0530"), "2024-02-29T18:00:15.000Z");
});

test("fractions of a second are cut off at the beginning, and belong to the period at its end", () => {
  equal(from("2024-02-29T12:30:15.999Z"), "2024-02-29T12:30:15.000Z");
  const { to } = choosePeriod({ maxDate: "2024-02-29T12:30:15Z" }, fault);
  equal(to, Date.parse("2024-02-29T12:30:15.999Z"));
});

test("an end that is not named is open", () => {
  deepEqual(choosePeriod({}, fault), { from: undefined, to: undefined });
});

test("an event belongs to the period that begins and ends with what it is answered with", () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(instant, (at) => {
      const date = `${new Date(at).toISOString().slice(0, 19)}Z`;
      const period = choosePeriod({ minDate: date, maxDate: date }, fault);
      ok((period.from ?? 0) <= at && at <= (period.to ?? 0));
      equal((period.to ?? 0) - (period.from ?? 0), second - 1);
    }),
  );
});

test("texts that are no date", () => {
  for (const date of [
    "",
    "now",
    "2024",
    "2024-02",
    "20240229",
    "29.02.2024",
    "1709164800",
    "2024-02-29 12:30",
    "2024-02-29T12",
    "2024-00-10",
    "2024-13-01",
    "2024-01-32",
    "2024-02-29T25:00",
    "2024-02-29T12:60",
    "2024-02-29T12:30:15+9",
    // These days do not exist: JavaScript takes them for days of the next month.
    "2023-02-29",
    "2024-02-30",
    "2024-02-30T00:00:00Z",
    "2024-04-31T12:30+09:00",
  ]) {
    throws(() => choosePeriod({ minDate: date }, fault), { code: "INVALID_DATE_FORMAT" }, date);
    throws(() => choosePeriod({ maxDate: date }, fault), { code: "INVALID_DATE_FORMAT" }, date);
  }
});

test("the parameter that is no date is named", () => {
  throws(() => choosePeriod({ minDate: "2024-02-29", maxDate: "x" }, fault), {
    parameters: ["x", "maxDate"],
  });
});

test("types of events are in alphabetical order, each once", () => {
  deepEqual([...new Set(eventTypes())].sort(), eventTypes());
});

test("a type in words", () => {
  equal(describeType("API_KEY_CREATED"), "Api key created");
  equal(describeType(""), "");
});
