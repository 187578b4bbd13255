// Work in the background that is taken up again at regular times, and never twice at once.
import type { Logger } from "pino";

/** Has `run` look every so many milliseconds, counted from the end of the look before. It must not throw. */
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
    /** Runs a look; a call while one is under way gets that one. */
    look,
    /** Reports whether it is closing: a long look stops at its next step. */
    isClosed: () => isClosed,
    /** Looks no more by itself, and waits for the look under way. */
    async close(): Promise<void> {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

/** Has `write` write every so many milliseconds what is gathered meanwhile, and in the end what is left; failures are logged. */
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
