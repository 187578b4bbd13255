// Time and chance of a server: those of the machine, or what follows from a seed.
import { type Clock, createClock, createStandingClock, elapsed, wallClock } from "../clock.ts";
import type { Instant } from "../domain/instant.ts";
import { createSeededMint, type Mint, systemMint } from "../secrets/mint.ts";
import type { Settings } from "../settings/settings.ts";

/** Where the clock of a world stands that can be repeated, unless --now says otherwise. */
const firstInstant = Date.UTC(2026, 0, 1);

export function openChance(
  { deterministic, now }: Pick<Settings, "deterministic" | "now">,
  present?: () => Instant,
): { readonly clock: Clock; readonly mint: Mint } {
  if (deterministic === null) return { clock: createClock(now, present), mint: systemMint };
  return { clock: createStandingClock(now ?? firstInstant), mint: createSeededMint(deterministic) };
}

/** What is scheduled goes by real time, and so does what is measured, but in a world that can be repeated. */
export const timesOf = ({ deterministic }: Settings, clock: Clock) =>
  deterministic === null ? { wall: wallClock, passed: elapsed } : { wall: clock.now, passed: clock.now };
