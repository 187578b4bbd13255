// Measures on PostgreSQL whom a change of an organization waits for: the same client invites to it beside 30 that read in its
// projects, 30 that change them, and 30 strangers who are refused there.
// Usage: node bench/starvation.mjs [--processes N] [--seconds N] [--rounds N] [--main FILE]
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { requestToken } from "./ask.mjs";
import { createDatabase } from "./databases.mjs";
import { percentile } from "./figures.mjs";
import { inScratch, ownMain, root, runProgram } from "./harness.mjs";
import { startServer } from "./processes.mjs";
import { alignColumns } from "./table.mjs";
import { describeSeed, inventWorld, invitePath, invitesPath, mediaType, roleSets } from "./world.mjs";

const crowd = 30;

const { values } = parseArgs({
  options: {
    processes: { type: "string", default: "1" },
    seconds: { type: "string", default: "10" },
    rounds: { type: "string", default: "2" },
    main: { type: "string", default: ownMain },
  },
});

/** @typedef {{ method: string, path: string, token: string, body?: () => object }} Asking */

/** @param {string} url @param {Agent} agent @param {Asking} asking @returns {Promise<number>} the status */
const ask = (url, agent, { method, path, token, body }) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body());
    const sent = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
    const headers = { Accept: mediaType, Authorization: `Bearer ${token}`, ...(text === "" ? {} : sent) };
    request(`${url}${path}`, { method, agent, headers }, (reply) => {
      reply.resume().on("end", () => resolve(reply.statusCode ?? 0));
    })
      .on("error", reject)
      .end(text);
  });

/** Asks again and again. @param {string} url @param {Asking} asking @param {() => boolean} isOver */
async function keepAsking(url, asking, isOver) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asked = [];
  while (!isOver()) {
    const startedAt = performance.now();
    const status = await ask(url, agent, asking);
    asked.push({ status, ms: performance.now() - startedAt });
  }
  agent.destroy();
  return asked;
}

/** @param {{ status: number, ms: number }[]} asked */
function describe(asked) {
  const sorted = Float64Array.from(asked, ({ ms }) => ms).sort();
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { status } of asked) counts[status] = (counts[status] ?? 0) + 1;
  const statuses = Object.entries(counts).map(([status, count]) => `${count} × ${status}`);
  return [percentile(sorted, 0.5).toFixed(1), percentile(sorted, 0.99).toFixed(1), statuses.join(", ")];
}

/** @param {string[]} urls @param {{ org: Asking, others: Asking[] }} asking */
async function measure(urls, { org, others }) {
  const until = performance.now() + Number(values.seconds) * 1000;
  const isOver = () => performance.now() > until;
  const url = (/** @type {number} */ index) => urls[index % urls.length] ?? "";
  const [invited, ...rest] = await Promise.all([
    keepAsking(url(0), org, isOver),
    ...others.map((each, index) => keepAsking(url(index), each, isOver)),
  ]);
  return { invited, rest: rest.flat() };
}

/** @param {string} tmp @param {string} admin */
async function measureAll(tmp, admin) {
  const { url: databaseUrl, drop } = await createDatabase(admin, `starve_${Date.now().toString(36)}`);
  const world = inventWorld(crowd, crowd);
  const stranger = inventWorld(0, 1);
  const seed = join(tmp, "seed.json");
  const orgs = [describeSeed(world).orgs, describeSeed(stranger).orgs].flat();
  await writeFile(seed, JSON.stringify({ orgs }));
  const start = () =>
    startServer(
      "anteroom",
      [values.main, "dev", "--port", "0", "--database-url", databaseUrl, "--seed", seed],
      root,
    );
  const servers = [await start()];
  while (servers.length < Number(values.processes)) servers.push(await start());
  const urls = servers.map(({ url }) => url);
  const token = await requestToken(urls[0] ?? "", world.serviceAccount);
  const strange = await requestToken(urls[0] ?? "", stranger.serviceAccount);

  let turn = 0;
  const change = (/** @type {import("./world.mjs").Invite} */ { groupId, username }, token = "") => ({
    method: "PATCH",
    path: invitesPath(groupId),
    token,
    body: () => ({ username, roles: roleSets[turn++ % 2] }),
  });
  const org = {
    method: "POST",
    path: `/api/atlas/v2/orgs/${world.orgId}/invites`,
    token,
    body: () => ({ username: `${randomBytes(8).toString("hex")}@example.com`, roles: ["ORG_MEMBER"] }),
  };
  /** @type {Record<string, Asking[]>} */
  const crowds = {
    nobody: [],
    "30 readers": world.invites.map(({ groupId, id }) => ({
      method: "GET",
      path: invitePath(groupId, id),
      token,
    })),
    "30 writers": world.invites.map((invite) => change(invite, token)),
    "30 strangers, one project": world.invites.map(() =>
      change(/** @type {never} */ (world.invites[0]), strange),
    ),
  };
  const rows = [];
  for (let round = 1; round <= Number(values.rounds); round++) {
    for (const [title, others] of Object.entries(crowds)) {
      const { invited, rest } = await measure(urls, { org, others });
      const theirs = rest.length === 0 ? ["", "", ""] : describe(rest);
      rows.push([title, ...describe(invited), ...theirs]);
    }
  }
  for (const { stop } of servers) await stop();
  await drop();
  const head = [
    "beside",
    "invites to the organization: p50 ms",
    "p99 ms",
    "answers",
    "the others: p50",
    "p99",
  ];
  console.log(alignColumns([[...head, "answers"], ...rows]));
}

await runProgram(async () => {
  if (!isInstalled) throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql)");
  const server = await startPostgres({ isDurable: true });
  await inScratch("starvation", (tmp) => measureAll(tmp, server.url)).finally(() => server.remove());
});
