// Tests the routes of a path: operations and others, in Atlas's order, verbs apart from ids.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../operations/operation.ts";
import { findAmong, nameOf, routeOf } from "./routes.ts";

const operation = (method: string, path: string) => ({ method, path }) as Operation;

test("a path in the words of the router", () => {
  equal(routeOf("/groups/{groupId}/users/{userId}"), "/groups/:groupId/users/:userId");
  equal(routeOf("/users/{userId}:addRole"), "/users/:userId(^[^:/]+)::addRole");
  equal(routeOf("/groups:all/{id}"), "/groups::all/:id");
});

test("a path offers the operation of each method, in Atlas's order", () => {
  const operations = ["DELETE", "PUT", "GET", "POST", "PATCH"].map((method) =>
    operation(method, "/things/{id}"),
  );
  const start = operation("POST", "/things/{id}:start");
  const beside = ["PUT", "GET"].map((method) => ({ method, path: "/things", answer: () => {} }));
  const find = findAmong([...operations, start], beside);

  const found = find("/things/1");
  deepEqual([...(found?.offered.keys() ?? [])], ["POST", "GET", "PATCH", "PUT", "DELETE"]);
  equal(found?.params.id, "1");
  for (const each of operations) equal(found?.offered.get(each.method), each);
  for (const path of ["/things", "/things/"]) {
    const offered = ["GET", "PUT"].map((method) => [method, { method, path: "/things" }]);
    deepEqual([...(find(path)?.offered ?? [])], offered);
  }
  for (const path of ["/things/1:start", "/things/1%3Astart", "/things/1%3astart"]) {
    deepEqual([...(find(path)?.offered ?? [])], [["POST", start]], path);
    equal(find(path)?.params.id, "1", path);
  }
  equal(find("/things/1:2")?.params.id, "1:2");
  for (const path of ["/nothing", "/api/x"]) equal(find(path), undefined);
});

test("a path is decoded once", () => {
  const find = findAmong([operation("GET", "/things/{id}")]);
  for (const id of ["100%", "%2F", "a/b", "%25"]) {
    equal(find(`/things/${encodeURIComponent(id)}`)?.params.id, id);
  }
});

test("those who offer the same share what finds it", () => {
  const rows = [operation("GET", "/things")];
  const beside = (path: string) => [{ method: "PUT", path }];
  equal(nameOf(operation("GET", "/things/{id}")), "GET /things/{id}");
  equal(findAmong(rows, beside("/a")), findAmong(rows, beside("/a")));
  notEqual(findAmong(rows, beside("/a")), findAmong(rows, beside("/b")));
  notEqual(findAmong(rows, beside("/a")), findAmong([...rows], beside("/a")));
  equal(findAmong(rows), findAmong(rows, []));
});
