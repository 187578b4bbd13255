// Measures how soon strangers sign in while others attack: five thousand connections of one address, readers that read nothing, and a /48
// that asks for codes of command lines and guesses at passwords. Only Linux has all of 127.0.0.0/8 to connect from.
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { percentile } from "./figures.mjs";
import { inScratch, OptionError, ownMain, root, runProgram, warnOfOldBuild } from "./harness.mjs";
import { startHelper, startServer } from "./processes.mjs";
import { readThreadsMilliseconds } from "./usage.mjs";
import { askForCode, openVisitor } from "./visitor.mjs";

const help = `Measures how soon strangers sign in, alone and while others attack. It takes under a minute.

Usage: node bench/fairness.mjs [options]        (after npm run build)

  --main FILE       the server's entry (default dist/main.js of this checkout)
  --seconds N       of each of the two measurements, 2 to 25 (default 20); all connections are open after ten
  --connections N   of one address, 0 to 6000 (default 5000)
  --help

It exits with 1 when a stranger is refused. On a quiet machine all should sign in within a second.
`;

const password = "a staple of horses";
const people = 60;
const username = (/** @type {number} */ nth) => `person${nth}@example.com`;
/** The one that the attackers know. */
const victim = "owner@example.com";
const readers = 400;
/** The network of the proxies, which the server trusts; visitors come through one, with addresses of their own. */
const proxies = "127.0.1.0/24";
const proxy = "127.0.1.1";

const seed = {
  orgs: [
    {
      name: "Acme",
      users: [victim, ...Array.from({ length: people }, (_, nth) => username(nth))].map((name) => ({
        username: name,
        orgRoles: ["ORG_OWNER"],
        password,
      })),
    },
  ],
};

/**
 * Strangers of ever other networks, one after the other: each opens the page, signs in, and asks for a code.
 * @param {string} url @param {number} seconds @param {number} first
 */
async function measure(url, seconds, first) {
  /** @type {number[]} */
  const times = [];
  /** @type {Map<string, number>} */
  const refused = new Map();
  const refuse = (/** @type {string} */ why) => refused.set(why, (refused.get(why) ?? 0) + 1);
  const end = performance.now() + seconds * 1_000;
  for (let nth = first; performance.now() < end; nth++) {
    const from = { agent: /** @type {const} */ (false), localAddress: `127.0.${10 + (nth % 200)}.1` };
    const startedAt = performance.now();
    try {
      const { status } = await (await openVisitor(url, from)).signIn(username(nth % people), password);
      if (status === 303) times.push(performance.now() - startedAt);
      else refuse(`sign-in ${status}`);
      const code = await askForCode(url, from);
      if (code.status !== 200) refuse(`code ${code.status}`);
    } catch (reason) {
      refuse(`no answer: ${/** @type {Error} */ (reason).message}`);
    }
    await sleep(Math.max(0, 250 - (performance.now() - startedAt)));
  }
  return { times: Float64Array.from(times).sort(), refused };
}

/** @param {string} title @param {Awaited<ReturnType<typeof measure>>} measured */
function describe(title, { times, refused }) {
  const figures =
    times.length === 0
      ? "nobody signed in"
      : `${times.length} signed in: p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms, longest ${percentile(times, 1).toFixed(0)} ms`;
  const others = [...refused].map(([why, times]) => `${times} × ${why}`).join(", ") || "none";
  return `${title.padEnd(14)}${figures}; refused: ${others}`;
}

/** @param {string[]} args */
function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      main: { type: "string", default: ownMain },
      seconds: { type: "string", default: "20" },
      connections: { type: "string", default: "5000" },
      help: { type: "boolean", default: false },
    },
  });
  const [seconds, connections] = [Number(values.seconds), Number(values.connections)];
  if (!(seconds >= 2 && seconds <= 25)) throw new OptionError("--seconds takes a number from 2 to 25");
  if (!(Number.isInteger(connections) && connections >= 0 && connections <= 6_000)) {
    throw new OptionError("--connections takes a whole number from 0 to 6000");
  }
  return { ...values, main: resolve(values.main), seconds, connections };
}

/** @param {ReturnType<typeof readOptions>} options @param {string} tmp @returns {Promise<number>} */
async function run({ main, seconds, connections }, tmp) {
  const file = join(tmp, "seed.json");
  await writeFile(file, JSON.stringify(seed), { mode: 0o600 });
  const data = join(tmp, "data");
  const args = [main, "serve", "--data", data, "--port", "0", "--seed", file, "--trust-proxy", proxies];
  const server = await startServer("anteroom", [...args, "--log-level", "error"], root);
  await measure(server.url, 1, 0);
  console.log(describe("alone", await measure(server.url, seconds, 5)));
  const attack = { url: server.url, connections, readers, proxy, username: victim };
  const workedBefore = readThreadsMilliseconds(server.pid);
  const attackers = await startHelper("attackers.mjs", attack);
  const attacked = await measure(server.url, seconds, 100);
  const workedMs = readThreadsMilliseconds(server.pid) - workedBefore;
  console.log(describe("under attack", attacked));
  // Where it is little of the time, and strangers are slow, the machine was busy with something else.
  console.log(`the server    ${(workedMs / 1_000).toFixed(1)} s of CPU under attack`);
  const { held, unread, outcomes } = await attackers.stop();
  console.log(
    `attackers     ${held} of ${connections} connections held, ${unread} of ${readers} answers unread;`,
  );
  for (const [outcome, times] of Object.entries(outcomes)) console.log(`              ${times} × ${outcome}`);
  await server.stop();
  const { times, refused } = attacked;
  return times.length > 0 && refused.size === 0 ? 0 : 1;
}

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void console.log(help);
  warnOfOldBuild(options.main);
  return inScratch("fairness", (tmp) => run(options, tmp));
});
