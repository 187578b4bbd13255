// Tests that lists which a schema declares as sets keep each item once.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { keepSets } from "./sets.ts";

const set = { uniqueItems: true, items: { properties: { list: { items: {} } } } };

test("a set keeps the first of equal items, wherever it is", () => {
  const schema = {
    anyOf: [{ properties: { set } }, { properties: { nested: { items: { anyOf: [set] } } } }],
  };
  deepEqual(
    keepSets(
      {
        set: ["b", "a", "b"],
        nested: [
          ["a", "a"],
          [1, "1"],
        ],
      },
      schema,
    ),
    {
      set: ["b", "a"],
      nested: [["a"], [1, "1"]],
    },
  );
  deepEqual(keepSets({ set: [{ list: [1] }, { list: [1, 1] }, { list: [1] }] }, schema), {
    set: [{ list: [1] }, { list: [1, 1] }],
  });
});

test("another list, a list without a schema, and what is no list stay as they are", () => {
  const schema = { properties: { list: { items: {} }, set } };
  const value = { list: ["a", "a"], unknown: [1, 1], set: null, text: "aa" };
  deepEqual(keepSets(value, schema), value);
});
