// What a form did, on its way to the page that says so.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { announcedIn, doneAt } from "./done.ts";

const carried = (...whom: string[]) => {
  const [cookie] = doneAt("/", "removed", ...whom).cookies ?? [];
  return announcedIn(cookie?.value);
};

test("whom it is about comes along by name", () => {
  deepEqual(carried("김서연", "ada@example.com"), {
    what: "removed",
    count: 2,
    whom: ["김서연", "ada@example.com"],
  });
});

test("of many the first are named, and all are counted", () => {
  const many = Array.from({ length: 250 }, (_, index) => `person${index}@example.com`);
  const announced = carried(...many);
  equal(announced?.count, 250);
  ok((announced?.whom.length ?? 0) > 10);
  const [cookie] = doneAt("/", "removed", ...many).cookies ?? [];
  ok((cookie?.value.length ?? 0) < 3000);
});

test("what it did not make announces nothing", () => {
  for (const cookie of [undefined, "", "x", "[]", '["a",1,2]']) {
    equal(announcedIn(cookie), undefined, cookie);
  }
});
