// Prints what was measured beside what is aimed at.
import { median } from "./figures.mjs";
import { titles } from "./rounds.mjs";

/** Of bare; a PATCH waits for the disk besides. */
const leastRatios = { get: 0.5, patch: 0.4, digest: 0.4, post: 0 };
const mostReadyRatio = 2;
const mostIdleMegabytes = 75;

/** Above this the generator may itself be what was measured. */
const busyGenerator = 0.95;

/**
 * @param {Map<import("./calls.mjs").Kind, import("./rounds.mjs").Pair[]>} pairs
 * @returns {string}
 */
export function tableRounds(pairs) {
  const rows = Array.from(pairs, ([kind, rounds]) => {
    const ratios = rounds.map(({ anteroom, bare }) => anteroom.perSecond / bare.perSecond);
    const ratio = median(ratios);
    const ours = rounds.map(({ anteroom }) => anteroom);
    const theirs = rounds.map(({ bare }) => bare);
    return [
      titles[kind],
      median(ours.map(({ perSecond }) => perSecond)).toFixed(0),
      median(theirs.map(({ perSecond }) => perSecond)).toFixed(0),
      describeRange(ratios, 2),
      describeLatency(ours),
      describeLatency(theirs),
      judge(ratio >= leastRatios[kind], `ratio ≥ ${leastRatios[kind].toFixed(2)}`),
    ];
  });
  const head = [
    "case",
    "Anteroom req/s",
    "bare req/s",
    "ratio (min–max)",
    "p50 / p99 ms",
    "bare p50 / p99 ms",
    "aim",
  ];
  const busy = Array.from(pairs.values())
    .flat()
    .flatMap(({ anteroom, bare }) => [anteroom, bare])
    .some(({ generatorCpu }) => generatorCpu > busyGenerator);
  const warning = "The load generator was busy all the time: the server may be faster than measured.\n";
  return `${alignColumns([head, ...rows])}${busy ? warning : ""}\n${tableCosts(pairs)}`;
}

/**
 * What a request costs the server, which other work on the machine disturbs less than it does the rate.
 * @param {Map<import("./calls.mjs").Kind, import("./rounds.mjs").Pair[]>} pairs
 */
function tableCosts(pairs) {
  const rows = Array.from(pairs, ([kind, rounds]) => {
    const ours = rounds.map(({ anteroom }) => anteroom);
    const theirs = rounds.map(({ bare }) => bare);
    const ratios = rounds.map(({ anteroom, bare }) => microseconds(bare) / microseconds(anteroom));
    return [
      titles[kind],
      describeRange(ours.map(microseconds), 1),
      describeRange(theirs.map(microseconds), 1),
      describeRange(ratios, 2),
      (median(ours.map(({ allocated }) => allocated)) / 1000).toFixed(1),
      (median(theirs.map(({ allocated }) => allocated)) / 1000).toFixed(1),
    ];
  });
  const head = [
    "cost of a request",
    "CPU µs (min–max)",
    "bare CPU µs (min–max)",
    "bare / Anteroom",
    "heap kB",
    "bare heap kB",
  ];
  return alignColumns([head, ...rows]);
}

/** CPU of the server for each request. @param {import("./load.mjs").Figures} figures */
const microseconds = ({ serverCpu = Number.NaN, perSecond }) => (serverCpu / perSecond) * 1e6;

/** @param {number[]} values @param {number} digits */
function describeRange(values, digits) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** @param {import("./starts.mjs").Starts} starts @returns {string} */
export function tableStarts(starts) {
  const bare = /** @type {import("./starts.mjs").Start} */ (starts.get("bare"));
  const rows = Array.from(starts, ([title, { readyMs, cpuMs, idleMegabytes }]) => {
    const ratios = readyMs.map((ms, time) => ms / (bare.readyMs[time] ?? Number.NaN));
    const cpuRatios = cpuMs.map((ms, time) => ms / (bare.cpuMs[time] ?? Number.NaN));
    const isReached = median(ratios) <= mostReadyRatio && median(idleMegabytes) < mostIdleMegabytes;
    return [
      title,
      describeRange(readyMs, 0),
      describeRange(ratios, 2),
      describeRange(cpuMs, 0),
      describeRange(cpuRatios, 2),
      describeRange(idleMegabytes, 1),
      title === "bare" ? "" : judge(isReached, `≤ ${mostReadyRatio} × bare, < ${mostIdleMegabytes} MB`),
    ];
  });
  const head = ["start and rest", "ready ms (min–max)", "of bare", "CPU ms", "of bare", "idle MB", "aim"];
  return alignColumns([head, ...rows]);
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
