// Measures how soon a started server is ready, on a fresh data folder and on the same one again, and its memory at rest.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "./processes.mjs";
import { readResidentMegabytes } from "./usage.mjs";

const times = 5;
const idleMs = 2_000;

/**
 * @typedef {{ freshMs: number[], existingMs: number[], bareMs: number[], idleMegabytes: number | undefined, bareIdleMegabytes: number | undefined }} Starts
 * @typedef {{ root: string, tmp: string, anteroom: (data: string) => string[], seed: string[], bare: string[] }} Commands
 *   arguments of node, `seed` those to add on fresh data
 */

/** @param {Commands} commands @param {(line: string) => void} report @returns {Promise<Starts>} */
export async function measureStarts({ root, tmp, anteroom, seed, bare }, report) {
  const data = join(tmp, "start");
  /** @type {number[]} */
  const freshMs = [];
  /** @type {number[]} */
  const existingMs = [];
  /** @type {number[]} */
  const bareMs = [];
  for (let time = 1; time <= times; time += 1) {
    await rm(data, { recursive: true, force: true });
    await mkdir(data);
    freshMs.push(await startAndStop("anteroom", [...anteroom(data), ...seed], root));
    existingMs.push(await startAndStop("anteroom", anteroom(data), root));
    bareMs.push(await startAndStop("bare", bare, root));
    const [fresh, existing, yardstick] = [freshMs, existingMs, bareMs].map(
      (list) => `${list.at(-1)?.toFixed(0)} ms`,
    );
    report(
      `start ${time}/${times}  ready on fresh data ${fresh}, on existing data ${existing}, bare ${yardstick}`,
    );
  }
  const idleMegabytes = await readIdleMemory("anteroom", anteroom(data), root);
  const bareIdleMegabytes = await readIdleMemory("bare", bare, root);
  report(
    `idle for ${idleMs / 1000} s  ${idleMegabytes?.toFixed(1)} MB resident, bare ${bareIdleMegabytes?.toFixed(1)} MB`,
  );
  return { freshMs, existingMs, bareMs, idleMegabytes, bareIdleMegabytes };
}

/** @param {"anteroom" | "bare"} name @param {string[]} args @param {string} root */
async function startAndStop(name, args, root) {
  const server = await startServer(name, args, root);
  await server.stop();
  return server.readyMs;
}

/** @param {"anteroom" | "bare"} name @param {string[]} args @param {string} root */
async function readIdleMemory(name, args, root) {
  const server = await startServer(name, args, root);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const megabytes = readResidentMegabytes(server.pid);
  await server.stop();
  return megabytes;
}
