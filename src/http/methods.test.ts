// Which methods a path offers.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import Fastify from "fastify";
import { collectMethods, methodOrder } from "./methods.ts";

test("a path offers the methods of its routes, in Atlas's order, verbs apart from ids", () => {
  const options = { ignoreTrailingSlash: true };
  const app = Fastify({ routerOptions: options, exposeHeadRoutes: false });
  const find = collectMethods(app, options);
  const handler = () => {};
  for (const method of [...methodOrder].reverse()) app.route({ method, url: "/things/:id", handler });
  app.route({ method: ["PUT", "GET"], url: "/things", handler });
  app.post("/things/:id(^[^:/]+)::start", handler);
  app.get("/*", handler);
  deepEqual(find("/things/1"), ["POST", "GET", "PATCH", "PUT", "DELETE"]);
  deepEqual(find("/things"), ["GET", "PUT"]);
  deepEqual(find("/things/"), ["GET", "PUT"]);
  for (const path of ["/things/1:start", "/things/1%3Astart", "/things/1%3astart"])
    deepEqual(find(path), ["POST"], path);
  deepEqual(find("/nothing"), undefined);
});
