// Tests what editors show of the client's types.
import { deepEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

test("every member that a request or a reply has is said in a line", async () => {
  const lines = (await readFile(new URL("api.ts", import.meta.url), "utf8")).split("\n");
  const silent = lines.filter(
    (line, index) => /^ {2}\w+\??: /.test(line) && !lines[index - 1]?.trim().endsWith("*/"),
  );
  deepEqual(silent, []);
});
