// How instants are written.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { toTimestamp } from "./instant.ts";

test("a timestamp has whole seconds of UTC", () => {
  equal(toTimestamp(Date.parse("2026-08-10T03:04:53.999Z")), "2026-08-10T03:04:53Z");
  equal(toTimestamp(0), "1970-01-01T00:00:00Z");
});
