// Tests of random numbers that can be repeated, and of the latencies drawn with them.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createChance, drawLatency, type Latency } from "./chance.ts";

const draws = 10_000;
const many = (latency: Latency, seed = 1) => {
  const chance = createChance(seed);
  return Array.from({ length: draws }, () => drawLatency(latency, chance)).sort((a, b) => a - b);
};
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
const near = (actual: number, expected: number) =>
  ok(Math.abs(actual - expected) < expected * 0.05, `${actual} is not about ${expected}`);

test("the same seed gives the same numbers, another one others, all from 0 to below 1", () => {
  const take = (seed: number) => {
    const chance = createChance(seed);
    return Array.from({ length: 20 }, chance);
  };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      deepEqual(take(seed), take(seed));
      ok(take(seed).every((each) => each >= 0 && each < 1));
      ok(take(seed).join() !== take(seed + 1).join());
    }),
  );
  near(mean(many({ uniform: [0, 1] })), 0.5);
});

test("the numbers of a seed stay the same from release to release", () => {
  const chance = createChance(1);
  deepEqual([chance(), chance(), chance()], [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test("a fixed latency is what it says", () => equal(drawLatency(70, createChance(1)), 70));

test("a uniform latency lies between its two, equally often in each part", () => {
  const values = many({ uniform: [100, 300] });
  ok((values[0] ?? 0) >= 100 && (values.at(-1) ?? 0) <= 300);
  for (const part of [0.1, 0.5, 0.9]) near(values[part * draws] ?? 0, 100 + 200 * part);
});

test("a normal latency has its mean and deviation, and is never below 0", () => {
  const values = many({ normal: { mean: 400, deviation: 50 } });
  near(mean(values), 400);
  near(Math.sqrt(mean(values.map((each) => (each - 400) ** 2))), 50);
  equal(many({ normal: { mean: 1, deviation: 100 } })[0], 0);
});

test("an exponential latency has its mean, and more than that in 37 of 100", () => {
  const values = many({ exponential: { mean: 200 } });
  near(mean(values), 200);
  near(values.filter((each) => each > 200).length / draws, Math.exp(-1));
});

test("percentiles are met, with a straight line between two and nothing above the last", () => {
  const values = many({ percentiles: { p99: 1000, p50: 100, p90: 500 } });
  near(values[0.5 * draws] ?? 0, 100);
  near(values[0.9 * draws] ?? 0, 500);
  near(values[0.7 * draws] ?? 0, 300);
  equal(values.at(-1), 1000);
});
