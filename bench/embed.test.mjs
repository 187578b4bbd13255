// That worlds which come and go leave nothing behind, and that the bench of them runs to its end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../src/embedded.ts";
import { liveInTurn } from "./worlds.mjs";

test("worlds that were closed leave nothing in memory", async () => {
  const { heap } = await liveInTurn(createAnteroom, 200);
  // After the first tenths everything that is made once has been made.
  const [early = 0, late = 0] = [heap[3], heap.at(-1)];
  assert.ok(late - early < 3, `MB after each tenth: ${heap.map((each) => each.toFixed(1)).join(" ")}`);
});
