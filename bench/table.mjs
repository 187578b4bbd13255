// Prints what was measured beside what is aimed at.
import { median } from "./figures.mjs";
import { titles } from "./rounds.mjs";

/** Of bare; a PATCH waits for the disk besides. */
const leastRatios = { get: 0.5, patch: 0.4, digest: 0.4, post: 0 };
const mostReadyMs = 400;
const mostIdleMegabytes = 100;

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
export function tableStarts({ freshMs, existingMs, bareMs, idleMegabytes, bareIdleMegabytes }) {
  const rows = [
    ["start and rest", "Anteroom (min–max)", "bare", "aim"],
    describeReady("ready, fresh data", freshMs, bareMs),
    describeReady("ready, existing data", existingMs, bareMs),
  ];
  if (idleMegabytes !== undefined) {
    const aim = judge(idleMegabytes < mostIdleMegabytes, `< ${mostIdleMegabytes} MB`);
    rows.push([
      "resident when idle",
      `${idleMegabytes.toFixed(1)} MB`,
      `${bareIdleMegabytes?.toFixed(1)} MB`,
      aim,
    ]);
  }
  return alignColumns(rows);
}

/** @param {string} title @param {number[]} ours @param {number[]} theirs */
function describeReady(title, ours, theirs) {
  const ms = median(ours);
  const range = `(${Math.min(...ours).toFixed(0)}–${Math.max(...ours).toFixed(0)})`;
  return [
    title,
    `${ms.toFixed(0)} ms ${range}`,
    `${median(theirs).toFixed(0)} ms`,
    judge(ms < mostReadyMs, `< ${mostReadyMs} ms`),
  ];
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
