// Whether the store takes changes, for whoever asks whether this server is ready: tried by making one, and not for long.
import { type Fault, fault } from "../contract/errors.ts";
import type { Instant } from "../domain/instant.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds that a probe may take: those who watch servers give up soon. */
const patienceMs = 2_000;

/** Milliseconds for which a success is remembered, so that nobody makes the server write without end. */
const memoryMs = 500;

interface ProbeDeps {
  readonly store: Pick<Store, "write">;
  readonly now: () => Instant;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
}

/** Rejects, in time, when a change cannot be made. The row that it writes is always the same one. */
export function createProbe({ store, now, elapsed }: ProbeDeps): () => Promise<void> {
  let running: Promise<void> | undefined;
  let succeededAt = Number.NEGATIVE_INFINITY;
  const begin = () =>
    store
      .write((tx) => tx.meta.set("probed-at", String(now())))
      .then(() => {
        succeededAt = elapsed();
      })
      .finally(() => {
        running = undefined;
      });
  return () => {
    if (elapsed() - succeededAt < memoryMs) return Promise.resolve();
    return inTime((running ??= begin()));
  };
}

const silent = (): Fault => fault("SERVICE_UNAVAILABLE", { reason: "The database does not answer in time" });

function inTime(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(silent()), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
