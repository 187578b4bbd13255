// The advice of the July 2027 kit on pages in Korean.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../../src/atlas/index.ts";
import { wordsOf } from "../../../src/console/words/index.ts";
import type { Operation } from "../../../src/core/operations/operation.ts";
import { successorOf } from "../../../src/july/report/successors.ts";
import { endingTypes, endingTypesOf } from "../../../src/july/report/terraform-endings.ts";

test("what to do about what ends is Korean on a Korean page, and names the same of Terraform", () => {
  const named = (text: string) =>
    [...text.matchAll(/(?:data\.)?mongodbatlas_[a-z_]+/g)].map(([name]) => name).sort();
  const calls = [...endingTypes, "mongodbatlas_other"].map((type) => ({ type, count: 1, gone: 0 }));
  const todos = endingTypesOf(calls).map(({ todo }) => todo);
  const notes = Object.values<Operation>(operations).flatMap(({ id: operationId }) => {
    const { note = "" } = successorOf({ operationId, params: {}, query: {} }) ?? {};
    return note === "" ? [] : [note];
  });
  for (const english of [...todos, ...notes]) {
    const korean = wordsOf.ko.advice(english);
    match(korean, /[가-힣]/);
    deepEqual(named(korean), named(english));
    equal(wordsOf.en.advice(english), english);
  }
});
