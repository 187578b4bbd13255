// A queue in which lines take turns: however much waits in one, the first of another is next.

interface Waiting {
  readonly begin: () => Promise<unknown>;
  readonly refuse: () => void;
}

interface FairQueueOptions {
  readonly atOnce: number;
  /** Of all lines together. */
  readonly longest: number;
  /** Why one is refused where too many wait. */
  readonly refusal: () => Error;
}

/** Queues work in a line; where too many wait, refuses that which came last to the longest line. */
export function createFairQueue({ atOnce, longest, refusal }: FairQueueOptions) {
  /** Those with something in them, in the order of their turns. */
  const lines = new Map<string, Waiting[]>();
  let [running, waiting] = [0, 0];

  function begin(): void {
    for (const [name, line] of lines) {
      if (running >= atOnce) return;
      const [next] = line.splice(0, 1);
      lines.delete(name);
      if (line.length > 0) lines.set(name, line);
      waiting--;
      running++;
      void next?.begin().finally(() => {
        running--;
        begin();
      });
    }
  }

  /** Of the longest line, if it stays longer than one of this length. */
  function refuseLast(length: number): boolean {
    const [most = []] = [...lines.values()].sort((one, other) => other.length - one.length);
    if (most.length <= length + 1) return false;
    most.pop()?.refuse();
    waiting--;
    return true;
  }

  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(name) ?? [];
    if (waiting >= longest && !refuseLast(line.length)) throw refusal();
    return new Promise<T>((resolve, reject) => {
      line.push({ begin: () => work().then(resolve, reject), refuse: () => reject(refusal()) });
      lines.set(name, line);
      waiting++;
      begin();
    });
  };
}
