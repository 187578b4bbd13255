// Lines of the log that a flood of connections must not multiply: the first is written at once, and those that follow as one line
// with their number.
import { second } from "../../core/domain/instant.ts";

const pause = 10 * second;
/** Strangers choose their addresses. */
const most = 1_000;
const others = "others";

interface Line {
  readonly write: (count: number) => unknown;
  readonly since: number;
  /** The number of times not yet written. */
  count: number;
}

export type ThrottledLog = ReturnType<typeof createThrottledLog>;

export function createThrottledLog(elapsed: () => number) {
  const open = new Map<string, Line>();

  /** Writes what has been waiting, and forgets what came no more. */
  function flush(isEnd = false): void {
    for (const [key, { write, since, count }] of [...open]) {
      if (!isEnd && elapsed() - since < pause) continue;
      open.delete(key);
      if (count === 0) continue;
      write(count);
      open.set(key, { write, since: elapsed(), count: 0 });
    }
  }

  /** `write` is told how many times it happened. */
  function note(key: string, write: (count: number) => unknown): void {
    const known = open.get(key);
    if (known !== undefined) known.count++;
    else if (open.size >= most && key !== others) note(others, write);
    else {
      open.set(key, { write, since: elapsed(), count: 0 });
      write(1);
    }
  }

  return { note, flush };
}
