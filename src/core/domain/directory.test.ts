// Tests of lists of people: the number in each state, and the words of a search.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { countStates, wordsOf } from "./directory.ts";

test("people are counted by their states, those that nobody is in included", () => {
  const none = { ACTIVE: 0, INVITED: 0, EXPIRED: 0, DECLINED: 0, REVOKED: 0 };
  deepEqual(countStates([]), none);
  deepEqual(countStates([{ state: "ACTIVE" }, { state: "REVOKED" }, { state: "ACTIVE" }]), {
    ...none,
    ACTIVE: 2,
    REVOKED: 1,
  });
});

test("a search is in small letters, composed, and has six words at most", () => {
  deepEqual(wordsOf("  Ada \t LOVE\u0301lace\n"), ["ada", "lov\u00e9lace"]);
  deepEqual(wordsOf(" \n"), []);
  deepEqual(wordsOf("a b c d e f g"), ["a", "b", "c", "d", "e", "f"]);
});
