// Tests of the monitoring port, over real HTTP: it passes on what the server says, and its thread still answers while the event
// loop is busy.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { execFile } from "node:child_process";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { send } from "../../../test/support/world.ts";
import type { Answer } from "../../core/http/answer.ts";
import { createOwnPort } from "./own-port.ts";

async function start(t: TestContext, answer: (method: string, url: string) => Promise<Answer>) {
  const port = createOwnPort({ answer, report: () => {} });
  const url = await port.listen({ host: "127.0.0.1", port: 0 });
  t.after(port.close);
  return url;
}

const plain = (body: string, status = 200): Answer => ({
  status,
  headers: { "content-type": "text/plain" },
  body,
});

test("it says what the server says, and of metrics how late the loop is", async (t) => {
  const asked: string[] = [];
  const url = await start(t, async (method, target) => {
    asked.push(`${method} ${target}`);
    return plain(`${target} 1\n`, target === "/nowhere" ? 404 : 200);
  });
  const [ready, nowhere, headOnly, metrics] = await Promise.all([
    send(url, { path: "/readyz?x" }),
    send(url, { path: "/nowhere" }),
    send(url, { path: "/readyz", method: "HEAD" }),
    send(url, { path: "/metrics" }),
  ]);
  deepEqual([ready.status, ready.text, ready.headers["content-type"]], [200, "/readyz?x 1\n", "text/plain"]);
  equal(nowhere.status, 404);
  deepEqual([headOnly.status, headOnly.text, headOnly.headers["content-length"]], [200, "", "10"]);
  match(
    metrics.text,
    /^\/metrics 1\n# HELP anteroom_event_loop_lag_seconds .*\n# TYPE .* gauge\nanteroom_event_loop_lag_seconds [\d.e-]+\n/,
  );
  match(metrics.text, /^anteroom_metrics_age_seconds 0\n$/m);
  deepEqual(asked.sort(), ["GET /metrics", "GET /nowhere", "GET /readyz", "GET /readyz?x"]);
  await send(url, { path: "/readyz", method: "POST" });
  equal(asked.at(-1), "POST /readyz");
  const alive = await send(url, { path: "/livez" });
  deepEqual(
    [alive.status, alive.json.status, alive.headers["x-content-type-options"]],
    [200, "ok", "nosniff"],
  );
});

/** Requests come from another process, as this one is busy. */
const askers = `
const [url, ...paths] = process.argv.slice(1);
await new Promise((resolve) => setTimeout(resolve, 1000));
const at = Date.now();
const all = await Promise.all(paths.map(async (path) => {
  const answer = await fetch(url + path);
  return [answer.status, await answer.text(), Date.now() - at];
}));
console.log(JSON.stringify(all));`;

const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test("while the loop is busy it lives, shows what it knew last, and says how late the loop is", async (t) => {
  const url = await start(t, async (_method, target) => plain(`${target} 1\n`));
  for (const path of ["/metrics", "/readyz"]) await send(url, { path });
  const asking = promisify(execFile)(process.execPath, [
    "--input-type=module",
    "-e",
    askers,
    url,
    "/livez",
    "/metrics",
    "/readyz",
    "/other",
  ]);
  // The loop is blocked until that process runs, and then while it asks.
  standStill(6_000);
  const [alive, metrics, ready, other] = JSON.parse((await asking).stdout) as [number, string, number][];
  deepEqual([alive?.[0], JSON.parse(alive?.[1] ?? "").status], [200, "ok"]);
  deepEqual([metrics?.[0], ready?.slice(0, 2), other?.[0]], [200, [200, "/readyz 1\n"], 503]);
  match(metrics?.[1] ?? "", /^\/metrics 1$/m);
  const [, lag] = /^anteroom_event_loop_lag_seconds ([\d.]+)$/m.exec(metrics?.[1] ?? "") ?? [];
  const [, age] = /^anteroom_metrics_age_seconds ([\d.]+)$/m.exec(metrics?.[1] ?? "") ?? [];
  ok(Number(lag) > 1 && Number(age) > 1, `${lag} ${age}`);
  match(other?.[1] ?? "", /The server is busy: its event loop has not come around for \d/);
  ok((alive?.[2] ?? 0) < 2_500 && (metrics?.[2] ?? 0) < 4_000, `${alive?.[2]} ${metrics?.[2]}`);
});

test("a loop that does not come around for long is taken for one that hangs", async (t) => {
  const port = createOwnPort({ answer: async () => plain(""), report: () => {}, stuckMs: 500 });
  t.after(port.close);
  const url = await port.listen({ host: "127.0.0.1", port: 0 });
  equal((await send(url, { path: "/livez" })).status, 200);
  const asking = promisify(execFile)(process.execPath, ["--input-type=module", "-e", askers, url, "/livez"]);
  standStill(6_000);
  const [[status, text]] = JSON.parse((await asking).stdout);
  deepEqual(
    [status, JSON.parse(text).status],
    [503, "The server hangs: its event loop does not come around"],
  );
  await sleep(500);
  equal((await send(url, { path: "/livez" })).status, 200);
});

test("a port that is taken is the reason why it does not listen", async (t) => {
  const url = await start(t, async () => plain(""));
  const second = createOwnPort({ answer: async () => plain(""), report: () => {} });
  t.after(second.close);
  await rejects(second.listen({ host: "127.0.0.1", port: Number(new URL(url).port) }), {
    code: "EADDRINUSE",
    syscall: "listen",
  });
});
