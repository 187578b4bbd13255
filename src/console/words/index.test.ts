// Tests of the language that a browser gets by its preferences; no page uses a second language as a fallback.
import { deepEqual, equal } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { operations } from "../../atlas/index.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { consoleOperations } from "../operations/index.ts";
import { preferredLanguage, wordsOf } from "./index.ts";

test("the first of the preferred languages that there is", () => {
  equal(preferredLanguage("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7"), "ko");
  equal(preferredLanguage("en-US,ko;q=0.7,en;q=0.3"), "en");
  equal(preferredLanguage("en;q=0.2, fr, KO;q=0.9"), "ko");
  equal(preferredLanguage("en-US, ko"), "en");
});

test("English where none of them is there, none is named, or the header makes no sense", () => {
  for (const header of [undefined, "", "fr, de;q=0.5", "ko;q=0", "*", ",;=", "korean", "constructor"]) {
    equal(preferredLanguage(header), "en", header);
  }
});

test("what pages can be refused has a sentence in Korean", () => {
  const folder = new URL("../pages/", import.meta.url);
  const source = readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  const called = Object.values<Operation>({ ...operations, ...consoleOperations }).filter(({ id }) =>
    source.includes(`"${id}"`),
  );
  const silent = called
    .flatMap(({ errors = [] }) => errors)
    .filter((code) => wordsOf.ko.refusals[code] === undefined);
  deepEqual([...new Set(silent)], []);
});

test("what a field is refused for is Korean on a Korean page", () => {
  equal(wordsOf.ko.fieldProblem("At least one role must be specified."), "역할을 하나 이상 선택하세요.");
  equal(wordsOf.ko.fieldProblem("Must be a string of 1 to 64 characters."), "올바르지 않은 값입니다.");
});

test("what replaces an operation is Korean on a Korean page", () => {
  equal(
    wordsOf.ko.successor("updateOrgUser, addOrgUserRole and removeOrgUserRole"),
    "updateOrgUser, addOrgUserRole, removeOrgUserRole",
  );
  equal(wordsOf.ko.successor("listOrgUsers in version 2025-02-19"), "listOrgUsers 2025-02-19 버전");
});
