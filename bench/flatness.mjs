// Judges whether figures stay as they are or drift from one row to the next.
import { median } from "./figures.mjs";

/**
 * @typedef {{ perSecond: number, p50Ms: number, p99Ms: number, mostMs: number, residentMb: number, heapMb: number }} Row
 * @typedef {{ sentence: string, isFlat: boolean }} Finding
 */

/** The fewest rows to judge: fewer may look flat or steep by chance. */
export const fewestRows = 6;
/** The most that memory may grow within the judged rows: the heap of a server varies by as much. */
const mostGrowth = { share: 0.1, megabytes: 8 };
const mostSlowdown = 2;

/**
 * Memory by its slope in the last two thirds of the rows, since a server fills its caches first; the slowest requests by the
 * last third beside the first, of which the very first row does not count.
 * @param {readonly Row[]} rows at least `fewestRows`
 * @returns {Finding[]}
 */
export function judge(rows) {
  const third = Math.floor(rows.length / 3);
  const late = rows.slice(third);
  const first = median(rows.slice(1, third + 1).map(({ p99Ms }) => p99Ms));
  const last = median(rows.slice(-third).map(({ p99Ms }) => p99Ms));
  return [
    judgeMemory(
      "resident memory",
      late.map(({ residentMb }) => residentMb),
    ),
    judgeMemory(
      "heap",
      late.map(({ heapMb }) => heapMb),
    ),
    {
      sentence: `p99 is ${last.toFixed(1)} ms in the last third, after ${first.toFixed(1)} ms in the first`,
      isFlat: last <= mostSlowdown * first,
    },
  ];
}

/** @param {string} name @param {number[]} values @returns {Finding} */
function judgeMemory(name, values) {
  const growth = slope(values) * (values.length - 1);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    sentence: `${name} grows by ${growth.toFixed(1)} MB in the last two thirds, around ${mean.toFixed(0)} MB`,
    isFlat: growth <= Math.max(mostGrowth.share * mean, mostGrowth.megabytes),
  };
}

/** Returns the slope of the straight line that fits the values best. @param {readonly number[]} values at least two */
export function slope(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [up, along] = [0, 0];
  for (const [index, value] of values.entries()) {
    up += (index - middle) * (value - mean);
    along += (index - middle) ** 2;
  }
  return up / along;
}
