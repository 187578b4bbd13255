// Measures requests per second of Anteroom and of the bare server in turn, and that what Anteroom answered is true.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askBoth, expectStored, hasHeader, readShape, requestToken } from "./ask.mjs";
import { runLoad, startServer, traceAllocation } from "./processes.mjs";

/**
 * @typedef {import("./calls.mjs").Kind} Kind
 * @typedef {import("./load.mjs").Figures} Figures
 * @typedef {import("./processes.mjs").Started} Started
 * @typedef {import("./world.mjs").World} World
 * @typedef {Figures & { allocated: number }} Measured `allocated` in bytes of the heap for each request
 * @typedef {{ anteroom: Measured, bare: Measured }} Pair
 */

export const titles = /** @type {const} */ ({
  get: "GET, bearer",
  patch: "PATCH, bearer",
  digest: "PATCH, digest",
  post: "POST, bearer",
});

/**
 * @param {import("./starts.mjs").Commands} commands
 * @param {World} world
 * @param {{ kinds: Kind[], rounds: number, seconds: number }} plan
 * @param {(line: string) => void} report
 * @returns {Promise<Map<Kind, Pair[]>>} a pair per round
 */
export async function measureRounds(commands, world, { kinds, rounds, seconds }, report) {
  const data = join(commands.tmp, "load");
  await mkdir(data);
  const anteroom = await startServer(
    "anteroom",
    [traceAllocation, ...commands.anteroom(data), ...commands.seed],
    commands.root,
  );
  const bare = await startBare(commands, anteroom, world, report);
  /** @type {Map<Kind, Pair[]>} */
  const pairs = new Map(kinds.map((kind) => [kind, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const kind of kinds) {
      const token = await requestToken(anteroom.url, world.serviceAccount);
      const about = `round ${round}/${rounds}  ${titles[kind].padEnd(14)}`;
      const ours = await load("Anteroom", anteroom, planJob(kind, anteroom, world, token, seconds));
      if (kind !== "get") await expectStored(anteroom.url, world, token, ours.lastRoles);
      report(`${about} Anteroom ${describe(ours)}`);
      const theirs = await load("bare", bare, planJob(kind, bare, repeatFirst(kind, world), token, seconds));
      report(`${about} bare     ${describe(theirs)}`);
      pairs.get(kind)?.push({ anteroom: ours, bare: theirs });
    }
  }
  await anteroom.stop();
  await bare.stop();
  return pairs;
}

/**
 * Starts the bare server with Anteroom's own answers as its pattern, and returns whether the two answer alike.
 * @param {import("./starts.mjs").Commands} commands @param {Started} anteroom @param {World} world
 * @param {(line: string) => void} report
 */
async function startBare(commands, anteroom, world, report) {
  const token = await requestToken(anteroom.url, world.serviceAccount);
  const ours = await askBoth(anteroom.url, world, token);
  const file = join(commands.tmp, "shapes.json");
  const namesTimeout = hasHeader(ours.get, "keep-alive");
  await writeFile(
    file,
    JSON.stringify({ get: readShape(ours.get), patch: readShape(ours.patch), namesTimeout }),
  );
  const bare = await startServer("bare", [traceAllocation, ...commands.bare, file], commands.root);
  const theirs = await askBoth(bare.url, world, token);
  for (const method of /** @type {const} */ (["get", "patch"])) {
    const [a, b] = [ours[method], theirs[method]];
    const counts = `${a.rawHeaders.length / 2} headers, ${Buffer.byteLength(a.body)} bytes of body`;
    const bareCounts = `${b.rawHeaders.length / 2} headers, ${Buffer.byteLength(b.body)} bytes of body`;
    report(
      `${method.toUpperCase()} answers ${counts}${counts === bareCounts ? " on both" : `, bare ${bareCounts}`}`,
    );
  }
  return bare;
}

/** @param {string} name @param {Started} server @param {import("./load.mjs").Job} job @returns {Promise<Measured>} */
async function load(name, server, job) {
  const before = server.readAllocated();
  const figures = await runLoad(job).catch((error) => {
    throw new Error(
      `${titles[job.target.kind]} of ${name}: ${error.message}\n${server.readComplaint()}`.trimEnd(),
    );
  });
  return { ...figures, allocated: (server.readAllocated() - before) / figures.answered };
}

/**
 * @param {Kind} kind @param {Started} server @param {World} world @param {string} token @param {number} seconds
 * @returns {import("./load.mjs").Job}
 */
export function planJob(kind, { host, port, pid }, { invites, apiKey }, token, seconds) {
  // Long enough for the code in question to be compiled, short enough for a quick look to be quick.
  const warmupMs = Math.min(1, seconds) * 1000;
  return {
    target: { kind, host, port, token, apiKey },
    invites,
    pid,
    warmupMs,
    measureMs: seconds * 1000,
  };
}

/** The bare server answers every GET with the same invitation. @param {Kind} kind @param {World} world @returns {World} */
function repeatFirst(kind, world) {
  return kind === "get"
    ? {
        ...world,
        invites: world.invites.map(() => world.invites[0] ?? { id: "", username: "", groupId: "" }),
      }
    : world;
}

/** @param {Figures} figures */
function describe({ perSecond, p50Ms, p99Ms, serverCpu, generatorCpu, renewals }) {
  const cpu = serverCpu === undefined ? "" : `server CPU ${percent(serverCpu)}, `;
  const renewed = renewals > 0 ? `, ${renewals} nonces renewed` : "";
  const latency = `p50 ${p50Ms.toFixed(2)} ms  p99 ${p99Ms.toFixed(2)} ms`;
  return `${perSecond.toFixed(0).padStart(6)} req/s  ${latency}  (${cpu}generator ${percent(generatorCpu)}${renewed})`;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
}
