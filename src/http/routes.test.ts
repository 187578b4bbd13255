// What is offered at a path: operations and routes of Fastify, in Atlas's order, verbs apart from ids.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import Fastify from "fastify";
import type { Operation } from "../operations/operation.ts";
import { collectRoutes, operationsUrl, routeOf } from "./routes.ts";

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
  const options = { ignoreTrailingSlash: true };
  const app = Fastify({ routerOptions: options, exposeHeadRoutes: false });
  const find = collectRoutes(app, [...operations, start]);
  for (const url of ["/*", operationsUrl]) app.get(url, () => {});
  app.route({ method: ["PUT", "GET"], url: "/things", handler: () => {} });

  const found = find("/things/1");
  deepEqual([...(found?.offered.keys() ?? [])], ["POST", "GET", "PATCH", "PUT", "DELETE"]);
  equal(found?.params.id, "1");
  for (const each of operations) equal(found?.offered.get(each.method), each);
  for (const path of ["/things", "/things/"]) {
    deepEqual(
      [...(find(path)?.offered ?? [])],
      [
        ["GET", null],
        ["PUT", null],
      ],
    );
  }
  for (const path of ["/things/1:start", "/things/1%3Astart", "/things/1%3astart"]) {
    deepEqual([...(find(path)?.offered ?? [])], [["POST", start]], path);
    equal(find(path)?.params.id, "1", path);
  }
  equal(find("/things/1:2")?.params.id, "1:2");
  for (const path of ["/nothing", "/api/x"]) equal(find(path), undefined);
});
