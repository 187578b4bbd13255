// Records answers: a line of the log, and numbers for a Prometheus server.
import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { elapsed } from "../clock.ts";
import type { ApiAnswer } from "./reply.ts";
import type { HttpRequest } from "./request.ts";

/** Records an answer. `name` is the operation or endpoint, or ""; `startedAt` is a time of `elapsed`. */
export type RecordAnswer = (
  request: Pick<HttpRequest, "id" | "method" | "remoteAddress">,
  name: string,
  answer: Pick<ApiAnswer, "status" | "who">,
  startedAt: number,
) => void;

export const logAnswers =
  (logger: Pick<Logger, "info">): RecordAnswer =>
  ({ id: requestId, method, remoteAddress }, operationId, { status, who }, startedAt) => {
    const { ip, peer } = remoteAddress;
    const ms = Math.round((elapsed() - startedAt) * 100) / 100;
    logger.info({ requestId, operationId, method, status, ms, ip, peer, who }, "answered");
  };

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Creates the metrics: requests by operation and status, their duration, the process itself, and what `gather` returns when
 * they are read, as it is written.
 */
export function createMetrics(gather: () => Promise<string> = async () => "") {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: "anteroom_requests_total",
    help: "Requests answered, by operation and HTTP status.",
    labelNames: ["operation", "status"],
    registers,
  });
  const duration = new Histogram({
    name: "anteroom_request_duration_seconds",
    help: "Time to answer a request, by operation.",
    labelNames: ["operation"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  // Looking up a labelled series costs more than counting in it.
  const series = new Map<string, { count: Counter.Internal; time: Histogram.Internal<"operation"> }>();
  const record: RecordAnswer = (_request, operation, { status }, startedAt) => {
    const key = `${status} ${operation}`;
    let found = series.get(key);
    if (found === undefined) {
      found = { count: requests.labels({ operation, status }), time: duration.labels({ operation }) };
      series.set(key, found);
    }
    found.count.inc();
    found.time.observe((elapsed() - startedAt) / 1000);
  };
  let isCollecting = false;
  return {
    contentType: registry.contentType as string,
    record,
    async render(): Promise<string> {
      // Process metrics keep observers running, so they start with the first scrape.
      if (!isCollecting) {
        collectDefaultMetrics({ register: registry });
        // These are gauges with the names of counters.
        for (const each of ["handles", "requests", "resources"]) {
          registry.removeSingleMetric(`nodejs_active_${each}_total`);
        }
      }
      isCollecting = true;
      return (await Promise.all([registry.metrics(), gather()])).join("");
    },
  };
}
