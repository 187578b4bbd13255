// Tests of log lines whose reader is slow, gone, or back again.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { Lines } from "./log.ts";

/** Creates a reader that takes so many bytes, and then no more; or an error, if `broken` is set. */
function createReader(room = Number.POSITIVE_INFINITY) {
  const reader = { room, text: "", chunks: [] as number[], broken: false };
  const lines = new Lines({
    put(bytes) {
      if (reader.broken) throw new Error("EPIPE");
      const taken = bytes.subarray(0, reader.room);
      reader.room -= taken.length;
      reader.text += taken.toString();
      if (taken.length > 0) reader.chunks.push(taken.length);
      return taken.length;
    },
    tell: (count) => `lost ${count}\n`,
  });
  return { reader, lines };
}

const line = (size: number, letter = "x") => `${letter.repeat(size - 1)}\n`;
/** The number of lines that is greater than the number that may wait. */
const manyLines = 2 ** 20 / 1_024 + 10;

test("lines of one turn are written together, after it", async () => {
  const { reader, lines } = createReader();
  for (let count = 0; count < 10; count++) lines.write(line(1_000));
  lines.write(line(5_000));
  lines.write(line(10));
  equal(reader.text, "");
  await turn();
  deepEqual(reader.chunks, [15_010]);
  equal(lines.dropped, 0);
});

test("what a slow reader has no room for waits, and comes whole and in order", async () => {
  const { reader, lines } = createReader(1_500);
  for (const letter of "abc") lines.write(line(1_000, letter));
  await turn();
  equal(reader.text.length, 1_500);
  reader.room = 10_000;
  await sleep(100);
  equal(reader.text, line(1_000, "a") + line(1_000, "b") + line(1_000, "c"));
});

test("what does not fit is dropped, counted, and told of where it is missing", async () => {
  const { reader, lines } = createReader(0);
  for (let count = 0; count < manyLines; count++) lines.write(line(1_024));
  lines.write("short\n");
  lines.keep("kept\n");
  await turn();
  equal(lines.dropped, 11);
  reader.room = Number.POSITIVE_INFINITY;
  await sleep(100);
  equal(reader.text, `${line(1_024).repeat(2 ** 10)}kept\nlost 11\n`);
  lines.write("after\n");
  await turn();
  ok(reader.text.endsWith("lost 11\nafter\n"));
  equal(lines.dropped, 11);
});

test("a line that is too long by itself is dropped, and nothing after it", async () => {
  const { reader, lines } = createReader();
  lines.write(line(2 ** 20 + 1));
  await turn();
  lines.write("after\n");
  await turn();
  equal(reader.text, "lost 1\nafter\n");
});

test("what cannot be written is dropped as well, and told of once it can", async () => {
  const { reader, lines } = createReader(500);
  lines.write(line(1_000, "a"));
  await turn();
  reader.broken = true;
  lines.write("b\n");
  await sleep(100);
  lines.write("c\n");
  equal(lines.dropped, 3);
  reader.broken = false;
  reader.room = 10_000;
  await sleep(1_200);
  lines.write("d\n");
  await turn();
  equal(reader.text, `${"a".repeat(500)}\nlost 3\nd\n`);
});

test("a process that ends writes what waits, and waits a moment for a reader, not for ever", () => {
  const { reader, lines } = createReader();
  lines.write("last\n");
  lines.flush();
  equal(reader.text, "last\n");
  const stuck = createReader(0).lines;
  stuck.write("never\n");
  const startedAt = performance.now();
  stuck.flush();
  const ms = performance.now() - startedAt;
  ok(ms > 900 && ms < 3_000, `${ms}`);
});
