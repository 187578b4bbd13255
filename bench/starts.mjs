// Measures how soon a started server is ready, on a new store and on that one again, and its memory at rest.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "./processes.mjs";
import { readResidentMegabytes } from "./usage.mjs";

const mostTimes = 9;
const idleMs = 2_000;
/** Memory differs less from start to start than time does. */
const mostTimesIdle = 3;

/**
 * The starts to measure, in this order: an existing store is the one that the start before it left.
 * @type {readonly { title: string, name: "anteroom" | "bare", command: "dev" | "serve" | "bare", isNew: boolean }[]}
 */
const cases = [
  { title: "dev, new store", name: "anteroom", command: "dev", isNew: true },
  { title: "dev, existing store", name: "anteroom", command: "dev", isNew: false },
  { title: "serve, new store", name: "anteroom", command: "serve", isNew: true },
  { title: "serve, existing store", name: "anteroom", command: "serve", isNew: false },
  { title: "bare", name: "bare", command: "bare", isNew: false },
];

/**
 * @typedef {{ readyMs: number[], cpuMs: number[], idleMegabytes: number[] }} Start of each time, in the same order
 * @typedef {Map<string, Start>} Starts by title, bare last
 * @typedef {{ root: string, tmp: string, anteroom: (data: string, command?: "dev" | "serve") => string[], seed: string[], bare: string[] }} Commands
 *   arguments of node, `seed` those to add on fresh data
 */

/** @param {Commands} commands @param {number} rounds @param {(line: string) => void} report @returns {Promise<Starts>} */
export async function measureStarts({ root, tmp, anteroom, bare }, rounds, report) {
  const times = Math.min(3 * rounds, mostTimes);
  const timesIdle = Math.min(rounds, mostTimesIdle);
  /** @type {Starts} */
  const starts = new Map(cases.map(({ title }) => [title, { readyMs: [], cpuMs: [], idleMegabytes: [] }]));
  for (let time = 1; time <= times; time += 1) {
    for (const { title, name, command, isNew } of cases) {
      const data = join(tmp, `start-${command}`);
      if (isNew) {
        await rm(data, { recursive: true, force: true });
        await mkdir(data);
      }
      const server = await startServer(name, command === "bare" ? bare : anteroom(data, command), root);
      const start = /** @type {Start} */ (starts.get(title));
      start.readyMs.push(server.readyMs);
      start.cpuMs.push(server.readyCpuMs);
      if (time <= timesIdle) {
        await new Promise((resolve) => setTimeout(resolve, idleMs));
        start.idleMegabytes.push(readResidentMegabytes(server.pid));
      }
      await server.stop();
    }
    const shown = Array.from(starts, ([title, { readyMs }]) => `${title} ${readyMs.at(-1)?.toFixed(0)}`);
    report(`start ${time}/${times}, ready after ms: ${shown.join(" · ")}`);
  }
  return starts;
}
