// Work in the background that is taken up again at regular times, and never twice at once.

export interface Looking {
  /** Begins to look regularly. */
  start(): void;
  /** Looks now; who asks while a look is under way gets that one. */
  look(): Promise<void>;
  /** Whether it is to end: a long look stops at its next step. */
  isClosed(): boolean;
  /** Looks no more by itself, and waits for the look under way. */
  close(): Promise<void>;
}

/** Has `run` look every so many milliseconds, counted from the end of the look before. It must not throw. */
export function createLooking(every: number, run: () => Promise<void>): Looking {
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
    look,
    isClosed: () => isClosed,
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
