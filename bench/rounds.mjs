// Measures requests per second of several servers in turn, and that what they answered is true.
import { runLoad } from "./processes.mjs";

/**
 * @typedef {import("./calls.mjs").Kind} Kind
 * @typedef {import("./load.mjs").Figures} Figures
 * @typedef {import("./runners.mjs").Runner} Runner
 * @typedef {import("./runners.mjs").Opened} Opened
 * @typedef {Figures & { allocated: number }} Measured `allocated` in bytes of the heap for each request
 * @typedef {Record<string, Measured>} Round by the servers' names, without those that have no such operation or failed
 */

export const titles = /** @type {const} */ ({
  get: "GET, bearer",
  list: "GET of all, bearer",
  patch: "PATCH, bearer",
  digest: "PATCH, digest",
  post: "POST, bearer",
});

/**
 * @param {ReadonlyMap<string, Opened>} standing servers that last for the whole run
 * @param {readonly Runner[]} guests servers that are started anew for each round, because what they keep would grow
 * @param {{ kinds: Kind[], rounds: number, seconds: number }} plan
 * @param {(line: string) => void} report
 * @returns {Promise<Map<Kind, Round[]>>}
 */
export async function measureRounds(standing, guests, { kinds, rounds, seconds }, report) {
  /** @type {Map<Kind, Round[]>} */
  const measured = new Map(kinds.map((kind) => [kind, []]));
  for (let round = 1; round <= rounds; round += 1) {
    /** @type {Map<string, Opened>} */
    const servers = new Map(standing);
    for (const { name, open } of guests) servers.set(name, await open());
    for (const kind of kinds) {
      /** @type {Round} */
      const figures = {};
      for (const [name, server] of servers) {
        const one = await measure(name, server, kind, seconds).catch((error) => {
          // What a server of others does not bear is no fault of what is measured.
          if (standing.has(name)) throw error;
          report(`round ${round}/${rounds}  left out: ${error.message}`);
        });
        if (one === undefined) continue;
        figures[name] = one;
        report(`round ${round}/${rounds}  ${titles[kind].padEnd(18)} ${name.padEnd(20)} ${describe(one)}`);
      }
      measured.get(kind)?.push(figures);
    }
    for (const { name } of guests) await servers.get(name)?.started.stop();
  }
  return measured;
}

/** @param {string} name @param {Opened} server @param {Kind} kind @param {number} seconds @returns {Promise<Measured | undefined>} */
async function measure(name, { started, plan, check }, kind, seconds) {
  const planned = await plan(kind);
  if (planned === undefined) return undefined;
  const before = started.readAllocated();
  // Long enough for the code in question to be compiled, short enough for a quick look to be quick.
  const times = { warmupMs: Math.min(1, seconds) * 1000, measureMs: seconds * 1000 };
  const figures = await runLoad({ ...planned, ...times, pid: started.pid }).catch((error) => {
    throw new Error(`${titles[kind]} of ${name}: ${error.message}\n${started.readComplaint()}`.trimEnd());
  });
  const allocated = (started.readAllocated() - before) / figures.answered;
  await check?.(kind, figures);
  return { ...figures, allocated };
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
