// Tests that the store accepts changes, for readiness: by making one that needs room.
import { createHash } from "node:crypto";
import { fault } from "../../core/contract/errors.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";

/** The milliseconds to wait: monitoring gives up soon. */
const patienceMs = 1_500;
/** The milliseconds that a change may take, like those of requests; until then the last result counts. */
const boundMs = 10_000;
/** The milliseconds for which a success is remembered, so that no one can make the server write without end. */
const memoryMs = 500;
/** The bytes that a change writes; no engine compresses them, and most changes need fewer. */
const size = 24 * 1024;

interface ProbeDeps {
  readonly store: Pick<Store, "write">;
  readonly now: () => Instant;
  readonly elapsed: () => number;
}

const bulk = (now: Instant): string =>
  createHash("shake256", { outputLength: size }).update(String(now)).digest("base64");

/** Creates a probe that rejects, in time, if a change cannot be made. It always writes the same row. */
export function createProbe({ store, now, elapsed }: ProbeDeps): () => Promise<void> {
  let running: { readonly since: number; readonly work: Promise<void> } | undefined;
  let succeededAt = Number.NEGATIVE_INFINITY;
  let hasFailed = false;
  async function probe(): Promise<void> {
    try {
      const value = bulk(now());
      await store.write((tx) => tx.meta.set("probed-at", value), { share: "readiness" });
      succeededAt = elapsed();
      hasFailed = false;
    } catch (reason) {
      hasFailed = true;
      throw reason;
    } finally {
      running = undefined;
    }
  }
  return async () => {
    if (!hasFailed && elapsed() - succeededAt < memoryMs) return;
    running ??= { since: elapsed(), work: probe() };
    const { since, work } = running;
    const isDone = await inTime(work, patienceMs);
    if (isDone || (!hasFailed && elapsed() - since < boundMs)) return;
    throw fault("SERVICE_UNAVAILABLE", { reason: "The database does not answer in time" });
  };
}

/** Reports whether work ended within a number of milliseconds. */
export function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(false), ms);
    work.then(() => resolve(true), reject).finally(() => clearTimeout(late));
  });
}
