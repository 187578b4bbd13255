// Tests the sentences for a validator's findings, and the code of the refusal.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import Type from "typebox";
import { refuseViolations } from "./violations.ts";

const schema = Type.Object({
  name: Type.String(),
  tags: Type.Array(Type.Object({ key: Type.String(), count: Type.Integer({ minimum: 1, maximum: 5 }) })),
});

const find = (keyword: string, instancePath: string, params: object = {}) => ({
  keyword,
  instancePath,
  params,
});

function told(...findings: ReturnType<typeof find>[]) {
  const { code, parameters, fields } = refuseViolations(schema, findings);
  return [code, parameters, ...fields.map(({ field, description }) => `${field}: ${description}`)];
}

test("the code is that of what was found first", () => {
  const missing = find("required", "", { requiredProperties: ["name"] });
  const wrongType = find("type", "/name");
  const outOfBounds = find("maximum", "/tags/0/count");
  equal(told(missing, wrongType)[0], "MISSING_ATTRIBUTE");
  equal(told(wrongType, missing)[0], "INVALID_JSON_ATTRIBUTE");
  equal(told(outOfBounds, wrongType)[0], "BAD_REQUEST");
});

test("each missing member is named, where it is missing", () => {
  deepEqual(told(find("required", "/tags/1", { requiredProperties: ["key", "count"] })), [
    "MISSING_ATTRIBUTE",
    ["tags.1.key"],
    "tags.1.key: The value is required.",
    "tags.1.count: The value is required.",
  ]);
});

test("a value has one sentence, whatever was found, and another has its own", () => {
  deepEqual(told(find("type", "/tags/0/count"), find("minimum", "/tags/0/count"), find("type", "/name")), [
    "INVALID_JSON_ATTRIBUTE",
    ["tags.0.count"],
    "tags.0.count: The value must be a whole number from 1 to 5.",
    "name: The value must be a string.",
  ]);
});

test("what is missing in a value is told beside what is wrong with it", () => {
  deepEqual(
    told(
      find("minProperties", "/tags/0"),
      find("required", "/tags/0", { requiredProperties: ["key"] }),
    ).slice(3),
    ["tags.0.key: The value is required."],
  );
});

test("what has no place is the body", () => {
  const [code, parameters, sentence] = told(find("type", ""));
  deepEqual([code, parameters], ["INVALID_JSON_ATTRIBUTE", ["body"]]);
  equal(String(sentence).startsWith("body: The value must be "), true);
});

test("twenty values are told of, and no more", () => {
  const findings = Array.from({ length: 21 }, (_, index) => find("type", `/tags/${index}/key`));
  const [, parameters, ...sentences] = told(...findings);
  deepEqual([parameters, sentences.length], [["tags.0.key"], 20]);
  equal(sentences.at(-1), "tags.19.key: The value must be a string.");
});
