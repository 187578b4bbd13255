// Measures Anteroom on PostgreSQL: writes that concern the same and writes that do not, and how often they collide.
// Usage: node bench/postgres.mjs [--seconds N] [--rounds N] [--only WORDS] [--main FILE]
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { requestToken } from "./ask.mjs";
import { ask, createDatabase } from "./databases.mjs";
import { spread } from "./figures.mjs";
import { inScratch, ownMain, root, runProgram } from "./harness.mjs";
import { runLoad, startServer } from "./processes.mjs";
import { alignColumns } from "./table.mjs";
import { describeSeed, inventWorld } from "./world.mjs";

/** @typedef {{ title: string, kind: import("./calls.mjs").Kind, groups: number, connections: number, isContended?: boolean }} Case */
/** @type {Case[]} */
const cases = [
  { title: "PATCH, 1 client", kind: "patch", groups: 1, connections: 1 },
  { title: "PATCH, 30 projects", kind: "patch", groups: 30, connections: 30 },
  { title: "PATCH, one invitation", kind: "patch", groups: 1, connections: 30, isContended: true },
  { title: "POST, 60 projects", kind: "post", groups: 60, connections: 60 },
  { title: "GET, 30 projects", kind: "get", groups: 30, connections: 30 },
];

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
    main: { type: "string", default: ownMain },
    only: { type: "string", default: "" },
  },
});

/** Transactions of a database that ended so far. @param {string} url @param {string} name */
async function countEnded(url, name) {
  // What a backend counted is only published after a second at rest.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const [row] = await ask(
    url,
    `select xact_commit, xact_rollback from pg_stat_database where datname = '${name}'`,
  );
  return { commits: Number(row.xact_commit), rollbacks: Number(row.xact_rollback) };
}

/** @param {Case} each @param {string} admin @param {string} tmp @param {number} round */
async function measure({ kind, groups, connections, isContended = false }, admin, tmp, round) {
  const name = `bench_${Date.now().toString(36)}_${round}`;
  const { url, drop } = await createDatabase(admin, name);
  try {
    const world = inventWorld(Math.max(groups, isContended ? 1 : connections), groups);
    const seed = join(tmp, "seed.json");
    await writeFile(seed, JSON.stringify(describeSeed(world)));
    const { main } = values;
    const anteroom = await startServer(
      "anteroom",
      [main, "dev", "--port", "0", "--database-url", url, "--seed", seed],
      root,
    );
    const token = await requestToken(anteroom.url, world.serviceAccount);
    const before = await countEnded(admin, name);
    const invites = Array.from(
      { length: connections },
      (_, index) => world.invites[index % world.invites.length],
    );
    const figures = await runLoad({
      target: { kind, host: anteroom.host, port: anteroom.port, token, apiKey: world.apiKey },
      invites: /** @type {import("./world.mjs").Invite[]} */ (invites),
      pid: anteroom.pid,
      warmupMs: 1_000,
      measureMs: Number(values.seconds) * 1000,
    });
    const after = await countEnded(admin, name);
    await anteroom.stop();
    const rollbacks = after.rollbacks - before.rollbacks;
    return { ...figures, rollbacksPer100: (100 * rollbacks) / (after.commits - before.commits) };
  } finally {
    await drop();
  }
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

/**
 * The columns of a case, with their digits.
 * @type {Record<string, readonly [(figures: Measured) => number, digits: number]>}
 */
const columns = {
  "requests/s": [({ perSecond }) => perSecond, 0],
  "p50 ms": [({ p50Ms }) => p50Ms, 1],
  "p99 ms": [({ p99Ms }) => p99Ms, 1],
  "rollbacks per 100 commits": [({ rollbacksPer100 }) => rollbacksPer100, 2],
  "server CPU µs/request": [({ serverCpu, perSecond }) => (1e6 * (serverCpu ?? Number.NaN)) / perSecond, 0],
};

/** @param {string} tmp @param {string} admin */
async function measureAll(tmp, admin) {
  const rows = [];
  for (const each of cases.filter(({ title }) => title.includes(values.only))) {
    /** @type {Measured[]} */
    const rounds = [];
    for (let round = 1; round <= Number(values.rounds); round++) {
      const figures = await measure(each, admin, tmp, round);
      console.log(`${each.title}  round ${round}: ${figures.perSecond.toFixed(0)}/s`);
      rounds.push(figures);
    }
    rows.push([each.title, ...Object.values(columns).map(([of, digits]) => spread(rounds.map(of), digits))]);
  }
  console.log(`\n${alignColumns([["case", ...Object.keys(columns)], ...rows])}`);
}

await runProgram(async () => {
  if (!isInstalled) throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql)");
  const server = await startPostgres({ isDurable: true });
  await inScratch("postgres", (tmp) => measureAll(tmp, server.url)).finally(() => server.remove());
});
