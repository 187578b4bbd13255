// Log lines that a flood of connections must not multiply: the first is written at once, and those that follow as one line with
// their number.
import { second } from "../../core/domain/instant.ts";

const pause = 10 * second;
/** The most keys: strangers choose their addresses. */
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

  /** Writes the waiting lines, and forgets keys that did not come again. */
  function flush(isEnd = false): void {
    for (const [key, { write, since, count }] of [...open]) {
      if (!isEnd && elapsed() - since < pause) continue;
      open.delete(key);
      if (count === 0) continue;
      write(count);
      open.set(key, { write, since: elapsed(), count: 0 });
    }
  }

  /** Notes a line; `write` gets the number of times. */
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
