// Numbers for a Prometheus server: requests by operation and status, how long they take, and the process itself.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly contentType: string;
  /** `seconds` from the last byte of the request to the answer. */
  observe(operationId: string, status: number, seconds: number): void;
  render(): Promise<string>;
}

export function createMetrics({ droppedLines }: { readonly droppedLines: () => number }): Metrics {
  const registry = new Registry();
  new Counter({
    name: "anteroom_log_lines_dropped_total",
    help: "Lines of the log that were dropped because nobody read those before them.",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(droppedLines());
    },
  });
  const requests = new Counter({
    name: "anteroom_requests_total",
    help: "Requests answered, by operation and HTTP status.",
    labelNames: ["operation", "status"],
    registers: [registry],
  });
  const duration = new Histogram({
    name: "anteroom_request_duration_seconds",
    help: "Time to answer a request, by operation.",
    labelNames: ["operation"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  // Looking a labelled series up costs more than counting in it.
  const series = new Map<string, { count: Counter.Internal; time: Histogram.Internal<"operation"> }>();
  const seriesOf = (operation: string, status: number) => {
    const key = `${status} ${operation}`;
    let found = series.get(key);
    if (found === undefined) {
      found = { count: requests.labels({ operation, status }), time: duration.labels({ operation }) };
      series.set(key, found);
    }
    return found;
  };
  let collecting = false;
  return {
    contentType: registry.contentType,
    observe(operation, status, seconds) {
      const { count, time } = seriesOf(operation, status);
      count.inc();
      time.observe(seconds);
    },
    render() {
      // Process metrics keep observers running, so they start with the first scrape.
      if (!collecting) collectDefaultMetrics({ register: registry });
      collecting = true;
      return registry.metrics();
    },
  };
}
