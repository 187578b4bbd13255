// Tests that a search in sorted lines finds the same texts as a set.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { array, assert, constantFrom, property, string } from "fast-check";
import { hasLine } from "./leaked.ts";

const word = array(constantFrom("a", "b", "c", "\u{e9}"), { minLength: 1, maxLength: 4 }).map((each) =>
  each.join(""),
);

test("sorted lines have what a set of them has", () => {
  assert(
    property(array(word, { minLength: 1, maxLength: 30 }), array(word), (words, others) => {
      const set = new Set(words);
      const lines = [...set].sort().join("\n");
      for (const each of [...words, ...others]) equal(hasLine(lines, each), set.has(each), each);
    }),
  );
});

test("no text of several lines, nor of none, is one of them", () => {
  assert(
    property(array(word, { minLength: 1 }), string(), (words, other) => {
      const lines = [...new Set(words)].sort();
      equal(hasLine(lines.join("\n"), ""), false);
      for (let at = 1; at < lines.length; at++) {
        equal(hasLine(lines.join("\n"), lines.slice(at - 1, at + 1).join("\n")), false);
      }
      equal(hasLine(lines.join("\n"), `${lines[0]}\n${other}`), false);
    }),
  );
});
