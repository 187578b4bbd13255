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
export const stateAt = <State extends string>(
  { states, ending }: Course<State>,
  { endsAt, ...walking }: Walking,
  now: Instant,
): State => (endsAt === null ? walkedTo(states, walking, now) : ending);

/** Returns the state at an instant of a thing that is not being deleted. */
export function walkedTo<State extends string>(
  states: Course<State>["states"],
  { createdAt, step }: Omit<Walking, "endsAt">,
  now: Instant,
): State {
  const last = states.length - 1;
  const passed = step === 0 ? last : Math.floor((now - createdAt) / step);
  return states[Math.min(passed, last)] ?? states[0];
}

/** Returns how long a state lasts, which takes `inAtlas` milliseconds at Atlas, and `inFast` with the speed `fast`. */
export function stepOf(speed: ClusterSpeed, inAtlas: number = 3 * minute, inFast: number = second): number {
  if (speed === "atlas") return inAtlas;
  return speed === "fast" ? inFast : 0;
}
