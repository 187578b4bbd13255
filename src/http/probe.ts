// Whether the store takes changes, for readiness: tried by making one, for a limited time.
import { fault } from "../contract/errors.ts";
import type { Instant } from "../domain/instant.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds that a probe may take: those who watch servers give up soon. */
const patienceMs = 2_000;
/** Milliseconds for which a success is remembered, so that nobody makes the server write without end. */
const memoryMs = 500;

interface ProbeDeps {
  readonly store: Pick<Store, "write">;
  readonly now: () => Instant;
  readonly elapsed: () => number;
}

/** Rejects, in time, when a change cannot be made. The row that it writes is always the same one. */
export function createProbe({ store, now, elapsed }: ProbeDeps): () => Promise<void> {
  let running: Promise<void> | undefined;
  let succeededAt = Number.NEGATIVE_INFINITY;
  async function probe(): Promise<void> {
    try {
      await store.write((tx) => tx.meta.set("probed-at", String(now())));
      succeededAt = elapsed();
    } finally {
      running = undefined;
    }
  }
  return async () => {
    if (elapsed() - succeededAt >= memoryMs) await inTime((running ??= probe()));
  };
}

function inTime(work: Promise<void>): Promise<void> {
  const reason = "The database does not answer in time";
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(fault("SERVICE_UNAVAILABLE", { reason })), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
