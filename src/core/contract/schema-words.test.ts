// Tests of the words for schemas.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import * as Type from "typebox";
import { typeOf } from "./schema-words.ts";

test("types in words", () => {
  const cases: [Parameters<typeof typeOf>[0], string][] = [
    [Type.Array(Type.String()), "array of string"],
    [Type.Integer({ minimum: 1, maximum: 500 }), "integer, 1 to 500"],
    [Type.Integer({ minimum: 1 }), "integer, 1 or more"],
    [Type.Union([Type.String(), Type.Null()]), "string or null"],
    [Type.Literal("a"), '"a"'],
    [Type.Enum(["a", "b"]), "one of a, b"],
    [Type.String({ pattern: "^([a-f0-9]{24})$" }), "string, 24 hexadecimal digits"],
  ];
  for (const [schema, expected] of cases) equal(typeOf(schema), expected);
});
