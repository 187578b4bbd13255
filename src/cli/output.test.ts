// Tests the form in which people see an answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { prettify } from "./output.ts";

test("JSON is broken into lines, anything else is left as it is", () => {
  equal(prettify('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
  equal(prettify("a,b\n1,2"), "a,b\n1,2");
});
