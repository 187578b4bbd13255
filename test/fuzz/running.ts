// Runs properties as often as is asked for: ANTEROOM_FUZZ_CASES in all, from ANTEROOM_RANDOM_SEED. What fails is repeated by the
// same number and seed.
import { ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import fc from "fast-check";
import { randomSeed } from "../support/random-seed.ts";

/** Some seconds' worth where nobody says. */
const cases = Number(process.env.ANTEROOM_FUZZ_CASES ?? 12_000);

/** The longest time of a case, on whatever machine: one that needs more hangs. */
const longestSeconds = 5;

/** Processor time is not lengthened by what else a machine does. */
const spentSeconds = () => process.cpuUsage().user / 1e6;

/** A property, and its part of all cases. */
export interface Fuzzed {
  readonly about: string;
  readonly share: number;
  readonly property: fc.IRawProperty<unknown>;
  /** The cases that are tried before the random ones. */
  readonly examples?: readonly [unknown][];
}

/** A property of one value that is read at once. */
export const reads = <T>(
  about: string,
  share: number,
  values: fc.Arbitrary<T>,
  check: (value: T) => void,
): Fuzzed => ({
  about,
  share,
  property: fc.property(values, (value) => {
    const before = spentSeconds();
    check(value);
    const seconds = spentSeconds() - before;
    ok(seconds < longestSeconds, `took ${seconds} s`);
  }) as fc.IRawProperty<unknown>,
});

/** Makes a fuzzed property that is asynchronous. */
export const awaits = <T>(
  about: string,
  share: number,
  values: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
): Fuzzed => ({ about, share, property: fc.asyncProperty(values, check) as fc.IRawProperty<unknown> });

/** Tries all properties, each as a test of its own, and says how many cases there were. Shares count in thousandths. */
export async function fuzz(t: TestContext, all: readonly Fuzzed[]): Promise<void> {
  let count = 0;
  for (const { about, share, property, examples = [] } of all) {
    const numRuns = Math.max(20, Math.ceil((cases * share) / 1000));
    await t.test(
      about,
      () => fc.assert(property, { numRuns, seed: randomSeed, examples: [...examples] }) as Promise<void>,
    );
    count += numRuns;
  }
  t.diagnostic(`${count} cases; to repeat: ANTEROOM_RANDOM_SEED=${randomSeed} ANTEROOM_FUZZ_CASES=${cases}`);
}
