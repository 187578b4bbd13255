// Runs the bench: reads the options, measures, and prints the tables.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { ask, createDatabase } from "./databases.mjs";
import { inScratch, root, runProgram, warnOfOldBuild } from "./harness.mjs";
import { help, readOptions } from "./options.mjs";
import { nearest, peers } from "./peers.mjs";
import { measureRounds } from "./rounds.mjs";
import { openAnteroom, openBare } from "./runners.mjs";
import { measureStarts } from "./starts.mjs";
import { tableRounds, tableStarts } from "./table.mjs";
import { measureDurableWrite } from "./usage.mjs";
import { describeSeed, inventWorld } from "./world.mjs";

/** @typedef {import("./options.mjs").Options} Options */
/** @typedef {import("./starts.mjs").Commands} Commands */

/** @param {Options} options @param {string} tmp */
async function measure(options, tmp) {
  const { main, only, rounds, seconds, connections } = options;
  const world = inventWorld(connections);
  const seed = join(tmp, "seed.json");
  await writeFile(seed, JSON.stringify(describeSeed(world)), { mode: 0o600 });
  /** @type {Commands} */
  const commands = {
    root,
    tmp,
    anteroom: (data, command = "dev") => [main, command, "--port", "0", "--data", data],
    seed: ["--seed", seed],
    bare: [join(root, "bench/bare.mjs")],
  };
  const { length: cores, 0: core } = cpus();
  const writeMs = measureDurableWrite(join(tmp, "page")).toFixed(2);
  console.log(
    `Node ${process.version}, ${cores} × ${core?.model ?? "unknown CPU"}, one durable write ${writeMs} ms`,
  );
  console.log(`${connections} connections, ${seconds} s per measurement, ${rounds} rounds\n`);
  const starts = only.has("start") ? await measureStarts(commands, rounds, console.log) : undefined;
  const isLoaded = only.size > (starts === undefined ? 0 : 1);
  if (isLoaded) console.log(`\n${await measureLoad(options, commands, world)}`);
  if (starts !== undefined) console.log(`${isLoaded ? "" : "\n"}${tableStarts(starts)}`);
}

/** @param {Options} options @param {Commands} commands @param {import("./world.mjs").World} world @returns {Promise<string>} the table */
async function measureLoad({ only, engines, peers: asked, rounds, seconds }, commands, world) {
  const kinds = /** @type {const} */ (["get", "list", "patch", "digest", "post"]).filter((kind) =>
    only.has(kind),
  );
  const database = engines.has("postgres") ? await openDatabase() : undefined;
  try {
    /** @type {Map<string, import("./runners.mjs").Opened>} */
    const standing = new Map();
    for (const engine of engines) {
      if (engine === "postgres" && database === undefined) continue;
      const data = join(commands.tmp, `load-${engine}`);
      await mkdir(data);
      const flags = engine === "postgres" ? ["--database-url", database?.url ?? ""] : [];
      standing.set(
        `Anteroom, ${engine}`,
        await openAnteroom(commands, [...commands.anteroom(data), ...flags], world),
      );
    }
    const [first] = standing;
    if (first === undefined) throw new Error("no engine is left to be measured");
    const [ours, pattern] = first;
    standing.set("bare", await openBare(commands, pattern, world, console.log));
    const guests = peers(commands.tmp, asked, pattern, world, console.log);
    const measured = await measureRounds(standing, guests, { kinds, rounds, seconds }, console.log);
    for (const { started } of standing.values()) await started.stop();
    return tableRounds(measured, ours, nearest);
  } finally {
    await database?.close();
  }
}

/** A database that is durable, or that of a server which is there already; undefined where there is none. */
async function openDatabase() {
  const named = process.env.ANTEROOM_TEST_POSTGRES;
  if (named === undefined && !isInstalled) {
    console.log("PostgreSQL is left out: none is named in ANTEROOM_TEST_POSTGRES, and none is installed.");
    return undefined;
  }
  const server = named === undefined ? await startPostgres({ isDurable: true }) : undefined;
  const { url, drop } = await createDatabase(named ?? server?.url ?? "", `bench_${Date.now().toString(36)}`);
  const [{ fsync }] = await ask(url, "show fsync");
  if (fsync !== "on") {
    console.log("PostgreSQL does not wait for the disk (fsync is off), so that its writes are too fast.");
  }
  return {
    url,
    async close() {
      await drop();
      server?.remove();
    },
  };
}

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2), root);
  if (options.help) return void console.log(help);
  warnOfOldBuild(options.main);
  await inScratch("run", (tmp) => measure(options, tmp));
});
