// Tests of the distance of an instant from now, in words.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { relative } from "./time.tsx";

const now = Date.parse("2026-08-10T03:04:53Z");
const day = 86_400_000;

test("in the largest unit of which there is one", () => {
  equal(relative(now + 7 * day, now, "en"), "in 7 days");
  equal(relative(now + 7 * day + day / 2, now, "en"), "in 7 days");
  equal(relative(now - day, now, "en"), "yesterday");
  equal(relative(now - 5_400_000, now, "en"), "1 hour ago");
  equal(relative(now - 90 * day, now, "en"), "2 months ago");
  equal(relative(now + 800 * day, now, "en"), "in 2 years");
});

test("within a minute it is now", () => {
  for (const seconds of [-59, -1, 0, 1, 59]) equal(relative(now + seconds * 1000, now, "en"), "now");
});

test("in the language of the page", () => {
  equal(relative(now + 7 * day, now, "ko"), "7일 후");
  equal(relative(now - 3_600_000, now, "ko"), "1시간 전");
});
