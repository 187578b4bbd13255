// Tests that worlds which come and go leave nothing behind, and that their bench runs to its end.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

// In a process of its own: tests beside this one use memory, too.
const program = `
  import { createAnteroom } from "./src/testing/embedded.ts";
  import { liveInTurn } from "./bench/worlds.mjs";
  console.log(JSON.stringify((await liveInTurn(createAnteroom, 200)).heap));`;

test("worlds that were closed leave nothing in memory", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { cwd: fileURLToPath(new URL("..", import.meta.url)) },
  );
  assert.equal(stderr, "");
  const heap = JSON.parse(stdout);
  // After the first tenths everything that is made once has been made.
  const [early = 0, late = 0] = [heap[3], heap.at(-1)];
  assert.ok(
    late - early < 3,
    `MB after each tenth: ${heap.map((/** @type {number} */ each) => each.toFixed(1)).join(" ")}`,
  );
});
