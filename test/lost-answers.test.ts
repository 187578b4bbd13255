// What a client sees that asks again after a lost answer, for every change of the API, is what the document says.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { readLostAnswers } from "../scripts/lost-answers.ts";

test("docs/lost-answers.md is what happens; `npm run derive` writes it", async (t) => {
  const { is, shouldBe } = await readLostAnswers(t);
  equal(is, shouldBe);
});
