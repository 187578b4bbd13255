// Tests of the counts of answers, by operation and status.
import { deepEqual, match } from "node:assert/strict";
import { test } from "node:test";
import { createMetrics } from "./metrics.ts";

const request = { id: "a-1", method: "GET", remoteAddress: { state: "own", ip: "192.0.2.7" } } as const;

test("answers are counted by operation and status, and their time by operation", async (t) => {
  const at = 10_000;
  t.mock.method(performance, "now", () => at);
  const metrics = createMetrics(async () => "anteroom_gathered 7\n");
  for (const [status, seconds] of [
    [200, 0.002],
    [200, 0.2],
    [404, 0.002],
  ] as const) {
    metrics.record(request, "getOrg", { status }, at - seconds * 1000);
  }
  metrics.record(request, "getGroup", { status: 200 }, at - 300);
  const text = await metrics.render();
  deepEqual(text.match(/^anteroom_requests_total\{.*$/gm), [
    'anteroom_requests_total{operation="getOrg",status="200"} 2',
    'anteroom_requests_total{operation="getOrg",status="404"} 1',
    'anteroom_requests_total{operation="getGroup",status="200"} 1',
  ]);
  match(text, /^# HELP anteroom_requests_total Requests answered, by operation and HTTP status\.$/m);
  match(text, /^# HELP anteroom_request_duration_seconds Time to answer a request, by operation\.$/m);
  match(text, /^anteroom_request_duration_seconds_count\{operation="getOrg"\} 3$/m);
  const bounds = [...text.matchAll(/_bucket\{le="([^"]+)",operation="getOrg"\} (\d)/g)].map(
    ([, le, count]) => [le, count],
  );
  deepEqual(
    bounds.map(([le, count]) => `${le}:${count}`).join(" "),
    "0.0005:0 0.001:0 0.0025:2 0.005:2 0.01:2 0.025:2 0.05:2 0.1:2 0.25:3 1:3 5:3 +Inf:3",
  );
  match(text, /^anteroom_gathered 7\n$/m);
  // Metrics of the process are collected only after they were requested once.
  match(text, /^process_cpu_seconds_total \d/m);
  match(metrics.contentType, /^text\/plain/);
});
