// A queue in which lines take turns: however much waits in one, the first of another is next.

interface Waiting {
  readonly begin: () => Promise<unknown>;
  readonly refuse: () => void;
  readonly isGone: () => boolean;
}

interface FairQueueOptions {
  readonly atOnce: number;
  /** The most that all lines together hold. */
  readonly longest: number;
  /** Milliseconds that one waits at most; absent for as long as it takes. */
  readonly patienceMs?: number;
  /** Returns the error for one that finds too many waiting, or has waited too long. */
  readonly refusal: () => Error;
}

export interface InLine {
  readonly line: string;
  /** Reports whether no caller waits for the result any more: then the work is not begun. */
  readonly isGone?: (() => boolean) | undefined;
}

/** Queues work in a line; where too many wait, refuses that which came last to the longest line. */
export function createFairQueue({ atOnce, longest, patienceMs, refusal }: FairQueueOptions) {
  /** The lines with something in them, in the order of their turns. */
  const lines = new Map<string, Waiting[]>();
  let [running, waiting] = [0, 0];

  function begin(): void {
    for (const [name, line] of lines) {
      if (running >= atOnce) return;
      const [next] = line;
      if (next === undefined) continue;
      lines.delete(name);
      remove(name, line, next);
      if (next.isGone()) next.refuse();
      else start(next);
    }
  }

  function start(next: Waiting): void {
    running++;
    void next.begin().finally(() => {
      running--;
      begin();
    });
  }

  /** A line that still has something comes behind all others. */
  function remove(name: string, line: Waiting[], one: Waiting): void {
    const at = line.indexOf(one);
    if (at < 0) return;
    line.splice(at, 1);
    waiting--;
    if (line.length === 0) lines.delete(name);
    else if (!lines.has(name)) lines.set(name, line);
  }

  function refuseGone(): void {
    for (const [name, line] of lines) {
      for (const each of line.filter(({ isGone }) => isGone())) {
        remove(name, line, each);
        each.refuse();
      }
    }
  }

  /** Refuses the last of the longest line, if it stays longer than one of this length. */
  function refuseLast(length: number): boolean {
    const [longestLine] = [...lines].sort(([, one], [, other]) => other.length - one.length);
    const [name = "", line = []] = longestLine ?? [];
    const last = line.at(-1);
    if (last === undefined || line.length <= length + 1) return false;
    remove(name, line, last);
    last.refuse();
    return true;
  }

  return async <T>({ line: name, isGone = () => false }: InLine, work: () => Promise<T>): Promise<T> => {
    if (waiting >= longest) refuseGone();
    const line = lines.get(name) ?? [];
    if (waiting >= longest && !refuseLast(line.length)) throw refusal();
    return new Promise<T>((resolve, reject) => {
      let late: NodeJS.Timeout | undefined;
      const own: Waiting = {
        isGone,
        begin() {
          clearTimeout(late);
          return work().then(resolve, reject);
        },
        refuse() {
          clearTimeout(late);
          reject(refusal());
        },
      };
      line.push(own);
      lines.set(name, line);
      waiting++;
      if (patienceMs !== undefined) late = setTimeout(giveUp, patienceMs, name, line, own);
      begin();
    });
  };

  function giveUp(name: string, line: Waiting[], own: Waiting): void {
    remove(name, line, own);
    own.refuse();
  }
}
