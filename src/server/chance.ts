// The time and chance of a server: those of the machine, or of a seed.
import { createHash } from "node:crypto";
import {
  type Clock,
  createClock,
  createStandingClock,
  elapsed,
  type ReadonlyClock,
  wallClock,
} from "../core/clock.ts";
import type { Instant } from "../core/domain/instant.ts";
import { createSeededMint, type Mint, systemMint } from "../core/secrets/mint.ts";
import type { Settings } from "../core/settings/settings.ts";

/** The instant at which the clock of a deterministic world stands, unless --now sets another. */
const firstInstant = Date.UTC(2026, 0, 1);

export function openChance(
  { deterministic, now }: Pick<Settings, "deterministic" | "now">,
  present?: () => Instant,
): { readonly clock: Clock; readonly mint: Mint } {
  if (deterministic === null) return { clock: createClock(now, present), mint: systemMint };
  return { clock: createStandingClock(now ?? firstInstant), mint: createSeededMint(deterministic) };
}

/** Returns the clocks of schedules and measurements: real time, except in a deterministic world. */
export const timesOf = ({ deterministic }: Settings, clock: Clock) =>
  deterministic === null ? { wall: wallClock, passed: elapsed } : { wall: clock.now, passed: clock.now };

/**
 * Returns the clock by which access tokens expire. Clients judge them by their own clocks, so a rehearsal that moves its clock
 * expires none.
 */
export function tokenTimeOf(
  { deterministic, now }: Pick<Settings, "deterministic" | "now">,
  clock: ReadonlyClock,
  isRehearsal: boolean,
): () => Instant {
  if (!isRehearsal) return clock.now;
  if (deterministic === null) return wallClock;
  const begun = now ?? firstInstant;
  return () => begun;
}

/**
 * Returns the master secret of a seed in memory: the same at each start, so that clients stay signed in. It can be computed
 * from the seed, so it includes the control token if there is one. Undefined if it is random: a stored world has its own
 * secret, and the demonstration differs at each start.
 */
export function secretOf(
  { storage, deterministic, controlToken }: Pick<Settings, "storage" | "deterministic" | "controlToken">,
  seed: string | undefined,
): string | undefined {
  if (!seed || storage.kind !== "memory" || deterministic !== null) return undefined;
  const text = JSON.stringify(["anteroom", controlToken, seed]);
  return createHash("sha256").update(text).digest("hex");
}
