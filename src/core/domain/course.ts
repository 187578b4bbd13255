// The states that a thing walks through by the clock, until it is ready or gone.

import type { ClusterSpeed } from "./cluster-speed.ts";
import { type Instant, minute, second } from "./instant.ts";

export interface Course<State extends string> {
  /** The states in their order; the last one stays. */
  readonly states: readonly [State, ...State[]];
  /** The state of a thing that is being deleted. */
  readonly ending: State;
}

export interface Walking {
  readonly createdAt: Instant;
  /** The instant at which it is gone; null unless it is being deleted. */
  readonly endsAt: Instant | null;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

/** Returns the state at an instant. */
export function stateAt<State extends string>(
  { states, ending }: Course<State>,
  { createdAt, endsAt, step }: Walking,
  now: Instant,
): State {
  if (endsAt !== null) return ending;
  const last = states.length - 1;
  const passed = step === 0 ? last : Math.floor((now - createdAt) / step);
  return states[Math.min(passed, last)] ?? states[0];
}

/** Returns how long a state lasts, which takes `inAtlas` milliseconds at Atlas. */
export function stepOf(speed: ClusterSpeed, inAtlas: number = 3 * minute): number {
  if (speed === "atlas") return inAtlas;
  return speed === "fast" ? second : 0;
}
