// What every page loads beside itself stays light: a script that only makes quicker, and one style sheet.
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { script } from "./script.ts";
import { styleSheet } from "./style.ts";

/** Bytes, before compression. */
const most = 30_000;

for (const [name, text] of Object.entries({ script, styleSheet })) {
  test(`the ${name} has at most 30 kB`, () => {
    const size = Buffer.byteLength(text);
    ok(size <= most, `${size} bytes`);
  });
}
