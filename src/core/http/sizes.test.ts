// Tests the limits on the parts of a body, and which place a refusal names.
import { deepEqual, doesNotThrow, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Fault } from "../contract/errors.ts";
import { limitTexts, limitValues, smallBody } from "./sizes.ts";

const refusalOf = (look: () => void) => {
  try {
    look();
  } catch (reason) {
    const { code, fields } = reason as Fault;
    return [code, ...fields.flatMap(({ field, description }) => [field, description])];
  }
  return undefined;
};
const longest = "x".repeat(10_000);
const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

test("a body of ten thousand bytes is small", () => {
  equal(smallBody, 10_000);
});

test("400 for more than five thousand values, of any sort", () => {
  for (const part of [",", "[", "{"]) {
    equal(
      refusalOf(() => limitValues(Buffer.from(`x${part.repeat(5000)}`))),
      undefined,
    );
    deepEqual(
      refusalOf(() => limitValues(Buffer.from(`${part.repeat(5001)}x`))),
      ["BAD_REQUEST", "body", "The body must not hold more than 5000 values."],
    );
  }
  doesNotThrow(() => limitValues(Buffer.from('"x":'.repeat(10_000))));
});

test("400 for a text of more than ten thousand characters, in the place where it is", () => {
  const refusal = (value: object) => refusalOf(() => limitTexts(value));
  const tooLong = "The value must not have more than 10000 characters.";
  equal(refusal({ name: longest, roles: [longest], more: { [longest]: null } }), undefined);
  deepEqual(refusal({ name: `${longest}x` }), ["BAD_REQUEST", "name", tooLong]);
  deepEqual(refusal({ more: [{ tag: "a" }, { tag: `${longest}x` }] }), [
    "BAD_REQUEST",
    "more.1.tag",
    tooLong,
  ]);
  deepEqual(refusal({ "": `${longest}x` }), ["BAD_REQUEST", "body", tooLong]);
  deepEqual(refusal({ more: { [`${longest}x`]: 1 } }), [
    "BAD_REQUEST",
    "body",
    "A name must not have more than 10000 characters.",
  ]);
});

test("400 for what is nested deeper than a hundred", () => {
  equal(
    refusalOf(() => limitTexts(nested(100))),
    undefined,
  );
  deepEqual(
    refusalOf(() => limitTexts(nested(101))),
    ["BAD_REQUEST", "body", "The body must not be nested deeper than 100."],
  );
});
