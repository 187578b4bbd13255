// The leaked passwords that the package has, packed, are those of the source.
import { equal } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { packWords, readerOfWords } from "../scripts/packed-words.mjs";
import { leakedWords } from "../src/core/secrets/leaked-words.ts";
import { createFolder } from "./support/storage.ts";

test("packed words are read as they were", (t) => {
  const folder = createFolder(t);
  writeFileSync(join(folder, "leaked.words"), brotliCompressSync(packWords(leakedWords)));
  writeFileSync(join(folder, "leaked.cjs"), readerOfWords);
  const read = createRequire(import.meta.url)(join(folder, "leaked.cjs")) as { leakedWords: string };
  equal(read.leakedWords === leakedWords, true);
});
