// Work in the background that runs at regular intervals, and never twice at once.
import type { Logger } from "pino";

/** Calls `run` at an interval in milliseconds, counted from the end of the last run. It must not throw. */
export function createLooking(every: number, run: () => Promise<void>) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;

  const look = (): Promise<void> =>
    (running ??= run().finally(() => {
      running = null;
    }));

  function start(): void {
    if (isClosed) return;
    timer = setTimeout(() => void look().then(start), every);
    timer.unref();
  }

  return {
    start,
    /** Runs a look; a call while one is under way returns that one. */
    look,
    /** Reports whether it is closing: a long look stops at its next step. */
    isClosed: () => isClosed,
    /** Stops the interval, and waits for the look under way. */
    async close(): Promise<void> {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Calls `write` at an interval in milliseconds with what was gathered meanwhile, and at the end with the rest; failures are
 * logged.
 */
export function createWriter(every: number, write: () => Promise<void>, complaint: string) {
  let log: Pick<Logger, "error"> | undefined;
  const attempt = () => write().catch((err: unknown) => log?.error({ err }, complaint));
  const looking = createLooking(every, attempt);
  return {
    start(to: Pick<Logger, "error">): void {
      log = to;
      looking.start();
    },
    async close(): Promise<void> {
      await looking.close();
      await attempt();
    },
  };
}
