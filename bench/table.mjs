// Prints what was measured beside what is aimed at.
import { median, spread } from "./figures.mjs";
import { titles } from "./rounds.mjs";

/** The least ratio to the speed of each peer. It is below 1 for bare, and a write waits for the disk besides. */
const leastRatios = /** @type {Record<string, Partial<Record<import("./calls.mjs").Kind, number>>>} */ ({
  bare: { get: 0.5, list: 0.5, patch: 0.4, digest: 0.4, post: 0.4 },
  prism: { get: 40, list: 40, patch: 40, post: 40 },
  "better-auth": { get: 40, list: 40, patch: 40, post: 40 },
});
const mostReadyRatio = 2;
const mostIdleMegabytes = 75;

/** The share of the CPU above which the generator may itself be what was measured. */
const busyGenerator = 0.95;

/**
 * @param {Map<import("./calls.mjs").Kind, import("./rounds.mjs").Round[]>} measured
 * @param {string} ours what the others are compared with
 * @param {Record<string, Partial<Record<import("./calls.mjs").Kind, string>>>} asked what others are asked for instead
 * @returns {string}
 */
export function tableRounds(measured, ours, asked) {
  const rows = Array.from(measured, ([kind, rounds]) =>
    [...new Set(rounds.flatMap((round) => Object.keys(round)))].map((name) => {
      const pairs = rounds.flatMap(({ [ours]: a, [name]: b }) =>
        a === undefined || b === undefined ? [] : [/** @type {const} */ ([a, b])],
      );
      const taken = pairs.map(([, theirs]) => theirs);
      const rates = pairs.map(([a, b]) => a.perSecond / b.perSecond);
      const costs = pairs.map(([a, b]) => microseconds(b) / microseconds(a));
      const least = leastRatios[name]?.[kind];
      return [
        titles[kind],
        asked[name]?.[kind] === undefined ? name : `${name}: ${asked[name][kind]}`,
        spread(
          taken.map(({ perSecond }) => perSecond),
          0,
        ),
        describeLatency(taken),
        spread(taken.map(microseconds), 1),
        describeHeap(taken),
        name === ours ? "" : spread(rates, 2),
        name === ours ? "" : spread(costs, 2),
        least === undefined ? "" : judge(median(rates) >= least, `≥ ${least}`),
      ];
    }),
  ).flat();
  const head = [
    "case",
    "server",
    "requests/s (min–max)",
    "p50 / p99 ms",
    "CPU µs/request",
    "heap kB",
    `${ours} is … × as fast`,
    "takes … × the CPU",
    "aim of speed",
  ];
  const all = Array.from(measured.values()).flatMap((rounds) =>
    rounds.flatMap((round) => Object.values(round)),
  );
  const isBusy = all.some(({ generatorCpu }) => generatorCpu > busyGenerator);
  const warning = "The load generator was busy all the time: fast servers may be faster than measured.\n";
  return `${alignColumns([head, ...rows])}${isBusy ? warning : ""}${describeNoise(measured)}`;
}

/**
 * Bare does the same in each round, so that what differs is the machine.
 * @param {Map<import("./calls.mjs").Kind, import("./rounds.mjs").Round[]>} measured
 */
function describeNoise(measured) {
  const spreads = Array.from(measured.values(), (rounds) => {
    const costs = rounds.flatMap(({ bare }) => (bare === undefined ? [] : microseconds(bare)));
    return Math.max(...costs) / Math.min(...costs);
  });
  return `Noise: from round to round bare took up to ${Math.max(...spreads).toFixed(2)} × the CPU for the same.\n`;
}

/** CPU of the server for each request. @param {import("./load.mjs").Figures} figures */
const microseconds = ({ serverCpu = Number.NaN, perSecond }) => (serverCpu / perSecond) * 1e6;

/** @param {import("./starts.mjs").Starts} starts @returns {string} */
export function tableStarts(starts) {
  const bare = /** @type {import("./starts.mjs").Start} */ (starts.get("bare"));
  const rows = Array.from(starts, ([title, { readyMs, cpuMs, idleMegabytes }]) => {
    const ratios = readyMs.map((ms, time) => ms / (bare.readyMs[time] ?? Number.NaN));
    const cpuRatios = cpuMs.map((ms, time) => ms / (bare.cpuMs[time] ?? Number.NaN));
    const isReached = median(ratios) <= mostReadyRatio && median(idleMegabytes) < mostIdleMegabytes;
    return [
      title,
      spread(readyMs, 0),
      spread(ratios, 2),
      spread(cpuMs, 0),
      spread(cpuRatios, 2),
      spread(idleMegabytes, 1),
      title === "bare" ? "" : judge(isReached, `≤ ${mostReadyRatio} × bare, < ${mostIdleMegabytes} MB`),
    ];
  });
  const head = ["start and rest", "ready ms (min–max)", "of bare", "CPU ms", "of bare", "idle MB", "aim"];
  return alignColumns([head, ...rows]);
}

/** Describes the heap of servers that report what they allocate. @param {import("./rounds.mjs").Measured[]} rounds */
function describeHeap(rounds) {
  const bytes = median(rounds.map(({ allocated }) => allocated));
  return bytes === 0 ? "" : (bytes / 1000).toFixed(1);
}

/** @param {import("./load.mjs").Figures[]} rounds */
function describeLatency(rounds) {
  const p50 = median(rounds.map(({ p50Ms }) => p50Ms));
  const p99 = median(rounds.map(({ p99Ms }) => p99Ms));
  return `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
}

/** @param {boolean} reached @param {string} aim */
function judge(reached, aim) {
  return `${aim}: ${reached ? "reached" : "not reached"}`;
}

/** @param {string[][]} rows the first is the head */
export function alignColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("   "));
  return `${lines.join("\n")}\n`;
}
