// Waiting for what a test means, in place of a time that a busy machine may not keep.
import { setTimeout as sleep } from "node:timers/promises";

/** Returns when it is so; fails after a minute. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 20): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`it did not happen within a minute: ${isSo}`);
    await sleep(everyMs);
  }
}
