// The one owner of time. Everything else is handed the time, so that tests and rehearsals can set it.
import type { Instant } from "./domain/instant.ts";

export interface Clock {
  now(): Instant;
  /** Stops the clock at an instant, or lets it run free again with null. */
  freeze(at: Instant | null): void;
  /** Moves the clock by a number of milliseconds; it goes on running if it ran. */
  advance(by: number): void;
}

/** A clock that starts at `start`, or at the present when that is null, and runs. */
export function createClock(start: Instant | null = null): Clock {
  let offset = start === null ? 0 : start - Date.now();
  let frozen: Instant | null = null;
  return {
    now: () => frozen ?? Date.now() + offset,
    freeze(at) {
      frozen = at;
      if (at === null) offset = 0;
    },
    advance(by) {
      if (frozen === null) offset += by;
      else frozen += by;
    },
  };
}

/** Real time, whatever the clock of the server was set to: for what is scheduled, such as mail. */
export const wallClock = (): Instant => Date.now();

/** Milliseconds that only ever grow, for measuring how long something takes; not to be shown to anyone. */
export const elapsed = (): number => performance.now();
