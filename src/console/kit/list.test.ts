import { equal } from "node:assert/strict";
import { test } from "node:test";
import { mostCounted } from "../../core/domain/directory.ts";
import { countText } from "./list.tsx";

test("a count says where it ended before all were counted", () => {
  equal(countText(0), "0");
  equal(countText(mostCounted), String(mostCounted));
  equal(countText(mostCounted + 1), "1,000+");
  equal(countText(700, true), "700+");
});
