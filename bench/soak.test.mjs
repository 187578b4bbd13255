// Tests that a soak of seconds runs to its end, and that its judge tells drift from noise.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { judge, slope } from "./flatness.mjs";

/** @param {(index: number) => Partial<import("./flatness.mjs").Row>} at */
const rows = (at) =>
  Array.from({ length: 30 }, (_, index) => ({
    perSecond: 1000,
    p50Ms: 1,
    p99Ms: 10,
    mostMs: 50,
    residentMb: 100,
    heapMb: 40,
    ...at(index),
  }));
/** @param {import("./flatness.mjs").Row[]} given */
const verdicts = (given) => judge(given).map(({ isFlat }) => isFlat);
/** Returns a value that goes up and down, without a trend. @param {number} index */
const waver = (index) => (index % 4) - 1.5;

test("the slope of a line is what it rises by, and none that of a constant", () => {
  assert.ok(Math.abs(slope([1, 3, 5, 7]) - 2) < 1e-9);
  assert.equal(slope([4, 4, 4]), 0);
});

test("what wavers is flat, and so is what fills in the beginning", () => {
  assert.deepEqual(verdicts(rows((index) => ({ residentMb: 100 + 5 * waver(index) }))), [true, true, true]);
  const filling = rows((index) => ({ residentMb: Math.min(160, 80 + 10 * index) }));
  assert.deepEqual(verdicts(filling), [true, true, true]);
});

test("a megabyte more in each row is not flat, nor is a p99 that triples", () => {
  assert.deepEqual(verdicts(rows((index) => ({ residentMb: 100 + index + waver(index) }))), [
    false,
    true,
    true,
  ]);
  assert.deepEqual(verdicts(rows((index) => ({ heapMb: 40 + index }))), [true, false, true]);
  assert.deepEqual(verdicts(rows((index) => ({ p99Ms: 10 + index }))), [true, true, false]);
});

test("a soak of three seconds asks all kinds of requests and ends by itself", async () => {
  const soak = fileURLToPath(new URL("soak.mjs", import.meta.url));
  const entry = process.env.ANTEROOM_TEST_BUILT === undefined ? "../src/start/main.ts" : "../dist/main.js";
  const main = fileURLToPath(new URL(entry, import.meta.url));
  const args = [soak, "--minutes", "0.05", "--rate", "200", "--main", main];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const lines = stdout.trim().split("\n");
  assert.match(lines[0] ?? "", /^all it can .* p99 +[\d.]+ .* memory +\d+ +heap +\d+ MB/);
  assert.ok(lines.filter((line) => line.startsWith("paced ")).length >= 5, stdout);
  assert.equal(lines.at(-1), "too short to be judged");
});
