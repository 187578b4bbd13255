// Tests of the message about a form's success, which the next page shows.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { announcedIn, doneAt } from "./flash.ts";

const carried = (...names: string[]) => {
  const [cookie] = doneAt("/", "removed", ...names).cookies ?? [];
  return announcedIn(cookie?.value);
};

test("the names of those it is about come along", () => {
  deepEqual(carried("김서연", "ada@example.com"), {
    what: "removed",
    count: 2,
    names: ["김서연", "ada@example.com"],
  });
});

test("of many the first are named, and all are counted", () => {
  const many = Array.from({ length: 250 }, (_, index) => `person${index}@example.com`);
  const announced = carried(...many);
  equal(announced?.count, 250);
  ok((announced?.names.length ?? 0) > 10);
  const [cookie] = doneAt("/", "removed", ...many).cookies ?? [];
  ok((cookie?.value.length ?? 0) < 3000);
});

test("what it did not make announces nothing", () => {
  for (const cookie of [undefined, "", "x", "[]", '["a",1,2]']) {
    equal(announcedIn(cookie), undefined, cookie);
  }
});
