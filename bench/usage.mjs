// Reads what a process uses of the machine from /proc (undefined where there is none), and measures the speed of the disk.
import { closeSync, fdatasyncSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { median } from "./figures.mjs";

/** Linux reports CPU time in hundredths of a second on every architecture Node runs on. */
const ticksPerSecond = 100;

/** User and system time of all threads. @param {number} pid */
export function readCpuSeconds(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the command in parentheses and may itself hold blanks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Returns the CPU time of the threads that live, finer than hundredths of a second. @param {number} pid */
export function readThreadsMilliseconds(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const stats = threads.map((thread) => read(`/proc/${pid}/task/${thread}/schedstat`) ?? "NaN");
    return stats.reduce((sum, stat) => sum + Number(stat.split(" ")[0]) / 1e6, 0);
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in MB of 10^6 bytes; NaN where there is no /proc. @param {number} pid */
export function readResidentMegabytes(pid) {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const times = 100;
const page = Buffer.alloc(4096, 1);

/**
 * Measures the median of appending one page and waiting for the disk; a figure of PATCH says little without it.
 * @param {string} file @returns {number} milliseconds
 */
export function measureDurableWrite(file) {
  const descriptor = openSync(file, "w");
  const milliseconds = Array.from({ length: times }, () => {
    const from = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - from;
  });
  closeSync(descriptor);
  return median(milliseconds);
}
