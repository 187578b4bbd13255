// Tests that our MD5 agrees with Node's.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { md5 } from "./digest.ts";

const nodes = (text: string) => createHash("md5").update(text).digest("hex");

test("texts of every length up to four blocks", () => {
  for (let length = 0; length <= 256; length++) {
    const text = "x".repeat(length);
    assert.equal(md5(text), nodes(text), `${length}`);
  }
});

test("texts of any letters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => md5(text) === nodes(text)),
    { numRuns: 2000 },
  );
});

test("the digests of the RFC", () => {
  assert.equal(md5(""), "d41d8cd98f00b204e9800998ecf8427e");
  assert.equal(md5("abc"), "900150983cd24fb0d6963f7d28e17f72");
});
