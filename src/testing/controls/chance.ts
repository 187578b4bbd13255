// Repeatable random numbers: the same seed gives the same numbers in every process and release.

/** Creates a function that returns numbers from 0 to below 1. Not for secrets, since a few of them predict the rest. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  // mulberry32: a constant step, then mixed until neighbouring states have nothing in common.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The duration of something, in milliseconds. */
export type Latency =
  | number
  /** The bounds of a uniform distribution. */
  | { readonly uniform: readonly [number, number] }
  | { readonly normal: { readonly mean: number; readonly deviation: number } }
  | { readonly exponential: { readonly mean: number } }
  /** A latency: half of the waits take at most `p50`, nine of ten `p90`, and so on; in between it is linear, from 0. */
  | {
      readonly percentiles: {
        readonly p50?: number;
        readonly p90?: number;
        readonly p95?: number;
        readonly p99?: number;
        readonly p100?: number;
      };
    };

export function drawLatency(latency: Latency, chance: () => number): number {
  if (typeof latency === "number") return latency;
  if ("uniform" in latency) {
    const [least, most] = latency.uniform;
    return least + chance() * (most - least);
  }
  // log(0) is -Infinity.
  if ("exponential" in latency) return -Math.log(1 - chance()) * latency.exponential.mean;
  if ("normal" in latency) {
    const { mean, deviation } = latency.normal;
    const spread = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return Math.max(0, mean + deviation * spread);
  }
  return atPercentile(latency.percentiles, chance() * 100);
}

function atPercentile(percentiles: Readonly<Record<string, number>>, at: number): number {
  let [below, low] = [0, 0];
  const steps = Object.entries(percentiles).map(([name, ms]) => [Number(name.slice(1)), ms] as const);
  for (const [percent, ms] of steps.sort(([a], [b]) => a - b)) {
    if (at <= percent) return low + ((ms - low) * (at - below)) / (percent - below);
    [below, low] = [percent, ms];
  }
  return low;
}
