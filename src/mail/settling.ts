// Makes captured mail while what it says is still true: before the next change, and before the clock moves on.
import type { ReadonlyClock } from "../core/clock.ts";
import type { Instant } from "../core/domain/instant.ts";

/**
 * Creates the settling of mail. `flush` makes every waiting message, by the clock of `now`. Messages may wait at the start.
 * `nudge` has one made soon, so that a change need not wait for its own message; without it the change does.
 */
export function createSettling(
  flush: () => Promise<void>,
  { now }: ReadonlyClock,
  nudge: null | (() => void),
) {
  let running: Promise<void> | undefined;
  /** The date of messages while the clock may have moved on. */
  let madeAt: Instant | null = null;

  async function run(before: Promise<void> | undefined, at: Instant): Promise<void> {
    if (before === undefined) madeAt = at;
    else await before.then(() => (madeAt = at));
    await flush();
  }

  /** The number of notes so far, and the number up to which the last run makes messages. */
  let [noted, aim] = [1, 0];
  const settling = {
    isDue: true,
    note(): void {
      noted++;
      settling.isDue = true;
    },
    settle(at = now()): Promise<void> | undefined {
      if (!settling.isDue || aim === noted) return running;
      const goal = noted;
      aim = goal;
      const own = run(running, at).finally(() => {
        settling.isDue = noted > goal;
        if (running !== own) return;
        running = undefined;
        madeAt = null;
      });
      running = own;
      return own;
    },
    send(): Promise<void> | undefined {
      settling.note();
      if (nudge === null) return settling.settle();
      return void nudge();
    },
    now: () => madeAt ?? now(),
  };
  return settling;
}
