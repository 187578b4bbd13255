// The load generator, a process of its own: takes one job from its parent, drives it and sends the figures back.
import { setTimeout as wait } from "node:timers/promises";
import { prepareCall } from "./calls.mjs";
import { openConnection } from "./connection.mjs";
import { percentile } from "./figures.mjs";
import { readCpuSeconds } from "./usage.mjs";

/**
 * @typedef {import("./calls.mjs").Target} Target
 * @typedef {{ target: Target, invites: import("./world.mjs").Invite[], pid: number, warmupMs: number, measureMs: number }} Job
 *   one connection per invitation; `pid` is the server's
 * @typedef {{
 *   perSecond: number, p50Ms: number, p99Ms: number, renewals: number,
 *   serverCpu: number | undefined, generatorCpu: number, answered: number, lastRoles: (string[] | undefined)[],
 * }} Figures CPU as shares of one core; `answered` counts the warm-up too; `lastRoles` per connection, what its last answered PATCH wrote
 */

const silenceMs = 10_000;
const checkEvery = 64;

/** @param {Job} job @returns {Promise<Figures>} */
async function drive({ target, invites, pid, warmupMs, measureMs }) {
  const from = performance.now() + warmupMs;
  const until = from + measureMs;
  /** @type {number[]} */
  const latencies = [];
  let renewals = 0;
  let answered = 0;
  const usage = watchUsage(pid, warmupMs, measureMs);

  /** @param {import("./world.mjs").Invite} invite @param {number} index */
  const runConnection = (invite, index) =>
    new Promise((resolve, reject) => {
      const call = prepareCall(target, invite, index);
      let answers = 0;
      let sentAt = performance.now();
      const connection = openConnection(target, {
        onError: reject,
        onAnswer: ({ status, head, body }) => {
          const now = performance.now();
          const isChallenge = status === 401 && call.acceptChallenge(head);
          if (isChallenge) renewals += 1;
          else if (status < 200 || status > 299) throw new Error(`answer ${status}: ${body.toString()}`);
          else if (answers++ % checkEvery === 0) call.check(JSON.parse(body.toString()));
          answered += 1;
          if (!isChallenge && now >= from && now < until) latencies.push(now - sentAt);
          if (!isChallenge && now >= until) {
            connection.close();
            resolve(call.lastRoles());
            return;
          }
          sentAt = now;
          connection.send(isChallenge ? call.again() : call.next());
        },
      });
      connection.send(call.next());
    });

  const lastRoles = await Promise.race([
    Promise.all(invites.map(runConnection)),
    failAfter(warmupMs + measureMs + silenceMs),
  ]);
  const sorted = Float64Array.from(latencies).sort();
  if (sorted.length === 0) throw new Error("no request was answered while measuring");
  return {
    perSecond: sorted.length / (measureMs / 1000),
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    // The first challenge of each connection is how the protocol opens, not a renewal.
    renewals: target.kind === "digest" ? renewals - invites.length : renewals,
    ...(await usage),
    answered,
    lastRoles,
  };
}

/** @param {number} pid @param {number} warmupMs @param {number} measureMs */
async function watchUsage(pid, warmupMs, measureMs) {
  await wait(warmupMs);
  const started = { at: performance.now(), server: readCpuSeconds(pid), own: process.cpuUsage() };
  await wait(measureMs);
  const seconds = (performance.now() - started.at) / 1000;
  const own = process.cpuUsage(started.own);
  const server = readCpuSeconds(pid);
  const used = server === undefined || started.server === undefined ? undefined : server - started.server;
  return {
    serverCpu: used === undefined ? undefined : used / seconds,
    generatorCpu: (own.user + own.system) / 1e6 / seconds,
  };
}

/** @param {number} milliseconds @returns {Promise<never>} */
async function failAfter(milliseconds) {
  await wait(milliseconds, undefined, { ref: false });
  throw new Error(`a connection had no answer for ${silenceMs / 1000} s`);
}

process.once("message", async (job) => {
  const reply = await drive(/** @type {Job} */ (job)).then(
    (figures) => ({ figures }),
    (error) => ({ error: error.message }),
  );
  process.send?.(reply, () => process.exit(0));
});
