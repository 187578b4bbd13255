// Captured mail is made while what it speaks of is still true: before the next change, and before the clock moves on.
import type { Clock } from "../clock.ts";
import type { Instant } from "../domain/instant.ts";

/** `flush` makes every message that waits, by the clock of `now`. Something may wait at the start. */
export function createSettling(flush: () => Promise<void>, clock: Pick<Clock, "now">) {
  let running: Promise<void> | undefined;
  /** By which messages are made while the clock may have moved on. */
  let madeAt: Instant | null = null;

  async function run(before: Promise<void> | undefined, at: Instant): Promise<void> {
    if (before === undefined) madeAt = at;
    await before;
    madeAt = at;
    await flush();
  }

  const settling = {
    isDue: true,
    settle(at = clock.now()): Promise<void> | undefined {
      if (!settling.isDue) return running;
      settling.isDue = false;
      const own = run(running, at).finally(() => {
        if (running !== own) return;
        running = undefined;
        madeAt = null;
      });
      running = own;
      return own;
    },
    send(): Promise<void> | undefined {
      settling.isDue = true;
      return settling.settle();
    },
    now: () => madeAt ?? clock.now(),
  };
  return settling;
}
