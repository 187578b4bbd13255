// Tests the form of people's names.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { fullName } from "./full-name.ts";

test("the given name comes first, and what is missing leaves no blank", () => {
  equal(fullName({ firstName: "Ada", lastName: "Example" }), "Ada Example");
  equal(fullName({ firstName: " Ada " }), "Ada");
  equal(fullName({ firstName: "", lastName: "Example" }), "Example");
  equal(fullName({}), "");
});

test("in Korean, Chinese and Japanese names the family name comes first", () => {
  equal(fullName({ firstName: "서연", lastName: "김" }), "김서연");
  equal(fullName({ firstName: "小明", lastName: "王" }), "王小明");
  equal(fullName({ firstName: "Seoyeon", lastName: "김" }), "Seoyeon 김");
});
