// The figures of several processes, added up: what those counted that are gone stays counted, so that no counter goes back.
import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import { countDropped, type Figures } from "../http/metrics.ts";

export interface Totals {
  readonly contentType: string;
  /** What a process counts now; `id` is any number that no other has. */
  note(id: number, figures: Figures): void;
  /** Keeps what a process that is gone had counted when it was last asked. */
  leave(id: number): Promise<void>;
  countRestart(): void;
  /** `serving` is how many processes do. */
  render(serving: number): Promise<string>;
}

/** `droppedLines` are those of the log of this process. */
export function createTotals({ droppedLines }: { readonly droppedLines: () => number }): Totals {
  const own = new Registry();
  countDropped(own, droppedLines);
  const registers = [own];
  const workers = new Gauge({ name: "anteroom_workers", help: "Processes that serve.", registers });
  const restarts = new Counter({
    name: "anteroom_worker_restarts_total",
    help: "Processes that ended and were replaced.",
    registers,
  });
  const present = new Map<number, Figures>();
  let departed: Figures = [];
  const add = (...all: Figures[]) => AggregatorRegistry.aggregate(all);
  return {
    contentType: own.contentType,
    note(id, figures) {
      present.set(id, figures);
    },
    async leave(id) {
      const last = present.get(id);
      if (last === undefined) return;
      present.delete(id);
      // What is no count, such as memory in use, is gone with its process.
      const counted = last.filter(({ type }) => ["counter", "histogram"].includes(String(type)));
      departed = await add(departed, counted).getMetricsAsJSON();
    },
    countRestart: () => restarts.inc(),
    async render(serving) {
      workers.set(serving);
      return add(await own.getMetricsAsJSON(), ...present.values(), departed).metrics();
    },
  };
}
