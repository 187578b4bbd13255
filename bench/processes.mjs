// Starts, stops and never forgets the processes of the bench; it ends only what it started, by its handle.
import { fork, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { readThreadsMilliseconds } from "./usage.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** `serve` asks for one, and `dev` makes do with it. */
const secret = randomBytes(32).toString("hex");

const readyWithinMs = 60_000;
const stopWithinMs = 10_000;

/** @type {Set<ChildProcess>} */
const running = new Set();

let ending = false;

/** @param {ChildProcess} child */
function remember(child) {
  if (ending) child.kill("SIGKILL");
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
}

/** Kills all processes when the bench ends early, and those that are started afterwards. */
export function killStarted() {
  ending = true;
  for (const child of running) child.kill("SIGKILL");
}

/**
 * @typedef {{ url: string, host: string, port: number, pid: number, readyMs: number, readyCpuMs: number, stop: () => Promise<void>, readComplaint: () => string, readAllocated: () => number }} Started
 * @param {string} name as in the line `NAME ready URL`
 * @param {string[]} args of node
 * @param {string} cwd
 * @param {Record<string, string>} [env] beside the shell's
 * @returns {Promise<Started>} once it listens; `readyMs` counts from the spawn, `readyCpuMs` what its threads worked until then, a complaint is the end of what it wrote to stderr,
 *   and what was allocated is in bytes of the heap, where node was told to trace its collections
 */
export async function startServer(name, args, cwd, env = {}) {
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...withoutSettings(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  remember(child);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (piece) => {
    complaint = (complaint + piece).slice(-4_000);
  });
  let allocated = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    allocated += Number(/^\[.* allocated=(\d+)/.exec(line)?.[1] ?? 0);
  });
  const ended = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`it ended with ${code}`)));
  });
  const late = wait(readyWithinMs, undefined, { ref: false }).then(() => {
    throw new Error(`not ready within ${readyWithinMs / 1000} s`);
  });
  const url = await Promise.race([readyUrl(name, lines), ended, late]).catch((error) => {
    child.kill("SIGKILL");
    throw new Error(`${name} did not start: ${error.message}\n${complaint}`);
  });
  const readyMs = performance.now() - spawnedAt;
  const readyCpuMs = readThreadsMilliseconds(child.pid ?? 0);
  const { hostname: host, port } = new URL(url);
  return {
    url,
    host,
    port: Number(port),
    pid: child.pid ?? 0,
    readyMs,
    readyCpuMs,
    stop: () => stopServer(name, child),
    readComplaint: () => complaint,
    readAllocated: () => allocated,
  };
}

/** @param {string} name @param {import("node:readline").Interface} lines @returns {Promise<string>} */
function readyUrl(name, lines) {
  const ready = new RegExp(`^${name} ready (http://\\S+)$`);
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      const url = ready.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** Makes node say at each collection how much was allocated since the one before. */
export const traceAllocation = "--trace-gc-nvp";

/** A setting left over in the shell would measure another server than the one meant. */
function withoutSettings() {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("ANTEROOM_"));
  return Object.fromEntries([...others, ["ANTEROOM_SECRET", secret]]);
}

/** @param {string} name @param {ChildProcess} child */
async function stopServer(name, child) {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    await exit;
    clearTimeout(timer);
  }
  if (child.exitCode !== 0) {
    throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode}, not with 0`);
  }
}

/**
 * Runs one job in a load generator of its own.
 * @param {import("./load.mjs").Job} job
 * @returns {Promise<import("./load.mjs").Figures>}
 */
export async function runLoad(job) {
  const child = fork(new URL("load.mjs", import.meta.url), { execArgv: [] });
  remember(child);
  // The generator gives up by itself before; this is for one that cannot.
  const timer = setTimeout(() => child.kill("SIGKILL"), job.warmupMs + job.measureMs + 30_000);
  const ended = once(child, "exit").then(([code]) => [{ error: `the load generator ended with ${code}` }]);
  const answered = once(child, "message");
  child.send(job);
  const [reply] = await Promise.race([answered, ended]);
  await ended;
  clearTimeout(timer);
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.figures;
}

/**
 * Starts a program of the bench that works beside what is measured, until it is stopped and says what it did.
 * @param {string} file
 * @param {object} job
 */
export async function startHelper(file, job) {
  const child = fork(new URL(file, import.meta.url), { execArgv: [] });
  remember(child);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  ended.catch(() => {});
  child.send(job);
  await Promise.race([once(child, "message"), ended]);
  return {
    async stop() {
      const said = once(child, "message");
      child.send("stop");
      const [figures] = await Promise.race([said, ended]);
      return figures;
    },
  };
}
