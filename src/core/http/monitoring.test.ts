// Tests liveness, readiness and metrics: what is answered, logged, and hidden from strangers.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { splitTarget } from "../contract/http-syntax.ts";
import { createMonitoring, monitoringRoutes, type Part } from "./monitoring.ts";
import type { HttpRequest } from "./request.ts";

type Parts = Readonly<Record<string, Part>>;
const good: Parts = { server: { status: "ok" }, mail: { status: "warn", reason: "2 messages wait" } };

function start(parts: Parts = good, render: () => Promise<string> = async () => "a 1\n") {
  const logged: unknown[] = [];
  const deps = {
    metrics: () => ({ contentType: "text/plain; version=1", render }),
    logger: { error: (...line: unknown[]) => void logged.push(line) },
    readiness: async () => parts,
  };
  const answer = createMonitoring(deps);
  return {
    deps,
    logged,
    async ask(url: string, method = "GET") {
      const { status, headers, body } = await answer(method, url);
      const text = String(body);
      return { status, headers, text, json: text.startsWith("{") ? JSON.parse(text) : undefined };
    },
  };
}

test("200 while nothing keeps it from its work, whatever is to be looked after, and nothing is told", async () => {
  const { ask, logged } = start();
  const { status, json, headers } = await ask("/readyz");
  deepEqual([status, json, headers["retry-after"]], [200, { status: "ready", parts: good }, undefined]);
  deepEqual((await ask("/livez")).json, { status: "ok" });
  deepEqual(logged, []);
});

test("503 with what is wrong in words, and with its cause in the log alone", async () => {
  const cause = new Error("no route to host");
  const away: Part = { status: "bad", reason: "The database is away" };
  for (const [part, told] of [
    [{ ...away, cause }, cause],
    [away, "The database is away"],
  ] as const) {
    const { ask, logged } = start({ ...good, store: part });
    const { status, json, headers } = await ask("/readyz");
    const said = { status: "The database is away", parts: { ...good, store: away } };
    deepEqual([status, json, headers["retry-after"]], [503, said, "1"]);
    deepEqual(logged, [[{ err: told }, "not ready"]]);
  }
});

test("200 with the metrics as they are, and their type", async () => {
  const { status, text, headers } = await start().ask("/metrics");
  deepEqual([status, text, headers["content-type"]], [200, "a 1\n", "text/plain; version=1"]);
});

test("paths are compared as they are written, without their query, and are read alone", async () => {
  const { ask } = start();
  const asked = ["/readyz?now", "/metrics?now", "/r%65adyz", "/m%65trics", "/readyz/", "/nowhere"];
  const statuses = await Promise.all(asked.map(async (path) => (await ask(path)).status));
  deepEqual(statuses, [200, 200, 404, 404, 404, 404]);
  const { json } = await ask("/nowhere?now");
  deepEqual([json.errorCode, json.parameters], ["RESOURCE_NOT_FOUND", ["/nowhere"]]);
  equal((await ask("/metrics", "POST")).status, 404);
});

test("beside all else each has a route, which compares its path as it is written too", async () => {
  const routes = monitoringRoutes({ ...start().deps, isOpen: true });
  deepEqual(
    routes.map(({ method, path }) => `${method} ${path}`),
    ["GET /livez", "GET /readyz", "GET /metrics"],
  );
  for (const { path, answer } of routes) {
    const ask = (url: string) => answer(splitTarget(url) as HttpRequest, {});
    deepEqual(await ask(`${path}?now`), await ask(path));
    equal((await ask(path)).status, 200);
    const other = `${path}/`;
    await rejects(ask(other), { code: "RESOURCE_NOT_FOUND", parameters: [other] });
  }
});

test("strangers learn beside all else whether it is ready, and nothing more", async () => {
  const told = async (parts: Parts) => {
    const routes = monitoringRoutes({ ...start(parts).deps, isOpen: false });
    const [{ path, answer } = { path: "", answer: undefined as never }, ...more] = routes;
    const { status, body, headers } = await answer(splitTarget(path) as HttpRequest, {});
    return [more.length, status, JSON.parse(String(body)), headers?.["retry-after"]];
  };
  deepEqual(await told(good), [0, 200, { status: "ready" }, undefined]);
  const away: Part = { status: "bad", reason: "The database is away" };
  deepEqual(await told({ away }), [0, 503, { status: "not ready" }, "1"]);
});

test("500 where metrics cannot be told, with the reason in the log alone", async () => {
  const broken = new Error("no registry");
  const { ask, logged } = start(good, () => Promise.reject(broken));
  const { status, json, text } = await ask("/metrics");
  deepEqual([status, json.errorCode, text.includes("registry")], [500, "UNEXPECTED_ERROR", false]);
  deepEqual(logged, [[{ err: broken, path: "/metrics" }, "unexpected error"]]);
});
