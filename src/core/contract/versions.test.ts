// Tests of the dates of versions, in headers and in code.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { headerDate, mediaType, versionsAsked, versionsInOrder } from "./versions.ts";

test("dates in headers are written as recorded, without a leading zero", () => {
  equal(headerDate("2023-10-04"), "Wed, 4 Oct 2023 00:00:00 GMT");
  equal(headerDate("2025-02-19"), "Wed, 19 Feb 2025 00:00:00 GMT");
  equal(headerDate("2027-07-01"), "Thu, 1 Jul 2027 00:00:00 GMT");
  equal(headerDate("2024-02-29"), "Thu, 29 Feb 2024 00:00:00 GMT");
});

test("versions are read as they are written", () => {
  deepEqual(versionsAsked(mediaType("2023-01-01")), ["2023-01-01"]);
  deepEqual(versionsAsked(`text/html, ${mediaType("2025-02-19")},${mediaType("2023-01-01")}`), [
    "2025-02-19",
    "2023-01-01",
  ]);
});

test("weights order versions, and 0 takes them out", () => {
  const [a, b, c] = [mediaType("2023-01-01"), mediaType("2024-08-05"), mediaType("2025-02-19")];
  deepEqual(versionsAsked(`${a};q=0.1, ${b};q=1.0, ${c};q=0.9`), ["2024-08-05", "2025-02-19", "2023-01-01"]);
  deepEqual(versionsAsked(`${a};q=0, ${b};charset=utf-8;Q=0.000, ${c};q=x`), ["2025-02-19"]);
});

test("dates that are in no calendar are left out", () => {
  const dates = ["2023-02-30", "2023-02-29", "2023-00-10", "2023-13-10", "2024-02-29"];
  deepEqual(versionsAsked(dates.map(mediaType).join(",")), ["2024-02-29"]);
});

test("the newest version is last, and one that is tried out only when alone", () => {
  deepEqual(versionsInOrder({ preview: 1, "2025-03-12": 2, "2023-01-01": 3 }), [
    "preview",
    "2023-01-01",
    "2025-03-12",
  ]);
  deepEqual(versionsInOrder({ preview: 1 }), ["preview"]);
});
