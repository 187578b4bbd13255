// Keeps a server at half of what it can do, for long, and says whether its memory and its slowest requests stay as they are.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { requestToken } from "./ask.mjs";
import { openConnection } from "./connection.mjs";
import { median, percentile } from "./figures.mjs";
import { fewestRows, judge } from "./flatness.mjs";
import { inScratch, OptionError, ownMain, root, runProgram, warnOfOldBuild } from "./harness.mjs";
import { startServer } from "./processes.mjs";
import { prepareAsking } from "./soak-calls.mjs";
import { readCpuSeconds, readResidentMegabytes } from "./usage.mjs";
import { describeSeed, inventWorld } from "./world.mjs";

const help = `Keeps the server at half of what it can do, and judges whether memory and p99 stay flat.

Usage: node bench/soak.mjs [options]        (after npm run build)

  --minutes N       how long, 0.05 to 1440 (default 30); a row is a minute, or a tenth of the whole where that is less
  --rate N          requests a second (default half of what is reached in the beginning, which other work on the machine lessens)
  --engine NAME     sqlite or postgres, whose server is started for it (default sqlite)
  --main FILE       the server's entry (default dist/main.js of this checkout)
  --help

It exits with 1 when something grows or slows down, or an answer is wrong, with 2 when an option is.
`;

const connections = 32;

/** @typedef {import("./soak-calls.mjs").Target} Target */

/**
 * Connections that are sent requests: one after the other as fast as they are answered, or so many a second, whose time then
 * runs from when they were due.
 * @param {Target} target @param {(ms: number) => void} took
 */
function openLoad(target, took) {
  /** @type {(reason: Error) => void} */
  let fail = () => {};
  const failed = new Promise((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  let perMs = Number.POSITIVE_INFINITY;
  let startedAt = performance.now();
  let sent = 0;
  /** @type {((dueAt: number) => void)[]} */
  const idle = [];

  const pass = () => {
    const now = performance.now();
    while (idle.length > 0) {
      const dueAt = perMs === Number.POSITIVE_INFINITY ? now : startedAt + sent / perMs;
      if (dueAt > now) return;
      sent += 1;
      // Each in its turn: one that rests for too long is closed by the server.
      /** @type {(dueAt: number) => void} */ (idle.shift())(dueAt);
    }
  };
  const all = Array.from({ length: connections }, (_, index) => {
    const next = prepareAsking(target, index);
    /** @type {import("./soak-calls.mjs").Asking} */
    let asking;
    let dueAt = 0;
    const connection = openConnection(target, {
      onError: fail,
      onAnswer(answer) {
        const again = asking.take(answer);
        if (again !== undefined) {
          connection.send(again);
          return;
        }
        took(performance.now() - dueAt);
        idle.push(start);
        pass();
      },
    });
    /** @param {number} due */
    const start = (due) => {
      dueAt = due;
      asking = next();
      connection.send(asking.request);
    };
    idle.push(start);
    return connection;
  });
  const ticking = setInterval(pass, 1);
  return {
    failed,
    sent: () => sent,
    /** @param {number} perSecond from now on */
    pace(perSecond) {
      perMs = perSecond / 1000;
      startedAt = performance.now();
      sent = 0;
    },
    close() {
      clearInterval(ticking);
      for (const connection of all) connection.close();
    },
  };
}

/** @param {string} url @returns {Promise<number>} megabytes */
async function readHeap(url) {
  const text = await (await fetch(new URL("/metrics", url))).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]) / 1e6;
}

/** @param {string} name @param {number} minute @param {import("./flatness.mjs").Row & { cpu: number }} row */
const show = (name, minute, { perSecond, p50Ms, p99Ms, mostMs, residentMb, heapMb, cpu }) =>
  `${name} ${minute.toFixed(1).padStart(6)} min  ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50Ms.toFixed(2).padStart(6)}  p99 ${p99Ms.toFixed(1).padStart(6)}  most ${mostMs.toFixed(0).padStart(5)} ms  memory ${residentMb.toFixed(0).padStart(4)}  heap ${heapMb.toFixed(0).padStart(4)} MB  CPU ${(100 * cpu).toFixed(0)} %`;

