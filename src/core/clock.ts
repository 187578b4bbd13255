// The one owner of time. All other code gets the time passed in, so that tests and rehearsals can set it.
import type { Instant } from "./domain/instant.ts";

/** The state of a clock: it shows the present, runs from another instant, or stands still. */
export type ClockState = "present" | "running" | "frozen";

/** A clock that is only read. */
export interface ReadonlyClock {
  now(): Instant;
}

export interface Clock extends ReadonlyClock {
  state(): ClockState;
  /** Stops the clock at an instant; null lets it run again. */
  freeze(at: Instant | null): void;
  /** Puts the clock back to its start: the present, or the instant that it was given. */
  rewind(): void;
  /** Returns a function that puts the clock back to its current state; a running clock then runs on from this instant. */
  keep(): () => void;
  /** Moves the clock by a number of milliseconds; a running clock keeps running. */
  advance(by: number): void;
}

/** Creates a clock that starts at `start`, or at the present for null, and runs like the present. */
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

/** Creates a clock that stands still until it is moved; when freed, it goes back to `start`. */
export const createStandingClock = (start: Instant): Clock => ({
  ...createClock(null, () => start),
  state: () => "frozen",
});

/** Returns real time, for scheduled work such as mail, even if a test has faked the global Date (real-timers.ts). */
export const wallClock = (): Instant => Date.now();
/** Returns the present as the program around an Anteroom sees it: the global Date, which a test may have faked. */
export const systemClock = (): Instant => globalThis.Date.now();
/** Returns milliseconds that only grow, for measuring durations; not to be shown to anyone. */
export const elapsed = (): number => performance.now();
/** Returns nanoseconds that all threads of this machine share. */
export const machineTime = (): bigint => process.hrtime.bigint();

/** Returns this moment as part of a file name; Windows allows no colon. */
export const momentInName = (): string => new Date(wallClock()).toISOString().replaceAll(":", "-");
