// Measures every list beside the same one in a world a thousand times as large, and prints how much longer it takes.
import { mkdir, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import pg from "pg";
import { openFile } from "../src/core/store/driver.ts";
import { requestToken } from "./ask.mjs";
import { createDatabase } from "./databases.mjs";
import { median, spread } from "./figures.mjs";
import { growthLists } from "./growth-lists.mjs";
import { growthOf, seed, world } from "./growth-world.mjs";
import { inScratch, ownMain, root, runProgram, warnOfOldBuild } from "./harness.mjs";
import { startServer } from "./processes.mjs";

/** @typedef {import("./growth-world.mjs").Engine} Engine */

const help = `Measures lists in a small and in a large world, in turn, in one run.

Usage: node --import tsx bench/growth.mjs [options]        (after npm run build)
       node scripts/with-postgres.mjs npm run bench:growth        for PostgreSQL as well

  --sizes A,B       rows that grow in the two worlds (default 1000,1000000)
  --rounds N        rounds of small, large, small, large … (default 7)
  --requests N      requests of a list in a round (default 20)
  --lists WORDS     only those with these words in their name
  --help
`;

const server = process.env.ANTEROOM_TEST_POSTGRES;

/** @param {Engine} engine @param {string} folder @param {string} name @returns {Promise<{ flags: string[], run: (statements: string[]) => Promise<void> }>} */
async function openStorage(engine, folder, name) {
  if (engine === "sqlite") {
    const path = join(folder, "anteroom.sqlite");
    return {
      flags: ["--data", folder],
      async run(statements) {
        const database = openFile(path);
        // Nothing that is made here needs to outlive the machine.
        const pragmas = ["pragma synchronous = off", "pragma cache_size = -400000"];
        for (const statement of [...pragmas, "begin", ...statements, "commit"]) database.exec(statement);
        database.close();
      },
    };
  }
  const { url } = await createDatabase(server ?? "", name);
  /** @param {string[]} statements */
  const run = async (statements) => {
    const inside = new pg.Client({ connectionString: url });
    await inside.connect();
    try {
      for (const statement of statements) await inside.query(statement);
    } finally {
      await inside.end();
    }
  };
  return { flags: ["--data", folder, "--database-url", url], run };
}

/** @param {Engine} engine @param {number} size @param {string} tmp */
async function startWorld(engine, size, tmp) {
  const folder = join(tmp, `${engine}-${size}`);
  await mkdir(folder);
  const storage = await openStorage(engine, folder, `anteroom_growth_${size}`);
  const file = join(tmp, "seed.json");
  await writeFile(file, JSON.stringify(seed), { mode: 0o600 });
  const args = [ownMain, "dev", "--port", "0", ...storage.flags, "--seed", file];
  await (await startServer("anteroom", args, root)).stop();
  const startedAt = performance.now();
  await storage.run(growthOf(engine, size, Date.now()));
  if (engine === "postgres") await storage.run(["vacuum"]);
  console.error(`${engine}, ${size} rows: made in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const started = await startServer("anteroom", args, root);
  return {
    ...started,
    size,
    token: await requestToken(started.url, world.account),
    agent: new Agent({ keepAlive: true }),
  };
}

/** @typedef {Awaited<ReturnType<typeof startWorld>>} World */

/** @param {World} at @param {string} path @returns {Promise<{ status: number, body: string, ms: number }>} */
function ask({ url, agent, token }, path) {
  const headers = path.startsWith("/api/")
    ? { authorization: `Bearer ${token}`, accept: "application/vnd.atlas.2025-03-12+json" }
    : { cookie: `anteroom_session=${world.session}`, accept: "text/html" };
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, url), { headers, agent, timeout: 60_000 });
    call.on("error", reject);
    call.on("response", (response) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, body, ms: performance.now() - startedAt });
      }, reject);
    });
    call.end();
  });
}

/**
 * The medians of a round in which the worlds are asked in turn, so that what else the machine does hits both.
 * @param {readonly [World, World]} worlds @param {(size: number) => string} path @param {number} requests
 */
async function measure(worlds, path, requests) {
  const times = worlds.map(() => /** @type {number[]} */ ([]));
  for (let turn = 0; turn < requests; turn++) {
    for (const [index, world] of worlds.entries()) {
      const { status, body, ms } = await ask(world, path(world.size));
      if (status !== 200) throw new Error(`${path(world.size)} answered ${status}: ${body.slice(0, 300)}`);
      times[index]?.push(ms);
    }
  }
  return times.map(median);
}

/** @param {Engine} engine @param {[number, number]} sizes @param {{ rounds: number, requests: number, words: string }} times @param {string} tmp */
async function compare(engine, sizes, { rounds, requests, words }, tmp) {
  const worlds = /** @type {const} */ ([
    await startWorld(engine, sizes[0], tmp),
    await startWorld(engine, sizes[1], tmp),
  ]);
  console.log(`\n| ${engine} | ${sizes[0]} rows, ms | ${sizes[1]} rows, ms | factor |\n|---|---|---|---|`);
  for (const { name, path } of growthLists.filter(({ name }) => name.includes(words))) {
    await measure(worlds, path, 5);
    const [small, large] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    for (let round = 0; round < rounds; round++) {
      const [ofSmall = 0, ofLarge = 0] = await measure(worlds, path, requests);
      small.push(ofSmall);
      large.push(ofLarge);
    }
    const factors = large.map((ms, round) => ms / (small[round] ?? ms));
    console.log(`| ${name} | ${spread(small, 2)} | ${spread(large, 2)} | ${spread(factors, 2)} |`);
  }
  for (const each of worlds) {
    each.agent.destroy();
    await each.stop();
  }
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,1000000" },
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "20" },
    lists: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});

await runProgram(async () => {
  if (values.help) return void console.log(help);
  const [small = 1000, large = 1_000_000] = values.sizes.split(",").map(Number);
  warnOfOldBuild(ownMain);
  await inScratch("growth", async (tmp) => {
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown CPU"}`);
    const times = { rounds: Number(values.rounds), requests: Number(values.requests), words: values.lists };
    await compare("sqlite", [small, large], times, tmp);
    if (server === undefined) console.log("\nPostgreSQL: not measured, ANTEROOM_TEST_POSTGRES names none");
    else await compare("postgres", [small, large], times, tmp);
  });
});
