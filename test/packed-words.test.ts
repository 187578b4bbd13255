// The leaked passwords that the package has, packed, are those of the source.
import { equal } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { packWords, readerOfWords } from "../scripts/packed-words.mjs";
import { leakedWords } from "../src/core/secrets/leaked-words.ts";

test("packed words are read as they were", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "anteroom-words-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "leaked.words"), brotliCompressSync(packWords(leakedWords)));
  writeFileSync(join(folder, "leaked.cjs"), readerOfWords);
  const read = createRequire(import.meta.url)(join(folder, "leaked.cjs")) as { leakedWords: string };
  equal(read.leakedWords === leakedWords, true);
});