/** @param {{ minutes: number, rate: number | undefined, flags: string[], main: string, seed: string, world: import("./world.mjs").World }} job */
async function soak({ minutes, rate, flags, main, seed, world }) {
  const entry = main.endsWith(".ts") ? ["--import", "tsx", main] : [main];
  const env = { ANTEROOM_SECRET: randomBytes(32).toString("hex"), ANTEROOM_LOG_LEVEL: "warn" };
  const args = [...entry, "serve", "--port", "0", "--metrics-port", "public", "--seed", seed, ...flags];
  const server = await startServer("anteroom", args, root, env);
  const { url, host, port, pid } = server;
  const token = await requestToken(url, world.serviceAccount);
  /** @type {number[]} */
  let times = [];
  const load = openLoad({ host, port, token, world }, (ms) => times.push(ms));

  /** @param {number} ms @returns {Promise<import("./flatness.mjs").Row & { cpu: number }>} */
  async function row(ms) {
    times = [];
    const [startedAt, cpuBefore] = [performance.now(), readCpuSeconds(pid) ?? 0];
    const resident = [];
    const heap = [];
    while (performance.now() - startedAt < ms) {
      await Promise.race([wait(Math.min(2_000, ms / 5)), load.failed]);
      resident.push(readResidentMegabytes(pid) ?? 0);
      heap.push(await readHeap(url));
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const sorted = Float64Array.from(times).sort();
    return {
      perSecond: sorted.length / seconds,
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      mostMs: percentile(sorted, 1),
      residentMb: median(resident),
      // What is left after a collection, nearly.
      heapMb: Math.min(...heap),
      cpu: ((readCpuSeconds(pid) ?? 0) - cpuBefore) / seconds,
    };
  }

  const rowMs = Math.min(60_000, (minutes * 60_000) / 10);
  const rows = [];
  try {
    await row(rowMs / 3);
    const whole = await row(rowMs / 2);
    console.log(show("all it can", 0, whole));
    load.pace(rate ?? whole.perSecond / 2);
    for (const from = performance.now(); performance.now() - from < minutes * 60_000 - rowMs / 2; ) {
      const measured = await row(rowMs);
      rows.push(measured);
      console.log(show("paced     ", (performance.now() - from) / 60_000, measured));
    }
  } finally {
    load.close();
  }
  await server.stop();
  if (rows.length < fewestRows || rowMs < 10_000) {
    console.log("too short to be judged");
    return 0;
  }
  const findings = judge(rows);
  for (const { sentence, isFlat } of findings) console.log(`${isFlat ? "flat" : "NOT FLAT"}: ${sentence}`);
  return findings.every(({ isFlat }) => isFlat) ? 0 : 1;
}

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "30" },
      rate: { type: "string" },
      engine: { type: "string", default: "sqlite" },
      main: { type: "string", default: ownMain },
      help: { type: "boolean", default: false },
    },
  });
  const { engine, main } = values;
  const minutes = Number(values.minutes);
  const rate = values.rate === undefined ? undefined : Number(values.rate);
  if (values.help) return void console.log(help);
  const isInBounds = minutes >= 0.05 && minutes <= 1440 && (rate === undefined || (rate >= 1 && rate <= 1e5));
  if (!isInBounds || !["sqlite", "postgres"].includes(engine)) throw new OptionError(help);
  if (engine === "postgres" && !isInstalled) throw new Error("PostgreSQL is not installed");
  if (main.endsWith(".js")) warnOfOldBuild(main);
  const database = engine === "postgres" ? await startPostgres({ isDurable: true }) : undefined;
  return inScratch("soak", async (folder) => {
    const world = inventWorld(connections, 4);
    const seed = join(folder, "seed.json");
    await writeFile(seed, JSON.stringify(describeSeed(world)), { mode: 0o600 });
    const flags =
      database === undefined ? ["--data", join(folder, "data")] : ["--database-url", database.url];
    return soak({ minutes, rate, flags, main, seed, world });
  }).finally(() => database?.remove());
});
