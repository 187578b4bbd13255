// Measures what lists of people of 10², 10⁴ and 10⁵ cost, in CPU time of the server and of the database: first page, next page,
// search, filters, order.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { ask as askDatabase, createDatabase } from "./databases.mjs";
import { median } from "./figures.mjs";
import { growthOf, seed, world } from "./growth-world.mjs";
import { killStarted, startServer } from "./processes.mjs";
import { readThreadsMilliseconds } from "./usage.mjs";

const root = new URL("..", import.meta.url).pathname;
const main = join(root, "dist/main.js");
const postgres = process.env.ANTEROOM_TEST_POSTGRES;
const { orgId, groupId } = world;
/** What a server that has nothing to do takes of a second. */
const quietMs = 10;
const sizes = (process.argv[2] ?? "100,10000,100000").split(",").map(Number);

/** Nine of ten are active, in the organization and in its project; the others were invited to both, and half of them still are. */
const peopleOf = (
  /** @type {"sqlite" | "postgres"} */ engine,
  /** @type {number} */ count,
  /** @type {number} */ now,
) => {
  const numbers = `with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})`;
  const id = (/** @type {string} */ prefix) =>
    engine === "sqlite" ? `'${prefix}' || printf('%022x', i)` : `'${prefix}' || lpad(to_hex(i), 22, '0')`;
  const username = "'crowd' || ((i * 7919) % 1000003) || '@example.com'";
  const active = "from numbers where i % 10 <> 0";
  const invited = "from numbers where i % 10 = 0";
  const day = 86_400_000;
  const invite =
    "insert into invites (id, org_id, group_id, user_id, username, username_key, inviter_username, status, created_at, expires_at, amended_at, ended_at, roles)";
  const state = `case when i % 20 = 0 then 'PENDING' else 'DECLINED' end, ${now - day}, ${now + 29 * day}, ${now - day}, case when i % 20 <> 0 then ${now} end`;
  return [
    `insert into principals (id, kind) ${numbers} select ${id("71")}, 'USER' ${active}`,
    `insert into users (id, username, username_key, first_name, last_name, last_auth_at, created_at) ${numbers}
     select ${id("71")}, ${username}, ${username}, 'Given' || (i % 997), 'Family' || (i % 1009), ${now} - cast(i as bigint) * 60000, ${now} ${active}`,
    `insert into grants (principal_id, org_id, role, created_at) ${numbers} select ${id("71")}, '${orgId}', 'ORG_MEMBER', ${now} ${active}`,
    `insert into grants (principal_id, org_id, group_id, role, created_at) ${numbers}
     select ${id("71")}, '${orgId}', '${groupId}', case when i % 100 = 1 then 'GROUP_OWNER' else 'GROUP_READ_ONLY' end, ${now} ${active}`,
    `${invite} ${numbers} select ${id("72")}, '${orgId}', '${groupId}', null, ${username}, ${username}, 'somebody', ${state}, 'GROUP_READ_ONLY' ${invited}`,
    `${invite} ${numbers} select ${id("73")}, '${orgId}', null, ${id("74")}, ${username}, ${username}, 'somebody', ${state}, 'ORG_MEMBER' ${invited}`,
    ...(engine === "postgres" ? ["vacuum analyze"] : []),
  ];
};

/** @param {string} url @param {string} path */
function ask(url, path) {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, url), { headers: { cookie: `anteroom_session=${world.session}` } });
    call.on("error", reject);
    call.on("response", async (response) => {
      const html = await text(response);
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      resolve(html);
    });
    call.end();
  });
}

/** @param {"sqlite" | "postgres"} engine @param {number} size */
async function measure(engine, size) {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-people-"));
  const file = join(folder, "seed.json");
  await writeFile(file, JSON.stringify(seed), { mode: 0o600 });
  const url =
    engine === "postgres" ? (await createDatabase(postgres ?? "", `anteroom_people_${size}`)).url : undefined;
  const args = [
    main,
    "dev",
    "--port",
    "0",
    "--data",
    folder,
    ...(url ? ["--database-url", url] : []),
    "--seed",
    file,
  ];
  await (await startServer("anteroom", args, root)).stop();
  const now = Date.now();
  const statements = [...growthOf(engine, 100, now), ...peopleOf(engine, size, now)];
  if (url === undefined) {
    const database = new Sqlite(join(folder, "anteroom.sqlite"));
    database.transaction(() => statements.forEach((sql) => void database.exec(sql)))();
    database.close();
  } else {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // What a worker beside the backend computes would not be seen.
    await client.query(`alter database anteroom_people_${size} set max_parallel_workers_per_gather = 0`);
    for (const sql of statements) await client.query(sql);
    await client.end();
  }
  const server = await startServer("anteroom", args, root);
  const readPids = async () =>
    url === undefined
      ? [server.pid]
      : [
          server.pid,
          ...(
            await askDatabase(
              postgres ?? "",
              `select pid from pg_stat_activity where datname = 'anteroom_people_${size}' and backend_type = 'client backend'`,
            )
          ).map((row) => row.pid),
        ];
  const readAll = async () => (await readPids()).reduce((sum, pid) => sum + readThreadsMilliseconds(pid), 0);
  // A server that finds events seals them, which is not what a page costs.
  for (let before = -1000, now = await readAll(); now - before > quietMs; ) {
    await sleep(1000);
    [before, now] = [now, await readAll()];
  }
  const figures = [];
  for (const place of [`/orgs/${orgId}/people`, `/projects/${groupId}/people`]) {
    const html = await ask(server.url, place);
    const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? place;
    const role = place.startsWith("/orgs") ? "ORG_OWNER" : "GROUP_OWNER";
    for (const path of [
      place,
      next,
      `${place}?q=given12`,
      `${place}?q=nobody`,
      `${place}?role=${role}`,
      `${place}?status=INVITED`,
      `${place}?sort=active`,
    ]) {
      const times = [];
      for (let turn = 0; turn < 12; turn++) {
        const pids = await readPids();
        const before = pids.map(readThreadsMilliseconds);
        await ask(server.url, path);
        times.push(
          pids.reduce((sum, pid, nth) => sum + readThreadsMilliseconds(pid) - (before[nth] ?? 0), 0),
        );
      }
      figures.push(median(times.slice(2)));
    }
  }
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return figures;
}

const names = ["organization", "project"].flatMap((place) =>
  ["first page", "next page", "search, some", "search, nobody", "by role", "invited", "by last activity"].map(
    (what) => `${place}: ${what}`,
  ),
);
try {
  for (const engine of /** @type {const} */ (["sqlite", "postgres"])) {
    if (engine === "postgres" && postgres === undefined) continue;
    const columns = [];
    for (const size of sizes) columns.push(await measure(engine, size));
    console.log(`\n| ${engine}, ms of CPU | ${sizes.join(" | ")} |\n|---|${"---|".repeat(sizes.length)}`);
    for (const [row, name] of names.entries()) {
      console.log(`| ${name} | ${columns.map((column) => column[row]?.toFixed(1)).join(" | ")} |`);
    }
  }
} finally {
  killStarted();
}
