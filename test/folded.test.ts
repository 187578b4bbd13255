// The list of leaked passwords as it is in the package.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { fold, unfold } from "../scripts/folded.mjs";
import { leakedWords } from "../src/secrets/leaked-words.ts";

test("the list comes out of its folded form as it went in", () => {
  equal(unfold(fold(leakedWords.split("\n"))), leakedWords);
  const alike = ["a", "a".repeat(30), "a".repeat(31), "ab"];
  equal(unfold(fold(alike)), alike.join("\n"));
});
