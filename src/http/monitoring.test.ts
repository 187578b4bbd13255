// Readiness and metrics on a port of their own, over real HTTP: what is answered, told to the log, and kept in bounds.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Sending, send } from "../../test/support/world.ts";
import { fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import { mostConnections } from "./crowd.ts";
import { createMonitoring, monitoringRoutes } from "./monitoring.ts";
import type { HttpRequest } from "./request.ts";

async function start(
  t: TestContext,
  probe: () => Promise<void> = async () => {},
  render: () => Promise<string> = async () => "a 1\n",
) {
  const logged: unknown[] = [];
  const monitoring = createMonitoring({
    metrics: () => ({ contentType: "text/plain; version=1", render }),
    logger: { error: (...line: unknown[]) => void logged.push(line) } as never,
    probe,
  });
  t.after(() => monitoring.close());
  const inside = await monitoring.listen({ host: "127.0.0.1", port: 0 });
  return {
    logged,
    server: monitoring.server,
    ask: (path: string, sending: Partial<Sending> = {}) => send(inside, { path, ...sending }),
  };
}

test("200 while the store takes changes, and nothing is told", async (t) => {
  const { ask, logged } = await start(t);
  const { status, json, headers } = await ask("/readyz");
  deepEqual([status, json, headers["retry-after"]], [200, { status: "ready" }, undefined]);
  deepEqual(logged, []);
});

test("503 with what is wrong in words, for a second, and with its cause in the log", async (t) => {
  const cause = new Error("no route to host");
  const away = fault("SERVICE_UNAVAILABLE", { reason: "The database is away" }, { cause });
  const silent = fault("SERVICE_UNAVAILABLE", { reason: "The database is silent" });
  const bare = fault("REQUEST_TIMEOUT", {});
  const broken = new Error("disk full");
  for (const [reason, words, told] of [
    [away, "The database is away", cause],
    [silent, "The database is silent", silent],
    [bare, bare.message, bare],
    [broken, "The database cannot be written", broken],
    [Object.assign(new Error("x"), { cause }), "The database cannot be written", undefined],
  ] as const) {
    const { ask, logged } = await start(t, () => Promise.reject(reason));
    const { status, json, headers } = await ask("/readyz");
    deepEqual([status, json, headers["retry-after"]], [503, { status: words }, "1"]);
    deepEqual(logged, [[{ err: told ?? reason }, "not ready"]]);
  }
});

test("200 with the metrics as they are, and their type", async (t) => {
  const { ask } = await start(t);
  const { status, text, headers } = await ask("/metrics");
  deepEqual([status, text, headers["content-type"]], [200, "a 1\n", "text/plain; version=1"]);
});

test("paths are compared as they are written, without their query", async (t) => {
  const { ask } = await start(t);
  const asked = ["/readyz?now", "/metrics?now", "/r%65adyz", "/m%65trics", "/readyz/", "/nowhere"];
  const statuses = await Promise.all(asked.map(async (path) => (await ask(path)).status));
  deepEqual(statuses, [200, 200, 404, 404, 404, 404]);
  const { json } = await ask("/nowhere?now");
  deepEqual([json.errorCode, json.parameters], ["RESOURCE_NOT_FOUND", ["/nowhere"]]);
});

test("it is read alone: the head without a body, and no other method", async (t) => {
  const { ask } = await start(t);
  const { status, text, headers } = await ask("/metrics", { method: "HEAD" });
  deepEqual([status, text, headers["content-type"]], [200, "", "text/plain; version=1"]);
  equal((await ask("/metrics", { method: "POST" })).status, 404);
});

const beside = (isOpen: boolean, probe = async () => {}) =>
  monitoringRoutes({
    metrics: () => ({ contentType: "text/plain", render: async () => "a 1\n" }),
    logger: { error() {} } as never,
    probe,
    isOpen,
  });

test("beside all else each has a route, which compares its path as it is written too", async () => {
  const routes = beside(true);
  deepEqual(
    routes.map(({ method, path }) => `${method} ${path}`),
    ["GET /readyz", "GET /metrics"],
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
  const away = fault("SERVICE_UNAVAILABLE", { reason: "The database is away" });
  const told = async (isOpen: boolean, probe?: () => Promise<void>) => {
    const [{ path, answer } = { path: "", answer: undefined as never }, ...more] = beside(isOpen, probe);
    const { status, body, headers } = await answer(splitTarget(path) as HttpRequest, {});
    return [more.length, status, JSON.parse(String(body)), headers?.["retry-after"]];
  };
  deepEqual(await told(false), [0, 200, { status: "ready" }, undefined]);
  deepEqual(await told(false, () => Promise.reject(away)), [0, 503, { status: "not ready" }, "1"]);
  deepEqual(await told(true, () => Promise.reject(away)), [1, 503, { status: "The database is away" }, "1"]);
});

test("500 where metrics cannot be told, with the reason in the log alone", async (t) => {
  const broken = new Error("no registry");
  const { ask, logged } = await start(t, undefined, () => Promise.reject(broken));
  const { status, json, text } = await ask("/metrics");
  deepEqual([status, json.errorCode, text.includes("registry")], [500, "UNEXPECTED_ERROR", false]);
  deepEqual(logged, [[{ err: broken, path: "/metrics" }, "unexpected error"]]);
});

test("nobody keeps the port by many connections or slow requests, and an expectation is refused", async (t) => {
  const { ask, server } = await start(t);
  deepEqual(
    [server.maxConnections, server.headersTimeout, server.requestTimeout],
    [mostConnections, 15_000, 30_000],
  );
  equal((await ask("/readyz", { headers: { expect: "nonsense" } })).status, 417);
});
