// What is written of the table of operations for the client is what the table gives.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { test } from "node:test";
import { apiFile, renderApi, renderSeed, seedFile } from "../../scripts/client-types.ts";
import { manifestFile, renderManifest } from "../../scripts/manifest.ts";
import { operations } from "../operations/index.ts";

for (const [file, text, script] of [
  [manifestFile, renderManifest(operations), "manifest"],
  [apiFile, renderApi(operations), "client-types"],
  [seedFile, renderSeed(), "client-types"],
] as const) {
  test(`${basename(file)} is up to date`, async () => {
    const hint = `write it anew with: node --import tsx scripts/${script}.ts`;
    assert.equal(await readFile(file, "utf8"), text, hint);
  });
}

test("every member that a request or a reply has is said in a line", async () => {
  const lines = (await readFile(apiFile, "utf8")).split("\n");
  const silent = lines.filter(
    (line, index) => /^ {2}\w+\??: /.test(line) && !lines[index - 1]?.trim().endsWith("*/"),
  );
  assert.deepEqual(silent, []);
});
