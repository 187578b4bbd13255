// The one owner of time. Everything else is handed the time, so that tests and rehearsals can set it.
import type { Instant } from "./domain/instant.ts";

/** The state of a clock: it shows the present, runs on from another instant, or stands still. */
export type ClockState = "present" | "running" | "frozen";

export interface Clock {
  now(): Instant;
  state(): ClockState;
  /** Stops the clock at an instant, or lets it run free again with null. */
  freeze(at: Instant | null): void;
  /** Puts the clock back where it began: at the present, or at the instant that it was given. */
  rewind(): void;
  /** Returns what puts the clock back as it is now; where it runs, it goes on from this instant. */
  keep(): () => void;
  /** Moves the clock by a number of milliseconds; it goes on running if it ran. */
  advance(by: number): void;
}

/** A clock that starts at `start`, or at the present when that is null, and runs as the present does. */
export function createClock(start: Instant | null = null, present: () => Instant = wallClock): Clock {
  let offset = start === null ? 0 : start - present();
  let frozen: Instant | null = null;
  return {
    now: () => frozen ?? present() + offset,
    state: () => (frozen !== null ? "frozen" : offset === 0 ? "present" : "running"),
    freeze(at) {
      frozen = at;
      if (at === null) offset = 0;
    },
    rewind() {
      frozen = null;
      offset = start === null ? 0 : start - present();
    },
    keep() {
      const kept = { offset, frozen, at: present() };
      return () => {
        frozen = kept.frozen;
        offset = kept.offset === 0 ? 0 : kept.offset + kept.at - present();
      };
    },
    advance(by) {
      if (frozen === null) offset += by;
      else frozen += by;
    },
  };
}

/** A clock that stands until it is moved; freed, it goes back to `start`. */
export const createStandingClock = (start: Instant): Clock => ({
  ...createClock(null, () => start),
  state: () => "frozen",
});

/** Real time, for what is scheduled, such as mail; also where a test has faked the global Date (real-timers.ts). */
export const wallClock = (): Instant => Date.now();
/** Returns the present as the program around an Anteroom sees it: the global Date at this moment, which a test may have faked. */
export const systemClock = (): Instant => globalThis.Date.now();
/** Milliseconds that only ever grow, for measuring how long something takes; not to be shown to anyone. */
export const elapsed = (): number => performance.now();
/** Nanoseconds that all threads of this machine count alike. */
export const machineTime = (): bigint => process.hrtime.bigint();

/** Returns this moment as part of a file's name, where Windows takes no colon. */
export const momentInName = (): string => new Date(wallClock()).toISOString().replaceAll(":", "-");
