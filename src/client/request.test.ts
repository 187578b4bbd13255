// Tests of addresses with their parameters filled in.
import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { targetOf } from "./request.ts";

const path = "/groups/{groupId}/accessList/{entry}";

test("path parameters are encoded, whatever is in them", () => {
  const given = { groupId: "g", entry: "192.0.2.1/32 ?#%", unknown: "left out" };
  equal(targetOf({ path, query: [] }, given), "/groups/g/accessList/192.0.2.1%2F32%20%3F%23%25");
});

test("a custom verb stays a verb", () => {
  const verb = { path: "/users/{userId}:addRole", query: [] };
  equal(targetOf(verb, { userId: "a:b" }), "/users/a%3Ab:addRole");
});

test("query parameters: arrays are repeated, undefined ones left out, the rest written as text", () => {
  const query = ["eventType", "includeCount", "pageNum", "name"];
  const given = { eventType: ["A", "B&C"], includeCount: false, pageNum: 2, name: undefined };
  equal(
    targetOf({ path: "/x", query }, given),
    "/x?eventType=A&eventType=B%26C&includeCount=false&pageNum=2",
  );
});

test("an empty segment and one of dots are refused", () => {
  for (const entry of ["", ".", "..", undefined]) {
    throws(() => targetOf({ path, query: [] }, { groupId: "g", entry }), TypeError);
  }
});
