// Tests that a client that repeats a request after a lost answer sees what the document says, for every change of the API.
import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { renderLostAnswers } from "../scripts/lost-answers.ts";

test("docs/lost-answers.md is what happens; `npm run derive` writes it", async () => {
  const file = new URL("../docs/lost-answers.md", import.meta.url);
  equal(await readFile(file, "utf8"), await renderLostAnswers());
});
