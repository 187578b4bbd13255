// The written manifest is the one the table of operations gives.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { manifestFile, renderManifest } from "../../scripts/manifest.ts";
import { operations } from "../operations/index.ts";

test("src/client/manifest.ts is up to date", async () => {
  assert.equal(
    await readFile(manifestFile, "utf8"),
    renderManifest(operations),
    "write it anew with: node --import tsx scripts/manifest.ts",
  );
});
